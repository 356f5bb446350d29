import { GoogleError, GoogleObject } from '../../kernel/google-object.ts';
import { zoneToA1 } from './a1.ts';
import type { Book } from './book.ts';
import {
  type CellValue,
  checkShape,
  mapZone,
  readDisplayValues,
  readFormulas,
  readValues,
  writeValues,
} from './cells.ts';
import type { Zone } from './engine.ts';
import { formulaFromLocale } from './locale.ts';
import { formulaFromR1C1, formulaInR1C1 } from './r1c1.ts';
import type { Range } from './range.ts';
import type { Sheet } from './sheet.ts';

export type Matrix<T> = T[][];

export interface RangeCore extends GoogleAppsScript.Spreadsheet.Range {}

/** What every range has: its place, its values, its formulas. The rest of Google's Range is built on it. */
export class RangeCore extends GoogleObject {
  readonly _sheet: Sheet;
  readonly _zone: Zone;
  /** 'A:A' and 'A2:A' keep their open end in what they are called. */
  readonly _a1: string | undefined;

  constructor(sheet: Sheet, zone: Zone, a1?: string) {
    super();
    this._sheet = sheet;
    this._zone = zone;
    this._a1 = a1;
  }

  get _book(): Book {
    return this._sheet._book;
  }

  get _sheetId(): string {
    return this._sheet._id;
  }

  // Place and size

  getSheet(): Sheet {
    return this._sheet;
  }

  getGridId(): number {
    return this._sheet.getSheetId();
  }

  getA1Notation(): string {
    return this._a1 ?? zoneToA1(this._zone);
  }

  getRow(): number {
    return this._zone.top + 1;
  }

  getRowIndex(): number {
    return this.getRow();
  }

  getColumn(): number {
    return this._zone.left + 1;
  }

  getLastRow(): number {
    return this._zone.bottom + 1;
  }

  getLastColumn(): number {
    return this._zone.right + 1;
  }

  getNumRows(): number {
    return this._zone.bottom - this._zone.top + 1;
  }

  getNumColumns(): number {
    return this._zone.right - this._zone.left + 1;
  }

  getHeight(): number {
    return this.getNumRows();
  }

  getWidth(): number {
    return this.getNumColumns();
  }

  getCell(row: number, column: number): Range {
    if (row < 1 || column < 1 || row > this.getNumRows() || column > this.getNumColumns()) {
      throw new GoogleError('Cell reference out of range');
    }
    return this._sheet.getRange(this.getRow() + row - 1, this.getColumn() + column - 1);
  }

  offset(
    rowOffset: number,
    columnOffset: number,
    numRows = this.getNumRows(),
    numColumns = this.getNumColumns(),
  ): Range {
    return this._sheet.getRange(this.getRow() + rowOffset, this.getColumn() + columnOffset, numRows, numColumns);
  }

  activate(): Range {
    return this._sheet._spreadsheet.setActiveRange(this);
  }

  activateAsCurrentCell(): Range {
    return this.activate();
  }

  isStartRowBounded(): boolean {
    return !this._a1 || /^[A-Z]+\d/.test(this._a1) || /^\d/.test(this._a1);
  }

  isEndRowBounded(): boolean {
    return !this._a1 || /\d$/.test(this._a1);
  }

  isStartColumnBounded(): boolean {
    return !this._a1 || /^[A-Z]/.test(this._a1);
  }

  isEndColumnBounded(): boolean {
    return !this._a1 || /:[A-Z]/.test(this._a1);
  }

  // Values

  getValue(): CellValue {
    return readValues(this._book, this._sheetId, this._corner())[0]![0]!;
  }

  getValues(): Matrix<CellValue> {
    return readValues(this._book, this._sheetId, this._zone);
  }

  getDisplayValue(): string {
    return readDisplayValues(this._book, this._sheetId, this._corner())[0]![0]!;
  }

  getDisplayValues(): Matrix<string> {
    return readDisplayValues(this._book, this._sheetId, this._zone);
  }

