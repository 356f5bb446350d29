/** Comparing a score with the average and with last year's. */
import { normalQuantile, studentQuantile } from './distributions.ts';
import { withoutNoise } from './rounding.ts';
import type { DifferenceInterval } from './share-interval.ts';

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

/** This year's score minus last year's, of independent surveys, in points. */
export function scoreDifference(
  now: { readonly score: number; readonly error: number },
  before: { readonly score: number; readonly error: number },
  level: number,
): DifferenceInterval {
  const difference = withoutNoise(now.score - before.score);
  const half = normalQuantile(0.5 + level / 2) * Math.hypot(now.error, before.error);
  const [low, high] = [difference - half, difference + half];
  return { difference, low, high, isSignificant: low > 0 || high < 0 };
}
