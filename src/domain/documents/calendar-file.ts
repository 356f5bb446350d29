import { addDays, type IsoDate } from '../plan/dates.ts';

/** A day that a calendar program may take over. */
export interface CalendarEntry {
  /** Unique and lasting: the same due date must update its entry, not double it. */
  uid: string;
  day: IsoDate;
  summary: string;
  description: string;
  /** Where the line stands in the spreadsheet. */
  url: string;
}

/** For a calendar that programs subscribe to and fetch again and again. */
export interface CalendarFeed {
  /** Shown in the program's list of calendars. */
  name: string;
  refreshHours: number;
}

/** Octets of one line, its end not counted (RFC 5545, 3.1). */
const LINE_OCTETS = 75;

/**
 * The days as an iCalendar file: each takes the whole day and leaves the person free.
 *
 * @param madeAt UTC, ISO: `2026-03-02T06:00:00.000Z`
 * @source RFC 5545, 3.1 (lines, folding), 3.3.11 (escaping), 3.6.1 (events); RFC 7986, 5.1 (NAME), 5.7 (REFRESH-INTERVAL).
 * With METHOD, DTSTAMP is when the file was made (3.8.7.2): of two files with the same UID the later counts, so no
 * SEQUENCE has to be remembered
 */
export function calendarFile(entries: readonly CalendarEntry[], madeAt: string, feed?: CalendarFeed): string {
  const stamp = `${compact(madeAt.slice(0, 10))}T${madeAt.slice(11, 19).replace(/:/g, '')}Z`;
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//NOKO//Plan of measures//RU', 'METHOD:PUBLISH'];
  if (feed) {
    const every = `PT${feed.refreshHours}H`;
    // The X- names are what programs understood before RFC 7986, and some still do.
    lines.push(`NAME:${escapedText(feed.name)}`, `X-WR-CALNAME:${escapedText(feed.name)}`);
    lines.push(`REFRESH-INTERVAL;VALUE=DURATION:${every}`, `X-PUBLISHED-TTL:${every}`);
  }
  for (const { uid, day, summary, description, url } of entries) {
    lines.push(
      'BEGIN:VEVENT',
      `UID:${escapedText(uid)}`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${compact(day)}`,
      `DTEND;VALUE=DATE:${compact(addDays(day, 1))}`,
      `SUMMARY:${escapedText(summary)}`,
      `DESCRIPTION:${escapedText(description)}`,
      `URL:${withoutControls(url)}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    );
  }
  lines.push('END:VCALENDAR');
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function compact(day: IsoDate): string {
  return day.replace(/-/g, '');
}

function escapedText(text: string): string {
  return withoutControls(
    text
      .replace(/\r\n?/g, '\n')
      .replace(/[\\;,]/g, '\\$&')
      .replace(/\n/g, '\\n'),
  );
}

function withoutControls(text: string): string {
  return Array.from(text)
    .filter((letter) => letter >= ' ' && letter !== '\u007F')
    .join('');
}

/** Long lines go on in the next one after a space; a letter is never cut between its octets. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const letter of Array.from(line)) {
    const size = octetsOf(letter);
    if (octets + size > LINE_OCTETS) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += letter;
    octets += size;
  }
  return [...parts, part].join('\r\n');
}

/** In UTF-8. */
function octetsOf(letter: string): number {
  const code = letter.codePointAt(0)!;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
