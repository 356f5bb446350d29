/** «Прошлые рейтинги» read for a job: what the formulas compare with, and the counts beside it. */
import { readCounts, readPoints } from '../../domain/rating/former-counts.ts';
import type { Assessed } from '../../functions/assessed-cells.ts';
import { type Compared, compareWithFormer, type FormerRow, readFormer } from '../../functions/former-cells.ts';
import { readTable } from '../../workbook/records.ts';
import type { RowOf } from '../../workbook/table.ts';
import { formerResultsTable } from '../../workbook/tables/rating.ts';
import type { RatingSettings } from './assessed-now.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** A former result with what is kept of its questions and indicators. */
export interface FormerDetails {
  readonly row: FormerRow;
  readonly recipients: number | undefined;
  readonly counts: ReturnType<typeof readCounts>;
  /** By code of an indicator or criterion. */
  readonly points: Readonly<Record<string, number>>;
}

export interface InstitutionChange extends Compared {
  readonly assessed: Assessed;
  readonly details: FormerDetails | null;
}

/** Each institution against its nearest earlier year, by the same function as the formulas. */
export function changesSince(
  book: Spreadsheet,
  assessed: readonly Assessed[],
  settings: RatingSettings,
): InstitutionChange[] {
  const records = readTable(book, formerResultsTable);
  const rows = readFormer(records.sheet.getDataRange().getValues());
  const year = settings.year ?? Number.POSITIVE_INFINITY;
  return assessed.map((one) => {
    const compared = compareWithFormer(one, rows, year, settings);
    const { former } = compared;
    const kept = former.kind === 'found' ? records.rows[records.rowNumbers.indexOf(former.row.row)] : undefined;
    const details =
      former.kind === 'found' && kept
        ? {
            row: former.row,
            recipients: kept.recipients ?? undefined,
            counts: readCounts(kept.counts),
            points: { ...criteriaOf(kept), ...readPoints(kept.points) },
          }
        : null;
    return { ...compared, assessed: one, details };
  });
}

/** К1–К5 that are written. */
function criteriaOf(kept: RowOf<typeof formerResultsTable>): Record<string, number> {
  const written = { К1: kept.k1, К2: kept.k2, К3: kept.k3, К4: kept.k4, К5: kept.k5 };
  const known: Record<string, number> = {};
  for (const code of Object.keys(written) as (keyof typeof written)[]) {
    const value = written[code];
    if (value !== null) known[code] = value;
  }
  return known;
}
