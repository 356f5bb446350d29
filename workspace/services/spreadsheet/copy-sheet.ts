import type { Book } from './book.ts';
import type { EngineCommand } from './engine.ts';
import type { Sheet } from './sheet.ts';

/** Copies a sheet to another spreadsheet: cells, looks, sizes, merges, rules. @returns the new sheet's id */
export function copySheetBetween(sheet: Sheet, destination: Book, name: string): string {
  const { _book: source, _id: from } = sheet;
  const { getters } = source;
  const to = destination.insertSheet(name);
  const rows = getters.getNumberRows(from);
  const columns = getters.getNumberCols(from);
  resizeTo(destination, to, rows, columns, name);
  const commands: EngineCommand[] = [];
  for (const { left, right, top, bottom } of getters.getMerges(from)) {
    commands.push({ type: 'ADD_MERGE', sheetId: to, target: [{ left, right, top, bottom }], force: true });
  }
  for (const cell of getters.getCells(from)) {
    const { col, row } = getters.getCellPosition(cell.id);
    const content = cell.isFormula ? cell.compiledFormula!.toFormulaString(getters) : cell.content;
    const look = { style: cell.style ?? null, format: cell.format ?? '' };
    commands.push({ type: 'UPDATE_CELL', sheetId: to, col, row, content, ...look });
  }
  for (let row = 0; row < rows; row += 1) {
    for (let col = 0; col < columns; col += 1) {
      const border = getters.getCellBorder({ sheetId: from, col, row });
      if (border) commands.push({ type: 'SET_BORDER', sheetId: to, col, row, border });
    }
  }
  for (let col = 0; col < columns; col += 1) {
    const size = getters.getColSize(from, col);
    commands.push({ type: 'RESIZE_COLUMNS_ROWS', sheetId: to, dimension: 'COL', elements: [col], size });
  }
  for (let row = 0; row < rows; row += 1) {
    const size = getters.getUserRowSize(from, row);
    if (size) commands.push({ type: 'RESIZE_COLUMNS_ROWS', sheetId: to, dimension: 'ROW', elements: [row], size });
  }
  const { xSplit, ySplit } = getters.getPaneDivisions(from);
  if (ySplit) commands.push({ type: 'FREEZE_ROWS', sheetId: to, quantity: ySplit });
  if (xSplit) commands.push({ type: 'FREEZE_COLUMNS', sheetId: to, quantity: xSplit });
  for (const { rule, ranges } of getters.getConditionalFormats(from)) {
    const zones = ranges.map((xc) => ({ _sheetId: to, _zone: sheet.getRange(xc)._zone }));
    commands.push({
      type: 'ADD_CONDITIONAL_FORMAT',
      sheetId: to,
      cf: { id: destination.newId(), rule },
      ranges: zones,
    });
  }
  for (const { criterion, ranges, isBlocking } of getters.getDataValidationRules(from)) {
    const zones = ranges.map(({ zone }) => ({ _sheetId: to, _zone: zone }));
    const rule = { id: destination.newId(), criterion, isBlocking };
    commands.push({ type: 'ADD_DATA_VALIDATION_RULE', sheetId: to, ranges: zones, rule });
  }
  for (const extra of getters.getExtras('note')) {
    if (extra.sheetId !== from || !extra.range) continue;
    const ranges = [{ _sheetId: to, _zone: extra.range.zone }];
    commands.push({
      type: 'PUT_EXTRA',
      extraId: `${to}/${destination.newId()}`,
      kind: 'note',
      ranges,
      data: extra.data,
    });
  }
  destination.writeAll(commands);
  destination.flush();
  return to;
}

function resizeTo(book: Book, sheetId: string, rows: number, columns: number, sheetName: string): void {
  const { getters } = book;
  for (const [dimension, wanted, present] of [
    ['ROW', rows, getters.getNumberRows(sheetId)],
    ['COL', columns, getters.getNumberCols(sheetId)],
  ] as const) {
    const place = { sheetId, sheetName, dimension };
    if (wanted > present) {
      book.write({
        type: 'ADD_COLUMNS_ROWS',
        ...place,
        base: present - 1,
        quantity: wanted - present,
        position: 'after',
      });
    } else if (wanted < present) {
      const elements = Array.from({ length: present - wanted }, (_, index) => wanted + index);
      book.write({ type: 'REMOVE_COLUMNS_ROWS', ...place, elements });
    }
  }
}