  setValue(value: unknown): this {
    return this._write(this._filled(value));
  }

  setValues(values: unknown[][]): this {
    checkShape(values, this._zone);
    return this._write(values);
  }

  isBlank(): boolean {
    const { getters } = this._book;
    const sheetId = this._sheetId;
    return mapZone(this._zone, (col, row) => {
      const position = { sheetId, col, row };
      return !this._book.contentAt(position) && getters.getEvaluatedCell(position).type === 'empty';
    }).every((cells) => cells.every(Boolean));
  }

  isChecked(): boolean | null {
    const values = this.getValues().flat();
    if (!values.every((value) => typeof value === 'boolean')) return null;
    if (values.every(Boolean)) return true;
    return values.some(Boolean) ? null : false;
  }

  check(): this {
    return this.setValue(true);
  }

  uncheck(): this {
    return this.setValue(false);
  }

  getFormula(): string {
    return readFormulas(this._book, this._sheetId, this._corner())[0]![0]!;
  }

  getFormulas(): Matrix<string> {
    return readFormulas(this._book, this._sheetId, this._zone);
  }

  setFormula(formula: string): this {
    return this.setFormulas(this._filled(formula) as Matrix<string>);
  }

  setFormulas(formulas: Matrix<string>): this {
    checkShape(formulas, this._zone);
    const { locale } = this._book;
    formulas.forEach((cells, row) => {
      cells.forEach((formula, column) => {
        const text = formula === '' || formula.startsWith('=') ? formula : `=${formula}`;
        const position = { col: this._zone.left + column, row: this._zone.top + row };
        const content = text && formulaFromLocale(text, locale);
        this._book.write({ type: 'UPDATE_CELL', sheetId: this._sheetId, ...position, content });
      });
    });
    return this;
  }

  getFormulaR1C1(): string | null {
    return this.getFormulasR1C1()[0]![0]!;
  }

  getFormulasR1C1(): Matrix<string | null> {
    const { left, top } = this._zone;
    return this.getFormulas().map((cells, row) =>
      cells.map((formula, column) => (formula ? formulaInR1C1(formula, left + column, top + row) : null)),
    );
  }

  setFormulaR1C1(formula: string): this {
    return this.setFormulasR1C1(this._filled(formula) as Matrix<string>);
  }

  setFormulasR1C1(formulas: Matrix<string>): this {
    const { left, top } = this._zone;
    return this.setFormulas(
      formulas.map((cells, row) => cells.map((formula, column) => formulaFromR1C1(formula, left + column, top + row))),
    );
  }

  clear(options?: {
    commentsOnly?: boolean;
    contentsOnly?: boolean;
    formatOnly?: boolean;
    validationsOnly?: boolean;
  }): this {
    const { commentsOnly, contentsOnly, formatOnly, validationsOnly } = options ?? {};
    const everything = !commentsOnly && !contentsOnly && !formatOnly && !validationsOnly;
    if (everything || contentsOnly) this.clearContent();
    if (everything || formatOnly) this.clearFormat();
    if (commentsOnly) this.clearNote();
    if (validationsOnly) this.clearDataValidations();
    return this;
  }

  clearContent(): this {
    this._book.write({ type: 'DELETE_CONTENT', sheetId: this._sheetId, target: [this._zone] });
    return this;
  }

  clearFormat(): this {
    this._book.write({ type: 'CLEAR_FORMATTING', sheetId: this._sheetId, target: [this._zone] });
    this._sheet._clearConditionalFormats(this._zone);
    return this;
  }

  // Inside the workspace

  _corner(): Zone {
    const { left, top } = this._zone;
    return { left, right: left, top, bottom: top };
  }

  _filled(value: unknown): unknown[][] {
    return mapZone(this._zone, () => value);
  }

  _write(values: unknown[][]): this {
    writeValues(this._book, this._sheetId, this._zone, values);
    return this;
  }
}
