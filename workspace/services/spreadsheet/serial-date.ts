import { zoneOffsetMs } from '../../kernel/time-zone.ts';

const DAY_MS = 86_400_000;
/** Serial number of 1970-01-01: days since 1899-12-30, the spreadsheet's day 0. */
const UNIX_EPOCH_SERIAL = 25_569;

/**
 * The moment at which clocks of the zone show a serial date.
 * A time that the zone skipped (spring) counts with the offset before the change.
 *
 * @param serial days since 1899-12-30, the fraction is the time of day
 */
export function serialToMs(serial: number, zone: string): number {
  const wallMs = Math.round((serial - UNIX_EPOCH_SERIAL) * DAY_MS);
  const guess = wallMs - zoneOffsetMs(zone, wallMs);
  const exact = wallMs - zoneOffsetMs(zone, guess);
  // Around a change the guess may have fallen on its other side.
  return exact + zoneOffsetMs(zone, exact) === wallMs ? exact : guess;
}

/** What clocks of the zone show at a moment, as a serial date. */
export function msToSerial(utcMs: number, zone: string): number {
  return (utcMs + zoneOffsetMs(zone, utcMs)) / DAY_MS + UNIX_EPOCH_SERIAL;
}

export function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
