import { withoutNoise } from './rounding.ts';

export interface SphereMean {
  readonly sphere: string;
  /** Mean total of the assessed institutions; null when none has a total. */
  readonly mean: number | null;
  /** Institutions in the mean. */
  readonly institutions: number;
}

/**
 * Sphere means and the territory's value: the unweighted mean of the means of the spheres
 * actually assessed, not the mean of institutions.
 *
 * @param scores total in points, null where there is none; spheres in any words, kept in the
 *   order of their first row
 * @source 344н, formulas 7 and 9
 */
export function territoryScore(scores: readonly { readonly sphere: string; readonly score: number | null }[]): {
  readonly spheres: SphereMean[];
  readonly total: number | null;
} {
  const groups = new Map<string, { sphere: string; values: number[] }>();
  for (const { sphere, score } of scores) {
    const key = sphere.toLowerCase();
    const group = groups.get(key) ?? { sphere, values: [] };
    groups.set(key, group);
    if (score !== null) group.values.push(score);
  }
  const mean = (values: readonly number[]): number | null =>
    values.length === 0 ? null : withoutNoise(values.reduce((a, b) => a + b, 0) / values.length);
  const spheres = Array.from(groups.values()).map(({ sphere, values }) => ({
    sphere,
    mean: mean(values),
    institutions: values.length,
  }));
  const means = spheres.map((one) => one.mean).filter((value): value is number => value !== null);
  return { spheres, total: mean(means) };
}
