/** Phrases that never give a date of themselves, and events that give one when they happen. */
import type { OpenPart, RelativePart } from './deadline.ts';
import { type Cursor, is, peek, refuseWord, take, wordsBetween } from './deadline-cursor.ts';
import type { Token } from './deadline-tokens.ts';

type Reason = OpenPart['reason'];

/**
 * How the phrases begin, word by word; `~` stands for any rest of the word. The rest of the phrase up to the
 * next deadline in it belongs to them («по мере поступления обращений граждан»).
 */
const OPENINGS: readonly [Reason, string][] = [
  [
    'continuous',
    'постоян~|пост|круглосуточн~|круглый год|систематич~|непрерывн~|регулярн~|периодич~|своевремен~|круглогодич~|оперативн~|бессрочн~|' +
      'на постоянн~ основе|на регулярн~ основе|в постоянн~ режиме|в течени~ всего периода|в течени~ периода|в течени~ отчетного периода|' +
      'в течени~ всего отчетного периода|на протяжени~ всего периода|весь период|на весь период|за весь период|в период|' +
      'в ходе|в процессе|в рабочем порядке|в плановом порядке|в текущем режиме|в штатном режиме|в режиме|в течени~ срока|в течени~ всего срока|на весь срок|по ходу',
  ],
  ['daily', 'ежедневн~|ежедн|ежечасн~|каждый день|каждый рабочий день'],
  [
    'on-demand',
    'по мере|при необходимости|по необх~|в случае|при поступлении|при получении|при обращении|при выявлении|' +
      'при изменении|при возникновении|незамедлительн~|немедленн~|сразу|в кратчайш~ срок~|по запрос~|по требовани~|' +
      'по обращени~|по заяв~|по вызову|по факту|по готовности',
  ],
  ['conditional', 'при|в пределах|по возможности'],
  ['start-only', 'с момента|со дня|с даты|с начала'],
  [
    'by-reference',
    'согласно|до особ~|до отмен~|в соответствии|в установленном порядке|в сроки|в срок установл~|в срок определ~|в срок предусмотр~|в срок указан~|в установл~ срок~|' +
      'в установл~ законодательств~ срок~|в определ~ срок~|в указан~ срок~|в предусмотр~ срок~|в согласован~ срок~|' +
      'установл~ срок~|срок~ установл~|в утвержден~ срок~',
  ],
];

/** «по плану», «по отдельному графику», «по утверждённому приказом положению». */
const REFERENCES =
  /^(план|график|положен|регламент|приказ|расписан|распоряжен|постановлен|согласован|договор|программ|решени|дорожн|указани|соглашени|поручени|отдельн|смет)/;

/** «по итогам …»: on the day of the event; «по окончании …»: on the next one. */
const EVENT_OPENINGS: readonly [amount: 0 | 1, direction: RelativePart['direction'], openings: string][] = [
  [1, 'after', 'по окончани~|по завершени~|по истечени~'],
  [
    0,
    'after',
    'по итог~|по результат~|по получени~|по поступлени~|по выполнени~|по проведени~|по утверждени~|по рассмотрени~|одновременно|после',
  ],
  [1, 'before', 'накануне'],
  [
    0,
    'before',
    'перед|до начала|до проведени~|до заседани~|до утверждени~|до открыти~|до получени~|до завершени~|до окончани~|до ввода|до сдач~|до приемк~|до полн~|до устранени~|' +
      'до исполнени~|до выполнени~|до приняти~|до подписани~|до поступлени~|до дня|ко дню|к дню|к юбиле~|к праздник~|' +
      'к международн~|ко всемирн~|к всемирн~|к всероссийск~|к общероссийск~|' +
      'к заседани~|к началу|к проведени~|не позднее заседани~|не позднее начала',
  ],
];

/** How many tokens the opening takes, 0 when the phrase does not begin so. */
function openingLength(c: Cursor, openings: string): number {
  for (const opening of openings.split('|')) {
    const words = opening.split(' ');
    const fits = words.every((word, i) => {
      const token = peek(c, i)?.w ?? '';
      return word.endsWith('~') ? token.startsWith(word.slice(0, -1)) : token === word;
    });
    if (fits) return words.length;
  }
  return 0;
}

