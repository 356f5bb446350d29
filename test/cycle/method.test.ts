/** «Методика» on the built bundle: what an official does with it and what the rating says of it. */
import { type RatedDesk, sitAtRatedDesk } from './rated-desk.ts';

const OK = { button: 'OK' } as const;

let desk: RatedDesk;

beforeAll(async () => {
  desk = await sitAtRatedDesk(300);
}, 120_000);

afterAll(() => desk?.leave());

/** Row and columns of an indicator on the sheet, 1-based. */
function rowOf(code: string): number {
  return desk.sheet('Методика').findIndex((cells) => cells[1] === code) + 1;
}
const WEIGHT = 5;
/** Row of the first block's header on «Рейтинг», from 0. */
const header = (): number => desk.sheet('Рейтинг').findIndex(([place]) => place === 'Место');
const total = (): string => desk.sheet('Рейтинг')[header() + 1]![7]!;

test('is filled with order 344н for the spheres of the register, and the rating says that nobody approved it', () => {
  const rows = desk.sheet('Методика');
  expect(rows[0]).toEqual([
    ...['Методика', 'Код', 'Критерий', 'Название', 'Вес', 'Формула', 'Откуда', 'Норматив'],
    ...['Баллы', 'Максимум', 'Без ответов'],
  ]);
  expect(new Set(rows.slice(1).map(([name]) => name))).toEqual(new Set(['344н, культура']));
  expect(rows[rowOf('1.1') - 1]!.slice(4, 8)).toEqual(['0,3', 'норматив', 'стенд; сайт', '10; 13']);
  // A whole number has no decimal sign after it, as the format «0.##» would give it in Sheets.
  expect(rows[rowOf('1.1') - 1]![9]).toBe('100');
  const rating = desk.sheet('Рейтинг');
  expect(rating[0]![0]).toContain('предварительный: методика не утверждена');
  expect(rating[2]![0]).toBe('Методика: по умолчанию (приказ № 344н), не утверждена.');
});

test('says every mistake with its cell and reason', async () => {
  const weight = rowOf('1.1');
  const inputs = rowOf('4.1');
  desk.type('Методика', weight, WEIGHT, [['0,5']]);
  desk.type('Методика', inputs, 7, [['q99']]);
  await desk.choose(['Рейтинг', 'Проверить методику'], [OK]);
  const said = desk.lastOutcome();
  expect(said).toContain('Ошибок в методике: 2.');
  expect(said).toContain(
    `Методика!E${rowOf('К1')}, столбец «Вес»: веса показателей критерия К1 дают 1,2, а должны давать 1. Исправьте веса.`,
  );
  expect(said).toContain(`Методика!G${inputs}, столбец «Откуда»: в анкете нет вопроса «q99».`);
  await desk.choose(['Рейтинг', 'Утвердить методику'], [OK]);
  expect(desk.lastOutcome()).toContain('Не утверждена.');
  desk.type('Методика', weight, WEIGHT, [['0,3']]);
  desk.type('Методика', inputs, 7, [['q9']]);
  await desk.choose(['Рейтинг', 'Проверить методику'], [OK]);
  expect(desk.lastOutcome()).toContain('Ошибок нет. Методик на листе: 1.');
}, 60_000);

test('the rating follows the weights at once', () => {
  const before = total();
  const [first, second] = [rowOf('5.1'), rowOf('5.3')];
  desk.type('Методика', first, WEIGHT, [['0,8']]);
  desk.type('Методика', rowOf('5.2'), WEIGHT, [['0,1']]);
  desk.type('Методика', second, WEIGHT, [['0,1']]);
  expect(total()).not.toBe(before);
  expect(total()).toMatch(/^\d/);
  desk.type('Методика', first, WEIGHT, [['0,3']]);
  desk.type('Методика', rowOf('5.2'), WEIGHT, [['0,2']]);
  desk.type('Методика', second, WEIGHT, [['0,5']]);
  expect(total()).toBe(before);
});

