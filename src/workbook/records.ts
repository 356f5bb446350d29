import { type CellProblem, readCell, writeCell } from './cells.ts';
import type { Columns, RowOf, Table } from './table.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** Rows added at once when a sheet is full: one call now and then instead of one for each record. */
const SPARE_ROWS = 200;

/** Developer metadata key of a column; its value is the column's key in the declaration. */
export const COLUMN_METADATA = 'noko.column';

export type TableProblem =
  | { code: 'table.sheet-missing'; sheet: string }
  | { code: 'table.column-missing'; sheet: string; title: string };

export interface PlacedProblem {
  problem: CellProblem | TableProblem;
  /** `План!E12`, ready for the words. */
  place: string;
}

/** The rows of one sheet as they were read, and where each column stands now. */
export interface Records<T extends Table> {
  readonly table: T;
  readonly sheet: Sheet;
  readonly rows: RowOf<T>[];
  /** 1-based sheet row of each record. */
  readonly rowNumbers: readonly number[];
  readonly problems: readonly PlacedProblem[];
  /** 1-based sheet column of each declared column that is there. */
  readonly position: Readonly<Record<string, number>>;
  /** Rows that the sheet had below the header, blank ones too. */
  readonly height: number;
}

/** A sheet or a column that the add-in needs is not there: «Подготовить таблицу» mends it. */
export class TableMissing extends Error {
  readonly problem: TableProblem;

  constructor(problem: TableProblem) {
    super(problem.code);
    this.problem = problem;
  }
}

/**
 * Reads a whole table: two service calls when the titles stand as declared, a few more when
 * an official has renamed a column. A bad cell is reported with its place and read as empty;
 * the rest of the table is still read.
 *
 * @throws TableMissing when the sheet or one of its columns is not there
 */
export function readTable<T extends Table>(book: Spreadsheet, table: T): Records<T> {
  const sheet = book.getSheetByName(table.sheet);
  if (!sheet) throw new TableMissing({ code: 'table.sheet-missing', sheet: table.sheet });
  const [header = [], ...body] = sheet.getDataRange().getValues();
  const position = locateColumns(sheet, table, header.map(String));
  const rows: RowOf<T>[] = [];
  const rowNumbers: number[] = [];
  const problems: PlacedProblem[] = [];
  body.forEach((cells, at) => {
    const row = {} as Record<string, unknown>;
    const found: PlacedProblem[] = [];
    for (const key of Object.keys(table.columns)) {
      const column = table.columns[key]!;
      const cell = cells[position[key]! - 1];
      const read = readCell(column, cell);
      if ('value' in read) row[key] = read.value;
      else {
        const empty = readCell(column, '');
        row[key] = 'value' in empty ? empty.value : null;
        found.push({ problem: read.problem, place: `${table.sheet}!${columnLetters(position[key]!)}${at + 2}` });
      }
    }
    if (!table.key.some((key) => row[key])) return;
    rows.push(row as RowOf<T>);
    rowNumbers.push(at + 2);
    problems.push(...found);
  });
  return { table, sheet, rows, rowNumbers, problems, position, height: body.length };
}

/** Makes the sheet hold exactly these rows; columns that an official added are left alone. */
export function replaceRows<T extends Table>(records: Records<T>, rows: readonly RowOf<T>[]): void {
  const { sheet, table, position, height } = records;
  const total = Math.max(height, rows.length);
  if (total === 0) return;
  const missing = total + 1 - sheet.getMaxRows();
  if (missing > 0) sheet.insertRowsAfter(sheet.getMaxRows(), missing);
  const formulas: Record<string, (at: (key: string) => string) => string> = {};
  for (const key of Object.keys(position)) {
    const { formula } = table.columns[key]!;
    if (formula && rows.length > 0) formulas[key] = formula(sheet.getParent());
  }
  for (const run of columnRuns(position)) {
    const cells: unknown[][] = [];
    for (let at = 0; at < total; at += 1) {
      const row = rows[at] as Record<string, unknown> | undefined;
      const address = (key: string): string => `${columnLetters(position[key]!)}${at + 2}`;
      cells.push(
        run.keys.map((key) => {
          if (!row) return '';
          return formulas[key]?.(address) ?? writeCell(table.columns[key]!, row[key]);
        }),
      );
    }
    sheet.getRange(2, run.first, total, run.keys.length).setValues(cells);
  }
}

/** Writes one column of the rows that were read, in one call. */
export function writeColumn<T extends Table>(records: Records<T>, key: keyof T['columns'] & string): void {
  const { sheet, table, position, rows, rowNumbers } = records;
  if (rows.length === 0) return;
  const first = rowNumbers[0]!;
  const last = rowNumbers[rowNumbers.length - 1]!;
  const cells: unknown[][] = Array.from({ length: last - first + 1 }, () => ['']);
  rows.forEach((row, at) => {
    cells[rowNumbers[at]! - first] = [writeCell(table.columns[key]!, (row as Record<string, unknown>)[key])];
  });
  sheet.getRange(first, position[key]!, cells.length, 1).setValues(cells);
}

/** A table that is written to without being read: where its columns stand now. */
export interface OpenTable<T extends Table> {
  readonly table: T;
  readonly sheet: Sheet;
  readonly position: Readonly<Record<string, number>>;
  /** Columns of the sheet, those that an official added too. */
  readonly width: number;
}

