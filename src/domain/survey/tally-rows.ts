/**
 * The tally as rows of the sheet «Свод»: one row an institution and question, and one row
 * «всего» with the number of respondents and the encoded joint counts.
 */
import type { InstitutionTally, Tally } from './tally.ts';
import { decodeTally, encodeTally } from './tally-text.ts';

/** Columns of «Свод», in this order. */
export const TALLY_COLUMNS = ['institution', 'question', 'yes', 'no', 'answered', 'products'] as const;

/** Stands in the question column of the row that belongs to the institution as a whole. */
export const WHOLE_INSTITUTION = 'всего';

export type TallyRow = readonly [
  institution: string,
  question: string,
  yes: number | '',
  no: number | '',
  answered: number,
  products: string,
];

export function institutionTallyRows(tally: Tally, own: InstitutionTally): TallyRow[] {
  const { layout } = tally;
  const code = own.institution;
  return [
    [code, WHOLE_INSTITUTION, '', '', own.answers, encodeTally(layout, own)],
    ...layout.counted.map((id, k): TallyRow => {
      const [yes, answered] = [own.sums[k]!, own.answered[k]!];
      // The sum of marks may exceed the number of answers; «нет» has no meaning there.
      return [code, id, yes, yes > answered ? '' : answered - yes, answered, ''];
    }),
  ];
}

export function tallyRows(tally: Tally): TallyRow[] {
  const rows: TallyRow[] = [];
  tally.institutions.forEach((own) => {
    rows.push(...institutionTallyRows(tally, own));
  });
  return rows;
}

/**
 * Tallies of institutions from the rows of «Свод». They may be of different questionnaires.
 *
 * @throws ProblemError 'survey.unreadable-tally'
 */
export function tallyFromRows(rows: readonly (readonly unknown[])[]): Map<string, ReturnType<typeof decodeTally>> {
  const read = new Map<string, ReturnType<typeof decodeTally>>();
  for (const row of rows) {
    if (row[1] !== WHOLE_INSTITUTION) continue;
    const code = String(row[0]);
    read.set(code, decodeTally(code, String(row[5])));
  }
  return read;
}
