import { type GoogleEnumValue, GoogleError, GoogleObject } from '../../kernel/google-object.ts';
import { readDisplayValues } from './cells.ts';
import { engineArgument, type KeptArgument, keptArgument } from './criteria.ts';
import type { EvaluatedCell, Extra } from './engine.ts';
import { asGoogle, BooleanCriteria } from './enums.ts';
import { plainCopy } from './plain-copy.ts';
import type { Range } from './range.ts';
import type { Sheet } from './sheet.ts';

const KIND = 'filter';

interface CriteriaData {
  criteria?: string;
  args: KeptArgument[];
  hidden?: string[];
  visible?: string[];
}

interface FilterData {
  /** By column of the sheet, 0-based. */
  columns: Record<string, CriteriaData>;
  /** Rows that the filter hides, 0-based: apart from those a person has hidden. */
  hiddenRows: number[];
}

export interface FilterCriteria extends GoogleAppsScript.Spreadsheet.FilterCriteria {}

export class FilterCriteria extends GoogleObject {
  readonly _data: CriteriaData;

  constructor(data: CriteriaData) {
    super();
    this._data = data;
  }

  copy(): FilterCriteriaBuilder {
    return new FilterCriteriaBuilder(plainCopy(this._data));
  }

  getCriteriaType(): GoogleAppsScript.Spreadsheet.BooleanCriteria {
    return asGoogle(this._data.criteria ? BooleanCriteria._of(this._data.criteria as 'CELL_EMPTY') : null);
  }

  getCriteriaValues(): unknown[] {
    return this._data.args;
  }

  getHiddenValues(): string[] {
    return this._data.hidden ?? [];
  }

  getVisibleValues(): string[] {
    return this._data.visible ?? [];
  }
}

export interface FilterCriteriaBuilder extends GoogleAppsScript.Spreadsheet.FilterCriteriaBuilder {}

export class FilterCriteriaBuilder extends GoogleObject {
  readonly #data: CriteriaData;

  constructor(data: CriteriaData = { args: [] }) {
    super();
    this.#data = data;
  }

