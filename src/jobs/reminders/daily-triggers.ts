import { ensureDailyTrigger, renewDailyTrigger } from '../../google/triggers.ts';

/** Handlers in main.ts and hours; Google takes some minute of the hour. */
export const MORNING = { handler: 'everyMorning', hour: 7, name: 'утренняя проверка' };
export const AFTERNOON = { handler: 'everyAfternoon', hour: 15, name: 'дневная проверка' };

/** @returns names of the triggers that were not there and were made */
export function ensureDailyTriggers(): string[] {
  return [MORNING, AFTERNOON].filter(({ handler, hour }) => ensureDailyTrigger(handler, hour)).map(({ name }) => name);
}

/**
 * Makes the morning's trigger anew: one that Google has switched off is still listed, and nothing tells it from a
 * good one but that it does not run.
 */
export function renewMorningTrigger(): void {
  renewDailyTrigger(MORNING.handler, MORNING.hour);
}
