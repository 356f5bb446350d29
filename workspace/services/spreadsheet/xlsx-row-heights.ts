import { PADDING_PIXELS, PIXELS_PER_POINT, textEms } from './auto-resize.ts';
import type { Book } from './book.ts';
import { readDisplayValues } from './cells.ts';

const LINE_EMS = 1.25;
/** Wrapping breaks between words, so lines are not full. */
const UNFILLED = 1.1;
/** Excel's limit. */
const MAX_POINTS = 409;

/**
 * Heights of the rows that nobody has set and whose wrapped text takes several lines: in the page
 * they grow by themselves, but LibreOffice opens a row without height as one line.
 *
 * @returns points by 1-based row
 */
export function wrappedRowHeights(book: Book, sheetId: string): Map<number, number> {
  const heights = new Map<number, number>();
  const { getters } = book;
  const [rows, columns] = [book.lastRow(sheetId), book.lastColumn(sheetId)];
  if (rows === 0 || columns === 0) return heights;
  const widths = Array.from({ length: columns }, (_, col) => getters.getColSize(sheetId, col) - PADDING_PIXELS);
  const texts = readDisplayValues(book, sheetId, { left: 0, right: columns - 1, top: 0, bottom: rows - 1 });
  texts.forEach((cells, row) => {
    if (getters.getUserRowSize(sheetId, row) !== undefined) return;
    let pixels = 0;
    cells.forEach((text, col) => {
      if (!text) return;
      const style = getters.getCell({ sheetId, col, row })?.style;
      if (style?.wrapping !== 'wrap' || getters.getMerge({ sheetId, col, row })) return;
      const em = (style.fontSize ?? 10) * PIXELS_PER_POINT;
      const lines = text
        .split('\n')
        .reduce((sum, line) => sum + Math.max(1, Math.ceil((textEms(line) * em * UNFILLED) / widths[col]!)), 0);
      if (lines > 1) pixels = Math.max(pixels, lines * em * LINE_EMS + PADDING_PIXELS / 2);
    });
    if (pixels > 0) heights.set(row + 1, Math.min(MAX_POINTS, Math.ceil(pixels / PIXELS_PER_POINT)));
  });
  return heights;
}

/** @param xml a sheet's part, as the engine writes it */
export function withRowHeights(xml: string, heights: ReadonlyMap<number, number>): string {
  return xml.replace(/<row r="(\d+)">/g, (row, number: string) => {
    const points = heights.get(Number(number));
    return points === undefined ? row : `<row r="${number}" ht="${points}">`;
  });
}