/**
 * Where the free words that begin here end: at a semicolon, at the end, or before another deadline
 * («при наличии финансирования, но не позднее 1 декабря»).
 */
export type TailEnd = (c: Cursor, mayFollowWithoutComma: boolean) => number;

export function readOpen(c: Cursor, tailEnd: TailEnd): OpenPart | undefined {
  const from = c.at;
  const open = (reason: Reason, length: number, mayFollow: boolean): OpenPart => {
    c.at += length;
    const begin = c.at;
    c.at = tailEnd(c, mayFollow);
    if (reason !== 'by-reference') refuseSwallowed(c, begin);
    return { kind: 'open', reason, text: wordsBetween(c, from, c.at) };
  };
  for (const [reason, openings] of OPENINGS) {
    const length = openingLength(c, openings);
    // «в период с 20 …»: days that could not be read.
    if (length > 0 && is(c, 'period', length - 1) && is(c, 'from', length)) continue;
    if (length > 0) return open(reason, length, reason !== 'by-reference');
  }
  if (is(c, 'on')) {
    const reference = [1, 2, 3].find((ahead) => REFERENCES.test(peek(c, ahead)?.w ?? ''));
    const between = reference === undefined ? [] : [1, 2].filter((ahead) => ahead < reference);
    if (reference !== undefined && between.every((ahead) => /^[а-я]+$/.test(peek(c, ahead)?.w ?? ''))) {
      return open('by-reference', reference + 1, false);
    }
  }
  return readReferenceToItems(c);
}

/** «постоянно, не реже 1 рза в месяц»: words of time after a comma are a deadline that could not be read. */
function refuseSwallowed(c: Cursor, begin: number): void {
  if (c.ahead) return;
  const tail = c.tokens.slice(begin, c.at);
  const sign = tail.findIndex((token) => /^(comma|open|dash)$/.test(token.c));
  // «в период января»: days that could not be read.
  const clause = c.tokens[begin - 1]?.c === 'period' ? tail : sign < 0 ? [] : tail.slice(sign + 1);
  const isTime = (token: Token) => /^(month|mon|quarter|half|rec|times|rarer|weekday)$/.test(token.c);
  if (clause.some(isTime)) refuseWord(c, clause.find((token) => token.c === 'word') ?? clause.find(isTime));
}

/** «до 15 пункта включительно», «п. 3.2»: items of the plan, not days. */
function readReferenceToItems(c: Cursor): OpenPart | undefined {
  const from = c.at;
  while (take(c, 'before', 'from', 'on', 'in', 'to', 'for', 'num', 'dot', 'dash', 'at'));
  if (!take(c, 'ref')) {
    c.at = from;
    return undefined;
  }
  while (c.at < c.tokens.length && !is(c, 'semi')) c.at += 1;
  return { kind: 'open', reason: 'not-a-deadline', text: wordsBetween(c, from, c.at) };
}

/**
 * Events without a number of days before or after them. An event on whose own day the deadline falls keeps
 * all its words («по итогам проведения НОК»), since they are also how it is called.
 */
export function readEvent(c: Cursor, tailEnd: TailEnd): RelativePart | undefined {
  for (const [amount, direction, openings] of EVENT_OPENINGS) {
    const length = openingLength(c, openings);
    if (length === 0) continue;
    const begin = c.at;
    c.at += length;
    const from = c.at;
    c.at = tailEnd(c, true);
    const rest = wordsBetween(c, from, c.at);
    if (rest === '') {
      c.at = begin;
      return undefined;
    }
    if (amount === 0) return { kind: 'relative', amount, unit: 'day', direction, event: wordsBetween(c, begin, c.at) };
    return {
      kind: 'relative',
      amount,
      unit: 'day',
      direction,
      event: direction === 'after' ? `окончания ${rest}` : rest,
    };
  }
  return undefined;
}
