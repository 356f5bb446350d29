import type { Book } from './book.ts';

/** Tells which form writes its answers to a sheet. */
export function linkForm(book: Book, sheetId: string, formId: string | undefined): void {
  const extraId = `${sheetId}/form`;
  if (formId) book.write({ type: 'PUT_EXTRA', extraId, kind: 'form', sheetId, data: formId });
  else book.write({ type: 'REMOVE_EXTRA', extraId });
  book.flush();
}
