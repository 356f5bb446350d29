import { type IsoDate, russianDay } from '../../domain/plan/dates.ts';
import { recall } from '../../google/state.ts';
import { localDay } from '../../workbook/cells.ts';

/** When the daily run last came to its end, ISO. */
export const LAST_RUN = 'last-daily-run';

/** A trigger that is late is no silence yet. */
const SILENCE_MS = 2 * 24 * 60 * 60 * 1000;

/** The day of the last daily run that came to its end. */
export function ranOn(): IsoDate | undefined {
  const last = recall<string>(LAST_RUN);
  return last === undefined ? undefined : localDay(new Date(last));
}

/** @returns the day of the last daily run, «17.01.2026», when that was more than two days ago */
export function silentSince(): string | undefined {
  const last = recall<string>(LAST_RUN);
  if (last === undefined || Date.now() - Date.parse(last) <= SILENCE_MS) return undefined;
  return russianDay(localDay(new Date(last)));
}
