/** Everything that would make a method compute nonsense, each with its place and reason. */
import type { Formula, Indicator, Method } from './method.ts';

/** Column of the sheet «Методика» that a mistake is in. */
export type MethodField =
  | 'code'
  | 'criterion'
  | 'title'
  | 'weight'
  | 'kind'
  | 'inputs'
  | 'norm'
  | 'points'
  | 'max'
  | 'empty';

export type MethodProblem = { readonly row: string; readonly field: MethodField } & (
  | { readonly code: 'method.weights-do-not-sum'; readonly sum: number }
  | { readonly code: 'method.bad-weight'; readonly got: string }
  | { readonly code: 'method.bad-max'; readonly got: string }
  | { readonly code: 'method.doubled-code' }
  | { readonly code: 'method.unknown-criterion'; readonly got: string }
  | { readonly code: 'method.empty-criterion' }
  | { readonly code: 'method.unknown-question'; readonly got: string }
  | { readonly code: 'method.unknown-list'; readonly got: string }
  | { readonly code: 'method.unknown-indicator'; readonly got: string }
  | { readonly code: 'method.cycle'; readonly path: string }
  | { readonly code: 'method.bad-formula'; readonly expected: string }
  | { readonly code: 'method.unknown-word'; readonly got: string; readonly known: string }
  | { readonly code: 'method.unknown-sphere'; readonly got: string; readonly known: string }
  | { readonly code: 'method.doubled-sphere'; readonly got: string }
  | { readonly code: 'method.no-indicators' }
  | { readonly code: 'method.bad-grades' }
);

/** What a method may refer to. */
export interface MethodSources {
  readonly questions: readonly string[];
  readonly lists: readonly string[];
}

const isPositive = (value: number): boolean => value > 0 && value < Number.POSITIVE_INFINITY;
/** What stands in the cell, as far as it was a number. */
const written = (value: number): string => (Number.isNaN(value) ? 'не число' : String(value).replace('.', ','));
const isWhole = (value: number): boolean => Number.isInteger(value) && value >= 1;

function formulaProblems({ code: row, formula, maxPoints }: Indicator, sources: MethodSources): MethodProblem[] {
  const problems: MethodProblem[] = [];
  const bad = (field: MethodField, expected: string, isBad: boolean): void => {
    if (isBad) problems.push({ code: 'method.bad-formula', row, field, expected });
  };
  const question = (id: string): void => {
    if (sources.questions.indexOf(id) < 0)
      problems.push({ code: 'method.unknown-question', row, field: 'inputs', got: id });
  };
  const list = (name: string): void => {
    if (sources.lists.indexOf(name) < 0)
      problems.push({ code: 'method.unknown-list', row, field: 'inputs', got: name });
  };
  switch (formula.kind) {
    case 'share':
      bad('inputs', 'вопросы через точку с запятой', formula.questions.length === 0);
      formula.questions.forEach(question);
      break;
    case 'mean-mark':
      question(formula.question);
      break;
    case 'waiting':
      list(formula.list);
      question(formula.question);
      bad(
        'points',
        'баллы ступеней от 0 до наибольшего',
        !formula.steps.every((step) => step >= 0 && step <= maxPoints),
      );
      break;
    case 'checklist':
      list(formula.list);
      bad('points', 'баллы за пункт больше 0', !isPositive(formula.pointsPerItem));
      bad('norm', 'с какого числа пунктов ставится наибольший балл', !isWhole(formula.fullFrom));
      break;
    case 'norm':
      bad('inputs', 'перечни через точку с запятой', formula.lists.length === 0);
      for (const part of formula.lists) list(part.list);
      bad(
        'norm',
        'целое число от 1 или «весь перечень» для каждого списка',
        !formula.lists.every(({ norm }) => norm === null || isWhole(norm)),
      );
      break;
    case 'bands': {
      list(formula.list);
      const { bands } = formula;
      const isRising = bands.every((band, at) => at === 0 || band.from > bands[at - 1]!.from);
      const isInside = bands.every(({ points }) => points >= 0 && points <= maxPoints);
      bad(
        'points',
        'ступени по возрастанию, например «0 = 0; 60 = 1; 80 = 3»',
        bands.length === 0 || !isRising || !isInside,
      );
      break;
    }
    case 'entered':
      list(formula.list);
      break;
    case 'mean-of':
      bad('inputs', 'показатели через точку с запятой', formula.of.length === 0);
      break;
  }
  return problems;
}

