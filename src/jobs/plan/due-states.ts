import type { IsoDate } from '../../domain/plan/dates.ts';
import { type OccurrenceState, STATE_WITHOUT_DATES, stateOf } from '../../domain/plan/occurrences.ts';
import { type Records, readTable, writeColumn } from '../../workbook/records.ts';
import { duesTable } from '../../workbook/tables/plan.ts';
import type { DueRow } from './due-row.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/**
 * Brings the column «Состояние» in step with today and with what people marked.
 *
 * @returns the rows, and the address of each in the spreadsheet
 */
export function refreshStates(book: Spreadsheet, today: IsoDate): { rows: DueRow[]; links: string[] } {
  const dues = readTable(book, duesTable);
  let changed = 0;
  for (const row of dues.rows) {
    const state = stateToday(row, today);
    if (state === row.state) continue;
    row.state = state;
    changed += 1;
  }
  if (changed > 0) writeColumn(dues, 'state');
  return { rows: dues.rows, links: rowLinks(book, dues) };
}

/** Address of each row of «Сроки» in the spreadsheet. */
export function rowLinks(book: Spreadsheet, { sheet, rowNumbers }: Records<typeof duesTable>): string[] {
  const address = `${book.getUrl()}#gid=${sheet.getSheetId()}`;
  return rowNumbers.map((row) => `${address}&range=A${row}`);
}

function stateToday(row: DueRow, today: IsoDate): OccurrenceState {
  const closed = closedState(row);
  if (closed) return closed;
  if (!row.workingDay) return STATE_WITHOUT_DATES;
  const day = row.workingDay;
  return stateOf({ due: day, workingDay: day, kind: row.kind === 'контроль' ? 'control' : 'date' }, today);
}

/** Undefined while the date is open. */
export function closedState({ doneOn, notApplicable }: DueRow): OccurrenceState | undefined {
  if (doneOn) return 'выполнено';
  return notApplicable ? 'не применимо' : undefined;
}
