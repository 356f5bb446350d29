/**
 * The tally as rows of the sheet «Свод»: one row an institution and question, and one row
 * «всего» with the number of respondents and the encoded joint counts.
 */
import type { InstitutionTally, Tally } from './tally.ts';
import { encodeTally } from './tally-text.ts';

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
