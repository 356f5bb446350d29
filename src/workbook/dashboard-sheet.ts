import type { StepKey } from '../texts/steps.ts';
import { DAILY_RUN_CELL } from './daily-run-cell.ts';
import { type DashboardFormulas, dashboardFormulas, HELPER_ROWS, type Helpers, LISTED } from './dashboard-formulas.ts';
import { BAND, DONE, HEADER, INK, LINE, OVERDUE, QUIET, SOON, STAGE_COLOURS, WHITE } from './look.ts';
import { STATE_COLOURS, type TrafficLightBlocks } from './traffic-light-sheet.ts';
import { emptied } from './view-sheet.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

export const DASHBOARD = 'Пульт';

/** Left half A–D, right half F–I; the rest is out of sight. Pixels; as wide as A4 across holds well. */
const WIDTHS = [270, 110, 96, 100, 18, 90, 120, 390, 250];
const LEFT_PIXELS = 576;
const RIGHT_PIXELS = 850;
const SHOWN_COLUMNS = WIDTHS.length;
const HELPER_COLUMNS = ['J', 'K', 'L', 'M', 'N', 'O', 'P'] as const;
const COLUMNS = SHOWN_COLUMNS + HELPER_COLUMNS.length;

/** First rows of the blocks: the header, then the lines. */
const ROW = { tiles: 3, steps: 6, dues: 6, forms: 18, indicators: 18, health: 25, charts: 32 } as const;
const HELPERS: Helpers = {
  row: 7,
  dues: 'J',
  forms: 'K',
  codes: 'L',
  means: 'M',
  weakest: 'N',
  chosen: 'O',
  dailyRun: '$P$7',
};
/** Columns of the tiles: first and number of them. */
const TILES = [
  [1, 1],
  [2, 3],
  [6, 2],
  [8, 1],
  [9, 1],
] as const;
const OVERDUE_TILE = TILES[2][0];
const TILE_PIXELS = 44;
const CHART_PIXELS = 280;

/**
 * Lays «Пульт» out: how far the year is, what is due next, what is collected, where it is weak and whether the
 * add-in runs. All of it formulas; the charts are those of «Светофор».
 *
 * @param lastRun when the daily run last came to its end
 * @param source blocks of «Светофор», with their headers; none before there is a plan
 */
export function layDashboard(
  book: Spreadsheet,
  steps: readonly StepKey[],
  lastRun: Date | undefined,
  source: TrafficLightBlocks,
): void {
  const sheet = emptySheet(book);
  const formulas = dashboardFormulas(book, steps, HELPERS);
  WIDTHS.forEach((width, at) => {
    sheet.setColumnWidth(at + 1, width);
  });
  const whole = sheet.getRange(1, 1, ROW.charts - 1, SHOWN_COLUMNS);
  whole.setFontColor(INK).setVerticalAlignment('middle').setWrapStrategy(SpreadsheetApp.WrapStrategy.CLIP);
  sheet.getRange('A1').setFormula(formulas.title).setFontSize(16).setFontWeight('bold').setFontColor(HEADER);
  sheet.getRange('A2').setFormula(formulas.territory).setFontColor(QUIET);
  sheet.getRange('A1:A2').setWrapStrategy(SpreadsheetApp.WrapStrategy.OVERFLOW);
  layTiles(sheet, formulas.tiles);
  layBlock(sheet, ROW.steps, 1, ['Ход года', 'Состояние', 'Сделано', ''], formulas.steps);
  layBlock(sheet, ROW.forms, 1, [formulas.collected, 'Собрано', 'Доля', ''], formulas.forms);
  layBlock(sheet, ROW.dues, 6, ['Срок', 'Состояние', 'Просроченное и ближайшее', 'Ответственные'], formulas.dues);
  layBlock(
    sheet,
    ROW.indicators,
    6,
    ['Среднее', 'Показатель', 'Самые слабые показатели', 'Ниже всего'],
    formulas.indicators,
  );
  // A name takes the two narrow columns, the value stands in the wide one.
  const checks = formulas.health.map(([name, value]) => [name!, '', value!, '']);
  layBlock(sheet, ROW.health, 6, ['Почта и проверки', '', '', ''], checks);
  sheet.getRange(ROW.health, 6, checks.length + 1, 1).setWrapStrategy(SpreadsheetApp.WrapStrategy.OVERFLOW);
  for (const row of [ROW.steps, ROW.forms]) sheet.getRange(row + 1, 4, LISTED.dues, 1).setFontColor(HEADER);
  sheet
    .getRange(ROW.forms + 1, 3, LISTED.forms, 1)
    .setNumberFormat('0%')
    .setHorizontalAlignment('left');
  sheet
    .getRange(ROW.dues + 1, 6, LISTED.dues, 1)
    .setNumberFormat('dd.mm.yyyy')
    .setHorizontalAlignment('left');
  sheet
    .getRange(ROW.indicators + 1, 6, LISTED.indicators, 1)
    .setNumberFormat('0.0')
    .setHorizontalAlignment('left');
  sheet.getRange(ROW.indicators + 1, 7, LISTED.indicators, 1).setHorizontalAlignment('left');
  layHelpers(book, sheet, formulas.helpers, lastRun);
  colourSigns(sheet);
  layCharts(sheet, source);
}

