import { GoogleError, GoogleObject } from '../../kernel/google-object.ts';
import { fitColumn } from './auto-resize.ts';
import type { Book } from './book.ts';
import { asGoogle } from './enums.ts';
import type { Filter } from './filter.ts';
import {
  deleteHeaders,
  type HeaderDimension,
  headers,
  insertHeaders,
  moveHeaders,
  setHidden,
  setSize,
} from './headers.ts';
import type { Spreadsheet } from './spreadsheet.ts';

/** What Sheets gives a row of one line, in pixels. */
const DEFAULT_ROW_HEIGHT = 21;

export interface SheetHeaders extends GoogleAppsScript.Spreadsheet.Sheet {}

/** A sheet's rows and columns: inserting, deleting, moving, hiding, freezing, sizes. Sheet is built on it. */
export class SheetHeaders extends GoogleObject {
  readonly _spreadsheet: Spreadsheet;
  readonly _id: string;

  constructor(spreadsheet: Spreadsheet, id: string) {
    super();
    this._spreadsheet = spreadsheet;
    this._id = id;
  }

  get _book(): Book {
    return this._spreadsheet._book;
  }

  insertRowAfter(afterPosition: number): this {
    return this.insertRowsAfter(afterPosition, 1);
  }

  insertRowBefore(beforePosition: number): this {
    return this.insertRowsBefore(beforePosition, 1);
  }

  insertRows(rowIndex: number, numRows = 1): void {
    this.insertRowsBefore(rowIndex, numRows);
  }

  insertRowsAfter(afterPosition: number, howMany: number): this {
    return this._insert('ROW', afterPosition, 'after', howMany);
  }

  insertRowsBefore(beforePosition: number, howMany: number): this {
    return this._insert('ROW', beforePosition, 'before', howMany);
  }

  insertColumnAfter(afterPosition: number): this {
    return this.insertColumnsAfter(afterPosition, 1);
  }

  insertColumnBefore(beforePosition: number): this {
    return this.insertColumnsBefore(beforePosition, 1);
  }

  insertColumns(columnIndex: number, numColumns = 1): void {
    this.insertColumnsBefore(columnIndex, numColumns);
  }

  insertColumnsAfter(afterPosition: number, howMany: number): this {
    return this._insert('COL', afterPosition, 'after', howMany);
  }

  insertColumnsBefore(beforePosition: number, howMany: number): this {
    return this._insert('COL', beforePosition, 'before', howMany);
  }

  deleteRow(rowPosition: number): this {
    deleteHeaders(this._book, this._id, 'ROW', rowPosition);
    return this;
  }

  deleteRows(rowPosition: number, howMany: number): void {
    deleteHeaders(this._book, this._id, 'ROW', rowPosition, howMany);
  }

  deleteColumn(columnPosition: number): this {
    deleteHeaders(this._book, this._id, 'COL', columnPosition);
    return this;
  }

  deleteColumns(columnPosition: number, howMany: number): void {
    deleteHeaders(this._book, this._id, 'COL', columnPosition, howMany);
  }

  moveRows(rows: GoogleAppsScript.Spreadsheet.Range, destination: number): void {
    moveHeaders(this._book, this._id, 'ROW', rows.getRow(), rows.getNumRows(), destination);
  }

  moveColumns(columns: GoogleAppsScript.Spreadsheet.Range, destination: number): void {
    moveHeaders(this._book, this._id, 'COL', columns.getColumn(), columns.getNumColumns(), destination);
  }

  hideRows(rowIndex: number, numRows = 1): void {
    setHidden(this._book, this._id, 'ROW', rowIndex, numRows, true);
  }

  showRows(rowIndex: number, numRows = 1): void {
    setHidden(this._book, this._id, 'ROW', rowIndex, numRows, false);
  }

  hideRow(row: GoogleAppsScript.Spreadsheet.Range): void {
    this.hideRows(row.getRow(), row.getNumRows());
  }

  unhideRow(row: GoogleAppsScript.Spreadsheet.Range): void {
    this.showRows(row.getRow(), row.getNumRows());
  }

  hideColumns(columnIndex: number, numColumns = 1): void {
    setHidden(this._book, this._id, 'COL', columnIndex, numColumns, true);
  }

  showColumns(columnIndex: number, numColumns = 1): void {
    setHidden(this._book, this._id, 'COL', columnIndex, numColumns, false);
  }

