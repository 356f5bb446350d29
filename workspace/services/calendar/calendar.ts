import type { Execution } from '../../kernel/execution.ts';
import { GoogleError, GoogleObject, signatureError } from '../../kernel/google-object.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { isTimeZone } from '../../kernel/time-zone.ts';
import { addressList, bareAddress } from '../mail/addresses.ts';
import { dayOf, nextDay, startOfDay } from './calendar-days.ts';
import {
  deleteCalendar,
  eventsOf,
  findCalendar,
  findEvent,
  newEvent,
  saveCalendar,
  saveEvent,
} from './calendar-store.ts';
import { CalendarEvent } from './event.ts';
import type { CalendarRecord, EventRecord, EventTime } from './event-record.ts';
import { dayTime, momentTime } from './event-times.ts';
import { occurrencesBetween } from './occurrences.ts';
import { recurrenceLines } from './recurrence-lines.ts';
import { CalendarEventSeries } from './series.ts';

import Google = GoogleAppsScript.Calendar;

type GoogleDate = GoogleAppsScript.Base.Date;

/** What a calendar can do, and CalendarApp with the user's own. */
export abstract class CalendarMethods extends GoogleObject {
  readonly _execution: Execution;

  constructor(execution: Execution) {
    super();
    this._execution = execution;
  }

  abstract get _calendarId(): string;

  getId(): string {
    return this._calendar.id;
  }
  getName(): string {
    return this._calendar.name;
  }
  setName(name: string): this {
    return this._change({ name: String(name) });
  }
  getDescription(): string {
    return this._calendar.description;
  }
  setDescription(description: string): this {
    return this._change({ description: String(description) });
  }
  getColor(): string {
    return this._calendar.color;
  }
  setColor(color: string): this {
    return this._change({ color: String(color) });
  }
  getTimeZone(): string {
    return this._calendar.timeZone;
  }
  setTimeZone(timeZone: string): this {
    if (!isTimeZone(String(timeZone))) throw new GoogleError(`Invalid argument: timeZone ${String(timeZone)}`);
    return this._change({ timeZone });
  }
  isHidden(): boolean {
    return this._calendar.hidden;
  }
  setHidden(hidden: boolean): this {
    return this._change({ hidden: hidden === true });
  }
  isSelected(): boolean {
    return this._calendar.selected;
  }
  setSelected(selected: boolean): this {
    return this._change({ selected: selected === true });
  }
  isOwnedByMe(): boolean {
    return true;
  }
  isMyPrimaryCalendar(): boolean {
    return this._calendar.id === this._kernel.user.email;
  }

  createEvent(
    title: string,
    startTime: GoogleDate,
    endTime: GoogleDate,
    options?: Record<string, unknown>,
  ): CalendarEvent {
    return this.#single(title, momentTime('createEvent', startTime, endTime), options);
  }

  /** `(title, day)`, `(title, day, options)`, `(title, start, end)`, `(title, start, end, options)`. */
  createAllDayEvent(title: string, ...args: unknown[]): CalendarEvent {
    const [start, second, third] = args;
    const end = second instanceof Date ? second : undefined;
    const options = end === undefined ? second : third;
    const time = dayTime('createAllDayEvent', this._kernel.scriptTimeZone, start, end);
    return this.#single(title, time, options as Record<string, unknown> | undefined);
  }

  createEventSeries(
    title: string,
    startTime: GoogleDate,
    endTime: GoogleDate,
    recurrence: Google.EventRecurrence,
    options?: Record<string, unknown>,
  ): CalendarEventSeries {
    return this.#series(title, momentTime('createEventSeries', startTime, endTime), recurrence, options);
  }

  createAllDayEventSeries(
    title: string,
    startDate: GoogleDate,
    recurrence: Google.EventRecurrence,
    options?: Record<string, unknown>,
  ): CalendarEventSeries {
    const time = dayTime('createAllDayEventSeries', this._kernel.scriptTimeZone, startDate);
    return this.#series(title, time, recurrence, options);
  }

