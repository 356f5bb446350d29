/** The panel «Мои сроки» through the built bundle: its page, and what its page asks for. */
import type { PanelDue } from '../../src/jobs/plan/my-dues.ts';
import { type PlanDesk, planDesk } from './plan-desk.ts';

let desk: PlanDesk;
const pages: unknown[] = [];

beforeAll(async () => {
  desk = await planDesk('План мероприятий на 2026 год', [
    {
      number: '1.',
      measure: 'Отчёт <img src=x onerror=alert(1)>',
      deadline: 'до 24 января',
      responsible: 'Отдел «А» & Ко',
    },
    { number: '2.', measure: 'Приказ', deadline: 'до 12 января', responsible: 'УСЗН; Отдел «А» & Ко' },
    { number: '3.', measure: 'Сайт', deadline: 'по мере необходимости', responsible: 'Отдел «А» & Ко' },
    { number: '4.', measure: 'Чужое', deadline: 'до 1 июня', responsible: 'УСЗН' },
  ]);
  desk.workspace.onAnnounce((topic, detail) => topic === 'dialog' && pages.push(detail));
  await desk.choose(['План', 'Мои сроки']);
}, 60_000);

afterAll(() => desk.leave());

const dues = async (code: string): Promise<PanelDue[]> => {
  const { value, error } = await desk.workspace.run('panelDues', [code], { kind: 'html' });
  expect(error).toBeUndefined();
  return value as PanelDue[];
};

test('everyone of «Люди» can be chosen, and a name is text', () => {
  const page = JSON.stringify(pages);
  expect(page).toContain('Отдел «А» &#38; Ко</option>');
  expect(page).toContain('УСЗН</option>');
});

test('a person’s dates come with their states, the most urgent first, and nobody else’s', async () => {
  const [person] = desk.records('Люди').filter((row) => row.Кто!.startsWith('Отдел'));
  expect((await dues(person!.Код!)).map(({ state, due, where }) => `${state} | ${due} | ${where}`)).toEqual([
    '▲ просрочено | 12.01.2026 | П1, п. 2',
    // 24 January 2026 is a Saturday: counted on Friday.
    '● скоро | 24.01.2026 (23.01.2026) | П1, п. 1',
    '– без срока | — | П1, п. 3',
  ]);
});

test('what is closed moves to the end, and the link opens its own row', async () => {
  const row = desk.records('Сроки').findIndex((each) => each.Строка === '2') + 2;
  await desk.type('Сроки', row, 'Исполнено', '14.01.2026');
  const [person] = desk.records('Люди').filter((each) => each.Кто!.startsWith('Отдел'));
  const found = await dues(person!.Код!);
  expect(found.map(({ group }) => group)).toEqual(['open', 'open', 'closed']);
  expect(found[2]).toMatchObject({ state: '✓ выполнено', measure: 'Приказ' });
  expect(found[2]!.link.endsWith(`&range=A${row}`)).toBe(true);
});

test('an unknown person has no dates', async () => {
  expect(await dues('нет такого')).toEqual([]);
});
