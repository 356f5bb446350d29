import { GoogleError, GoogleObject, signatureError } from '../../kernel/google-object.ts';
import { parseA1, zoneToA1 } from './a1.ts';
import { fitColumn } from './auto-resize.ts';
import { type Banding, bandingsOf } from './banding.ts';
import type { Book } from './book.ts';
import { type CellValue, readValues, writeValues } from './cells.ts';
import {
  type EmbeddedChart,
  type EmbeddedChartBuilder,
  insertChart,
  newChart,
  readCharts,
  updateChart,
} from './charts.ts';
import { hexColor } from './colors.ts';
import {
  type ConditionalFormatRule,
  clearConditionalFormats,
  readConditionalFormats,
  writeConditionalFormats,
} from './conditional-format.ts';
import { addMetadata, type DeveloperMetadata, DeveloperMetadataFinder, metadataAt } from './developer-metadata.ts';
import type { Zone } from './engine.ts';
import { asGoogle, SheetType } from './enums.ts';
import { type Filter, filterOf } from './filter.ts';
import {
  deleteHeaders,
  type HeaderDimension,
  headers,
  insertHeaders,
  moveHeaders,
  setHidden,
  setSize,
} from './headers.ts';
import { type NamedRange, namedRanges } from './named-range.ts';
import { clearNotes } from './notes.ts';
import { type Protection, protect, protectionsOf } from './protection.ts';
import { Range } from './range.ts';
import { RangeList } from './range-list.ts';
import type { Spreadsheet } from './spreadsheet.ts';
import { TextFinder } from './text-finder.ts';

export interface Sheet extends GoogleAppsScript.Spreadsheet.Sheet {}

export class Sheet extends GoogleObject {
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

  // Identity

  getParent(): Spreadsheet {
    return this._spreadsheet;
  }

  getSheetId(): number {
    return sheetNumber(this._id);
  }

  getName(): string {
    return this._book.getters.getSheetName(this._id);
  }

  getSheetName(): string {
    return this.getName();
  }

  setName(name: string): Sheet {
    const { getters } = this._book;
    if (typeof name !== 'string' || name === '') throw signatureError('SpreadsheetApp.Sheet.setName', [name]);
    const other = getters.getSheetIdByName(name);
    if (other !== undefined && other !== this._id) throw nameTaken(name);
    this._book.write({ type: 'RENAME_SHEET', sheetId: this._id, oldName: this.getName(), newName: name });
    return this;
  }

  /** 1-based. */
  getIndex(): number {
    return this._book.getters.getSheetIds().indexOf(this._id) + 1;
  }

  getType(): GoogleAppsScript.Spreadsheet.SheetType {
    return asGoogle(SheetType._of('GRID'));
  }

  activate(): Sheet {
    return this._spreadsheet.setActiveSheet(this);
  }

  getTabColor(): string | null {
    return this._book.getters.getSheet(this._id).color ?? null;
  }

  setTabColor(color: string | null): Sheet {
    const hex = color ? hexColor(color) : undefined;
    if (color && !hex) throw new GoogleError(`Invalid argument: ${color}`);
    this._book.write({ type: 'COLOR_SHEET', sheetId: this._id, color: hex });
    return this;
  }

  isSheetHidden(): boolean {
    return !this._book.getters.isSheetVisible(this._id);
  }

  hideSheet(): Sheet {
    if (this.isSheetHidden()) return this;
    if (this._spreadsheet.getSheets().filter((sheet) => !sheet.isSheetHidden()).length === 1) {
      throw new GoogleError("You can't hide all the sheets in a document.");
    }
    this._book.write({ type: 'HIDE_SHEET', sheetId: this._id });
    return this;
  }

  showSheet(): Sheet {
    if (this.isSheetHidden()) this._book.write({ type: 'SHOW_SHEET', sheetId: this._id });
    return this;
  }

  hasHiddenGridlines(): boolean {
    return !this._book.getters.getGridLinesVisibility(this._id);
  }

  setHiddenGridlines(isHidden: boolean): Sheet {
    this._book.write({ type: 'SET_GRID_LINES_VISIBILITY', sheetId: this._id, areGridLinesVisible: !isHidden });
    return this;
  }

  isRightToLeft(): boolean {
    return false;
  }

  copyTo(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet): Sheet {
    return this._spreadsheet._copySheet(this, asGoogle<Spreadsheet>(spreadsheet));
  }

  getFormUrl(): string | null {
    return this._spreadsheet._formUrlOf(this._id);
  }

  // Ranges

