import { type IsoDate, isIsoDate } from './dates.ts';

/** Marks one due date as done, in one person's name, until its last day. */
export interface DueLink {
  /** 'trial': from a letter to oneself; it shows the page and marks nothing. */
  readonly purpose: 'done' | 'trial';
  readonly plan: string;
  readonly line: string;
  /** As «Срок по плану» has it: with plan and line it names the row. */
  readonly due: string;
  /** Code of «Люди»; blank on trial. */
  readonly person: string;
  /** `textMark` of the measure as the letter showed it. */
  readonly mark: string;
  readonly lastDay: IsoDate;
}

/** The dates of one person for a calendar program; it is asked for months on end, so it ends only with the secret. */
export interface FeedLink {
  readonly purpose: 'feed';
  readonly person: string;
}

export type LetterLink = DueLink | FeedLink;

/** What is signed. The purpose is part of it, so a link for one thing opens nothing else. */
export function linkText(link: LetterLink): string {
  if (link.purpose === 'feed') return JSON.stringify([link.purpose, link.person]);
  const { purpose, plan, line, due, person, mark, lastDay } = link;
  return JSON.stringify([purpose, plan, line, due, person, mark, lastDay]);
}

/** @returns undefined for what `linkText` does not write */
export function readLink(text: string): LetterLink | undefined {
  const fields = fieldsOf(text);
  const [purpose] = fields;
  if (purpose === 'feed' && fields.length === 2) return { purpose, person: fields[1]! };
  if ((purpose !== 'done' && purpose !== 'trial') || fields.length !== 7) return undefined;
  const [, plan, line, due, person, mark, lastDay] = fields as [string, string, string, string, string, string, string];
  return isIsoDate(lastDay) ? { purpose, plan, line, due, person, mark, lastDay } : undefined;
}

function fieldsOf(text: string): string[] {
  try {
    const fields: unknown = JSON.parse(text);
    return Array.isArray(fields) && fields.every((field) => typeof field === 'string') ? fields : [];
  } catch {
    return [];
  }
}

/**
 * Tells whether a text has changed; it protects nothing, the signature does.
 *
 * @source FNV-1a, 32 bits, over UTF-16 code units
 */
export function textMark(text: string): string {
  let mark = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) mark = Math.imul(mark ^ text.charCodeAt(at), 0x01000193);
  return (mark >>> 0).toString(36);
}

/** Compares signatures in a time that does not tell where they begin to differ. */
export function sameSignature(one: string, other: string): boolean {
  let difference = one.length ^ other.length;
  for (let at = 0; at < one.length; at += 1) difference |= one.charCodeAt(at) ^ (other.charCodeAt(at) || 0);
  return difference === 0;
}
