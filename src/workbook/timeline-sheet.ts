import { shortened } from '../domain/documents/shortened.ts';
import { type IsoDate, partsOf } from '../domain/plan/dates.ts';
import type { Timeline, TimelineCell, TimelineColumn, TimelineGroup, TimelineRow } from '../domain/plan/timeline.ts';
import { literal } from './cells.ts';
import { columnRange } from './column-ranges.ts';
import { BAND, DONE, HEADER, INK, LINE, NONE, OVERDUE, QUIET, SOON, WHITE } from './look.ts';
import { columnLetters, type Records } from './records.ts';
import { makeRoom } from './sheet-rows.ts';
import type { duesTable, STATES } from './tables/plan.ts';
import { MONTHS, quoted, shownState, viewSheet } from './view-sheet.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

export const TIMELINE = 'Лента сроков';

/** Sign and colour of each state, the most urgent first: a cell with several dates shows the first of theirs. */
const SIGNS: readonly (readonly [state: (typeof STATES)[number], sign: string, colour: string])[] = [
  ['просрочено', '▲', OVERDUE],
  ['сегодня', '●', SOON],
  ['скоро', '●', SOON],
  ['ожидается', '○', HEADER],
  ['выполнено', '✓', DONE],
  ['не применимо', '×', NONE],
  ['без срока', '–', NONE],
];
const LEGEND = '▲ просрочено   ● сегодня или скоро   ○ ожидается   ✓ выполнено   × не применимо   – без срока';
const GOING_ON = '─';
const ASIDE: Readonly<Record<Exclude<TimelineColumn['kind'], 'decade'>, string>> = {
  before: 'до',
  after: 'после',
  undated: 'без даты',
};

/** Rows above the lines; frozen, so that they stand on each printed page. */
const ROW = { title: 1, legend: 2, today: 3, months: 4, decades: 5, first: 6 } as const;
/** Number and measure; frozen too. */
const NAMES = 2;
const NUMBER_PIXELS = 64;
const MEASURE_PIXELS = 300;
const DECADE_PIXELS = 26;
const ASIDE_PIXELS = 64;
/** As many as the column shows in a line; the whole text is in the cell's note. */
const MEASURE_CHARACTERS = 50;
/** A title may take two lines. */
const TITLE_CHARACTERS = 72;
const TODAY_FILL = '#FFF4D6';
const MARK = '▼';

/**
 * Lays the year out on an axis of decades, by section and by party. Signs are formulas that follow the states of
 * «Сроки»; where they stand is laid anew whenever the dates themselves are counted anew.
 */
export function layTimeline(
  book: Spreadsheet,
  dues: Records<typeof duesTable>,
  timeline: Timeline,
  year: number,
): void {
  const width = NAMES + timeline.columns.length;
  const sheet = viewSheet(book, TIMELINE, width);
  const body = bodyOf(timeline, dues, width);
  makeRoom(sheet, ROW.first + body.length);
  layAxis(sheet, timeline.columns, year);
  if (body.length > 0) layBody(sheet, body, timeline.columns);
  else sheet.getRange(ROW.first, 1).setValue('Сроков пока нет: загрузите план («НОКО → План»).').setFontColor(INK);
  sheet.setFrozenRows(ROW.decades);
  sheet.setFrozenColumns(NAMES);
}

