import { GoogleError } from '../../kernel/google-object.ts';
import type { Book } from './book.ts';

export type HeaderDimension = 'ROW' | 'COL';

const WORDS = { ROW: 'rows', COL: 'columns' } as const;

function count(book: Book, sheetId: string, dimension: HeaderDimension): number {
  return dimension === 'ROW' ? book.getters.getNumberRows(sheetId) : book.getters.getNumberCols(sheetId);
}

/**
 * 0-based indexes of a run of rows or columns.
 * @param first 1-based, as scripts count
 * @throws GoogleError outside the sheet
 */
export function headers(book: Book, sheetId: string, dimension: HeaderDimension, first: number, howMany = 1): number[] {
  if (howMany < 1 || first < 1 || first + howMany - 1 > count(book, sheetId, dimension)) {
    throw new GoogleError(`Those ${WORDS[dimension]} are out of bounds.`);
  }
  return Array.from({ length: howMany }, (_, offset) => first - 1 + offset);
}

export function insertHeaders(
  book: Book,
  sheetId: string,
  dimension: HeaderDimension,
  base: number,
  position: 'before' | 'after',
  quantity = 1,
): void {
  const [index] = headers(book, sheetId, dimension, base);
  if (quantity < 1) throw new GoogleError(`The number of ${WORDS[dimension]} to insert must be at least 1.`);
  checkCellCount(book, sheetId, dimension, quantity);
  book.write({
    type: 'ADD_COLUMNS_ROWS',
    sheetId,
    sheetName: book.getters.getSheetName(sheetId),
    dimension,
    base: index,
    quantity,
    position,
  });
}

/** https://support.google.com/drive/answer/37603 */
const MAX_CELLS = 10_000_000;

function checkCellCount(book: Book, sheetId: string, dimension: HeaderDimension, quantity: number): void {
  const { getters } = book;
  let cells = quantity * (dimension === 'ROW' ? getters.getNumberCols(sheetId) : getters.getNumberRows(sheetId));
  for (const id of getters.getSheetIds()) cells += getters.getNumberRows(id) * getters.getNumberCols(id);
  if (cells > MAX_CELLS) {
    throw new GoogleError(
      `This action would increase the number of cells in the workbook above the limit of ${MAX_CELLS} cells.`,
    );
  }
}

export function deleteHeaders(
  book: Book,
  sheetId: string,
  dimension: HeaderDimension,
  first: number,
  howMany = 1,
): void {
  const elements = headers(book, sheetId, dimension, first, howMany);
  const { getters } = book;
  const total = count(book, sheetId, dimension);
  if (elements.length === total) throw new GoogleError(`You can't delete all the ${WORDS[dimension]} on the sheet.`);
  const { xSplit, ySplit } = getters.getPaneDivisions(sheetId);
  const frozen = dimension === 'ROW' ? ySplit : xSplit;
  if (elements.filter((index) => index >= frozen).length === total - frozen) {
    throw new GoogleError(`Sorry, it is not possible to delete all non-frozen ${WORDS[dimension]}.`);
  }
  const sheetName = getters.getSheetName(sheetId);
  book.write({ type: 'REMOVE_COLUMNS_ROWS', sheetId, sheetName, dimension, elements });
}

export function setHidden(
  book: Book,
  sheetId: string,
  dimension: HeaderDimension,
  first: number,
  howMany: number,
  isHidden: boolean,
): void {
  const elements = headers(book, sheetId, dimension, first, howMany);
  book.write({ type: isHidden ? 'HIDE_COLUMNS_ROWS' : 'UNHIDE_COLUMNS_ROWS', sheetId, dimension, elements });
}

/** @param sizePixels at least 2, as in Sheets */
export function setSize(
  book: Book,
  sheetId: string,
  dimension: HeaderDimension,
  first: number,
  howMany: number,
  sizePixels: number,
): void {
  const elements = headers(book, sheetId, dimension, first, howMany);
  book.write({ type: 'RESIZE_COLUMNS_ROWS', sheetId, dimension, elements, size: Math.max(2, Math.round(sizePixels)) });
}

/**
 * Moves rows or columns before another one.
 * @param destination 1-based, counted before the move
 */
export function moveHeaders(
  book: Book,
  sheetId: string,
  dimension: HeaderDimension,
  first: number,
  howMany: number,
  destination: number,
): void {
  const elements = headers(book, sheetId, dimension, first, howMany);
  const total = count(book, sheetId, dimension);
  if (destination < 1 || destination > total + 1) throw new GoogleError('The destination is out of bounds.');
  const target = destination - 1;
  if (target >= elements[0]! && target <= elements.at(-1)! + 1) return;
  const isDown = target > elements[0]!;
  // The engine moves headers of the sheet that is shown only.
  const shown = book.getters.getSheetIds()[0];
  book.write({ type: 'ACTIVATE_SHEET', sheetIdFrom: shown, sheetIdTo: sheetId });
  book.write({
    type: 'MOVE_COLUMNS_ROWS',
    sheetId,
    sheetName: book.getters.getSheetName(sheetId),
    dimension,
    elements,
    base: isDown ? target - 1 : target,
    position: isDown ? 'after' : 'before',
  });
}
