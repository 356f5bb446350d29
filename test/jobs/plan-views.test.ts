/** «Светофор», «Календарь года» and «Лента сроков» through the built bundle: counts that follow «Сроки» by themselves. */
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
    { number: '', measure: 'III. Работа', deadline: '', responsible: '' },
    { number: '5.', measure: '+ Контроль', deadline: 'постоянно', responsible: '' },
    { number: '6.', measure: 'Сводка', deadline: '22 апреля, 28 апреля', responsible: 'УСЗН' },
  ]);
}, 60_000);

afterAll(() => desk.leave());

const cells = (sheet: string): string[][] => readSheet(desk.workspace.kernel, desk.workspace.containerId, sheet);
const counts = (name: string): string =>
  cells('Светофор')
    .find((row) => row[0] === name)!
    .slice(1, 9)
    .map((count) => count || '0')
    .join(' ');
/** The row of a line in «Лента сроков»: its name, then what stands in which decade. */
const ribbon = (label: string, block: 'section' | 'party' = 'section'): string[] => {
  const rows = cells('Лента сроков');
  const parties = rows.findIndex((row) => row[1] === 'По ответственным');
  const own = block === 'section' ? rows.slice(5, parties) : rows.slice(parties);
  const months = rows[3]!.map((_, at) => rows[3]!.slice(0, at + 1).findLast((month) => month !== ''));
  const row = own.find(([first]) => first === label)!;
  return row.flatMap((sign, at) =>
    at < 2 || sign === '' || sign === '─' ? [] : [`${months[at]} ${rows[4]![at]} ${sign}`],
  );
};

test('the header says each state with its sign, and the columns are in the order of urgency', () => {
  expect(cells('Светофор')[3]!.slice(0, 9)).toEqual(
    'По планам|▲ просрочено|● сегодня|● скоро|ожидается|✓ выполнено|не применимо|– без срока|всего'.split('|'),
  );
});

test('counts by plan and by section are those of the rows of «Сроки»', () => {
  expect(counts('П1')).toBe('1 1 0 10 0 0 1 13');
  expect(counts('I. Организация')).toBe('1 1 0 0 0 0 0 2');
  expect(counts('II. Итоги')).toBe('0 0 0 4 0 0 1 5');
});

test('a party is counted first, in the middle and last in a list, and not where it only begins a longer name', () => {
  expect(counts('Отдел культуры')).toBe('1 0 0 4 0 0 0 5');
  expect(counts('Отдел культуры Администрации')).toBe('0 1 0 0 0 0 0 1');
  expect(counts('Совет')).toBe('0 0 0 4 0 0 0 4');
  expect(counts('Общественный совет')).toBe('1 0 0 0 0 0 0 1');
  expect(counts('УСЗН')).toBe('0 0 0 6 0 0 1 7');
});

test('a date of execution moves the count at once, with no menu', async () => {
  await desk.type('Сроки', 2, 'Исполнено', '15.01.2026');
  expect(desk.records('Сроки')[0]!.Состояние).toBe('✓ выполнено');
  expect(counts('П1')).toBe('0 1 0 10 1 0 1 13');
});

test('the calendar shows how many dates fall on a day, and nothing where none does', () => {
  const days = cells('Календарь года');
  const month = (name: string): string[] => days.find((row) => row[0] === name)!;
  expect(month('январь').slice(10, 17)).toEqual(['', '', '1', '', '', '1', '']);
  expect([month('март')[31], month('июнь')[30], month('декабрь')[30], month('декабрь')[31]]).toEqual([
    '2',
    '2',
    '2',
    '',
  ]);
  expect(
    days
      .find((row) => row[0] === 'II. Итоги')!
      .slice(1, 13)
      .join(),
  ).toBe(',,1,,,1,,,1,,,1');
});

test('the traffic light counts by month too', () => {
  expect(counts('январь')).toBe('0 1 0 0 1 0 0 2');
  expect(counts('апрель')).toBe('0 0 0 2 0 0 0 2');
  expect(counts('август')).toBe('0 0 0 0 0 0 0 0');
});

test('the calendar counts how many dates each party has in a month', () => {
  const load = cells('Календарь года').filter(([name]) => name === 'УСЗН' || name === 'Совет');
  expect(load.map((row) => row.slice(1, 13).join())).toEqual([',,1,,,1,,,1,,,1', ',,1,2,,1,,,1,,,1']);
});

test('on the timeline each date stands in its decade with the sign of its state', () => {
  expect(ribbon('П1, 1')).toEqual(['январь 11 ✓']);
  expect(ribbon('П1, 2')).toEqual(['январь 11 ●']);
  expect(ribbon('П1, 3')).toEqual(['март 21 ○', 'июнь 21 ○', 'сентябрь 21 ○', 'декабрь 21 ○']);
  expect(ribbon('П1, 4')).toEqual(['без даты  –']);
});

test('two dates in one decade are one sign with their number; work that goes on is a line of dashes', () => {
  expect(ribbon('П1, 6')).toEqual(['апрель 21 ○2']);
  const goesOn = cells('Лента сроков').find(([label]) => label === 'П1, 5')!;
  expect(goesOn.filter((sign) => sign === '─')).toHaveLength(32);
});

test('a measure that begins as a formula would stands as text', () => {
  expect(cells('Лента сроков').find(([label]) => label === 'П1, 5')![1]).toBe('+ Контроль');
});

test('by party a line stands under each of its parties with the same signs', () => {
  expect(ribbon('П1, 1', 'party')).toEqual(ribbon('П1, 1'));
  const parties = cells('Лента сроков').map((row) => row[1]);
  expect(parties.slice(parties.indexOf('По ответственным')).filter((text) => text === 'Отчёт')).toHaveLength(3);
  expect(parties).toContain('Ответственный не указан');
});

test('the decade of today is marked, and the mark moves with the days', async () => {
  const marked = (): string | undefined => {
    const [, , today, , decades] = cells('Лента сроков');
    return `${decades![today!.indexOf('▼')]}`;
  };
  expect(marked()).toBe('11');
  await desk.wait(6);
  expect(marked()).toBe('21');
  // The morning has told that what was due on the 15th is overdue: the sign says so with no menu.
  expect(ribbon('П1, 2')).toEqual(['январь 11 ▲']);
});

test('a corrected phrase moves the sign at once', async () => {
  const row = desk.records('План').findIndex((line) => line.Строка === '2') + 2;
  await desk.type('План', row, 'Срок, как написан', 'до 20 мая');
  expect(ribbon('П1, 2')).toEqual(['май 11 ○']);
});

test('laid out again, the views hold the same and have as many charts', async () => {
  const views = ['Светофор', 'Календарь года', 'Лента сроков'];
  const before = views.map(cells);
  await desk.choose(['План', 'Обновить обзорные листы']);
  expect(views.map(cells)).toEqual(before);
  expect(desk.records('Журнал').at(-1)!.Итог).toContain('планов 1, разделов 3, ответственных 5');
});