function layAxis(sheet: Sheet, columns: readonly TimelineColumn[], year: number): void {
  const width = NAMES + columns.length;
  sheet.setColumnWidth(1, NUMBER_PIXELS).setColumnWidth(2, MEASURE_PIXELS);
  sheet.setColumnWidths(NAMES + 1, columns.length, DECADE_PIXELS);
  columns.forEach(({ kind }, at) => {
    if (kind !== 'decade') sheet.setColumnWidth(NAMES + 1 + at, ASIDE_PIXELS);
  });
  sheet.getRange('A1').setValue(`Лента сроков ${year} года`).setFontSize(14).setFontWeight('bold').setFontColor(HEADER);
  // Right of the frozen columns: text does not run over their border.
  sheet
    .getRange(ROW.legend, NAMES + 1)
    .setValue(`${LEGEND}   ${GOING_ON} постоянно. Число у знака: столько сроков в одной декаде.`)
    .setFontColor(QUIET);
  sheet
    .getRange(ROW.today, 1, 1, width)
    .setFormulas([['', '="сегодня "&TEXT(TODAY();"dd.mm.yyyy")', ...columns.map(todayMark)]])
    .setFontColor(SOON)
    .setFontWeight('bold')
    .setHorizontalAlignment('center');
  sheet.getRange(ROW.today, 2).setHorizontalAlignment('right');
  sheet
    .getRange(ROW.months, 1, 2, width)
    .setValues([
      ['Строка', 'Мероприятие', ...columns.map(monthCaption)],
      ['', '', ...columns.map(({ from }) => (from === '' ? '' : partsOf(from).day))],
    ])
    .setBackground(HEADER)
    .setFontColor(WHITE)
    .setFontWeight('bold');
  sheet
    .getRange(ROW.decades, NAMES + 1, 1, columns.length)
    .setNumberFormat('0')
    .setFontSize(8)
    .setHorizontalAlignment('center');
}

/** «▼» over the decade that today lies in. */
function todayMark({ kind, from, to }: TimelineColumn): string {
  return kind === 'decade' ? `=IF(AND(TODAY()>=${dayOf(from)};TODAY()<=${dayOf(to)});"${MARK}";"")` : '';
}

function monthCaption({ kind, from }: TimelineColumn): string {
  if (kind !== 'decade') return ASIDE[kind];
  const { month, day } = partsOf(from);
  return day === 1 ? MONTHS[month - 1]! : '';
}

/** A row of the sheet: a title of a block or a group, or a line. */
type BodyRow = { values: string[]; note: string } & ({ title: 'block' | 'group' } | { title: null });

function bodyOf(timeline: Timeline, dues: Records<typeof duesTable>, width: number): BodyRow[] {
  const columns = ['plan', 'line', 'workingDay', 'state'] as const;
  const [plans, lines, days, states] = columns.map((key) => columnRange(dues, key)) as [string, string, string, string];
  const sheetLink = `${dues.sheet.getParent().getUrl()}#gid=${dues.sheet.getSheetId()}&range=A`;
  // The first column of a title is empty: that is how the mark of today knows lines from titles.
  const titleRow = (title: 'block' | 'group', text: string): BodyRow => ({
    title,
    values: ['', literal(shortened(text, TITLE_CHARACTERS)), ...Array.from({ length: width - NAMES }, () => '')],
    note: title === 'group' ? text : '',
  });
  const body: BodyRow[] = [];
  /** Sheet row of each line among the sections: the parties' signs look there. */
  const placed = new Map<string, number>();

  const lineRow = (row: TimelineRow, sign: (cell: TimelineCell) => string): BodyRow => {
    const own = `${plans}=${quoted(row.plan)};${lines}=${quoted(row.line)}`;
    const address = `${quoted(sheetLink)}&MIN(FILTER(ROW(${plans});${own}))`;
    const label = quoted(`${row.plan}, ${row.line}`);
    const cells: string[] = timeline.columns.map(({ kind }) => (row.continuous && kind === 'decade' ? GOING_ON : ''));
    for (const cell of row.cells) cells[cell.column] = sign(cell);
    return {
      title: null,
      values: [
        `=IFERROR(HYPERLINK(${address};${label});${label})`,
        literal(shortened(row.measure, MEASURE_CHARACTERS)),
        ...cells,
      ],
      note: row.measure,
    };
  };
  const add = (title: string, groups: readonly TimelineGroup[], rowOf: (row: TimelineRow) => BodyRow): void => {
    if (groups.length === 0) return;
    body.push(titleRow('block', title));
    for (const group of groups) {
      body.push(titleRow('group', group.title));
      for (const row of group.rows) body.push(rowOf(row));
    }
  };
  add('По планам и разделам', timeline.bySection, (row) => {
    placed.set(`${row.plan}|${row.line}`, ROW.first + body.length);
    const own = `${plans}=${quoted(row.plan)};${lines}=${quoted(row.line)}`;
    return lineRow(row, (cell) => signFormula(states, own, days, cell));
  });
  add('По ответственным', timeline.byParty, (row) => {
    const at = placed.get(`${row.plan}|${row.line}`)!;
    return lineRow(row, ({ column }) => `=${columnLetters(NAMES + 1 + column)}${at}`);
  });
  return body;
}

