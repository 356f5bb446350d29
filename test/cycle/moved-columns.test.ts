/** The guide: «Столбцы можно переставлять». The formulas find their columns wherever they stand. */
import { CULTURE, type RatedDesk, sitAtRatedDesk } from './rated-desk.ts';

let desk: RatedDesk;
let before: { rating: string[][]; indicators: string[][]; answers: string[] };

beforeAll(async () => {
  desk = await sitAtRatedDesk(400);
  await desk.choose(['Опрос', 'Создать анкеты'], [{ button: 'YES' }, { button: 'OK' }]);
  before = { rating: rated(), indicators: desk.sheet('Показатели'), answers: answersOfForms() };
}, 120_000);

afterAll(() => desk?.leave());

const rated = (): string[][] => desk.sheet('Рейтинг').filter(([, name]) => CULTURE.some((one) => one.name === name));

function answersOfForms(): string[] {
  const [header, ...rows] = desk.sheet('Формы');
  return rows.filter(([code]) => code !== '').map((cells) => cells[header!.indexOf('Ответов')]!);
}

/** Puts a column, found by its title, in front of the first one of its sheet. */
async function moveToFront(sheet: string, title: string): Promise<void> {
  const column = desk.sheet(sheet)[0]!.indexOf(title) + 1;
  expect(column).toBeGreaterThan(1);
  const { error } = await desk.workspace.run('testDoor', [
    `() => {
      const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName('${sheet}');
      sheet.setFrozenColumns(0);
      sheet.moveColumns(sheet.getRange(1, ${column}, sheet.getMaxRows(), 1), 1);
    }`,
  ]);
  expect(error).toBeUndefined();
}

const MOVED = [
  ['Учреждения', 'Территория'],
  ['Учреждения', 'Получателей за прошлый год'],
  ['Свод', 'Ответили'],
  ['Свод', 'Нет'],
  ['Наблюдения', 'Найдено'],
  ['Методика', 'Вес'],
  ['Настройки', 'Значение'],
] as const;

test('a column that was moved after the rating was laid out takes the formulas with it', async () => {
  expect(before.rating).toHaveLength(CULTURE.length);
  expect(before.answers.every((count) => Number(count) > 0)).toBe(true);
  for (const [sheet, title] of MOVED) await moveToFront(sheet, title);
  await desk.workspace.settle();
  expect(rated()).toEqual(before.rating);
  expect(desk.sheet('Показатели')).toEqual(before.indicators);
  expect(answersOfForms()).toEqual(before.answers);
}, 60_000);

test('laid out anew over moved columns, rating, indicators and counts of forms are the same', async () => {
  await desk.choose(['Рейтинг', 'Обновить лист «Рейтинг»']);
  await desk.choose(['Опрос', 'Создать анкеты'], [{ button: 'YES' }, { button: 'OK' }]);
  expect(rated()).toEqual(before.rating);
  expect(desk.sheet('Показатели')).toEqual(before.indicators);
  expect(answersOfForms()).toEqual(before.answers);
}, 60_000);

test('the trial and «Пульт» are made of moved columns too', async () => {
  desk.type('Настройки', desk.sheet('Настройки').findIndex((cells) => cells.includes('Территория')) + 1, 1, [['Зори']]);
  await desk.choose(['Рейтинг', 'Проба на других весах']);
  await desk.choose(['План', 'Обновить обзорные листы']);
  const trial = desk.sheet('Проба: не рейтинг').filter(([, , , , name]) => CULTURE.some((one) => one.name === name));
  expect(trial.map((cells) => cells.slice(3, 19))).toEqual(
    before.rating.map((cells) => cells.slice(0, 15).concat(cells[18]!)),
  );
  expect(desk.sheet('Пульт')[1]![0]).toBe('Зори');
}, 60_000);