  getRange(...args: (string | number)[]): Range {
    if (args.length === 1 && typeof args[0] === 'string') return this._rangeByText(args[0]);
    const [row, column, numRows = 1, numColumns = 1] = args as number[];
    if (args.length < 2 || ![row, column, numRows, numColumns].every((number) => typeof number === 'number')) {
      throw signatureError('SpreadsheetApp.Sheet.getRange', args);
    }
    if (row! < 1) throw new GoogleError('The starting row of the range is too small.');
    if (column! < 1) throw new GoogleError('The starting column of the range is too small.');
    if (numRows < 1) throw new GoogleError('The number of rows in the range must be at least 1.');
    if (numColumns < 1) throw new GoogleError('The number of columns in the range must be at least 1.');
    const [top, left] = [Math.trunc(row!) - 1, Math.trunc(column!) - 1];
    return this._rangeIn({
      left,
      top,
      right: left + Math.trunc(numColumns) - 1,
      bottom: top + Math.trunc(numRows) - 1,
    });
  }

  getRangeList(a1Notations: string[]): RangeList {
    return new RangeList(a1Notations.map((text) => this.getRange(text)));
  }

  getDataRange(): Range {
    const rows = Math.max(1, this.getLastRow());
    const columns = Math.max(1, this.getLastColumn());
    return this.getRange(1, 1, rows, columns);
  }

  getSheetValues(startRow: number, startColumn: number, numRows: number, numColumns: number): CellValue[][] {
    // -1 reaches to the last row or column with content.
    const rows = numRows === -1 ? Math.max(1, this.getLastRow() - startRow + 1) : numRows;
    const columns = numColumns === -1 ? Math.max(1, this.getLastColumn() - startColumn + 1) : numColumns;
    return readValues(this._book, this._id, this.getRange(startRow, startColumn, rows, columns)._zone);
  }

  getLastRow(): number {
    return this._book.lastRow(this._id);
  }

  getLastColumn(): number {
    return this._book.lastColumn(this._id);
  }

  getMaxRows(): number {
    return this._book.getters.getNumberRows(this._id);
  }

  getMaxColumns(): number {
    return this._book.getters.getNumberCols(this._id);
  }

  getActiveCell(): Range {
    const { left, top } = this._spreadsheet._activeZone(this);
    return this._rangeIn({ left, right: left, top, bottom: top });
  }

  getCurrentCell(): Range {
    return this.getActiveCell();
  }

  getActiveRange(): Range {
    return this._rangeIn(this._spreadsheet._activeZone(this));
  }

  setActiveRange(range: GoogleAppsScript.Spreadsheet.Range): Range {
    return this._spreadsheet.setActiveRange(range);
  }

  setCurrentCell(cell: GoogleAppsScript.Spreadsheet.Range): Range {
    return this._spreadsheet.setCurrentCell(cell);
  }

  setActiveSelection(range: GoogleAppsScript.Spreadsheet.Range | string): Range {
    return this.setActiveRange(typeof range === 'string' ? this.getRange(range) : range);
  }

  // Content

  appendRow(contents: unknown[]): Sheet {
    if (!Array.isArray(contents)) throw signatureError('SpreadsheetApp.Sheet.appendRow', [contents]);
    appendRow(this._book, this._id, contents);
    return this;
  }

  clear(options?: { formatOnly?: boolean; contentsOnly?: boolean }): Sheet {
    const { formatOnly, contentsOnly } = options ?? {};
    const whole = this._whole();
    if (!formatOnly) whole.clearContent();
    if (!contentsOnly) {
      whole.clearFormat();
      this.clearConditionalFormatRules();
    }
    return this;
  }

  clearContents(): Sheet {
    this._whole().clearContent();
    return this;
  }

  clearFormats(): Sheet {
    return this.clear({ formatOnly: true });
  }

  clearNotes(): Sheet {
    clearNotes(this._book, this._id, this._whole()._zone);
    return this;
  }

  sort(columnPosition: number, ascending = true): Sheet {
    const top = this.getFrozenRows() + 1;
    const rows = this.getLastRow() - top + 1;
    if (rows > 1) this.getRange(top, 1, rows, this.getMaxColumns()).sort({ column: columnPosition, ascending });
    return this;
  }

  createTextFinder(findText: string): TextFinder {
    return new TextFinder(() => [this._whole()], findText);
  }

  // Rows and columns

  insertRowAfter(afterPosition: number): Sheet {
    return this.insertRowsAfter(afterPosition, 1);
  }

  insertRowBefore(beforePosition: number): Sheet {
    return this.insertRowsBefore(beforePosition, 1);
  }

