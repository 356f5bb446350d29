import { BAND, HEADER, INK, LINE, QUIET, STAGE_COLOURS, WHITE } from './look.ts';
import { SETTINGS } from './settings.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

export const RATING = 'Рейтинг';
export const INDICATORS = 'Показатели';

/** Columns of `NOKO_RESULTS`, in its order. */
const WIDTHS = [60, 280, 62, 62, 62, 62, 62, 70, 140, 70, 70, 70, 70, 70, 80, 360];
const RESULT_COLUMNS = WIDTHS.length;
const DECIMALS = [
  '0',
  '@',
  '0.0',
  '0.0',
  '0.0',
  '0.0',
  '0.0',
  '0.00',
  '@',
  '0.0',
  '0.0',
  '0',
  '0',
  '#,##0',
  '#,##0',
  '@',
];
/** 1-based columns of the name and the total in a block. */
const NAME = 2;
const TOTAL = 8;
/** Rows under a block that its chart stands in. */
const CHART_ROWS = 12;
/** Pixels; as high as its rows. */
const CHART_HEIGHT = 240;

export interface RatingBlock {
  sphere: string;
  /** Institutions in the register now; the block leaves room for so many. */
  institutions: number;
}

/** @returns whether a sheet was made */
export function prepareRatingSheet(book: Spreadsheet): boolean {
  let made = false;
  for (const name of [RATING, INDICATORS]) {
    if (book.getSheetByName(name)) continue;
    made = true;
    const sheet = book.insertSheet(name, book.getNumSheets());
    sheet.setTabColor(STAGE_COLOURS.rating);
    sheet.getRange('A1').setValue('Заполните лист «Учреждения» и выберите «НОКО → Рейтинг → Обновить лист «Рейтинг»».');
  }
  return made;
}

/**
 * Lays the sheet out: a block a sphere, each one formula that spills and stays alive, and a
 * chart beside it. Layout only: what is computed is computed by the formulas.
 */
export function layRatingSheet(
  book: Spreadsheet,
  blocks: readonly RatingBlock[],
  title: string,
  methods: string,
): void {
  const sheet = emptySheet(book, RATING);
  WIDTHS.forEach((width, at) => {
    sheet.setColumnWidth(at + 1, width);
  });
  sheet.getRange('A1').setValue(title).setFontSize(14).setFontWeight('bold').setFontColor(HEADER);
  sheet
    .getRange('A2')
    .setValue(
      'Считается формулами и меняется с каждым ответом. «Итог от — до»: интервал; «Место от — до»: какие места допускает случайность.',
    )
    .setFontColor(QUIET);
  sheet.getRange('A3').setValue(`${methods}.`).setFontColor(QUIET);
  let row = 5;
  const means: { sphere: string; formula: string }[] = [];
  for (const block of blocks) {
    const last = row + 1 + block.institutions;
    layBlock(sheet, block, row);
    means.push({ sphere: block.sphere, formula: `=IFERROR(AVERAGE(H${row + 2}:H${last});"н/д")` });
    row = last + 2 + CHART_ROWS;
  }
  layTerritory(sheet, means, row);
  sheet.setFrozenRows(1);
  layIndicators(book);
}

function layBlock(sheet: Sheet, { sphere, institutions }: RatingBlock, row: number): void {
  const title = sphere.charAt(0).toUpperCase() + sphere.slice(1);
  sheet.getRange(row, 1).setValue(title).setFontWeight('bold').setFontSize(12).setFontColor(INK);
  sheet
    .getRange(row + 1, 1, 1, RESULT_COLUMNS)
    .setBackground(HEADER)
    .setFontColor(WHITE)
    .setFontWeight('bold')
    .setWrap(true)
    .setVerticalAlignment('middle');
  const body = sheet.getRange(row + 2, 1, institutions, RESULT_COLUMNS);
  body
    .setNumberFormats(Array.from({ length: institutions }, () => DECIMALS))
    .setBackground(BAND)
    .setFontColor(INK)
    .setBorder(null, null, true, null, null, true, LINE, SpreadsheetApp.BorderStyle.SOLID);
  sheet.getRange(row + 2, TOTAL, institutions, 1).setFontWeight('bold');
  sheet.getRange(row + 1, 1).setFormula(resultsFormula(sphere));
  const chart = sheet
    .newChart()
    .setChartType(Charts.ChartType.BAR)
    .addRange(sheet.getRange(row + 1, NAME, institutions + 1, 1))
    .addRange(sheet.getRange(row + 1, TOTAL, institutions + 1, 1))
    .setNumHeaders(1)
    .setOption('title', `${title}: итоговые баллы`)
    .setOption('legend', { position: 'none' })
    .setOption('colors', [HEADER])
    .setOption('hAxis', { minValue: 0, maxValue: 100 })
    .setOption('width', 760)
    .setOption('height', CHART_HEIGHT)
    .setPosition(row + institutions + 3, NAME, 0, 0)
    .build();
  sheet.insertChart(chart);
}

