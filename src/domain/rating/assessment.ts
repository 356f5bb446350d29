/** One institution, from counts and the expert's checklist to points, score and sampling error. */
import type { EmptyPolicy, Indicator, Method, Rounding } from '../methodology/method.ts';
import type { InstitutionTally, TallyLayout } from '../survey/tally.ts';
import { type EmptyParts, indicatorPoints, type Measured } from './indicator-points.ts';
import { type IndicatorPoints, type Score, scoreOf } from './score.ts';
import { type QuestionWeight, type StandardError, standardError } from './standard-error.ts';

/** Answers to one question: Σy (the number of «Да») and how many answered. */
export interface QuestionCount {
  readonly yes: number;
  readonly answered: number;
}

/** What the expert wrote for one list of items. */
export interface CheckedList {
  readonly found: number;
  /** Items with any mark against them. */
  readonly recorded: number;
  /** All items of the list, marked or not. */
  readonly listed: number;
  readonly notRequired: number;
  /** For lists of points: the number entered. */
  readonly points?: number;
}

export interface Evidence {
  readonly counts: Readonly<Record<string, QuestionCount | undefined>>;
  readonly lists: Readonly<Record<string, CheckedList | undefined>>;
}

export interface AssessmentSettings {
  readonly rounding: Rounding;
  readonly empty: EmptyPolicy;
}

export interface Assessment {
  readonly points: IndicatorPoints;
  readonly score: Score;
  /** Indicators that have no data for a part of them at least, and why. */
  readonly missing: readonly { readonly indicator: string; readonly why: 'nobody-answered' | 'not-checked' }[];
}

/**
 * What was measured for an indicator, or null where the expert has not checked it.
 * Where nobody was asked, counts are 0 of 0.
 */
export function measuredFor(indicator: Indicator, evidence: Evidence): Measured | null {
  const { formula } = indicator;
  const count = (question: string): QuestionCount => evidence.counts[question] ?? { yes: 0, answered: 0 };
  switch (formula.kind) {
    case 'share':
      return { kind: 'share', parts: formula.questions.map(count) };
    case 'mean-mark': {
      const { yes, answered } = count(formula.question);
      return { kind: 'mean-mark', sum: yes, answered };
    }
    case 'checklist': {
      const list = evidence.lists[formula.list];
      return list ? { kind: 'checklist', met: list.found } : null;
    }
    case 'norm': {
      const parts = formula.lists.map(({ list, norm }) => {
        const checked = evidence.lists[list];
        if (!checked) return null;
        return { found: checked.found, norm: (norm ?? checked.listed) - checked.notRequired };
      });
      if (parts.some((part) => part === null)) return null;
      return { kind: 'norm', parts: parts.map((part) => part!) };
    }
    case 'waiting': {
      const waitingPoints = evidence.lists[formula.list]?.points;
      const { yes, answered } = count(formula.question);
      return waitingPoints === undefined ? null : { kind: 'waiting', waitingPoints, timely: yes, answered };
    }
    case 'bands': {
      const value = evidence.lists[formula.list]?.points;
      return value === undefined ? null : { kind: 'bands', value };
    }
    case 'entered': {
      const points = evidence.lists[formula.list]?.points;
      return points === undefined ? null : { kind: 'entered', points };
    }
    case 'mean-of':
      return null;
  }
}

/**
 * What the policy does with half of an indicator that nobody answered, the same as with a whole
 * one. Counting the whole as full because of a half would let one more satisfied answer lower it.
 */
export function emptyPartsOf(indicator: Indicator, empty: EmptyPolicy): EmptyParts {
  const policy = indicator.empty ?? empty;
  if (policy === 'not-available') return 'forbid';
  return policy === 'hundred' ? 'full' : 'skip';
}

const isPartlyEmpty = (measured: Measured): boolean =>
  (measured.kind === 'share' && measured.parts.some(({ answered }) => answered === 0)) ||
  (measured.kind === 'waiting' && measured.answered === 0);

