import { literal } from './cells.ts';
import { columnRange } from './column-ranges.ts';
import { BAND, DONE, HEADER, INK, LINE, NONE, OVERDUE, QUIET, SOON, WHITE } from './look.ts';
import { columnLetters, type Records } from './records.ts';
import type { duesTable, STATES } from './tables/plan.ts';
import { inMonth, MONTHS, shownState, viewSheet, wantedName } from './view-sheet.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type State = (typeof STATES)[number];

export const TRAFFIC_LIGHT = 'Светофор';

/** What needs doing first; the colours are those of the words on «Сроки». */
const COLUMNS: readonly (readonly [State, string])[] = [
  ['просрочено', OVERDUE],
  ['сегодня', SOON],
  ['скоро', '#C79A3B'],
  ['ожидается', HEADER],
  ['выполнено', DONE],
  ['не применимо', NONE],
  ['без срока', '#B9BEC6'],
];
export const STATE_COLOURS = COLUMNS.map(([, colour]) => colour);
const WIDTH = COLUMNS.length + 2;
/** Zeros are left blank: what there is stands out. */
const COUNT = '0;-0;;@';
const NAME_PIXELS = 320;
const COUNT_PIXELS = 104;
/** Charts stand at the right of the counts. */
const CHART_COLUMN = WIDTH + 1;
const CHART_WIDTH = 680;
const BAR_PIXELS = 34;
const COLUMN_CHART_PIXELS = 340;
const CHART_ROWS_PIXELS = 21;

/** What charts of other sheets are drawn of: header, names and the counts by state. */
export interface TrafficLightBlocks {
  months?: GoogleAppsScript.Spreadsheet.Range;
  parties?: GoogleAppsScript.Spreadsheet.Range;
}

interface Block {
  key: 'plan' | 'months' | 'section' | 'parties';
  title: string;
  names: readonly string[];
  /** Conditions of COUNTIFS that find the dates of a row. @param name address of the row's name */
  where(name: string, at: number): string;
  chart: 'BAR' | 'COLUMN';
}

/**
 * Lays the sheet out: counts by plan, month, section and party, all of them formulas that follow «Сроки» with no run of
 * the script. A party is counted wherever it stands in the list of a line, and only as a whole name.
 */
export function layTrafficLight(
  book: Spreadsheet,
  dues: Records<typeof duesTable>,
  names: Readonly<Record<'plan' | 'section' | 'parties', readonly string[]>>,
  year: number,
): TrafficLightBlocks {
  const sheet = viewSheet(book, TRAFFIC_LIGHT);
  sheet.setColumnWidth(1, NAME_PIXELS);
  sheet.setColumnWidths(2, WIDTH - 1, COUNT_PIXELS);
  sheet.getRange('A1').setValue('Светофор сроков').setFontSize(14).setFontWeight('bold').setFontColor(HEADER);
  sheet
    .getRange('A2')
    .setValue('Сколько сроков в каком состоянии. Считается формулами по листу «Сроки» и меняется вместе с ним.')
    .setFontColor(QUIET);
  const named = (title: string, column: keyof typeof names): Block => ({
    key: column,
    title,
    names: names[column],
    where: (name) => `${columnRange(dues, column)};${wantedName(column, name)}`,
    chart: 'BAR',
  });
  const days = columnRange(dues, 'workingDay');
  const blocks: Block[] = [
    named('По планам', 'plan'),
    {
      key: 'months',
      title: `По месяцам ${year} года`,
      names: names.plan.length > 0 ? MONTHS : [],
      where: (_, month) => inMonth(days, year, month),
      chart: 'COLUMN',
    },
    named('По разделам', 'section'),
    named('По ответственным', 'parties'),
  ];
  const states = columnRange(dues, 'state');
  let row = 4;
  let chartRow = 4;
  const laid: Partial<Record<Block['key'], GoogleAppsScript.Spreadsheet.Range>> = {};
  for (const block of blocks.filter((each) => each.names.length > 0)) {
    layBlock(sheet, block, row, states);
    laid[block.key] = sheet.getRange(row, 1, block.names.length + 1, WIDTH - 1);
    chartRow = layChart(sheet, block, row, Math.max(row, chartRow));
    row += block.names.length + 3;
  }
  if (row === 4) sheet.getRange('A4').setValue('Сроков пока нет: загрузите план («НОКО → План»).').setFontColor(INK);
  return laid;
}

function layBlock(sheet: Sheet, { title, names, where }: Block, row: number, states: string): void {
  sheet
    .getRange(row, 1, 1, WIDTH)
    .setValues([[title, ...COLUMNS.map(([state]) => shownState(state)), 'всего']])
    .setBackground(HEADER)
    .setFontColor(WHITE)
    .setFontWeight('bold')
    .setWrap(true)
    .setVerticalAlignment('middle');
  // A number stands under the end of its title, not under the beginning of the next one.
  sheet.getRange(row, 2, 1, WIDTH - 1).setHorizontalAlignment('right');
  sheet
    .getRange(row + 1, 1, names.length, 1)
    .setNumberFormat('@')
    .setValues(names.map((name) => [literal(name)]))
    .setWrap(true);
  const last = columnLetters(WIDTH - 1);
  const formulas = names.map((_, at) => {
    const name = `$A${row + 1 + at}`;
    const counts = COLUMNS.map(([state]) => `COUNTIFS(${states};"*${state}";${where(name, at)})`);
    return [...counts.map((count) => `=${count}`), `=SUM(B${row + 1 + at}:${last}${row + 1 + at})`];
  });
  const body = sheet.getRange(row + 1, 2, names.length, WIDTH - 1);
  body.setFormulas(formulas).setNumberFormat(COUNT).setFontColor(INK);
  sheet
    .getRange(row + 1, 1, names.length, WIDTH)
    .setBackground(BAND)
    .setVerticalAlignment('top')
    .setBorder(null, null, true, null, null, true, LINE, SpreadsheetApp.BorderStyle.SOLID);
  COLUMNS.slice(0, 2).forEach(([, colour], at) => {
    sheet
      .getRange(row + 1, 2 + at, names.length, 1)
      .setFontColor(colour)
      .setFontWeight('bold');
  });
}

/** @returns the row under the chart */
function layChart(sheet: Sheet, { title, names, chart: kind }: Block, row: number, at: number): number {
  const height = kind === 'BAR' ? 140 + BAR_PIXELS * names.length : COLUMN_CHART_PIXELS;
  const chart = sheet
    .newChart()
    .setChartType(Charts.ChartType[kind])
    .addRange(sheet.getRange(row, 1, names.length + 1, WIDTH - 1))
    .setNumHeaders(1)
    .setOption('title', `Сроки: ${title.toLowerCase()}`)
    .setOption('isStacked', true)
    .setOption('legend', { position: 'bottom' })
    .setOption('colors', STATE_COLOURS)
    .setOption('width', CHART_WIDTH)
    .setOption('height', height)
    .setPosition(at, CHART_COLUMN, 0, 0)
    .build();
  sheet.insertChart(chart);
  return at + Math.ceil(height / CHART_ROWS_PIXELS) + 1;
}
