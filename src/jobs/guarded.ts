import { wordsOf } from '../texts/problems.ts';
import { say, tell } from '../ui/say.ts';
import { appendRows } from '../workbook/records.ts';
import { journalTable } from '../workbook/tables/journal.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** What a job did, for the journal and the person: «Прочитано строк: 16». */
export interface Outcome {
  on: string;
  outcome: string;
  /** Shown in a window rather than in the corner: there is something to read or mend. */
  mustBeRead?: boolean;
}

/**
 * Runs a menu item: what it did is said and written in the journal; what went wrong is said
 * in Russian with the remedy, and is in the journal too.
 */
export function fromMenu(action: string, job: (book: Spreadsheet) => Outcome | undefined): void {
  const book = SpreadsheetApp.getActiveSpreadsheet();
  try {
    const outcome = job(book);
    if (!outcome) {
      say(`${action}: отменено, ничего не изменилось.`);
      return;
    }
    writeJournal(book, action, outcome);
    if (outcome.mustBeRead) tell(action, readable(outcome.outcome));
    else say(outcome.outcome);
  } catch (error) {
    const words = wordsOf(error);
    writeJournal(book, action, { on: '', outcome: `Не получилось. ${words}` });
    tell(action, words);
  }
}

/**
 * Runs a trigger: no one is at the screen, so problems go to the journal and, through Google's
 * own failure notice, to the owner of the trigger.
 */
export function fromTrigger(action: string, job: (book: Spreadsheet) => Outcome | undefined): void {
  const book = SpreadsheetApp.getActiveSpreadsheet();
  try {
    const outcome = job(book);
    if (outcome) writeJournal(book, action, outcome);
  } catch (error) {
    writeJournal(book, action, { on: '', outcome: `Не получилось. ${wordsOf(error)}` });
    throw error;
  }
}

export function writeJournal(book: Spreadsheet, action: string, { on, outcome }: Outcome): void {
  // Before «Подготовить таблицу» there is no journal yet, and that is no reason to fail.
  if (!book.getSheetByName(journalTable.sheet)) return;
  appendRows(book, journalTable, [{ at: new Date(), action, on, outcome: readable(outcome) }]);
}

/** A cell holds 50,000 characters; a list that long is read from its beginning, mended and asked for anew. */
const READABLE = 5_000;

function readable(words: string): string {
  return words.length > READABLE ? `${words.slice(0, READABLE)}…` : words;
}

/** What a page of the add-in gets: `google.script.run` carries plain values, and Google's own words for an error vary. */
export type FromPanel<T> = { value: T } | { problem: string };

/**
 * Runs what a page asks for: the page shows what came of it, problems too.
 *
 * @param action for what changes something: a failure is in the journal then; success is the job's to tell
 */
export function fromPanel<T>(job: (book: Spreadsheet) => T, action?: string): FromPanel<T> {
  const book = SpreadsheetApp.getActiveSpreadsheet();
  try {
    return { value: job(book) };
  } catch (error) {
    const problem = wordsOf(error);
    if (action) writeJournal(book, action, { on: '', outcome: `Не получилось. ${problem}` });
    return { problem };
  }
}
