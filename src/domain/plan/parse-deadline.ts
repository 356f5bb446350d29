import { ProblemError } from '../problem.ts';
import type { Deadline, DeadlinePart, DeadlineWarning } from './deadline.ts';
import { type Point, readNumberedPeriods } from './deadline-calendar-words.ts';
import { type Atom, deadlineParts } from './deadline-composition.ts';
import {
  assume,
  attempt,
  type Cursor,
  is,
  peek,
  refuse,
  refuseAmbiguous,
  refuseWord,
  take,
  takeAll,
  takeMonths,
  takeQualifiers,
  warn,
  wordsBetween,
} from './deadline-cursor.ts';
import { nearestWord } from './deadline-lexicon.ts';
import { readEvent, readOpen } from './deadline-open.ts';
import { readPoints, readPreposition } from './deadline-points.ts';
import { readFrequency, readRepeatedDays, readWeekdays } from './deadline-recurrence.ts';
import { readRelative } from './deadline-relative.ts';
import { cyrillic, type Token, tokensOf } from './deadline-tokens.ts';
import { yearWarnings } from './due-dates.ts';
import type { PlanProblem } from './plan-problem.ts';

/** A phrase that was read, or why it was refused. A phrase is never half read. */
export type DeadlineReading =
  | { readonly deadline: Deadline; readonly warnings: readonly DeadlineWarning[]; readonly problem?: undefined }
  | { readonly problem: PlanProblem; readonly deadline?: undefined; readonly warnings?: undefined };

/** Longer than any deadline: a whole measure was put into the cell. */
const MAX_PHRASE_CHARS = 600;

const EMPTY = /^(?:[\s.,…_–—−-]*|х|нет|без срока|не (?:установлен|определен|требуется|указан)[оы]?)\.?$/;

/**
 * The deadline language. Tokens → recursive descent → parts. Readings: docs, "Как читаются сроки".
 *
 * @param planYear when it is known, years that differ from it are warned of
 * @example parseDeadline('ежегодно до 30 января')
 *   // { deadline: { parts: [{ kind: 'date', day: 30, month: 1, until: true, yearly: true }] }, warnings: [] }
 */
export function parseDeadline(phrase: string, planYear?: number): DeadlineReading {
  const text = phrase.replace(/\\n/g, ' ').trim();
  if (EMPTY.test(cyrillic(text.replace(/[\s«».]+/g, ' ').trim())))
    return { deadline: { parts: [{ kind: 'open', reason: 'empty', text }] }, warnings: [] };
  if (/^не срок/i.test(text)) {
    return {
      deadline: { parts: [{ kind: 'open', reason: 'not-a-deadline', text }] },
      warnings: [{ code: 'not-a-deadline' }],
    };
  }
  try {
    if (text.length > MAX_PHRASE_CHARS) refuse({ code: 'deadline.not-understood', phrase, word: text.slice(0, 40) });
    const cursor: Cursor = { phrase: text, tokens: tokensOf(text), at: 0, warnings: [] };
    const atoms = readAtoms(cursor);
    const parts = deadlineParts(cursor, atoms);
    if (parts.length === 0) refuse({ code: 'deadline.not-understood', phrase, word: text });
    for (const part of parts) warnOfPart(cursor, part);
    const deadline = { parts };
    const warnings = planYear === undefined ? [] : yearWarnings(deadline, planYear);
    return { deadline, warnings: [...cursor.warnings, ...warnings] };
  } catch (error) {
    if (error instanceof ProblemError) return { problem: error.problem as PlanProblem };
    throw error;
  }
}

function readAtoms(c: Cursor): Atom[] {
  const atoms: Atom[] = [];
  while (c.at < c.tokens.length) {
    if (take(c, 'semi')) atoms.push({ kind: 'break' });
    else if (!skipSign(c)) {
      const read = readAtom(c);
      if (read) {
        atoms.push(...read);
        skipReportedInBrackets(c, read);
      } else if (!take(c, 'noise', 'term') && !takeAll(c, 'in', 'term') && !takeAll(c, 'num', 'stage')) {
        if (isBareNumber(c)) refuseAmbiguous(c, 'day-of-what');
        refuseWord(c, firstWord(c));
      }
    }
  }
  return atoms;
}

