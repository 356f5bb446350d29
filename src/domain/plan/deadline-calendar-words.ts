/** Days, months, quarters and years as phrases name them: the calendar part of the grammar. */
import { daysInMonth } from './dates.ts';
import type { DayOfYear, InYear, Period } from './deadline.ts';
import {
  assume,
  attempt,
  type Cursor,
  checkedNumber,
  checkedYear,
  is,
  peek,
  refuse,
  take,
  takeAll,
  takeNumber,
} from './deadline-cursor.ts';
import type { Token } from './deadline-tokens.ts';

/** One named day or stretch. */
export type Point = ({ kind: 'date' } & DayOfYear) | ({ kind: 'period'; period: Period } & InYear);

/** «2016 года», «16 г.», «текущего года», «года, следующего за отчётным», «следующего года», «каждого года». */
export function readYear(c: Cursor): InYear | undefined {
  return attempt(c, () => {
    take(c, 'in', 'at');
    take(c, 'comma');
    const number = peek(c);
    // «1 марта 2016–2018 годов»: the years belong to the whole phrase.
    const yearsFollow = is(c, 'dash', 1) && peek(c, 2)?.digits === 4;
    if (number?.c === 'num' && !yearsFollow && !is(c, 'dot', 1) && !is(c, 'school', 1) && !is(c, 'slash', 1)) {
      if (number.digits >= 3 || (number.digits === 2 && is(c, 'year', 1))) {
        c.at += 1;
        const year = checkedYear(c, number);
        take(c, 'year');
        return { year };
      }
    }
    return readYearInWords(c);
  });
}

const PLAN_YEAR_WORDS = ['neutral', 'report', 'calday', 'every', 'whole'] as const;

function readYearInWords(c: Cursor): InYear | undefined {
  let shift: number | undefined;
  let named = false;
  while (true) {
    if (take(c, ...PLAN_YEAR_WORDS)) named = true;
    else if (take(c, 'next')) shift = 1;
    else if (take(c, 'prev')) shift = -1;
    else break;
  }
  if (shift !== undefined && take(c, 'for')) take(c, 'report', 'neutral');
  if (!take(c, 'year')) return undefined;
  const tail = attempt(c, () => {
    take(c, 'comma');
    const word = take(c, 'next', 'prev');
    if (!word) return undefined;
    take(c, 'for');
    while (take(c, 'report', 'neutral', 'calday', 'prev'));
    if (!take(c, 'year')) take(c, 'period');
    return word.c === 'next' ? 1 : -1;
  });
  const yearShift = tail ?? shift;
  if (yearShift === undefined) return named ? {} : undefined;
  if (yearShift < 0) assume(c, 'year-before');
  return { yearShift };
}

/** The day exists in some year; 29 February is looked at again when the year is known. */
function checkedDay(c: Cursor, day: number, month: number): void {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(2024, month)) {
    refuse({ code: 'deadline.no-such-date', phrase: c.phrase, day, month });
  }
}

/** «.03.2026», «.03.», «/03/2026» after the day; the year is left to `readYear` unless it is joined by a sign. */
function readNumericMonth(c: Cursor): { month: number; year?: number } | undefined {
  const sign = take(c, 'dot', 'slash');
  const month = sign && take(c, 'num');
  if (!month || month.digits > 2 || (month.digits === 1 && sign.c === 'slash')) return undefined;
  if (peek(c)?.c === sign.c && is(c, 'num', 1) && (peek(c, 1)?.digits ?? 0) >= 2) {
    c.at += 1;
    const year = checkedYear(c, take(c, 'num') as Token);
    take(c, 'year');
    return { month: month.v, year };
  }
  return { month: month.v };
}

/** «2026-03-01», «2026.3.1», «01-03-2026». */
function readYearFirst(c: Cursor): Point | undefined {
  const [first, sign, month, , last] = [0, 1, 2, 3, 4].map((ahead) => peek(c, ahead));
  if (!first || !month || !last || !/^(dash|dot|slash)$/.test(sign?.c ?? '') || !is(c, sign!.c, 3)) return undefined;
  const [year, day] = first.digits === 4 ? [first, last] : [last, first];
  if (year.digits !== 4 || month.digits > 2 || day.digits > 2 || month.digits * day.digits === 0) return undefined;
  if (sign?.c === 'dash' ? month.digits * day.digits !== 4 : year !== first) return undefined;
  c.at += 5;
  checkedDay(c, day.v, month.v);
  return { kind: 'date', day: day.v, month: month.v, year: checkedYear(c, year) };
}

/** «в первых числах», «первые 5 дней»: not the first one. */
export function isFirstFew(number: Token): boolean {
  return /^первы[ех]$/.test(number.w);
}