function emptySheet(book: Spreadsheet): Sheet {
  const existing = emptied(book.getSheetByName(DASHBOARD));
  const sheet = existing ?? book.insertSheet(DASHBOARD, 1);
  if (existing) existing.getRange(1, 1, ROW.tiles + 1, SHOWN_COLUMNS).breakApart();
  else sheet.setTabColor(STAGE_COLOURS.start);
  sheet.setHiddenGridlines(true);
  const spare = sheet.getMaxColumns() - COLUMNS;
  if (spare > 0) sheet.deleteColumns(COLUMNS + 1, spare);
  if (spare < 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), -spare);
  return sheet;
}

function layTiles(sheet: Sheet, tiles: DashboardFormulas['tiles']): void {
  tiles.forEach(([caption, formula], at) => {
    const [first, columns] = TILES[at]!;
    const both = sheet.getRange(ROW.tiles, first, 2, columns);
    both.setBackground(BAND).setHorizontalAlignment('center');
    if (columns > 1) both.mergeAcross();
    sheet.getRange(ROW.tiles, first).setValue(caption).setFontColor(QUIET);
    sheet
      .getRange(ROW.tiles + 1, first)
      .setFormula(formula)
      .setNumberFormat(at < 2 ? '0%' : '0');
  });
  sheet
    .getRange(ROW.tiles + 1, 1, 1, SHOWN_COLUMNS)
    .setFontSize(20)
    .setFontWeight('bold')
    .setFontColor(HEADER);
  sheet.setRowHeight(ROW.tiles + 1, TILE_PIXELS);
}

/** A block of four columns. */
function layBlock(sheet: Sheet, row: number, column: number, titles: readonly string[], rows: string[][]): Range {
  sheet
    .getRange(row, column, 1, titles.length)
    .setValues([[...titles]])
    .setBackground(HEADER)
    .setFontColor(WHITE)
    .setFontWeight('bold');
  return sheet
    .getRange(row + 1, column, rows.length, titles.length)
    .setValues(rows)
    .setBorder(null, null, true, null, null, true, LINE, SpreadsheetApp.BorderStyle.SOLID);
}

function layHelpers(book: Spreadsheet, sheet: Sheet, cells: string[][], lastRun: Date | undefined): void {
  sheet.getRange(HELPERS.row, SHOWN_COLUMNS + 1, HELPER_ROWS, cells[0]!.length).setFormulas(cells);
  const dailyRun = sheet.getRange(HELPERS.dailyRun);
  dailyRun.setNumberFormat('dd.mm.yyyy hh:mm').setValue(lastRun ?? '');
  book.setNamedRange(DAILY_RUN_CELL, dailyRun);
  sheet.hideColumns(SHOWN_COLUMNS + 1, COLUMNS - SHOWN_COLUMNS);
}

/** A sign has its colour wherever it stands; the word beside it says the same. */
function colourSigns(sheet: Sheet): void {
  const ranges = [sheet.getRange(ROW.steps + 1, 1, ROW.charts - ROW.steps - 1, SHOWN_COLUMNS)];
  const colours: [string, string][] = [
    ['▲', OVERDUE],
    ['●', SOON],
    ['✓', DONE],
  ];
  const overdue = SpreadsheetApp.newConditionalFormatRule()
    .whenNumberGreaterThan(0)
    .setFontColor(OVERDUE)
    .setRanges([sheet.getRange(ROW.tiles + 1, OVERDUE_TILE)])
    .build();
  sheet.setConditionalFormatRules([
    overdue,
    ...colours.map(([sign, colour]) =>
      SpreadsheetApp.newConditionalFormatRule()
        .whenTextContains(sign)
        .setFontColor(colour)
        .setBold(true)
        .setRanges(ranges)
        .build(),
    ),
  ]);
}

/** The year by months, and who has how much: once there is a plan. */
function layCharts(sheet: Sheet, source: TrafficLightBlocks): void {
  for (const [block, type, title, column, width] of [
    [source.months, 'COLUMN', 'Сроки по месяцам и состояниям', 1, LEFT_PIXELS],
    [source.parties, 'BAR', 'Сроки по ответственным', 6, RIGHT_PIXELS],
  ] as const) {
    if (!block) continue;
    const chart = sheet
      .newChart()
      .setChartType(Charts.ChartType[type])
      .addRange(block)
      .setNumHeaders(1)
      .setOption('title', title)
      .setOption('isStacked', true)
      .setOption('legend', { position: 'bottom' })
      .setOption('colors', STATE_COLOURS)
      .setOption('width', width)
      .setOption('height', CHART_PIXELS)
      .setPosition(ROW.charts, column, 0, 0)
      .build();
    sheet.insertChart(chart);
  }
}
