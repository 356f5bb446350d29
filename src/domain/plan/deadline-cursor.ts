import { ProblemError } from '../problem.ts';
import type { AssumedReading, DeadlineWarning } from './deadline.ts';
import { nearestWord, type WordClass } from './deadline-lexicon.ts';
import type { Token } from './deadline-tokens.ts';
import type { PlanProblem } from './plan-problem.ts';

/** A place in the tokens of a phrase, with the warnings of what was read so far. */
export interface Cursor {
  readonly phrase: string;
  readonly tokens: readonly Token[];
  at: number;
  warnings: DeadlineWarning[];
  /** Only what begins here is asked: free words need no end. Keeps the reading from growing exponentially. */
  readonly ahead?: boolean;
}

export function peek(c: Cursor, ahead = 0): Token | undefined {
  return c.tokens[c.at + ahead];
}

export function is(c: Cursor, kind: WordClass, ahead = 0): boolean {
  return c.tokens[c.at + ahead]?.c === kind;
}

/** Takes the token if it is of one of the classes. */
export function take(c: Cursor, ...kinds: WordClass[]): Token | undefined {
  const token = c.tokens[c.at];
  if (token === undefined || !kinds.includes(token.c)) return undefined;
  c.at += 1;
  return token;
}

/** Takes the classes one after another, or nothing. */
export function takeAll(c: Cursor, ...kinds: WordClass[]): boolean {
  if (!kinds.every((kind, i) => is(c, kind, i))) return false;
  c.at += kinds.length;
  return true;
}

/** Reads, or stands where it stood when the reading gives nothing. */
export function attempt<T>(c: Cursor, read: () => T | undefined): T | undefined {
  const { at } = c;
  const { length } = c.warnings;
  const result = read();
  if (result === undefined) {
    c.at = at;
    c.warnings.length = length;
  }
  return result;
}

export function warn(c: Cursor, warning: DeadlineWarning): void {
  if (!c.warnings.some((w) => JSON.stringify(w) === JSON.stringify(warning))) c.warnings.push(warning);
}

/** The commonest reading was taken. */
export function assume(c: Cursor, reading: AssumedReading): void {
  warn(c, { code: 'assumed', reading });
}

export function refuseAmbiguous(
  c: Cursor,
  question: Extract<PlanProblem, { code: 'deadline.ambiguous' }>['question'],
): never {
  return refuse({ code: 'deadline.ambiguous', phrase: c.phrase, question });
}

/** «каждого», «отчётного», «текущего», «календарного»: true when there was one. */
export function takeQualifiers(c: Cursor): boolean {
  const from = c.at;
  while (take(c, 'every', 'report', 'neutral', 'calday'));
  return c.at > from;
}

export const UNIT_MONTHS: Readonly<Record<string, number>> = { mon: 1, quarter: 3, half: 6, year: 12 };

/** The months of «месяца», «квартала», «полугодия», «года». */
export function takeMonths(c: Cursor): number | undefined {
  const months = UNIT_MONTHS[peek(c)?.c ?? ''];
  if (months) c.at += 1;
  return months;
}

export function refuse(problem: PlanProblem): never {
  throw new ProblemError(problem);
}

/** The word that is not understood, with the known one that it may be. */
export function refuseWord(c: Cursor, token: Token | undefined): never {
  const guess = token?.c === 'word' ? nearestWord(token.w) : undefined;
  const word = (token?.raw ?? c.phrase).trim();
  return refuse({ code: 'deadline.not-understood', phrase: c.phrase, word, ...(guess !== undefined && { guess }) });
}

/** The phrase's own words between two tokens, as typed, in one line. */
export function wordsBetween(c: Cursor, from: number, to: number): string {
  const first = c.tokens[from];
  const last = c.tokens[to - 1];
  if (!first || !last || to <= from) return '';
  return c.phrase.slice(first.from, last.to).replace(/\s+/g, ' ').trim();
}

/**
 * A number in digits, roman numerals or words; «двадцать пятого» is one. A number repeated in brackets
 * («3 (трёх)») is read over.
 */
export function takeNumber(c: Cursor): Token | undefined {
  const token = take(c, 'num');
  if (!token) return undefined;
  const ones = peek(c);
  if (token.digits === 0 && /^[а-я]/.test(token.w) && (token.v === 20 || token.v === 30) && ones?.c === 'num') {
    if (/^[а-я]/.test(ones.w) && ones.v < 10) {
      c.at += 1;
      return { ...token, v: token.v + ones.v, to: ones.to };
    }
  }
  if (is(c, 'open') && is(c, 'num', 1) && is(c, 'close', 2) && peek(c, 1)?.v === token.v) c.at += 3;
  return token;
}

export function checkedNumber(c: Cursor, unit: string, number: number, max: number): number {
  if (number < 1 || number > max) refuse({ code: 'deadline.no-such-number', phrase: c.phrase, unit, number, max });
  return number;
}

/** Plans are for these years; another one is a slip of the finger. */
const FIRST_YEAR = 1990;
export const LAST_YEAR = 2099;

/** Two digits are of this century. */
export function checkedYear(c: Cursor, token: Token): number {
  const year = token.digits === 2 ? 2000 + token.v : token.v;
  if (year >= FIRST_YEAR && year <= LAST_YEAR) return year;
  const guess = 2000 + (year % 100);
  return refuse({
    code: 'deadline.no-such-year',
    phrase: c.phrase,
    year,
    ...(token.digits === 4 && { guess }),
  });
}
