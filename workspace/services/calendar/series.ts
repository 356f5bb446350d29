import { EventBase } from './event-base.ts';
import { dayTime, momentTime } from './event-times.ts';
import { recurrenceLines } from './recurrence-lines.ts';

type GoogleDate = GoogleAppsScript.Base.Date;

export interface CalendarEventSeries extends Omit<GoogleAppsScript.Calendar.CalendarEventSeries, keyof EventBase> {}
export class CalendarEventSeries extends EventBase {
  deleteEventSeries(): void {
    this._delete();
  }

  setRecurrence(recurrence: GoogleAppsScript.Calendar.EventRecurrence, start: GoogleDate, end?: GoogleDate): this {
    const { kernel } = this._execution;
    const method = 'CalendarEventSeries.setRecurrence';
    const time = end === undefined ? dayTime(method, kernel.scriptTimeZone, start) : momentTime(method, start, end);
    return this._change({ time, recurrence: recurrenceLines(kernel, this.getOriginalCalendarId(), time, recurrence) });
  }
}
