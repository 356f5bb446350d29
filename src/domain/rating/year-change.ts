/**
 * A score against the one that the same institution had at its assessment before. The law wants
 * an assessment once in three years, so «before» is the nearest earlier year on record.
 */
import type { EmptyPolicy, Method, Rounding } from '../methodology/method.ts';
import { textMark } from '../methodology/method-rows.ts';
import { scoreDifference } from './comparison.ts';
import { withoutNoise } from './rounding.ts';
import type { DifferenceInterval } from './share-interval.ts';

/** A result of a former year as it was written down; null where it is not known. */
export interface FormerResult {
  readonly year: number;
  readonly code: string;
  readonly name: string;
  readonly total: number | null;
  readonly error: number | null;
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
  readonly error: { readonly error: number | null; readonly df: number } | null;
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

/** @returns null where the former year has no total */
export function changeOf(now: PresentResult, before: FormerResult, level: number): YearChange | null {
  if (before.total === null) return null;
  const error = now.error?.error ?? null;
  const interval =
    error === null || before.error === null
      ? null
      : scoreDifference(
          { score: now.score, error, df: now.error!.df },
          { score: before.total, error: before.error, df: before.answers === null ? undefined : before.answers - 1 },
          level,
        );
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
