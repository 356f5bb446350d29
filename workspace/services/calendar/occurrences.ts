import { createRequire } from 'node:module';
import { dayOf, icsWall, ofWallTime, startOfDay, wallTime } from './calendar-days.ts';
import type { EventRecord, EventTime } from './event-record.ts';

// The package's CommonJS build hides its names from Node's ES module loader.
const { rrulestr } = createRequire(import.meta.url)('rrule') as typeof import('rrule');

const DAY_MS = 24 * 60 * 60 * 1000;

/** One time that an event takes place. */
export interface Occurrence {
  event: EventRecord;
  time: EventTime;
  startMs: number;
  endMs: number;
}

/**
 * Times of the event that touch the span from `fromMs` to `toMs` (not included).
 * A series keeps its hour by the clocks of the zone when these are changed.
 *
 * @param timeZone the calendar's
 */
export function occurrencesBetween(event: EventRecord, fromMs: number, toMs: number, timeZone: string): Occurrence[] {
  const first = occurrence(event, event.time, timeZone);
  const inSpan = ({ startMs, endMs }: Occurrence): boolean => startMs < toMs && Math.max(endMs, startMs + 1) > fromMs;
  if (event.recurrence.length === 0) return [first].filter(inSpan);
  const start = wallTime(first.startMs, timeZone);
  const set = rrulestr([`DTSTART:${icsWall(start)}Z`, ...event.recurrence].join('\n'), { forceset: true });
  // An occurrence that began before the span may reach into it; a day covers the change of clocks.
  const lead = first.endMs - first.startMs + DAY_MS;
  return set
    .between(
      new Date(wallTime(fromMs, timeZone).getTime() - lead),
      new Date(wallTime(toMs, timeZone).getTime() + DAY_MS),
      true,
    )
    .map((wall) => occurrence(event, movedTo(event.time, wall, start, timeZone), timeZone))
    .filter(inSpan);
}

function occurrence(event: EventRecord, time: EventTime, timeZone: string): Occurrence {
  if (!time.allDay) return { event, time, startMs: time.startMs, endMs: time.endMs };
  return { event, time, startMs: startOfDay(time.startDay, timeZone), endMs: startOfDay(time.endDay, timeZone) };
}

function movedTo(time: EventTime, wall: Date, first: Date, timeZone: string): EventTime {
  if (!time.allDay) {
    const startMs = ofWallTime(wall, timeZone);
    return { allDay: false, startMs, endMs: startMs + time.endMs - time.startMs };
  }
  const days = (wall.getTime() - first.getTime()) / DAY_MS;
  const moved = (day: string): string => dayOf(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS, 'UTC');
  return { allDay: true, startDay: moved(time.startDay), endDay: moved(time.endDay) };
}
