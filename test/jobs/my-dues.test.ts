/** The panel «Мои сроки» through the built bundle: its page, and what its page asks for. */
import type { DoneAnswer, DoneRequest } from '../../src/jobs/plan/due-actions.ts';
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
  expect(
    (await dues(person!.Код!)).map(({ state, due, when, where }) => `${state} | ${due} | ${when} | ${where}`),
  ).toEqual([
    '▲ просрочено | 12.01.2026 | просрочено на 3 дня | П1, п. 2',
    // 24 January 2026 is a Saturday: counted on Friday.
    '● скоро | 24.01.2026, рабочий срок 23.01.2026 | через 8 дней | П1, п. 1',
    '– без срока | — |  | П1, п. 3',
  ]);
});

const key = (line: string, due: string) => ({ plan: 'П1', line, due });
const person = (): string => desk.records('Люди').find((row) => row.Кто!.startsWith('Отдел'))!.Код!;
const asked = async (request: Partial<DoneRequest>): Promise<DoneAnswer> => {
  const whole = { person: person(), key: key('2', '12.01.2026'), doneOn: '2026-01-14', link: '', note: '', ...request };
  const { value, error } = await desk.workspace.run('panelMarkDone', [whole], { kind: 'html' });
  expect(error).toBeUndefined();
  return value as DoneAnswer;
};
const line2 = () => desk.records('Сроки').find((row) => row.Строка === '2')!;

test.each([
  [{}, 'чем подтверждается'],
  [{ link: 'приказ' }, 'ссылк'],
  [{ note: 'приказ № 1', doneOn: '' }, 'Впишите день исполнения'],
  [{ note: 'приказ № 1', doneOn: '2026-01-16' }, 'не может быть позже сегодняшнего (15.01.2026)'],
  [{ note: 'приказ № 1', doneOn: '0206-01-14' }, 'Проверьте год'],
  [{ note: 'приказ № 1', key: key('2', '13.01.2026') }, 'больше нет'],
  [{ note: 'приказ № 1', person: 'нет такого' }, 'Люди'],
])('%j is sent back to be mended, and nothing is written', async (request, words) => {
  expect(((await asked(request)) as { mend: string }).mend).toContain(words);
  expect([line2().Исполнено, line2()['Чем подтверждается']]).toEqual(['', '']);
});

test('marked in the panel: the row, the journal and the list in the panel say so', async () => {
  const answer = await asked({ link: 'https://example.org/order', note: 'приказ № 1' });
  expect(answer).toMatchObject({ said: expect.stringContaining('П1, п. 2, срок 12.01.2026') });
  const { dues: list } = answer as { dues: PanelDue[] };
  expect(list.map(({ group }) => group)).toEqual(['open', 'open', 'closed']);
  expect(list[2]).toMatchObject({ state: '✓ выполнено', measure: 'Приказ', when: 'исполнено 14.01.2026' });
  expect(line2()).toMatchObject({
    Исполнено: '14.01.2026',
    Состояние: '✓ выполнено',
    'Кто отметил': 'Отдел «А» & Ко, панель «Мои сроки»',
    'Чем подтверждается': 'https://example.org/order\nприказ № 1',
  });
  expect(desk.records('Журнал').at(-1)).toMatchObject({
    Действие: 'Исполнение из панели «Мои сроки»',
    'Над чем': 'Сроки: П1, п. 2, срок 12.01.2026',
  });
});

test('a second mark finds the date closed and changes nothing', async () => {
  const { mend } = (await asked({ note: 'другое', doneOn: '2026-01-15' })) as { mend: string };
  expect(mend).toContain('уже закрыта: 14.01.2026, Отдел «А» & Ко');
  expect(line2().Исполнено).toBe('14.01.2026');
});

test('the panel leads to the row of its date, wherever it stands now', async () => {
  const { value } = await desk.workspace.run('panelGoTo', [key('1', '24.01.2026')], { kind: 'html' });
  expect(value).toBe('');
  const gone = await desk.workspace.run('panelGoTo', [key('1', '25.01.2026')], { kind: 'html' });
  expect(gone.value).toContain('больше нет');
});

test('an unknown person has no dates', async () => {
  expect(await dues('нет такого')).toEqual([]);
});
