import { calendarIcs } from '../../../workspace/services/calendar/ics.ts';
import { type CalendarApp, calendarService } from '../../../workspace/services/calendar/service.ts';
import { givenExecution, givenKernel } from '../documents/host-execution.ts';

type GoogleDate = GoogleAppsScript.Base.Date;

/** By the clocks of Moscow, three hours ahead of UTC. */
function moscow(text: string): GoogleDate {
  return new Date(`${text}+03:00`) as unknown as GoogleDate;
}

function givenCalendar() {
  const kernel = givenKernel();
  const app = givenExecution(kernel).service<CalendarApp>(calendarService);
  return { kernel, app, calendar: app.getDefaultCalendar() };
}

function titles(events: { getTitle(): string }[]): string[] {
  return events.map((event) => event.getTitle());
}

function unfolded(ics: string): string {
  return ics.replace(/\r\n[ \t]/g, '');
}

test('an event is found by any span that it touches, and by none that ends as it begins', () => {
  const { calendar } = givenCalendar();
  calendar.createEvent('Совещание', moscow('2026-02-02T10:00:00'), moscow('2026-02-02T11:00:00'));
  const found = (from: string, to: string) => titles(calendar.getEvents(moscow(from), moscow(to)));
  expect(found('2026-02-02T10:30:00', '2026-02-02T10:45:00')).toEqual(['Совещание']);
  expect(found('2026-02-02T09:00:00', '2026-02-02T10:00:00')).toEqual([]);
  expect(found('2026-02-02T11:00:00', '2026-02-02T12:00:00')).toEqual([]);
  expect(titles(calendar.getEventsForDay(moscow('2026-02-02T23:00:00')))).toEqual(['Совещание']);
});

test('a whole-day event is its day in the script’s zone, midnight in UTC or not', () => {
  const { kernel, calendar } = givenCalendar();
  // 21:00 UTC of 1 February is already 2 February in Moscow.
  const event = calendar.createAllDayEvent('Срок', new Date('2026-02-01T21:00:00Z') as unknown as GoogleDate);
  expect(event.isAllDayEvent()).toBe(true);
  expect(event.getAllDayStartDate()).toEqual(moscow('2026-02-02T00:00:00'));
  expect(event.getAllDayEndDate()).toEqual(moscow('2026-02-03T00:00:00'));
  const ics = unfolded(calendarIcs(kernel, calendar.getId()));
  expect(ics).toContain('DTSTART;VALUE=DATE:20260202');
  expect(ics).toContain('DTEND;VALUE=DATE:20260203');
});

test('the .ics file has the moment, the words, the guests and the reminders', () => {
  const { kernel, calendar } = givenCalendar();
  calendar
    .createEvent('Отчёт; итоги', moscow('2026-02-02T10:00:00'), moscow('2026-02-02T11:30:00'), {
      description: 'Взять таблицу',
      location: 'Каб. 5',
      guests: 'a@example.ru, b@example.ru',
    })
    .addPopupReminder(60);
  const ics = unfolded(calendarIcs(kernel, calendar.getId()));
  expect(ics).toContain('SUMMARY:Отчёт\\; итоги');
  expect(ics).toContain('DTSTART:20260202T070000Z');
  expect(ics).toContain('DTEND:20260202T083000Z');
  expect(ics).toContain('LOCATION:Каб. 5');
  expect(ics).toMatch(/ATTENDEE;.*PARTSTAT=NEEDS-ACTION.*:(?:MAILTO|mailto):a@example\.ru/);
  expect(ics).toMatch(/BEGIN:VALARM[\s\S]*TRIGGER:-PT1H[\s\S]*END:VALARM/);
});

