/** «Откуда это число»: every value of a score with the formula and the numbers in it. */
import type { EmptyPolicy, Indicator, Method, Rounding } from '../methodology/method.ts';
import { type Assessment, type Evidence, emptyPartsOf, measuredFor } from './assessment.ts';
import type { EmptyParts, Measured } from './indicator-points.ts';
import type { StandardError } from './standard-error.ts';

/** Where a number comes from: a question of «Свод», a list of «Наблюдения», or other values. */
export interface Source {
  readonly kind: 'question' | 'list' | 'indicator' | 'criterion';
  readonly id: string;
  readonly counts?: { readonly yes: number; readonly answered: number };
}

export interface ExplainedValue {
  readonly code: string;
  readonly title: string;
  /** null where it could not be computed. */
  readonly points: number | null;
  /** «(18 / 20 + 15 / 20) / 2 × 100 = 82,5»; empty where nothing was computed. */
  readonly formula: string;
  readonly sources: readonly Source[];
}

export interface Explanation {
  readonly total: ExplainedValue;
  readonly criteria: readonly ExplainedValue[];
  readonly indicators: readonly ExplainedValue[];
  readonly settings: {
    readonly method: string;
    readonly act: string;
    readonly approved?: { readonly date: string; readonly order: string };
    readonly rounding: Rounding;
    readonly empty: EmptyPolicy;
    /** Indicators to which the empty policy was applied. */
    readonly emptyIndicators: readonly string[];
    readonly error: StandardError | null;
    readonly assumptions: readonly string[];
  };
}

/** At most two decimals, a comma: only the shown formula rounds. */
function ru(value: number): string {
  return String(Math.round(value * 100 + Math.sign(value) * 1e-7) / 100).replace('.', ',');
}

function shares(parts: readonly { yes: number; answered: number }[], isFull: boolean): string {
  const fractions = parts
    .filter(({ answered }) => answered > 0 || isFull)
    .map(({ yes, answered }) => (answered === 0 ? '1' : `${yes} / ${answered}`));
  return fractions.length > 1 ? `(${fractions.join(' + ')}) / ${fractions.length}` : (fractions[0] ?? '');
}

function indicatorFormula({ formula, maxPoints }: Indicator, measured: Measured, emptyParts: EmptyParts): string {
  const isFull = emptyParts === 'full';
  switch (measured.kind) {
    case 'share':
      return `${shares(measured.parts, isFull)} × ${maxPoints}`;
    case 'norm': {
      const parts = measured.parts.map(({ found, norm }) => `${found} / ${norm}`);
      return `(${parts.join(' + ')}) / ${parts.length} × ${maxPoints}`;
    }
    case 'checklist': {
      const { pointsPerItem, fullFrom } = formula as Extract<Indicator['formula'], { kind: 'checklist' }>;
      return measured.met >= fullFrom ? `${measured.met} ≥ ${fullFrom}` : `${measured.met} × ${pointsPerItem}`;
    }
    case 'waiting':
      if (measured.answered === 0 && !isFull) return ru(measured.waitingPoints);
      if (measured.answered === 0) return `(${ru(measured.waitingPoints)} + ${maxPoints}) / 2`;
      return `(${ru(measured.waitingPoints)} + ${measured.timely} / ${measured.answered} × ${maxPoints}) / 2`;
    case 'mean-of':
      return `(${measured.points.map(ru).join(' + ')}) / ${measured.points.length}`;
    case 'mean-mark':
      return `${ru(measured.sum)} / ${measured.answered}`;
    case 'bands':
      return ru(measured.value);
    case 'entered':
      return ru(measured.points);
  }
}

function sourcesOf({ formula }: Indicator, evidence: Evidence): Source[] {
  const question = (id: string): Source => ({
    kind: 'question',
    id,
    counts: evidence.counts[id] ?? { yes: 0, answered: 0 },
  });
  const list = (id: string): Source => ({ kind: 'list', id });
  switch (formula.kind) {
    case 'share':
      return formula.questions.map(question);
    case 'mean-mark':
      return [question(formula.question)];
    case 'waiting':
      return [list(formula.list), question(formula.question)];
    case 'norm':
      return formula.lists.map((part) => list(part.list));
    case 'mean-of':
      return formula.of.map((id) => ({ kind: 'indicator', id }));
    default:
      return [list(formula.list)];
  }
}

const withResult = (formula: string, points: number | null): string =>
  formula === '' || points === null ? '' : `${formula} = ${ru(points)}`;

/**
 * Each number of an assessment with the formula it came by and the counts that went into it.
 *
 * @param settings those of the assessment itself: with others the formulas would not give its numbers
 */
export function explainScore(
  method: Method,
  evidence: Evidence,
  assessment: Assessment,
  settings: { readonly rounding: Rounding; readonly empty: EmptyPolicy; readonly error: StandardError | null },
): Explanation {
  const { score } = assessment;
  const indicators = method.indicators.map((indicator): ExplainedValue => {
    const { code, title, formula } = indicator;
    const points = score.indicators[code]!;
    const measured: Measured | null =
      formula.kind === 'mean-of'
        ? { kind: 'mean-of', points: formula.of.map((of) => score.indicators[of] ?? 0) }
        : measuredFor(indicator, evidence);
    // Filled in by the policy: there is no formula to show.
    const isFilledIn = formula.kind !== 'mean-of' && typeof assessment.points[code] !== 'number';
    const text =
      measured && !isFilledIn ? indicatorFormula(indicator, measured, emptyPartsOf(indicator, settings.empty)) : '';
    return { code, title, points, formula: withResult(text, points), sources: sourcesOf(indicator, evidence) };
  });
  const criteria = method.criteria.map(({ code, title, value }): ExplainedValue => {
    const points = score.criteria[code]!;
    if (typeof value === 'object') {
      const text = `(${value.meanOf.map((of) => ru(score.criteria[of] ?? 0)).join(' + ')}) / ${value.meanOf.length}`;
      const sources = value.meanOf.map((id): Source => ({ kind: 'criterion', id }));
      return { code, title, points, formula: withResult(text, points), sources };
    }
    const own = method.indicators.filter((indicator) => indicator.criterion === code);
    const known = own.filter((indicator) => score.indicators[indicator.code] !== null);
    const product = (one: Indicator): string => {
      const own = ru(score.indicators[one.code]!);
      return one.weight === 1 ? own : `${ru(one.weight)} × ${own}`;
    };
    const text = known.map(product).join(' + ') + (known.length < own.length ? ' + …' : '');
    const sources = own.map((indicator): Source => ({ kind: 'indicator', id: indicator.code }));
    return { code, title, points, formula: withResult(text, points), sources };
  });
  const parts = criteria.map(({ points }) => ru(points ?? 0)).join(' + ');
  const text = method.total === 'sum' ? parts : `(${parts}) / ${criteria.length}`;
  return {
    total: {
      code: '',
      title: method.title,
      points: score.total,
      formula: withResult(text, score.total),
      sources: criteria.map(({ code }): Source => ({ kind: 'criterion', id: code })),
    },
    criteria,
    indicators,
    settings: {
      method: method.title,
      act: method.act,
      ...(method.approved ? { approved: method.approved } : {}),
      rounding: settings.rounding,
      empty: settings.empty,
      emptyIndicators: score.empty.map(({ indicator }) => indicator),
      error: settings.error,
      assumptions: method.assumptions,
    },
  };
}
