import { addDays, daysBetween, type IsoDate, isRealDate, type Weekday, weekdayOf } from './dates.ts';
import type { PlanProblem } from './plan-problem.ts';

/** Days on which no reminder is sent, besides the days off of the production calendar. */
export type QuietDays = (date: IsoDate) => boolean;

export const NO_QUIET_DAYS: QuietDays = () => false;

export type QuietDaysProblem = Extract<PlanProblem, { code: `quiet-days.${string}` }>;

/** A quiet time longer than this is no quiet time any more: that is what the stop button is for. Calendar days. */
export const LONGEST_QUIET_DAYS = 100;

/**
 * «Тихие дни»: days of the week, dates and ranges, through commas or semicolons; a date without a year is meant every
 * year, and a range without years may go over the new year. They are the authority's own; while one person is away,
 * «Люди» has the days and the stand-in.
 *
 * What cannot be read is told and passed over, so that a slip of the pen neither stops the letters nor sends them
 * on every other quiet day.
 *
 * @example readQuietDays('сб, вс; 01.05–10.05; 28.12–08.01; 09.03.2026')
 */
export function readQuietDays(written: string): { quiet: QuietDays; problems: readonly QuietDaysProblem[] } {
  const problems: QuietDaysProblem[] = [];
  const rules: QuietDays[] = [];
  const weekdays = new Set<Weekday>();
  for (const piece of written.split(/[,;\n]+/).map((each) => each.trim())) {
    if (piece === '' || /^нет$/i.test(piece)) continue;
    const read = readPiece(piece);
    if (Array.isArray(read)) for (const weekday of read) weekdays.add(weekday);
    else if (typeof read === 'function') rules.push(read);
    else problems.push(read as QuietDaysProblem);
  }
  if (([1, 2, 3, 4, 5] as const).every((weekday) => weekdays.has(weekday))) {
    problems.push({ code: 'quiet-days.whole-week' });
    weekdays.clear();
  }
  if (weekdays.size > 0) rules.push((date) => weekdays.has(weekdayOf(date)));
  return { quiet: (date) => rules.some((rule) => rule(date)), problems };
}

/** Days of the week, a rule, or what is wrong with the piece. */
function readPiece(piece: string): Weekday[] | QuietDays | QuietDaysProblem {
  const ends = piece.split(/\s*(?:[-–—]|\s+по\s+)\s*/);
  const [first = '', last = first] = ends;
  const unread: QuietDaysProblem = { code: 'quiet-days.not-understood', piece };
  if (ends.length > 2) return unread;
  const [from, to] = [weekdayNamed(first), weekdayNamed(last)];
  if (from && to) return weekdaysBetween(from, to);
  const [start, end] = [dayOf(first), dayOf(last)];
  return start && end ? datesBetween(start, end, piece) : unread;
}

const WEEKDAYS = [
  ['пн', 'понедельник'],
  ['вт', 'вторник'],
  ['ср', 'среда'],
  ['чт', 'четверг'],
  ['пт', 'пятница'],
  ['сб', 'суббота'],
  ['вс', 'воскресенье'],
];

/** «пн», «Пн.», «понедельник». */
export function weekdayNamed(word: string): Weekday | undefined {
  const plain = word.trim().toLowerCase().replace(/\.$/, '');
  const at = WEEKDAYS.findIndex((names) => names.indexOf(plain) >= 0);
  return at < 0 ? undefined : ((at + 1) as Weekday);
}

function weekdaysBetween(from: Weekday, to: Weekday): Weekday[] {
  const days: Weekday[] = [from];
  for (let day = from; day !== to; ) {
    day = ((day % 7) + 1) as Weekday;
    days.push(day);
  }
  return days;
}

interface DayWritten {
  day: number;
  month: number;
  year: number | undefined;
}

/** «01.05» or «09.03.2026», a day that there is. */
function dayOf(word: string): DayWritten | undefined {
  const found = /^(\d{1,2})\.(\d{1,2})(?:\.(\d{4}))?\.?$/.exec(word);
  if (!found) return undefined;
  const [day, month] = [Number(found[1]), Number(found[2])];
  const year = found[3] === undefined ? undefined : Number(found[3]);
  // 29 February is a day of some years.
  return isRealDate(year ?? 2024, month, day) ? { day, month, year } : undefined;
}

function datesBetween(start: DayWritten, end: DayWritten, piece: string): QuietDays | QuietDaysProblem {
  const wraps = monthDay(end) < monthDay(start);
  if (start.year === undefined && end.year === undefined) {
    const [first, last] = [monthDay(start), monthDay(end)];
    const length = daysBetween(`2023-${shown(start)}`, `${wraps ? 2024 : 2023}-${shown(end)}`) + 1;
    if (length > LONGEST_QUIET_DAYS) return { code: 'quiet-days.too-long', piece, days: length };
    return (date) => {
      const day = Number(date.slice(5, 7)) * 100 + Number(date.slice(8));
      return wraps ? day >= first || day <= last : day >= first && day <= last;
    };
  }
  // A year that is written at one end only is of that end: «28.12–08.01.2026» began in 2025.
  const endYear = end.year ?? start.year! + (wraps ? 1 : 0);
  const startYear = start.year ?? endYear - (wraps ? 1 : 0);
  if (!isRealDate(startYear, start.month, start.day) || !isRealDate(endYear, end.month, end.day)) {
    return { code: 'quiet-days.not-understood', piece };
  }
  const [first, last] = [`${startYear}-${shown(start)}`, `${endYear}-${shown(end)}`];
  if (last < first) return { code: 'quiet-days.reversed', piece };
  const length = daysBetween(first, last) + 1;
  if (length > LONGEST_QUIET_DAYS) return { code: 'quiet-days.too-long', piece, days: length };
  return (date) => date >= first && date <= last;
}

function monthDay({ day, month }: DayWritten): number {
  return month * 100 + day;
}

function shown({ day, month }: DayWritten): string {
  return `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The nearest day from the date on, in the direction, that may be sent on; the date itself where there is none in a year. */
export function nearestDay(date: IsoDate, direction: 1 | -1, sends: (date: IsoDate) => boolean): IsoDate {
  let day = date;
  for (let left = 366; left > 0; left -= 1) {
    if (sends(day)) return day;
    day = addDays(day, direction);
  }
  return date;
}
