/** What a row of «Сроки» says, read in one way by every job. */
import type { IsoDate } from '../../domain/plan/dates.ts';
import { partiesInCell, partyKey } from '../../domain/plan/parties.ts';
import type { RowOf } from '../../workbook/table.ts';
import type { duesTable } from '../../workbook/tables/plan.ts';

export type DueRow = RowOf<typeof duesTable>;

/** What names one date: a plan may have a line's date twice only by mistake. */
export interface DueKey {
  plan: string;
  line: string;
  /** As it stands in the column «Срок по плану». */
  due: string;
}

export function dueKey({ plan, line, due }: DueKey): string {
  return `${plan}|${line}|${due}`;
}

/** The same for a row of «План» and for each of its dates. */
export function lineKey({ plan, line }: Pick<DueKey, 'plan' | 'line'>): string {
  return `${plan}|${line}`;
}

/** @returns index of the row among the records; −1 when the plan was counted anew and has no such date */
export function placeOfDue(rows: readonly DueRow[], key: DueKey): number {
  const wanted = dueKey(key);
  return rows.findIndex((row) => dueKey(row) === wanted);
}

/** Done, or not applicable this year. */
export function isClosed({ doneOn, notApplicable }: DueRow): boolean {
  return doneOn !== null || notApplicable;
}

/** Has a day and is still to be done. */
export function isAwaited<Row extends DueRow>(row: Row): row is Row & { workingDay: IsoDate } {
  return row.workingDay !== null && !isClosed(row);
}

/** @param who as «Люди» names the party: the plan may write it with other capitals and marks */
export function isDueOf({ responsible }: DueRow, who: string): boolean {
  const key = partyKey(who);
  return partiesInCell(responsible).some((party) => partyKey(party) === key);
}