function layTerritory(sheet: Sheet, means: readonly { sphere: string; formula: string }[], row: number): void {
  sheet.getRange(row, 1).setValue('По территории').setFontWeight('bold').setFontSize(12).setFontColor(INK);
  const rows = means.length;
  if (rows === 0) return;
  const table = sheet.getRange(row + 1, NAME, rows + 1, 2);
  table.setFormulas([
    ...means.map(({ sphere, formula }) => [`="${sphere}"`, formula]),
    ['="Территория: среднее по сферам"', `=IFERROR(AVERAGE(C${row + 1}:C${row + rows});"н/д")`],
  ]);
  table.setBackground(BAND).setFontColor(INK);
  sheet.getRange(row + 1, NAME + 1, rows + 1, 1).setNumberFormat('0.00');
  sheet.getRange(row + 1 + rows, NAME, 1, 2).setFontWeight('bold');
}

/** Every indicator of every institution: what the rating is made of. */
function layIndicators(book: Spreadsheet): void {
  const sheet = emptySheet(book, INDICATORS);
  sheet.setColumnWidth(1, 280);
  sheet.getRange(1, 1, 1, sheet.getMaxColumns()).setBackground(HEADER).setFontColor(WHITE).setFontWeight('bold');
  sheet.getRange(2, 2, sheet.getMaxRows() - 1, sheet.getMaxColumns() - 1).setNumberFormat('0.0');
  sheet.setFrozenRows(1);
  sheet.setFrozenColumns(1);
  sheet.getRange('A1').setFormula(`=NOKO_INDICATORS(${SOURCES};${setting('empty')};"";${TAKES_PART};${METHODS})`);
}

/** Tally, checklist and register, as the functions take them. */
const SOURCES =
  "'Свод'!$A$2:$F;'Наблюдения'!$A$2:$D;'Учреждения'!$A$2:$A;'Учреждения'!$B$2:$B;'Учреждения'!$D$2:$D;'Учреждения'!$F$2:$F";

const TAKES_PART = "'Учреждения'!$I$2:$I";

const METHODS = "'Методика'!$A$2:$K";

function resultsFormula(sphere: string): string {
  return `=NOKO_RESULTS(${SOURCES};"${sphere}";${setting('rounding')};${setting('empty')};${setting('confidence')};${TAKES_PART};${METHODS})`;
}

/** The value of a setting, followed live. */
function setting(key: keyof typeof SETTINGS): string {
  return `IFERROR(VLOOKUP("${SETTINGS[key].name}";'Настройки'!$A:$B;2;FALSE);"")`;
}

function emptySheet(book: Spreadsheet, name: string): Sheet {
  const sheet = book.getSheetByName(name) ?? book.insertSheet(name, book.getNumSheets());
  for (const chart of sheet.getCharts()) sheet.removeChart(chart);
  sheet.clear();
  return sheet;
}

/** A block as it stands in the sheet: the sphere's title and rows of `NOKO_RESULTS` without header. */
export interface ReadBlock {
  sphere: string;
  rows: unknown[][];
}

/** What the sheet shows now; the report takes its figures from here, so that the two cannot differ. */
export function readRatingSheet(book: Spreadsheet): ReadBlock[] {
  const sheet = book.getSheetByName(RATING);
  if (!sheet || sheet.getLastRow() < 4) return [];
  const values = sheet.getRange(1, 1, sheet.getLastRow(), RESULT_COLUMNS).getValues();
  const blocks: ReadBlock[] = [];
  values.forEach((cells, at) => {
    if (cells[0] !== 'Место' || cells[1] !== 'Учреждение') return;
    const rows: unknown[][] = [];
    for (let next = at + 1; next < values.length && values[next]![1] !== ''; next += 1) rows.push(values[next]!);
    blocks.push({ sphere: String(values[at - 1]![0]), rows });
  });
  return blocks;
}
