/**
 * Intervals and places of «Рейтинг» drawn: for each institution a pale band from the low end to
 * the high one with a dark mark on the score or the place itself.
 *
 * Sheets has no error bars that a script can set, and its candlesticks stand upright, so long
 * names lie on their side. A stacked bar whose first part has the colour of the paper is made of
 * documented options only (BAR, isStacked, series colours), and names are read as they are.
 * The parts are formulas on a hidden sheet, so the picture follows the rating.
 */
import { HEADER, WHITE } from './look.ts';
import { makeRoom } from './sheet-rows.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

export const CHART_DATA = 'Данные диаграмм';
/** Pale and dark differ in lightness, so they are told apart without colour. */
export const INTERVAL_COLOURS = [WHITE, '#A9CFE0', HEADER, '#A9CFE0'] as const;

/** A block of «Рейтинг»: where its rows stand and where there is room for its charts. */
export interface ChartedBlock {
  readonly title: string;
  /** 1-based row of the first institution. */
  readonly first: number;
  readonly institutions: number;
  readonly chartRow: number;
}

/** Columns of «Рейтинг» that the pictures are made from. */
export interface ChartedColumns {
  readonly place: string;
  readonly name: string;
  readonly total: string;
  readonly low: string;
  readonly high: string;
  readonly placeLow: string;
  readonly placeHigh: string;
  readonly answers: string;
}

const WIDTHS = { scores: 610, places: 620 } as const;
const HEAD_PIXELS = 110;
const BAR_PIXELS = 32;
/** Half of a mark's width, in places; a fraction, since a decimal sign depends on the locale. */
const HALF_PLACE = '2/5';
/** Half of the width of a score's mark, in points: a thin line on the axis. */
const HALF_SCORE = '2/5';
const HEADER_ROW = [
  ...['Учреждение', 'до интервала', 'интервал до итога', 'итог', 'интервал после итога'],
  ...['до мест', 'места лучше', 'место', 'места хуже'],
];

export const chartHeightPixels = (institutions: number): number => HEAD_PIXELS + BAR_PIXELS * institutions;

/**
 * The axis of points is the whole scale: answers that come later move a band, and none may leave the picture.
 *
 * @param placesColumn 1-based column that the chart of places begins at
 */
export function layRatingCharts(
  sheet: Sheet,
  data: Sheet,
  blocks: readonly ChartedBlock[],
  columns: ChartedColumns,
  placesColumn: number,
): void {
  data.getRange(1, 1, 1, HEADER_ROW.length).setValues([HEADER_ROW]);
  const rows = blocks.map((block) =>
    Array.from({ length: block.institutions }, (_, at) => parts(sheet.getName(), columns, block.first + at)),
  );
  const all = rows.reduce((some, more) => some.concat(more), []);
  if (all.length > 0) {
    makeRoom(data, 1 + all.length);
    data.getRange(2, 1, all.length, HEADER_ROW.length).setFormulas(all);
    // The axis takes the format of its data, and half a place shall not be shown as a whole one.
    data.getRange(2, 2, all.length, HEADER_ROW.length - 1).setNumberFormat('0.0');
  }
  let row = 2;
  for (const block of blocks) {
    const own = { row, count: block.institutions };
    const title = block.title;
    const height = chartHeightPixels(block.institutions);
    const scores = band(sheet, data, own, 2)
      .setOption('title', `${title}: итог и его интервал`)
      .setOption('hAxis', axis(0, 100, 'Баллы; тёмная черта — итог'))
      .setOption('width', WIDTHS.scores)
      .setOption('height', height)
      .setPosition(block.chartRow, 1, 0, 0);
    sheet.insertChart(scores.build());
    const places = band(sheet, data, own, 6)
      .setOption('title', `${title}: места, которые допускает случайность`)
      .setOption('hAxis', axis(0, block.institutions + 1, 'Места; тёмное — место по итогу'))
      .setOption('width', WIDTHS.places)
      .setOption('height', height)
      .setPosition(block.chartRow, placesColumn, 0, 0);
    sheet.insertChart(places.build());
    row += block.institutions;
  }
}

/** Lines across would show between the bands only, since the first part of each covers them. */
const axis = (min: number, max: number, title: string) => ({
  ...{ viewWindow: { min, max }, title },
  gridlines: { color: WHITE },
});

function band(
  sheet: Sheet,
  data: Sheet,
  { row, count }: { readonly row: number; readonly count: number },
  column: number,
): GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder {
  const series = INTERVAL_COLOURS.map((color, at) => [String(at), { color }] as const);
  return sheet
    .newChart()
    .setChartType(Charts.ChartType.BAR)
    .addRange(data.getRange(row, 1, count, 1))
    .addRange(data.getRange(row, column, count, INTERVAL_COLOURS.length))
    .setNumHeaders(0)
    .setHiddenDimensionStrategy(Charts.ChartHiddenDimensionStrategy.SHOW_BOTH)
    .setOption('isStacked', true)
    .setOption('legend', { position: 'none' })
    .setOption('colors', [...INTERVAL_COLOURS])
    .setOption('series', Object.fromEntries(series))
    .setOption('bar', { groupWidth: '45%' });
}

/** A row of the data: the name with its answers, then the lengths of the parts of the two bands. */
function parts(sheet: string, columns: ChartedColumns, row: number): string[] {
  const at = (column: string): string => `'${sheet}'!${column}${row}`;
  const [total, low, high] = [at(columns.total), at(columns.low), at(columns.high)];
  const name = at(columns.name);
  const [place, first, last] = [at(columns.place), at(columns.placeLow), at(columns.placeHigh)];
  // Without an interval only the mark is drawn.
  const score = (formula: string): string => `=IF(ISNUMBER(${total});${formula};"")`;
  const known = (end: string): string => `IF(ISNUMBER(${end});${end};${total})`;
  const among = (formula: string): string => `=IF(ISNUMBER(${first});${formula};"")`;
  return [
    // Long names mostly differ at the end, so they are cut in the middle.
    `=IF(${name}="";"";IF(LEN(${name})>54;LEFT(${name};32)&" … "&RIGHT(${name};18);${name})&" · n = "&${at(columns.answers)})`,
    score(`MIN(${known(low)};${total}-${HALF_SCORE})`),
    score(`MAX(0;${total}-${HALF_SCORE}-${known(low)})`),
    score(`2*${HALF_SCORE}`),
    score(`MAX(0;${known(high)}-${total}-${HALF_SCORE})`),
    among(`${first}-${HALF_PLACE}`),
    among(`${place}-${first}`),
    among(`2*${HALF_PLACE}`),
    among(`${last}-${place}`),
  ];
}

/** The hidden sheet of the parts, emptied. */
export function chartDataSheet(book: Spreadsheet): Sheet {
  const sheet = book.getSheetByName(CHART_DATA) ?? book.insertSheet(CHART_DATA, book.getNumSheets());
  sheet.clear();
  sheet.hideSheet();
  return sheet;
}
