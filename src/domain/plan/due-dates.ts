import { addDays, dateOf, daysInMonth, type IsoDate, isLeapYear, lastDayOfMonth, partsOf, weekdayOf } from './dates.ts';
import type {
  DatePart,
  DayOffset,
  DayOfYear,
  Deadline,
  DeadlinePart,
  DeadlineWarning,
  DueDate,
  Period,
  PeriodPart,
  RecurringPart,
  Stretch,
  WeekdayPart,
} from './deadline.ts';
import { type ProductionCalendar, shippedCalendar, workdaysAfter } from './production-calendar.ts';

/**
 * All due dates of the plan year's cycle in order, without doubles, as written: before any shift to a
 * working day. A phrase may put dates into the following year. [] where no date can be computed.
 *
 * @param calendar only for phrases that count working days («5-й рабочий день месяца»)
 * @example dueDates(deadline, 2026) // ['2026-03-31', '2026-06-30', '2026-09-30', '2026-12-31']
 */
export function dueDates(deadline: Deadline, year: number, calendar = shippedCalendar()): IsoDate[] {
  return duesWithParts(deadline, year, calendar).map((due) => due.date);
}

/** The same with the part of the phrase that each date comes from. */
export function duesWithParts(deadline: Deadline, year: number, calendar = shippedCalendar()): DueDate[] {
  const found = new Map<IsoDate, DeadlinePart>();
  for (const part of deadline.parts) {
    for (const date of partDates(part, year, calendar)) if (!found.has(date)) found.set(date, part);
  }
  return [...found].map(([date, part]) => ({ date, part })).sort((a, b) => (a.date < b.date ? -1 : 1));
}

function partDates(part: DeadlinePart, year: number, calendar: ProductionCalendar): IsoDate[] {
  switch (part.kind) {
    case 'date':
      return [part.offset ? offsetFrom(dayIn(part, year), part.offset, calendar) : dayIn(part, year)];
    case 'period':
      return [periodDue(part, year, calendar)];
    case 'recurring':
      return inStretch(part, year, (y) => datesOfYear(part, y, calendar));
    case 'every-days':
      return inStretch(part, year, (y) => stepsInYear(y, part.days));
    case 'weekday':
      return inStretch(part, year, (y) => weekdayDates(part, y));
    default:
      return [];
  }
}

/** 29 February of a common year is 28 February; the warning is `yearWarnings`'s. */
function dayIn(day: DayOfYear, planYear: number): IsoDate {
  return dateOf((day.year ?? planYear) + (day.yearShift ?? 0), day.month, day.day);
}

function lastDayOf({ unit, n, month }: Period, year: number): IsoDate {
  switch (unit) {
    case 'month':
      return lastDayOfMonth(year, n);
    case 'quarter':
      return lastDayOfMonth(year, n * 3);
    case 'half':
      return lastDayOfMonth(year, n * 6);
    case 'nine-months':
      return dateOf(year, 9, 30);
    case 'year':
      return dateOf(year, 12, 31);
    case 'school-year':
      return dateOf(year + 1, 5, 31);
    case 'decade':
      return dateOf(year, month as number, n === 3 ? 31 : n * 10);
    case 'half-month':
      return dateOf(year, month as number, n === 2 ? 31 : 15);
    case 'week':
      return dateOf(year, month as number, n > 4 ? 31 : n * 7);
  }
}

function periodDue(part: PeriodPart, planYear: number, calendar: ProductionCalendar): IsoDate {
  const end = lastDayOf(part.period, (part.year ?? planYear) + (part.yearShift ?? 0));
  return part.offset ? offsetFrom(end, part.offset, calendar) : end;
}

function offsetFrom(date: IsoDate, { days, working }: DayOffset, calendar: ProductionCalendar): IsoDate {
  return working ? workdaysAfter(date, days, calendar) : addDays(date, days);
}

function inStretch(part: Stretch, planYear: number, datesOf: (year: number) => IsoDate[]): IsoDate[] {
  if (part.years && (planYear < part.years[0] || planYear > part.years[1])) return [];
  const year = part.year ?? planYear;
  const { within } = part;
  if (!within) return datesOf(year);
  const from = dayIn(within.from, year);
  const to = dayIn(within.to, year);
  return [...datesOf(year), ...(within.to.yearShift ? datesOf(year + 1) : [])].filter(
    (date) => date >= from && date <= to,
  );
}

