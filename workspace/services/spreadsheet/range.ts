import { GoogleError, signatureError } from '../../kernel/google-object.ts';
import { autoFill } from './auto-fill.ts';
import { applyBanding, type Banding } from './banding.ts';
import { shiftCells } from './cell-shift.ts';
import { checkShape, mapZone } from './cells.ts';
import { copyRange, copyTo, moveRange } from './copy.ts';
import { removeDuplicateRows, shuffleRows, splitTexts, trimTexts } from './data-cleaning.ts';
import { dataRegion, nextDataCell } from './data-edges.ts';
import {
  addMetadata,
  type DeveloperMetadata,
  DeveloperMetadataFinder,
  headerZone,
  metadataAt,
} from './developer-metadata.ts';
import type { Zone } from './engine.ts';
import { asGoogle } from './enums.ts';
import { createFilter, type Filter } from './filter.ts';
import { clearNotes, noteReader, writeNotes } from './notes.ts';
import { type Protection, protect } from './protection.ts';
import type { Matrix } from './range-core.ts';
import { RangeLooks } from './range-looks.ts';
import { asRichTexts, type RichTextValue, readRichTexts, writeRichTexts } from './rich-text.ts';
import type { Sheet } from './sheet.ts';
import { sortRange } from './sort.ts';
import { TextFinder } from './text-finder.ts';
import {
  type DataValidation,
  DataValidationBuilder,
  readValidations,
  writeValidation,
  writeValidations,
} from './validation.ts';
import { isInside, overlaps } from './zones.ts';

/** Cells of one sheet by their coordinates at the time the range was made, as on Google: it does not follow inserted rows. */
export class Range extends RangeLooks {
  // Notes

  override getNote(): string {
    return noteReader(this._book, this._sheetId)(this._zone.left, this._zone.top);
  }

  override getNotes(): Matrix<string> {
    return mapZone(this._zone, noteReader(this._book, this._sheetId));
  }

  override setNote(note: string | null): this {
    writeNotes(this._book, this._sheetId, this._zone, () => note);
    return this;
  }

  override setNotes(notes: Matrix<string | null>): this {
    checkShape(notes, this._zone);
    const { left, top } = this._zone;
    writeNotes(this._book, this._sheetId, this._zone, (col, row) => notes[row - top]![col - left]!);
    return this;
  }

  override clearNote(): this {
    clearNotes(this._book, this._sheetId, this._zone);
    return this;
  }

  // Merged cells

  override isPartOfMerge(): boolean {
    return this._book.getters.getMergesInZone(this._sheetId, this._zone).length > 0;
  }

  override getMergedRanges(): Range[] {
    return this._book.getters
      .getMergesInZone(this._sheetId, this._zone)
      .map(({ left, right, top, bottom }) => new Range(this._sheet, { left, right, top, bottom }));
  }

  override merge(): this {
    return this._merge([this._zone]);
  }

  override mergeAcross(): this {
    const { left, right } = this._zone;
    return this._merge(
      mapZone({ ...this._zone, right: left }, (_, row) => ({ left, right, top: row, bottom: row })).flat(),
    );
  }

  override mergeVertically(): this {
    const { top, bottom } = this._zone;
    return this._merge(
      mapZone({ ...this._zone, bottom: top }, (col) => ({ left: col, right: col, top, bottom })).flat(),
    );
  }

  override breakApart(): this {
    const target = this._book.getters.getMergesInZone(this._sheetId, this._zone);
    const { left, right, top, bottom } = this._zone;
    const cutThrough = target.some(
      (merge) => merge.left < left || merge.right > right || merge.top < top || merge.bottom > bottom,
    );
    if (cutThrough) throw new GoogleError('You must select all cells in a merged range to merge or unmerge them.');
    if (target.length > 0) {
      const zones = target.map((zone) => ({ left: zone.left, right: zone.right, top: zone.top, bottom: zone.bottom }));
      this._book.write({ type: 'REMOVE_MERGE', sheetId: this._sheetId, target: zones });
    }
    return this;
  }

  // Moving cells about

  override copyTo(...args: [destination: GoogleAppsScript.Spreadsheet.Range, ...how: unknown[]]): void {
    copyTo(this, asGoogle<Range>(args[0]), args.slice(1));
  }

  override copyFormatToRange(...args: unknown[]): void {
    copyRange(this, this._target('copyFormatToRange', args), 'PASTE_FORMAT');
  }

  override copyValuesToRange(...args: unknown[]): void {
    copyRange(this, this._target('copyValuesToRange', args), 'PASTE_VALUES');
  }

  override moveTo(target: GoogleAppsScript.Spreadsheet.Range): void {
    moveRange(this, asGoogle<Range>(target));
  }

  override sort(spec: unknown): this {
    sortRange(this, spec);
    return this;
  }

  override randomize(): this {
    shuffleRows(this);
    return this;
  }

  override removeDuplicates(columnsToCompare?: number[]): Range {
    return removeDuplicateRows(this, columnsToCompare);
  }

  override trimWhitespace(): this {
    trimTexts(this);
    return this;
  }

  override splitTextToColumns(delimiter?: string | GoogleAppsScript.Spreadsheet.TextToColumnsDelimiter): void {
    splitTexts(this, delimiter);
  }

  override insertCells(dimension: GoogleAppsScript.Spreadsheet.Dimension): this {
    shiftCells(this, dimension, 'insert');
    return this;
  }

