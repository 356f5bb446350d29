import { BAND, HEADER, INK, LINE, QUIET, STAGE_COLOURS, WHITE } from './look.ts';
import { type ChartedBlock, chartDataSheet, chartHeightPixels, layRatingCharts } from './rating-charts.ts';
import type { RatingSources } from './rating-sources.ts';
import { columnLetters } from './records.ts';
import { makeRoom } from './sheet-rows.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

export const RATING = 'Рейтинг';
export const INDICATORS = 'Показатели';

/** Columns of `NOKO_RESULTS` without the comparison with a former year, in its order. */
export const RESULT_WIDTHS = [50, 260, 50, 50, 50, 50, 50, 55, 140, 56, 56, 56, 56, 56, 80, 360];
const RESULT_COLUMNS = RESULT_WIDTHS.length;
/** «Прошлый год», «Изменение», «Значимо ли»: they stand before the last column. */
const CHANGE_WIDTHS = [70, 82, 310];
const CHANGE_FORMATS = ['0.00', '+0.00;−0.00;0.00', '@'];
const BLOCK_COLUMNS = RESULT_COLUMNS + CHANGE_WIDTHS.length;
/** Right of the results: the institution's district and how it stands to the mean of its sphere. */
const DISTRICT = BLOCK_COLUMNS + 1;
const AGAINST_MEAN = BLOCK_COLUMNS + 2;
/** Pixels; a sentence on groups may take several lines. */
const GROUPS_HEIGHT = 63;
const ROW_HEIGHT = 21;
const TITLE_HEIGHT = 30;
/** One hue, so that it is the same scale to everyone; ink on either end has a contrast of 8:1 or better. */
const SCALE = { from: WHITE, fromPoints: '40', to: '#8CC5DA', toPoints: '100' } as const;
export const RESULT_FORMATS = [
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
const CHARTED = {
  ...{ place: 'A', name: 'B', total: 'H', low: 'J', high: 'K' },
  ...{ placeLow: 'L', placeHigh: 'M', answers: 'N' },
};
/** 1-based; the chart of scores ends left of it. */
const PLACES_CHART = 9;

/** A district of the register and the spheres it has institutions of. */
export interface RatingDistrict {
  district: string;
  spheres: readonly string[];
}

export interface RatingBlock {
  sphere: string;
  /** Institutions in the register now; the block leaves room for so many. */
  institutions: number;
}

/** Institutions of one type within a sphere, enough of them to be ranked. */
export interface RatingType extends RatingBlock {
  type: string;
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

/** What the sheet calls itself and the rules it is computed by. */
export interface RatingNames {
  readonly title: string;
  /** «Методика: приказ № 15 от 20.02.2026». */
  readonly methods: string;
}

/** Brings the names in step with «Методика»; the rest of the sheet is left alone. */
export function nameRatingSheet(book: Spreadsheet, names: RatingNames): void {
  const sheet = book.getSheetByName(RATING);
  // Not laid out yet: there is nothing to name.
  if (sheet && sheet.getLastRow() > 2) writeNames(sheet, names);
}

function writeNames(sheet: Sheet, { title, methods }: RatingNames): void {
  sheet.getRange('A1').setValue(title);
  sheet.getRange('A3').setValue(`${methods}.`);
}

/**
 * Lays the sheet out: a block a sphere, each one formula that spills and stays alive, and a
 * chart beside it. Layout only: what is computed is computed by the formulas.
 */
export function layRatingSheet(
  book: Spreadsheet,
  blocks: readonly RatingBlock[],
  districts: readonly RatingDistrict[],
  types: readonly RatingType[],
  names: RatingNames,
  sources: RatingSources,
): void {
  const sheet = emptySheet(book, RATING, rowsNeeded(blocks, districts, types));
  withChange(RESULT_WIDTHS, CHANGE_WIDTHS).forEach((width, at) => {
    sheet.setColumnWidth(at + 1, width);
  });
  sheet.setColumnWidth(DISTRICT, 140).setColumnWidth(AGAINST_MEAN, 150);
  sheet.setRowHeight(1, TITLE_HEIGHT);
  sheet.getRange('A1').setFontSize(14).setFontWeight('bold').setFontColor(HEADER);
  sheet
    .getRange('A2')
    .setValue(
      'Считается формулами и меняется с каждым ответом. «Итог от — до»: интервал; «Место от — до»: какие места допускает случайность.',
    )
    .setFontColor(QUIET);
  sheet.getRange('A3').setFontColor(QUIET);
  writeNames(sheet, names);
  sheet
    .getRange(4, 1, ABOUT_CHANGE.length, 1)
    .setValues(ABOUT_CHANGE.map((line) => [line]))
    .setFontColor(QUIET);
  let row = 4 + ABOUT_CHANGE.length;
  const district = columnLetters(DISTRICT);
  const means: SphereMean[] = [];
  const scales: GoogleAppsScript.Spreadsheet.Range[] = [];
  const charted: ChartedBlock[] = [];
  for (const block of blocks) {
    const last = row + 1 + block.institutions;
    const more = `${sources.former};${sources.setting('year')}`;
    const formula = resultsFormula(sources, block.sphere, more);
    const table = { title: capital(block.sphere), formula, columns: BLOCK_COLUMNS };
    layBlock(sheet, table, row, block.institutions, withChange(RESULT_FORMATS, CHANGE_FORMATS));
    layBeside(sheet, row, block.institutions, sources);
    charted.push({
      title: capital(block.sphere),
      first: row + 2,
      institutions: block.institutions,
      chartRow: last + 2,
    });
    scales.push(sheet.getRange(row + 2, 3, block.institutions, 5));
    means.push({
      sphere: block.sphere,
      totals: `H${row + 2}:H${last}`,
      districts: `${district}${row + 2}:${district}${last}`,
    });
    row = last + 3 + Math.ceil(chartHeightPixels(block.institutions) / ROW_HEIGHT);
  }
  layRatingCharts(sheet, chartDataSheet(book), charted, CHARTED, PLACES_CHART);
  row = layDistricts(sheet, means, districts, layTerritory(sheet, means, row));
  layTypes(sheet, types, sources, row);
  sheet.setConditionalFormatRules(scales.length > 0 ? [colourScale(scales)] : []);
  sheet.setFrozenRows(1);
  const institutions = blocks.reduce((sum, block) => sum + block.institutions, 0);
  layIndicators(book, sources, institutions);
}

/** Room for all that is laid out, some rows to spare: blocks with their charts, and the tables under them. */
function rowsNeeded(
  blocks: readonly RatingBlock[],
  districts: readonly RatingDistrict[],
  types: readonly RatingType[],
): number {
  let rows = 4 + ABOUT_CHANGE.length;
  for (const { institutions } of blocks) {
    rows += institutions + 5 + Math.ceil(chartHeightPixels(institutions) / ROW_HEIGHT);
  }
  rows += blocks.length + 4 + districts.length * (1 + blocks.length) + 5;
  return types.reduce((sum, { institutions }) => sum + institutions + 4, rows + 2);
}

/** Under the names: what the columns on the change say, and what they do not. */
const ABOUT_CHANGE = [
  '«Изменение»: к итогу прошлой оценки с листа «Прошлые рейтинги». «Значимо ли»: интервал разности двух независимых опросов; включает 0 — значимого изменения нет.',
  'Каждое учреждение сравнивается само по себе: при вероятности 0,95 одно «значимое» слово из двадцати бывает случайным, отчёт делает поправку.',
];

/** What stands before the last column of a block that is compared with a former year. */
function withChange<T>(plain: readonly T[], change: readonly T[]): T[] {
  return [...plain.slice(0, -1), ...change, ...plain.slice(-1)];
}

function layBlock(
  sheet: Sheet,
  { title, formula, columns }: { title: string; formula: string; columns: number },
  row: number,
  institutions: number,
  formats: readonly string[],
): void {
  sheet.getRange(row, 1).setValue(title).setFontWeight('bold').setFontSize(12).setFontColor(INK);
  sheet
    .getRange(row + 1, 1, 1, columns)
    .setBackground(HEADER)
    .setFontColor(WHITE)
    .setFontWeight('bold')
    .setWrap(true)
    .setVerticalAlignment('middle');
  const body = sheet.getRange(row + 2, 1, institutions, columns);
  body
    .setNumberFormats(Array.from({ length: institutions }, () => [...formats]))
    .setBackground(BAND)
    .setFontColor(INK)
    .setBorder(null, null, true, null, null, true, LINE, SpreadsheetApp.BorderStyle.SOLID);
  sheet.getRange(row + 2, TOTAL, institutions, 1).setFontWeight('bold');
  // Numbers stand at the right of their cells; the sentence of the change and the note do not.
  sheet.getRange(row + 1, NAME + 1, 1, RESULT_COLUMNS - NAME - 1).setHorizontalAlignment('center');
  sheet.getRange(row + 1, 1).setFormula(formula);
  // «Прошлый год» and «Место в типе» take two lines.
  sheet.setRowHeight(row + 1, 2 * ROW_HEIGHT);
  layGroups(sheet, row, institutions);
}

/** Schools among schools: places and their sets are worked out anew within each type. */
function layTypes(sheet: Sheet, types: readonly RatingType[], sources: RatingSources, row: number): void {
  if (types.length === 0) return;
  heading(sheet, row, 'По типам: места внутри типа; типы из одного учреждения не показаны');
  let next = row + 2;
  for (const { sphere, type, institutions } of types) {
    // A quote in a type that a person wrote must not end the text of the formula.
    const formula = resultsFormula(sources, sphere, `"";"";${sources.types};"${type.replace(/"/g, '""')}"`);
    const table = { title: `${capital(sphere)}: ${type}`, formula, columns: BLOCK_COLUMNS };
    // The note takes the room of the columns on the change, which a type has not.
    layBlock(sheet, table, next, institutions, [...RESULT_FORMATS, ...CHANGE_WIDTHS.map(() => '@')]);
    sheet.getRange(next + 1, RESULT_COLUMNS).setWrap(false);
    next += institutions + 4;
  }
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** District of each row and its place against the mean, by formulas that follow the block as it is sorted anew. */
function layBeside(sheet: Sheet, row: number, institutions: number, { names, districts }: RatingSources): void {
  const [first, last] = [row + 2, row + 1 + institutions];
  sheet
    .getRange(row + 1, DISTRICT, 1, 2)
    .setValues([['Территория', 'К среднему сферы']])
    .setBackground(HEADER)
    .setFontColor(WHITE)
    .setFontWeight('bold')
    .setVerticalAlignment('middle');
  const mean = `AVERAGE(H$${first}:H$${last})`;
  const formulas = Array.from({ length: institutions }, (_, at) => {
    const here = first + at;
    return [
      `=IF(B${here}="";"";IFERROR(INDEX(${districts};MATCH(B${here};${names};0));""))`,
      // Only an interval that leaves the mean outside tells an institution from it: `bandOf` of the domain.
      `=IF(ISNUMBER(J${here});IF(J${here}>${mean};"выше среднего";IF(K${here}<${mean};"ниже среднего";"как среднее"));"")`,
    ];
  });
  sheet
    .getRange(first, DISTRICT, institutions, 2)
    .setFormulas(formulas)
    .setBackground(BAND)
    .setFontColor(INK)
    .setBorder(null, null, true, null, null, true, LINE, SpreadsheetApp.BorderStyle.SOLID);
}

/** «Нельзя различить» in words, under the block. */
function layGroups(sheet: Sheet, row: number, institutions: number): void {
  const [first, last] = [row + 2, row + 1 + institutions];
  sheet
    .getRange(last + 1, 1, 1, RESULT_COLUMNS)
    .merge()
    .setWrap(true)
    .setVerticalAlignment('top')
    .setFontColor(INK)
    .setFormula(`=IFERROR(NOKO_GROUPS(B${first}:B${last};L${first}:M${last});"")`);
  sheet.setRowHeight(last + 1, GROUPS_HEIGHT);
}

function colourScale(ranges: GoogleAppsScript.Spreadsheet.Range[]): GoogleAppsScript.Spreadsheet.ConditionalFormatRule {
  const { NUMBER } = SpreadsheetApp.InterpolationType;
  return SpreadsheetApp.newConditionalFormatRule()
    .setGradientMinpointWithValue(SCALE.from, NUMBER, SCALE.fromPoints)
    .setGradientMaxpointWithValue(SCALE.to, NUMBER, SCALE.toPoints)
    .setRanges(ranges)
    .build();
}

/** A block's ranges that the tables under the blocks average. */
interface SphereMean {
  sphere: string;
  totals: string;
  districts: string;
}

function heading(sheet: Sheet, row: number, text: string): void {
  sheet.getRange(row, 1).setValue(text).setFontWeight('bold').setFontSize(12).setFontColor(INK);
}

/** @returns the first row free under the table */
function layTerritory(sheet: Sheet, means: readonly SphereMean[], row: number): number {
  heading(sheet, row, 'По сферам и в целом');
  const rows = means.length;
  if (rows === 0) return row + 2;
  const table = sheet.getRange(row + 1, NAME, rows + 1, 2);
  table.setFormulas([
    ...means.map(({ sphere, totals }) => [`="${sphere}"`, `=IFERROR(AVERAGE(${totals});"н/д")`]),
    ['="Территория: среднее по сферам"', `=IFERROR(AVERAGE(C${row + 1}:C${row + rows});"н/д")`],
  ]);
  table.setBackground(BAND).setFontColor(INK);
  sheet.getRange(row + 1, NAME + 1, rows + 1, 1).setNumberFormat('0.00');
  sheet.getRange(row + 1 + rows, NAME, 1, 2).setFontWeight('bold');
  return row + rows + 3;
}

/**
 * Districts by the mean of their spheres' means (344н, formula 9, applied to a district), with
 * what it is made of under it. Between districts no interval is computed, and the heading says so.
 *
 * @returns the first row free under the table
 */
function layDistricts(
  sheet: Sheet,
  means: readonly SphereMean[],
  districts: readonly RatingDistrict[],
  row: number,
): number {
  if (districts.length < 2) return row;
  heading(sheet, row, 'По районам: среднее по сферам района; погрешность между районами не оценивается');
  const first = row + 1;
  const last = row + districts.length;
  const parts: string[][] = [];
  const ranges = districts.map(({ district, spheres }) => {
    const from = last + 2 + parts.length;
    for (const { sphere, totals, districts: where } of means) {
      if (spheres.indexOf(sphere) < 0) continue;
      const at = districts.findIndex((one) => one.district === district) + first;
      parts.push([
        `=B${at}&", ${sphere}"`,
        `=IFERROR(AVERAGEIFS(${totals};${where};B${at});"н/д")`,
        `=COUNTIFS(${where};B${at};${totals};">=0")&" учр."`,
      ]);
    }
    return `C${from}:C${last + 1 + parts.length}`;
  });
  sheet
    .getRange(first, NAME, districts.length, 1)
    .setNumberFormat('@')
    .setValues(districts.map(({ district }) => [district]));
  sheet
    .getRange(first, NAME + 1, districts.length, 1)
    .setFormulas(ranges.map((range) => [`=IFERROR(AVERAGE(${range});"н/д")`]));
  sheet
    .getRange(first, 1, districts.length, 1)
    .setFormulas(districts.map((_, at) => [`=IFERROR(RANK(C${first + at};C$${first}:C$${last});"н/д")`]));
  sheet.getRange(first, 1, districts.length, 3).setBackground(BAND).setFontColor(INK).setFontWeight('bold');
  sheet
    .getRange(last + 2, NAME, parts.length, 3)
    .setFormulas(parts)
    .setBackground(BAND)
    .setFontColor(INK);
  sheet.getRange(first, NAME + 1, last + 2 + parts.length - first, 1).setNumberFormat('0.00');
  return last + parts.length + 3;
}

const ABOUT_INDICATORS =
  'Баллы показателей, от 0 до 100. Что означает код (1.1, 2.3…) — лист «Методика», столбец «Название». Пусто — для этой сферы показатель не установлен или считается из других.';

/** Every indicator of every institution: what the rating is made of. */
function layIndicators(
  book: Spreadsheet,
  { data, setting, takesPart, methods }: RatingSources,
  institutions: number,
): void {
  const sheet = emptySheet(book, INDICATORS, 1 + institutions);
  sheet.setColumnWidth(1, 280);
  sheet.getRange(1, 1, 1, sheet.getMaxColumns()).setBackground(HEADER).setFontColor(WHITE).setFontWeight('bold');
  sheet.getRange(1, 2, 1, sheet.getMaxColumns() - 1).setHorizontalAlignment('right');
  sheet.getRange('A1').setNote(ABOUT_INDICATORS);
  sheet.getRange(2, 2, sheet.getMaxRows() - 1, sheet.getMaxColumns() - 1).setNumberFormat('0.0');
  sheet.setFrozenRows(1);
  sheet.setFrozenColumns(1);
  sheet.getRange('A1').setFormula(`=NOKO_INDICATORS(${data};${setting('empty')};"";${takesPart};${methods})`);
}

/**
 * @param more the arguments after the rows of the method, as the formula writes them
 */
export function resultsFormula(sources: RatingSources, sphere: string, more = ''): string {
  const { data, setting, takesPart, methods } = sources;
  return `=NOKO_RESULTS(${data};"${sphere}";${setting('rounding')};${setting('empty')};${setting('confidence')};${takesPart};${methods}${more && `;${more}`})`;
}

function emptySheet(book: Spreadsheet, name: string, rows: number): Sheet {
  const sheet = book.getSheetByName(name) ?? book.insertSheet(name, book.getNumSheets());
  makeRoom(sheet, rows);
  for (const chart of sheet.getCharts()) sheet.removeChart(chart);
  // Heights and merged cells of an earlier layout outlive clearing.
  const whole = sheet.getRange(1, 1, sheet.getMaxRows(), sheet.getMaxColumns());
  // An official may have frozen some: no cells are merged across their border.
  sheet.setFrozenColumns(0);
  whole.breakApart();
  sheet.setRowHeights(1, sheet.getMaxRows(), ROW_HEIGHT);
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
    for (let next = at + 1; next < values.length && isRated(values[next]!); next += 1) rows.push(values[next]!);
    blocks.push({ sphere: String(values[at - 1]![0]), rows });
  });
  return blocks;
}

/** A row of an institution, not the sentence under the block or an unused row. */
function isRated([place, name]: readonly unknown[]): boolean {
  return name !== '' && (typeof place === 'number' || place === 'н/д');
}
