/** Named days and stretches with their prepositions, ranges and lists: «с 1 по 15 мая», «март – апрель». */
import type { DatePart, DayOfYear, InYear, PeriodPart } from './deadline.ts';
import { type Point, readDates, readNumberedPeriods, readPeriod, readYear } from './deadline-calendar-words.ts';
import {
  assume,
  attempt,
  type Cursor,
  checkedYear,
  is,
  LAST_YEAR,
  peek,
  refuse,
  take,
  takeAll,
  wordsBetween,
} from './deadline-cursor.ts';
import { readNamedDay } from './named-days.ts';

export interface Preposition {
  readonly until: boolean;
  readonly from: boolean;
  /** «в течение» */
  readonly flow: boolean;
}

/** «в срок до», «не позднее», «в течение», «к», «начиная с»: what stands before a day or a stretch. */
export function readPreposition(c: Cursor): Preposition {
  const said = { until: false, from: false, flow: false };
  for (;;) {
    if (takeAll(c, 'in', 'flow') || takeAll(c, 'at', 'flow') || take(c, 'flow')) said.flow = true;
    else if (takeAll(c, 'not', 'later')) {
      take(c, 'comma');
      take(c, 'than');
      said.until = true;
    } else if (takeAll(c, 'not', 'earlier')) {
      take(c, 'than');
      said.from = true;
    } else if (take(c, 'before')) said.until = true;
    else if (is(c, 'in') && is(c, 'period', 1) && is(c, 'from', 2)) c.at += 2;
    else if (is(c, 'on') && (is(c, 'end', 1) || is(c, 'result', 1))) return said;
    else if (take(c, 'from')) said.from = true;
    else if (!take(c, 'to', 'on', 'in', 'at', 'for', 'term', 'noise', 'whole')) return said;
  }
}

export type PointPart = (DatePart | PeriodPart) & {
  /** «конец года»: not only a year that other words belong to. */
  readonly atEdge?: boolean;
  /** «начиная с 2025 года», these words: all the years since then; of another start, its first day. */
  readonly since?: string;
};

/** The points read, or the start of a stretch without an end. */
export type Points = PointPart[] | 'start-only';

/** «До 30 января», «с 1 по 15 марта»; undefined, with nothing taken, where no point begins here. */
export function readPoints(c: Cursor): Points | undefined {
  return attempt(c, () => {
    const phraseBegin = c.at;
    const startOnly = take(c, 'after') !== undefined;
    const preposition = readPreposition(c);
    const atEdge = is(c, 'end');
    const begin = c.at;
    const group = readGroup(c);
    if (!group) return undefined;
    const first = group.points[0] as Point;
    const last = group.points[group.points.length - 1] as Point;
    if (startOnly) return 'start-only';
    if (group.range) return [rangePart(c, first, last, preposition.until)];
    if (preposition.from) {
      const end = attempt(c, () => {
        take(c, 'comma');
        if (!take(c, 'on', 'before', 'dash', 'to')) return undefined;
        return readGroup(c);
      });
      if (end) return [rangePart(c, last, end.points[end.points.length - 1] as Point, false)];
      const { year } = last;
      const since = wordsBetween(c, phraseBegin, c.at);
      if (last.kind === 'date' || last.period.unit !== 'year') {
        const place = placeOf(last).first;
        const day = { day: place % 100 || 1, month: Math.max(1, Math.floor(place / 100)) };
        return last.yearShift ? 'start-only' : [{ kind: 'date', ...day, ...(year !== undefined && { year }), since }];
      }
      if (year === undefined) return 'start-only';
      return [{ ...last, year: LAST_YEAR, from: { ...last.period, year }, since }];
    }
    const end = attempt(c, () => (take(c, 'dash', 'on') && !is(c, 'before') ? readGroup(c) : undefined));
    if (end && end.points.length === 1 && group.points.length === 1) {
      return [rangePart(c, first, end.points[0] as Point, preposition.until)];
    }
    if (end) c.at = begin;
    if (end) return undefined;
    const loose =
      first.kind === 'period' &&
      !atEdge &&
      (/^(month|quarter|half)$/.test(first.period.unit) || (first.period.unit === 'year' && first.year !== undefined));
    if (preposition.until && loose && !spansEnd(c, begin)) assume(c, 'month-end');
    if (first.kind === 'period' && first.period.unit === 'school-year' && atEdge) {
      assume(c, 'school-year');
    }
    return group.points.map((point) => partOf(point, preposition.until, atEdge));
  });
}

/** «до последнего дня марта», «до начала мая»: which end is said. */
function spansEnd(c: Cursor, begin: number): boolean {
  return c.tokens.slice(begin, c.at).some((token) => /^(last|end|start)$/.test(token.c));
}

function readGroup(c: Cursor): { points: Point[]; range: boolean } | undefined {
  const nine = readNineMonths(c);
  if (nine) return nine;
  const periods = readNumberedPeriods(c);
  if (periods) return periods;
  const dates = readDates(c);
  if (dates) return { points: dates.dates.map((date) => ({ kind: 'date', ...date })), range: dates.range };
  const season = readSeason(c);
  if (season) return season;
  const named = readNamedDay(c);
  if (named) return { points: [named], range: false };
  const numberedEnd = attempt(c, () => (take(c, 'end') ? (readNumberedPeriods(c) ?? readSeason(c)) : undefined));
  if (numberedEnd) return numberedEnd;
  const period = readPeriod(c);
  if (period) return { points: [period], range: false };
  return readBareYear(c);
}

