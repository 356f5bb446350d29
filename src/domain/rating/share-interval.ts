import { ProblemError } from '../problem.ts';
import { normalQuantile } from './distributions.ts';
import type { RatingProblem } from './rating-problem.ts';
import { withoutNoise } from './rounding.ts';

/** All shares in 0–1. */
export interface ShareInterval {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Size of a simple sample from an endless population that is as informative as `answered` of
 * `recipients`; infinite when everyone answered.
 */
export function effectiveSize(answered: number, recipients: number | undefined): number {
  if (recipients === undefined) return answered;
  if (answered > recipients) {
    throw new ProblemError<RatingProblem>({ code: 'rating.more-answered-than-recipients', answered, recipients });
  }
  return answered === recipients ? Number.POSITIVE_INFINITY : (answered * (recipients - 1)) / (recipients - answered);
}

/**
 * Wilson's score interval of a share. Never Wald's: at 0 of 20 Wald gives 0–0.
 *
 * @param answered ≥ 1
 * @param recipients the finite population, undefined when not known; with it the interval
 *   speaks of this year's recipients, without it of the institution's usual performance
 * @source E. B. Wilson, JASA 22 (1927), 209–212
 */
export function shareInterval(
  yes: number,
  answered: number,
  recipients: number | undefined,
  level: number,
): ShareInterval {
  return wilson(yes / answered, effectiveSize(answered, recipients), level);
}

function wilson(share: number, size: number, level: number): ShareInterval {
  if (size === Number.POSITIVE_INFINITY) return { share, low: share, high: share };
  const z = normalQuantile(0.5 + level / 2);
  const centre = share + (z * z) / (2 * size);
  const half = z * Math.sqrt((share * (1 - share)) / size + (z * z) / (4 * size * size));
  const scale = 1 + (z * z) / size;
  return {
    share,
    low: share === 0 ? 0 : Math.max(0, (centre - half) / scale),
    high: share === 1 ? 1 : Math.min(1, (centre + half) / scale),
  };
}

/** A difference of two shares, −1 to 1. */
export interface DifferenceInterval {
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  /** Whether the interval leaves out 0. */
  readonly isSignificant: boolean;
}

/** An estimate and the ends of its interval. */
interface Estimate {
  readonly at: number;
  readonly low: number;
  readonly high: number;
}

/** Difference of two independent estimates from their own intervals; never narrower than leaves it inside. */
export function hybridDifference(now: Estimate, before: Estimate): DifferenceInterval {
  const difference = withoutNoise(now.at - before.at);
  const low = difference - Math.hypot(now.at - now.low, before.high - before.at);
  const high = difference + Math.hypot(now.high - now.at, before.at - before.low);
  return { difference, low, high, isSignificant: low > 0 || high < 0 };
}

/**
 * This year's share minus last year's, of independent samples: Newcombe's hybrid of two
 * Wilson intervals.
 *
 * @source R. G. Newcombe, Statistics in Medicine 17 (1998), 873–890, method 10
 */
export function shareDifference(now: ShareInterval, before: ShareInterval): DifferenceInterval {
  return hybridDifference({ at: now.share, ...now }, { at: before.share, ...before });
}
