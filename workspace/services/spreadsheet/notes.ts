import type { Book } from './book.ts';
import type { Extra, Zone } from './engine.ts';

const KIND = 'note';

function noteAt(book: Book, sheetId: string): Map<string, Extra> {
  const notes = new Map<string, Extra>();
  for (const extra of book.getters.getExtras(KIND)) {
    if (extra.sheetId === sheetId && extra.range) notes.set(`${extra.range.zone.left}:${extra.range.zone.top}`, extra);
  }
  return notes;
}

/** Reads notes of one sheet by cell; '' where there is none. */
export function noteReader(book: Book, sheetId: string): (col: number, row: number) => string {
  const notes = noteAt(book, sheetId);
  return (col, row) => (notes.get(`${col}:${row}`)?.data as string | undefined) ?? '';
}

/** @param textOf the note for a cell; '' or null removes it */
export function writeNotes(
  book: Book,
  sheetId: string,
  zone: Zone,
  textOf: (col: number, row: number) => string | null,
): void {
  const notes = noteAt(book, sheetId);
  for (let row = zone.top; row <= zone.bottom; row += 1) {
    for (let col = zone.left; col <= zone.right; col += 1) {
      const present = notes.get(`${col}:${row}`);
      const text = textOf(col, row);
      if (text) {
        const cell = { left: col, right: col, top: row, bottom: row };
        const extraId = present?.id ?? `${sheetId}/${book.newId()}`;
        book.write({
          type: 'PUT_EXTRA',
          extraId,
          kind: KIND,
          ranges: [{ _sheetId: sheetId, _zone: cell }],
          data: String(text),
        });
      } else if (present) book.write({ type: 'REMOVE_EXTRA', extraId: present.id });
    }
  }
}

/** Removes the notes of a zone in one pass over the sheet's notes. */
export function clearNotes(book: Book, sheetId: string, zone: Zone): void {
  for (const { id, range } of noteAt(book, sheetId).values()) {
    const { left, top } = range!.zone;
    const isInside = left >= zone.left && left <= zone.right && top >= zone.top && top <= zone.bottom;
    if (isInside) book.write({ type: 'REMOVE_EXTRA', extraId: id });
  }
}
