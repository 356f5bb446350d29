import { type CalendarEntry, calendarFile } from '../../domain/documents/calendar-file.ts';
import { calendarEntry } from '../../domain/documents/reminder-letter.ts';
import { russianDay } from '../../domain/plan/dates.ts';
import { type PageWords, PERSON_GONE } from '../../texts/due-page.ts';
import { readTable } from '../../workbook/records.ts';
import { duesTable } from '../../workbook/tables/plan.ts';
import { peopleTable } from '../../workbook/tables/start.ts';
import { isDueOf } from '../plan/due-row.ts';
import { rowLinks } from '../plan/due-states.ts';
import { letterLine } from '../reminders/reminder-letters.ts';
import { acceptLink } from './accept-link.ts';

/** Calendar programs are asked not to come more often; Google and Outlook come when they like. */
const REFRESH_HOURS = 12;

/**
 * The dates of one person, of everybody for a secretary, as a calendar that a program subscribes
 * to. It is made anew each time, so what has moved moves there, and what is no date any more
 * (the line is gone, or «не применимо») is not in it. What is done stays, with a tick: a date
 * that was kept is no cancelled event (RFC 5545, 3.8.1.11).
 */
export function calendarFeed(token: unknown): string | PageWords {
  const accepted = acceptLink(token, ['feed']);
  if ('words' in accepted) return accepted.words;
  const { link, book } = accepted;
  const person = readTable(book, peopleTable).rows.find(({ code }) => code === link.person);
  if (!person) return PERSON_GONE;
  const isSecretary = person.role === 'секретарь';
  const dues = readTable(book, duesTable);
  const links = rowLinks(book, dues);
  const owner = book.getId();
  const entries: CalendarEntry[] = [];
  dues.rows.forEach((row, at) => {
    if (!row.workingDay || row.notApplicable) return;
    if (!isSecretary && !isDueOf(row, person.who)) return;
    const entry = calendarEntry(letterLine({ ...row, link: links[at]! }), owner);
    entries.push(row.doneOn ? withTick(entry, `Исполнено ${russianDay(row.doneOn)}`) : entry);
  });
  const name = isSecretary ? 'Сроки плана: все' : `Сроки плана: ${person.who}`;
  return calendarFile(entries, new Date().toISOString(), { name, refreshHours: REFRESH_HOURS });
}

function withTick(entry: CalendarEntry, done: string): CalendarEntry {
  return { ...entry, summary: `✓ ${entry.summary}`, description: `${done}\n${entry.description}` };
}
