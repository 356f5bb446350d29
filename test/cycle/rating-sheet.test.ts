/** The sheet «Рейтинг» on the built bundle: what stands beside and under the results. */
import { bandOf } from '../../src/domain/rating/comparison.ts';
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

/** Values as they are, not as they are shown. */
async function valuesOf(name: string): Promise<unknown[][]> {
  const { value, error } = await desk.workspace.run('testDoor', [
    `() => SpreadsheetApp.getActiveSpreadsheet().getSheetByName('${name}').getDataRange().getValues()`,
  ]);
  expect(error).toBeUndefined();
  return value as unknown[][];
}

test('the charts are made of the parts of each interval and of each set of places, with n beside the name', async () => {
  const rated = (await valuesOf('Рейтинг')).filter((cells) => CULTURE.some(({ name }) => name === cells[1]));
  const drawn = (await valuesOf('Данные диаграмм')).slice(1);
  expect(rated).toHaveLength(CULTURE.length);
  rated.forEach((cells, at) => {
    const [label, ...parts] = drawn[at]!;
    expect(label).toBe(`${cells[1]} · n = ${cells[13]}`);
    const [before, left, mark, right, first, better, own, worse] = parts as number[];
    const [total, low, high] = [cells[7], cells[9], cells[10]] as number[];
    // A mark is never cut, so a band shorter than half of it ends where the mark does.
    const half = mark! / 2;
    expect(before! + left! + half).toBeCloseTo(total!, 9);
    expect(before!).toBeCloseTo(Math.min(low!, total! - half), 9);
    expect(before! + left! + mark! + right!).toBeCloseTo(Math.max(high!, total! + half), 9);
    const [place, from, to] = [cells[0], cells[11], cells[12]] as number[];
    expect([first, better, own, worse]).toEqual(
      [from! - 0.4, place! - from!, 0.8, to! - place!].map((part) => expect.closeTo(part, 9)),
    );
  });
});

test('two charts a sphere: horizontal stacked bars whose first part has the colour of the paper, best on top', async () => {
  const { value, error } = await desk.workspace.run('testDoor', [
    `() => SpreadsheetApp.getActiveSpreadsheet().getSheetByName('Рейтинг').getCharts().map((chart) => [
      chart.modify().getChartType().name(), chart.getOptions().get('isStacked'), chart.getOptions().get('colors')[0],
      chart.getOptions().get('hAxis.viewWindow.min'), chart.getOptions().get('hAxis.viewWindow.max'),
      chart.getRanges().map((range) => range.getSheet().getName() + '!' + range.getA1Notation()).join(';'),
    ])`,
  ]);
  expect(error).toBeUndefined();
  const [scores, places] = value as unknown[][];
  expect(value).toHaveLength(2);
  expect(scores!.slice(0, 3)).toEqual(['BAR', true, '#FFFFFF']);
  // The whole scale: no answer that is still to come takes a band out of the picture.
  expect(scores!.slice(3, 5)).toEqual([0, 100]);
  expect(places!.slice(3, 5)).toEqual([0, CULTURE.length + 1]);
  const last = CULTURE.length + 1;
  expect(scores![5]).toBe(`Данные диаграмм!A2:A${last};Данные диаграмм!B2:E${last}`);
  expect(places![5]).toBe(`Данные диаграмм!A2:A${last};Данные диаграмм!F2:I${last}`);
});

test('only an interval that leaves the mean of the sphere outside is told from it', () => {
  const mean = blockRows().reduce((sum, cells) => sum + number(cells[7]!), 0) / CULTURE.length;
  const column = sheet.find((cells) => cells.includes('К среднему сферы'))!.indexOf('К среднему сферы');
  const words = blockRows().map((cells) => cells[column]);
  expect(words).toEqual(
    blockRows().map((cells) => {
      const band = bandOf({ low: number(cells[9]!), high: number(cells[10]!) }, mean);
      return { better: 'выше среднего', 'as-average': 'как среднее', worse: 'ниже среднего' }[band];
    }),
  );
  expect(new Set(words).size).toBeGreaterThan(1);
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
  expect(value).toEqual([['C8:G11', '40', '100']]);
});

test('columns that an official froze before the sheet was laid out do not stop it', async () => {
  const { error } = await desk.workspace.run('testDoor', [
    `() => {
      const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName('Рейтинг');
      sheet.getRange(1, 1, sheet.getMaxRows(), sheet.getMaxColumns()).breakApart();
      sheet.setFrozenColumns(2);
    }`,
  ]);
  expect(error).toBeUndefined();
  const before = blockRows();
  await desk.choose(['Рейтинг', 'Обновить лист «Рейтинг»']);
  sheet = desk.sheet('Рейтинг');
  expect(blockRows()).toEqual(before);
}, 60_000);
