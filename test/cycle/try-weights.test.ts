/** «Проба на других весах» on the built bundle: other weights change the trial and nothing else. */
import { CULTURE, type RatedDesk, sitAtRatedDesk } from './rated-desk.ts';

let desk: RatedDesk;

beforeAll(async () => {
  desk = await sitAtRatedDesk(400);
  await desk.choose(['Рейтинг', 'Проба на других весах']);
}, 120_000);

afterAll(() => desk?.leave());

const TRIAL = 'Проба: не рейтинг';
const METHOD = 'Проба: методика';
const rowsOf = (sheet: string): string[][] =>
  desk.sheet(sheet).filter((cells) => CULTURE.some(({ name }) => name === cells[sheet === TRIAL ? 4 : 1]));

/** Types weights of criterion К5 into the trial's rules: 5.1, 5.2, 5.3. */
function weigh(weights: readonly string[]): void {
  ['5.1', '5.2', '5.3'].forEach((code, at) => {
    desk.type(METHOD, desk.sheet(METHOD).findIndex((cells) => cells[1] === code) + 1, 5, [[weights[at]!]]);
  });
}

test('starts from the official figures, says in its name, its title and every row that it is a trial', () => {
  const sheet = desk.sheet(TRIAL);
  expect(sheet[0]![0]).toBe('ПРОБА НА ДРУГИХ ВЕСАХ. ЭТО НЕ РЕЙТИНГ И НЕ РЕЗУЛЬТАТ ОЦЕНКИ');
  expect(rowsOf(TRIAL)).toHaveLength(CULTURE.length);
  const official = rowsOf('Рейтинг');
  rowsOf(TRIAL).forEach((cells, at) => {
    expect(cells.slice(0, 3)).toEqual(['проба', official[at]![0], official[at]![7]]);
    expect(cells.slice(3, 19)).toEqual(official[at]!.slice(0, 16));
  });
});

test('other weights change the trial; the official rating and method stay as they are', async () => {
  const [official, method] = [rowsOf('Рейтинг'), desk.sheet('Методика')];
  weigh(['0,9', '0,05', '0,05']);
  await desk.workspace.settle();
  const totals = rowsOf(TRIAL).map((cells) => cells[10]);
  expect(totals).not.toEqual(official.map((cells) => cells[7]));
  expect(totals.every((total) => /^\d/.test(total!))).toBe(true);
  expect(rowsOf('Рейтинг')).toEqual(official);
  expect(desk.sheet('Методика')).toEqual(method);
  for (const cells of rowsOf(TRIAL)) {
    expect(cells[2]).toBe(official.find(([, name]) => name === cells[4])![7]);
  }
});

test('run again, «Нет» keeps the weights of the trial and «Да» starts anew from the method', async () => {
  const tried = rowsOf(TRIAL);
  await desk.choose(['Рейтинг', 'Проба на других весах'], [{ button: 'NO' }]);
  expect(rowsOf(TRIAL)).toEqual(tried);
  await desk.choose(['Рейтинг', 'Проба на других весах'], [{ button: 'YES' }]);
  expect(rowsOf(TRIAL).map((cells) => cells[10])).toEqual(rowsOf('Рейтинг').map((cells) => cells[7]));
}, 60_000);

test('weights that do not sum give an error in the trial instead of figures', () => {
  weigh(['0,9', '0,9', '0,9']);
  const { name } = CULTURE[0]!;
  expect(desk.sheet(TRIAL).some((cells) => cells[4] === name)).toBe(false);
  expect(desk.sheet(TRIAL).flat().join()).toMatch(/#ERROR|Error|ошибка/i);
});
