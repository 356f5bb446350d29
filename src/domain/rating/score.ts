import type { EmptyPolicy, Indicator, Method, Rounding } from '../methodology/method.ts';
import { roundDown, roundHalfDown, roundHalfUp, withoutNoise } from './rounding.ts';

/** Points by indicator code. null: nobody answered. A calculated indicator may be left out. */
export type IndicatorPoints = Readonly<Record<string, number | null | undefined>>;

export interface Score {
  /** As they entered the criteria: rounded by the mode, calculated ones filled in. */
  readonly indicators: Readonly<Record<string, number | null>>;
  readonly criteria: Readonly<Record<string, number | null>>;
  /** null when a criterion could not be computed. */
  readonly total: number | null;
  /** Indicators that nobody answered and the policy used for each. */
  readonly empty: readonly { readonly indicator: string; readonly policy: EmptyPolicy }[];
}

function roundIndicator(indicator: Indicator, points: number, rounding: Rounding): number {
  if (rounding !== 'ministry') return points;
  return indicator.formula.kind === 'mean-of' ? roundHalfDown(points, 0) : roundHalfUp(points, 0);
}

function roundCriterion(points: number, rounding: Rounding, isCalculated: boolean): number {
  if (rounding === 'exact') return withoutNoise(points);
  if (rounding === 'practice') return roundHalfUp(points, 1);
  return isCalculated ? roundDown(points, 0) : roundHalfUp(points, 0);
}

function roundTotal(points: number, rounding: Rounding): number {
  if (rounding === 'exact') return withoutNoise(points);
  return roundHalfUp(points, rounding === 'practice' ? 2 : 0);
}

interface Part {
  readonly weight: number;
  readonly points: number | null;
  readonly policy: EmptyPolicy;
}

/** Σ weight × points; empty parts are left out or take the mean of the others; null when neither may be. */
function weighted(parts: readonly Part[]): number | null {
  const known = parts.filter((part) => part.points !== null);
  const sum = (some: readonly Part[], of: (part: Part) => number) => some.reduce((total, part) => total + of(part), 0);
  let points = sum(known, (part) => part.weight * part.points!);
  let excluded = 0;
  for (const part of parts) {
    if (part.points !== null) continue;
    if (part.policy === 'not-available') return null;
    if (known.length === 0) return null;
    if (part.policy === 'mean') points += (part.weight * sum(known, (p) => p.points!)) / known.length;
    else excluded += part.weight;
  }
  const all = sum(parts, (part) => part.weight);
  return excluded === 0 ? points : (points * all) / (all - excluded);
}

/** A calculated indicator: as given, or the mean of those it is made of. */
function calculated(indicator: Indicator, points: Record<string, number | null>): number | null {
  const { formula } = indicator;
  if (formula.kind !== 'mean-of') return null;
  let sum = 0;
  for (const code of formula.of) {
    const part = points[code];
    if (part === null || part === undefined) return null;
    sum += part;
  }
  return sum / formula.of.length;
}

/**
 * Indicators → criteria → total.
 *
 * @param points 0 to each indicator's maximum
 * @source 344н: К = Σ weight × indicator; S = (К1 + … + К5) / 5, formula 6
 */
export function scoreOf(
  method: Method,
  points: IndicatorPoints,
  rounding: Rounding = method.rounding,
  empty: EmptyPolicy = method.empty,
): Score {
  const policyOf = (indicator: Indicator): EmptyPolicy => indicator.empty ?? empty;
  const indicators: Record<string, number | null> = {};
  const set = (indicator: Indicator, value: number | null): void => {
    indicators[indicator.code] = value === null ? null : roundIndicator(indicator, value, rounding);
  };
  const isEmpty = (indicator: Indicator): boolean =>
    indicator.formula.kind !== 'mean-of' && typeof points[indicator.code] !== 'number';
  for (const indicator of method.indicators) {
    const stand = isEmpty(indicator) && policyOf(indicator) === 'hundred' ? indicator.maxPoints : null;
    set(indicator, points[indicator.code] ?? stand);
  }
  for (const indicator of method.indicators) {
    if (indicator.formula.kind === 'mean-of' && typeof points[indicator.code] !== 'number') {
      set(indicator, calculated(indicator, indicators));
    }
  }

  const criteria: Record<string, number | null> = {};
  for (const criterion of method.criteria) {
    if (typeof criterion.value === 'object') continue;
    const parts = method.indicators
      .filter((indicator) => indicator.criterion === criterion.code)
      .map((indicator) => ({
        weight: indicator.weight,
        points: indicators[indicator.code]!,
        // A calculated indicator is empty only because its source is; that source's policy speaks for both.
        policy:
          indicator.formula.kind === 'mean-of' ? excludeUnlessUnavailable(policyOf(indicator)) : policyOf(indicator),
      }));
    const value = weighted(parts);
    criteria[criterion.code] = value === null ? null : roundCriterion(value, rounding, false);
  }
  for (const criterion of method.criteria) {
    if (typeof criterion.value !== 'object') continue;
    const parts = criterion.value.meanOf.map((code) => criteria[code] ?? null);
    const value = parts.some((part) => part === null) ? null : parts.reduce((a, b) => a! + b!, 0)! / parts.length;
    criteria[criterion.code] = value === null ? null : roundCriterion(value, rounding, true);
  }

  const values = method.criteria.map(({ code }) => criteria[code]!);
  const sum = values.some((value) => value === null) ? null : values.reduce((a, b) => a! + b!, 0);
  const total = sum === null ? null : roundTotal(method.total === 'sum' ? sum : sum / values.length, rounding);
  return {
    indicators,
    criteria,
    total,
    empty: method.indicators
      .filter(isEmpty)
      .map((indicator) => ({ indicator: indicator.code, policy: policyOf(indicator) })),
  };
}

function excludeUnlessUnavailable(policy: EmptyPolicy): EmptyPolicy {
  return policy === 'not-available' ? policy : 'exclude';
}
