import type { IsoDate } from './dates.ts';

/**
 * What a deadline phrase of a plan means. A composite phrase is the union of its parts.
 * The plan year Y is not part of it: `due-dates.ts` applies a deadline to a year.
 */
export interface Deadline {
  readonly parts: readonly DeadlinePart[];
}

export type DeadlinePart =
  | DatePart
  | PeriodPart
  | RecurringPart
  | EveryDaysPart
  | WeekdayPart
  | RelativePart
  | OpenPart;

/** Years relative to Y (0 the plan year, 1 «года, следующего за отчётным») or named ones. */
export interface InYear {
  /** Named in the phrase; wins over the plan year. */
  readonly year?: number;
  /** Years from the plan year: −1, 0, 1. */
  readonly yearShift?: number;
}

export interface DayOfYear extends InYear {
  readonly month: number;
  readonly day: number;
}

/** «до 30 января», «с 1 по 15 мая»: one day; of a range the last one. */
export interface DatePart extends DayOfYear {
  readonly kind: 'date';
  /** Written as «до»: a setting may make it exclusive. */
  readonly until?: boolean;
  /** Said to be «ежегодно». */
  readonly yearly?: boolean;
  readonly from?: DayOfYear;
  /** Counted from the day: «за 2 недели до 1 марта». */
  readonly offset?: DayOffset;
}

/** Days after a day or, when negative, before it. */
export interface DayOffset {
  readonly days: number;
  readonly working: boolean;
}

/**
 * A named stretch of a year. `n`: month 1–12, quarter 1–4, half 1–2; for a decade (1–3), a half-month (1–2)
 * or a week (1–4, 5 is the last) of a month also `month`; 0 for a year, nine months and a school year
 * (from 1 September to 31 May).
 */
export interface Period {
  readonly unit:
    | 'month'
    | 'quarter'
    | 'half'
    | 'nine-months'
    | 'year'
    | 'school-year'
    | 'decade'
    | 'half-month'
    | 'week';
  readonly n: number;
  readonly month?: number;
}

/** «IV квартал»: due on the last day; `offset` is counted from it: «10 рабочих дней после окончания года». */
export interface PeriodPart extends InYear {
  readonly kind: 'period';
  readonly period: Period;
  readonly yearly?: boolean;
  readonly from?: Period & InYear;
  readonly offset?: DayOffset;
}

/** The due days of each period of a recurrence. `monthOffset`: months from the period's last month. */
export type RecurringDue =
  | { readonly at: 'end' }
  /** The middle and the end: «2 раза в месяц» → 15th and last day. */
  | { readonly at: 'middle-and-end' }
  /** 10th, 20th and last day of each month. */
  | { readonly at: 'decades' }
  | { readonly at: 'days'; readonly days: readonly number[]; readonly monthOffset: number; readonly until?: boolean }
  /** The n-th working day of the month; −1 is the last one. */
  | { readonly at: 'workday'; readonly n: number; readonly monthOffset: number }
  | { readonly at: 'offset'; readonly days: number; readonly working: boolean };

/** The time in which something recurs; all of the plan year where nothing is said. */
export interface Stretch {
  /** Named in the phrase; wins over the plan year. */
  readonly year?: number;
  /** First and last plan year it holds for: «ежегодно в 2016–2018 годах». */
  readonly years?: readonly [number, number];
  /** «ежемесячно с сентября по май»: only due days inside. */
  readonly within?: { readonly from: DayOfYear; readonly to: DayOfYear };
}

/**
 * Every `months` months, counted from January: 1 ежемесячно, 3 ежеквартально, 6, 12, or «раз в 2 месяца». Whole years
 * (24 «раз в 2 года») are counted from the first of `years`.
 */
export interface RecurringPart extends Stretch {
  readonly kind: 'recurring';
  readonly months: number;
  readonly due: RecurringDue;
}

/** «раз в 2 недели»: every n days from the first of January, that day not counted. */
export interface EveryDaysPart extends Stretch {
  readonly kind: 'every-days';
  readonly days: number;
}

/** «по пятницам»; with `nth` the n-th (−1 the last) of each month or of one. */
export interface WeekdayPart extends Stretch {
  readonly kind: 'weekday';
  readonly weekdays: readonly number[];
  readonly nth?: number;
  readonly month?: number;
  /** Months in the period whose n-th weekday it is: 1 or 3. */
  readonly everyMonths?: number;
}

/** So much before or after an event; no date until the event is entered. `amount` 0 is the day of the event. */
export interface RelativePart {
  readonly kind: 'relative';
  readonly amount: number;
  readonly unit: 'day' | 'workday' | 'week' | 'month' | 'year' | 'hour';
  readonly direction: 'after' | 'before';
  /** In the phrase's own words; '' where it is not named. With amount 0 all the words: «в день заседания». */
  readonly event: string;
}

/** No date ever can be computed. */
export interface OpenPart {
  readonly kind: 'open';
  readonly reason:
    | 'empty'
    | 'continuous'
    | 'daily'
    | 'on-demand'
    | 'conditional'
    | 'by-reference'
    | 'rate-limit'
    | 'start-only'
    | 'not-a-deadline';
  /** The words of the phrase that say so. */
  readonly text: string;
}

/** A reading that is not the only one, or a thing to check; the deadline is still usable. */
export type DeadlineWarning =
  | { readonly code: 'year-differs'; readonly year: number; readonly planYear: number }
  | { readonly code: 'february-29'; readonly year: number }
  | { readonly code: 'start-only' }
  | { readonly code: 'event-needed'; readonly event: string }
  | { readonly code: 'not-a-deadline' }
  | { readonly code: 'count-differs'; readonly said: number; readonly found: number }
  | { readonly code: 'past-month-end'; readonly day: number }
  | { readonly code: 'assumed'; readonly reading: AssumedReading };

/** The commonest reading was taken where there are several. */
export type AssumedReading =
  | 'month-after-period'
  | 'every-month'
  | 'every-period'
  | 'quarter-reported'
  | 'next-year'
  | 'year-end'
  | 'split-evenly'
  | 'fridays'
  | 'from-year-start'
  | 'month-end'
  | 'rough'
  | 'school-year'
  | 'over-year-end'
  | 'year-before'
  | 'which-year';

export interface DueDate {
  readonly date: IsoDate;
  readonly part: DeadlinePart;
}
