import { GoogleError, signatureError } from '../../kernel/google-object.ts';
import { parseA1 } from './a1.ts';
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
import type { ConditionalFormatRule } from './conditional-format.ts';
import {
  clearConditionalFormats,
  readConditionalFormats,
  writeConditionalFormats,
} from './conditional-format-rules.ts';
import { addMetadata, type DeveloperMetadata, DeveloperMetadataFinder, metadataAt } from './developer-metadata.ts';
import type { Zone } from './engine.ts';
import { asGoogle, SheetType } from './enums.ts';
import { type Filter, filterOf } from './filter.ts';
import { insertHeaders } from './headers.ts';
import { type NamedRange, namedRanges } from './named-range.ts';
import { clearNotes } from './notes.ts';
import { type Protection, protect, protectionsOf } from './protection.ts';
import { Range } from './range.ts';
import { RangeList } from './range-list.ts';
import { SheetHeaders } from './sheet-headers.ts';
import type { Spreadsheet } from './spreadsheet.ts';
import { TextFinder } from './text-finder.ts';

/** A sheet of an execution's spreadsheet. */
export class Sheet extends SheetHeaders {
  // Identity

  override getParent(): Spreadsheet {
    return this._spreadsheet;
  }

  override getSheetId(): number {
    return sheetNumber(this._id);
  }

  override getName(): string {
    return this._book.getters.getSheetName(this._id);
  }

  override getSheetName(): string {
    return this.getName();
  }

  override setName(name: string): Sheet {
    const { getters } = this._book;
    if (typeof name !== 'string' || name === '') throw signatureError('SpreadsheetApp.Sheet.setName', [name]);
    const other = getters.getSheetIdByName(name);
    if (other !== undefined && other !== this._id) throw nameTaken(name);
    this._book.write({ type: 'RENAME_SHEET', sheetId: this._id, oldName: this.getName(), newName: name });
    return this;
  }

  /** 1-based. */
  override getIndex(): number {
    return this._book.getters.getSheetIds().indexOf(this._id) + 1;
  }

  override getType(): GoogleAppsScript.Spreadsheet.SheetType {
    return asGoogle(SheetType._of('GRID'));
  }

  override activate(): Sheet {
    return this._spreadsheet.setActiveSheet(this);
  }

  override getTabColor(): string | null {
    return this._book.getters.getSheet(this._id).color ?? null;
  }

  override setTabColor(color: string | null): Sheet {
    const hex = color ? hexColor(color) : undefined;
    if (color && !hex) throw new GoogleError(`Invalid argument: ${color}`);
    this._book.write({ type: 'COLOR_SHEET', sheetId: this._id, color: hex });
    return this;
  }

  override isSheetHidden(): boolean {
    return !this._book.getters.isSheetVisible(this._id);
  }

  override hideSheet(): Sheet {
    if (this.isSheetHidden()) return this;
    if (this._spreadsheet.getSheets().filter((sheet) => !sheet.isSheetHidden()).length === 1) {
      throw new GoogleError("You can't hide all the sheets in a document.");
    }
    this._book.write({ type: 'HIDE_SHEET', sheetId: this._id });
    return this;
  }

  override showSheet(): Sheet {
    if (this.isSheetHidden()) this._book.write({ type: 'SHOW_SHEET', sheetId: this._id });
    return this;
  }

  override hasHiddenGridlines(): boolean {
    return !this._book.getters.getGridLinesVisibility(this._id);
  }

  override setHiddenGridlines(isHidden: boolean): Sheet {
    this._book.write({ type: 'SET_GRID_LINES_VISIBILITY', sheetId: this._id, areGridLinesVisible: !isHidden });
    return this;
  }

  override isRightToLeft(): boolean {
    return false;
  }

  override copyTo(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet): Sheet {
    return this._spreadsheet._copySheet(this, asGoogle<Spreadsheet>(spreadsheet));
  }

  override getFormUrl(): string | null {
    return this._spreadsheet._formUrlOf(this._id);
  }

  // Ranges