/** «до 1 апреля (за I квартал)»: what the report is about. */
function skipReportedInBrackets(c: Cursor, read: readonly Atom[]): void {
  const isDate = read.some((atom) => atom.kind === 'point' && atom.point.kind === 'date');
  if (isDate) {
    attempt(c, () => {
      if (!take(c, 'open')) return undefined;
      readPreposition(c);
      return readNumberedPeriods(c) && take(c, 'close');
    });
  }
}

/** Signs between the parts of a phrase; a sign that belongs to a part was taken with it. */
function skipSign(c: Cursor): boolean {
  return take(c, 'comma', 'and', 'dash', 'open', 'close', 'slash', 'dot') !== undefined;
}

/** «до 15», «15–20», «III декада»: of which month? */
function isBareNumber(c: Cursor): boolean {
  const ahead: Cursor = { ...c, warnings: [] };
  readPreposition(ahead);
  for (let number = take(ahead, 'num'); number; number = take(ahead, 'num')) {
    if (number.digits > 2) return false;
    if (!take(ahead, 'dash')) {
      take(ahead, 'decade', 'week');
      return peek(ahead) === undefined || is(ahead, 'comma') || is(ahead, 'semi');
    }
  }
  return false;
}

/** The word that is shown as not understood: the unknown one, if one is near, or the one it stopped at. */
function firstWord(c: Cursor): Token | undefined {
  return c.tokens.slice(c.at).find((token) => token.c === 'word') ?? peek(c);
}

/** One part of the phrase. The order matters where one word may begin two things: «в течение года [после …]». */
function readAtom(c: Cursor): Atom[] | undefined {
  const begin = c.at;
  const reported = readReportedPeriod(c);
  if (reported) return reported;
  const frequency = isDaily(c) ? undefined : readFrequency(c);
  if (frequency) return [{ kind: 'frequency', frequency, text: wordsBetween(c, begin, c.at) }];
  const weekdays = readWeekdays(c);
  if (weekdays) return [{ kind: 'part', part: weekdays }];
  const days = attempt(c, () => {
    const preposition = readPreposition(c);
    return readRepeatedDays(c, preposition);
  });
  if (days) return [{ kind: 'days', days }];
  const relative = readRelative(c, tailEnd);
  if (relative)
    return [relative.kind === 'relative' ? { kind: 'free', part: relative } : { kind: 'part', part: relative }];
  const points = readPoints(c);
  if (points === 'start-only') {
    return [{ kind: 'free', part: { kind: 'open', reason: 'start-only', text: wordsBetween(c, begin, c.at) } }];
  }
  if (points) return points.map((point) => ({ kind: 'point', point }));
  const stretch = readBareStretch(c);
  if (stretch) return [stretch];
  const event = readEvent(c, tailEnd);
  if (event) return [{ kind: 'free', part: event }];
  const open = readOpen(c, tailEnd);
  return open && [{ kind: 'free', part: open }];
}

/** «каждый день» is not a frequency with dates. */
function isDaily(c: Cursor): boolean {
  return is(c, 'every') && (is(c, 'day', 1) || (is(c, 'workday', 1) && is(c, 'day', 2)));
}

/** «по итогам квартала», «за отчётный год» before the day of the report: the period that is reported. */
function readReportedPeriod(c: Cursor): Atom[] | undefined {
  return attempt(c, () => {
    const begin = c.at;
    if (take(c, 'on')) {
      if (!take(c, 'result', 'end')) return undefined;
    } else if (take(c, 'after')) {
      if (!take(c, 'end')) return undefined;
    }
    const by = c.at > begin ? c.tokens[c.at - 1]?.c : undefined;
    const named = take(c, 'for') !== undefined || by !== undefined;
    let months = 0;
    const nounAt = c.at;
    const numbered = readNumberedPeriods(c);
    if (numbered) {
      // «I квартал – до 10 апреля»
      if (!named && !(is(c, 'dash') && is(c, 'before', 1))) return undefined;
    } else if (!named) return undefined;
    else {
      while (take(c, 'report', 'prev', 'every', 'neutral', 'calday'));
      months = takeMonths(c) ?? 0;
      if (months === 0) return undefined;
    }
    if (by !== undefined && (!peek(c) || is(c, 'semi') || is(c, 'close'))) {
      return periodEnd(c, numbered?.points, months, by === 'end');
    }
    const isApart = take(c, 'comma', 'dash') !== undefined;
    const follows: Cursor = { ...c, warnings: [], ahead: true };
    const next = c.at < c.tokens.length ? readAtom(follows)?.[0] : undefined;
    const isDate = next?.kind === 'point' && next.point.kind === 'date';
    // «за месяц до 1 сентября» is counted from the day.
    if (isDate && !isApart && by === undefined && c.tokens[nounAt]?.c === 'mon') return undefined;
    return isDate || next?.kind === 'days' ? [{ kind: 'reported', months }] : undefined;
  });
}