/** @throws TableMissing when the sheet or one of its columns is not there */
export function openTable<T extends Table>(book: Spreadsheet, table: T): OpenTable<T> {
  const sheet = book.getSheetByName(table.sheet);
  if (!sheet) throw new TableMissing({ code: 'table.sheet-missing', sheet: table.sheet });
  const width = sheet.getLastColumn();
  const header = sheet.getRange(1, 1, 1, Math.max(1, width)).getValues()[0]!.map(String);
  return { table, sheet, width, position: locateColumns(sheet, table, header) };
}

/** Records in the table, by the last row that holds anything. */
export function countRows({ sheet }: OpenTable<Table>): number {
  return Math.max(0, sheet.getLastRow() - 1);
}

/** Whether some record has this text in the column; looked for by the spreadsheet itself, so one call however long the table. */
export function hasText<T extends Table>(open: OpenTable<T>, key: keyof T['columns'] & string, text: string): boolean {
  const rows = countRows(open);
  if (rows === 0) return false;
  const column = open.sheet.getRange(2, open.position[key]!, rows, 1);
  return column.createTextFinder(text).matchEntireCell(true).matchCase(true).findNext() !== null;
}

/** One column of every record, in one call. */
export function columnTexts<T extends Table>(open: OpenTable<T>, key: keyof T['columns'] & string): string[] {
  const rows = countRows(open);
  if (rows === 0) return [];
  const cells = open.sheet.getRange(2, open.position[key]!, rows, 1).getValues();
  return cells.map(([cell]) => String(cell));
}

/** Adds records at the end, each by one atomic call. */
export function appendTo<T extends Table>(open: OpenTable<T>, rows: readonly RowOf<T>[]): void {
  if (rows.length === 0) return;
  const { sheet, table, position, width } = open;
  // Rows that appendRow adds itself have no format, and a text column must stay one.
  const room = sheet.getMaxRows() - sheet.getLastRow();
  if (room < rows.length) sheet.insertRowsAfter(sheet.getMaxRows(), rows.length - room + SPARE_ROWS);
  for (const row of rows) {
    const cells: unknown[] = Array.from({ length: width }, () => '');
    for (const key of Object.keys(table.columns)) {
      cells[position[key]! - 1] = writeCell(table.columns[key]!, (row as Record<string, unknown>)[key]);
    }
    sheet.appendRow(cells as string[]);
  }
}

/** Writes one cell of a record whose sheet row is known. */
export function writeAt<T extends Table>(
  { table, sheet, position }: Pick<OpenTable<T>, 'table' | 'sheet' | 'position'>,
  row: number,
  key: keyof T['columns'] & string,
  value: unknown,
): void {
  sheet.getRange(row, position[key]!).setValue(writeCell(table.columns[key]!, value));
}

export function appendRows<T extends Table>(book: Spreadsheet, table: T, rows: readonly RowOf<T>[]): void {
  if (rows.length > 0) appendTo(openTable(book, table), rows);
}

/**
 * Overwrites a run of records that stand one under another, in one call.
 *
 * @returns false when they do not, or when the columns have been moved apart; nothing is written then
 */
export function overwriteRun<T extends Table>(records: Records<T>, first: number, rows: readonly RowOf<T>[]): boolean {
  const { sheet, table, position, rowNumbers } = records;
  const runs = columnRuns(position);
  const from = rowNumbers[first];
  const together = from !== undefined && rowNumbers[first + rows.length - 1] === from + rows.length - 1;
  if (!together || runs.length !== 1) return false;
  const { first: column, keys } = runs[0]!;
  sheet
    .getRange(from, column, rows.length, keys.length)
    .setValues(
      rows.map((row) => keys.map((key) => writeCell(table.columns[key]!, (row as Record<string, unknown>)[key]))),
    );
  return true;
}

/** The row's key as one text. */
export function keyOf<T extends Table>(table: T, row: RowOf<T>): string {
  return table.key.map((key) => String((row as Record<string, unknown>)[key] ?? '')).join('|');
}

/**
 * Where each declared column stands. Titles first, which costs nothing more; a column whose
 * title was changed is found by the metadata it was given when the sheet was prepared.
 */
function locateColumns(sheet: Sheet, table: Table, header: readonly string[]): Record<string, number> {
  const position: Record<string, number> = {};
  const lost: string[] = [];
  for (const key of Object.keys(table.columns)) {
    const { title } = table.columns[key]!;
    const at = header.indexOf(title);
    if (at >= 0 && header.indexOf(title, at + 1) < 0) position[key] = at + 1;
    else lost.push(key);
  }
  if (lost.length > 0) {
    for (const mark of sheet.createDeveloperMetadataFinder().withKey(COLUMN_METADATA).find()) {
      const key = mark.getValue();
      const column = mark.getLocation().getColumn();
      if (key && column && lost.includes(key)) position[key] = column.getColumn();
    }
  }
  const absent = lost.find((key) => !position[key]);
  if (absent) {
    throw new TableMissing({
      code: 'table.column-missing',
      sheet: table.sheet,
      title: (table.columns as Columns)[absent]!.title,
    });
  }
  return position;
}

/** Declared columns that stand side by side are written in one call. */
function columnRuns(position: Readonly<Record<string, number>>): { first: number; keys: string[] }[] {
  const keys = Object.keys(position).sort((a, b) => position[a]! - position[b]!);
  const runs: { first: number; keys: string[] }[] = [];
  for (const key of keys) {
    const run = runs[runs.length - 1];
    if (run && run.first + run.keys.length === position[key]) run.keys.push(key);
    else runs.push({ first: position[key]!, keys: [key] });
  }
  return runs;
}

/** 1 → A, 27 → AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  }
  return letters;
}
