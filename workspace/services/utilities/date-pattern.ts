import { GoogleError } from '../../kernel/google-object.ts';
import { momentOf, type ZonedTime, zonedTime, zoneOffsetMs } from '../../kernel/time-zone.ts';

/**
 * Date patterns of Java's SimpleDateFormat, which Utilities.formatDate and parseDate use. Names
 * of months and days are English, whatever the user's language, as on Google.
 * @source Java SE, class SimpleDateFormat, "Date and Time Patterns"
 */
type Token = { letter: string; count: number } | { text: string };

const MONTHS = names('month', (index) => Date.UTC(2024, index, 15), 12);
/** Monday first: 2024-01-01 was one. */
const WEEK_DAYS = names('weekday', (index) => Date.UTC(2024, 0, 1 + index), 7);
const DAY_MS = 86_400_000;

function names(part: 'month' | 'weekday', moment: (index: number) => number, count: number): string[] {
  const format = new Intl.DateTimeFormat('en-US', { [part]: 'long', timeZone: 'UTC' });
  return Array.from({ length: count }, (_, index) => format.format(moment(index)));
}

/** @throws GoogleError for a letter that Java does not know or an open quote */
function tokensOf(pattern: string): Token[] {
  const tokens: Token[] = [];
  const parts = pattern.matchAll(/'((?:[^']|'')*)'|([A-Za-z])\2*|([^A-Za-z']+)|'/g);
  for (const [whole, quoted, letter] of parts) {
    if (whole === "'") throw new GoogleError('Unterminated quote');
    if (whole === "''") tokens.push({ text: "'" });
    else if (quoted !== undefined) tokens.push({ text: quoted.replaceAll("''", "'") });
    else if (letter === undefined) tokens.push({ text: whole });
    else if (!'GyYMLwWDdFEuaHkKhmsSzZX'.includes(letter)) {
      throw new GoogleError(`Illegal pattern character '${letter}'`);
    } else tokens.push({ letter, count: whole.length });
  }
  return tokens;
}

/** @param zone checked by the caller */
export function formatByPattern(moment: number, zone: string, pattern: string): string {
  const time = zonedTime(moment, zone);
  return tokensOf(pattern)
    .map((token) => ('text' in token ? token.text : formatField(token, moment, time, zone)))
    .join('');
}

function formatField(
  { letter, count }: { letter: string; count: number },
  moment: number,
  time: ZonedTime,
  zone: string,
): string {
  const padded = (value: number): string => String(value).padStart(count, '0');
  const year = (value: number): string => (count === 2 ? String(value).slice(-2).padStart(2, '0') : padded(value));
  switch (letter) {
    case 'G':
      return time.year > 0 ? 'AD' : 'BC';
    case 'y':
      return year(time.year);
    case 'Y':
      return year(weekInYear(time).year);
    case 'M':
    case 'L':
      if (count < 3) return padded(time.month);
      return count === 3 ? (MONTHS[time.month - 1] as string).slice(0, 3) : (MONTHS[time.month - 1] as string);
    case 'w':
      return padded(weekInYear(time).week);
    case 'W':
      return padded(Math.ceil((time.day + (weekDayOf(time.year, time.month, 1) % 7)) / 7));
    case 'D':
      return padded(
        Math.round((Date.UTC(time.year, time.month - 1, time.day) - Date.UTC(time.year, 0, 1)) / DAY_MS) + 1,
      );
    case 'd':
      return padded(time.day);
    case 'F':
      return padded(Math.ceil(time.day / 7));
    case 'E':
      return count < 4 ? (WEEK_DAYS[time.weekDay - 1] as string).slice(0, 3) : (WEEK_DAYS[time.weekDay - 1] as string);
    case 'u':
      return padded(time.weekDay);
    case 'a':
      return time.hour < 12 ? 'AM' : 'PM';
    case 'H':
      return padded(time.hour);
    case 'k':
      return padded(time.hour || 24);
    case 'K':
      return padded(time.hour % 12);
    case 'h':
      return padded(time.hour % 12 || 12);
    case 'm':
      return padded(time.minute);
    case 's':
      return padded(time.second);
    case 'S':
      return padded(((moment % 1000) + 1000) % 1000);
    case 'z':
      return zoneName(moment, zone, count < 4 ? 'short' : 'long');
    case 'Z':
      return offsetText(zoneOffsetMs(zone, moment), '');
    default:
      return isoOffset(zoneOffsetMs(zone, moment), count);
  }
}

function weekDayOf(year: number, month: number, day: number): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay() || 7;
}

