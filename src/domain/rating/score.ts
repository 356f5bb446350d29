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

/** The three steps share the method and the two settings. */
interface Rules {
  readonly method: Method;
  readonly rounding: Rounding;
  readonly policyOf: (indicator: Indicator) => EmptyPolicy;
}

const isCalculated = (indicator: Indicator): boolean => indicator.formula.kind === 'mean-of';

/** Measured indicators rounded, those that count as full filled in, calculated ones computed. */
function indicatorsOf({ method, rounding, policyOf }: Rules, points: IndicatorPoints): Record<string, number | null> {
  const values: Record<string, number | null> = {};
  const valueOf = (code: string): number | null => {
    const known = values[code];
    if (known !== undefined) return known;
    const indicator = method.indicators.find((one) => one.code === code)!;
    const value = points[code] ?? absent(indicator);
    values[code] = value === null ? null : roundIndicator(indicator, value, rounding);
    return values[code];
  };
  const absent = (indicator: Indicator): number | null => {
    const { formula } = indicator;
    if (formula.kind !== 'mean-of') return policyOf(indicator) === 'hundred' ? indicator.maxPoints : null;
    return meanOf(formula.of.map(valueOf));
  };
  for (const { code } of method.indicators) valueOf(code);
  return values;
}

/** A calculated indicator is empty only because a source of it is: those sources decide. */
function partPolicy(rules: Rules, indicator: Indicator, values: Record<string, number | null>): EmptyPolicy {
  const { formula } = indicator;
  if (formula.kind !== 'mean-of') return rules.policyOf(indicator);
  const sources = rules.method.indicators.filter(
    (one) => formula.of.indexOf(one.code) >= 0 && values[one.code] === null,
  );
  const isHopeless = sources.some((source) => partPolicy(rules, source, values) === 'not-available');
  return isHopeless ? 'not-available' : 'exclude';
}

function criteriaOf(rules: Rules, values: Record<string, number | null>): Record<string, number | null> {
  const { method, rounding } = rules;
  const criteria: Record<string, number | null> = {};
  const put = (code: string, points: number | null, isMean: boolean): void => {
    criteria[code] = points === null ? null : roundCriterion(points, rounding, isMean);
  };
  for (const criterion of method.criteria) {
    if (typeof criterion.value === 'object') continue;
    const own = method.indicators.filter((indicator) => indicator.criterion === criterion.code);
    const parts = own.map((indicator) => ({
      weight: indicator.weight,
      points: values[indicator.code]!,
      policy: partPolicy(rules, indicator, values),
    }));
    put(criterion.code, weighted(parts), false);
  }
  // Means of criteria come after all the criteria they are made of.
  for (const criterion of method.criteria) {
    if (typeof criterion.value !== 'object') continue;
    put(criterion.code, meanOf(criterion.value.meanOf.map((code) => criteria[code] ?? null)), true);
  }
  return criteria;
}

function sumOf(values: readonly (number | null)[]): number | null {
  return values.some((value) => value === null) ? null : values.reduce((a, b) => a! + b!, 0)!;
}

function meanOf(values: readonly (number | null)[]): number | null {
  const sum = sumOf(values);
  return sum === null ? null : sum / values.length;
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
  const rules: Rules = { method, rounding, policyOf: (indicator) => indicator.empty ?? empty };
  const indicators = indicatorsOf(rules, points);
  const criteria = criteriaOf(rules, indicators);
  const values = method.criteria.map(({ code }) => criteria[code]!);
  const total = method.total === 'sum' ? sumOf(values) : meanOf(values);
  const isEmpty = (one: Indicator): boolean => !isCalculated(one) && typeof points[one.code] !== 'number';
  return {
    indicators,
    criteria,
    total: total === null ? null : roundTotal(total, rounding),
    empty: method.indicators.filter(isEmpty).map((one) => ({ indicator: one.code, policy: rules.policyOf(one) })),
  };
}

/** The most a method can give: 100 by order 344н, 160 by 1547. */
export function highestTotal(method: Method): number {
  const full: Record<string, number> = {};
  for (const { code, maxPoints } of method.indicators) full[code] = maxPoints;
  return scoreOf(method, full, 'exact').total!;
}
