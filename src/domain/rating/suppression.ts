/**
 * Small counts that could name a person are not published.
 *
 * A share of fewer than ten answers is hidden, of fewer than thirty marked. Where totals over
 * institutions are published, a single hidden cell could be worked out by subtraction, so the
 * smallest shown cell of the same question is hidden with it.
 *
 * The order obliges to publish К1–К5, and with the other two indicators of a criterion they give
 * the third away. So where a share is hidden, publish the criterion without its indicators.
 */

export const HIDDEN_BELOW = 10;
export const MARKED_BELOW = 30;

export type Visibility = 'shown' | 'marked' | 'hidden' | 'hidden-with-another';

export interface CountCell {
  readonly institution: string;
  readonly question: string;
  readonly answered: number;
}

function alone(answered: number): Visibility {
  // Nobody answered: there is nobody to name.
  if (answered === 0) return 'shown';
  if (answered < HIDDEN_BELOW) return 'hidden';
  return answered < MARKED_BELOW ? 'marked' : 'shown';
}

/**
 * @param cells every cell of the published table
 * @param hasTotals whether a total over institutions is published beside it
 * @returns one word a cell, in the same order
 */
export function visibilityOf(cells: readonly CountCell[], hasTotals: boolean): Visibility[] {
  const words = cells.map(({ answered }) => alone(answered));
  if (!hasTotals) return words;
  const questions = Array.from(new Set(cells.map(({ question }) => question)));
  for (const question of questions) {
    const own = cells.map((_, at) => at).filter((at) => cells[at]!.question === question && cells[at]!.answered > 0);
    if (own.filter((at) => words[at] === 'hidden').length !== 1) continue;
    const [second] = own.filter((at) => words[at] !== 'hidden').sort((a, b) => cells[a]!.answered - cells[b]!.answered);
    if (second !== undefined) words[second] = 'hidden-with-another';
  }
  return words;
}
