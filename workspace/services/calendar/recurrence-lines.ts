import { signatureError } from '../../kernel/google-object.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { startOfDay } from './calendar-days.ts';
import { findCalendar } from './calendar-store.ts';
import type { EventTime } from './event-record.ts';
import { EventRecurrence, RecurrenceRule } from './recurrence.ts';

/** A script's recurrence as it is kept, by the clocks of the calendar's zone. */
export function recurrenceLines(kernel: Kernel, calendarId: string, time: EventTime, recurrence: unknown): string[] {
  if (!(recurrence instanceof EventRecurrence || recurrence instanceof RecurrenceRule)) {
    throw signatureError('CalendarApp.createEventSeries', [recurrence]);
  }
  const timeZone = findCalendar(kernel, calendarId)?.timeZone ?? kernel.user.timeZone;
  const startMs = time.allDay ? startOfDay(time.startDay, timeZone) : time.startMs;
  return recurrence._lines(timeZone, startMs);
}