/**
 * Counts and checklists of one institution → its score by the method. What is missing is named
 * in `missing` and closes only what is computed from it.
 *
 * @throws ProblemError naming a count or points that cannot be
 */
export function assess(method: Method, evidence: Evidence, settings: AssessmentSettings): Assessment {
  const points: Record<string, number | null> = {};
  const missing: Assessment['missing'][number][] = [];
  for (const indicator of method.indicators) {
    if (indicator.formula.kind === 'mean-of') continue;
    const measured = measuredFor(indicator, evidence);
    const value = measured && indicatorPoints(indicator, measured, emptyPartsOf(indicator, settings.empty));
    points[indicator.code] = value;
    if (value === null || isPartlyEmpty(measured!)) {
      missing.push({ indicator: indicator.code, why: measured ? 'nobody-answered' : 'not-checked' });
    }
  }
  // A checklist that nobody filled in is not a matter of policy: its points are simply not there yet.
  const unchecked = missing.filter(({ why }) => why === 'not-checked').map(({ indicator }) => indicator);
  const indicators = method.indicators.map(
    (indicator): Indicator =>
      unchecked.indexOf(indicator.code) >= 0 ? { ...indicator, empty: 'not-available' } : indicator,
  );
  const score = scoreOf({ ...method, indicators }, points, settings.rounding, settings.empty);
  const partly = method.indicators
    .filter(({ code }) => typeof points[code] === 'number' && missing.some(({ indicator }) => indicator === code))
    .map(({ code, empty }) => ({ indicator: code, policy: empty ?? settings.empty }));
  return { points, score: { ...score, empty: score.empty.concat(partly) }, missing };
}

/**
 * How many points of the total each question is worth. The total is linear in the indicators,
 * so the worth of one is what the total gains from one point of it.
 */
export function questionWeights(
  method: Method,
  evidence: Evidence,
  points: IndicatorPoints,
  empty: EmptyPolicy,
): QuestionWeight[] {
  const totalWith = (raised: string): number => {
    const trial: Record<string, number | null> = {};
    for (const { code } of method.indicators) {
      if (typeof points[code] === 'number') trial[code] = code === raised ? 1 : 0;
    }
    return scoreOf(method, trial, 'exact', empty).total ?? 0;
  };
  const none = totalWith('');
  const weights: QuestionWeight[] = [];
  const isAsked = (question: string): boolean => (evidence.counts[question]?.answered ?? 0) > 0;
  for (const indicator of method.indicators) {
    const { code, formula, maxPoints } = indicator;
    if (typeof points[code] !== 'number') continue;
    const worth = totalWith(code) - none;
    if (formula.kind === 'share') {
      const asked = formula.questions.filter(isAsked);
      const parts = emptyPartsOf(indicator, empty) === 'full' ? formula.questions : asked;
      weights.push(...asked.map((question) => ({ question, points: (worth * maxPoints) / parts.length, top: 1 })));
    } else if (formula.kind === 'waiting' && isAsked(formula.question)) {
      weights.push({ question: formula.question, points: (worth * maxPoints) / 2, top: 1 });
    } else if (formula.kind === 'mean-mark') {
      weights.push({ question: formula.question, points: worth, top: maxPoints });
    }
  }
  return weights;
}

/** Counts by question of one institution's tally. */
export function countsOf(layout: TallyLayout, own: InstitutionTally): Record<string, QuestionCount> {
  const counts: Record<string, QuestionCount> = {};
  layout.counted.forEach((id, at) => {
    counts[id] = { yes: own.sums[at]!, answered: own.answered[at]! };
  });
  return counts;
}

/** Sampling error of the total of an assessment that has one. */
export function totalError(
  method: Method,
  evidence: Evidence,
  assessment: Assessment,
  empty: EmptyPolicy,
  tally: { readonly layout: TallyLayout; readonly own: InstitutionTally },
  recipients?: number,
): StandardError {
  const weights = questionWeights(method, evidence, assessment.points, empty);
  return standardError(tally.layout, tally.own, weights, recipients);
}