  override deleteCells(dimension: GoogleAppsScript.Spreadsheet.Dimension): void {
    shiftCells(this, dimension, 'delete');
  }

  override autoFill(
    destination: GoogleAppsScript.Spreadsheet.Range,
    series: GoogleAppsScript.Spreadsheet.AutoFillSeries,
  ): void {
    autoFill(this, asGoogle<Range>(destination), series);
  }

  // Edges of data

  override getDataRegion(dimension?: GoogleAppsScript.Spreadsheet.Dimension): Range {
    return this._sheet._rangeIn(dataRegion(this, dimension));
  }

  override getNextDataCell(direction: GoogleAppsScript.Spreadsheet.Direction): Range {
    return this._sheet._rangeIn(nextDataCell(this, direction));
  }

  // Rules, filter, bands

  override getDataValidation(): DataValidation | null {
    return this.getDataValidations()[0]![0]!;
  }

  override getDataValidations(): Matrix<DataValidation | null> {
    return readValidations(this);
  }

  override setDataValidation(rule: GoogleAppsScript.Spreadsheet.DataValidation | null): this {
    writeValidation(this, asGoogle<DataValidation | null>(rule));
    return this;
  }

  override setDataValidations(rules: (GoogleAppsScript.Spreadsheet.DataValidation | null)[][]): this {
    writeValidations(this, asGoogle<Matrix<DataValidation | null>>(rules));
    return this;
  }

  override clearDataValidations(): this {
    writeValidation(this, null);
    return this;
  }

  override insertCheckboxes(checkedValue?: unknown, uncheckedValue?: unknown): this {
    writeValidation(this, new DataValidationBuilder().requireCheckbox(checkedValue, uncheckedValue).build());
    // A cell that holds neither value becomes unchecked.
    const values = this.getValues();
    const [on, off] = [checkedValue ?? true, uncheckedValue ?? (checkedValue === undefined ? false : '')];
    return this._write(values.map((cells) => cells.map((value) => (value === on || value === off ? value : off))));
  }

  override removeCheckboxes(): this {
    writeValidation(this, null);
    return this.clearContent();
  }

  override createFilter(): Filter {
    return createFilter(this);
  }

  override getFilter(): Filter | null {
    return this._sheet.getFilter();
  }

  override applyRowBanding(...args: unknown[]): Banding {
    return applyBanding(this, 'ROW', args[0], args[1] as boolean | undefined, args[2] as boolean | undefined);
  }

  override applyColumnBanding(...args: unknown[]): Banding {
    return applyBanding(this, 'COLUMN', args[0], args[1] as boolean | undefined, args[2] as boolean | undefined);
  }

  override getBandings(): Banding[] {
    return this._sheet.getBandings().filter((banding) => overlaps(banding.getRange()._zone, this._zone));
  }

  override createTextFinder(findText: string): TextFinder {
    return new TextFinder(() => [this], findText);
  }

  // Protection, metadata

  override protect(): Protection {
    return protect(this._sheet._spreadsheet, this._sheetId, this._zone);
  }

  /** The one person of the workspace owns its files. */
  override canEdit(): boolean {
    return true;
  }

  override addDeveloperMetadata(...args: unknown[]): this {
    addMetadata(this._sheet._spreadsheet, { sheetId: this._sheetId, zone: headerZone(this) }, args);
    return this;
  }

  override getDeveloperMetadata(): DeveloperMetadata[] {
    return metadataAt(
      this._sheet._spreadsheet,
      (place) => place.sheetId === this._sheetId && place.zone !== undefined && isInside(place.zone, this._zone),
    );
  }

  override createDeveloperMetadataFinder(): DeveloperMetadataFinder {
    return new DeveloperMetadataFinder(
      this._sheet._spreadsheet,
      (place) => place.sheetId === this._sheetId && place.zone !== undefined && isInside(place.zone, this._zone),
    );
  }

  // Rich text

  override getRichTextValue(): RichTextValue | null {
    return this.getRichTextValues()[0]![0]!;
  }

  override getRichTextValues(): Matrix<RichTextValue | null> {
    return readRichTexts(this);
  }

  override setRichTextValue(value: GoogleAppsScript.Spreadsheet.RichTextValue): this {
    return this.setRichTextValues(this._filled(value) as Matrix<RichTextValue>);
  }

  override setRichTextValues(values: GoogleAppsScript.Spreadsheet.RichTextValue[][]): this {
    checkShape(values, this._zone);
    writeRichTexts(this, asRichTexts(values));
    return this;
  }

  // Inside the workspace

  _merge(target: Zone[]): this {
    const merges = this._book.getters.getMergesInZone(this._sheetId, this._zone);
    if (merges.length > 0) this.breakApart();
    const zones = target.filter((zone) => zone.left !== zone.right || zone.top !== zone.bottom);
    if (zones.length > 0) {
      this._book.write({ type: 'ADD_MERGE', sheetId: this._sheetId, target: zones, force: true });
    }
    return this;
  }

  /** The end of `copyFormatToRange(sheet | gridId, column, columnEnd, row, rowEnd)`. */
  _target(method: string, args: unknown[]): Range {
    const [sheet, column, columnEnd, row, rowEnd] = args as [Sheet | number, number, number, number, number];
    const home = typeof sheet === 'number' ? this._sheet._spreadsheet.getSheetById(sheet) : sheet;
    if (!home) throw signatureError(`SpreadsheetApp.Range.${method}`, args);
    return home.getRange(row, column, rowEnd - row + 1, columnEnd - column + 1);
  }
}
