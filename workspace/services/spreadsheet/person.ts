/**
 * A person at the spreadsheet, for programs that play one (a sample run, a test): types into
 * cells and reads what they show. Typing is read as the sheet's locale reads it and raises the
 * same events as typing at the page.
 */
import type { Kernel } from '../../kernel/kernel.ts';
import { type Book, openBook } from './book.ts';
import { readDisplayValues, writeValues } from './cells.ts';
import { insertHeaders } from './headers.ts';

/**
 * Types a block of cells, its top left corner at `row`, `column` (1-based). An empty string
 * clears a cell. Rows and columns that are missing are added, as a paste does.
 */
export function typeCells(
  kernel: Kernel,
  fileId: string,
  sheetName: string,
  row: number,
  column: number,
  cells: readonly (readonly string[])[],
): void {
  const book = openBook(kernel, fileId);
  const sheetId = sheetNamed(book, sheetName);
  const width = Math.max(...cells.map((line) => line.length));
  makeRoom(book, sheetId, 'ROW', row - 1 + cells.length);
  makeRoom(book, sheetId, 'COL', column - 1 + width);
  const zone = { left: column - 1, right: column - 2 + width, top: row - 1, bottom: row - 2 + cells.length };
  book.asPerson(() => writeValues(book, sheetId, zone, cells));
}

/** What every cell shows, row by row, without trailing empty rows and columns. */
export function readSheet(kernel: Kernel, fileId: string, sheetName: string): string[][] {
  const book = openBook(kernel, fileId);
  const sheetId = sheetNamed(book, sheetName);
  const [rows, columns] = [book.lastRow(sheetId), book.lastColumn(sheetId)];
  return rows === 0 ? [] : readDisplayValues(book, sheetId, { left: 0, right: columns - 1, top: 0, bottom: rows - 1 });
}

function sheetNamed(book: Book, name: string): string {
  const sheet = book.sheets().find((each) => each.name === name);
  if (!sheet) throw new Error(`no sheet «${name}» in the spreadsheet`);
  return sheet.id;
}

function makeRoom(book: Book, sheetId: string, dimension: 'ROW' | 'COL', needed: number): void {
  const { getters } = book;
  const present = dimension === 'ROW' ? getters.getNumberRows(sheetId) : getters.getNumberCols(sheetId);
  if (needed > present) insertHeaders(book, sheetId, dimension, present, 'after', needed - present);
}
