import { type GoogleEnumValue, GoogleError } from '../../kernel/google-object.ts';
import { copyRange } from './copy.ts';
import { asGoogle } from './enums.ts';
import type { Range } from './range.ts';
import { isInside } from './zones.ts';

/**
 * `Range.autoFill`: continues numbers and dates with an even step; anything else is repeated.
 * The destination contains the source, and grows along one dimension.
 */
export function autoFill(source: Range, destination: Range, series: GoogleAppsScript.Spreadsheet.AutoFillSeries): void {
  const [from, to] = [source._zone, destination._zone];
  const alongRows = from.left === to.left && from.right === to.right;
  if (!isInside(from, to) || (!alongRows && (from.top !== to.top || from.bottom !== to.bottom))) {
    throw new GoogleError('The destination range must contain the source range and extend it in one dimension.');
  }
  const alternate = asGoogle<GoogleEnumValue>(series)?.name() === 'ALTERNATE_SERIES';
  const lines = alongRows ? source.getNumColumns() : source.getNumRows();
  for (let line = 0; line < lines; line += 1) {
    const part = alongRows
      ? { left: from.left + line, right: from.left + line }
      : { top: from.top + line, bottom: from.top + line };
    fillLine(source._sheet._rangeIn({ ...from, ...part }), source._sheet._rangeIn({ ...to, ...part }), alternate);
  }
}

function fillLine(source: Range, destination: Range, alternate: boolean): void {
  const values = source.getValues().flat();
  const steps = stepsOf(values);
  const isFormula = source.getFormulas().flat().some(Boolean);
  const sheet = source._sheet;
  const [from, to] = [source._zone, destination._zone];
  const alongRows =
    from.left === from.right && to.left === to.right && (from.top !== to.top || from.bottom !== to.bottom);
  const start = alongRows ? from.top - to.top : from.left - to.left;
  const length = alongRows ? to.bottom - to.top + 1 : to.right - to.left + 1;
  for (let index = 0; index < length; index += 1) {
    const offset = index - start;
    if (offset >= 0 && offset < values.length) continue;
    const repeated = ((offset % values.length) + values.length) % values.length;
    const cell = alongRows
      ? sheet.getRange(to.top + index + 1, to.left + 1)
      : sheet.getRange(to.top + 1, to.left + index + 1);
    const model = alongRows
      ? sheet.getRange(from.top + repeated + 1, from.left + 1)
      : sheet.getRange(from.top + 1, from.left + repeated + 1);
    copyRange(model, cell, 'PASTE_NORMAL');
    if (alternate || isFormula || steps === undefined) continue;
    const first = values[0]!;
    const number = Number(first) + steps * offset;
    cell.setValue(first instanceof Date ? new Date(number) : number);
  }
}

/** The common difference of numbers or dates; a lone date goes on by a day, a lone number is repeated. */
function stepsOf(values: unknown[]): number | undefined {
  const areDates = values.every((value) => value instanceof Date);
  if (!areDates && !values.every((value) => typeof value === 'number')) return undefined;
  if (values.length === 1) return areDates ? 86_400_000 : undefined;
  const numbers = values.map(Number);
  const step = numbers[1]! - numbers[0]!;
  const isEven = numbers.every((number, index) => index === 0 || Math.abs(number - numbers[index - 1]! - step) < 1e-9);
  return isEven ? step : undefined;
}
