import { randomBytes } from 'node:crypto';
import { GoogleError } from '../../kernel/google-object.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import type { CalendarRecord, EventRecord, EventTime } from './event-record.ts';

/** `calendar:ID` is a calendar, `calendar-event:ID:EVENT` an event in it. */
const CALENDAR = 'calendar:';
const EVENT = 'calendar-event:';

/** Google's blue, the colour of a first calendar. */
const FIRST_COLOR = '#9FC6E7';

/** The user's own calendar has the user's address for an id and is always there. */
export function defaultCalendar(kernel: Kernel): CalendarRecord {
  const id = kernel.user.email;
  return kernel.store.get<CalendarRecord>(CALENDAR + id) ?? newCalendar(kernel, id, id);
}

export function createCalendar(kernel: Kernel, name: string, options: Partial<CalendarRecord>): CalendarRecord {
  const id = `c_${randomBytes(16).toString('hex')}@group.calendar.google.com`;
  const calendar = { ...newCalendar(kernel, id, name), ...options };
  saveCalendar(kernel, calendar);
  return calendar;
}

/** All calendars, the user's own first. */
export function calendars(kernel: Kernel): CalendarRecord[] {
  const own = defaultCalendar(kernel);
  const others = kernel.store.keys(CALENDAR).map((key) => kernel.store.get<CalendarRecord>(key) as CalendarRecord);
  return [own, ...others.filter(({ id }) => id !== own.id)];
}

export function findCalendar(kernel: Kernel, id: string): CalendarRecord | undefined {
  return calendars(kernel).find((calendar) => calendar.id === id);
}

export function saveCalendar(kernel: Kernel, calendar: CalendarRecord): void {
  kernel.store.put(CALENDAR + calendar.id, calendar);
  kernel.announce('calendar');
}

/** @throws GoogleError for the user's own calendar, which cannot be deleted */
export function deleteCalendar(kernel: Kernel, id: string): void {
  if (id === kernel.user.email) throw new GoogleError('Action not allowed: the primary calendar cannot be deleted.');
  kernel.store.transaction(() => {
    for (const key of kernel.store.keys(`${EVENT}${id}:`)) kernel.store.delete(key);
    kernel.store.delete(CALENDAR + id);
  });
  kernel.announce('calendar');
}

export function newEvent(
  kernel: Kernel,
  calendarId: string,
  title: string,
  time: EventTime,
  recurrence: string[] = [],
): EventRecord {
  const at = kernel.clock.now();
  return {
    id: `${randomBytes(16).toString('hex').slice(0, 26)}@google.com`,
    calendarId,
    title,
    time,
    description: '',
    location: '',
    guests: [],
    reminders: null,
    tags: {},
    color: '',
    visibility: 'DEFAULT',
    transparency: 'OPAQUE',
    guestsCanModify: false,
    guestsCanInviteOthers: true,
    guestsCanSeeGuests: true,
    anyoneCanAddSelf: false,
    recurrence,
    createdMs: at,
    updatedMs: at,
  };
}

/** Events and series as they are kept, in no order. */
export function eventsOf(kernel: Kernel, calendarId: string): EventRecord[] {
  return kernel.store.keys(`${EVENT}${calendarId}:`).map((key) => kernel.store.get<EventRecord>(key) as EventRecord);
}

export function findEvent(kernel: Kernel, calendarId: string, id: string): EventRecord | undefined {
  const full = id.includes('@') ? id : `${id}@google.com`;
  return kernel.store.get<EventRecord>(eventKey(calendarId, full));
}

export function saveEvent(kernel: Kernel, event: EventRecord): void {
  kernel.store.put(eventKey(event.calendarId, event.id), { ...event, updatedMs: kernel.clock.now() });
  kernel.announce('calendar');
}

export function deleteEvent(kernel: Kernel, event: EventRecord): void {
  kernel.store.delete(eventKey(event.calendarId, event.id));
  kernel.announce('calendar');
}

function eventKey(calendarId: string, id: string): string {
  return `${EVENT}${calendarId}:${id}`;
}

function newCalendar(kernel: Kernel, id: string, name: string): CalendarRecord {
  return {
    id,
    name,
    description: '',
    timeZone: kernel.user.timeZone,
    color: FIRST_COLOR,
    hidden: false,
    selected: true,
  };
}
