/** «ежеквартально», «не реже двух раз в год», «до 15 числа месяца, следующего за отчётным», «по пятницам». */
import type { RecurringDue, WeekdayPart } from './deadline.ts';
import { isFirstFew, readPeriod } from './deadline-calendar-words.ts';
import {
  assume,
  attempt,
  type Cursor,
  checkedNumber,
  is,
  peek,
  refuseAmbiguous,
  take,
  takeAll,
  takeMonths,
  takeNumber,
  takeQualifiers,
  UNIT_MONTHS,
} from './deadline-cursor.ts';
import type { Preposition } from './deadline-points.ts';
import type { Token } from './deadline-tokens.ts';

/** How often; `times` in each `months` (or `days`). Dates are chosen when it is known what else is said. */
export interface Frequency {
  readonly months: number;
  readonly times: number;
  /** Every so many days instead of months. */
  readonly days?: number;
  /** Each decade of a month. */
  readonly decades?: boolean;
  /** «не чаще»: a bound, not a due date. */
  readonly upper?: boolean;
  /** «2 раза в год»: the number was said and can be compared with the dates that follow. */
  readonly said?: number;
  readonly once?: boolean;
}

function frequencyOf(unit: string, n: number, times: number): Frequency {
  if (unit === 'week') return { months: 0, times, days: 7 * n };
  if (unit === 'day') return { months: 0, times, days: n };
  if (unit === 'decade') return { months: 1, times, decades: true };
  return { months: (UNIT_MONTHS[unit] as number) * n, times };
}

/** «Ежеквартально», «2 раза в год», «каждые две недели»; undefined, with nothing taken, where none begins here. */
export function readFrequency(c: Cursor): Frequency | undefined {
  return attempt(c, () => readAdverb(c)) ?? attempt(c, () => readTimes(c)) ?? attempt(c, () => readEvery(c));
}

function readAdverb(c: Cursor): Frequency | undefined {
  const word = take(c, 'rec');
  if (word) {
    if (word.v === 7) return frequencyOf('week', 1, 1);
    if (word.v === 10) return frequencyOf('decade', 1, 1);
    return { months: word.v, times: 1 };
  }
  if (/^(единожд|однократн|разов|единовремен|единоразов)/.test(peek(c)?.w ?? '')) {
    c.at += 1;
    return { months: 12, times: 1, once: true };
  }
  return undefined;
}

function readTimes(c: Cursor): Frequency | undefined {
  let upper = false;
  take(c, 'on');
  if (takeAll(c, 'not', 'rarer') || takeAll(c, 'not', 'least')) take(c, 'than');
  else if (takeAll(c, 'not', 'oftener') || takeAll(c, 'not', 'most')) {
    upper = true;
    take(c, 'than');
  } else if (take(c, 'most')) upper = true;
  else take(c, 'least');
  const number = takeNumber(c);
  const times = take(c, 'times');
  if (!times) return undefined;
  if (!take(c, 'in', 'for', 'slash') && !is(c, 'every')) return undefined;
  take(c, 'every');
  const n = takeNumber(c)?.v ?? 1;
  const unit = take(c, 'mon', 'quarter', 'half', 'year', 'week', 'day', 'decade');
  if (!unit) return undefined;
  const said = number?.v ?? times.v;
  if (said * n === 0) refuseAmbiguous(c, 'times-in-period');
  return { ...frequencyOf(unit.c, n, said), said, ...(upper && { upper }) };
}

function readEvery(c: Cursor): Frequency | undefined {
  take(c, 'in');
  if (!take(c, 'every')) return undefined;
  const n = takeNumber(c)?.v ?? 1;
  if (n === 0) return undefined;
  take(c, 'workday', 'calday');
  const unit = take(c, 'mon', 'quarter', 'half', 'year', 'week', 'day', 'decade');
  return unit && frequencyOf(unit.c, n, 1);
}

/** Days that repeat: which, and of what, as far as the words say. */
export interface RepeatedDays {
  readonly due: RecurringDue;
  /** Months of the period they belong to; undefined when another word of the phrase must tell it. */
  readonly months?: number;
  /** «месяца, следующего за …»: the period may be told by another word of the phrase. */
  readonly afterPeriod?: boolean;
  /** «последний рабочий день декабря 2026 года» */
  readonly year?: number;
  /** «каждого месяца» was said, or another word that leaves no doubt. */
  readonly sure?: boolean;
}

type DayWords = { days: number[] } | { workday: number } | 'end';

/** «… каждого месяца», «… квартала»: what repeats is said to be of something. */
function isOfPeriod(c: Cursor): boolean {
  return /^(mon|quarter|every|report|neutral)$/.test(peek(c)?.c ?? '');
}