test('a weekly series leaves out the excluded date and ends after its count', () => {
  const { kernel, app, calendar } = givenCalendar();
  const recurrence = app.newRecurrence().addDateExclusion(moscow('2026-02-09T00:00:00')).addWeeklyRule().times(4);
  calendar.createEventSeries(
    'Планёрка',
    moscow('2026-02-02T09:00:00'),
    moscow('2026-02-02T09:30:00'),
    recurrence as unknown as GoogleAppsScript.Calendar.EventRecurrence,
  );
  const events = calendar.getEvents(moscow('2026-01-01T00:00:00'), moscow('2026-12-31T00:00:00'));
  expect(events.map((event) => event.getStartTime())).toEqual(
    ['2026-02-02T09:00:00', '2026-02-16T09:00:00', '2026-02-23T09:00:00'].map(moscow),
  );
  expect(events.every((event) => event.isRecurringEvent())).toBe(true);
  const ics = unfolded(calendarIcs(kernel, calendar.getId()));
  expect(ics).toContain('DTSTART;TZID=Europe/Moscow:20260202T090000');
  expect(ics).toContain('RRULE:FREQ=WEEKLY;COUNT=4');
  expect(ics).toContain('EXDATE:20260209T060000Z');
});

test('a series keeps its hour by the clocks when these are put forward', () => {
  const { app } = givenCalendar();
  const calendar = app.createCalendar('Berlin', { timeZone: 'Europe/Berlin' });
  const recurrence = app.newRecurrence().addWeeklyRule().times(2);
  // Clocks go forward on 29 March 2026: 9:00 is 8:00 UTC before and 7:00 UTC after.
  calendar.createEventSeries(
    'Jour fixe',
    new Date('2026-03-23T08:00:00Z') as unknown as GoogleDate,
    new Date('2026-03-23T09:00:00Z') as unknown as GoogleDate,
    recurrence as unknown as GoogleAppsScript.Calendar.EventRecurrence,
  );
  const events = calendar.getEvents(moscow('2026-03-01T00:00:00'), moscow('2026-05-01T00:00:00'));
  expect(events.map((event) => (event.getStartTime() as unknown as Date).toISOString())).toEqual([
    '2026-03-23T08:00:00.000Z',
    '2026-03-30T07:00:00.000Z',
  ]);
});

test('tags, title and time can be changed; a deleted event is gone', () => {
  const { kernel, calendar } = givenCalendar();
  const event = calendar.createAllDayEvent('Срок', moscow('2026-02-02T12:00:00')).setTag('key', 'план-7');
  const same = givenExecution(kernel).service<CalendarApp>(calendarService).getEventById(event.getId());
  expect(same.getTag('key')).toBe('план-7');
  same.setTitle('Перенесён').setAllDayDate(moscow('2026-02-05T12:00:00'));
  expect(titles(calendar.getEventsForDay(moscow('2026-02-05T12:00:00')))).toEqual(['Перенесён']);
  same.deleteEvent();
  expect(calendar.getEventById(event.getId())).toBeNull();
  expect(() => event.getTitle()).toThrow('The calendar event does not exist, or it has already been deleted.');
});

test.each([4, 40_321])('a reminder %i minutes before is refused: from five minutes to four weeks', (minutes) => {
  const { calendar } = givenCalendar();
  const event = calendar.createAllDayEvent('Срок', moscow('2026-02-02T12:00:00'));
  expect(() => event.addPopupReminder(minutes)).toThrow(/between 5 minutes and 4 weeks/);
  expect(event.addPopupReminder(5).addPopupReminder(40_320).getPopupReminders()).toEqual([5, 40_320]);
});

test('an event that ends before it begins is refused', () => {
  const { calendar } = givenCalendar();
  expect(() => calendar.createEvent('?', moscow('2026-02-02T11:00:00'), moscow('2026-02-02T10:00:00'))).toThrow(
    'Event start time must be before event end time.',
  );
});

test('without authorisation there is no calendar', () => {
  const app = givenExecution(givenKernel(), 'LIMITED').service<CalendarApp>(calendarService);
  expect(() => app.createAllDayEvent('Срок', moscow('2026-02-02T12:00:00'))).toThrow(/permission/);
});
