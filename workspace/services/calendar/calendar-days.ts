import { momentOf, zonedTime } from '../../kernel/time-zone.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** The calendar day of a moment in a zone: `2026-01-30`. */
export function dayOf(milliseconds: number, timeZone: string): string {
  const { year, month, day } = zonedTime(milliseconds, timeZone);
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The moment at which a day begins in a zone. */
export function startOfDay(day: string, timeZone: string): number {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return momentOf({ year, month, day: date, hour: 0, minute: 0, second: 0 }, timeZone);
}

export function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
}

/** The time a zone's clocks show, written as if it were UTC: what recurrence rules count in. */
export function wallTime(milliseconds: number, timeZone: string): Date {
  const { year, month, day, hour, minute, second } = zonedTime(milliseconds, timeZone);
  return new Date(Date.UTC(year, month - 1, day, hour, minute, second));
}

/** The moment of what `wallTime` gives. */
export function ofWallTime(wall: Date, timeZone: string): number {
  return momentOf(
    {
      year: wall.getUTCFullYear(),
      month: wall.getUTCMonth() + 1,
      day: wall.getUTCDate(),
      hour: wall.getUTCHours(),
      minute: wall.getUTCMinutes(),
      second: wall.getUTCSeconds(),
    },
    timeZone,
  );
}

/** `20260130T090000`, as iCalendar writes the time of `wallTime`. */
export function icsWall(wall: Date): string {
  return wall.toISOString().replace(/[-:]|\.\d+Z$/g, '');
}