/** «третья декада каждого месяца», «вторая неделя месяца»: its last day. */
function readDecadeOfMonth(c: Cursor): DayWords | undefined {
  const number = take(c, 'last') ? 0 : takeNumber(c)?.v;
  const unit = take(c, 'decade', 'week')?.c;
  if (number === undefined || !unit || is(c, 'month') || (unit === 'week' && !isOfPeriod(c))) return undefined;
  const [days, last] = unit === 'week' ? [7, 5] : [10, 3];
  if (unit === 'week') assume(c, 'rough');
  if (number === 0 || checkedNumber(c, unit, number, last) === last) return 'end';
  return { days: [number * days] };
}

function readDayWords(c: Cursor): DayWords | undefined {
  const decade = attempt(c, () => readDecadeOfMonth(c));
  if (decade) return decade;
  return attempt(c, () => {
    if (is(c, 'every') && is(c, 'last', 1)) take(c, 'every');
    if (take(c, 'last')) {
      take(c, 'calday');
      const working = take(c, 'workday');
      if (!take(c, 'day', 'dom')) return undefined;
      return working ? { workday: -1 } : 'end';
    }
    if (take(c, 'end')) return 'end';
    const days: number[] = [];
    take(c, 'every');
    for (;;) {
      const number = takeNumber(c);
      if (!number) return undefined;
      if (isFirstFew(number)) return readFirstFew(c);
      if (days.length === 0 && isOrdinalWorkday(c)) return { workday: checkedNumber(c, 'workday', number.v, 23) };
      days.push(number.v);
      if (take(c, 'dom')) return { days: days.map((day) => checkedNumber(c, 'day', day, 31)) };
      // «15-го» with its ending typed, at the end of what is said of it: the word «числа» is left out.
      if (
        /[а-я]$/.test(number.raw) &&
        number.digits > 0 &&
        (!peek(c) || is(c, 'comma') || is(c, 'rec') || is(c, 'every'))
      ) {
        return { days: days.map((day) => checkedNumber(c, 'day', day, 31)) };
      }
      if (take(c, 'dash', 'on'))
        days.length = 0; // «с 20 по 25 число»: the last day counts
      else if (!take(c, 'comma', 'and')) return undefined;
      take(c, 'and');
    }
  });
}

/** «первые 5 дней», «первые 3 рабочих дня», «первые числа». */
function readFirstFew(c: Cursor): DayWords | undefined {
  const count = takeNumber(c);
  if (!count) {
    if (!take(c, 'dom')) return undefined;
    assume(c, 'rough');
    return { days: [10] };
  }
  const working = take(c, 'workday', 'calday')?.c === 'workday';
  if (!take(c, 'day')) return undefined;
  return working
    ? { workday: checkedNumber(c, 'workday', count.v, 23) }
    : { days: [checkedNumber(c, 'day', count.v, 31)] };
}

/** «первый месяц квартала», «в последний месяц каждого полугодия»: due on its last day. */
function isMonthOfPeriod(c: Cursor): boolean {
  const place = peek(c);
  const isPlace = place?.c === 'last' || (place?.c === 'num' && (place.digits === 0 || /[а-я]$/.test(place.raw)));
  let ahead = 2;
  while (is(c, 'every', ahead) || is(c, 'report', ahead) || is(c, 'neutral', ahead)) ahead += 1;
  return isPlace && is(c, 'mon', 1) && (is(c, 'quarter', ahead) || is(c, 'half', ahead));
}

/** «5-го рабочего дня», and not «5 рабочих дней», «1 рабочего дня после …». */
function isOrdinalWorkday(c: Cursor): boolean {
  const singular = is(c, 'workday') && !/х$/.test(peek(c)?.w ?? '') && is(c, 'day', 1);
  if (!singular || is(c, 'after', 2) || is(c, 'from', 2) || is(c, 'before', 2)) return false;
  return takeAll(c, 'workday', 'day');
}

export function readRepeatedDays(c: Cursor, { until, flow }: Preposition): RepeatedDays | undefined {
  return attempt(c, () => {
    const words = isMonthOfPeriod(c) ? 'end' : flow ? undefined : readDayWords(c);
    if (words === undefined) return undefined;
    const at = (monthOffset: number): RecurringDue => {
      if (words === 'end') return monthOffset === 0 ? { at: 'end' } : { at: 'days', days: [31], monthOffset };
      if ('workday' in words) return { at: 'workday', n: words.workday, monthOffset };
      return { at: 'days', days: words.days, monthOffset, ...(until && { until }) };
    };
    const month = is(c, 'month') ? readPeriod(c) : undefined;
    if (month?.kind === 'period') {
      // «25 числа марта» is a date.
      if (words === 'end' || !('workday' in words)) return undefined;
      const { period, year, yearShift = 0 } = month;
      return { due: at(period.n - 12 + yearShift * 12), months: 12, sure: true, ...(year !== undefined && { year }) };
    }
    return (
      attempt(c, () => readMonthAnchor(c, at)) ??
      attempt(c, () => readPeriodAnchor(c, at, words)) ??
      (words === 'end' ? undefined : { due: at(0) })
    );
  });
}

