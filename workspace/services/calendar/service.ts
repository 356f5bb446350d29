import type { Execution, ServiceDefinition } from '../../kernel/execution.ts';
import { signatureError } from '../../kernel/google-object.ts';
import { WEEKDAY } from '../script/clock-trigger-builder.ts';
import { Calendar, CalendarMethods } from './calendar.ts';
import { calendars, createCalendar, findCalendar } from './calendar-store.ts';
import {
  COLORS,
  EVENT_COLORS,
  EVENT_TRANSPARENCIES,
  EVENT_TYPES,
  GUEST_STATUSES,
  MONTHS,
  VISIBILITIES,
} from './enums.ts';
import type { CalendarRecord } from './event-record.ts';
import { EventRecurrence } from './recurrence.ts';

import Google = GoogleAppsScript.Calendar;

export const calendarService: ServiceDefinition = {
  name: 'CalendarApp',
  create: (execution) => new CalendarApp(execution),
};

type Enums =
  | 'Color'
  | 'EventColor'
  | 'EventTransparency'
  | 'EventType'
  | 'GuestStatus'
  | 'Month'
  | 'Visibility'
  | 'Weekday';

export interface CalendarApp extends Omit<Google.CalendarApp, Enums | keyof CalendarMethods> {}
export class CalendarApp extends CalendarMethods {
  readonly Color = COLORS;
  readonly EventColor = EVENT_COLORS;
  readonly EventTransparency = EVENT_TRANSPARENCIES;
  readonly EventType = EVENT_TYPES;
  readonly GuestStatus = GUEST_STATUSES;
  readonly Month = MONTHS;
  readonly Visibility = VISIBILITIES;
  readonly Weekday = WEEKDAY;

  constructor(execution: Execution) {
    super(execution);
  }

  /** Asked for by every method that works with the user's own calendar. */
  get _calendarId(): string {
    this._execution.requireAuthorization('CalendarApp');
    return this._kernel.user.email;
  }

  getDefaultCalendar(): Calendar {
    return new Calendar(this._execution, this._calendarId);
  }

  createCalendar(name: string, options: Record<string, unknown> = {}): Calendar {
    this._execution.requireAuthorization('CalendarApp.createCalendar');
    if (typeof name !== 'string') throw signatureError('CalendarApp.createCalendar', [name]);
    const known = ['description', 'timeZone', 'color', 'hidden', 'selected'].filter(
      (key) => options[key] !== undefined,
    );
    const settings = Object.fromEntries(known.map((key) => [key, options[key]])) as Partial<CalendarRecord>;
    return new Calendar(this._execution, createCalendar(this._kernel, name, settings).id);
  }

  getAllCalendars(): Calendar[] {
    this._execution.requireAuthorization('CalendarApp.getAllCalendars');
    return calendars(this._kernel).map(({ id }) => new Calendar(this._execution, id));
  }

  getAllOwnedCalendars(): Calendar[] {
    return this.getAllCalendars();
  }

  getCalendarsByName(name: string): Calendar[] {
    return this.getAllCalendars().filter((calendar) => calendar.getName() === name);
  }

  getOwnedCalendarsByName(name: string): Calendar[] {
    return this.getCalendarsByName(name);
  }

  /** null when there is none. */
  getCalendarById(id: string): Calendar {
    this._execution.requireAuthorization('CalendarApp.getCalendarById');
    const calendar = findCalendar(this._kernel, id === 'primary' ? this._kernel.user.email : String(id));
    return (calendar ? new Calendar(this._execution, calendar.id) : null) as Calendar;
  }

  getOwnedCalendarById(id: string): Calendar {
    return this.getCalendarById(id);
  }

  newRecurrence(): EventRecurrence {
    return new EventRecurrence();
  }
}
