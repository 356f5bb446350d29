import { ProblemError } from '../problem.ts';
import { addDays, addMonths, daysBetween, type IsoDate } from './dates.ts';
import type { Deadline, RelativePart } from './deadline.ts';
import { duesWithParts } from './due-dates.ts';
import type { PlanProblem } from './plan-problem.ts';
import {
  type ProductionCalendar,
  type Shift,
  shiftToWorkingDay,
  withGaps,
  workdaysAfter,
} from './production-calendar.ts';

/** One due date of a line. */
export interface Occurrence {
  /** Line and date: unique in a plan. */
  readonly key: string;
  readonly line: string;
  /** As the phrase says, before any shift. */
  readonly due: IsoDate;
  /** The working day on which it counts. */
  readonly workingDay: IsoDate;
  /** A control point of a continuous line is never overdue; 'event' is counted from an entered event. */
  readonly kind: 'date' | 'control' | 'event';
}

export interface OccurrenceSettings {
  readonly shift: Shift;
  /** «до 30 января» means the 29th. Usually it means the 30th. */
  readonly untilExclusive?: boolean;
  /** When continuous lines are looked at, as `MM-DD`; the ends of quarters where nothing is set. */
  readonly reportDays?: readonly string[];
}

/** Ends of quarters: officials report then anyway. */
const REPORT_DAYS = ['03-31', '06-30', '09-30', '12-31'];

/**
 * All due dates of a line in the plan year's cycle, in order.
 *
 * @returns also the years whose days off had to be known and are not covered by the calendar
 * @param line key of the line; with its plan where there are several
 * @param events dates of the event that a relative deadline is counted from, as far as they are known
 */
export function occurrences(
  line: string,
  deadline: Deadline,
  year: number,
  settings: OccurrenceSettings,
  calendar: ProductionCalendar,
  events: readonly IsoDate[] = [],
): { readonly occurrences: readonly Occurrence[]; readonly problems: readonly PlanProblem[] } {
  const { result, gaps } = withGaps(calendar, (asked) => datedBy(line, deadline, year, settings, asked, events));
  return { occurrences: result, problems: gaps };
}

function datedBy(
  line: string,
  deadline: Deadline,
  year: number,
  settings: OccurrenceSettings,
  calendar: ProductionCalendar,
  events: readonly IsoDate[],
): readonly Occurrence[] {
  const kinds = new Map<IsoDate, Occurrence['kind']>();
  const add = (date: IsoDate, kind: Occurrence['kind']) => {
    if (!kinds.has(date)) kinds.set(date, kind);
  };
  for (const part of deadline.parts) {
    for (const { date } of duesWithParts({ parts: [part] }, year, calendar)) {
      add(settings.untilExclusive && 'until' in part && part.until ? addDays(date, -1) : date, 'date');
    }
    if (part.kind === 'relative') for (const event of events) add(relativeDate(part, event, calendar), 'event');
    if (part.kind === 'open' && (part.reason === 'continuous' || part.reason === 'daily')) {
      for (const day of settings.reportDays ?? REPORT_DAYS) add(`${year}-${day}`, 'control');
    }
  }
  return [...kinds]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([due, kind]): Occurrence => {
      return { key: `${line}|${due}`, line, due, workingDay: shiftToWorkingDay(due, settings.shift, calendar), kind };
    });
}

/**
 * Dates of the relative parts of a deadline, once their event is known.
 * The day of the event is not counted; a month's term ends on the same day of the month, or its last day.
 *
 * @source Civil code of the RF, art. 191–192
 * @throws ProblemError 'deadline.not-relative'
 * @example resolveRelative(parsed('в течение 3 рабочих дней после заседания'), '2026-03-06', calendar) // ['2026-03-12']
 */
export function resolveRelative(deadline: Deadline, event: IsoDate, calendar: ProductionCalendar): IsoDate[] {
  const parts = deadline.parts.filter((part): part is RelativePart => part.kind === 'relative');
  if (parts.length === 0) throw new ProblemError<PlanProblem>({ code: 'deadline.not-relative' });
  return [...new Set(parts.map((part) => relativeDate(part, event, calendar)))].sort();
}

function relativeDate(part: RelativePart, event: IsoDate, calendar: ProductionCalendar): IsoDate {
  const amount = part.direction === 'before' ? -part.amount : part.amount;
  switch (part.unit) {
    case 'day':
      return addDays(event, amount);
    case 'workday':
      return workdaysAfter(event, amount, calendar);
    case 'week':
      return addDays(event, amount * 7);
    case 'month':
      return addMonths(event, amount);
    case 'year':
      return addMonths(event, amount * 12);
    case 'hour':
      return addDays(event, Math.sign(amount) * Math.ceil(Math.abs(amount) / 24));
  }
}

export type OccurrenceState =
  | 'ожидается'
  | 'скоро'
  | 'сегодня'
  | 'просрочено'
  | 'выполнено'
  | 'не применимо'
  | 'без срока';

/** Calendar days; two weeks are enough to do most of the measures of such a plan. */
const SOON_DAYS = 14;

/**
 * The state of an occurrence on a day. What the official closed stays closed. A control point that has
 * passed has no state of its own any more: a continuous line is never overdue.
 */
export function stateOf(
  occurrence: Pick<Occurrence, 'due' | 'workingDay' | 'kind'>,
  today: IsoDate,
  closed?: 'выполнено' | 'не применимо',
  soonDays = SOON_DAYS,
): OccurrenceState {
  if (closed) return closed;
  const left = daysBetween(today, occurrence.workingDay);
  if (left < 0) return occurrence.kind === 'control' ? 'без срока' : 'просрочено';
  if (left === 0) return 'сегодня';
  return left <= soonDays ? 'скоро' : 'ожидается';
}

/** The state of a line without occurrences: no date can be computed, or its event has not come. */
export const STATE_WITHOUT_DATES: OccurrenceState = 'без срока';
