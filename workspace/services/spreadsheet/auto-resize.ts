import type { Book } from './book.ts';
import { readDisplayValues } from './cells.ts';

export const PADDING_PIXELS = 8;
const MIN_WIDTH_PIXELS = 21;
/** Sheets does not widen a column beyond this by itself. */
const MAX_WIDTH_PIXELS = 1_000;
export const PIXELS_PER_POINT = 96 / 72;
/** Mean widths of Arial's letters in ems; there is no canvas to measure with. */
const EM_NARROW = 0.28;
const EM_WIDE = 0.83;
const EM_CAPITAL = 0.68;
const EM_OTHER = 0.53;

/** As wide as the longest line shown in the column, roughly. */
export function fitColumn(book: Book, sheetId: string, col: number): void {
  const lastRow = book.lastRow(sheetId);
  if (lastRow === 0) return;
  const zone = { left: col, right: col, top: 0, bottom: lastRow - 1 };
  const texts = readDisplayValues(book, sheetId, zone);
  let width = 0;
  texts.forEach(([text], row) => {
    if (!text) return;
    const style = book.getters.getCell({ sheetId, col, row })?.style;
    if (style?.wrapping === 'wrap' || book.getters.getMerge({ sheetId, col, row })) return;
    const em = (style?.fontSize ?? 10) * PIXELS_PER_POINT * (style?.bold ? 1.07 : 1);
    for (const line of text.split('\n')) width = Math.max(width, textEms(line) * em);
  });
  if (width === 0) return;
  const size = Math.min(MAX_WIDTH_PIXELS, Math.max(MIN_WIDTH_PIXELS, Math.ceil(width) + PADDING_PIXELS));
  book.write({ type: 'RESIZE_COLUMNS_ROWS', sheetId, dimension: 'COL', elements: [col], size });
}

/** Width of a line in ems of its font. */
export function textEms(text: string): number {
  let ems = 0;
  for (const char of text) {
    if (/[ijlrtf.,:;!'|()[\] -]/.test(char)) ems += EM_NARROW;
    else if (/[mwMWшщжюыфШЩЖЮЫФ@%]/.test(char)) ems += EM_WIDE;
    else if (/\p{Lu}/u.test(char)) ems += EM_CAPITAL;
    else ems += EM_OTHER;
  }
  return ems;
}