/** What stands between the days of «1 и 15 марта», «1, 15 марта» (a list) or «1–15 мая» (a range). */
function readDaySign(c: Cursor): 'list' | 'range' | undefined {
  if (take(c, 'dash') || (is(c, 'num', 1) && take(c, 'on', 'before'))) return 'range';
  if (takeAll(c, 'comma', 'and') || take(c, 'comma', 'and')) return 'list';
  return undefined;
}

/** «марта», «числа марта» */
function readMonthWord(c: Cursor): Token | undefined {
  if (take(c, 'dom')?.w === 'числах') return undefined;
  return take(c, 'month');
}

/** A day or several days of one month, with the year of the last: «1 марта», «1, 15 и 20 мая», «20–24.11». */
export function readDates(c: Cursor): { dates: DayOfYear[]; range: boolean } | undefined {
  return attempt(c, () => {
    const whole = readYearFirst(c);
    if (whole?.kind === 'date') return { dates: [whole], range: false };
    const days: number[] = [];
    let range = false;
    for (;;) {
      const number = takeNumber(c);
      if (!number || number.digits > 2 || isFirstFew(number)) return undefined;
      days.push(number.v);
      const numeric = attempt(c, () => readNumericMonth(c));
      const word = numeric ? undefined : attempt(c, () => readMonthWord(c));
      const month = numeric?.month ?? word?.v;
      if (month !== undefined) {
        for (const day of days) checkedDay(c, day, month);
        const when = numeric?.year !== undefined ? { year: numeric.year } : (readYear(c) ?? {});
        return { dates: days.map((day) => ({ day, month, ...when })), range };
      }
      const sign = readDaySign(c);
      if (!sign || (range && sign === 'list')) return undefined;
      range = range || sign === 'range';
    }
  });
}

const UNITS = { quarter: ['quarter', 4], half: ['half', 2] } as const;

/** «I, II и IV квартал», «1–3 кварталы», «второе полугодие»: numbers before one noun. */
export function readNumberedPeriods(c: Cursor): { points: Point[]; range: boolean } | undefined {
  return attempt(c, () => {
    const numbers: number[] = [];
    let range = false;
    for (;;) {
      const number = takeNumber(c);
      if (!number || number.digits > 2) return undefined;
      numbers.push(number.v);
      const period = readPeriodNoun(c, numbers);
      if (period) {
        const when = readYear(c) ?? {};
        return { points: period.map((p) => ({ kind: 'period', period: p, ...when })), range };
      }
      const sign = readDaySign(c);
      if (!sign) return undefined;
      range = range || sign === 'range';
    }
  });
}

function readPeriodNoun(c: Cursor, numbers: readonly number[]): Period[] | undefined {
  const noun = take(c, 'quarter', 'half');
  if (noun) {
    const [unit, max] = UNITS[noun.c as 'quarter' | 'half'];
    return numbers.map((n) => ({ unit, n: checkedNumber(c, unit, n, max) }));
  }
  return attempt(c, () => {
    const part = take(c, 'decade', 'week', 'halfof');
    if (!part) return undefined;
    if (part.c === 'halfof' && numbers.length === 1 && !is(c, 'month')) {
      while (take(c, 'neutral', 'calday'));
      // «первая половина года»: the noun stays for a year to be read after it.
      if (!is(c, 'year') && !is(c, 'num')) return undefined;
      take(c, 'year');
      return [{ unit: 'half', n: checkedNumber(c, 'half', numbers[0] as number, 2) } as Period];
    }
    const month = take(c, 'month')?.v;
    if (month === undefined) return undefined;
    const [unit, max] =
      part.c === 'decade'
        ? (['decade', 3] as const)
        : part.c === 'week'
          ? (['week', 5] as const)
          : (['half-month', 2] as const);
    if (unit === 'week') assume(c, 'rough');
    return numbers.map((n) => ({ unit, n: checkedNumber(c, unit, n, max), month }));
  });
}

/** «сентябрь», «конец мая», «начало июня», «до начала года», «последняя неделя мая», «2016 год», «учебный год». */
export function readPeriod(c: Cursor): Point | undefined {
  return attempt(c, () => {
    const isBefore = /^(before|to|later)$/.test(c.tokens[c.at - 1]?.c ?? '');
    const edge = take(c, 'start', 'middle', 'end');
    const period =
      readFirstDays(c) ?? readLastOfMonth(c) ?? readMonth(c) ?? readSchoolYear(c) ?? readWholeYear(c, !!edge);
    if (!edge || edge.c === 'end' || period?.kind !== 'period') return period;
    assume(c, 'rough');
    return edge.c === 'start' && isBefore ? monthBefore(c, period) : partOfPeriod(period, edge.c === 'start');
  });
}

