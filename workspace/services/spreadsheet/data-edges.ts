import type { GoogleEnumValue } from '../../kernel/google-object.ts';
import type { Zone } from './engine.ts';
import { asGoogle } from './enums.ts';
import type { Range } from './range.ts';

function filledReader(range: Range): (col: number, row: number) => boolean {
  const { _book: book, _sheetId: sheetId } = range;
  const columns = range._sheet.getMaxColumns();
  const rows = range._sheet.getMaxRows();
  return (col, row) => {
    if (col < 0 || row < 0 || col >= columns || row >= rows) return false;
    return book.getters.getEvaluatedCell({ sheetId, col, row }).type !== 'empty';
  };
}

/** The block of data that touches a range, grown on all sides, or along one dimension. */
export function dataRegion(range: Range, dimension?: GoogleAppsScript.Spreadsheet.Dimension): Zone {
  const isFilled = filledReader(range);
  const name = dimension ? asGoogle<GoogleEnumValue>(dimension).name() : undefined;
  const zone = { ...range._zone };
  const rowHas = (row: number): boolean => {
    for (let col = zone.left - (name ? 0 : 1); col <= zone.right + (name ? 0 : 1); col += 1)
      if (isFilled(col, row)) return true;
    return false;
  };
  const columnHas = (col: number): boolean => {
    for (let row = zone.top - (name ? 0 : 1); row <= zone.bottom + (name ? 0 : 1); row += 1)
      if (isFilled(col, row)) return true;
    return false;
  };
  for (let size = -1; size !== perimeter(zone); ) {
    size = perimeter(zone);
    if (name !== 'COLUMNS') {
      if (rowHas(zone.top - 1)) zone.top -= 1;
      if (rowHas(zone.bottom + 1)) zone.bottom += 1;
    }
    if (name !== 'ROWS') {
      if (columnHas(zone.left - 1)) zone.left -= 1;
      if (columnHas(zone.right + 1)) zone.right += 1;
    }
  }
  return zone;
}

function perimeter({ left, right, top, bottom }: Zone): number {
  return right - left + bottom - top;
}

const STEPS: Record<string, [dx: number, dy: number]> = { UP: [0, -1], DOWN: [0, 1], PREVIOUS: [-1, 0], NEXT: [1, 0] };

/** Where Ctrl and an arrow lead from the first cell of a range. */
export function nextDataCell(range: Range, direction: GoogleAppsScript.Spreadsheet.Direction): Zone {
  const isFilled = filledReader(range);
  const [dx, dy] = STEPS[asGoogle<GoogleEnumValue>(direction).name()]!;
  const columns = range._sheet.getMaxColumns();
  const rows = range._sheet.getMaxRows();
  let { left: col, top: row } = range._zone;
  const canStep = () => col + dx >= 0 && col + dx < columns && row + dy >= 0 && row + dy < rows;
  const step = () => {
    col += dx;
    row += dy;
  };
  const insideData = isFilled(col, row) && isFilled(col + dx, row + dy);
  if (canStep()) step();
  while (canStep() && (insideData ? isFilled(col + dx, row + dy) : !isFilled(col, row))) step();
  return { left: col, right: col, top: row, bottom: row };
}