/** Calculated indicators that need themselves, each cycle once, as «2.2 → 2.4 → 2.2». */
function cycles(method: Method): MethodProblem[] {
  const problems: MethodProblem[] = [];
  const known = new Map(method.indicators.map((indicator) => [indicator.code, indicator.formula] as const));
  const done = new Set<string>();
  const walk = (code: string, path: readonly string[]): void => {
    const formula: Formula | undefined = known.get(code);
    const before = path.indexOf(code);
    if (before >= 0) {
      const cycle = [...path.slice(before), code].join(' → ');
      problems.push({ code: 'method.cycle', row: code, field: 'inputs', path: cycle });
      return;
    }
    if (done.has(code) || formula?.kind !== 'mean-of') return;
    for (const source of formula.of) {
      if (known.has(source)) walk(source, [...path, code]);
      else problems.push({ code: 'method.unknown-indicator', row: code, field: 'inputs', got: source });
    }
    done.add(code);
  };
  for (const { code } of method.indicators) walk(code, []);
  return problems;
}

function criterionProblems(method: Method): MethodProblem[] {
  const problems: MethodProblem[] = [];
  for (const { code, value } of method.criteria) {
    if (typeof value === 'object') {
      for (const source of value.meanOf) {
        const found = method.criteria.find((one) => one.code === source);
        // A mean of means would need an order of its own; no act has one.
        if (!found || typeof found.value === 'object') {
          problems.push({ code: 'method.unknown-criterion', row: code, field: 'inputs', got: source });
        }
      }
      if (value.meanOf.length === 0) problems.push({ code: 'method.empty-criterion', row: code, field: 'inputs' });
      continue;
    }
    const own = method.indicators.filter((indicator) => indicator.criterion === code);
    const sum = own.reduce((total, { weight }) => total + weight, 0);
    if (own.length === 0) problems.push({ code: 'method.empty-criterion', row: code, field: 'criterion' });
    else if (value === 'weighted' && Math.abs(sum - 1) > 1e-9) {
      problems.push({
        code: 'method.weights-do-not-sum',
        row: code,
        field: 'weight',
        sum: Number(sum.toPrecision(12)),
      });
    }
    // Weights share out one scale: a single indicator of 200 points would make a criterion of more than 100.
    const isRare = ({ maxPoints }: Indicator) =>
      own.filter((one) => one.maxPoints === maxPoints).length * 2 <= own.length;
    const odd = value === 'weighted' ? own.find(isRare) : undefined;
    if (odd && isPositive(odd.maxPoints))
      problems.push({ code: 'method.bad-max', row: odd.code, field: 'max', got: written(odd.maxPoints) });
  }
  return problems;
}

/** Every mistake of a method, each by its row and field; none where the method can be computed by. */
export function validateMethod(method: Method, sources: MethodSources): MethodProblem[] {
  const problems: MethodProblem[] = [];
  const seen = new Set<string>();
  for (const { code: row } of [...method.criteria, ...method.indicators]) {
    if (row === '') problems.push({ code: 'method.bad-formula', row, field: 'code', expected: 'код' });
    else if (seen.has(row)) problems.push({ code: 'method.doubled-code', row, field: 'code' });
    seen.add(row);
  }
  for (const indicator of method.indicators) {
    const row = indicator.code;
    const isKnown = method.criteria.some(({ code }) => code === indicator.criterion);
    if (!isKnown) {
      problems.push({ code: 'method.unknown-criterion', row, field: 'criterion', got: indicator.criterion });
    }
    if (!(indicator.weight > 0 && indicator.weight <= 1)) {
      problems.push({ code: 'method.bad-weight', row, field: 'weight', got: written(indicator.weight) });
    }
    if (!isPositive(indicator.maxPoints)) {
      problems.push({ code: 'method.bad-max', row, field: 'max', got: written(indicator.maxPoints) });
    }
    problems.push(...formulaProblems(indicator, sources));
  }
  if (method.indicators.length === 0) problems.push({ code: 'method.no-indicators', row: '', field: 'code' });
  const areFalling = method.grades.every(({ from }, at) => at === 0 || from < method.grades[at - 1]!.from);
  if (!areFalling || method.grades.some(({ word }) => word === '')) {
    problems.push({ code: 'method.bad-grades', row: 'оценки', field: 'points' });
  }
  return [...problems, ...criterionProblems(method), ...cycles(method)];
}