test('a shipped method is added under those there and rates nobody until it is given the sphere', async () => {
  await desk.choose(['Рейтинг', 'Добавить методику'], [{ button: 'OK', text: '77' }, OK]);
  expect(desk.lastOutcome()).toContain('Не добавлена: «77» — не номер из списка. Нужно число от 1 до 11.');
  const before = total();
  // The last of the list, the blank one: its total is the share of satisfied, 5.3 of order 344н.
  await desk.choose(['Рейтинг', 'Добавить методику'], [{ button: 'OK', text: '11' }, OK]);
  expect(desk.lastOutcome()).toContain('Добавлена методика «своя методика», строк: 7. Пока она не применяется');
  await desk.choose(['Рейтинг', 'Проверить методику'], [OK]);
  expect(desk.lastOutcome()).toContain('Методик на листе: 2. Без сферы, не применяются: «своя методика».');
  expect(total()).toBe(before);

  const spheres = desk
    .sheet('Методика')
    .map((cells, at) => (cells[1] === 'сфера' ? at + 1 : 0))
    .filter((row) => row > 0);
  expect(spheres).toHaveLength(2);
  desk.type('Методика', spheres[1]!, 4, [['культура']]);
  await desk.choose(['Рейтинг', 'Проверить методику'], [OK]);
  expect(desk.lastOutcome()).toContain(
    `Методика!D${spheres[1]}, столбец «Название»: для сферы «культура» уже есть методика выше. Оставьте одну.`,
  );
  desk.type('Методика', spheres[0]!, 4, [['']]);
  const rating = desk.sheet('Рейтинг');
  expect(rating[header()]!.slice(0, 4)).toEqual(['Место', 'Учреждение', 'К1', 'Итог']);
  expect(rating[header() + 1]![2]).toBe(rating[header() + 1]![3]);
  const tally = desk.sheet('Свод').filter((cells) => cells[1] === 'q15');
  const shares = tally.map(([, , yes, , answered]) => (100 * Number(yes)) / Number(answered));
  expect(Number(rating[header() + 1]![3]!.replace(',', '.'))).toBeCloseTo(Math.max(...shares), 1);

  const rows = desk.sheet('Методика').map((cells) => cells[0]);
  for (let row = rows.indexOf('своя методика') + 1; row <= rows.lastIndexOf('своя методика') + 1; row += 1) {
    desk.type('Методика', row, 1, [Array.from({ length: 11 }, () => '')]);
  }
  desk.type('Методика', spheres[0]!, 4, [['культура']]);
  expect(total()).toBe(before);
}, 60_000);

test('a date that has not come approves nothing', async () => {
  await desk.choose(
    ['Рейтинг', 'Утвердить методику'],
    [{ button: 'OK', text: '15' }, { button: 'OK', text: '20.02.2027' }, OK],
  );
  expect(desk.lastOutcome()).toContain('«20.02.2027» — не дата или дата ещё не наступила');
  expect(rowOf('утверждена')).toBe(0);
});

test('approved: the order stands on the sheet, in the log of documents and on the rating; a later change shows', async () => {
  const before = total();
  await desk.choose(
    ['Рейтинг', 'Утвердить методику'],
    [{ button: 'OK', text: '15' }, { button: 'OK', text: '20.02.2026' }, { button: 'YES' }],
  );
  expect(desk.sheet('Методика')[rowOf('утверждена') - 1]![3]).toBe('20.02.2026; 15');
  expect(desk.sheet('Документы').at(-1)!.slice(0, 2)).toEqual([
    'Методика утверждена приказом № 15 от 20.02.2026',
    'методика',
  ]);
  expect(desk.sheet('Рейтинг')[2]![0]).toBe('Методика: приказ № 15 от 20.02.2026.');
  expect(desk.sheet('Рейтинг')[0]![0]).not.toContain('не утверждена');
  expect(total()).toBe(before);

  const max = rowOf('2.1');
  desk.type('Методика', max, 9, [['15']]);
  await desk.workspace.settle();
  expect(desk.sheet('Рейтинг')[2]![0]).toBe('Методика: приказ № 15 от 20.02.2026, но после утверждения изменена.');
  desk.type('Методика', max, 9, [['20']]);
  await desk.choose(['Рейтинг', 'Утвердить методику'], [OK]);
  expect(desk.lastOutcome()).toContain('уже утверждены');
  await desk.choose(['Рейтинг', 'Обновить лист «Рейтинг»']);
  expect(desk.sheet('Рейтинг')[2]![0]).toBe('Методика: приказ № 15 от 20.02.2026.');
}, 60_000);
