/** The sheet «Рейтинг» on the built bundle: what stands beside and under the results. */
import { CULTURE, type RatedDesk, sitAtRatedDesk } from './rated-desk.ts';

let desk: RatedDesk;
let sheet: string[][];

beforeAll(async () => {
  desk = await sitAtRatedDesk(600);
  await desk.choose(['Рейтинг', 'Обновить лист «Рейтинг»']);
  sheet = desk.sheet('Рейтинг');
}, 120_000);

afterAll(() => desk?.leave());

const number = (shown: string): number => Number(shown.replace(',', '.'));
const blockRows = (): string[][] => sheet.filter((cells) => CULTURE.some(({ name }) => name === cells[1]));

test('each interval is drawn on one scale of 41 characters, with the score where it belongs', () => {
  expect(blockRows()).toHaveLength(CULTURE.length);
  for (const cells of blockRows()) {
    const [drawn, total, low, high] = [cells[17]!, number(cells[7]!), number(cells[9]!), number(cells[10]!)];
    expect(drawn).toMatch(/^·*─*●─*·*$/);
    expect([...drawn]).toHaveLength(41);
    // What is shown is rounded, so the place may differ by one character.
    expect(Math.abs([...drawn].indexOf('●') - Math.floor(total / 2.5))).toBeLessThanOrEqual(1);
    expect(Math.abs((/^·*/.exec(drawn)![0].length ?? 0) - Math.floor(low / 2.5))).toBeLessThanOrEqual(1);
    expect(Math.abs(40 - /·*$/.exec(drawn)![0].length - Math.floor(high / 2.5))).toBeLessThanOrEqual(1);
  }
});

test('under the block stands in words which places chance may have dealt', () => {
  const under = sheet[sheet.indexOf(blockRows().at(-1)!) + 1]![0]!;
  expect(under).toMatch(/^Нельзя различить|^Места всех учреждений различимы/);
  for (const cells of blockRows()) {
    const isAlone = cells[11] === cells[12];
    if (under.startsWith('Нельзя различить:') && !isAlone) expect(under).toContain(cells[1]);
  }
});

test('districts are ranked by the mean of their spheres, the territory by the mean of spheres', () => {
  const totals = (wanted: (district: string) => boolean): number[] =>
    blockRows()
      .filter((cells) => wanted(CULTURE.find(({ name }) => name === cells[1])!.district))
      .map((cells) => number(cells[7]!));
  const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const names = [...new Set(CULTURE.map(({ district }) => district))];
  expect(names.length).toBeGreaterThan(1);
  const values = names.map((name) => mean(totals((district) => district === name)));
  names.forEach((name, at) => {
    const row = sheet.find((cells) => cells[1] === name)!;
    expect(number(row[2]!)).toBeCloseTo(values[at]!, 1);
    expect(Number(row[0])).toBe(1 + values.filter((value) => value > values[at]!).length);
  });
  const whole = sheet.find((cells) => cells[1] === 'Территория: среднее по сферам')!;
  expect(number(whole[2]!)).toBeCloseTo(mean(totals(() => true)), 1);
});

test('criteria have one scale of colour from 40 to 100 points', async () => {
  const { value, error } = await desk.workspace.run('testDoor', [
    `() => SpreadsheetApp.getActiveSpreadsheet().getSheetByName('Рейтинг').getConditionalFormatRules().map((rule) => {
      const scale = rule.getGradientCondition();
      return [rule.getRanges().map((range) => range.getA1Notation()).join(), scale.getMinValue(), scale.getMaxValue()];
    })`,
  ]);
  expect(error).toBeUndefined();
  expect(value).toEqual([['C7:G10', '40', '100']]);
});
