/**
 * Ranks and sets of ranks that the data cannot tell apart.
 *
 * @source M. Mogstad, J. P. Romano, A. Shaikh, D. Wilhelm, «Inference for Ranks with
 *   Applications to Mobility across Neighbourhoods and Academic Achievement across Countries»,
 *   Review of Economic Studies 91 (2024), 476–518; R package csranks
 */
import { normalDraws } from './normal-draws.ts';
import { sameScore } from './rounding.ts';

/** Ranks from 1 (the best) to the number of institutions. */
export interface RankSet {
  readonly low: number;
  readonly high: number;
}

export interface RankResult {
  /** Ties share a rank: 1, 2, 2, 4. */
  readonly rank: number;
  /** Holds for the whole table at once; publish this one. */
  readonly simultaneous: RankSet;
  /** Holds for this institution taken alone. */
  readonly marginal: RankSet;
}

export interface RankSettings {
  /** Confidence, 0–1. */
  readonly level: number;
  /** Random draws for the critical value. */
  readonly draws: number;
}

export const RANK_DEFAULTS: RankSettings = { level: 0.95, draws: 1000 };

/** Rank of each score, the highest first; ties share a rank. */
export function ranksOf(scores: readonly number[]): number[] {
  return scores.map((own) => 1 + scores.filter((other) => other > own && !sameScore(other, own)).length);
}

/** Pairs (j better than k) under test, and which of them are found significant. */
interface Pair {
  readonly j: number;
  readonly k: number;
  /** Difference over its standard error. */
  readonly t: number;
  readonly inverseError: number;
}

/** Every pair both ways. A pair with an unknown error is never significant, so it is left out. */
function testedPairs(scores: readonly number[], errors: readonly (number | null)[]): Pair[] {
  const pairs: Pair[] = [];
  scores.forEach((own, j) => {
    scores.forEach((other, k) => {
      const [a, b] = [errors[j], errors[k]];
      if (j === k || typeof a !== 'number' || typeof b !== 'number') return;
      const error = Math.hypot(a, b);
      const difference = sameScore(own, other) ? 0 : own - other;
      // Two scores without any error differ for certain, or are equal for certain.
      const t = error > 0 ? difference / error : difference === 0 ? 0 : difference * Number.POSITIVE_INFINITY;
      pairs.push({ j, k, t, inverseError: error > 0 ? 1 / error : 0 });
    });
  });
  return pairs;
}

/** (1 − α) quantile of the greatest standardised difference over the pairs, when all are equal. */
function criticalValue(pairs: readonly Pair[], noise: readonly Float64Array[], { level, draws }: RankSettings): number {
  const greatest = new Float64Array(draws);
  for (const { j, k, inverseError } of pairs) {
    const [zj, zk] = [noise[j]!, noise[k]!];
    for (let draw = 0; draw < draws; draw += 1) {
      const value = (zj[draw]! - zk[draw]!) * inverseError;
      if (value > greatest[draw]!) greatest[draw] = value;
    }
  }
  greatest.sort();
  return greatest[Math.min(draws - 1, Math.ceil(level * draws - 1e-9) - 1)]!;
}

/** Step down: what was found significant leaves the test, which makes the next step sharper. */
function significantPairs(pairs: readonly Pair[], noise: readonly Float64Array[], settings: RankSettings): Pair[] {
  const found: Pair[] = [];
  let left = pairs;
  while (left.length > 0) {
    const critical = criticalValue(left, noise, settings);
    const rejected = left.filter((pair) => pair.t > critical);
    if (rejected.length === 0) break;
    found.push(...rejected);
    left = left.filter((pair) => pair.t <= critical);
  }
  return found;
}

function rankSet(own: number, count: number, found: readonly Pair[]): RankSet {
  return {
    low: 1 + found.filter((pair) => pair.k === own).length,
    high: count - found.filter((pair) => pair.j === own).length,
  };
}

/**
 * Random errors of each institution, one array an institution. Draws go by score and error,
 * not by row: a table sorted another way gets the same sets.
 */
function noiseOf(scores: readonly number[], errors: readonly (number | null)[], count: number): Float64Array[] {
  const draws = normalDraws(scores.length * count);
  const noise: Float64Array[] = [];
  scores
    .map((_, j) => j)
    .sort((a, b) => scores[b]! - scores[a]! || (errors[a] ?? -1) - (errors[b] ?? -1))
    .forEach((j, at) => {
      noise[j] = draws.slice(at * count, (at + 1) * count).map((draw) => draw * (errors[j] ?? 0));
    });
  return noise;
}

/**
 * The simultaneous sets only, which is what a table shows.
 *
 * @param scores points, higher is better
 * @param errors standard errors in points; null where not known: such an institution cannot be
 *   told from any other
 */
export function simultaneousRankSets(
  scores: readonly number[],
  errors: readonly (number | null)[],
  settings: RankSettings = RANK_DEFAULTS,
): RankSet[] {
  const found = significantPairs(testedPairs(scores, errors), noiseOf(scores, errors, settings.draws), settings);
  return scores.map((_, own) => rankSet(own, scores.length, found));
}

/** Simultaneous and marginal sets. Arguments as above. */
export function rankSets(
  scores: readonly number[],
  errors: readonly (number | null)[],
  settings: RankSettings = RANK_DEFAULTS,
): RankResult[] {
  const pairs = testedPairs(scores, errors);
  const noise = noiseOf(scores, errors, settings.draws);
  const together = simultaneousRankSets(scores, errors, settings);
  return ranksOf(scores).map((rank, own) => {
    const ownPairs = pairs.filter((pair) => pair.j === own || pair.k === own);
    const alone = significantPairs(ownPairs, noise, settings);
    return { rank, simultaneous: together[own]!, marginal: rankSet(own, scores.length, alone) };
  });
}

/**
 * «Нельзя различить»: the largest groups in which every two sets overlap, best first. An
 * institution may stand in several groups; one that differs from all others is in none.
 *
 * @returns lists of positions in `sets`
 */
export function indistinguishableGroups(sets: readonly RankSet[]): number[][] {
  const starts = Array.from(new Set(sets.map((set) => set.low))).sort((a, b) => a - b);
  const groups = starts.map((at) => sets.map((_, i) => i).filter((i) => sets[i]!.low <= at && sets[i]!.high >= at));
  return groups.filter(
    (group, at) =>
      group.length > 1 &&
      !groups.some(
        (other, place) => place !== at && group.every((i) => other.indexOf(i) >= 0) && other.length > group.length,
      ),
  );
}