/** «осень», «весенне-летний период», «осенне-зимний период 2026–2027 годов»: three months each. */
function readSeason(c: Cursor): { points: Point[]; range: boolean } | undefined {
  return attempt(c, () => {
    const first = take(c, 'season');
    if (!first) return undefined;
    const last = attempt(c, () => (take(c, 'dash') ? take(c, 'season') : undefined)) ?? first;
    take(c, 'period', 'mon');
    assume(c, 'rough');
    const years = attempt(c, () => {
      const from = take(c, 'num');
      const to = take(c, 'dash', 'slash') && take(c, 'num');
      return from?.digits === 4 && to?.digits === 4 ? [checkedYear(c, from), checkedYear(c, to)] : undefined;
    });
    if (years) take(c, 'year');
    const month = (n: number, when: InYear): Point => ({ kind: 'period', period: { unit: 'month', n }, ...when });
    return {
      points: [
        month(((first.v + 9) % 12) + 1, years ? { year: years[0] as number } : {}),
        month(last.v, years ? { year: years[1] as number } : (readYear(c) ?? {})),
      ],
      range: true,
    };
  });
}

/** «в течение года», «за год»: a bare year, when it is not «год» of something else. */
function readBareYear(c: Cursor): { points: Point[]; range: boolean } | undefined {
  const before = c.tokens[c.at - 1]?.c;
  if (!is(c, 'year') || !before || !['flow', 'for', 'to', 'in', 'whole', 'neutral', 'before', 'at'].includes(before)) {
    return undefined;
  }
  c.at += 1;
  return { points: [{ kind: 'period', period: { unit: 'year', n: 0 } }], range: false };
}

/** «9 месяцев 2016 года», «за 9 месяцев»: from January to September. */
function readNineMonths(c: Cursor): { points: Point[]; range: boolean } | undefined {
  return attempt(c, () => {
    const isNine = peek(c)?.c === 'num' && peek(c)?.v === 9 && is(c, 'mon', 1);
    if (!isNine || (c.tokens[c.at - 1]?.c !== 'for' && !is(c, 'num', 2) && !is(c, 'year', 2))) return undefined;
    c.at += 2;
    const year = is(c, 'num') ? readPeriod(c) : undefined;
    take(c, 'year');
    return {
      points: [{ kind: 'period', period: { unit: 'nine-months', n: 0 }, ...(year?.year && { year: year.year }) }],
      range: false,
    };
  });
}

function partOf(point: Point, until: boolean, atEdge: boolean): PointPart {
  if (point.kind === 'period') return { ...point, ...(atEdge && { atEdge }) };
  return { ...point, ...(until && { until }) };
}

const PERIOD_END_MONTHS = { quarter: 3, half: 6 } as const;

/** First and last day of a point in a year without number, as month × 100 + day. */
function placeOf(point: Point): { first: number; last: number } {
  if (point.kind === 'date') return { first: point.month * 100 + point.day, last: point.month * 100 + point.day };
  const { unit, n, month } = point.period;
  if (unit === 'quarter' || unit === 'half') {
    const months = PERIOD_END_MONTHS[unit];
    return { first: ((n - 1) * months + 1) * 100, last: n * months * 100 + 99 };
  }
  const inMonth = month ?? n;
  return { first: inMonth * 100 + (month ? n : 0), last: inMonth * 100 + (month ? n : 99) };
}

/** The end of the range, with its start kept; the year of one side goes to the other. */
function rangePart(c: Cursor, start: Point, end: Point, until: boolean): PointPart {
  const isYears = start.kind === 'period' && start.period.unit === 'year';
  const startPlace = placeOf(start).first;
  const endPlace = placeOf(end).last;
  const wraps = !isYears && endPlace < startPlace;
  const reversed = (): never => refuse({ code: 'deadline.range-reversed', phrase: c.phrase });
  const sameYear = start.year !== undefined && end.year === start.year;
  if (start.year !== undefined && end.year !== undefined && end.year < start.year) reversed();
  if (wraps && sameYear) reversed();
  if (wraps && Math.floor(startPlace / 100) === Math.floor(endPlace / 100) && start.year === undefined) reversed();
  let when: Pick<Point, 'year' | 'yearShift'> = {};
  if (end.year !== undefined) when = { year: end.year };
  else if (start.year !== undefined) when = { year: start.year + (wraps ? 1 : 0) };
  else if (end.yearShift !== undefined) when = { yearShift: end.yearShift };
  else if (wraps) when = { yearShift: 1 };
  if (wraps && when.yearShift === 1 && startPlace < 700) assume(c, 'over-year-end');
  const startYear = start.year !== undefined && !sameYear ? { year: start.year } : {};
  if (end.kind === 'date') {
    const from: DayOfYear =
      start.kind === 'date'
        ? { day: start.day, month: start.month, ...startYear }
        : { day: 1, month: Math.max(1, Math.floor(startPlace / 100)), ...startYear };
    return { kind: 'date', day: end.day, month: end.month, ...when, from, ...(until && { until }) };
  }
  const from = start.kind === 'period' ? { ...start.period, ...startYear } : undefined;
  return { kind: 'period', period: end.period, ...when, ...(from && { from }) };
}
