/**
 * Where formulas find the columns of the tables: by the places the columns have now, because an official may move
 * them. Google moves a reference to one column together with the column, but a block of several keeps its borders
 * and gets another order; so what a function takes as a block is put together from single columns.
 */
import { columnLetters, type OpenTable, openTable } from './records.ts';
import type { Table } from './table.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** Range of a column by its key in the declaration. */
export type ColumnOf<T extends Table> = (key: keyof T['columns'] & string) => string;

/** `'Сроки'!$E$2:$E`: follows the rows that are added and the columns that an official moves. */
export function columnRange<T extends Table>(
  { table, position }: Pick<OpenTable<T>, 'table' | 'position'>,
  key: keyof T['columns'] & string,
): string {
  const letters = columnLetters(position[key]!);
  return `'${table.sheet}'!$${letters}$2:$${letters}`;
}

/** @throws TableMissing when the sheet or one of its columns is not there */
export function columnsOf<T extends Table>(book: Spreadsheet, table: T): ColumnOf<T> {
  const open = openTable(book, table);
  return (key) => columnRange(open, key);
}

/** Columns of one sheet as one block, in this order. */
export function sideBySide(columns: readonly string[]): string {
  return `HSTACK(${columns.join(';')})`;
}