/** The sign of the most urgent of a line's dates in the cell, and how many they are where there are several. */
function signFormula(states: string, own: string, days: string, { first, last, count }: TimelineCell): string {
  const when =
    first === null
      ? `${days}=""`
      : first === last
        ? `${days}=${dayOf(first)}`
        : `${days}>=${dayOf(first)};${days}<=${dayOf(last!)}`;
  const letters = SIGNS.map(([state]) => shownState(state).charAt(0)).join('');
  const signs = SIGNS.map(([, sign]) => sign).join('');
  const place = `MIN(ARRAYFORMULA(FIND(LEFT(FILTER(${states};${own};${when});1);"${letters}")))`;
  return `=IFERROR(MID("${signs}";${place};1)${count > 1 ? `&"${count}"` : ''};"")`;
}

function layBody(sheet: Sheet, body: readonly BodyRow[], columns: readonly TimelineColumn[]): void {
  const width = NAMES + columns.length;
  const whole = sheet.getRange(ROW.first, 1, body.length, width);
  const grid = sheet.getRange(ROW.first, NAMES + 1, body.length, columns.length);
  grid.setHorizontalAlignment('center').setFontSize(11);
  whole
    .setValues(body.map(({ values }) => values))
    .setBackgrounds(body.map(({ title }) => backgrounds(title, columns)))
    .setFontColors(
      body.map(({ title }) =>
        Array.from({ length: width }, (_, at) =>
          title === 'block' || (title === null && at === 0) ? HEADER : at < NAMES ? INK : QUIET,
        ),
      ),
    )
    .setFontWeights(body.map(({ title }) => Array.from({ length: width }, () => (title ? 'bold' : 'normal'))))
    .setVerticalAlignment('middle')
    .setBorder(null, null, true, null, null, true, LINE, SpreadsheetApp.BorderStyle.SOLID);
  sheet
    .getRange(ROW.first, 1, body.length, NAMES)
    .setFontSizes(
      body.map(({ title }) => Array.from({ length: NAMES }, () => (title === 'block' ? 12 : title ? 10 : 9))),
    )
    .setWraps(body.map(({ title }) => Array.from({ length: NAMES }, () => title !== null)));
  sheet.getRange(ROW.first, 2, body.length, 1).setNotes(body.map(({ note }) => [note]));
  const signs = SIGNS.filter(([, sign], at) => SIGNS.findIndex(([, other]) => other === sign) === at);
  sheet.setConditionalFormatRules([
    ...signs.map(([, sign, colour]) =>
      SpreadsheetApp.newConditionalFormatRule()
        .whenTextContains(sign)
        .setFontColor(colour)
        .setBold(true)
        .setRanges([grid])
        .build(),
    ),
    SpreadsheetApp.newConditionalFormatRule()
      .whenFormulaSatisfied(`=($A${ROW.first}<>"")*(${columnLetters(NAMES + 1)}$${ROW.today}="${MARK}")`)
      .setBackground(TODAY_FILL)
      .setRanges([grid])
      .build(),
  ]);
}

/** Every other month has a tint, so that a sign is easily brought to its month. */
function backgrounds(title: BodyRow['title'], columns: readonly TimelineColumn[]): string[] {
  if (title) return Array.from({ length: NAMES + columns.length }, () => (title === 'block' ? WHITE : LINE));
  const months = columns.map(({ from }) => (from !== '' && partsOf(from).month % 2 === 0 ? BAND : WHITE));
  return [WHITE, WHITE, ...months];
}

function dayOf(date: IsoDate): string {
  const { year, month, day } = partsOf(date);
  return `DATE(${year};${month};${day})`;
}
