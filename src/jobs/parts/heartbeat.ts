/** The afternoon's trigger: a small part of its own, which does not break with what it watches. */
import { fromTrigger } from '../guarded.ts';
import { isMorningMissing, tellOfMissedMorning } from '../reminders/heartbeat.ts';

/** @param runMorning the daily run, to be made up for */
export function everyAfternoon(runMorning: () => void): void {
  if (!isMorningMissing()) return;
  try {
    fromTrigger('Дневная проверка', tellOfMissedMorning);
  } finally {
    runMorning();
  }
}
