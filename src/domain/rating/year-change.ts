/**
 * A score against the one that the same institution had at its assessment before. The law wants
 * an assessment once in three years, so «before» is the nearest earlier year on record.
 */
import type { EmptyPolicy, Method, Rounding } from '../methodology/method.ts';
import { textMark } from '../methodology/method-rows.ts';
import { scoreDifference, scoreInterval } from './comparison.ts';
import { withoutNoise } from './rounding.ts';
import { type DifferenceInterval, shareDifference, shareInterval } from './share-interval.ts';
import type { StandardError } from './standard-error.ts';

/** A result of a former year as it was written down; null where it is not known. */
export interface FormerResult {
  readonly year: number;
  readonly code: string;
  readonly name: string;
  readonly total: number | null;
  readonly error: number | null;
  /** Points from the total to the centre of its interval: `StandardError.shift`; null as 0. */
  readonly shift: number | null;
  readonly answers: number | null;
  /** `rulesMark` of the rules it was computed by; '' for a year typed by hand. */
  readonly rules: string;
}

/** What an institution's earlier results allow. */
export type Former<Row extends FormerResult> =
  | { readonly kind: 'none' }
  | { readonly kind: 'found'; readonly row: Row }
  /** Two rows of one year: nobody can say which one is right. */
  | { readonly kind: 'doubled'; readonly year: number };

/** The institution's nearest result before `year`: by its code, or by its name where no code was written. */
export function formerOf<Row extends FormerResult>(
  rows: readonly Row[],
  own: { readonly code: string; readonly name: string },
  year: number,
): Former<Row> {
  const earlier = rows.filter(
    (row) => row.year < year && (row.code === '' ? row.name === own.name : row.code === own.code),
  );
  if (earlier.length === 0) return { kind: 'none' };
  const nearest = Math.max(...earlier.map((row) => row.year));
  const [row, another] = earlier.filter((one) => one.year === nearest);
  return another ? { kind: 'doubled', year: nearest } : { kind: 'found', row: row! };
}

/** The score of this year with what is needed to compare it. */
export interface PresentResult {
  readonly score: number;
  /** The highest score that the rules can give. */
  readonly max: number;
  readonly error: Omit<StandardError, 'way'> | null;
  readonly rules: string;
}

export interface YearChange {
  readonly before: number;
  readonly difference: number;
  /** null where the error of either year is not known. */
  readonly interval: DifferenceInterval | null;
  readonly direction: 'rose' | 'fell' | 'not-significant' | 'unknown';
  /** Whether both years were computed by the same rules. */
  readonly rules: 'same' | 'other' | 'not-known';
}

/** @returns null where the error of either year is not known */
export function intervalOfChange(now: PresentResult, before: FormerResult, level: number): DifferenceInterval | null {
  const { error, answers, shift, total } = before;
  const ends = now.error && scoreInterval(now.score, now.error, level, now.max);
  // Without the number of answers the error is taken as known exactly.
  const df = answers === null ? Number.POSITIVE_INFINITY : Math.max(1, answers - 1);
  const former = scoreInterval(total!, { error, df, shift: shift ?? 0 }, level, Math.max(now.max, total!));
  return ends && former && scoreDifference({ score: now.score, ...ends }, { score: total!, ...former });
}

/** @returns null where the former year has no total */
export function changeOf(now: PresentResult, before: FormerResult, level: number): YearChange | null {
  if (before.total === null) return null;
  const interval = intervalOfChange(now, before, level);
  const difference = withoutNoise(now.score - before.total);
  return {
    before: before.total,
    difference,
    interval,
    direction: !interval ? 'unknown' : !interval.isSignificant ? 'not-significant' : difference > 0 ? 'rose' : 'fell',
    rules: before.rules === '' ? 'not-known' : before.rules === now.rules ? 'same' : 'other',
  };
}

/** What a figure depends on, in one order whatever order the fields were written in. */
const FIGURED =
  'code value meanOf criterion weight maxPoints empty formula kind questions question list lists norm pointsPerItem fullFrom steps of bands from points';

/** Short mark of everything in the rules that can change a figure; titles and the order are not in it. */
export function rulesMark({ criteria, indicators, total }: Method, rounding: Rounding, empty: EmptyPolicy): string {
  return textMark(JSON.stringify([rounding, empty, total, criteria, indicators], FIGURED.split(' ')));
}

/** Answers to one question in one year. */
export interface QuestionYear {
  readonly yes: number;
  readonly answered: number;
  /** Size of the finite population; undefined for the endless one. */
  readonly recipients: number | undefined;
}

/** A question's share against a former year's, as Newcombe's interval has it; shares 0–1. */
export function questionChange(now: QuestionYear, before: QuestionYear, level: number): DifferenceInterval {
  const interval = ({ yes, answered, recipients }: QuestionYear) =>
    // More answers than the register counts people: it is no population to answer for.
    shareInterval(yes, answered, recipients !== undefined && recipients >= answered ? recipients : undefined, level);
  return shareDifference(interval(now), interval(before));
}
