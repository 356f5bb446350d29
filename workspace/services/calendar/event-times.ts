import { GoogleError, signatureError } from '../../kernel/google-object.ts';
import { dayOf, nextDay } from './calendar-days.ts';
import type { EventTime } from './event-record.ts';

/** @throws GoogleError unless the end is at the start or after it */
export function momentTime(method: string, start: unknown, end: unknown): EventTime {
  const [startMs, endMs] = [start, end].map((value) => milliseconds(method, value)) as [number, number];
  if (endMs < startMs) throw new GoogleError('Event start time must be before event end time.');
  return { allDay: false, startMs, endMs };
}

/**
 * Whole days, the end not included; without an end, one day.
 * @param timeZone the script's: which day a `Date` is
 */
export function dayTime(method: string, timeZone: string, start: unknown, end?: unknown): EventTime {
  const startDay = dayOf(milliseconds(method, start), timeZone);
  const endDay = end === undefined ? nextDay(startDay) : dayOf(milliseconds(method, end), timeZone);
  if (endDay <= startDay) throw new GoogleError('Event start date must be before event end date.');
  return { allDay: true, startDay, endDay };
}

function milliseconds(method: string, value: unknown): number {
  if (value instanceof Date && !Number.isNaN(value.getTime())) return value.getTime();
  throw signatureError(`CalendarApp.${method}`, [value]);
}
