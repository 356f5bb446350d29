import { GoogleError, GoogleObject } from '../../kernel/google-object.ts';
import { asGoogle } from './enums.ts';
import type { Range } from './range.ts';
import type { Spreadsheet } from './spreadsheet.ts';

export interface NamedRange extends GoogleAppsScript.Spreadsheet.NamedRange {}

export class NamedRange extends GoogleObject {
  readonly #spreadsheet: Spreadsheet;
  #name: string;

  constructor(spreadsheet: Spreadsheet, name: string) {
    super();
    this.#spreadsheet = spreadsheet;
    this.#name = name;
  }

  getName(): string {
    return this.#name;
  }

  getRange(): Range {
    const range = this.#spreadsheet.getRangeByName(this.#name);
    if (!range) throw new GoogleError('The range of the named range has been deleted.');
    return range;
  }

  setName(name: string): NamedRange {
    checkRangeName(name);
    const { range } = this.#found();
    this.#spreadsheet._book.write({
      type: 'UPDATE_NAMED_RANGE',
      oldRangeName: this.#name,
      newRangeName: name,
      ranges: [{ _sheetId: range.sheetId, _zone: range.zone }],
    });
    this.#name = name;
    return this;
  }

  setRange(range: GoogleAppsScript.Spreadsheet.Range): NamedRange {
    this.#spreadsheet.setNamedRange(this.#name, asGoogle<Range>(range));
    return this;
  }

  remove(): void {
    this.#spreadsheet.removeNamedRange(this.#name);
  }

  _sheetId(): string {
    return this.#found().range.sheetId;
  }

  #found() {
    const named = this.#spreadsheet._book.getters.getNamedRange(this.#name);
    if (!named) throw new GoogleError(`The named range "${this.#name}" does not exist.`);
    return named;
  }
}

export function namedRanges(spreadsheet: Spreadsheet): NamedRange[] {
  return spreadsheet._book.getters.getNamedRanges().map(({ name }) => new NamedRange(spreadsheet, name));
}

/**
 * Letters, digits, underscores; no digit first, no cell address, no `true`, at most 250 characters.
 * https://support.google.com/docs/answer/63175
 */
export function checkRangeName(name: string): void {
  const isGood =
    /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) &&
    name.length <= 250 &&
    !/^(true|false)$/i.test(name) &&
    !/^[a-z]{1,3}\d+$/i.test(name) &&
    !/^r\d*c\d*$/i.test(name);
  if (!isGood) throw new GoogleError('The name you entered is not valid for a range.');
}