/** American weeks, as Java's in the US locale: they begin on Sunday, the week of 1 January is the first. */
function weekInYear({ year, month, day }: ZonedTime): { year: number; week: number } {
  const sunday = (days: number): number => days - ((((days + 4) % 7) + 7) % 7);
  const days = Date.UTC(year, month - 1, day) / DAY_MS;
  const next = sunday(Date.UTC(year + 1, 0, 1) / DAY_MS);
  if (days >= next) return { year: year + 1, week: 1 };
  return { year, week: Math.floor((days - sunday(Date.UTC(year, 0, 1) / DAY_MS)) / 7) + 1 };
}

function zoneName(moment: number, zone: string, style: 'short' | 'long'): string {
  if (/[+-]\d/.test(zone)) return zone;
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: style }).formatToParts(moment);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}

function offsetText(offsetMs: number, separator: string): string {
  const minutes = Math.abs(Math.round(offsetMs / 60_000));
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${offsetMs < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}${separator}${two(minutes % 60)}`;
}

function isoOffset(offsetMs: number, count: number): string {
  if (offsetMs === 0) return 'Z';
  if (count === 1) return offsetText(offsetMs, '').slice(0, 3);
  return offsetText(offsetMs, count === 2 ? '' : ':');
}

/**
 * Reads a date by a pattern; numbers out of range carry over (the 32nd), as in Java's lenient mode.
 * What the pattern leaves out is 1970-01-01 00:00:00.
 * @returns milliseconds since 1970; undefined where the text does not fit
 */
export function parseByPattern(text: string, zone: string, pattern: string): number | undefined {
  const fields: Record<string, number> = {};
  let rest = text;
  const tokens = tokensOf(pattern);
  for (const [index, token] of tokens.entries()) {
    if ('text' in token) {
      if (!rest.startsWith(token.text)) return undefined;
      rest = rest.slice(token.text.length);
      continue;
    }
    // A number right before another number takes only its own places.
    const next = tokens[index + 1];
    const read = readField(token, rest, next !== undefined && 'letter' in next && isNumeric(next));
    if (!read) return undefined;
    if (token.letter === 'y' && token.count <= 2 && read.length === 2) fields.y = centuryOf(read.value);
    else fields[token.letter] = read.value;
    rest = rest.slice(read.length);
  }
  return momentFrom(fields, zone);
}

function isNumeric({ letter, count }: { letter: string; count: number }): boolean {
  return !'GEazZX'.includes(letter) && !('ML'.includes(letter) && count > 2);
}

function readField(
  token: { letter: string; count: number },
  text: string,
  bounded: boolean,
): { value: number; length: number } | undefined {
  const { letter, count } = token;
  if (isNumeric(token)) {
    const match = new RegExp(`^\\s*(-?\\d${bounded ? `{1,${count}}` : '+'})`).exec(text);
    return match ? { value: Number(match[1]), length: match[0].length } : undefined;
  }
  if ('ML'.includes(letter)) return readName(text, MONTHS);
  if (letter === 'E') return readName(text, WEEK_DAYS);
  if (letter === 'a') return readName(text, ['AM', 'PM']);
  if (letter === 'G') return readName(text, ['BC', 'AD']);
  const zone = /^(?:GMT|UTC)?([+-])(\d{1,2}):?(\d{2})?|^(?:Z|GMT|UTC)/.exec(text);
  if (!zone) return undefined;
  const minutes = Number(zone[2] ?? 0) * 60 + Number(zone[3] ?? 0);
  return { value: (zone[1] === '-' ? -1 : 1) * minutes * 60_000, length: zone[0].length };
}

/** By the whole name or its first three letters; the value is 1 for the first. */
function readName(text: string, all: readonly string[]): { value: number; length: number } | undefined {
  const lower = text.toLowerCase();
  for (const [index, name] of all.entries()) {
    for (const form of [name, name.slice(0, 3)]) {
      if (lower.startsWith(form.toLowerCase())) return { value: index + 1, length: form.length };
    }
  }
  return undefined;
}

/** Two figures are the year within 80 years before and 20 after now; Java's rule, by this century's quarter. */
function centuryOf(year: number): number {
  return year + (year < 46 ? 2000 : 1900);
}

function momentFrom(fields: Record<string, number>, zone: string): number {
  const half = fields.a === 2 ? 12 : 0;
  const hour = fields.H ?? (fields.k !== undefined ? fields.k % 24 : ((fields.K ?? fields.h ?? 0) % 12) + half);
  const time = {
    year: (fields.y ?? 1970) * (fields.G === 1 ? -1 : 1),
    month: fields.M ?? fields.L ?? 1,
    day: fields.d ?? fields.D ?? 1,
    hour,
    minute: fields.m ?? 0,
    second: fields.s ?? 0,
  };
  const offset = fields.z ?? fields.Z ?? fields.X;
  const moment = offset === undefined ? momentOf(time, zone) : momentOf(time, 'UTC') - offset;
  return moment + (fields.S ?? 0);
}
