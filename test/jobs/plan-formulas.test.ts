/** The formulas of deadlines in cells of the built add-in. */
import { readSheet, typeCells } from '../../workspace/services/spreadsheet/person.ts';
import { OK, type PlanDesk, planDesk } from './plan-desk.ts';

const FREE_COLUMN = 8;

let desk: PlanDesk;
beforeAll(async () => {
  desk = await planDesk('План на 2026 год', [
    { number: '1', measure: 'Отчёт', deadline: 'ежегодно до 12 июня', responsible: 'Отдел культуры' },
  ]);
}, 60_000);

afterAll(() => desk.leave());

/** What the cells show below and beside a formula typed on the sheet of pasted plans. */
async function shown(formula: string, rows: number): Promise<string[]> {
  const { kernel, containerId } = desk.workspace;
  typeCells(kernel, containerId, 'Вставка плана', 10, FREE_COLUMN, [[formula]]);
  await desk.workspace.settle();
  const cells = readSheet(kernel, containerId, 'Вставка плана');
  return Array.from({ length: rows }, (_, i) => cells[9 + i]?.[FREE_COLUMN - 1] ?? '');
}

test('«до 15 числа месяца, следующего за отчетным кварталом» spreads into a column of four dates', async () => {
  const formula = '=NOKO_DUES("до 15 числа месяца, следующего за отчетным кварталом";2026)';
  expect(await shown(formula, 5)).toEqual(['15.04.2026', '15.07.2026', '15.10.2026', '15.01.2027', '']);
});

test('a phrase with a slip shows an error, not a date', async () => {
  expect((await shown('=NOKO_DUES("до 15 феврля";2026)', 1))[0]).toMatch(/^#/);
});

test('a reading in words, and working days by the sheet «Календарь», which the official may edit', async () => {
  expect(await shown('=NOKO_DEADLINE("не позднее 3х раб. дней со дня заседания")', 1)).toEqual([
    'в течение 3 рабочих дней после заседания',
  ]);
  expect(await shown('=NOKO_WORKDAY(DATE(2026;6;12);"назад";\'Календарь\'!A1:C)', 1)).toEqual(['11.06.2026']);
  expect(await shown("=NOKO_WORKDAYS_AFTER(DATE(2026;3;6);3;'Календарь'!A2:C)", 1)).toEqual(['12.03.2026']);
});

test('dates of a year without production calendar are worked out, and that it is missing is said once', async () => {
  await desk.type('Планы', 2, 'Год', '2027');
  await desk.choose(['План', 'Пересчитать сроки'], [OK]);
  expect(desk.records('Сроки').map((row) => [row['Срок по плану'], row['Рабочий срок']])).toEqual([
    ['12.06.2027', '11.06.2027'],
  ]);
  const said = desk.records('Журнал').map((row) => Object.values(row).join(' '));
  const told = said.filter((line) => line.includes('Нет производственного календаря на 2027 год'));
  expect(told).toHaveLength(1);
  expect(told[0]!.match(/производственного календаря/g)).toHaveLength(1);
});
