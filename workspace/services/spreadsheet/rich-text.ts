import { GoogleError, GoogleObject } from '../../kernel/google-object.ts';
import { formatForEngine } from './cell-input.ts';
import { mapZone } from './cells.ts';
import { hexColor } from './colors.ts';
import type { CellStyle, Extra } from './engine.ts';
import { asGoogle } from './enums.ts';
import { plainCopy } from './plain-copy.ts';
import type { Range } from './range.ts';

interface StyleData {
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  strikethrough?: boolean;
  fontFamily?: string;
  fontSize?: number;
  color?: string;
}

/** Characters from `start` up to `end`. */
interface Run {
  start: number;
  end: number;
  style: StyleData;
  link: string | null;
}

export interface TextStyle extends GoogleAppsScript.Spreadsheet.TextStyle {}

export class TextStyle extends GoogleObject {
  readonly _data: StyleData;

  constructor(data: StyleData) {
    super();
    this._data = data;
  }

  copy(): TextStyleBuilder {
    return new TextStyleBuilder(this._data);
  }

  getFontFamily(): string | null {
    return this._data.fontFamily ?? null;
  }

  getFontSize(): number | null {
    return this._data.fontSize ?? null;
  }

  getForegroundColor(): string | null {
    return this._data.color ?? null;
  }

  isBold(): boolean | null {
    return this._data.bold ?? null;
  }

  isItalic(): boolean | null {
    return this._data.italic ?? null;
  }

  isStrikethrough(): boolean | null {
    return this._data.strikethrough ?? null;
  }

  isUnderline(): boolean | null {
    return this._data.underline ?? null;
  }
}

export interface TextStyleBuilder extends GoogleAppsScript.Spreadsheet.TextStyleBuilder {}

export class TextStyleBuilder extends GoogleObject {
  readonly #data: StyleData;

  constructor(from: StyleData = {}) {
    super();
    this.#data = { ...from };
  }

