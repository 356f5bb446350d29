/** «Светофор» and «Календарь года» through the built bundle: counts that follow «Сроки» by themselves. */
import { readSheet } from '../../workspace/services/spreadsheet/person.ts';
import { type PlanDesk, planDesk } from './plan-desk.ts';

let desk: PlanDesk;

beforeAll(async () => {
  desk = await planDesk('План мероприятий на 2026 год', [
    { number: '', measure: 'I. Организация', deadline: '', responsible: '' },
    { number: '1.', measure: 'Приказ', deadline: 'до 12 января', responsible: 'Отдел культуры; Общественный совет' },
    { number: '2.', measure: 'Реестр', deadline: 'до 15 января', responsible: 'Отдел культуры Администрации' },
    { number: '', measure: 'II. Итоги', deadline: '', responsible: '' },
    { number: '3.', measure: 'Отчёт', deadline: 'ежеквартально', responsible: 'Отдел культуры; Совет; УСЗН' },
    { number: '4.', measure: 'Сайт', deadline: 'по мере необходимости', responsible: 'УСЗН' },
  ]);
}, 60_000);

afterAll(() => desk.leave());

const cells = (sheet: string): string[][] => readSheet(desk.workspace.kernel, desk.workspace.containerId, sheet);
const counts = (name: string): string =>
  cells('Светофор')
    .find((row) => row[0] === name)!
    .slice(1, 9)
    .join(' ');

test('the header says each state with its sign, and the columns are in the order of urgency', () => {
  expect(cells('Светофор')[3]!.slice(0, 9)).toEqual(
    'По планам|▲ просрочено|● сегодня|● скоро|ожидается|✓ выполнено|не применимо|– без срока|всего'.split('|'),
  );
});

test('counts by plan and by section are those of the rows of «Сроки»', () => {
  expect(counts('П1')).toBe('1 1 0 4 0 0 1 7');
  expect(counts('I. Организация')).toBe('1 1 0 0 0 0 0 2');
  expect(counts('II. Итоги')).toBe('0 0 0 4 0 0 1 5');
});

test('a party is counted first, in the middle and last in a list, and not where it only begins a longer name', () => {
  expect(counts('Отдел культуры')).toBe('1 0 0 4 0 0 0 5');
  expect(counts('Отдел культуры Администрации')).toBe('0 1 0 0 0 0 0 1');
  expect(counts('Совет')).toBe('0 0 0 4 0 0 0 4');
  expect(counts('Общественный совет')).toBe('1 0 0 0 0 0 0 1');
  expect(counts('УСЗН')).toBe('0 0 0 4 0 0 1 5');
});

test('a date of execution moves the count at once, with no menu', async () => {
  await desk.type('Сроки', 2, 'Исполнено', '15.01.2026');
  expect(desk.records('Сроки')[0]!.Состояние).toBe('✓ выполнено');
  expect(counts('П1')).toBe('0 1 0 4 1 0 1 7');
});

test('the calendar shows how many dates fall on a day, and nothing where none does', () => {
  const days = cells('Календарь года');
  const month = (name: string): string[] => days.find((row) => row[0] === name)!;
  expect(month('январь').slice(10, 17)).toEqual(['', '', '1', '', '', '1', '']);
  expect([month('март')[31], month('июнь')[30], month('декабрь')[30], month('декабрь')[31]]).toEqual([
    '1',
    '1',
    '1',
    '',
  ]);
  expect(
    days
      .find((row) => row[0] === 'II. Итоги')!
      .slice(1, 13)
      .join(),
  ).toBe(',,1,,,1,,,1,,,1');
});

test('laid out again, the views hold the same and have as many charts', async () => {
  const before = [cells('Светофор'), cells('Календарь года')];
  await desk.choose(['План', 'Светофор и календарь года']);
  expect([cells('Светофор'), cells('Календарь года')]).toEqual(before);
  expect(desk.records('Журнал').at(-1)!.Итог).toContain('планов 1, разделов 2, ответственных 5');
});
