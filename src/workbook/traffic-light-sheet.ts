import { BAND, DONE, HEADER, INK, LINE, NONE, OVERDUE, QUIET, SOON, STAGE_COLOURS, WHITE } from './look.ts';
import { columnLetters, type Records } from './records.ts';
import { duesTable, STATE_SIGNS, type STATES } from './tables.ts';

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
const WIDTH = COLUMNS.length + 2;
const NAME_PIXELS = 320;
const COUNT_PIXELS = 92;
/** Charts stand at the right of the counts. */
const CHART_COLUMN = WIDTH + 1;
const CHART_WIDTH = 760;
const BAR_PIXELS = 34;
const CHART_ROWS_PIXELS = 21;

/** How the rows of one block are found among the due dates. */
interface Block {
  title: string;
  column: 'plan' | 'section' | 'parties';
  names: readonly string[];
}

/**
 * Lays the sheet out: counts by plan, section and party, all of them formulas that follow «Сроки» with no run of
 * the script. A party is counted wherever it stands in the list of a line, and only as a whole name.
 */
export function layTrafficLight(
  book: Spreadsheet,
  dues: Records<typeof duesTable>,
  names: Readonly<Record<'plan' | 'section' | 'parties', readonly string[]>>,
): void {
  const sheet = viewSheet(book, TRAFFIC_LIGHT);
  sheet.setColumnWidth(1, NAME_PIXELS);
  sheet.setColumnWidths(2, WIDTH - 1, COUNT_PIXELS);
  sheet.getRange('A1').setValue('Светофор сроков').setFontSize(14).setFontWeight('bold').setFontColor(HEADER);
  sheet
    .getRange('A2')
    .setValue('Сколько сроков в каком состоянии. Считается формулами по листу «Сроки» и меняется вместе с ним.')
    .setFontColor(QUIET);
  const blocks: Block[] = [
    { title: 'По планам', column: 'plan', names: names.plan },
    { title: 'По разделам', column: 'section', names: names.section },
    { title: 'По ответственным', column: 'parties', names: names.parties },
  ];
  const states = columnRange(dues, 'state');
  let row = 4;
  let chartRow = 4;
  for (const block of blocks.filter((each) => each.names.length > 0)) {
    layBlock(sheet, block, row, columnRange(dues, block.column), states);
    chartRow = layChart(sheet, block, row, Math.max(row, chartRow));
    row += block.names.length + 3;
  }
}

function layBlock(sheet: Sheet, { title, column, names }: Block, row: number, where: string, states: string): void {
  sheet
    .getRange(row, 1, 1, WIDTH)
    .setValues([[title, ...COLUMNS.map(([state]) => shown(state)), 'всего']])
    .setBackground(HEADER)
    .setFontColor(WHITE)
    .setFontWeight('bold')
    .setWrap(true)
    .setVerticalAlignment('middle');
  sheet
    .getRange(row + 1, 1, names.length, 1)
    .setNumberFormat('@')
    .setValues(names.map((name) => [name]))
    .setWrap(true);
  const last = columnLetters(WIDTH - 1);
  const formulas = names.map((_, at) => {
    const name = `$A${row + 1 + at}`;
    const counts = COLUMNS.map(([state]) => countOf(column, where, name, states, state));
    return [...counts.map((count) => `=${count}`), `=SUM(B${row + 1 + at}:${last}${row + 1 + at})`];
  });
  const body = sheet.getRange(row + 1, 2, names.length, WIDTH - 1);
  body.setFormulas(formulas).setNumberFormat('0').setFontColor(INK);
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

/** A party stands between bars in the list of its cell, so that a name is never found inside a longer one. */
function countOf(column: Block['column'], where: string, name: string, states: string, state: State): string {
  const wanted = column === 'parties' ? `"*|"&${name}&"|*"` : name;
  return `COUNTIFS(${states};"*${state}";${where};${wanted})`;
}

/** @returns the row under the chart */
function layChart(sheet: Sheet, { title, names }: Block, row: number, at: number): number {
  const height = 110 + BAR_PIXELS * names.length;
  const chart = sheet
    .newChart()
    .setChartType(Charts.ChartType.BAR)
    .addRange(sheet.getRange(row, 1, names.length + 1, WIDTH - 1))
    .setNumHeaders(1)
    .setOption('title', `Сроки: ${title.toLowerCase()}`)
    .setOption('isStacked', true)
    .setOption('legend', { position: 'bottom' })
    .setOption(
      'colors',
      COLUMNS.map(([, colour]) => colour),
    )
    .setOption('width', CHART_WIDTH)
    .setOption('height', height)
    .setPosition(at, CHART_COLUMN, 0, 0)
    .build();
  sheet.insertChart(chart);
  return at + Math.ceil(height / CHART_ROWS_PIXELS) + 1;
}

function shown(state: State): string {
  const sign = STATE_SIGNS[state];
  return sign ? `${sign} ${state}` : state;
}

/** `'Сроки'!$E$2:$E`: follows the rows that are added and the columns that an official moves. */
export function columnRange(dues: Records<typeof duesTable>, key: keyof (typeof duesTable)['columns']): string {
  const letters = columnLetters(dues.position[key]!);
  return `'${duesTable.sheet}'!$${letters}$2:$${letters}`;
}

/** An empty sheet for a view of the plan; a new one stands right after «Сроки». */
export function viewSheet(book: Spreadsheet, name: string): Sheet {
  const existing = book.getSheetByName(name);
  if (existing) {
    for (const chart of existing.getCharts()) existing.removeChart(chart);
    existing.clear();
    existing.clearConditionalFormatRules();
    return existing;
  }
  const sheet = book.insertSheet(name, book.getSheetByName(duesTable.sheet)!.getIndex());
  sheet.setTabColor(STAGE_COLOURS.plan);
  return sheet;
}
