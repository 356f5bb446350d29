/** Comparing a score with the average and with last year's. */
import { studentQuantile } from './distributions.ts';
import { withoutNoise } from './rounding.ts';
import { type DifferenceInterval, hybridDifference } from './share-interval.ts';

/**
 * Ends of the interval of a score, in points, within 0 and `max`; it always holds the score.
 *
 * @returns null when the error is not known
 */
export function scoreInterval(
  score: number,
  { error, df, shift = 0 }: { readonly error: number | null; readonly df: number; readonly shift?: number },
  level: number,
  max = 100,
): { readonly low: number; readonly high: number } | null {
  if (error === null) return null;
  const half = error === 0 ? 0 : error * studentQuantile(0.5 + level / 2, df);
  return {
    low: withoutNoise(Math.max(0, Math.min(score, score + shift - half))),
    high: withoutNoise(Math.min(max, Math.max(score, score + shift + half))),
  };
}

export type Band = 'better' | 'as-average' | 'worse';

/** Against the average by the interval: only what leaves the average outside differs from it. */
export function bandOf(interval: { readonly low: number; readonly high: number }, average: number): Band {
  if (interval.low > average) return 'better';
  return interval.high < average ? 'worse' : 'as-average';
}

/** A score with the ends of its interval, in points. */
export interface ScoreWithInterval {
  readonly score: number;
  readonly low: number;
  readonly high: number;
}

/**
 * This year's score minus last year's, of independent surveys, in points: the same hybrid of the
 * two years' own intervals as for shares. An interval of few answers leans to one side, and a
 * plain ±t·√(SE₁² + SE₂²) about the difference would cover the truth of ten answers a year only
 * 88 times of 100. People who answer in both years make the interval wider than it need be.
 *
 * @source G. Y. Zou, A. Donner, Statistics in Medicine 27 (2008), 1693–1702, formula 3
 */
export function scoreDifference(now: ScoreWithInterval, before: ScoreWithInterval): DifferenceInterval {
  return hybridDifference({ at: now.score, ...now }, { at: before.score, ...before });
}
