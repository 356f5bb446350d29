import type { Zone } from './engine.ts';

/** 0 → 'A', 25 → 'Z', 26 → 'AA'. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  }
  return letters;
}

/** 'A' → 0, 'AA' → 26. */
export function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** 'A1' or 'A1:B2', 0-based zone. */
export function zoneToA1(zone: Zone): string {
  const first = columnLetters(zone.left) + (zone.top + 1);
  const last = columnLetters(zone.right) + (zone.bottom + 1);
  return first === last ? first : `${first}:${last}`;
}

export interface ParsedA1 {
  sheetName?: string;
  zone: Zone;
  /** 'A:B' has no rows, '1:2' no columns, 'A2:A' no last row: the sheet's size stands for what is missing. */
  unbounded: boolean;
}

const SIDE = /^\$?([A-Za-z]{1,3})?\$?([1-9]\d{0,8})?$/;

/**
 * Reads A1 notation: 'B2', 'A1:C3', 'A:A', '3:5', 'A2:A', "'Лист 1'!A1".
 * @returns undefined for what is no A1 notation
 */
export function parseA1(text: string, size: { rows: number; columns: number }): ParsedA1 | undefined {
  const { sheetName, cells } = splitSheetName(text);
  const sides = cells.split(':');
  if (sides.length > 2) return undefined;
  const first = parseSide(sides[0]!);
  const second = sides.length === 2 ? parseSide(sides[1]!) : first;
  if (!first || !second) return undefined;
  if (sides.length === 1 && (first.column === undefined || first.row === undefined)) return undefined;
  const columns = [first.column, second.column].filter((column) => column !== undefined);
  const rows = [first.row, second.row].filter((row) => row !== undefined);
  // 'A1:2' has one column and two rows: the missing end is the sheet's.
  const left = columns.length === 0 ? 0 : Math.min(...columns);
  const right = columns.length === 2 ? Math.max(...columns) : size.columns - 1;
  const top = rows.length === 0 ? 0 : Math.min(...rows);
  const bottom = rows.length === 2 ? Math.max(...rows) : size.rows - 1;
  const parsed: ParsedA1 = { zone: { left, top, right, bottom }, unbounded: columns.length + rows.length < 4 };
  if (sheetName !== undefined) parsed.sheetName = sheetName;
  return parsed;
}

function parseSide(side: string): { column?: number; row?: number } | undefined {
  const match = SIDE.exec(side.trim());
  if (!match || (!match[1] && !match[2])) return undefined;
  const parsed: { column?: number; row?: number } = {};
  if (match[1]) parsed.column = columnIndex(match[1]);
  if (match[2]) parsed.row = Number(match[2]) - 1;
  return parsed;
}

function splitSheetName(text: string): { sheetName?: string; cells: string } {
  const mark = text.lastIndexOf('!');
  if (mark < 0) return { cells: text };
  const name = text.slice(0, mark).trim();
  const bare = name.startsWith("'") && name.endsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
  return { sheetName: bare, cells: text.slice(mark + 1) };
}

/** A sheet's name as a formula needs it. */
export function quotedSheetName(name: string): string {
  return /^[A-Za-z_\p{L}][\p{L}\p{N}_.]*$/u.test(name) && !SIDE.test(name) ? name : `'${name.replaceAll("'", "''")}'`;
}
