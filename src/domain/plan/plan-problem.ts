import type { IsoDate } from './dates.ts';

/** Everything in a plan that cannot be done, as data. Words: `texts/plan-problems.ts`. */
export type PlanProblem =
  /** No word of the phrase, or not all of them, could be read. `word` is the first that was not; `guess`, what it may be. */
  | {
      readonly code: 'deadline.not-understood';
      readonly phrase: string;
      readonly word: string;
      readonly guess?: string;
    }
  /** The day does not exist in that month in any year: 30 February, 31 September, month 20. */
  | { readonly code: 'deadline.no-such-date'; readonly phrase: string; readonly day: number; readonly month: number }
  /** A year that no plan has: 1016. `guess` is the likely one, when there is one. */
  | { readonly code: 'deadline.no-such-year'; readonly phrase: string; readonly year: number; readonly guess?: number }
  /** Quarter 5, decade 4, the 45th day. */
  | {
      readonly code: 'deadline.no-such-number';
      readonly phrase: string;
      readonly unit: string;
      readonly number: number;
      readonly max: number;
    }
  /** The end of a range is before its start. */
  | { readonly code: 'deadline.range-reversed'; readonly phrase: string }
  /** Two readings with no commonest one; `question` names which two. */
  | {
      readonly code: 'deadline.ambiguous';
      readonly phrase: string;
      readonly question: 'second-weekday' | 'times-in-period' | 'day-of-what';
    }
  | { readonly code: 'deadline.not-relative' }
  | { readonly code: 'calendar.year-missing'; readonly year: number }
  /** Rows of the calendar sheet for a year that is not shipped, without all the statutory days off. */
  | { readonly code: 'calendar.year-incomplete'; readonly year: number; readonly missing: readonly IsoDate[] }
  | {
      readonly code: 'calendar.bad-row';
      readonly row: number;
      readonly value: string;
      readonly expected: 'date' | 'working';
    }
  /** «Напоминать за, дней» has a word that is no number of days. */
  | { readonly code: 'reminders.bad-ladder'; readonly written: string; readonly word: string }
  | { readonly code: 'quiet-days.not-understood'; readonly piece: string }
  | { readonly code: 'quiet-days.reversed'; readonly piece: string }
  | { readonly code: 'quiet-days.too-long'; readonly piece: string; readonly days: number }
  /** Monday to Friday are all quiet: nothing would ever be sent. */
  | { readonly code: 'quiet-days.whole-week' }
  | { readonly code: 'plan.no-table' }
  | { readonly code: 'plan.no-lines' };

/** What a formula can meet: a phrase or a calendar that cannot be read. Words: `texts/deadline-problems.ts`. */
export type DeadlineProblem = Extract<PlanProblem, { code: `deadline.${string}` | 'calendar.bad-row' }>;