  hideColumn(column: GoogleAppsScript.Spreadsheet.Range): void {
    this.hideColumns(column.getColumn(), column.getNumColumns());
  }

  unhideColumn(column: GoogleAppsScript.Spreadsheet.Range): void {
    this.showColumns(column.getColumn(), column.getNumColumns());
  }

  isRowHiddenByUser(rowPosition: number): boolean {
    return this._book.getters.isRowHiddenByUser(this._id, headers(this._book, this._id, 'ROW', rowPosition)[0]!);
  }

  isRowHiddenByFilter(rowPosition: number): boolean {
    return (
      asGoogle<Filter | null>(this.getFilter())?._hides(headers(this._book, this._id, 'ROW', rowPosition)[0]!) ?? false
    );
  }

  isColumnHiddenByUser(columnPosition: number): boolean {
    return this._book.getters.isColHiddenByUser(this._id, headers(this._book, this._id, 'COL', columnPosition)[0]!);
  }

  getFrozenRows(): number {
    return this._book.getters.getPaneDivisions(this._id).ySplit;
  }

  getFrozenColumns(): number {
    return this._book.getters.getPaneDivisions(this._id).xSplit;
  }

  setFrozenRows(rows: number): void {
    if (rows < 0 || rows >= this.getMaxRows()) throw new GoogleError("You can't freeze all visible rows on the sheet.");
    this._book.write(freezing(this._id, 'ROWS', rows));
  }

  setFrozenColumns(columns: number): void {
    if (columns < 0 || columns >= this.getMaxColumns()) {
      throw new GoogleError("You can't freeze all visible columns on the sheet.");
    }
    this._book.write(freezing(this._id, 'COLUMNS', columns));
  }

  getColumnWidth(columnPosition: number): number {
    const [col] = headers(this._book, this._id, 'COL', columnPosition);
    return Math.round(this._book.getters.getColSize(this._id, col!));
  }

  getRowHeight(rowPosition: number): number {
    const [row] = headers(this._book, this._id, 'ROW', rowPosition);
    return Math.round(this._book.getters.getUserRowSize(this._id, row!) ?? DEFAULT_ROW_HEIGHT);
  }

  setColumnWidth(columnPosition: number, width: number): this {
    return this.setColumnWidths(columnPosition, 1, width);
  }

  setColumnWidths(startColumn: number, numColumns: number, width: number): this {
    setSize(this._book, this._id, 'COL', startColumn, numColumns, width);
    return this;
  }

  setRowHeight(rowPosition: number, height: number): this {
    return this.setRowHeights(rowPosition, 1, height);
  }

  /** Sheets keeps a row at least as high as its content asks; `setRowHeightsForced` does not. */
  setRowHeights(startRow: number, numRows: number, height: number): this {
    return this.setRowHeightsForced(startRow, numRows, Math.max(height, DEFAULT_ROW_HEIGHT));
  }

  setRowHeightsForced(startRow: number, numRows: number, height: number): this {
    setSize(this._book, this._id, 'ROW', startRow, numRows, height);
    return this;
  }

  autoResizeColumn(columnPosition: number): this {
    return this.autoResizeColumns(columnPosition, 1);
  }

  autoResizeColumns(startColumn: number, numColumns: number): this {
    for (const col of headers(this._book, this._id, 'COL', startColumn, numColumns))
      fitColumn(this._book, this._id, col);
    return this;
  }

  /** A row without a height of its own is as high as its content, in the page and in .xlsx. */
  autoResizeRows(startRow: number, numRows: number): this {
    const elements = headers(this._book, this._id, 'ROW', startRow, numRows);
    this._book.write({ type: 'RESIZE_COLUMNS_ROWS', sheetId: this._id, dimension: 'ROW', elements, size: null });
    return this;
  }

  // Inside the workspace

  _insert(dimension: HeaderDimension, base: number, position: 'before' | 'after', howMany: number): this {
    insertHeaders(this._book, this._id, dimension, base, position, howMany);
    return this;
  }
}

function freezing(sheetId: string, what: 'ROWS' | 'COLUMNS', quantity: number) {
  return quantity === 0 ? { type: `UNFREEZE_${what}`, sheetId } : { type: `FREEZE_${what}`, sheetId, quantity };
}