function datesOfYear(part: RecurringPart, year: number, calendar: ProductionCalendar): IsoDate[] {
  const dates: IsoDate[] = [];
  if (part.months > 12) {
    const since = part.years?.[0] ?? year;
    return (year - since) % (part.months / 12) === 0 ? periodDates(part, year, 12, calendar) : [];
  }
  for (let last = part.months; last <= 12; last += part.months) dates.push(...periodDates(part, year, last, calendar));
  return dates;
}

/** @param last the last month of the period */
function periodDates(
  { months, due }: RecurringPart,
  year: number,
  last: number,
  calendar: ProductionCalendar,
): IsoDate[] {
  const end = lastDayOfMonth(year, last);
  switch (due.at) {
    case 'end':
      return [end];
    case 'middle-and-end':
      // The middle of a month is its 15th day; of a quarter, the 15th of its middle month.
      return [dateOf(year, last - Math.floor(months / 2), 15), end];
    case 'decades':
      return [dateOf(year, last, 10), dateOf(year, last, 20), end];
    case 'days':
      return due.days.map((day) => dateOf(year, last + due.monthOffset, day));
    case 'workday': {
      const before = addDays(dateOf(year, last + due.monthOffset, 1), -1);
      const next = addDays(lastDayOfMonth(year, last + due.monthOffset), 1);
      return [due.n > 0 ? workdaysAfter(before, due.n, calendar) : workdaysAfter(next, due.n, calendar)];
    }
    case 'offset':
      return [offsetFrom(end, due, calendar)];
  }
}

function stepsInYear(year: number, days: number): IsoDate[] {
  const dates: IsoDate[] = [];
  for (let date = addDays(dateOf(year, 1, 1), days); partsOf(date).year === year; date = addDays(date, days)) {
    dates.push(date);
  }
  return dates;
}

function weekdayDates({ weekdays, nth, month, everyMonths = 1 }: WeekdayPart, year: number): IsoDate[] {
  const dates: IsoDate[] = [];
  if (nth === undefined) {
    for (let date = dateOf(year, 1, 1); partsOf(date).year === year; date = addDays(date, 1)) {
      if (weekdays.includes(weekdayOf(date))) dates.push(date);
    }
    return dates;
  }
  const first = month ?? 1;
  const last = month ?? 12;
  const step = month === undefined ? everyMonths : 1;
  for (let m = first; m <= last; m += step) {
    for (const weekday of weekdays) {
      const date = nthWeekday(year, m, month === undefined ? step : 1, weekday, nth);
      if (date) dates.push(date);
    }
  }
  return dates;
}

/** In a period of `months` months from `month`; undefined where there is no fifth one. */
function nthWeekday(year: number, month: number, months: number, weekday: number, nth: number): IsoDate | undefined {
  if (nth < 0) {
    const end = lastDayOfMonth(year, month + months - 1);
    return addDays(end, -((weekdayOf(end) - weekday + 7) % 7));
  }
  const start = dateOf(year, month, 1);
  const date = addDays(start, ((weekday - weekdayOf(start) + 7) % 7) + (nth - 1) * 7);
  return date <= lastDayOfMonth(year, month + months - 1) ? date : undefined;
}

/** What is to be checked when the deadline is used in this plan year: named years, 29 February. */
export function yearWarnings(deadline: Deadline, planYear: number): DeadlineWarning[] {
  const warnings: DeadlineWarning[] = [];
  const add = (warning: DeadlineWarning) => {
    if (!warnings.some((w) => JSON.stringify(w) === JSON.stringify(warning))) warnings.push(warning);
  };
  for (const part of deadline.parts) {
    if ('years' in part && part.years && (planYear < part.years[0] || planYear > part.years[1])) {
      add({ code: 'year-differs', year: part.years[1], planYear });
    }
    const start = 'within' in part ? part.within?.from.year : undefined;
    if (start !== undefined && start > planYear) add({ code: 'year-differs', year: start, planYear });
    if (part.kind === 'relative' || part.kind === 'open') continue;
    const covers =
      part.kind === 'period' && (part.from?.year ?? planYear + 1) <= planYear && (part.year ?? 0) >= planYear;
    if (part.year !== undefined && part.year !== planYear && !covers) {
      add({ code: 'year-differs', year: part.year, planYear });
    }
    if (part.kind === 'date') checkFebruary(part, planYear, add);
  }
  return warnings;
}

function checkFebruary(part: DatePart, planYear: number, add: (warning: DeadlineWarning) => void): void {
  const year = (part.year ?? planYear) + (part.yearShift ?? 0);
  if (part.month === 2 && part.day > daysInMonth(year, 2) && !isLeapYear(year)) add({ code: 'february-29', year });
}
