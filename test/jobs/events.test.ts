/** Deadlines counted from events and work that never ends, through the built bundle. */
import { type PlanDesk, planDesk } from './plan-desk.ts';

let desk: PlanDesk;

beforeAll(async () => {
  desk = await planDesk('План мероприятий на 2026 год', [
    { number: '1.', measure: 'Протокол', deadline: 'в течение 3 рабочих дней после заседания', responsible: 'Отдел' },
    { number: '2.', measure: 'Выписка', deadline: 'в течение 5 дней после заседания', responsible: 'Отдел' },
    { number: '3.', measure: 'Сопровождение работы', deadline: 'постоянно', responsible: 'Отдел' },
    { number: '4.', measure: 'Приказ', deadline: 'до 20 февраля', responsible: 'Отдел' },
  ]);
}, 60_000);

afterAll(() => desk.leave());

const dues = (line: string): string[] =>
  desk
    .records('Сроки')
    .filter((row) => row.Строка === line)
    .map((row) => `${row['Срок по плану']} ${row['Рабочий срок']} ${row.Состояние} ${row.Вид}`.replace(/ +/g, ' '));

test('a line that waits for an event has no date yet, and its event is on the sheet to be filled in', () => {
  expect(dues('1')).toEqual(['— – без срока событие']);
  expect(desk.records('События').map((row) => [row.Событие, row.Дата, row.План, row.Строка])).toEqual([
    ['заседания', '', 'П1', '1'],
    ['заседания', '', 'П1', '2'],
  ]);
});

test('the date of the event opens the dates: 6 March and three working days over the holiday is the 12th (art. 191 of the Civil code)', async () => {
  await desk.type('События', 2, 'Дата', '06.03.2026');
  expect(dues('1')).toEqual(['12.03.2026 12.03.2026 ожидается событие']);
  expect(dues('2')).toEqual(['— – без срока событие']);
});

test('an event without a line opens every line whose phrase names it, and a second one opens a second date', async () => {
  await desk.type('События', 4, 'Событие', 'Заседания');
  await desk.type('События', 4, 'Дата', '26.01.2026');
  // 26 January is a Monday: three working days on is Thursday; five days on is Saturday, counted on Friday, 15 days from now.
  expect(dues('1')).toEqual(['29.01.2026 29.01.2026 ● скоро событие', '12.03.2026 12.03.2026 ожидается событие']);
  expect(dues('2')).toEqual(['31.01.2026 30.01.2026 ожидается событие']);
});

test('work that never ends has a control point at each report date', () => {
  expect(dues('3')).toEqual([
    '31.03.2026 31.03.2026 ожидается контроль',
    '30.06.2026 30.06.2026 ожидается контроль',
    '30.09.2026 30.09.2026 ожидается контроль',
    '31.12.2026 30.12.2026 ожидается контроль',
  ]);
});

test('what a person marked stays with its date when everything is worked out anew', async () => {
  const row = desk.records('Сроки').findIndex((each) => each['Срок по плану'] === '12.03.2026') + 2;
  await desk.type('Сроки', row, 'Исполнено', '11.03.2026');
  await desk.choose(['План', 'Пересчитать сроки']);
  expect(dues('1')[1]).toBe('12.03.2026 12.03.2026 ✓ выполнено событие');
  // The event is struck out: the closed date stays as the record of what was done.
  await desk.type('События', 2, 'Дата', '');
  expect(dues('1')).toEqual(['29.01.2026 29.01.2026 ● скоро событие', '12.03.2026 12.03.2026 ✓ выполнено событие']);
});

test('report dates are a setting', async () => {
  const settings = desk.records('Настройки');
  const row = settings.findIndex((each) => each.Настройка === 'Отчётные даты') + 2;
  await desk.type('Настройки', row, 'Значение', '20.02; 20.11');
  await desk.choose(['План', 'Пересчитать сроки']);
  expect(dues('3')).toEqual(['20.02.2026 20.02.2026 ожидается контроль', '20.11.2026 20.11.2026 ожидается контроль']);
});

test('a control point that has passed is not overdue and nobody is written to about it; a dated line is', async () => {
  await desk.type('Люди', 2, 'Эл. почта', 'otdel@example.org');
  await desk.wait(41);
  expect(dues('3')[0]).toBe('20.02.2026 20.02.2026 – без срока контроль');
  expect(dues('4')).toEqual(['20.02.2026 20.02.2026 ▲ просрочено срок']);
  const about = desk.records('Напоминания').map((row) => row['О чём']!);
  expect(about.some((lines) => lines.includes('п. 3 до 20.02.2026: осталось дней: 0'))).toBe(true);
  expect(about.some((lines) => lines.includes('п. 3 до 20.02.2026: просрочено'))).toBe(false);
  expect(about.some((lines) => lines.includes('п. 4 до 20.02.2026: просрочено'))).toBe(true);
});