  build(): TextStyle {
    return new TextStyle({ ...this.#data });
  }

  setBold(bold: boolean): TextStyleBuilder {
    this.#data.bold = bold;
    return this;
  }

  setItalic(italic: boolean): TextStyleBuilder {
    this.#data.italic = italic;
    return this;
  }

  setUnderline(underline: boolean): TextStyleBuilder {
    this.#data.underline = underline;
    return this;
  }

  setStrikethrough(strikethrough: boolean): TextStyleBuilder {
    this.#data.strikethrough = strikethrough;
    return this;
  }

  setFontFamily(fontFamily: string): TextStyleBuilder {
    this.#data.fontFamily = fontFamily;
    return this;
  }

  setFontSize(fontSize: number): TextStyleBuilder {
    this.#data.fontSize = fontSize;
    return this;
  }

  setForegroundColor(cssString: string): TextStyleBuilder {
    const hex = hexColor(cssString);
    if (!hex) throw new GoogleError(`Invalid argument: ${cssString}`);
    this.#data.color = hex;
    return this;
  }
}

export interface RichTextValue extends GoogleAppsScript.Spreadsheet.RichTextValue {}

export class RichTextValue extends GoogleObject {
  readonly _text: string;
  readonly _runs: Run[];
  readonly #start: number;

  constructor(text: string, runs: Run[], start = 0) {
    super();
    this._text = text;
    this._runs = runs;
    this.#start = start;
  }

  getText(): string {
    return this._text;
  }

  getStartIndex(): number {
    return this.#start;
  }

  getEndIndex(): number {
    return this.#start + this._text.length;
  }

  getRuns(): RichTextValue[] {
    return this._runs.map((run) => {
      const text = this._text.slice(run.start, run.end);
      return new RichTextValue(text, [{ ...run, start: 0, end: text.length }], this.#start + run.start);
    });
  }

  getLinkUrl(start = 0, end = this._text.length): string | null {
    const links = new Set(this.#within(start, end).map((run) => run.link));
    return links.size === 1 ? ([...links][0] ?? null) : null;
  }

  getTextStyle(start = 0, end = this._text.length): TextStyle {
    const styles = this.#within(start, end).map((run) => run.style);
    const common: Record<string, unknown> = { ...styles[0] };
    for (const style of styles) {
      for (const key of Object.keys(common)) {
        if (style[key as keyof StyleData] !== common[key]) delete common[key];
      }
    }
    return new TextStyle(common as StyleData);
  }

  copy(): RichTextValueBuilder {
    return new RichTextValueBuilder(this);
  }

  #within(start: number, end: number): Run[] {
    if (this._text === '') return this._runs;
    return this._runs.filter((run) => run.start < end && run.end > start);
  }
}

export interface RichTextValueBuilder extends GoogleAppsScript.Spreadsheet.RichTextValueBuilder {}

export class RichTextValueBuilder extends GoogleObject {
  #text = '';
  #runs: Run[] = [{ start: 0, end: 0, style: {}, link: null }];

  constructor(from?: RichTextValue) {
    super();
    if (!from) return;
    this.#text = from._text;
    this.#runs = plainCopy(from._runs);
  }

  build(): RichTextValue {
    return new RichTextValue(this.#text, joined(this.#runs));
  }

  setText(text: string): RichTextValueBuilder {
    this.#text = String(text);
    this.#runs = [{ start: 0, end: this.#text.length, style: {}, link: null }];
    return this;
  }

  setLinkUrl(...args: unknown[]): RichTextValueBuilder {
    const [link] = args.slice(-1) as [string | null];
    return this.#change(args, (run) => ({ ...run, link }));
  }

  setTextStyle(...args: unknown[]): RichTextValueBuilder {
    const [style] = args.slice(-1) as [TextStyle | null];
    return this.#change(args, (run) => ({ ...run, style: style ? { ...run.style, ...style._data } : {} }));
  }

  #change(args: unknown[], change: (run: Run) => Run): RichTextValueBuilder {
    const [start, end] = args.length >= 3 ? (args as [number, number]) : [0, this.#text.length];
    if (start < 0 || end > this.#text.length || start > end) throw new GoogleError('Invalid start or end offset');
    this.#runs = this.#runs.flatMap((run) => {
      if (run.end <= start && run.end !== run.start) return [run];
      if (run.start >= end && run.end !== run.start) return [run];
      const middle = change({ ...run, start: Math.max(run.start, start), end: Math.min(run.end, end) });
      const before = run.start < start ? [{ ...run, end: start }] : [];
      const after = run.end > end ? [{ ...run, start: end }] : [];
      return [...before, middle, ...after];
    });
    return this;
  }
}

function joined(runs: Run[]): Run[] {
  const result: Run[] = [];
  for (const run of runs) {
    const last = result.at(-1);
    const isSame = last && last.link === run.link && JSON.stringify(last.style) === JSON.stringify(run.style);
    if (isSame) last.end = run.end;
    else result.push({ ...run });
  }
  return result;
}

const KIND = 'rich-text';

interface Kept {
  text: string;
  runs: Run[];
}

function extrasByCell(range: Range): Map<string, Extra> {
  const found = new Map<string, Extra>();
  for (const extra of range._book.getters.getExtras(KIND)) {
    if (extra.sheetId !== range._sheetId || !extra.range) continue;
    found.set(`${extra.range.zone.left}:${extra.range.zone.top}`, extra);
  }
  return found;
}

/** null for cells that hold no text, as on Google. */
export function readRichTexts(range: Range): (RichTextValue | null)[][] {
  const { getters } = range._book;
  const extras = extrasByCell(range);
  return mapZone(range._zone, (col, row) => {
    const position = { sheetId: range._sheetId, col, row };
    const evaluated = getters.getEvaluatedCell(position);
    if (evaluated.type !== 'text' && evaluated.type !== 'empty') return null;
    const text = String(evaluated.value ?? '');
    const kept = extras.get(`${col}:${row}`)?.data as Kept | undefined;
    // Runs of a text that has been replaced since are nobody's.
    if (kept?.text === text) return new RichTextValue(text, plainCopy(kept.runs));
    const style = styleOfCell(getters.getCell(position)?.style ?? {});
    return new RichTextValue(text, [{ start: 0, end: text.length, style, link: evaluated.link?.url ?? null }]);
  });
}

export function styleOfCell(style: CellStyle): StyleData {
  return {
    bold: style.bold ?? false,
    italic: style.italic ?? false,
    underline: style.underline ?? false,
    strikethrough: style.strikethrough ?? false,
    fontFamily: style.fontFamily ?? 'Arial',
    fontSize: style.fontSize ?? 10,
    color: style.textColor ?? '#000000',
  };
}

/** The same style for a whole cell, as the engine keeps it. */
export function cellStyle({ color, ...rest }: StyleData): CellStyle {
  return color ? { ...rest, textColor: color } : rest;
}

/**
 * Writes rich texts. The engine's cells have one style and one link: both are given to the cell
 * where they hold for the whole text, and the runs are kept beside it for scripts.
 */
export function writeRichTexts(range: Range, values: (RichTextValue | null)[][]): void {
  const book = range._book;
  const extras = extrasByCell(range);
  values.forEach((cells, rowOffset) => {
    cells.forEach((value, colOffset) => {
      const [col, row] = [range._zone.left + colOffset, range._zone.top + rowOffset];
      const position = { sheetId: range._sheetId, col, row };
      const present = extras.get(`${col}:${row}`);
      if (present) book.write({ type: 'REMOVE_EXTRA', extraId: present.id });
      const text = value?.getText() ?? '';
      const link = value?.getLinkUrl() ?? null;
      const cell = book.getters.getCell(position);
      const look = { ...cell?.style, ...(value && cellStyle(value.getTextStyle()._data)) };
      // Rich text is text, whatever it looks like.
      const plain = text === '' || link ? { style: look } : formatForEngine('@', look, text.startsWith('='));
      const content = link && text ? `[${text}](${link})` : text.startsWith('=') ? `'${text}` : text;
      book.write({ type: 'UPDATE_CELL', ...position, content, ...plain });
      if (!value || value._runs.length < 2) return;
      const zone = { left: col, right: col, top: row, bottom: row };
      const ranges = [{ _sheetId: range._sheetId, _zone: zone }];
      const data: Kept = { text, runs: value._runs };
      book.write({ type: 'PUT_EXTRA', extraId: `${range._sheetId}/${book.newId()}`, kind: KIND, ranges, data });
    });
  });
}

export function asRichTexts(values: unknown): (RichTextValue | null)[][] {
  return asGoogle(values);
}