  insertRows(rowIndex: number, numRows = 1): void {
    this.insertRowsBefore(rowIndex, numRows);
  }

  insertRowsAfter(afterPosition: number, howMany: number): Sheet {
    return this._insert('ROW', afterPosition, 'after', howMany);
  }

  insertRowsBefore(beforePosition: number, howMany: number): Sheet {
    return this._insert('ROW', beforePosition, 'before', howMany);
  }

  insertColumnAfter(afterPosition: number): Sheet {
    return this.insertColumnsAfter(afterPosition, 1);
  }

  insertColumnBefore(beforePosition: number): Sheet {
    return this.insertColumnsBefore(beforePosition, 1);
  }

  insertColumns(columnIndex: number, numColumns = 1): void {
    this.insertColumnsBefore(columnIndex, numColumns);
  }

  insertColumnsAfter(afterPosition: number, howMany: number): Sheet {
    return this._insert('COL', afterPosition, 'after', howMany);
  }

  insertColumnsBefore(beforePosition: number, howMany: number): Sheet {
    return this._insert('COL', beforePosition, 'before', howMany);
  }

  deleteRow(rowPosition: number): Sheet {
    deleteHeaders(this._book, this._id, 'ROW', rowPosition);
    return this;
  }

  deleteRows(rowPosition: number, howMany: number): void {
    deleteHeaders(this._book, this._id, 'ROW', rowPosition, howMany);
  }