type PeriodPoint = Extract<Point, { kind: 'period' }>;

/** «начало июня» is its first ten days, «начало года» its first month. */
function partOfPeriod(point: PeriodPoint, atStart: boolean): PeriodPoint | undefined {
  const { unit, n } = point.period;
  if (unit === 'month') {
    return { ...point, period: { unit: atStart ? 'decade' : 'half-month', n: 1, month: n } };
  }
  if (!atStart) return unit === 'year' ? { ...point, period: { unit: 'half', n: 1 } } : undefined;
  return { ...point, period: { unit: 'month', n: unit === 'year' ? 1 : 9 } };
}

/** «до начала июня», «к началу учебного года»: by the last day before. */
function monthBefore(c: Cursor, { period, year, yearShift = 0 }: PeriodPoint): PeriodPoint {
  const first = period.unit === 'month' ? period.n : period.unit === 'year' ? 1 : 9;
  if (first > 1) {
    return {
      kind: 'period',
      period: { unit: 'month', n: first - 1 },
      ...(year !== undefined && { year }),
      ...(yearShift !== 0 && { yearShift }),
    };
  }
  const before = year === undefined ? yearShift - 1 : undefined;
  if (before === -1) assume(c, 'year-before');
  return {
    kind: 'period',
    period: { unit: 'month', n: 12 },
    ...(year !== undefined && { year: year - 1 }),
    ...(before && { yearShift: before }),
  };
}

/** «в первых числах июня» */
function readFirstDays(c: Cursor): Point | undefined {
  return attempt(c, () => {
    const number = take(c, 'num');
    if (!number || !isFirstFew(number) || !take(c, 'dom')) return undefined;
    const month = readMonth(c);
    assume(c, 'rough');
    return month?.kind === 'period' ? partOfPeriod(month, true) : undefined;
  });
}

/** «последняя декада мая», «последний день марта». */
function readLastOfMonth(c: Cursor): Point | undefined {
  return attempt(c, () => {
    const last = take(c, 'last');
    if (!last) return undefined;
    take(c, 'calday');
    const unit = take(c, 'decade', 'week', 'day', 'dom');
    if (unit?.c === 'week' || /^последни[ех]$/.test(last.w)) assume(c, 'rough');
    return unit && readMonth(c);
  });
}

/** «сентябрь 2026 г.», «в месяце мае», «03.2026». */
function readMonth(c: Cursor): Point | undefined {
  return attempt(c, () => {
    take(c, 'mon');
    const number = peek(c, 2)?.digits === 4 && is(c, 'dot', 1) ? take(c, 'num') : undefined;
    if (number) {
      if (number.digits > 2 || number.digits === 0) return undefined;
      checkedDay(c, 1, number.v);
      take(c, 'dot');
    }
    const month = number ?? take(c, 'month');
    if (!month) return undefined;
    take(c, 'mon');
    return { kind: 'period', period: { unit: 'month', n: month.v }, ...(readYear(c) ?? {}) };
  });
}

function readSchoolYear(c: Cursor): Point | undefined {
  return attempt(c, () => {
    const period: Period = { unit: 'school-year', n: 0 };
    const first = take(c, 'num');
    if (first) {
      if (first.digits !== 4) return undefined;
    }
    const second = first && take(c, 'dash', 'slash') && take(c, 'num');
    while (take(c, 'neutral', 'whole'));
    if (!take(c, 'school') || !take(c, 'year')) return undefined;
    if (!first) return { kind: 'period', period };
    if (is(c, 'num')) return undefined;
    const next = first.v + 1;
    if (second && second.v !== (second.digits === 2 ? next % 100 : next)) {
      refuse({ code: 'deadline.no-such-year', phrase: c.phrase, year: second.v, guess: next });
    }
    return { kind: 'period', period, year: checkedYear(c, first) };
  });
}

/** «2016 год», «2016 г.», «год» after a word that makes it the plan year; a bare «год» is left. */
function readWholeYear(c: Cursor, atEdge: boolean): Point | undefined {
  return attempt(c, () => {
    const period: Period = { unit: 'year', n: 0 };
    const number = peek(c);
    if (number?.c === 'num' && number.digits === 4) {
      if (is(c, 'dot', 1)) return undefined;
      c.at += 1;
      take(c, 'year');
      return { kind: 'period', period, year: checkedYear(c, number) };
    }
    const named = attempt(c, () => readYearInWords(c));
    if (named) return { kind: 'period', period, ...named };
    return atEdge && take(c, 'year') ? { kind: 'period', period } : undefined;
  });
}