/** «по итогам квартала»: on its last day; «по окончании квартала»: on the next one. */
function periodEnd(c: Cursor, points: readonly Point[] | undefined, months: number, isAfter: boolean): Atom[] {
  const offset = { days: 1, working: false };
  if (!isAfter) assume(c, 'rough');
  if (points) {
    return points.flatMap((point): Atom[] =>
      point.kind === 'period' ? [{ kind: 'point', point: { ...point, ...(isAfter && { offset }) } }] : [],
    );
  }
  if (!isAfter) return [{ kind: 'frequency', frequency: { months, times: 1 }, text: '' }];
  return [{ kind: 'part', part: { kind: 'recurring', months, due: { at: 'offset', ...offset } } }];
}

/** «в течение квартала»: which one is not said; each, as of a recurrence. */
function readBareStretch(c: Cursor): Atom | undefined {
  return attempt(c, () => {
    if (!readPreposition(c).flow) return undefined;
    takeQualifiers(c);
    const months = takeMonths(c);
    if (!months || months === 12) return undefined;
    assume(c, 'every-period');
    return { kind: 'frequency', frequency: { months, times: 1 }, text: '' };
  });
}

function tailEnd(c: Cursor, mayFollowWithoutComma: boolean): number {
  if (c.ahead) return c.tokens.length;
  let depth = 0;
  for (let at = c.at; at < c.tokens.length; at += 1) {
    const token = c.tokens[at];
    if (token === undefined || token.c === 'semi') return at;
    const sign = token.c === 'comma' || token.c === 'open' || token.w === 'но' || token.c === 'dash';
    if (token.c === 'close') {
      if (depth === 0) return at;
      depth -= 1;
    }
    if (sign && deadlineBegins(c, at + 1)) return at;
    if (token.c === 'open') depth += 1;
    const word = token.c === 'before' || (token.c === 'not' && c.tokens[at + 1]?.c === 'later') || token.c === 'rec';
    if (word && mayFollowWithoutComma && at > c.at && deadlineBegins(c, at)) return at;
    // «… до 1 феврля»: a date with a slip, not the words of an event.
    if (token.c === 'word' && c.tokens[at - 1]?.c === 'num' && nearestWord(token.w)) refuseWord(c, token);
  }
  return c.tokens.length;
}

/** Whether a deadline with a date of its own begins at the token and takes all up to a sign. */
function deadlineBegins(c: Cursor, at: number): boolean {
  if (at >= c.tokens.length) return false;
  const ahead: Cursor = { ...c, at, warnings: [], ahead: true };
  while (take(ahead, 'comma', 'and', 'noise'));
  try {
    const first = readAtom(ahead)?.[0];
    if (!first || first.kind === 'free')
      return first?.kind === 'free' && first.part.kind === 'relative' && first.part.amount > 0;
    const next = peek(ahead);
    if (first.kind === 'frequency') return true;
    return next === undefined || ['comma', 'semi', 'open', 'close', 'and', 'rec', 'noise'].includes(next.c);
  } catch (error) {
    // A date that is impossible must be refused, not taken for the words of an event.
    return error instanceof ProblemError && (error.problem as PlanProblem).code !== 'deadline.not-understood';
  }
}

function warnOfPart(c: Cursor, part: DeadlinePart): void {
  if (part.kind === 'relative') warn(c, { code: 'event-needed', event: part.event });
  if (part.kind === 'open' && (part.reason === 'not-a-deadline' || part.reason === 'start-only')) {
    warn(c, { code: part.reason });
  }
  if (part.kind === 'every-days') assume(c, 'from-year-start');
  if (part.kind === 'recurring' && part.due.at === 'days') {
    const day = Math.max(...part.due.days);
    const isSaid = c.tokens.some((token) => token.c === 'num' && token.v === day);
    if (day > 28 && isSaid && !(part.months === 12 && part.due.monthOffset < 0))
      warn(c, { code: 'past-month-end', day });
  }
}
