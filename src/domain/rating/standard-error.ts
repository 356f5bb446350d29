/**
 * Sampling error of a score, from the joint counts of a tally.
 *
 * A score is a sum of ratios, since some questions are asked of some respondents only. Each
 * ratio is linearised; with respondent i
 *   u_i = Σ_k c_k·(y_ik − R_k·d_ik) / d̄_k,   R_k = Σy_k / Σd_k,   d̄_k = Σd_k / n,
 *   SE² = (1 − n/N)·s_u² / n.
 * Σu_i = 0, so s_u² = Σu_i²/(n − 1), and Σu_i² opens into sums of y·y, y·d and d·d.
 *
 * Where n < 30, or fewer than five answered yes or no to a question that counts, the counts say
 * too little about the spread (20 of 20 would give an error of 0). Then two respondents pleased
 * with everything and two pleased with nothing are added first, as Agresti and Coull do for one
 * share. It errs on the wide side. A bootstrap would need the answers, and gives 0 there too.
 * Of a finite population only those not asked are left to chance, so 1 − n/N of the four are
 * added: Wilson's interval with the effective size n* = n(N − 1)/(N − n) does the same.
 *
 * Points set by a checklist carry no sampling error.
 *
 * @source C.-E. Särndal, B. Swensson, J. Wretman, Model Assisted Survey Sampling (1992), 5.5–5.6;
 *   A. Agresti, B. A. Coull, The American Statistician 52 (1998), 119–126
 */
import { type InstitutionTally, pairIndex, type TallyLayout } from '../survey/tally.ts';

/** How many points of the score one whole unit of Σy/Σd is worth. */
export interface QuestionWeight {
  readonly question: string;
  readonly points: number;
  /** Highest y: 1 for yes-no, the top mark for marks. */
  readonly top: number;
}

export interface StandardError {
  /** Points. null when fewer than two answered: the error cannot be known. */
  readonly error: number | null;
  /** Degrees of freedom for Student's interval. */
  readonly df: number;
  /**
   * Points from the score to the centre of its interval: the added four pull a score near 0 or
   * 100 inwards, as Wilson's interval does. 0 where none were added.
   */
  readonly shift: number;
  readonly way: 'linearised' | 'plus-four' | 'no-survey';
}

/** Below this n, or this count of yes or of no, the plain formula is too sure of itself. */
const SMALL_SAMPLE = 30;
const FEW_ANSWERS = 5;
const ADDED = 4;

/**
 * @param recipients size of the finite population; undefined for the endless one, also when
 *   more people answered than the register counts
 */
export function standardError(
  layout: TallyLayout,
  own: InstitutionTally,
  weights: readonly QuestionWeight[],
  recipients?: number,
): StandardError {
  const asked = weights
    .map((weight) => ({
      ...weight,
      at: layout.counted.indexOf(weight.question),
      k: layout.scored.indexOf(weight.question),
    }))
    .filter(({ at, k, points }) => at >= 0 && k >= 0 && points !== 0);
  const n = own.answers;
  if (asked.length === 0) return { error: 0, df: Math.max(1, n - 1), shift: 0, way: 'no-survey' };
  if (n < 2) return { error: null, df: 0, shift: 0, way: 'linearised' };

  const isThin = asked.some(({ at, top }) => {
    const [y, d] = [own.sums[at]!, own.answered[at]! * top];
    return y < FEW_ANSWERS * top || d - y < FEW_ANSWERS * top;
  });
  const outside = recipients !== undefined && recipients >= n ? 1 - n / recipients : 1;
  const added = n < SMALL_SAMPLE || isThin ? ADDED * outside : 0;
  const size = n + added;
  const ratio = asked.map(({ at, top }) => {
    const d = own.answered[at]! + added;
    const r = (own.sums[at]! + (added / 2) * top) / d;
    return { r, perAnswer: size / d };
  });

  let squares = 0;
  const wide = layout.scored.length;
  asked.forEach((a, i) => {
    asked.forEach((b, j) => {
      const [ra, rb] = [ratio[i]!, ratio[j]!];
      const yy = own.yy[pairIndex(a.k, b.k, wide)]! + (added / 2) * a.top * b.top;
      const dd = own.dd[pairIndex(a.k, b.k, wide)]! + added;
      const yadb = own.yd[a.k * wide + b.k]! + (added / 2) * a.top;
      const ybda = own.yd[b.k * wide + a.k]! + (added / 2) * b.top;
      squares +=
        a.points * ra.perAnswer * b.points * rb.perAnswer * (yy - rb.r * yadb - ra.r * ybda + ra.r * rb.r * dd);
    });
  });
  // Rounding may leave a sum of squares a hair below zero.
  const error = Math.sqrt((outside * Math.max(0, squares)) / (size - 1) / size);
  const shift = asked.reduce((sum, { at, points }, i) => {
    const d = own.answered[at]!;
    return sum + points * (ratio[i]!.r - (d > 0 ? own.sums[at]! / d : ratio[i]!.r));
  }, 0);
  return { error, df: n - 1, shift, way: added > 0 ? 'plus-four' : 'linearised' };
}
