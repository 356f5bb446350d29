import { numberFormat } from './cells.ts';
import { BAND, DONE, HEADER, INK, LINE, NONE, OVERDUE, SOON, STAGE_COLOURS, WHITE } from './look.ts';
import { COLUMN_METADATA, columnLetters } from './records.ts';
import type { Column, Table } from './table.ts';
import { STATES } from './tables/plan.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

const PROTECTION = 'НОКО: заполняет программа';

/** Rows of a new sheet; more are added as they are needed and take over the looks of the last one. */
const ROWS = 50;

/**
 * Makes the sheet of a table, or mends one that is there: missing columns are added at the
 * right, nothing that a person wrote, renamed or moved is touched.
 *
 * @param at 0-based place among the tabs for a new sheet
 * @returns whether the sheet was made, mended or in order
 */
export function prepareSheet(book: Spreadsheet, table: Table, at: number): 'made' | 'mended' | 'in order' {
  const existing = book.getSheetByName(table.sheet);
  if (!existing) {
    const sheet = book.insertSheet(table.sheet, at);
    if (sheet.getMaxRows() > ROWS) sheet.deleteRows(ROWS + 1, sheet.getMaxRows() - ROWS);
    const keys = Object.keys(table.columns);
    addColumns(sheet, table, keys, 1);
    dressSheet(sheet, table, keys.length);
    return 'made';
  }
  const missing = missingColumns(existing, table);
  if (missing.length === 0) return 'in order';
  addColumns(existing, table, missing, existing.getLastColumn() + 1);
  return 'mended';
}

function missingColumns(sheet: Sheet, table: Table): string[] {
  const width = Math.max(1, sheet.getLastColumn());
  const titles = sheet.getRange(1, 1, 1, width).getValues()[0]!.map(String);
  const lost = Object.keys(table.columns).filter((key) => titles.indexOf(table.columns[key]!.title) < 0);
  if (lost.length === 0) return [];
  const marked = sheet.createDeveloperMetadataFinder().withKey(COLUMN_METADATA).find();
  const known = marked.map((mark) => mark.getValue());
  return lost.filter((key) => known.indexOf(key) < 0);
}

function addColumns(sheet: Sheet, table: Table, keys: readonly string[], first: number): void {
  const room = first + keys.length - 1 - sheet.getMaxColumns();
  if (room > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), room);
  const columns = keys.map((key) => table.columns[key]!);
  const rows = sheet.getMaxRows() - 1;
  const header = sheet.getRange(1, first, 1, keys.length);
  header
    .setNumberFormat('@')
    .setValues([columns.map((column) => column.title)])
    .setNotes([columns.map((column, at) => (first + at === 1 ? `${table.about}\n\n${column.note}` : column.note))])
    .setBackground(HEADER)
    .setFontColor(WHITE)
    .setFontWeight('bold')
    .setWrap(true)
    .setVerticalAlignment('middle');
  const body = sheet.getRange(2, first, rows, keys.length);
  body.setVerticalAlignment('top').setWrap(true);
  columns.forEach((column, at) => {
    dressColumn(sheet, column, first + at, rows);
    // Google marks whole columns only, and «B:B» is its own way to write one.
    const letters = columnLetters(first + at);
    sheet.getRange(`${letters}:${letters}`).addDeveloperMetadata(COLUMN_METADATA, keys[at]!);
  });
  for (const run of addinRuns(columns)) {
    const range = sheet.getRange(1, first + run.from, sheet.getMaxRows(), run.length);
    sheet.getRange(2, first + run.from, rows, run.length).setBackground(BAND);
    range.protect().setDescription(PROTECTION).setWarningOnly(true);
  }
}

function dressColumn(sheet: Sheet, column: Column, at: number, rows: number): void {
  sheet.setColumnWidth(at, column.width);
  const body = sheet.getRange(2, at, rows, 1);
  body.setNumberFormat(numberFormat(column));
  if (column.clipped) body.setWrapStrategy(SpreadsheetApp.WrapStrategy.CLIP);
  // Dates are numbers to Sheets and would stand at the right; only numbers should.
  if (column.kind === 'date' || column.kind === 'moment') body.setHorizontalAlignment('left');
  const choices = column.kind === 'check' ? ['да', 'нет'] : column.choices;
  if (choices && column.filledBy === 'person') {
    const rule = SpreadsheetApp.newDataValidation()
      .requireValueInList([...choices], true)
      .setAllowInvalid(column.open === true)
      .setHelpText(column.note);
    body.setDataValidation(rule.build());
  }
  if (column.choices === STATES) colourStates(sheet, at, rows);
}

/** A state is a word; the colour only helps. */
function colourStates(sheet: Sheet, at: number, rows: number): void {
  const colours: Record<(typeof STATES)[number], string> = {
    выполнено: DONE,
    скоро: SOON,
    сегодня: SOON,
    просрочено: OVERDUE,
    ожидается: INK,
    'не применимо': NONE,
    'без срока': NONE,
  };
  const range = sheet.getRange(2, at, rows, 1);
  const rules = STATES.map((state) =>
    SpreadsheetApp.newConditionalFormatRule()
      .whenTextContains(state)
      .setFontColor(colours[state])
      .setBold(state !== 'ожидается')
      .setRanges([range])
      .build(),
  );
  sheet.setConditionalFormatRules([...sheet.getConditionalFormatRules(), ...rules]);
}

function dressSheet(sheet: Sheet, table: Table, width: number): void {
  const spare = sheet.getMaxColumns() - width;
  if (spare > 0) sheet.deleteColumns(width + 1, spare);
  sheet.setFrozenRows(1);
  if (table.frozenColumns) sheet.setFrozenColumns(table.frozenColumns);
  sheet.setTabColor(STAGE_COLOURS[table.stage]);
  sheet.getRange(1, 1, 1, width).setBorder(null, null, true, null, null, null, LINE, SpreadsheetApp.BorderStyle.SOLID);
  if (table.hidden) sheet.hideSheet();
}

function addinRuns(columns: readonly Column[]): { from: number; length: number }[] {
  const runs: { from: number; length: number }[] = [];
  columns.forEach((column, at) => {
    if (column.filledBy !== 'addin') return;
    const run = runs[runs.length - 1];
    if (run && run.from + run.length === at) run.length += 1;
    else runs.push({ from: at, length: 1 });
  });
  return runs;
}
