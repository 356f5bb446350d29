/** Comparing a score with the average and with last year's. */
import { studentQuantile } from './distributions.ts';
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

/** A score with its error in points; without `df` the error is taken as known exactly. */
export interface ScoreWithError {
  readonly score: number;
  readonly error: number;
  readonly df?: number;
}

/**
 * This year's score minus last year's, of independent surveys, in points: difference ± t·√(SE₁² + SE₂²).
 * People who answer in both years make the surveys alike, and the interval wider than it need be.
 *
 * @source degrees of freedom: B. L. Welch, Biometrika 34 (1947), 28–35; F. E. Satterthwaite,
 *   Biometrics Bulletin 2 (1946), 110–114
 */
export function scoreDifference(now: ScoreWithError, before: ScoreWithError, level: number): DifferenceInterval {
  const difference = withoutNoise(now.score - before.score);
  const error = Math.hypot(now.error, before.error);
  const half = error === 0 ? 0 : error * studentQuantile(0.5 + level / 2, jointDegrees(now, before));
  const [low, high] = [difference - half, difference + half];
  return { difference, low, high, isSignificant: low > 0 || high < 0 };
}

/** Welch's degrees of freedom, at least 1. */
export function jointDegrees(now: ScoreWithError, before: ScoreWithError): number {
  const part = ({ error, df = Number.POSITIVE_INFINITY }: ScoreWithError): number => error ** 4 / Math.max(1, df);
  const parts = part(now) + part(before);
  return parts === 0 ? Number.POSITIVE_INFINITY : Math.max(1, (now.error ** 2 + before.error ** 2) ** 2 / parts);
}
