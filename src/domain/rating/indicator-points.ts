import type { Formula, Indicator } from '../methodology/method.ts';
import { ProblemError } from '../problem.ts';
import type { RatingProblem } from './rating-problem.ts';
import { withoutNoise } from './rounding.ts';

/** What was measured for one indicator, in the shape that its formula takes. */
export type Measured =
  | { readonly kind: 'share'; readonly parts: readonly { readonly yes: number; readonly answered: number }[] }
  | { readonly kind: 'checklist'; readonly met: number }
  | { readonly kind: 'norm'; readonly parts: readonly { readonly found: number; readonly norm: number }[] }
  | { readonly kind: 'waiting'; readonly waitingPoints: number; readonly timely: number; readonly answered: number }
  | { readonly kind: 'mean-of'; readonly points: readonly number[] }
  | { readonly kind: 'bands'; readonly value: number }
  | { readonly kind: 'mean-mark'; readonly sum: number; readonly answered: number }
  | { readonly kind: 'entered'; readonly points: number };

type Of<K extends Formula['kind']> = Extract<Measured, { kind: K }>;

function wrong(problem: RatingProblem): ProblemError<RatingProblem> {
  return new ProblemError<RatingProblem>(problem);
}

/** A whole number ≥ 0; NaN fails too. */
export function checkedCount(input: string, got: number): number {
  if (got >= 0 && Math.floor(got) === got && got < 1e15) return got;
  throw wrong({ code: 'rating.not-a-count', input, got });
}

/** NaN fails the comparison too, so an unread cell never becomes a score. */
export function checkedPoints(input: string, got: number, max = 100): number {
  if (got >= 0 && got <= max) return got;
  throw wrong({ code: 'rating.out-of-range', input, got, min: 0, max });
}

function checkedShare(yes: number, answered: number, part = ''): { yes: number; answered: number } {
  const of = part && `, ${part}`;
  checkedCount(`ответили «да»${of}`, yes);
  checkedCount(`ответили${of}`, answered);
  if (yes > answered) throw wrong({ code: 'rating.more-yes-than-answered', yes, answered });
  return { yes, answered };
}

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

/**
 * A part of an indicator that nobody answered: one question of 1.3, being in time of 2.2. Either
 * the whole indicator is empty, or the part is left out, or it counts as full.
 */
export type EmptyParts = 'forbid' | 'skip' | 'full';

/** null when nobody answered one of the questions. */
function sharePoints(measured: Of<'share'>, max: number, emptyParts: EmptyParts): number | null {
  const names = measured.parts.length > 1 ? ['стенд', 'сайт'] : [];
  const parts = measured.parts.map(({ yes, answered }, at) => checkedShare(yes, answered, names[at]));
  const filled = parts.filter(({ answered }) => answered > 0);
  if (filled.length === 0 || (filled.length < parts.length && emptyParts === 'forbid')) return null;
  const counted = emptyParts === 'full' ? parts : filled;
  return mean(counted.map(({ yes, answered }) => (answered === 0 ? max : (yes * max) / answered)));
}

function normPoints(measured: Of<'norm'>, max: number): number {
  return mean(
    measured.parts.map(({ found, norm }) => {
      checkedCount('найдено единиц информации', found);
      checkedCount('норматив', norm);
      if (norm === 0) throw wrong({ code: 'rating.zero-norm' });
      if (found > norm) throw wrong({ code: 'rating.above-norm', found, norm });
      return (found * max) / norm;
    }),
  );
}

function bandPoints(measured: Of<'bands'>, formula: Extract<Formula, { kind: 'bands' }>): number {
  const highestFirst = [...formula.bands].sort((a, b) => b.from - a.from);
  const band = highestFirst.find(({ from }) => measured.value >= from);
  if (!band) throw wrong({ code: 'rating.below-bands', got: measured.value, min: formula.bands[0]?.from ?? 0 });
  return band.points;
}

/**
 * Points of one indicator, 0 to its maximum, not rounded.
 *
 * @returns null when nobody answered: the empty policy decides what happens then
 * @throws ProblemError naming the input that cannot be
 * @source 344н, показатели 1.1–5.3
 */
export function indicatorPoints(
  indicator: Indicator,
  measured: Measured,
  emptyParts: EmptyParts = 'forbid',
): number | null {
  const { formula, maxPoints } = indicator;
  if (formula.kind !== measured.kind) {
    throw new Error(`indicator ${indicator.code} takes ${formula.kind}, got ${measured.kind}`);
  }
  const points = ((): number | null => {
    switch (measured.kind) {
      case 'share':
        return sharePoints(measured, maxPoints, emptyParts);
      case 'checklist': {
        const { pointsPerItem, fullFrom } = formula as Extract<Formula, { kind: 'checklist' }>;
        const met = checkedCount('выполнено условий', measured.met);
        return met >= fullFrom ? maxPoints : Math.min(met * pointsPerItem, maxPoints);
      }
      case 'norm':
        return normPoints(measured, maxPoints);
      case 'waiting': {
        const waitingPoints = checkedPoints('баллы за время ожидания', measured.waitingPoints);
        const { yes, answered } = checkedShare(measured.timely, measured.answered);
        if (answered > 0) return (waitingPoints + (yes * maxPoints) / answered) / 2;
        if (emptyParts === 'forbid') return null;
        return emptyParts === 'skip' ? waitingPoints : (waitingPoints + maxPoints) / 2;
      }
      case 'mean-of':
        return mean(measured.points.map((value) => checkedPoints('баллы', value, maxPoints)));
      case 'bands':
        return bandPoints(measured, formula as Extract<Formula, { kind: 'bands' }>);
      case 'mean-mark':
        checkedCount('ответили', measured.answered);
        return measured.answered === 0
          ? null
          : checkedPoints('средняя оценка', measured.sum / measured.answered, maxPoints);
      case 'entered':
        return checkedPoints('баллы эксперта', measured.points, maxPoints);
    }
  })();
  return points === null ? null : withoutNoise(points);
}
