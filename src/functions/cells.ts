/**
 * Arguments of custom functions, as the spreadsheet gives them: a single cell comes as a value,
 * a range as rows of cells, an empty cell as ''. Everything that cannot be read is refused with
 * its row and column, counted from 1 within the range.
 */
import { SPHERES, type SphereId, sphereNamed } from '../domain/methodology/sphere.ts';
import { russianDay } from '../domain/plan/dates.ts';
import { ProblemError } from '../domain/problem.ts';
import type { RatingProblem } from '../domain/rating/rating-problem.ts';
import { ratingProblemText } from '../texts/rating-problems.ts';
import { isDate, localDay } from '../workbook/cells.ts';

export type Cell = string | number | boolean | Date | null | undefined;
export type CellRange = Cell | Cell[][];

/** Stands where a value could not be computed; accepted back wherever points are. */
export const NOT_AVAILABLE = 'н/д';

/** Where in the arguments a problem is. */
export interface Place {
  /** What the argument is called for a person; empty when there is one only. */
  readonly argument?: string;
  readonly row?: number;
  /** Number or title. */
  readonly column?: number | string;
}

export function placeText({ argument, row, column }: Place): string {
  const parts = [
    argument,
    row === undefined ? undefined : `строка ${row}`,
    column === undefined ? undefined : typeof column === 'number' ? `столбец ${column}` : `столбец «${column}»`,
  ];
  return parts.filter((part) => part).join(', ');
}

/** Runs a piece of the domain; a problem becomes an Error whose message a person can act on. */
export function at<T>(place: Place, compute: () => T): T {
  try {
    return compute();
  } catch (error) {
    if (error instanceof ProblemError) {
      throw new Error(ratingProblemText(error.problem as RatingProblem, placeText(place)));
    }
    throw error;
  }
}

export function refuse(problem: RatingProblem, place: Place): never {
  throw new Error(ratingProblemText(problem, placeText(place)));
}

export function isBlank(cell: Cell): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}

export function isNotAvailable(cell: Cell): boolean {
  return typeof cell === 'string' && cell.trim().toLowerCase() === NOT_AVAILABLE;
}

/** Rows of a range without the empty ones at its end, which open ranges (A2:C) always have. */
export function rowsOf(range: CellRange): Cell[][] {
  const rows = Array.isArray(range) ? range.map((row) => (Array.isArray(row) ? row : [row])) : [[range]];
  let end = rows.length;
  while (end > 0 && rows[end - 1]!.every(isBlank)) end -= 1;
  return rows.slice(0, end);
}

/** A range of one column or one row as a list. */
export function listOf(range: CellRange): Cell[] {
  const rows = rowsOf(range);
  if (rows.length !== 1) return rows.map((row) => row[0]);
  const row = rows[0]!;
  let end = row.length;
  while (end > 1 && isBlank(row[end - 1])) end -= 1;
  return row.slice(0, end);
}

/** The only value of an argument; its top left cell when a range was given. */
export function single(range: CellRange): Cell {
  return Array.isArray(range) ? (Array.isArray(range[0]) ? range[0][0] : (range[0] as Cell)) : range;
}

/** The rows that a column given beside a table of `height` rows must have; empty cells below are passed over. */
export function columnOf(range: CellRange, height: number, input: string): Cell[] {
  const filled = listOf(range);
  const given = Math.max(filled.length, Math.min(Array.isArray(range) ? range.length : 1, height));
  if (given !== height) refuse({ code: 'rating.different-sizes', input, got: given, expected: height }, {});
  return Array.from({ length: height }, (_, k) => filled[k]);
}

/** What a person sees in the cell, but for the decimal comma. */
export function textOf(cell: Cell): string {
  if (isBlank(cell)) return '';
  if (typeof cell === 'boolean') return cell ? 'ИСТИНА' : 'ЛОЖЬ';
  if (!isDate(cell)) return String(cell).trim();
  return russianDay(localDay(cell));
}

