import { type GoogleEnumValue, GoogleError, GoogleObject } from '../../kernel/google-object.ts';
import { setStyle } from './cells.ts';
import { hexColor } from './colors.ts';
import type { Extra, Zone } from './engine.ts';
import { asGoogle } from './enums.ts';
import type { Range } from './range.ts';
import type { Sheet } from './sheet.ts';

const KIND = 'banding';

/** Header, first, second and footer colour of each theme, as Sheets paints them. */
const THEMES: Record<string, [header: string, first: string, second: string, footer: string]> = {
  LIGHT_GREY: ['#bdbdbd', '#ffffff', '#f3f3f3', '#dedede'],
  CYAN: ['#4dd0e1', '#ffffff', '#e0f7fa', '#a2e8f1'],
  GREEN: ['#63d297', '#ffffff', '#e7f9ef', '#afe9ca'],
  YELLOW: ['#f7cb4d', '#ffffff', '#fef8e3', '#fce8b2'],
  ORANGE: ['#f46524', '#ffffff', '#ffe6dd', '#ffccbc'],
  BLUE: ['#5b95f9', '#ffffff', '#e8f0fe', '#acc9fe'],
  TEAL: ['#26a69a', '#ffffff', '#ddf2f0', '#8cd3cd'],
  GREY: ['#78909c', '#ffffff', '#ebeff1', '#bbc8ce'],
  BROWN: ['#cca677', '#ffffff', '#f8f2eb', '#e6d3ba'],
  LIGHT_GREEN: ['#8bc34a', '#ffffff', '#eef7e3', '#c4e2a0'],
  INDIGO: ['#8989eb', '#ffffff', '#e8e7fc', '#c4c3f7'],
  PINK: ['#e91d63', '#ffffff', '#fddce8', '#f68ab0'],
};

interface BandingData {
  dimension: 'ROW' | 'COLUMN';
  header: string | null;
  first: string | null;
  second: string | null;
  footer: string | null;
}

export interface Banding extends GoogleAppsScript.Spreadsheet.Banding {}

/** Alternating colours. The workspace paints them as backgrounds when they are set. */
export class Banding extends GoogleObject {
  readonly #sheet: Sheet;
  readonly #id: string;

  constructor(sheet: Sheet, id: string) {
    super();
    this.#sheet = sheet;
    this.#id = id;
  }

  getRange(): Range {
    return this.#sheet._rangeIn(this.#extra().range!.zone);
  }

  getHeaderRowColor(): string | null {
    return this.#color('ROW', 'header');
  }

  getFirstRowColor(): string | null {
    return this.#color('ROW', 'first');
  }

  getSecondRowColor(): string | null {
    return this.#color('ROW', 'second');
  }

  getFooterRowColor(): string | null {
    return this.#color('ROW', 'footer');
  }

  getHeaderColumnColor(): string | null {
    return this.#color('COLUMN', 'header');
  }

  getFirstColumnColor(): string | null {
    return this.#color('COLUMN', 'first');
  }

  getSecondColumnColor(): string | null {
    return this.#color('COLUMN', 'second');
  }

  getFooterColumnColor(): string | null {
    return this.#color('COLUMN', 'footer');
  }

  setHeaderRowColor(color: string | null): Banding {
    return this.#set('header', color);
  }

  setFirstRowColor(color: string | null): Banding {
    return this.#set('first', color);
  }

  setSecondRowColor(color: string | null): Banding {
    return this.#set('second', color);
  }

  setFooterRowColor(color: string | null): Banding {
    return this.#set('footer', color);
  }

  setHeaderColumnColor(color: string | null): Banding {
    return this.#set('header', color);
  }

  setFirstColumnColor(color: string | null): Banding {
    return this.#set('first', color);
  }

  setSecondColumnColor(color: string | null): Banding {
    return this.#set('second', color);
  }

  setFooterColumnColor(color: string | null): Banding {
    return this.#set('footer', color);
  }

  setRange(range: GoogleAppsScript.Spreadsheet.Range): Banding {
    setStyle(this.#sheet._book, this.#sheet._id, this.getRange()._zone, { fillColor: null });
    this._write(this.#data(), asGoogle<Range>(range)._zone);
    return this;
  }

  copyTo(range: GoogleAppsScript.Spreadsheet.Range): Banding {
    return writeBanding(asGoogle<Range>(range), this.#data());
  }

  remove(): void {
    setStyle(this.#sheet._book, this.#sheet._id, this.getRange()._zone, { fillColor: null });
    this.#sheet._book.write({ type: 'REMOVE_EXTRA', extraId: this.#id });
  }

  _write(data: BandingData, zone: Zone): void {
    const book = this.#sheet._book;
    const ranges = [{ _sheetId: this.#sheet._id, _zone: zone }];
    book.write({ type: 'PUT_EXTRA', extraId: this.#id, kind: KIND, sheetId: this.#sheet._id, ranges, data });
    for (const [part, color] of bands(data, zone)) setStyle(book, this.#sheet._id, part, { fillColor: color });
  }

  #extra(): Extra {
    const extra = this.#sheet._book.getters.getExtra(this.#id);
    if (!extra) throw new GoogleError('The banding has been removed.');
    return extra;
  }

  #data(): BandingData {
    return this.#extra().data as BandingData;
  }

  #color(dimension: BandingData['dimension'], part: 'header' | 'first' | 'second' | 'footer'): string | null {
    const data = this.#data();
    return data.dimension === dimension ? data[part] : null;
  }

  #set(part: 'header' | 'first' | 'second' | 'footer', color: string | null): Banding {
    const hex = color === null ? null : (hexColor(color) ?? color);
    this._write({ ...this.#data(), [part]: hex }, this.getRange()._zone);
    return this;
  }
}

function* bands(data: BandingData, zone: Zone): Generator<[Zone, string | null]> {
  const [from, to] = data.dimension === 'ROW' ? [zone.top, zone.bottom] : [zone.left, zone.right];
  const first = data.header === null ? from : from + 1;
  for (let index = from; index <= to; index += 1) {
    const part =
      data.dimension === 'ROW' ? { ...zone, top: index, bottom: index } : { ...zone, left: index, right: index };
    if (index < first) yield [part, data.header];
    else if (index === to && data.footer !== null) yield [part, data.footer];
    else yield [part, (index - first) % 2 === 0 ? data.first : data.second];
  }
}

/** `applyRowBanding` and `applyColumnBanding`. */
export function applyBanding(
  range: Range,
  dimension: BandingData['dimension'],
  theme: unknown,
  showHeader = true,
  showFooter = false,
): Banding {
  const name = theme ? asGoogle<GoogleEnumValue>(theme).name() : 'LIGHT_GREY';
  const [header, first, second, footer] = THEMES[name] ?? THEMES.LIGHT_GREY!;
  const data = { dimension, header: showHeader ? header : null, first, second, footer: showFooter ? footer : null };
  return writeBanding(range, data);
}

function writeBanding(range: Range, data: BandingData): Banding {
  const banding = new Banding(range._sheet, `${range._sheetId}/${range._book.newId()}`);
  banding._write(data, range._zone);
  return banding;
}

export function bandingsOf(sheet: Sheet): Banding[] {
  return sheet._book.getters
    .getExtras(KIND)
    .filter((extra) => extra.sheetId === sheet._id)
    .map((extra) => new Banding(sheet, extra.id));
}
