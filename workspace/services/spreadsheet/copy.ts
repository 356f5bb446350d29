import { GoogleEnumValue, GoogleError } from '../../kernel/google-object.ts';
import { readValues, writeValues } from './cells.ts';
import type { EngineCommand, RawCell, Zone } from './engine.ts';
import { noteReader, writeNotes } from './notes.ts';
import type { Range } from './range.ts';

type PasteType =
  | 'PASTE_NORMAL'
  | 'PASTE_NO_BORDERS'
  | 'PASTE_FORMAT'
  | 'PASTE_FORMULA'
  | 'PASTE_DATA_VALIDATION'
  | 'PASTE_VALUES'
  | 'PASTE_CONDITIONAL_FORMATTING'
  | 'PASTE_COLUMN_WIDTHS';

/** `Range.copyTo` in its three forms. */
export function copyTo(source: Range, destination: Range, how: unknown[]): void {
  const [option, transposed] = how as [unknown, boolean | undefined];
  if (option instanceof GoogleEnumValue) {
    copyRange(source, destination, option.name() as PasteType, transposed);
    return;
  }
  const { formatOnly, contentsOnly } = (option ?? {}) as { formatOnly?: boolean; contentsOnly?: boolean };
  copyRange(source, destination, formatOnly ? 'PASTE_FORMAT' : contentsOnly ? 'PASTE_VALUES' : 'PASTE_NORMAL');
}

/**
 * Copies cells; a destination that is larger is filled with whole repetitions, as a paste in Sheets is.
 */
export function copyRange(source: Range, destination: Range, type: PasteType, transposed = false): void {
  const rows = transposed ? source.getNumColumns() : source.getNumRows();
  const columns = transposed ? source.getNumRows() : source.getNumColumns();
  const repeat = {
    rows: destination.getNumRows() % rows === 0 ? destination.getNumRows() / rows : 1,
    columns: destination.getNumColumns() % columns === 0 ? destination.getNumColumns() / columns : 1,
  };
  const { left, top } = destination._zone;
  const target: Zone = { left, top, right: left + columns * repeat.columns - 1, bottom: top + rows * repeat.rows - 1 };
  const whole = destination._sheet._rangeIn(target);
  const place = (row: number, column: number) => {
    const r = row % rows;
    const c = column % columns;
    return transposed
      ? { col: source._zone.left + r, row: source._zone.top + c }
      : { col: source._zone.left + c, row: source._zone.top + r };
  };
  if (type === 'PASTE_VALUES') pasteValues(source, whole, place);
  else if (type === 'PASTE_COLUMN_WIDTHS') pasteWidths(source, whole);
  else if (type === 'PASTE_DATA_VALIDATION') pasteValidation(source, whole);
  else pasteCells(source, whole, place, type);
}

type Place = (row: number, column: number) => { col: number; row: number };

function pasteValues(source: Range, target: Range, place: Place): void {
  const values = readValues(source._book, source._sheetId, source._zone);
  const matrix = Array.from({ length: target.getNumRows() }, (_, row) =>
    Array.from({ length: target.getNumColumns() }, (_, column) => {
      const from = place(row, column);
      const value = values[from.row - source._zone.top]![from.col - source._zone.left]!;
      // A value is pasted as it is, never parsed again.
      return typeof value === 'string' && value !== '' ? `'${value}` : value;
    }),
  );
  writeValues(target._book, target._sheetId, target._zone, matrix);
}

function pasteCells(source: Range, target: Range, place: Place, type: PasteType): void {
  const { getters } = source._book;
  const withContent = type !== 'PASTE_FORMAT' && type !== 'PASTE_CONDITIONAL_FORMATTING';
  const withFormat = type !== 'PASTE_FORMULA';
  const note = noteReader(source._book, source._sheetId);
  const commands: EngineCommand[] = [];
  const notes = new Map<string, string>();
  for (let row = 0; row < target.getNumRows(); row += 1) {
    for (let column = 0; column < target.getNumColumns(); column += 1) {
      const from = place(row, column);
      const to = { col: target._zone.left + column, row: target._zone.top + row };
      const cell = getters.getCell({ sheetId: source._sheetId, ...from });
      const command: EngineCommand = { type: 'UPDATE_CELL', sheetId: target._sheetId, ...to };
      if (withContent) command.content = contentAt(source, cell, to.col - from.col, to.row - from.row);
      if (withFormat) Object.assign(command, { style: cell?.style ?? null, format: cell?.format ?? '' });
      commands.push(command);
      notes.set(`${to.col}:${to.row}`, note(from.col, from.row));
      if (withFormat && type !== 'PASTE_NO_BORDERS') {
        const border = getters.getCellBorder({ sheetId: source._sheetId, ...from });
        commands.push({ type: 'SET_BORDER', sheetId: target._sheetId, ...to, border: border ?? undefined });
      }
    }
  }
  target._book.writeAll(commands);
  if (type === 'PASTE_NORMAL') {
    writeNotes(target._book, target._sheetId, target._zone, (col, row) => notes.get(`${col}:${row}`) ?? null);
    pasteValidation(source, target);
    pasteMerges(source, target);
  }
}

