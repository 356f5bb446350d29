import { type GoogleEnumValue, GoogleObject } from '../../kernel/google-object.ts';
import { asGoogle } from './enums.ts';
import type { Range } from './range.ts';
import type { RangeList } from './range-list.ts';
import type { Sheet } from './sheet.ts';
import type { Spreadsheet } from './spreadsheet.ts';

export interface Selection extends GoogleAppsScript.Spreadsheet.Selection {}

export class Selection extends GoogleObject {
  readonly #spreadsheet: Spreadsheet;

  constructor(spreadsheet: Spreadsheet) {
    super();
    this.#spreadsheet = spreadsheet;
  }

  getActiveRange(): Range {
    return this.#spreadsheet.getActiveRange();
  }

  getActiveRangeList(): RangeList {
    return this.#spreadsheet.getActiveRangeList();
  }

  getActiveSheet(): Sheet {
    return this.#spreadsheet.getActiveSheet();
  }

  getCurrentCell(): Range {
    return this.#spreadsheet.getCurrentCell();
  }

  /** Ctrl and an arrow with Shift: the selection up to the next edge of data. */
  getNextDataRange(direction: GoogleAppsScript.Spreadsheet.Direction): Range {
    const range = this.getActiveRange();
    const name = asGoogle<GoogleEnumValue>(direction).name();
    const edge = this.getCurrentCell().getNextDataCell(direction) as Range;
    const zone = { ...range._zone };
    if (name === 'UP') zone.top = edge._zone.top;
    else if (name === 'DOWN') zone.bottom = edge._zone.bottom;
    else if (name === 'PREVIOUS') zone.left = edge._zone.left;
    else zone.right = edge._zone.right;
    return range._sheet._rangeIn(zone);
  }
}
