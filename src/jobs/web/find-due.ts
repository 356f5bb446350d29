import { russianDay } from '../../domain/plan/dates.ts';
import { type DueLink, textMark } from '../../domain/plan/letter-link.ts';
import { alreadyDone, dueGone, notApplicable, type PageWords, PERSON_GONE } from '../../texts/due-page.ts';
import { type Records, readTable } from '../../workbook/records.ts';
import { duesTable } from '../../workbook/tables/plan.ts';
import { peopleTable } from '../../workbook/tables/start.ts';
import { type DueRow, placeOfDue } from '../plan/due-row.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** The due date that a link names, still open; else what to say instead. */
export type FoundDue =
  | { row: DueRow; at: number; dues: Records<typeof duesTable>; person: string; hasChanged: boolean }
  | { words: PageWords };

/** Looks only: opening a link changes nothing, since mail scanners open links too. */
export function findDue(book: Spreadsheet, link: DueLink): FoundDue {
  const dues = readTable(book, duesTable);
  const at = placeOfDue(dues.rows, link);
  const row = dues.rows[at];
  if (!row) return { words: dueGone(link) };
  if (row.doneOn) return { words: alreadyDone(link, russianDay(row.doneOn), row.doneBy) };
  if (row.notApplicable) return { words: notApplicable(link) };
  const person = link.purpose === 'trial' ? '' : nameOf(book, link.person);
  if (person === undefined) return { words: PERSON_GONE };
  return { row, at, dues, person, hasChanged: textMark(row.measure) !== link.mark };
}

function nameOf(book: Spreadsheet, code: string): string | undefined {
  return readTable(book, peopleTable).rows.find((person) => person.code === code)?.who;
}
