import type { AuthMode } from './execution.ts';
import type { GoogleEnumValue } from './google-object.ts';
import { type ZonedTime, zonedTime } from './time-zone.ts';

/**
 * The event object of a clock trigger.
 * @source Google's guide "Event objects", "Time-driven events"
 */
export function clockEvent(
  atMs: number,
  zone: string,
  triggerUid: string,
  authMode: GoogleEnumValue,
): Record<string, unknown> {
  const time = zonedTime(atMs, zone);
  return {
    authMode,
    'day-of-month': time.day,
    'day-of-week': time.weekDay,
    hour: time.hour,
    minute: time.minute,
    month: time.month,
    second: time.second,
    timezone: zone,
    triggerUid,
    'week-of-year': weekOfYear(time),
    year: time.year,
  };
}

/** ISO week: the one with the year's first Thursday is the first. 1–53; Google's guide says 1–52. */
function weekOfYear({ year, month, day, weekDay }: ZonedTime): number {
  const thursday = new Date(Date.UTC(year, month - 1, day + 4 - weekDay));
  const newYear = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  return Math.floor((thursday.getTime() - newYear) / (7 * 86_400_000)) + 1;
}

/** @source Google's guide "Simple triggers": they run without authorisation, in a bound script as LIMITED */
export const SIMPLE_TRIGGER_MODE: AuthMode = 'LIMITED';
