import { GoogleError } from '../../kernel/google-object.ts';
import type { Book } from './book.ts';
import { formatForEngine, formatOfCell, readInput } from './cell-input.ts';
import type { CellPosition, CellStyle, EngineCommand, EvaluatedCell, RawCell, Zone } from './engine.ts';
import { formulaInLocale } from './locale.ts';
import { display, isDateFormat, numberFormat } from './number-format.ts';
import { serialToMs } from './serial-date.ts';
import { checkValidation } from './validation-check.ts';

/** What scripts get from a cell. */
export type CellValue = string | number | boolean | Date;

/** Rows of what `read` gives for each cell of a zone. */
export function mapZone<T>(zone: Zone, read: (col: number, row: number) => T): T[][] {
  const rows: T[][] = [];
  for (let row = zone.top; row <= zone.bottom; row += 1) {
    const cells: T[] = [];
    for (let col = zone.left; col <= zone.right; col += 1) cells.push(read(col, row));
    rows.push(cells);
  }
  return rows;
}

/** The engine's words for an error → those of Sheets. */
const ERRORS: Record<string, string> = {
  '#BAD_EXPR': '#ERROR!',
  '#ERROR': '#ERROR!',
  '#CYCLE': '#REF!',
  '#SPILL!': '#REF!',
};

export function readValues(book: Book, sheetId: string, zone: Zone): CellValue[][] {
  const { getters, timeZone } = book;
  return mapZone(zone, (col, row) => {
    const position = { sheetId, col, row };
    const cell = getters.getCell(position);
    const { type, value, format: calculated } = book.cellValue(position, cell);
    if (value === null) return '';
    if (type === 'error') return ERRORS[value as string] ?? (value as string);
    if (typeof value !== 'number') return value;
    const format = formatOfCell(cell, calculated);
    return isDateFormat(format) ? new Date(serialToMs(value, timeZone)) : value;
  });
}

export function readDisplayValues(book: Book, sheetId: string, zone: Zone): string[][] {
  const { getters } = book;
  return mapZone(zone, (col, row) => {
    const position = { sheetId, col, row };
    const cell = getters.getCell(position);
    return displayed(book, book.cellValue(position, cell), cell);
  });
}

function displayed(
  book: Book,
  evaluated: Pick<EvaluatedCell, 'type' | 'value' | 'format'>,
  cell: RawCell | undefined,
): string {
  const { value } = evaluated;
  if (value === null) return '';
  if (evaluated.type === 'error') return ERRORS[value as string] ?? (value as string);
  return display(value, formatOfCell(cell, evaluated.format), book.locale);
}

/** Formulas in the spreadsheet's locale; '' for cells without one. */
export function readFormulas(book: Book, sheetId: string, zone: Zone): string[][] {
  const { getters } = book;
  return mapZone(zone, (col, row) => {
    const cell = getters.getCell({ sheetId, col, row });
    return cell?.isFormula ? formulaInLocale(cell.compiledFormula!.toFormulaString(getters), book.locale) : '';
  });
}

export function readFormats(book: Book, sheetId: string, zone: Zone): string[][] {
  const { getters } = book;
  return mapZone(zone, (col, row) => {
    const position = { sheetId, col, row };
    const cell = getters.getCell(position);
    // A formula's result brings its own format: =TODAY() is shown as a date.
    const calculated = cell?.isFormula ? getters.getEvaluatedCell(position).format : undefined;
    return formatOfCell(cell, calculated);
  });
}

export function readStyles<T>(book: Book, sheetId: string, zone: Zone, read: (style: CellStyle) => T): T[][] {
  const { getters } = book;
  return mapZone(zone, (col, row) => read(getters.getCell({ sheetId, col, row })?.style ?? {}));
}

/** Writes values as Sheets would take them; `values` has the zone's shape. */
export function writeValues(book: Book, sheetId: string, zone: Zone, values: readonly (readonly unknown[])[]): void {
  const { getters, locale, timeZone } = book;
  const hasMerges = getters.getMerges(sheetId).length > 0;
  const commands: EngineCommand[] = [];
  values.forEach((cells, rowOffset) => {
    cells.forEach((value, colOffset) => {
      const position = { sheetId, col: zone.left + colOffset, row: zone.top + rowOffset };
      if (hasMerges && isHiddenByMerge(book, position)) return;
      const cell = getters.getCell(position);
      const format = formatOfCell(cell);
      const input = readInput(value, { format, engineFormat: cell?.format, locale, timeZone });
      if (input.content === '' && cell === undefined) return;
      const bringsFormat = input.format !== undefined || input.quotedText === true;
      // What stands there already needs no change: a table written back whole costs only its new cells.
      if (cell && !cell.isFormula && !bringsFormat && cell.content === input.content) return;
      const command: EngineCommand = { type: 'UPDATE_CELL', ...position, content: input.content };
      if (bringsFormat) {
        Object.assign(command, formatForEngine(input.format ?? format, cell?.style, input.quotedText));
      }
      commands.push(command);
    });
  });
  checkValidation(book, sheetId, zone, commands);
  book.writeAll(commands);
}

function isHiddenByMerge(book: Book, position: CellPosition): boolean {
  const merge = book.getters.getMerge(position);
  return merge !== undefined && (merge.left !== position.col || merge.top !== position.row);
}

/** Changes the style of every cell of a zone; null takes a property away. */
export function setStyle(
  book: Book,
  sheetId: string,
  zone: Zone,
  style: { [K in keyof CellStyle]: CellStyle[K] | null },
): void {
  book.write({ type: 'SET_FORMATTING', sheetId, target: [zone], style });
}

export function setFormat(book: Book, sheetId: string, zone: Zone, google: string): void {
  const format = numberFormat(google);
  const isPlain = format.google === format.engine || format.engine === '';
  const kept = isPlain && format.engine === format.google ? null : format;
  book.write({ type: 'SET_FORMATTING', sheetId, target: [zone], format: format.engine, style: { numberFormat: kept } });
}

/** Sets a property from a matrix of the zone's shape, cells with equal neighbours to the right in one command. */
export function writeByRuns<T>(
  zone: Zone,
  values: readonly (readonly T[])[],
  write: (zone: Zone, value: T) => void,
): void {
  values.forEach((cells, rowOffset) => {
    const row = zone.top + rowOffset;
    for (let start = 0; start < cells.length; ) {
      let end = start;
      while (end + 1 < cells.length && cells[end + 1] === cells[start]) end += 1;
      write({ left: zone.left + start, right: zone.left + end, top: row, bottom: row }, cells[start] as T);
      start = end + 1;
    }
  });
}

/** Google's words where a matrix has not the range's shape. */
export function checkShape(values: unknown, zone: Zone): void {
  if (!Array.isArray(values) || !values.every(Array.isArray)) {
    throw new GoogleError("The parameters don't match the method signature for SpreadsheetApp.Range.setValues.");
  }
  const rows = zone.bottom - zone.top + 1;
  const columns = zone.right - zone.left + 1;
  if (values.length !== rows) {
    throw new GoogleError(
      `The number of rows in the data does not match the number of rows in the range. The data has ${values.length} but the range has ${rows}.`,
    );
  }
  for (const row of values) {
    if (row.length !== columns) {
      throw new GoogleError(
        `The number of columns in the data does not match the number of columns in the range. The data has ${row.length} but the range has ${columns}.`,
      );
    }
  }
}
