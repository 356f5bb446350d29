/** Calendar and clock of a time zone at a moment. Month 1–12, week day 1 (Monday) – 7 (Sunday). */
export interface ZonedTime {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  weekDay: number;
}

const HOUR_MS = 3_600_000;
/** Java's zones by their distance: 'GMT+3', 'GMT-03:30', '+0300'. */
const FIXED = /^(?:GMT|UTC)?([+-])(\d{1,2})(?::?(\d{2}))?$/;
const formatters = new Map<string, Intl.DateTimeFormat>();
/** Zones change their offset on whole quarter hours, so an offset holds for a quarter. */
const QUARTER_MS = HOUR_MS / 4;
const offsets = new Map<string, Map<number, number>>();

/**
 * Milliseconds that a zone is ahead of UTC at a moment.
 * @param zone of the IANA base ('Europe/Moscow') or 'GMT+3'
 * @throws RangeError for an unknown zone
 */
export function zoneOffsetMs(zone: string, utcMs: number): number {
  const fixed = FIXED.exec(zone);
  if (fixed) return (fixed[1] === '-' ? -1 : 1) * (Number(fixed[2]) * HOUR_MS + Number(fixed[3] ?? 0) * 60_000);
  let known = offsets.get(zone);
  if (!known) {
    known = new Map();
    offsets.set(zone, known);
  }
  const quarter = Math.floor(utcMs / QUARTER_MS);
  let offset = known.get(quarter);
  if (offset === undefined) {
    offset = offsetByFormat(zone, quarter * QUARTER_MS);
    known.set(quarter, offset);
  }
  return offset;
}

function offsetByFormat(zone: string, utcMs: number): number {
  let format = formatters.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formatters.set(zone, format);
  }
  const part: Record<string, string> = {};
  for (const { type, value } of format.formatToParts(utcMs)) part[type] = value;
  const year = part.era === 'BC' ? 1 - Number(part.year) : Number(part.year);
  const wall = new Date(0);
  wall.setUTCFullYear(year, Number(part.month) - 1, Number(part.day));
  wall.setUTCHours(Number(part.hour), Number(part.minute), Number(part.second), 0);
  return wall.getTime() - utcMs;
}

export function isTimeZone(zone: string): boolean {
  try {
    zoneOffsetMs(zone, 0);
    return true;
  } catch {
    return false;
  }
}

export function zonedTime(utcMs: number, zone: string): ZonedTime {
  const wall = new Date(utcMs + zoneOffsetMs(zone, utcMs));
  return {
    year: wall.getUTCFullYear(),
    month: wall.getUTCMonth() + 1,
    day: wall.getUTCDate(),
    hour: wall.getUTCHours(),
    minute: wall.getUTCMinutes(),
    second: wall.getUTCSeconds(),
    weekDay: wall.getUTCDay() || 7,
  };
}

/**
 * The moment at which clocks of the zone show a time. Day, hour and minute may be out of range
 * (the 32nd, the 25th hour) and carry over. A time that the zone skipped in spring counts with
 * the offset before the change; one that it had twice is the first.
 */
export function momentOf(time: Omit<ZonedTime, 'weekDay'>, zone: string): number {
  const wall = new Date(0);
  wall.setUTCFullYear(time.year, time.month - 1, time.day);
  wall.setUTCHours(time.hour, time.minute, time.second, 0);
  const wallMs = wall.getTime();
  const before = wallMs - zoneOffsetMs(zone, wallMs - 24 * HOUR_MS);
  const after = wallMs - zoneOffsetMs(zone, wallMs + 24 * HOUR_MS);
  const fits = [before, after].filter((moment) => moment + zoneOffsetMs(zone, moment) === wallMs);
  return fits.length > 0 ? Math.min(...fits) : before;
}
