import { type IsoDate, partsOf } from '../domain/plan/dates.ts';

type Calendar = GoogleAppsScript.Calendar.Calendar;
type CalendarEvent = GoogleAppsScript.Calendar.CalendarEvent;

/** A calendar of the add-in's own, by its id; the person's other calendars are never touched. */
export function findCalendar(id: string): Calendar | null {
  return id === '' ? null : (CalendarApp.getOwnedCalendarById(id) as Calendar | null);
}

/**
 * Makes a calendar, or takes up the one that a run which was cut off had made.
 *
 * @param description tells it from calendars of the same name
 */
export function makeCalendar(name: string, description: string): Calendar {
  const made = CalendarApp.getOwnedCalendarsByName(name).filter((each) => each.getDescription() === description);
  if (made[0]) return made[0];
  const calendar = CalendarApp.createCalendar(name, { description, timeZone: Session.getScriptTimeZone() });
  // An option that Google passed over would leave a calendar that the next run does not know for its own.
  return calendar.getDescription() === description ? calendar : calendar.setDescription(description);
}

/** An event for a whole day. What it shows is set in the call that makes it, so there is never half an event. */
export function makeEvent(calendar: Calendar, day: IsoDate, title: string, description: string): CalendarEvent {
  return calendar.createAllDayEvent(title, noonOf(day), { description });
}

/** An event of that day whose description has these words. */
export function findEventOfDay(calendar: Calendar, day: IsoDate, words: string): CalendarEvent | undefined {
  return calendar.getEventsForDay(noonOf(day)).find((event) => event.getDescription().indexOf(words) >= 0);
}

/** Null when there is none any more. */
export function eventById(calendar: Calendar, id: string): CalendarEvent | null {
  return calendar.getEventById(id) as CalendarEvent | null;
}

/** Noon is that day in any zone that the calendar may have been set to. */
export function noonOf(day: IsoDate): GoogleAppsScript.Base.Date {
  const { year, month, day: dayOfMonth } = partsOf(day);
  return new Date(year, month - 1, dayOfMonth, 12) as unknown as GoogleAppsScript.Base.Date;
}