/** «[каждого] месяца», «следующего месяца», «месяца, следующего за отчётным …», «последнего месяца квартала». */
function readMonthAnchor(c: Cursor, at: (monthOffset: number) => RecurringDue): RepeatedDays | undefined {
  const place = attempt(c, () => {
    take(c, 'every');
    return take(c, 'last') ? ('last' as const) : takeNumber(c)?.v;
  });
  let next = false;
  let sure = false;
  while (peek(c) && !is(c, 'mon')) {
    if (take(c, 'next')) {
      next = true;
      if (take(c, 'for')) take(c, 'report', 'neutral');
    } else if (take(c, 'every', 'report', 'neutral', 'calday')) sure = true;
    else return undefined;
  }
  if (!take(c, 'mon')) return undefined;
  if (place !== undefined) {
    let ofNext = take(c, 'next') !== undefined;
    takeQualifiers(c);
    const months = UNIT_MONTHS[take(c, 'quarter', 'half', 'year')?.c ?? ''];
    if (months === undefined) return place === 'last' ? { due: at(0), sure: true } : undefined;
    attempt(c, () => {
      take(c, 'comma');
      if (!take(c, 'next') || !take(c, 'for')) return undefined;
      while (take(c, 'report', 'neutral', 'prev'));
      take(c, 'quarter', 'half', 'year', 'period');
      ofNext = true;
      return ofNext;
    });
    const offset = place === 'last' ? 0 : checkedNumber(c, 'mon', place, months) - months;
    return { due: at(offset + (ofNext ? months : 0)), months, sure: true };
  }
  const reported = attempt(c, () => {
    take(c, 'comma');
    if (take(c, 'after')) {
      take(c, 'end');
    } else if (!take(c, 'next') || !(take(c, 'for') || take(c, 'after'))) return undefined;
    while (take(c, 'report', 'neutral', 'calday', 'prev'));
    return { months: UNIT_MONTHS[take(c, 'mon', 'quarter', 'half', 'year', 'period')?.c ?? ''] };
  });
  if (reported) {
    const bare = reported.months === undefined && c.tokens[c.at - 1]?.c === 'report';
    // «месяца, следующего за отчётным»: the noun left out is «месяцем».
    const months = bare ? 1 : reported.months;
    return { due: at(1), afterPeriod: true, ...(months !== undefined && { months }), ...(bare && { sure: false }) };
  }
  return next ? { due: at(1), months: 1 } : { due: at(0), months: 1, sure };
}

/** «каждого квартала», «отчётного полугодия», «следующего квартала»; a day of it is counted after its end. */
function readPeriodAnchor(
  c: Cursor,
  at: (monthOffset: number) => RecurringDue,
  words: DayWords,
): RepeatedDays | undefined {
  let next = false;
  let every = false;
  for (;;) {
    if (take(c, 'next')) next = true;
    else if (take(c, 'every')) every = true;
    else if (!take(c, 'report', 'neutral', 'calday')) break;
  }
  const months = takeMonths(c);
  if (months === undefined) return undefined;
  if (words === 'end') {
    if (months === 12) return undefined;
    return { due: { at: 'end' }, months, sure: every };
  }
  if ('workday' in (words as object) && (words as { workday: number }).workday < 0)
    return { due: at(0), months, sure: true };
  if (!next) assume(c, 'month-after-period');
  return { due: at(1), months, sure: true };
}

/** «по пятницам», «каждый понедельник», «последняя пятница квартала», «второй вторник марта». */
export function readWeekdays(c: Cursor): WeekdayPart | undefined {
  return attempt(c, () => {
    take(c, 'on', 'in');
    const every = take(c, 'every') !== undefined;
    const nth = take(c, 'last') ? -1 : takeNumber(c)?.v;
    const weekdays: number[] = [];
    for (let day = take(c, 'weekday'); day; day = nextWeekday(c)) weekdays.push(day.v);
    if (weekdays.length === 0) return undefined;
    if (nth === undefined) return { kind: 'weekday', weekdays };
    checkedNumber(c, 'weekday', nth === -1 ? 1 : nth, 5);
    const month = take(c, 'month')?.v;
    if (month !== undefined) return { kind: 'weekday', weekdays, nth, month };
    takeQualifiers(c);
    const noun = take(c, 'mon', 'quarter');
    if (noun) return { kind: 'weekday', weekdays, nth, everyMonths: UNIT_MONTHS[noun.c] as number };
    if (every || nth !== -1) refuseAmbiguous(c, 'second-weekday');
    return { kind: 'weekday', weekdays, nth, everyMonths: 1 };
  });
}

function nextWeekday(c: Cursor): Token | undefined {
  return attempt(c, () => {
    take(c, 'comma', 'and');
    return take(c, 'weekday');
  });
}
