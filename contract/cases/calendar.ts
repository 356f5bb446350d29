import { type Case, reference } from '../case.ts';

const calendarApp = 'CalendarApp';
const NAME = 'Договор: проба';
const DAY = { year: 2030, month: 1, day: 15 };

/** Noon of a day of February 2030. */
function noon(day: number): GoogleAppsScript.Base.Date {
  return new Date(DAY.year, DAY.month, day, 12) as unknown as GoogleAppsScript.Base.Date;
}

/** A calendar of the case's own; one that a run which was cut off left behind goes first. */
function inOwnCalendar<T>(work: (calendar: GoogleAppsScript.Calendar.Calendar) => T): T {
  for (const left of CalendarApp.getOwnedCalendarsByName(NAME)) left.deleteCalendar();
  const calendar = CalendarApp.createCalendar(NAME, { description: 'проба', timeZone: Session.getScriptTimeZone() });
  try {
    return work(calendar);
  } finally {
    calendar.deleteCalendar();
  }
}

const shown = (event: GoogleAppsScript.Calendar.CalendarEvent) => {
  const start = event.getAllDayStartDate();
  return { allDay: event.isAllDayEvent(), month: start.getMonth(), day: start.getDate(), title: event.getTitle() };
};

/** A calendar of one's own and events for whole days in it. */
export const calendarCases: readonly Case[] = [
  {
    name: 'Свой календарь создаётся с описанием, находится по номеру и по названию, а удалённый не находится',
    service: calendarApp,
    source: reference('calendar/calendar-app#createCalendar(String,Object)'),
    expected: { description: 'проба', byId: NAME, byName: 1, primary: false, after: null },
    observe() {
      let id = '';
      const found = inOwnCalendar((calendar) => {
        id = calendar.getId();
        return {
          description: calendar.getDescription(),
          byId: CalendarApp.getOwnedCalendarById(id).getName(),
          byName: CalendarApp.getOwnedCalendarsByName(NAME).length,
          primary: calendar.isMyPrimaryCalendar(),
        };
      });
      return { ...found, after: CalendarApp.getOwnedCalendarById(id) };
    },
  },
  {
    name: 'Событие на весь день стоит на своём дне, с описанием с самого начала',
    service: calendarApp,
    source: reference('calendar/calendar#createAllDayEvent(String,Date,Object)'),
    expected: { allDay: true, month: 1, day: 15, title: 'Срок', description: 'Строка 1\nСтрока 2', same: true },
    observe: () =>
      inOwnCalendar((calendar) => {
        const made = calendar.createAllDayEvent('Срок', noon(DAY.day), { description: 'Строка 1\nСтрока 2' });
        const found = calendar.getEventById(made.getId());
        return { ...shown(found), description: found.getDescription(), same: found.getId() === made.getId() };
      }),
  },
  {
    name: 'Событие переносится на другой день и переименовывается, оставаясь тем же событием',
    service: calendarApp,
    source: reference('calendar/calendar-event#setAllDayDate(Date)'),
    expected: { allDay: true, month: 1, day: 20, title: '✓ Срок', before: 0, after: 1 },
    observe: () =>
      inOwnCalendar((calendar) => {
        const id = calendar.createAllDayEvent('Срок', noon(DAY.day)).getId();
        calendar.getEventById(id).setTitle('✓ Срок').setAllDayDate(noon(20));
        const count = (day: number): number => calendar.getEventsForDay(noon(day)).length;
        return { ...shown(calendar.getEventById(id)), before: count(DAY.day), after: count(20) };
      }),
  },
  {
    name: 'Удалённого события среди событий дня нет',
    service: calendarApp,
    source: reference('calendar/calendar-event#deleteEvent()'),
    expected: ['второе'],
    observe: () =>
      inOwnCalendar((calendar) => {
        calendar.createAllDayEvent('первое', noon(DAY.day)).deleteEvent();
        calendar.createAllDayEvent('второе', noon(DAY.day));
        return calendar.getEventsForDay(noon(DAY.day)).map((event) => event.getTitle());
      }),
  },
];
