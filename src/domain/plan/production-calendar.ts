import { ProblemError } from '../problem.ts';
import { addDays, dateOf, type IsoDate, isIsoDate, weekdayOf } from './dates.ts';
import type { PlanProblem } from './plan-problem.ts';
import { CALENDAR_TABLE } from './production-calendar-table.ts';

/** «перенос»: to the nearest following working day, to the nearest preceding one, or not at all. */
export type Shift = 'вперёд' | 'назад' | 'без';

/**
 * Производственный календарь. Of a year that it does not cover it knows what the law says of every year, and not
 * where the Government moves its days off: whoever shows such dates also shows the gap.
 */
export interface ProductionCalendar {
  covers(year: number): boolean;
  isWorking(date: IsoDate): boolean;
  /** Why the year is not covered: nothing is known of it, or not all its holidays; undefined when it is. */
  gap(year: number): PlanProblem | undefined;
}

/** A row of the calendar sheet. `date` is ISO. */
export interface CalendarRow {
  readonly date: IsoDate;
  readonly working: boolean;
  readonly why: string;
}

const isWeekend = (date: IsoDate): boolean => weekdayOf(date) > 5;

function tableDays(year: number, column: 0 | 1 | 2): IsoDate[] {
  const text = CALENDAR_TABLE[year]?.[column] ?? '';
  return text === '' ? [] : text.split(' ').map((md) => dateOf(year, +md.slice(0, 2), +md.slice(2)));
}

const shippedSpecialDays: Record<number, Record<IsoDate, boolean>> = {};

function specialDaysOf(year: number): Record<IsoDate, boolean> | undefined {
  if (!CALENDAR_TABLE[year]) return undefined;
  let days = shippedSpecialDays[year];
  if (!days) {
    days = {};
    for (const date of tableDays(year, 0)) days[date] = false;
    for (const date of tableDays(year, 1)) days[date] = true;
    shippedSpecialDays[year] = days;
  }
  return days;
}

/** The calendar that comes with the add-in: 2013–2026. */
export function shippedCalendar(): ProductionCalendar {
  const covers = (year: number): boolean => CALENDAR_TABLE[year] !== undefined;
  return {
    covers,
    isWorking: (date) => specialDaysOf(+date.slice(0, 4))?.[date] ?? isWorkedByLaw(date, covers),
    gap: (year) => (covers(year) ? undefined : { code: 'calendar.year-missing', year }),
  };
}

/**
 * Weekends and, in a year whose transfers are unknown, the holidays that each year has. A holiday on a weekend gives
 * the next working day off; the weekends among 1–8 January are moved by decree and so are not known.
 * @source Labour code of the RF, art. 112
 */
function isWorkedByLaw(date: IsoDate, covers: (year: number) => boolean): boolean {
  if (isWeekend(date)) return false;
  if (covers(+date.slice(0, 4))) return true;
  if (isNewYear(date) || isHoliday(date)) return false;
  // No two holidays stand so close that the Monday after one is another.
  return weekdayOf(date) !== 1 || !(isHoliday(addDays(date, -1)) || isHoliday(addDays(date, -2)));
}

/** Holidays besides 1–8 January, as `MM-DD`. Their names are apart: the script that formulas load has little room. */
const HOLIDAYS = ['02-23', '03-08', '05-01', '05-09', '06-12', '11-04'];
const HOLIDAY_NAMES = [
  'День защитника Отечества',
  'Международный женский день',
  'Праздник Весны и Труда',
  'День Победы',
  'День России',
  'День народного единства',
];

const isNewYear = (date: IsoDate): boolean => date.slice(5) <= '01-08';
const isHoliday = (date: IsoDate): boolean => HOLIDAYS.includes(date.slice(5));

function holidayName(date: IsoDate): string | undefined {
  return isNewYear(date) ? 'новогодние каникулы' : HOLIDAY_NAMES[HOLIDAYS.indexOf(date.slice(5))];
}

/** What the calendar sheet is filled with for a shipped year, in the order of dates; [] for another year. */
export function shippedCalendarRows(year: number): CalendarRow[] {
  const row = (date: IsoDate, working: boolean, why: string): CalendarRow => ({ date, working, why });
  return [
    ...tableDays(year, 0).map((d) => row(d, false, holidayName(d) ?? 'перенесённый выходной')),
    ...tableDays(year, 1).map((d) => row(d, true, 'рабочая суббота: выходной перенесён')),
    ...tableDays(year, 2)
      .filter((d) => !tableDays(year, 1).includes(d))
      .map((d) => row(d, true, 'сокращённый на час день')),
  ].sort((a, b) => (a.date < b.date ? -1 : 1));
}

