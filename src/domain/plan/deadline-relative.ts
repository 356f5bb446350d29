/** «в течение 10 рабочих дней после …», «не позднее чем за 3 дня до …», «в месячный срок». */
import { daysInMonth } from './dates.ts';
import type { DatePart, DayOffset, PeriodPart, RecurringPart, RelativePart } from './deadline.ts';
import { readDates, readNumberedPeriods, readPeriod } from './deadline-calendar-words.ts';
import {
  attempt,
  type Cursor,
  is,
  peek,
  take,
  takeAll,
  takeMonths,
  takeNumber,
  takeQualifiers,
  UNIT_MONTHS,
  wordsBetween,
} from './deadline-cursor.ts';
import type { TailEnd } from './deadline-open.ts';

interface Amount {
  readonly amount: number;
  readonly unit: RelativePart['unit'];
  /** Without a number only an introduction («в течение недели») or a following event makes it a term. */
  readonly counted: boolean;
  /** A quarter or a half of a year. */
  readonly stretch?: boolean;
}

/** «10 рабочих дней», «трёх дней», «двухнедельный», «30-дневный», «недели». */
function readAmount(c: Cursor): Amount | undefined {
  return attempt(c, () => {
    const number = takeNumber(c);
    if (number?.digits === 4 || number?.w.includes('V')) return undefined;
    const hyphen = number ? take(c, 'dash') : undefined;
    const span = take(c, 'span');
    if (span?.unit) return { amount: (number?.v ?? 1) * span.v, unit: span.unit, counted: true };
    if (hyphen) return undefined;
    const working = take(c, 'workday');
    if (!working) take(c, 'calday');
    if (peek(c)?.c === 'word' && peek(c)?.w.startsWith('банковск')) c.at += 1;
    const noun = take(c, 'day', 'week', 'mon', 'half', 'quarter', 'year', 'hour');
    const amount = number?.v ?? 1;
    const counted = number !== undefined;
    if (!noun) return undefined;
    if (noun.c === 'week' && is(c, 'month')) return undefined; // «третья неделя мая»
    if (noun.c === 'day') return { amount, unit: working ? 'workday' : 'day', counted };
    if (noun.c === 'week' || noun.c === 'hour') return { amount, unit: noun.c, counted };
    if (noun.c === 'year') return { amount, unit: 'year', counted };
    const stretch = noun.c !== 'mon';
    if (is(c, 'num') && peek(c)?.digits === 4) return undefined; // «9 месяцев 2016 года»
    return { amount: amount * (UNIT_MONTHS[noun.c] as number), unit: 'month', counted, stretch };
  });
}

type Introduction = 'flow' | 'through' | 'for' | 'other';

/** What introduces the amount; 'flow' and 'through' make even a bare «неделя» a term. */
function readIntroduction(c: Cursor): Introduction | undefined {
  let kind: Introduction | undefined;
  for (;;) {
    if (takeAll(c, 'in', 'flow') || takeAll(c, 'at', 'flow') || take(c, 'through', 'flow')) {
      kind = c.tokens[c.at - 1]?.c === 'through' ? 'through' : 'flow';
    } else if (
      takeAll(c, 'not', 'later', 'comma', 'than') ||
      takeAll(c, 'not', 'later', 'than') ||
      takeAll(c, 'not', 'later')
    ) {
      kind = 'other';
    } else if (takeAll(c, 'not', 'most') || takeAll(c, 'not', 'least') || take(c, 'than', 'term'))
      kind = kind ?? 'other';
    else if (takeAll(c, 'on', 'end'))
      kind = 'through'; // «по истечении»
    else if (take(c, 'for')) kind = 'for';
    else if (take(c, 'in', 'before')) kind = kind ?? 'other';
    else return kind;
  }
}

function readDirection(c: Cursor): RelativePart['direction'] | undefined {
  if (take(c, 'after')) return 'after';
  if (take(c, 'before')) return 'before';
  if (is(c, 'from') && !is(c, 'num', 1)) {
    c.at += 1;
    take(c, 'date', 'moment', 'day');
    return 'after';
  }
  if (is(c, 'on') && is(c, 'end', 1)) {
    c.at += 1;
    return 'after';
  }
  return undefined;
}

/** «конца квартала», «окончания I полугодия», «1 марта»: an event whose date the calendar knows. */
function readKnownEvent(c: Cursor, offset: DayOffset): RecurringPart | PeriodPart | DatePart | undefined {
  return attempt(c, () => {
    const ended = take(c, 'end') !== undefined;
    const points =
      readNumberedPeriods(c)?.points ?? readDates(c)?.dates.map((date) => ({ kind: 'date' as const, ...date }));
    const point = points ? points.length === 1 && points[0] : ended && readPeriod(c);
    if (point) return isPhraseEnd(c) ? { ...point, offset } : undefined;
    const reported = takeQualifiers(c);
    const months = takeMonths(c);
    if (!months || !(ended || reported) || is(c, 'word')) return undefined;
    return { kind: 'recurring', months, due: { at: 'offset', ...offset } };
  });
}