  override getRange(...args: (string | number)[]): Range {
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

  override getRangeList(a1Notations: string[]): RangeList {
    return new RangeList(a1Notations.map((text) => this.getRange(text)));
  }

  override getDataRange(): Range {
    const rows = Math.max(1, this.getLastRow());
    const columns = Math.max(1, this.getLastColumn());
    return this.getRange(1, 1, rows, columns);
  }

  override getSheetValues(startRow: number, startColumn: number, numRows: number, numColumns: number): CellValue[][] {
    // -1 reaches to the last row or column with content.
    const rows = numRows === -1 ? Math.max(1, this.getLastRow() - startRow + 1) : numRows;
    const columns = numColumns === -1 ? Math.max(1, this.getLastColumn() - startColumn + 1) : numColumns;
    return readValues(this._book, this._id, this.getRange(startRow, startColumn, rows, columns)._zone);
  }

  override getLastRow(): number {
    return this._book.lastRow(this._id);
  }

  override getLastColumn(): number {
    return this._book.lastColumn(this._id);
  }

  override getMaxRows(): number {
    return this._book.getters.getNumberRows(this._id);
  }

  override getMaxColumns(): number {
    return this._book.getters.getNumberCols(this._id);
  }

  override getActiveCell(): Range {
    const { left, top } = this._spreadsheet._activeZone(this);
    return this._rangeIn({ left, right: left, top, bottom: top });
  }

  override getCurrentCell(): Range {
    return this.getActiveCell();
  }

  override getActiveRange(): Range {
    return this._rangeIn(this._spreadsheet._activeZone(this));
  }

  override setActiveRange(range: GoogleAppsScript.Spreadsheet.Range): Range {
    return this._spreadsheet.setActiveRange(range);
  }

  override setCurrentCell(cell: GoogleAppsScript.Spreadsheet.Range): Range {
    return this._spreadsheet.setCurrentCell(cell);
  }

  override setActiveSelection(range: GoogleAppsScript.Spreadsheet.Range | string): Range {
    return this.setActiveRange(typeof range === 'string' ? this.getRange(range) : range);
  }

  // Content

  override appendRow(contents: unknown[]): Sheet {
    if (!Array.isArray(contents)) throw signatureError('SpreadsheetApp.Sheet.appendRow', [contents]);
    appendRow(this._book, this._id, contents);
    return this;
  }

  override clear(options?: { formatOnly?: boolean; contentsOnly?: boolean }): Sheet {
    const { formatOnly, contentsOnly } = options ?? {};
    const whole = this._whole();
    if (!formatOnly) whole.clearContent();
    if (!contentsOnly) {
      whole.clearFormat();
      this.clearConditionalFormatRules();
    }
    return this;
  }

  override clearContents(): Sheet {
    this._whole().clearContent();
    return this;
  }

  override clearFormats(): Sheet {
    return this.clear({ formatOnly: true });
  }

  override clearNotes(): Sheet {
    clearNotes(this._book, this._id, this._whole()._zone);
    return this;
  }

  override sort(columnPosition: number, ascending = true): Sheet {
    const top = this.getFrozenRows() + 1;
    const rows = this.getLastRow() - top + 1;
    if (rows > 1) this.getRange(top, 1, rows, this.getMaxColumns()).sort({ column: columnPosition, ascending });
    return this;
  }

  override createTextFinder(findText: string): TextFinder {
    return new TextFinder(() => [this._whole()], findText);
  }

  // Rules, protection, metadata, charts

  override getConditionalFormatRules(): ConditionalFormatRule[] {
    return readConditionalFormats(this);
  }

  override setConditionalFormatRules(rules: GoogleAppsScript.Spreadsheet.ConditionalFormatRule[]): void {
    writeConditionalFormats(this, asGoogle<ConditionalFormatRule[]>(rules));
  }

  override clearConditionalFormatRules(): void {
    writeConditionalFormats(this, []);
  }

  _clearConditionalFormats(zone: Zone): void {
    clearConditionalFormats(this, zone);
  }

  override protect(): Protection {
    return protect(this._spreadsheet, this._id);
  }

  override getProtections(type: GoogleAppsScript.Spreadsheet.ProtectionType): Protection[] {
    return protectionsOf(this._spreadsheet, type, this._id);
  }

  override getNamedRanges(): NamedRange[] {
    return namedRanges(this._spreadsheet).filter((named) => named._sheetId() === this._id);
  }

  override addDeveloperMetadata(...args: unknown[]): Sheet {
    addMetadata(this._spreadsheet, { sheetId: this._id }, args);
    return this;
  }

  override getDeveloperMetadata(): DeveloperMetadata[] {
    return metadataAt(this._spreadsheet, (place) => place.sheetId === this._id && !place.zone);
  }

  override createDeveloperMetadataFinder(): DeveloperMetadataFinder {
    return new DeveloperMetadataFinder(this._spreadsheet, (place) => place.sheetId === this._id);
  }

  override newChart(): EmbeddedChartBuilder {
    return newChart(this);
  }

  override getCharts(): EmbeddedChart[] {
    return readCharts(this);
  }

  override insertChart(chart: GoogleAppsScript.Spreadsheet.EmbeddedChart): void {
    insertChart(this, asGoogle<EmbeddedChart>(chart));
  }

  override updateChart(chart: GoogleAppsScript.Spreadsheet.EmbeddedChart): void {
    updateChart(this, asGoogle<EmbeddedChart>(chart));
  }

  override removeChart(chart: GoogleAppsScript.Spreadsheet.EmbeddedChart): void {
    const { _figureId: figureId } = asGoogle<EmbeddedChart>(chart);
    if (!figureId) throw new GoogleError('Embedded chart not found.');
    this._book.write({ type: 'DELETE_FIGURE', sheetId: this._id, figureId });
  }

  override getBandings(): Banding[] {
    return bandingsOf(this);
  }

  override getFilter(): Filter | null {
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
}

const LARGE_SHEET_ROWS = 5_000;

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