  /** By beginning; whatever touches the span, its end not included. */
  getEvents(startTime: GoogleDate, endTime: GoogleDate, options: Record<string, unknown> = {}): CalendarEvent[] {
    const time = momentTime('getEvents', startTime, endTime);
    if (time.allDay) return [];
    const { timeZone } = this._calendar;
    const { search, start = 0, max } = options as { search?: string; start?: number; max?: number };
    const found = eventsOf(this._kernel, this._calendarId)
      .filter((event) => search === undefined || matches(event, search))
      .flatMap((event) => occurrencesBetween(event, time.startMs, time.endMs, timeZone))
      .sort((one, other) => one.startMs - other.startMs || one.endMs - other.endMs);
    return found
      .slice(start, max === undefined ? undefined : start + max)
      .map((occurrence) => new CalendarEvent(this._execution, occurrence));
  }

  getEventsForDay(date: GoogleDate, options?: Record<string, unknown>): CalendarEvent[] {
    const given: unknown = date;
    if (!(given instanceof Date)) throw signatureError('CalendarApp.getEventsForDay', [date]);
    const { timeZone } = this._calendar;
    const day = dayOf(given.getTime(), timeZone);
    const [from, to] = [startOfDay(day, timeZone), startOfDay(nextDay(day), timeZone)];
    return this.getEvents(new Date(from) as unknown as GoogleDate, new Date(to) as unknown as GoogleDate, options);
  }

  /** null when there is none. */
  getEventById(iCalId: string): CalendarEvent {
    const event = findEvent(this._kernel, this._calendarId, String(iCalId));
    return (event ? new CalendarEvent(this._execution, { event, time: event.time }) : null) as CalendarEvent;
  }

  getEventSeriesById(iCalId: string): CalendarEventSeries {
    const event = findEvent(this._kernel, this._calendarId, String(iCalId));
    return (event ? new CalendarEventSeries(this._execution, event) : null) as CalendarEventSeries;
  }

  get _kernel(): Kernel {
    return this._execution.kernel;
  }

  get _calendar(): CalendarRecord {
    const calendar = findCalendar(this._kernel, this._calendarId);
    if (!calendar) throw new GoogleError('The calendar does not exist, or it has already been deleted.');
    return calendar;
  }

  _change(change: Partial<CalendarRecord>): this {
    saveCalendar(this._kernel, { ...this._calendar, ...change });
    return this;
  }

  #single(title: string, time: EventTime, options: Record<string, unknown> | undefined): CalendarEvent {
    const event = this.#create(title, time, [], options);
    return new CalendarEvent(this._execution, { event, time });
  }

  #series(
    title: string,
    time: EventTime,
    recurrence: unknown,
    options: Record<string, unknown> | undefined,
  ): CalendarEventSeries {
    const lines = recurrenceLines(this._kernel, this._calendar.id, time, recurrence);
    return new CalendarEventSeries(this._execution, this.#create(title, time, lines, options));
  }

  #create(title: string, time: EventTime, recurrence: string[], options: Record<string, unknown> = {}): EventRecord {
    if (typeof title !== 'string') throw signatureError('CalendarApp.createEvent', [title]);
    const { description = '', location = '', guests = '' } = options;
    const event = {
      ...newEvent(this._kernel, this._calendar.id, title, time, recurrence),
      description: String(description),
      location: String(location),
      guests: addressList(String(guests)).map((entry) => ({ email: bareAddress(entry), status: 'INVITED' as const })),
    };
    saveEvent(this._kernel, event);
    return event;
  }
}

export interface Calendar extends Omit<Google.Calendar, keyof CalendarMethods> {}
export class Calendar extends CalendarMethods {
  readonly #id: string;

  constructor(execution: Execution, id: string) {
    super(execution);
    this.#id = id;
  }

  get _calendarId(): string {
    return this.#id;
  }

  deleteCalendar(): void {
    deleteCalendar(this._kernel, this._calendar.id);
  }
}

function matches({ title, description, location, guests }: EventRecord, search: string): boolean {
  const text = [title, description, location, ...guests.map(({ email }) => email)].join('\n').toLowerCase();
  return text.includes(search.toLowerCase());
}
