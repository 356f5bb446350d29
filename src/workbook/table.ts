import type { IsoDate } from '../domain/plan/dates.ts';
import type { Stage } from './look.ts';

/**
 * A sheet declared once. Creation, repair, reading, writing and the guide's column list all
 * come from this declaration. Row 1 is the header; each later row is one record.
 */
export interface Table<C extends Columns = Columns> {
  readonly sheet: string;
  readonly stage: Stage;
  /** Key of the column (or columns) that names a row; rows without it are passed over as empty. */
  readonly key: readonly string[];
  readonly columns: C;
  /** Technical sheets are kept out of an official's sight; «Показать все листы» brings them back. */
  readonly hidden?: boolean;
  /** Columns that stay in sight when one scrolls to the right. */
  readonly frozenColumns?: number;
  /** What the sheet is for, one sentence; a note on the first header cell and in the guide. */
  readonly about: string;
}

export type Columns = Readonly<Record<string, Column>>;

export interface Column<K extends Kind = Kind> {
  readonly kind: K;
  readonly title: string;
  /** Explains the column to an official; shown as the header's note. */
  readonly note: string;
  /** 'person': white, free. 'addin': band-coloured, protected with a warning. */
  readonly filledBy: 'person' | 'addin';
  /** Pixels. */
  readonly width: number;
  /** For `choice`: the only values allowed, in the order of the drop-down. */
  readonly choices?: readonly string[];
  /** For `choice`: a sign shown before the word; reading drops it, so a record holds the word alone. */
  readonly signs?: Readonly<Record<string, string>>;
  /** Sheets number format where the kind's own does not fit. */
  readonly format?: string;
  /**
   * The cell is a formula, so that it follows the data with no script run.
   * The book is looked at once, for all rows.
   * @param at the A1 address of another column's cell in the same row
   */
  readonly formula?: (book: GoogleAppsScript.Spreadsheet.Spreadsheet) => (at: (key: string) => string) => string;
  /** Cut at the border of its cell: long text for the add-in that must not make the row high. */
  readonly clipped?: boolean;
  /** A person may write other values than `choices`. */
  readonly open?: boolean;
}

export type Kind = 'text' | 'long' | 'number' | 'date' | 'choice' | 'check' | 'moment';

export interface ValueOf {
  text: string;
  long: string;
  number: number | null;
  date: IsoDate | null;
  choice: string;
  check: boolean;
  moment: Date | null;
}

/** A record of the table: what its cells say, in domain terms. */
export type RowOf<T extends Table> = { -readonly [K in keyof T['columns']]: ValueOf[T['columns'][K]['kind']] };

export function defineTable<const C extends Columns>(
  table: Table<C> & { readonly key: readonly (keyof C & string)[] },
): Table<C> {
  return table;
}

type Options = Partial<Omit<Column, 'kind' | 'title' | 'note'>>;

function column<K extends Kind>(kind: K, width: number) {
  return (title: string, note: string, options: Options = {}): Column<K> => ({
    kind,
    title,
    note,
    filledBy: 'person',
    width,
    ...options,
  });
}

export const text = column('text', 160);
export const long = column('long', 320);
export const number = column('number', 90);
export const date = column('date', 100);
export const choice = column('choice', 150);
export const check = column('check', 90);
export const moment = column('moment', 140);

/** The look of a column that the add-in fills. */
export const byAddin = { filledBy: 'addin' } as const;