  build(): FilterCriteria {
    return new FilterCriteria(plainCopy(this.#data));
  }

  copy(): FilterCriteriaBuilder {
    return this.build().copy();
  }

  getCriteriaValues(): unknown[] {
    return this.#data.args;
  }

  getHiddenValues(): string[] {
    return this.#data.hidden ?? [];
  }

  setHiddenValues(values: string[]): FilterCriteriaBuilder {
    this.#data.hidden = values.map(String);
    delete this.#data.visible;
    return this;
  }

  setVisibleValues(values: string[]): FilterCriteriaBuilder {
    this.#data.visible = values.map(String);
    delete this.#data.hidden;
    return this;
  }

  withCriteria(criteria: unknown, args: unknown[]): FilterCriteriaBuilder {
    return this._when(asGoogle<GoogleEnumValue>(criteria).name(), ...args);
  }

  whenCellEmpty(): FilterCriteriaBuilder {
    return this._when('CELL_EMPTY');
  }

  whenCellNotEmpty(): FilterCriteriaBuilder {
    return this._when('CELL_NOT_EMPTY');
  }

  whenDateAfter(date: unknown): FilterCriteriaBuilder {
    return this._when('DATE_AFTER', date);
  }

  whenDateBefore(date: unknown): FilterCriteriaBuilder {
    return this._when('DATE_BEFORE', date);
  }

  whenDateEqualTo(date: unknown): FilterCriteriaBuilder {
    return this._when('DATE_EQUAL_TO', date);
  }

  whenNumberBetween(start: number, end: number): FilterCriteriaBuilder {
    return this._when('NUMBER_BETWEEN', start, end);
  }

  whenNumberEqualTo(number: number): FilterCriteriaBuilder {
    return this._when('NUMBER_EQUAL_TO', number);
  }

  whenNumberNotEqualTo(number: number): FilterCriteriaBuilder {
    return this._when('NUMBER_NOT_EQUAL_TO', number);
  }

  whenNumberGreaterThan(number: number): FilterCriteriaBuilder {
    return this._when('NUMBER_GREATER_THAN', number);
  }

  whenNumberGreaterThanOrEqualTo(number: number): FilterCriteriaBuilder {
    return this._when('NUMBER_GREATER_THAN_OR_EQUAL_TO', number);
  }

  whenNumberLessThan(number: number): FilterCriteriaBuilder {
    return this._when('NUMBER_LESS_THAN', number);
  }

  whenNumberLessThanOrEqualTo(number: number): FilterCriteriaBuilder {
    return this._when('NUMBER_LESS_THAN_OR_EQUAL_TO', number);
  }

  whenTextContains(text: string): FilterCriteriaBuilder {
    return this._when('TEXT_CONTAINS', text);
  }

  whenTextDoesNotContain(text: string): FilterCriteriaBuilder {
    return this._when('TEXT_DOES_NOT_CONTAIN', text);
  }

  whenTextEqualTo(text: string): FilterCriteriaBuilder {
    return this._when('TEXT_EQUAL_TO', text);
  }

  whenTextStartsWith(text: string): FilterCriteriaBuilder {
    return this._when('TEXT_STARTS_WITH', text);
  }

  whenTextEndsWith(text: string): FilterCriteriaBuilder {
    return this._when('TEXT_ENDS_WITH', text);
  }

  _when(criteria: string, ...args: unknown[]): FilterCriteriaBuilder {
    this.#data.criteria = criteria;
    this.#data.args = args.map(keptArgument);
    return this;
  }
}

export interface Filter extends GoogleAppsScript.Spreadsheet.Filter {}

/** A sheet's one basic filter. The rows it hides are hidden for everybody, as in Sheets. */
export class Filter extends GoogleObject {
  readonly #sheet: Sheet;
  readonly #id: string;

  constructor(sheet: Sheet, id: string) {
    super();
    this.#sheet = sheet;
    this.#id = id;
  }

  getRange(): Range {
    return this.#sheet._rangeIn(this.#extra().range!.zone);
  }

  getColumnFilterCriteria(columnPosition: number): FilterCriteria | null {
    const data = this.#data().columns[String(columnPosition - 1)];
    return data ? new FilterCriteria(data) : null;
  }

  setColumnFilterCriteria(columnPosition: number, criteria: unknown): Filter {
    const zone = this.getRange()._zone;
    if (columnPosition - 1 < zone.left || columnPosition - 1 > zone.right) {
      throw new GoogleError('The column is outside the range of the filter.');
    }
    const columns = { ...this.#data().columns };
    if (criteria === null) delete columns[String(columnPosition - 1)];
    else columns[String(columnPosition - 1)] = asGoogle<FilterCriteria>(criteria)._data;
    this.#apply(columns);
    return this;
  }

  removeColumnFilterCriteria(columnPosition: number): Filter {
    return this.setColumnFilterCriteria(columnPosition, null);
  }

  sort(columnPosition: number, ascending: boolean): Filter {
    const { left, right, top, bottom } = this.getRange()._zone;
    if (bottom > top)
      this.#sheet._rangeIn({ left, right, top: top + 1, bottom }).sort({ column: columnPosition, ascending });
    this.#apply(this.#data().columns);
    return this;
  }

  remove(): void {
    this.#hide([]);
    this.#sheet._book.write({ type: 'REMOVE_EXTRA', extraId: this.#id });
    const target = this.#sheet._book.getters.getCoreTables(this.#sheet._id).filter((table) => table.config.hasFilters);
    for (const { range } of target) {
      this.#sheet._book.write({ type: 'REMOVE_TABLE', sheetId: this.#sheet._id, target: [range.zone] });
    }
  }

  _hides(row: number): boolean {
    return this.#data().hiddenRows.includes(row);
  }

  #extra(): Extra {
    const extra = this.#sheet._book.getters.getExtra(this.#id);
    if (!extra) throw new GoogleError('The filter has been removed.');
    return extra;
  }

  #data(): FilterData {
    return this.#extra().data as FilterData;
  }

  #apply(columns: FilterData['columns']): void {
    const { _book: book, _id: sheetId } = this.#sheet;
    const { left, right, top, bottom } = this.getRange()._zone;
    const hidden: number[] = [];
    if (bottom > top) {
      const texts = readDisplayValues(book, sheetId, { left, right, top: top + 1, bottom });
      texts.forEach((cells, offset) => {
        const row = top + 1 + offset;
        const isShown = Object.entries(columns).every(([col, data]) =>
          passes(
            data,
            cells[Number(col) - left]!,
            book.getters.getEvaluatedCell({ sheetId, col: Number(col), row }),
            (arg) => engineArgument(arg, book),
          ),
        );
        if (!isShown) hidden.push(row);
      });
    }
    this.#hide(hidden, columns);
  }