  deleteColumn(columnPosition: number): Sheet {
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
    return this.getFilter()?._hides(headers(this._book, this._id, 'ROW', rowPosition)[0]!) ?? false;
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

  setColumnWidth(columnPosition: number, width: number): Sheet {
    return this.setColumnWidths(columnPosition, 1, width);
  }

  setColumnWidths(startColumn: number, numColumns: number, width: number): Sheet {
    setSize(this._book, this._id, 'COL', startColumn, numColumns, width);
    return this;
  }

  setRowHeight(rowPosition: number, height: number): Sheet {
    return this.setRowHeights(rowPosition, 1, height);
  }

  /** Sheets keeps a row at least as high as its content asks; `setRowHeightsForced` does not. */
  setRowHeights(startRow: number, numRows: number, height: number): Sheet {
    return this.setRowHeightsForced(startRow, numRows, Math.max(height, DEFAULT_ROW_HEIGHT));
  }

  setRowHeightsForced(startRow: number, numRows: number, height: number): Sheet {
    setSize(this._book, this._id, 'ROW', startRow, numRows, height);
    return this;
  }

  autoResizeColumn(columnPosition: number): Sheet {
    return this.autoResizeColumns(columnPosition, 1);
  }

  autoResizeColumns(startColumn: number, numColumns: number): Sheet {
    for (const col of headers(this._book, this._id, 'COL', startColumn, numColumns))
      fitColumn(this._book, this._id, col);
    return this;
  }

  /** A row without a height of its own is as high as its content, in the page and in .xlsx. */
  autoResizeRows(startRow: number, numRows: number): Sheet {
    const elements = headers(this._book, this._id, 'ROW', startRow, numRows);
    this._book.write({ type: 'RESIZE_COLUMNS_ROWS', sheetId: this._id, dimension: 'ROW', elements, size: null });
    return this;
  }

  // Rules, protection, metadata, charts

  getConditionalFormatRules(): ConditionalFormatRule[] {
    return readConditionalFormats(this);
  }

  setConditionalFormatRules(rules: GoogleAppsScript.Spreadsheet.ConditionalFormatRule[]): void {
    writeConditionalFormats(this, asGoogle<ConditionalFormatRule[]>(rules));
  }

  clearConditionalFormatRules(): void {
    writeConditionalFormats(this, []);
  }

  _clearConditionalFormats(zone: Zone): void {
    clearConditionalFormats(this, zone);
  }

  protect(): Protection {
    return protect(this._spreadsheet, this._id);
  }

  getProtections(type: GoogleAppsScript.Spreadsheet.ProtectionType): Protection[] {
    return protectionsOf(this._spreadsheet, type, this._id);
  }

  getNamedRanges(): NamedRange[] {
    return namedRanges(this._spreadsheet).filter((named) => named._sheetId() === this._id);
  }

  addDeveloperMetadata(...args: unknown[]): Sheet {
    addMetadata(this._spreadsheet, { sheetId: this._id }, args);
    return this;
  }

  getDeveloperMetadata(): DeveloperMetadata[] {
    return metadataAt(this._spreadsheet, (place) => place.sheetId === this._id && !place.zone);
  }

  createDeveloperMetadataFinder(): DeveloperMetadataFinder {
    return new DeveloperMetadataFinder(this._spreadsheet, (place) => place.sheetId === this._id);
  }

  newChart(): EmbeddedChartBuilder {
    return newChart(this);
  }

  getCharts(): EmbeddedChart[] {
    return readCharts(this);
  }

  insertChart(chart: GoogleAppsScript.Spreadsheet.EmbeddedChart): void {
    insertChart(this, asGoogle<EmbeddedChart>(chart));
  }

  updateChart(chart: GoogleAppsScript.Spreadsheet.EmbeddedChart): void {
    updateChart(this, asGoogle<EmbeddedChart>(chart));
  }

  removeChart(chart: GoogleAppsScript.Spreadsheet.EmbeddedChart): void {
    const { _figureId: figureId } = asGoogle<EmbeddedChart>(chart);
    if (!figureId) throw new GoogleError('Embedded chart not found.');
    this._book.write({ type: 'DELETE_FIGURE', sheetId: this._id, figureId });
  }

  getBandings(): Banding[] {
    return bandingsOf(this);
  }

  getFilter(): Filter | null {
    return filterOf(this);
  }

  // Inside the workspace

  _rangeIn(zone: Zone, a1?: string): Range {
    if (zone.right >= this.getMaxColumns() || zone.bottom >= this.getMaxRows()) {
      throw new GoogleError('The coordinates of the range are outside the dimensions of the sheet.');
    }
    return new Range(this, zone, a1);
  }

  _whole(): Range {
    return this.getRange(1, 1, this.getMaxRows(), this.getMaxColumns());
  }

  _rangeByText(text: string): Range {
    const parsed = parseA1(text, { rows: this.getMaxRows(), columns: this.getMaxColumns() });
    if (!parsed) {
      const named = this._spreadsheet.getRangeByName(text);
      if (named) return named;
      throw new GoogleError('Range not found');
    }
    if (parsed.sheetName !== undefined && parsed.sheetName !== this.getName()) {
      // Google reads the address in the sheet that it names.
      const home = this._spreadsheet.getSheetByName(parsed.sheetName);
      if (!home) throw new GoogleError('Range not found');
      return home.getRange(text.slice(text.lastIndexOf('!') + 1));
    }
    if (!parsed.unbounded) return this._rangeIn(parsed.zone);
    const shown = text
      .slice(text.lastIndexOf('!') + 1)
      .replaceAll('$', '')
      .toUpperCase();
    return this._rangeIn(parsed.zone, shown);
  }

  _insert(dimension: HeaderDimension, base: number, position: 'before' | 'after', howMany: number): Sheet {
    insertHeaders(this._book, this._id, dimension, base, position, howMany);
    return this;
  }

  /** For people who read logs; scripts see 'Sheet'. */
  _address(zone: Zone): string {
    return `${this.getName()}!${zoneToA1(zone)}`;
  }
}

const DEFAULT_ROW_HEIGHT = 21;
const LARGE_SHEET_ROWS = 5_000;

function freezing(sheetId: string, what: 'ROWS' | 'COLUMNS', quantity: number) {
  return quantity === 0 ? { type: `UNFREEZE_${what}`, sheetId } : { type: `FREEZE_${what}`, sheetId, quantity };
}

export function nameTaken(name: string): GoogleError {
  return new GoogleError(`A sheet with the name "${name}" already exists. Please enter another name.`);
}

/** Sheets made in a page have the engine's own ids; their number is made of the text and stays the same. */
export function sheetNumber(id: string): number {
  if (/^\d+$/.test(id)) return Number(id);
  let hash = 0;
  for (const char of id) hash = (hash * 31 + char.charCodeAt(0)) % 2_147_483_647;
  return hash;
}

/** One atomic append after the last row with content; the sheet grows by a row where it is full. */
export function appendRow(book: Book, sheetId: string, contents: readonly unknown[]): number {
  const row = book.lastRow(sheetId);
  const maxRows = book.getters.getNumberRows(sheetId);
  // A large sheet grows by more: moving its arrays for every row would take a tenth of a second each.
  if (row >= maxRows) insertHeaders(book, sheetId, 'ROW', maxRows, 'after', maxRows < LARGE_SHEET_ROWS ? 1 : 100);
  const maxColumns = book.getters.getNumberCols(sheetId);
  if (contents.length > maxColumns) {
    insertHeaders(book, sheetId, 'COL', maxColumns, 'after', contents.length - maxColumns);
  }
  if (contents.length > 0) {
    writeValues(book, sheetId, { left: 0, right: contents.length - 1, top: row, bottom: row }, [contents]);
  }
  return row + 1;
}
