import { randomInt } from 'node:crypto';
import { GoogleEnumValue, GoogleError } from '../../kernel/google-object.ts';
import { readDisplayValues, readFormulas, readValues } from './cells.ts';
import type { EngineCommand, RawCell } from './engine.ts';
import type { Range } from './range.ts';

/** `Range.removeDuplicates`: the first of equal rows stays, the rest move up. @returns what is left */
export function removeDuplicateRows(range: Range, columnsToCompare?: number[]): Range {
  const { _book: book, _sheetId: sheetId, _zone: zone } = range;
  const columns = columnsToCompare?.map((column) => {
    if (column < range.getColumn() || column > range.getLastColumn()) {
      throw new GoogleError('The column to compare is outside the range.');
    }
    return column - 1 - zone.left;
  });
  const seen = new Set<string>();
  const kept: number[] = [];
  readValues(book, sheetId, zone).forEach((cells, index) => {
    const compared = columns ? columns.map((column) => cells[column]) : cells;
    // Sheets compares text without regard to case.
    const key = JSON.stringify(compared.map((value) => (typeof value === 'string' ? value.toLowerCase() : value)));
    if (seen.has(key)) return;
    seen.add(key);
    kept.push(zone.top + index);
  });
  placeRows(range, kept);
  return range.offset(0, 0, kept.length);
}

/** `Range.randomize`. */
export function shuffleRows(range: Range): void {
  const rows = Array.from({ length: range.getNumRows() }, (_, index) => range._zone.top + index);
  for (let last = rows.length - 1; last > 0; last -= 1) {
    const other = randomInt(last + 1);
    [rows[last], rows[other]] = [rows[other]!, rows[last]!];
  }
  placeRows(range, rows);
}

/** Puts rows of the sheet into a range's rows, from the top; what is below is emptied. */
function placeRows(range: Range, order: number[]): void {
  const { _book: book, _sheetId: sheetId, _zone: zone } = range;
  const { getters } = book;
  const commands: EngineCommand[] = [];
  for (let index = 0; index < range.getNumRows(); index += 1) {
    const to = zone.top + index;
    const from = order[index];
    if (from === to) continue;
    for (let col = zone.left; col <= zone.right; col += 1) {
      const cell = from === undefined ? undefined : getters.getCell({ sheetId, col, row: from });
      const content = from === undefined ? '' : movedContent(cell, to - from);
      const look = from === undefined ? {} : { style: cell?.style ?? null, format: cell?.format ?? '' };
      commands.push({ type: 'UPDATE_CELL', sheetId, col, row: to, content, ...look });
    }
  }
  book.writeAll(commands);

  function movedContent(cell: RawCell | undefined, rows: number): string {
    if (!cell?.isFormula) return cell?.content ?? '';
    return getters.getTranslatedCellFormula(sheetId, 0, rows, cell.compiledFormula);
  }
}

/** `Range.trimWhitespace`: spaces at the ends go, runs of spaces become one. */
export function trimTexts(range: Range): void {
  const { _book: book, _sheetId: sheetId, _zone: zone } = range;
  const values = readValues(book, sheetId, zone);
  const formulas = readFormulas(book, sheetId, zone);
  values.forEach((cells, row) => {
    cells.forEach((value, column) => {
      if (typeof value !== 'string' || formulas[row]![column]) return;
      const trimmed = value.replace(/[\s\u00a0]+/g, ' ').trim();
      if (trimmed !== value) range.getCell(row + 1, column + 1).setValue(trimmed === '' ? '' : `'${trimmed}`);
    });
  });
}

const DELIMITERS: Record<string, string> = { COMMA: ',', SEMICOLON: ';', PERIOD: '.', SPACE: ' ' };

/** `Range.splitTextToColumns`; without a delimiter it is found out, as Sheets does. */
export function splitTexts(range: Range, delimiter: unknown): void {
  const { _book: book, _sheetId: sheetId, _zone: zone } = range;
  const texts = readDisplayValues(book, sheetId, { ...zone, right: zone.left });
  const separator =
    delimiter instanceof GoogleEnumValue ? DELIMITERS[delimiter.name()]! : ((delimiter as string) ?? detected(texts));
  texts.forEach(([text], row) => {
    const parts = text!.split(separator).map((part) => part.trim());
    if (parts.length < 2) return;
    const { _sheet: sheet } = range;
    const missing = zone.left + parts.length - sheet.getMaxColumns();
    if (missing > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), missing);
    sheet.getRange(zone.top + row + 1, zone.left + 1, 1, parts.length).setValues([parts]);
  });
}

function detected(texts: string[][]): string {
  const all = texts.flat().join('\n');
  return [',', ';', ' '].find((separator) => all.includes(separator)) ?? ',';
}
