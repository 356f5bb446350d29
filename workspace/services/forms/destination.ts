import { GoogleError } from '../../kernel/google-object.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { type Book, bookExists, openBook } from '../spreadsheet/book.ts';
import { formatForEngine, readInput } from '../spreadsheet/cell-input.ts';
import { linkForm } from '../spreadsheet/form-link.ts';
import { GENERAL } from '../spreadsheet/number-format.ts';
import { msToSerial } from '../spreadsheet/serial-date.ts';
import { type CellContent, cellsOf, mergedColumns, wantedColumns } from './destination-columns.ts';
import type { ColumnRecord, DestinationRecord, ResponseRecord } from './form-record.ts';
import { changeForm, readForm, readItems } from './form-store.ts';
import { responsesOf } from './response-log.ts';

/** Where a response was written. The row counts from 1, as scripts count. */
export interface DestinationRow {
  spreadsheetId: string;
  sheetId: string;
  row: number;
}

/**
 * Links a form to a spreadsheet: a new sheet before all others, with the responses that the
 * form has already. A sheet that was linked before stays as it is.
 *
 * @throws GoogleError when there is no such spreadsheet
 */
export function setDestination(kernel: Kernel, formId: string, spreadsheetId: string): void {
  if (!bookExists(kernel, spreadsheetId)) {
    throw new GoogleError('No item with the given ID could be found, or you do not have permission to access it.');
  }
  const book = openBook(kernel, spreadsheetId);
  kernel.store.transaction(() => {
    const sheetId = book.insertSheet(newSheetName(book, kernel.user.locale), 0);
    book.write({ type: 'FREEZE_ROWS', sheetId, quantity: 1 });
    book.flush();
    changeForm(kernel, formId, { destination: { spreadsheetId, sheetId, columns: [] } });
    linkForm(book, sheetId, formId);
    syncColumns(kernel, formId);
    for (const response of responsesOf(kernel, formId)) addDestinationRow(kernel, formId, response);
  });
}

export function removeDestination(kernel: Kernel, formId: string): void {
  const { destination } = readForm(kernel, formId);
  if (destination && bookExists(kernel, destination.spreadsheetId)) {
    linkForm(openBook(kernel, destination.spreadsheetId), destination.sheetId, undefined);
  }
  changeForm(kernel, formId, { destination: undefined });
}

/** Gives new questions their columns and changed titles their headers. */
export function syncColumns(kernel: Kernel, formId: string): void {
  const open = openDestination(kernel, formId);
  if (!open) return;
  const { book, destination, positions } = open;
  const form = readForm(kernel, formId);
  const columns = mergedColumns(
    destination.columns,
    wantedColumns(form, readItems(kernel, formId), kernel.user.locale),
  );
  const changed = columns.flatMap((column, index) =>
    destination.columns[index]?.header === column.header ? [] : [{ column, index }],
  );
  if (changed.length === 0) return;
  kernel.store.transaction(() => {
    addMissingColumns(book, destination.sheetId, columns.length);
    for (const { column, index } of changed) {
      const col = positions[index] ?? index;
      writeCell(book, { sheetId: destination.sheetId, row: 0, col }, { kind: 'header', text: column.header });
    }
    book.flush();
    changeForm(kernel, formId, { destination: { ...destination, columns } });
  });
}

/** @returns undefined where the form has no destination, or its sheet has been deleted */
export function addDestinationRow(
  kernel: Kernel,
  formId: string,
  response: ResponseRecord,
): DestinationRow | undefined {
  syncColumns(kernel, formId);
  const open = openDestination(kernel, formId);
  if (!open) return undefined;
  return writeRow(kernel, formId, open, nextFreeRow(open), response);
}

/** The row of an edited response is written anew; the response is found by its time, which only it has. */
export function replaceDestinationRow(
  kernel: Kernel,
  formId: string,
  before: ResponseRecord,
  after: ResponseRecord,
): DestinationRow | undefined {
  syncColumns(kernel, formId);
  const open = openDestination(kernel, formId);
  if (!open) return undefined;
  const { book, destination } = open;
  const written = String(msToSerial(before.submittedMs, book.timeZone));
  const timeColumn = open.positions[0] ?? 0;
  for (let row = nextFreeRow(open) - 1; row > 0; row -= 1) {
    const position = { sheetId: destination.sheetId, col: timeColumn, row };
    if (book.contentAt(position) === written) return writeRow(kernel, formId, open, row, after);
  }
  return addDestinationRow(kernel, formId, after);
}

interface OpenDestination {
  book: Book;
  destination: DestinationRecord;
  /** Place in the sheet of each of the destination's columns, counted from 0. */
  positions: number[];
}

/** A form whose sheet has been deleted is no longer linked, as on Google. */
function openDestination(kernel: Kernel, formId: string): OpenDestination | undefined {
  const { destination } = readForm(kernel, formId);
  if (!destination) return undefined;
  const exists = bookExists(kernel, destination.spreadsheetId);
  const book = exists ? openBook(kernel, destination.spreadsheetId) : undefined;
  if (!book?.getters.tryGetSheet(destination.sheetId)) {
    removeDestination(kernel, formId);
    return undefined;
  }
  return { book, destination, positions: positionsOf(destination.columns, headerRow(book, destination.sheetId)) };
}

