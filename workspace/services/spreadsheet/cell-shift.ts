import type { GoogleEnumValue } from '../../kernel/google-object.ts';
import { asGoogle } from './enums.ts';
import type { Range } from './range.ts';

/** `insertCells` and `deleteCells`: the cells beyond move along one dimension, and formulas follow them. */
export function shiftCells(
  range: Range,
  dimension: GoogleAppsScript.Spreadsheet.Dimension,
  action: 'insert' | 'delete',
): void {
  const byRows = asGoogle<GoogleEnumValue>(dimension).name() === 'ROWS';
  const sheet = range._sheet;
  const { left, right, top, bottom } = range._zone;
  const [maxColumns, maxRows] = [sheet.getMaxColumns(), sheet.getMaxRows()];
  const size = byRows ? bottom - top + 1 : right - left + 1;
  const beyond = byRows
    ? { left, right, top: action === 'insert' ? top : bottom + 1, bottom: maxRows - 1 }
    : { left: action === 'insert' ? left : right + 1, right: maxColumns - 1, top, bottom };
  if (action === 'insert') {
    // What would fall off the edge makes the sheet larger.
    if (byRows) sheet.insertRowsAfter(maxRows, size);
    else sheet.insertColumnsAfter(maxColumns, size);
  } else range.clear();
  if (beyond.left > beyond.right || beyond.top > beyond.bottom) return;
  const shift = action === 'insert' ? size : -size;
  const target = byRows
    ? { ...beyond, top: beyond.top + shift, bottom: beyond.bottom + shift }
    : { ...beyond, left: beyond.left + shift, right: beyond.right + shift };
  sheet._rangeIn(beyond).moveTo(sheet._rangeIn(target));
}
