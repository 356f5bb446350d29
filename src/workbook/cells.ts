import { type IsoDate, isIsoDate, dateOf as isoDate, russianDay } from '../domain/plan/dates.ts';
import type { Column, Kind, ValueOf } from './table.ts';

/** What is wrong with one cell, in data; the place is added by the reader. */
export type CellProblem =
  | { code: 'cell.not-a-number'; got: string }
  | { code: 'cell.not-a-date'; got: string }
  | { code: 'cell.not-a-choice'; got: string; choices: readonly string[] }
  | { code: 'cell.not-yes-or-no'; got: string };

export type Read<T> = { value: T } | { problem: CellProblem };

/** A cell as `getValues` gives it → the column's value. Empty is '' , null or false by kind, never a problem. */
export function readCell<K extends Kind>(column: Column<K>, cell: unknown): Read<ValueOf[K]> {
  const reader = readers[column.kind] as (cell: unknown, column: Column) => Read<ValueOf[K]>;
  return reader(cell, column);
}

const readers: { [K in Kind]: (cell: unknown, column: Column) => Read<ValueOf[K]> } = {
  text: (cell) => ({ value: asText(cell) }),
  long: (cell) => ({ value: asText(cell) }),
  number(cell) {
    if (typeof cell === 'number') return { value: cell };
    const got = asText(cell);
    if (got === '') return { value: null };
    const value = Number(got.replace(/[\s\u00A0\u202F]/g, '').replace(',', '.'));
    return Number.isFinite(value) ? { value } : { problem: { code: 'cell.not-a-number', got } };
  },
  date(cell) {
    if (isDate(cell)) return { value: localDay(cell) };
    const got = asText(cell);
    if (got === '') return { value: null };
    const day = dayFromText(got);
    return day ? { value: day } : { problem: { code: 'cell.not-a-date', got } };
  },
  moment(cell) {
    if (isDate(cell)) return { value: cell };
    const got = asText(cell);
    return got === '' ? { value: null } : { problem: { code: 'cell.not-a-date', got } };
  },
  choice(cell, column) {
    const got = column.signs ? asText(cell).replace(SIGN, '') : asText(cell);
    const choices = column.choices ?? [];
    const known = choices.find((word) => word.toLowerCase() === got.toLowerCase());
    if (known) return { value: known };
    if (got === '' || column.open) return { value: got };
    return { problem: { code: 'cell.not-a-choice', got, choices } };
  },
  check(cell) {
    if (typeof cell === 'boolean') return { value: cell };
    const got = asText(cell).toLowerCase();
    if (got === 'да' || got === 'истина' || got === 'true') return { value: true };
    if (got === '' || got === 'нет' || got === 'ложь' || got === 'false') return { value: false };
    return { problem: { code: 'cell.not-yes-or-no', got } };
  },
};

/** A value → what `setValues` takes so that Sheets keeps it as it is. */
export function writeCell(column: Column, value: unknown): unknown {
  if (value === null || value === undefined) return '';
  switch (column.kind) {
    case 'date':
      return sheetDate(value as IsoDate);
    case 'check':
      return value ? 'да' : '';
    case 'number':
    case 'moment':
      return value;
    case 'choice':
      return literal(signed(column, String(value)));
    default:
      return literal(String(value));
  }
}

/** Whatever sign stands before the word, an older one too. */
const SIGN = /^[^\p{L}\d]+/u;

/** «просрочено» → «▲ просрочено», where the column has signs. */
export function signed(column: Column, word: string): string {
  const sign = column.signs?.[word];
  return sign ? `${sign} ${word}` : word;
}

/**
 * Text that could run as a formula is written with the sheet's own mark for "text as it
 * stands". Columns of text have the plain text format, which keeps numbers and dates as
 * written, but Google does not promise that it stops a formula.
 */
export function literal(value: string): string {
  return /^[=+\-@\t\r\n]/.test(value) ? `'${value}` : value;
}

/** Sheets number format of a column. */
export function numberFormat(column: Column): string {
  if (column.format) return column.format;
  switch (column.kind) {
    case 'number':
      // «0.##» would show a whole number with its decimal sign: «100,».
      return 'General';
    case 'date':
      return 'dd.mm.yyyy';
    case 'moment':
      return 'dd.mm.yyyy hh:mm';
    default:
      return '@';
  }
}

function asText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (isDate(cell)) return russianDay(localDay(cell));
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  // The mark that `literal` puts before a formula-like text, where the sheet gives it back.
  return String(cell)
    .replace(/^'(?=[=+\-@])/, '')
    .trim();
}

/** Dates come from another realm when the script runs in a context of its own: `instanceof` would fail. */
export function isDate(cell: unknown): cell is Date {
  return Object.prototype.toString.call(cell) === '[object Date]';
}

/** The calendar day a sheet's date cell shows: the sheet and the script keep one time zone. */
export function localDay(moment: Date): IsoDate {
  return isoDate(moment.getFullYear(), moment.getMonth() + 1, moment.getDate());
}

/** The day as a date cell: midnight in the sheet's own time zone. */
export function sheetDate(day: IsoDate): Date {
  const [year, month, dayOfMonth] = day.split('-').map(Number) as [number, number, number];
  return new Date(year, month - 1, dayOfMonth);
}

/** `30.01.2026` or `2026-01-30` → the day, when there is such a day. */
export function dayFromText(written: string): IsoDate | undefined {
  const russian = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(written);
  const iso = russian ? `${russian[3]}-${twoDigits(Number(russian[2]))}-${twoDigits(Number(russian[1]))}` : written;
  return isIsoDate(iso) ? iso : undefined;
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}