/** «за месяц до 1 сентября»: the same day of another month, or its last day (of February the 28th). */
function readMonthsFromDay(c: Cursor, months: number): DatePart | undefined {
  return attempt(c, () => {
    const dates = readDates(c)?.dates;
    const date = dates?.length === 1 && isPhraseEnd(c) ? dates[0] : undefined;
    if (!date) return undefined;
    const moved = date.month - 1 + months;
    const years = Math.floor(moved / 12);
    const month = moved - years * 12 + 1;
    const { year, yearShift = 0 } = date;
    const shift = year === undefined ? yearShift + years : 0;
    return {
      kind: 'date',
      day: Math.min(date.day, daysInMonth(year === undefined ? 2023 : year + years, month)),
      month,
      ...(year !== undefined && { year: year + years }),
      ...(shift !== 0 && { yearShift: shift }),
    };
  });
}

/** What was read is not the beginning of other words: «до 1 марта» and not «до 1 занятия». */
function isPhraseEnd(c: Cursor): boolean {
  const next = peek(c);
  return next === undefined || /^(comma|semi|close|open|and|noise)$/.test(next.c);
}

type RelativeReading = RelativePart | RecurringPart | PeriodPart | DatePart;

/** «В течение 10 рабочих дней после…», «на следующий день после…»; undefined, with nothing taken, where none begins here. */
export function readRelative(c: Cursor, tailEnd: TailEnd): RelativeReading | undefined {
  return attempt(c, () => readNextDay(c, tailEnd)) ?? attempt(c, () => readTerm(c, tailEnd));
}

function readTerm(c: Cursor, tailEnd: TailEnd): RelativeReading | undefined {
  const introduction = readIntroduction(c);
  const amount = readAmount(c);
  if (!amount) return undefined;
  take(c, 'term');
  const direction = readDirection(c);
  const isTerm = direction !== undefined || amount.counted || introduction === 'flow' || introduction === 'through';
  // «в I квартале», «2 полугодие» are stretches of the plan year unless «в течение» an event follows.
  if (amount.stretch && (direction === undefined || introduction === undefined || introduction === 'other'))
    return undefined;
  // «в течение года», «в течение квартала» without an event are stretches of the plan year.
  const bareStretch = !amount.counted && introduction !== 'through' && (amount.unit === 'year' || amount.amount > 1);
  if (!isTerm || (direction === undefined && (bareStretch || introduction === 'for'))) return undefined;
  if (direction === undefined) {
    return { kind: 'relative', amount: amount.amount, unit: amount.unit, direction: 'after', event: '' };
  }
  const count = direction === 'before' ? -amount.amount : amount.amount;
  if (amount.unit === 'month') {
    const part = readMonthsFromDay(c, count);
    if (part) return part;
  } else if (amount.unit !== 'hour' && amount.unit !== 'year') {
    const days = amount.unit === 'week' ? count * 7 : count;
    const part = readKnownEvent(c, { days, working: amount.unit === 'workday' });
    if (part) return part;
  }
  const from = c.at;
  c.at = tailEnd(c, true);
  const event = wordsBetween(c, from, c.at);
  return { kind: 'relative', amount: amount.amount, unit: amount.unit, direction, event };
}

/** «в день заседания», «на следующий день после …», «не позднее рабочего дня, следующего за днём …». */
function readNextDay(c: Cursor, tailEnd: TailEnd): RelativePart | undefined {
  const begin = c.at;
  takeAll(c, 'not', 'later');
  take(c, 'in', 'at');
  let next = take(c, 'next') !== undefined;
  const working = take(c, 'workday') !== undefined;
  if (!take(c, 'day')) return undefined;
  attempt(c, () => {
    take(c, 'comma');
    if (!take(c, 'next') || !take(c, 'for')) return undefined;
    next = true;
    take(c, 'day');
    return true;
  });
  if (next) take(c, 'after');
  const from = c.at;
  c.at = tailEnd(c, true);
  const event = wordsBetween(c, from, c.at);
  if (event === '' && !next) return undefined;
  if (!next)
    return { kind: 'relative', amount: 0, unit: 'day', direction: 'after', event: wordsBetween(c, begin, c.at) };
  return { kind: 'relative', amount: 1, unit: working ? 'workday' : 'day', direction: 'after', event };
}