/**
 * Statutory days off that fall on weekdays and so must stand in a complete calendar of any year.
 * @source Labour code of the RF, art. 112
 */
function statutoryWeekdaysOff(year: number): IsoDate[] {
  const january = [1, 2, 3, 4, 5, 6, 7, 8].map((day) => dateOf(year, 1, day));
  return [...january, ...HOLIDAYS.map((md) => `${dateOf(year, 1, 1).slice(0, 5)}${md}`)].filter(
    (date) => !isWeekend(date),
  );
}

/**
 * The calendar as the official keeps it in the sheet. A year whose statutory days off are all in the
 * rows is taken from the rows alone; of another year the rows change single days, and a year that is not shipped
 * stays uncovered, since a missing holiday would go unnoticed.
 */
export function calendarWithRows(rows: readonly CalendarRow[], base: ProductionCalendar): ProductionCalendar {
  const edited: Record<IsoDate, boolean> = {};
  const years: Record<number, 'whole' | 'part'> = {};
  for (const row of rows) {
    edited[row.date] = row.working;
    years[+row.date.slice(0, 4)] = 'part';
  }
  const missing = (year: number) => statutoryWeekdaysOff(year).filter((date) => edited[date] === undefined);
  for (const year of Object.keys(years).map(Number)) if (missing(year).length === 0) years[year] = 'whole';
  const gap = (year: number): PlanProblem | undefined => {
    if (years[year] === 'whole') return undefined;
    const problem = base.gap(year);
    return problem && years[year] ? { code: 'calendar.year-incomplete', year, missing: missing(year) } : problem;
  };
  return {
    covers: (year) => gap(year) === undefined,
    isWorking: (date) =>
      edited[date] ?? (years[+date.slice(0, 4)] === 'whole' ? !isWeekend(date) : base.isWorking(date)),
    gap,
  };
}

/** What is worked out with the calendar, and the gaps of the years that had to be asked of. */
export function withGaps<T>(
  calendar: ProductionCalendar,
  compute: (asked: ProductionCalendar) => T,
): { readonly result: T; readonly gaps: readonly PlanProblem[] } {
  const years = new Set<number>();
  const result = compute({
    ...calendar,
    isWorking(date) {
      years.add(+date.slice(0, 4));
      return calendar.isWorking(date);
    },
  });
  return { result, gaps: [...years].flatMap((year) => calendar.gap(year) ?? []) };
}

/** Reads the rows of the sheet after their dates were made ISO. An unreadable cell names its row, from 1. */
export function calendarRow(date: string | undefined, working: unknown, why: unknown, row: number): CalendarRow {
  if (date === undefined || !isIsoDate(date)) {
    throw new ProblemError<PlanProblem>({
      code: 'calendar.bad-row',
      row,
      value: String(date ?? ''),
      expected: 'date',
    });
  }
  const word = String(working ?? '')
    .trim()
    .toLowerCase()
    .replace(/ё/g, 'е');
  const isWorking = /^(true|истина|да|1|рабоч.*|сокращ.*)$/.test(word);
  if (!isWorking && !/^(false|ложь|нет|0|выходн.*|нерабоч.*|не рабоч.*|праздн.*)$/.test(word)) {
    throw new ProblemError<PlanProblem>({
      code: 'calendar.bad-row',
      row,
      value: String(working ?? ''),
      expected: 'working',
    });
  }
  return { date, working: isWorking, why: String(why ?? '') };
}

/**
 * The working day on which a due date counts.
 * @source Civil code of the RF, art. 193 («вперёд»); «назад» is the habit of internal plans
 * @example shiftToWorkingDay('2026-06-12', 'назад', shippedCalendar()) // '2026-06-11'
 */
export function shiftToWorkingDay(date: IsoDate, shift: Shift, calendar: ProductionCalendar): IsoDate {
  if (shift === 'без') return date;
  let day = date;
  while (!calendar.isWorking(day)) day = addDays(day, shift === 'вперёд' ? 1 : -1);
  return day;
}

/**
 * The n-th working day after the date; the date itself is not counted. A negative n counts back.
 * @source Civil code of the RF, art. 191
 * @example workdaysAfter('2026-03-06', 3, shippedCalendar()) // '2026-03-12'
 */
export function workdaysAfter(date: IsoDate, workdays: number, calendar: ProductionCalendar): IsoDate {
  const step = workdays < 0 ? -1 : 1;
  let day = date;
  for (let left = Math.abs(workdays); left > 0; ) {
    day = addDays(day, step);
    if (calendar.isWorking(day)) left -= 1;
  }
  return day;
}