  #hide(rows: number[], columns?: FilterData['columns']): void {
    const { _book: book, _id: sheetId } = this.#sheet;
    const data = this.#data();
    const shown = data.hiddenRows.filter((row) => !rows.includes(row));
    if (shown.length > 0) book.write({ type: 'UNHIDE_COLUMNS_ROWS', sheetId, dimension: 'ROW', elements: shown });
    if (rows.length > 0) book.write({ type: 'HIDE_COLUMNS_ROWS', sheetId, dimension: 'ROW', elements: rows });
    const ranges = [{ _sheetId: sheetId, _zone: this.#extra().range!.zone }];
    const next: FilterData = { columns: columns ?? data.columns, hiddenRows: rows };
    book.write({ type: 'PUT_EXTRA', extraId: this.#id, kind: KIND, sheetId, ranges, data: next });
  }
}

function passes(
  data: CriteriaData,
  text: string,
  cell: EvaluatedCell,
  argument: (arg: KeptArgument) => string,
): boolean {
  if (data.hidden?.includes(text)) return false;
  if (data.visible && !data.visible.includes(text)) return false;
  if (!data.criteria) return true;
  const [first = '', second = ''] = data.args.map(argument);
  const number = typeof cell.value === 'number' ? cell.value : Number.NaN;
  const lower = text.toLowerCase();
  const wanted = first.toLowerCase();
  switch (data.criteria) {
    case 'CELL_EMPTY':
      return text === '';
    case 'CELL_NOT_EMPTY':
      return text !== '';
    case 'NUMBER_BETWEEN':
      return number >= Number(first) && number <= Number(second);
    case 'NUMBER_NOT_BETWEEN':
      return number < Number(first) || number > Number(second);
    case 'NUMBER_EQUAL_TO':
      return number === Number(first);
    case 'NUMBER_NOT_EQUAL_TO':
      return number !== Number(first);
    case 'NUMBER_GREATER_THAN':
    case 'DATE_AFTER':
      return number > Number(first);
    case 'NUMBER_GREATER_THAN_OR_EQUAL_TO':
      return number >= Number(first);
    case 'NUMBER_LESS_THAN':
    case 'DATE_BEFORE':
      return number < Number(first);
    case 'NUMBER_LESS_THAN_OR_EQUAL_TO':
      return number <= Number(first);
    case 'DATE_EQUAL_TO':
      return Math.floor(number) === Number(first);
    case 'TEXT_CONTAINS':
      return lower.includes(wanted);
    case 'TEXT_DOES_NOT_CONTAIN':
      return !lower.includes(wanted);
    case 'TEXT_EQUAL_TO':
      return lower === wanted;
    case 'TEXT_STARTS_WITH':
      return lower.startsWith(wanted);
    case 'TEXT_ENDS_WITH':
      return lower.endsWith(wanted);
    default:
      throw new GoogleError(`The local workspace does not filter by ${data.criteria}.`);
  }
}

export function filterOf(sheet: Sheet): Filter | null {
  const extra = sheet._book.getters.getExtras(KIND).find(({ sheetId }) => sheetId === sheet._id);
  return extra ? new Filter(sheet, extra.id) : null;
}

const TABLE_CONFIG = {
  hasFilters: true,
  totalRow: false,
  firstColumn: false,
  lastColumn: false,
  numberOfHeaders: 1,
  bandedRows: false,
  bandedColumns: false,
  automaticAutofill: false,
  styleId: 'None',
};

export function createFilter(range: Range): Filter {
  const sheet = range._sheet;
  if (filterOf(sheet)) throw new GoogleError("You can't create a filter in a sheet that already has a filter.");
  const book = sheet._book;
  const extraId = `${sheet._id}/filter`;
  const ranges = [{ _sheetId: sheet._id, _zone: range._zone }];
  const data: FilterData = { columns: {}, hiddenRows: [] };
  book.write(
    { type: 'PUT_EXTRA', extraId, kind: KIND, sheetId: sheet._id, ranges, data },
    // The arrows of the page; the engine refuses a table over merged cells, and the filter works without them.
    { type: 'CREATE_TABLE', sheetId: sheet._id, ranges, tableType: 'static', config: TABLE_CONFIG },
  );
  return new Filter(sheet, extraId);
}
