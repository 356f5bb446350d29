import { GoogleError, GoogleObject } from '../../kernel/google-object.ts';
import { mapZone, readDisplayValues, readFormulas } from './cells.ts';
import { asGoogle } from './enums.ts';
import type { Range } from './range.ts';

export interface TextFinder extends GoogleAppsScript.Spreadsheet.TextFinder {}

/** Finds cells by what they show, or by their formulas. */
export class TextFinder extends GoogleObject {
  readonly #ranges: () => Range[];
  readonly #text: string;
  #matchCase = false;
  #entireCell = false;
  #formulaText = false;
  #regularExpression = false;
  #ignoreDiacritics = false;
  #current: Range | null = null;
  #startAfter: Range | null = null;

  constructor(ranges: () => Range[], text: string) {
    super();
    this.#ranges = ranges;
    this.#text = text;
  }

  matchCase(matchCase: boolean): TextFinder {
    this.#matchCase = matchCase;
    return this;
  }

  matchEntireCell(matchEntireCell: boolean): TextFinder {
    this.#entireCell = matchEntireCell;
    return this;
  }

  matchFormulaText(matchFormulaText: boolean): TextFinder {
    this.#formulaText = matchFormulaText;
    return this;
  }

  useRegularExpression(useRegEx: boolean): TextFinder {
    this.#regularExpression = useRegEx;
    return this;
  }

  ignoreDiacritics(ignoreDiacritics: boolean): TextFinder {
    this.#ignoreDiacritics = ignoreDiacritics;
    return this;
  }

  startFrom(startRange: GoogleAppsScript.Spreadsheet.Range): TextFinder {
    this.#startAfter = asGoogle<Range>(startRange);
    return this;
  }

  getCurrentMatch(): Range | null {
    return this.#current;
  }

  findAll(): Range[] {
    const pattern = this.#pattern();
    const found: Range[] = [];
    for (const range of this.#ranges()) {
      const zone = usedPart(range);
      if (!zone) continue;
      const { _book: book, _sheetId: sheetId } = range;
      const texts = this.#formulaText ? readFormulas(book, sheetId, zone) : readDisplayValues(book, sheetId, zone);
      mapZone(zone, (col, row) => {
        const text = texts[row - zone.top]![col - zone.left]!;
        if (text === '' || !pattern.test(this.#folded(text))) return;
        found.push(range._sheet._rangeIn({ left: col, right: col, top: row, bottom: row }));
      });
    }
    return found;
  }

  findNext(): Range | null {
    return this.#step(1);
  }

  findPrevious(): Range | null {
    return this.#step(-1);
  }

  replaceWith(replaceText: string): number {
    return this.#current ? this.#replace([this.#current], replaceText) : 0;
  }

  /** @returns how many cells were changed */
  replaceAllWith(replaceText: string): number {
    return this.#replace(this.findAll(), replaceText);
  }

  #step(direction: 1 | -1): Range | null {
    const all = this.findAll();
    const from = this.#current ?? this.#startAfter;
    const keys = all.map(placeKey);
    const present = from ? keys.indexOf(placeKey(from)) : -1;
    let next: Range | undefined;
    if (present >= 0) next = all[present + direction];
    else if (from) {
      const after = keys.findIndex((key) => key > placeKey(from));
      next = direction === 1 ? all[after < 0 ? all.length : after] : all[(after < 0 ? all.length : after) - 1];
    } else next = direction === 1 ? all[0] : all.at(-1);
    this.#current = next ?? null;
    return this.#current;
  }

  #replace(cells: Range[], replaceText: string): number {
    let count = 0;
    const pattern = this.#pattern('g');
    for (const cell of cells) {
      const formula = cell.getFormula();
      // A formula's result is not replaced, only its text where that was searched.
      if (formula && !this.#formulaText) continue;
      const text = formula || cell.getDisplayValue();
      const by = this.#regularExpression ? replaceText : () => replaceText;
      const changed = text.replace(pattern, by as string);
      if (changed === text) continue;
      if (formula) cell.setFormula(changed);
      else cell.setValue(changed);
      count += 1;
    }
    return count;
  }

  #pattern(flags = ''): RegExp {
    const source = this.#regularExpression
      ? this.#text
      : this.#folded(this.#text).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const whole = this.#entireCell ? `^(?:${source})$` : source;
    try {
      return new RegExp(whole, `${flags}u${this.#matchCase ? '' : 'i'}`);
    } catch {
      throw new GoogleError(`Invalid regular expression: ${this.#text}`);
    }
  }

  #folded(text: string): string {
    return this.#ignoreDiacritics ? text.normalize('NFD').replace(/\p{M}/gu, '') : text;
  }
}

/** Order of search: sheet, row, column; padded so that the text sorts as the numbers do. */
function placeKey(range: Range): string {
  const { left, top } = range._zone;
  return [range._sheet.getIndex(), top, left].map((number) => String(number).padStart(9, '0')).join('/');
}

/** The part of a range that can hold something. */
function usedPart(range: Range) {
  const bottom = Math.min(range._zone.bottom, range._sheet.getLastRow() - 1);
  const right = Math.min(range._zone.right, range._sheet.getLastColumn() - 1);
  if (bottom < range._zone.top || right < range._zone.left) return undefined;
  return { ...range._zone, bottom, right };
}
