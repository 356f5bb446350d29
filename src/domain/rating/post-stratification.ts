/**
 * A second view of a score: what it would be if the age or sex of those who answered were that
 * of all recipients. The official score is never weighted.
 *
 * Each respondent of stratum h stands for w = N_h ÷ n_h recipients, N_h recipients of the
 * stratum, n_h of its respondents; counts become sums of w. Weights are not trimmed: what they
 * cost in precision is said by n_eff. A stratum where nobody answered has no opinion to weigh,
 * so nothing is computed until it is joined with another; a silent zero, or leaving it out,
 * would give its recipients the opinion of others.
 *
 * The two totals together are two equations in the opinions of the strata, and with two strata
 * both follow from them. So a stratum of few respondents closes the weighted total.
 *
 * @source L. Kish, Survey Sampling (1965), 11.7 (n_eff); C.-E. Särndal, B. Swensson, J. Wretman,
 *   Model Assisted Survey Sampling (1992), 7.6 (post-stratified estimator)
 */
import type { QuestionCount } from './assessment.ts';
import { HIDDEN_BELOW } from './suppression.ts';

export interface Stratum {
  readonly name: string;
  /** Of the year before, more than 0. */
  readonly recipients: number;
  readonly respondents: number;
  readonly counts: Readonly<Record<string, QuestionCount>>;
}

export type PostStratified =
  | { readonly kind: 'one-stratum' }
  | { readonly kind: 'nobody-answered'; readonly strata: readonly { name: string; recipients: number }[] }
  /** Computed it would let the opinion of these be worked out. */
  | { readonly kind: 'few-answered'; readonly strata: readonly string[] }
  | {
      readonly kind: 'weighted';
      /** Σ w·y and Σ w·d by question, in whole units that only their ratio matters of. */
      readonly counts: Readonly<Record<string, QuestionCount>>;
      readonly respondents: number;
      /** (Σw)² ÷ Σw² over respondents. */
      readonly effectiveSize: number;
      /** Smallest and largest weight, where the mean weight of a respondent is 1. */
      readonly weights: readonly [low: number, high: number];
    };

/** Counts elsewhere are whole and below 1e15: sums of weights are brought to whole numbers of this size. */
const UNITS = 1e14;

/** Counts of all strata weighted to the recipients, or why they cannot be. */
export function postStratify(strata: readonly Stratum[]): PostStratified {
  if (strata.length < 2) return { kind: 'one-stratum' };
  const empty = strata.filter(({ respondents }) => respondents === 0);
  if (empty.length > 0) {
    return { kind: 'nobody-answered', strata: empty.map(({ name, recipients }) => ({ name, recipients })) };
  }
  const few = strata.filter(({ respondents }) => respondents < HIDDEN_BELOW);
  if (few.length > 0) return { kind: 'few-answered', strata: few.map(({ name }) => name) };
  const sum = (of: (stratum: Stratum) => number): number => strata.reduce((total, one) => total + of(one), 0);
  const recipients = sum((one) => one.recipients);
  const respondents = sum((one) => one.respondents);
  // No count is above the number of recipients that its respondents stand for.
  const unit = UNITS / recipients;
  const questions = Array.from(
    new Set(strata.reduce((ids, { counts }) => ids.concat(Object.keys(counts)), [] as string[])),
  );
  const counts: Record<string, QuestionCount> = {};
  for (const id of questions) {
    const weighted = (of: 'yes' | 'answered'): number =>
      Math.round(sum((one) => (one.recipients / one.respondents) * (one.counts[id]?.[of] ?? 0)) * unit);
    counts[id] = { yes: weighted('yes'), answered: weighted('answered') };
  }
  const relative = strata.map((one) => (one.recipients / recipients) * (respondents / one.respondents));
  return {
    kind: 'weighted',
    counts,
    respondents,
    effectiveSize: recipients ** 2 / sum((one) => one.recipients ** 2 / one.respondents),
    weights: [Math.min(...relative), Math.max(...relative)],
  };
}
