/** «Второй взгляд: по составу получателей» on the built bundle. */
import { officialQuestionnaire } from '../../src/domain/survey/official-questionnaire.ts';
import { CULTURE, type RatedDesk, sitAtRatedDesk } from './rated-desk.ts';

let desk: RatedDesk;

const PATH = ['Рейтинг', 'Второй взгляд: по составу получателей'];
const VIEW = 'Второй взгляд: не рейтинг';
const COMPOSITION = 'Состав получателей';
const [first, second, third] = CULTURE;
const AGES = officialQuestionnaire('culture').questions.find(({ id }) => id === 'q18')!.choices;

const number = (shown: string): number => Number(shown.replace(',', '.').replace('+', ''));
const rowOf = (name: string): string[] => desk.sheet(VIEW).find((cells) => cells[1] === name)!;

/** Answers of one institution: every question of the same answer, men pleased or not, then a few who do not say. */
function people(code: string, men: number, pleasedMen: number, women: number, pleasedWomen: number, unsaid = 0) {
  const person = (sex: string, isPleased: boolean, at: number): string[] => [
    ...[`${code}-${sex}-${at}`, code, '', 'бумага', 'нет', ''],
    ...Array.from({ length: 15 }, () => (isPleased ? 'Да' : 'Нет')),
    ...['', sex, ''],
  ];
  const of = (sex: string, count: number, pleased: number) =>
    Array.from({ length: count }, (_, at) => person(sex, at < pleased, at));
  return [...of('Мужской', men, pleasedMen), ...of('Женский', women, pleasedWomen), ...of('', unsaid, unsaid)];
}

/** Writes the number of recipients of a group of the table. */
function recipients(code: string, group: string, count: string): void {
  const at = desk.sheet(COMPOSITION).findIndex((cells) => cells[0] === code && cells[2] === group);
  desk.type(COMPOSITION, at + 1, 4, [[count]]);
}

beforeAll(async () => {
  desk = await sitAtRatedDesk(0);
  const rows = [
    // 40 of 60 women pleased, 15 of 20 men: half and half where recipients are.
    ...people(first!.code, 20, 15, 60, 40, 3),
    ...people(second!.code, 9, 3, 60, 48),
    ...people(third!.code, 0, 0, 30, 20),
  ];
  desk.type('Ответы', 2, 1, rows);
  await desk.choose(['Опрос', 'Пересчитать свод']);
  await desk.choose(['Рейтинг', 'Обновить лист «Рейтинг»']);
}, 120_000);

afterAll(() => desk?.leave());

test('the first time it lays the table of recipients with a row for every group and says what to fill in', async () => {
  await desk.choose(PATH, [{ button: 'OK' }]);
  const rows = desk
    .sheet(COMPOSITION)
    .slice(1)
    .filter(([code]) => code !== '');
  expect(rows).toHaveLength(CULTURE.length * (2 + AGES.length));
  expect(rows.slice(0, 3).map((cells) => cells.slice(0, 3))).toEqual([
    [first!.code, 'пол', 'Мужской'],
    [first!.code, 'пол', 'Женский'],
    [first!.code, 'возраст', AGES[0]],
  ]);
  expect(desk.lastOutcome()).toContain('Сначала впишите');
});

test('each institution: official total, weighted total, difference, n, n_eff; what is not computed says why', async () => {
  for (const { code } of [first!, second!, third!]) {
    recipients(code, 'Мужской', '500');
    recipients(code, 'Женский', '500');
  }
  const before = desk.sheet('Рейтинг');
  await desk.choose(PATH);
  const [mark, , , official, weighted, difference, answers, used, effective, low, high, note] = rowOf(first!.name);
  expect(mark).toBe('не рейтинг');
  const rated = before.find((cells) => cells[1] === first!.name)!;
  expect(official).toBe(rated[7]);
  expect([answers, used]).toEqual(['83', '80']);
  // w = 25 (20 men) and 25/3 (60 women): 1000² / (500·25 + 500·25/3) = 60.
  expect(effective).toBe('60,0');
  // The mean weight is 1000 / 80 = 12.5.
  expect([low, high]).toEqual(['0,67', '2,00']);
  expect(number(difference!)).toBeCloseTo(number(weighted!) - number(official!), 1);
  // Men are pleased more often and count for more, but the three pleased who do not say their sex are left out.
  expect(number(weighted!)).not.toBeCloseTo(number(official!), 1);
  expect(note).toBe('не ответили на этот вопрос и не взвешены: 3');
  expect(rowOf(second!.name).slice(4, 11)).toEqual(['—', '', '69', '', '', '', '']);
  expect(rowOf(second!.name)[11]).toContain('скрыто: ответивших меньше 10 в группах: «Мужской»');
  expect(rowOf(third!.name)[11]).toContain('никто не ответил из групп: «Мужской» (500 получателей)');
  expect(desk.lastOutcome()).toContain('итогов 1 из 3');
  expect(desk.sheet('Рейтинг')).toEqual(before);
});

test('the sheet cannot be taken for the rating: name, title, mark in every row, no places, no grades', () => {
  const sheet = desk.sheet(VIEW);
  expect(sheet[0]![0]).toBe('ВТОРОЙ ВЗГЛЯД ПО СОСТАВУ ПОЛУЧАТЕЛЕЙ. ЭТО НЕ РЕЙТИНГ И НЕ РЕЗУЛЬТАТ ОЦЕНКИ');
  const rows = sheet.filter((cells) => CULTURE.some(({ name }) => name === cells[1]));
  expect(rows.map(([mark]) => mark)).toEqual(['не рейтинг', 'не рейтинг', 'не рейтинг']);
  expect(sheet.flat().join(' ')).not.toMatch(/Место|Оценка\b/);
});

test('run again it asks first; «Нет» leaves the sheet as it was', async () => {
  const before = desk.sheet(VIEW);
  recipients(first!.code, 'Мужской', '100');
  await desk.choose(PATH, [{ button: 'NO' }]);
  expect(desk.sheet(VIEW)).toEqual(before);
  await desk.choose(PATH, [{ button: 'YES' }]);
  expect(rowOf(first!.name)[4]).not.toBe(before.find((cells) => cells[1] === first!.name)![4]);
});
