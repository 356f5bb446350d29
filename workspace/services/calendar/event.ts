import type { Execution } from '../../kernel/execution.ts';
import { GoogleError } from '../../kernel/google-object.ts';
import { startOfDay } from './calendar-days.ts';
import { findCalendar } from './calendar-store.ts';
import { EVENT_TRANSPARENCIES, enumName, enumValue } from './enums.ts';
import { EventBase } from './event-base.ts';
import type { EventTime } from './event-record.ts';
import { dayTime, momentTime } from './event-times.ts';
import type { Occurrence } from './occurrences.ts';
import { CalendarEventSeries } from './series.ts';

import Google = GoogleAppsScript.Calendar;

type GoogleDate = GoogleAppsScript.Base.Date;

export interface CalendarEvent extends Omit<Google.CalendarEvent, keyof EventBase> {}
/** A single event, or one occurrence of a series. */
export class CalendarEvent extends EventBase {
  /** Of an occurrence of a series: its own time. */
  readonly #occurrence: EventTime | undefined;

  constructor(execution: Execution, { event, time }: Pick<Occurrence, 'event' | 'time'>) {
    super(execution, event);
    this.#occurrence = event.recurrence.length > 0 ? time : undefined;
  }

  isAllDayEvent(): boolean {
    return this.#time.allDay;
  }
  isRecurringEvent(): boolean {
    return this.#occurrence !== undefined;
  }
  getEventSeries(): CalendarEventSeries {
    return new CalendarEventSeries(this._execution, this._event);
  }

  /** Of a whole-day event: midnight in the calendar's zone. */
  getStartTime(): GoogleDate {
    const time = this.#time;
    return date(time.allDay ? startOfDay(time.startDay, this.#timeZone) : time.startMs);
  }
  getEndTime(): GoogleDate {
    const time = this.#time;
    return date(time.allDay ? startOfDay(time.endDay, this.#timeZone) : time.endMs);
  }
  /** Midnight in the script's zone. @throws GoogleError unless it is a whole-day event */
  getAllDayStartDate(): GoogleDate {
    return date(startOfDay(this.#days.startDay, this._execution.kernel.scriptTimeZone));
  }
  /** The day after the last. */
  getAllDayEndDate(): GoogleDate {
    return date(startOfDay(this.#days.endDay, this._execution.kernel.scriptTimeZone));
  }
  setTime(startTime: GoogleDate, endTime: GoogleDate): this {
    return this.#move(momentTime('CalendarEvent.setTime', startTime, endTime));
  }
  setAllDayDate(day: GoogleDate): this {
    return this.#move(dayTime('CalendarEvent.setAllDayDate', this._execution.kernel.scriptTimeZone, day));
  }
  setAllDayDates(startDate: GoogleDate, endDate: GoogleDate): this {
    return this.#move(
      dayTime('CalendarEvent.setAllDayDates', this._execution.kernel.scriptTimeZone, startDate, endDate),
    );
  }

  getTransparency(): Google.EventTransparency {
    return enumValue(EVENT_TRANSPARENCIES, this._event.transparency);
  }
  setTransparency(transparency: Google.EventTransparency): this {
    return this._change({ transparency: enumName(EVENT_TRANSPARENCIES, transparency) });
  }

  deleteEvent(): void {
    this.#refuseForOccurrence('deleteEvent');
    this._delete();
  }

  get #time(): EventTime {
    return this.#occurrence ?? this._event.time;
  }

  get #days(): Extract<EventTime, { allDay: true }> {
    const time = this.#time;
    if (time.allDay) return time;
    throw new GoogleError('The event is not an all-day event.');
  }

  get #timeZone(): string {
    const { kernel } = this._execution;
    return findCalendar(kernel, this.getOriginalCalendarId())?.timeZone ?? kernel.user.timeZone;
  }

  #move(time: EventTime): this {
    this.#refuseForOccurrence('setTime');
    return this._change({ time });
  }

  /** The workspace keeps a series whole. */
  #refuseForOccurrence(method: string): void {
    if (!this.#occurrence) return;
    throw new GoogleError(
      `The local workspace cannot change one event of a series (${method}): change the series with getEventSeries().`,
    );
  }
}

function date(milliseconds: number): GoogleDate {
  return new Date(milliseconds) as unknown as GoogleDate;
}
