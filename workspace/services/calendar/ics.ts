import ical, {
  ICalAlarmType,
  ICalAttendeeStatus,
  type ICalCalendar,
  type ICalEventData,
  ICalEventTransparency,
} from 'ical-generator';
import type { Kernel } from '../../kernel/kernel.ts';
import { inZone } from '../../kernel/zone-of-process.ts';
import { icsWall, ofWallTime, wallTime } from './calendar-days.ts';
import { eventsOf, findCalendar } from './calendar-store.ts';
import type { CalendarRecord, EventRecord, GuestRecord } from './event-record.ts';

const ATTENDEE_STATUS: Readonly<Record<GuestRecord['status'], ICalAttendeeStatus>> = {
  INVITED: ICalAttendeeStatus.NEEDSACTION,
  MAYBE: ICalAttendeeStatus.TENTATIVE,
  NO: ICalAttendeeStatus.DECLINED,
  OWNER: ICalAttendeeStatus.ACCEPTED,
  YES: ICalAttendeeStatus.ACCEPTED,
};

/**
 * The calendar as an .ics file for any calendar program.
 * @throws Error when there is no such calendar
 */
export function calendarIcs(kernel: Kernel, id: string): string {
  const calendar = findCalendar(kernel, id);
  if (!calendar) throw new Error(`no calendar ${id} in the workspace`);
  // The library writes a series by the machine's own clocks; in UTC they show what `wallTime` gives.
  return inZone('UTC', () => calendarFile(kernel, calendar).toString());
}

function calendarFile(kernel: Kernel, calendar: CalendarRecord): ICalCalendar {
  const file = ical({
    name: calendar.name,
    ...(calendar.description === '' ? {} : { description: calendar.description }),
    prodId: { company: 'local-workspace', product: 'calendar' },
    x: { 'X-WR-TIMEZONE': calendar.timeZone },
  });
  for (const event of eventsOf(kernel, calendar.id)) file.createEvent(eventData(kernel, calendar, event));
  return file;
}

function eventData(kernel: Kernel, calendar: CalendarRecord, event: EventRecord): ICalEventData {
  const lines = event.recurrence.map((line) => recurrenceLine(line, event, calendar));
  const isOpaque = event.transparency !== 'TRANSPARENT';
  return {
    id: event.id,
    summary: event.title,
    ...(event.description === '' ? {} : { description: event.description }),
    ...(event.location === '' ? {} : { location: event.location }),
    ...times(event, calendar),
    ...(lines.length > 0 ? { repeating: lines.join('\r\n') } : {}),
    transparency: isOpaque ? ICalEventTransparency.OPAQUE : ICalEventTransparency.TRANSPARENT,
    organizer: { name: kernel.user.email, email: kernel.user.email },
    attendees: event.guests.map(({ email, status }) => ({ email, status: ATTENDEE_STATUS[status] })),
    alarms: [
      ...(event.reminders?.popup ?? []).map((minutes) => ({ type: ICalAlarmType.display, trigger: minutes * 60 })),
      ...(event.reminders?.email ?? []).map((minutes) => ({ type: ICalAlarmType.email, trigger: minutes * 60 })),
    ],
    stamp: new Date(event.updatedMs),
    created: new Date(event.createdMs),
    lastModified: new Date(event.updatedMs),
  };
}

/** Moments are given in UTC; only a series, which keeps its hour when clocks are changed, needs the zone. */
function times(
  { time, recurrence }: EventRecord,
  { timeZone }: CalendarRecord,
): Pick<ICalEventData, 'start' | 'end' | 'allDay' | 'timezone'> {
  if (time.allDay) {
    return { allDay: true, start: new Date(`${time.startDay}T00:00:00Z`), end: new Date(`${time.endDay}T00:00:00Z`) };
  }
  const { startMs, endMs } = time;
  if (recurrence.length === 0) return { start: new Date(startMs), end: new Date(endMs) };
  // With a zone the library writes a date's UTC figures as the zone's.
  return { timezone: timeZone, start: wallTime(startMs, timeZone), end: wallTime(endMs, timeZone) };
}

/** Recurrences are kept by the clocks of the zone; in a file, times are moments and whole days are days. */
function recurrenceLine(line: string, { time }: EventRecord, { timeZone }: CalendarRecord): string {
  const stamp = /(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/g;
  if (time.allDay) return line.replace(stamp, '$1$2$3').replace(/^(RDATE|EXDATE):/, '$1;VALUE=DATE:');
  return line.replace(stamp, (_, year, month, day, hour, minute, second) => {
    const wall = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
    return `${icsWall(new Date(ofWallTime(wall, timeZone)))}Z`;
  });
}
