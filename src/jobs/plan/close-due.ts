import type { IsoDate } from '../../domain/plan/dates.ts';
import { withEvidence } from '../../domain/plan/evidence.ts';
import { type Records, writeAt } from '../../workbook/records.ts';
import type { duesTable } from '../../workbook/tables/plan.ts';
import { refreshStates } from './due-states.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

export interface Closing {
  /** The day of execution. */
  doneOn: IsoDate;
  doneBy: string;
  evidence: string;
}

/**
 * Marks one row of «Сроки» as done and brings the states in step.
 *
 * @param at index of the row among the records
 */
export function closeDue(
  book: Spreadsheet,
  dues: Records<typeof duesTable>,
  at: number,
  { doneOn, doneBy, evidence }: Closing,
  today: IsoDate,
): void {
  const sheetRow = dues.rowNumbers[at]!;
  // The date comes last: it is what closes the line, so a run that is cut off before it leaves the line open.
  writeAt(dues, sheetRow, 'evidence', withEvidence(dues.rows[at]!.evidence, evidence));
  writeAt(dues, sheetRow, 'doneBy', doneBy);
  writeAt(dues, sheetRow, 'doneOn', doneOn);
  SpreadsheetApp.flush();
  refreshStates(book, today);
}