/** Finds columns that people have moved by their headers; a header that people changed stays in its place. */
function positionsOf(columns: readonly ColumnRecord[], headers: readonly string[]): number[] {
  return columns.map(({ header }, index) => {
    if (headers[index] === header || header === '') return index;
    const moved = headers.indexOf(header);
    return moved >= 0 && columns[moved]?.header !== header ? moved : index;
  });
}

function headerRow(book: Book, sheetId: string): string[] {
  const headers: string[] = [];
  for (let col = 0; col < book.getters.getNumberCols(sheetId); col += 1) {
    headers.push(book.contentAt({ sheetId, col, row: 0 }));
  }
  return headers;
}

function writeRow(
  kernel: Kernel,
  formId: string,
  { book, destination, positions }: OpenDestination,
  row: number,
  response: ResponseRecord,
): DestinationRow {
  const { spreadsheetId, sheetId, columns } = destination;
  addMissingRows(book, sheetId, row + 1);
  for (const [index, content] of cellsOf(columns, readItems(kernel, formId), response).entries()) {
    writeCell(book, { sheetId, row, col: positions[index] ?? index }, content);
  }
  book.flush();
  return { spreadsheetId, sheetId, row: row + 1 };
}

/** The row under the last one that has a time, counted from 0. */
function nextFreeRow({ book, destination: { sheetId }, positions }: OpenDestination): number {
  const { getters } = book;
  const col = positions[0] ?? 0;
  for (let row = getters.getNumberRows(sheetId) - 1; row >= 0; row -= 1) {
    if (getters.getCell({ sheetId, col, row })?.content) return row + 1;
  }
  return 1;
}

/** Rows are added in portions, so that not every answer makes the sheet longer. */
const ROWS_AT_ONCE = 500;

function addMissingRows(book: Book, sheetId: string, needed: number): void {
  const rows = book.getters.getNumberRows(sheetId);
  if (needed > rows) addLines(book, sheetId, 'ROW', rows, Math.max(ROWS_AT_ONCE, needed - rows));
}

function addMissingColumns(book: Book, sheetId: string, needed: number): void {
  const columns = book.getters.getNumberCols(sheetId);
  if (needed > columns) addLines(book, sheetId, 'COL', columns, needed - columns);
}

function addLines(book: Book, sheetId: string, dimension: 'ROW' | 'COL', present: number, quantity: number): void {
  const sheetName = book.getters.getSheetName(sheetId);
  book.write({
    type: 'ADD_COLUMNS_ROWS',
    sheetId,
    sheetName,
    dimension,
    base: present - 1,
    position: 'after',
    quantity,
  });
  book.flush();
}

const DAY_SECONDS = 86_400;

function writeCell(
  book: Book,
  position: { sheetId: string; row: number; col: number },
  content: CellContent | { kind: 'header'; text: string },
): void {
  const { content: text, format } = inputFor(book, content);
  // What an edited response no longer answers is emptied.
  const formatted = format === undefined ? {} : formatForEngine(format, undefined);
  book.write({ type: 'UPDATE_CELL', ...position, content: text, ...formatted });
}

function inputFor(
  book: Book,
  content: CellContent | { kind: 'header'; text: string },
): { content: string; format?: string } {
  const { locale, timeZone } = book;
  const read = (value: unknown) => readInput(value, { format: GENERAL, engineFormat: undefined, locale, timeZone });
  switch (content.kind) {
    case 'empty':
      return { content: '' };
    case 'header':
      return asText(content.text);
    case 'moment':
      return {
        content: String(msToSerial(content.ms, timeZone)),
        format: `${locale.dateFormat} ${locale.timeFormat}`,
      };
    case 'number':
      return { content: String(content.number) };
    case 'date':
      return { content: String(dateSerial(content.text)), format: locale.dateFormat };
    case 'datetime': {
      const [date = '', time = ''] = content.text.split(' ');
      return {
        content: String(dateSerial(date) + clockSeconds(time) / DAY_SECONDS),
        format: `${locale.dateFormat} ${locale.timeFormat}`,
      };
    }
    case 'time':
      return { content: String(clockSeconds(content.text) / DAY_SECONDS), format: locale.timeFormat };
    case 'duration':
      return { content: String(clockSeconds(content.text) / DAY_SECONDS), format: '[h]:mm:ss' };
    case 'text': {
      const input = read(content.text);
      // An answer is never a formula, whatever it begins with.
      return input.content.startsWith('=') ? asText(content.text) : input;
    }
  }
}

function asText(text: string): { content: string } {
  return { content: /^[=+\-'\d]/.test(text) ? `'${text}` : text };
}

/** A calendar date as the spreadsheet counts days. */
function dateSerial(isoDate: string): number {
  return msToSerial(Date.parse(`${isoDate}T00:00:00Z`), 'UTC');
}

function clockSeconds(text: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = text.split(':').map(Number);
  return (hours * 60 + minutes) * 60 + seconds;
}

/** «Ответы на форму (1)», with the first number that is free. */
function newSheetName(book: Book, locale: string): string {
  const taken = new Set(book.sheets().map(({ name }) => name));
  const name = (number: number): string =>
    locale.startsWith('ru') ? `Ответы на форму (${number})` : `Form Responses ${number}`;
  let number = 1;
  while (taken.has(name(number))) number += 1;
  return name(number);
}