function contentAt(source: Range, cell: RawCell | undefined, dx: number, dy: number): string {
  if (!cell) return '';
  if (!cell.isFormula) return cell.content;
  const { getters } = source._book;
  // Written into another sheet, references without a sheet mean that sheet, as in Sheets.
  return getters.getTranslatedCellFormula(source._sheetId, dx, dy, cell.compiledFormula);
}

function pasteWidths(source: Range, target: Range): void {
  for (let column = 0; column < target.getNumColumns(); column += 1) {
    const from = source.getColumn() + (column % source.getNumColumns());
    target._sheet.setColumnWidth(target.getColumn() + column, source._sheet.getColumnWidth(from));
  }
}

function pasteValidation(source: Range, target: Range): void {
  const rules = source.getDataValidations();
  if (
    rules.every((row) => row.every((rule) => rule === null)) &&
    target
      .getDataValidations()
      .flat()
      .every((rule) => rule === null)
  )
    return;
  const repeated = Array.from({ length: target.getNumRows() }, (_, row) =>
    Array.from({ length: target.getNumColumns() }, (_, column) => {
      return rules[row % rules.length]![column % rules[0]!.length]!;
    }),
  );
  target.setDataValidations(repeated);
}

function pasteMerges(source: Range, target: Range): void {
  for (const { left, top, right, bottom } of source._book.getters.getMergesInZone(source._sheetId, source._zone)) {
    const dx = target._zone.left - source._zone.left;
    const dy = target._zone.top - source._zone.top;
    target._sheet._rangeIn({ left: left + dx, right: right + dx, top: top + dy, bottom: bottom + dy }).merge();
  }
}

/** `Range.moveTo`: cut and paste; formulas elsewhere follow. */
export function moveRange(source: Range, destination: Range): void {
  if (source._book !== destination._book) {
    throw new GoogleError('Target range and source range must be on the same spreadsheet.');
  }
  const book = source._book;
  const { left, top, right, bottom } = source._zone;
  const dx = destination._zone.left - left;
  const dy = destination._zone.top - top;
  const target = destination._sheet._rangeIn({
    left: left + dx,
    right: right + dx,
    top: top + dy,
    bottom: bottom + dy,
  });
  const { getters } = book;
  const cells: { col: number; row: number; cell: RawCell | undefined; border: unknown }[] = [];
  for (let row = top; row <= bottom; row += 1) {
    for (let col = left; col <= right; col += 1) {
      const position = { sheetId: source._sheetId, col, row };
      cells.push({ col, row, cell: getters.getCell(position), border: getters.getCellBorder(position) });
    }
  }
  const contents = cells.map(({ cell }) =>
    cell?.isFormula ? cell.compiledFormula!.toFormulaString(getters) : (cell?.content ?? ''),
  );
  source.clearContent();
  book.write({ type: 'CLEAR_FORMATTING', sheetId: source._sheetId, target: [source._zone] });
  cells.forEach(({ col, row, cell, border }, index) => {
    const place = { sheetId: target._sheetId, col: col + dx, row: row + dy };
    const look = { style: cell?.style ?? null, format: cell?.format ?? '' };
    book.write({ type: 'UPDATE_CELL', ...place, content: contents[index], ...look });
    if (border) book.write({ type: 'SET_BORDER', ...place, border });
  });
  book.write({
    type: 'MOVE_RANGES',
    sheetId: source._sheetId,
    sheetName: source._sheet.getName(),
    target: [source._zone],
    targetSheetId: target._sheetId,
    col: target._zone.left,
    row: target._zone.top,
  });
}
