/** «Пульт» of a survey: what is collected, and the weakest indicators, held against the sheets they come from. */
import { type RatedDesk, sitAtRatedDesk } from './rated-desk.ts';

let desk: RatedDesk;

beforeAll(async () => {
  desk = await sitAtRatedDesk(300);
}, 120_000);

afterAll(() => desk.leave());

const right = (title: string): string[][] => {
  const rows = desk.sheet('Пульт').map((row) => row.slice(5, 9));
  return rows.slice(rows.findIndex((row) => row.includes(title)) + 1);
};
const left = (title: string): string[][] => {
  const rows = desk.sheet('Пульт').map((row) => row.slice(0, 4));
  return rows.slice(rows.findIndex(([first]) => first!.startsWith(title)) + 1);
};
const number = (text: string): number => Number(text.replace(',', '.'));

test('where there is nothing yet, a sentence says what to do', () => {
  expect(right('Просроченное и ближайшее')[0]).toContain('План ещё не загружен: выберите «НОКО → План».');
  expect(left('Сбор анкет')[0]).toContain('Анкет ещё нет: «НОКО → Опрос → Создать анкеты».');
});

test('the five weakest indicators are those with the lowest mean of «Показатели», each with its weakest institution', () => {
  const [titles, ...rows] = desk.sheet('Показатели');
  const rated = rows.filter(([name]) => name !== '');
  const expected = titles!
    .flatMap((title, column) => {
      const values = rated.map((row) => row[column]!).filter((text) => /^\d/.test(text));
      if (!/^\d\.\d$/.test(title) || values.length === 0) return [];
      const mean = values.reduce((sum, text) => sum + number(text), 0) / values.length;
      const lowest = Math.min(...values.map(number));
      const weakest = rated
        .filter((row) => row[column] !== '' && number(row[column]!) === lowest)
        .map(([name]) => name);
      return [{ title, mean, weakest }];
    })
    .sort((a, b) => a.mean - b.mean);
  const shown = right('Самые слабые показатели').slice(0, 5);
  shown.forEach(([mean, code, words, worst], at) => {
    // Shown values are rounded to a tenth on both sheets.
    expect(Math.abs(number(mean!) - expected[at]!.mean)).toBeLessThan(0.11);
    const own = expected.find(({ title }) => title === code)!;
    expect(Math.abs(own.mean - expected[at]!.mean)).toBeLessThan(0.11);
    expect(own.weakest.some((name) => worst!.startsWith(`${name}: `))).toBe(true);
    expect(words).not.toBe('');
  });
  expect(shown).toHaveLength(5);
});

test('once forms are made, those who have collected least come first; a surplus makes up for nobody', async () => {
  await desk.choose(['Опрос', 'Создать анкеты'], [{ button: 'YES' }]);
  const [header, ...rows] = desk.sheet('Формы');
  const at = (title: string): number => header!.indexOf(title);
  const forms = rows
    .filter(([code]) => code !== '')
    .map((row) => ({
      name: row[at('Учреждение')]!,
      answers: Number(row[at('Ответов')]),
      required: Number(row[at('Нужно')]),
    }))
    .sort((a, b) => a.answers / a.required - b.answers / b.required);
  expect(forms.length).toBeGreaterThan(2);
  expect(
    left('Сбор анкет')
      .slice(0, forms.length)
      .map(([name, count]) => `${name}: ${count}`),
  ).toEqual(forms.map(({ name, answers, required }) => `${name}: ${answers} из ${required}`));
  const needed = forms.reduce((sum, { required }) => sum + required, 0);
  const counted = forms.reduce((sum, { answers, required }) => sum + Math.min(answers, required), 0);
  const [captions, numbers] = desk.sheet('Пульт').slice(2, 4);
  expect(numbers![captions!.indexOf('Собрано нужных анкет')]).toBe(`${Math.round((counted / needed) * 100)}%`);
});