/** Reads «83,5», «83.5», «1 200» and 83.5; undefined for anything else. */
export function readNumber(cell: Cell): number | undefined {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : undefined;
  if (typeof cell !== 'string') return undefined;
  const digits = cell.replace(/[\s\u00a0]/g, '').replace(',', '.');
  return /^[-+]?\d+(\.\d+)?$/.test(digits) ? Number(digits) : undefined;
}

/** A number that must be there. */
export function numberAt(cell: Cell, place: Place, expected = 'число'): number {
  if (isBlank(cell)) refuse({ code: 'rating.empty', expected }, place);
  const value = readNumber(cell);
  if (value === undefined) refuse({ code: 'rating.not-a-number', got: textOf(cell), expected }, place);
  return value;
}

/** A number, or undefined for an empty cell. */
export function optionalNumberAt(cell: Cell, place: Place, expected = 'число'): number | undefined {
  return isBlank(cell) ? undefined : numberAt(cell, place, expected);
}

/** Confidence: 0.95, 95, «95 %». Default 0.95. */
export function levelOf(range: CellRange): number {
  const cell = single(range);
  if (isBlank(cell)) return 0.95;
  const place = { argument: 'уровень доверия' };
  const isPercent = typeof cell === 'string' && cell.indexOf('%') >= 0;
  const value = numberAt(
    typeof cell === 'string' ? cell.replace('%', '') : cell,
    place,
    'число, например 0,95 или 95 %',
  );
  const level = value > 1 || isPercent ? value / 100 : value;
  if (!(level >= 0.5 && level <= 0.9999)) {
    refuse({ code: 'rating.out-of-range', input: 'доля', got: level, min: 0.5, max: 0.9999 }, place);
  }
  return level;
}

/**
 * Code of an indicator: 1.1 as a number, «1.1», «1,1», and the date 1 January, which is what a
 * Russian spreadsheet makes of a typed «1.1». Undefined when it is none of these.
 */
export function indicatorCode(cell: Cell): string | undefined {
  if (isDate(cell)) return `${cell.getDate()}.${cell.getMonth() + 1}`;
  const match = /^\s*(\d)\s*[.,]\s*(\d)\.?\s*$/.exec(String(cell ?? ''));
  return match ? `${match[1]}.${match[2]}` : undefined;
}

/** One of a few words, by its place in the list; the first when the cell is empty. */
export function wordOf<T>(range: CellRange, input: string, words: readonly (readonly [string, T])[]): T {
  const cell = single(range);
  const written = textOf(cell).toLowerCase();
  if (written === '') return words[0]![1];
  const found = words.find(([word]) => word === written);
  if (!found) {
    const known = words.map(([word]) => `«${word}»`).join(', ');
    return refuse({ code: 'rating.unknown-word', input, got: textOf(cell), known }, {});
  }
  return found[1];
}

/** The sphere a cell names. */
export function sphereAt(cell: Cell, place: Place): SphereId {
  const known = SPHERES.map(({ name }) => name).join('; ');
  if (isBlank(cell)) refuse({ code: 'rating.empty', expected: `указать сферу (${known})` }, place);
  const sphere = sphereNamed(textOf(cell));
  return sphere ? sphere.id : refuse({ code: 'rating.unknown-sphere', got: textOf(cell), known }, place);
}

/** A whole number ≥ 0 of a cell. */
export function countAt(cell: Cell, place: Place): number {
  const value = numberAt(cell, place, 'целое число не меньше 0');
  if (!(value >= 0 && Math.floor(value) === value)) {
    refuse(
      { code: 'rating.not-a-number', got: textOf(cell).replace('.', ','), expected: 'целое число не меньше 0' },
      place,
    );
  }
  return value;
}

/** Points 0–100 of a cell. */
export function pointsAt(cell: Cell, place: Place): number {
  const value = numberAt(cell, place, 'число от 0 до 100');
  if (value < 0 || value > 100)
    refuse({ code: 'rating.out-of-range', input: 'баллы', got: value, min: 0, max: 100 }, place);
  return value;
}
