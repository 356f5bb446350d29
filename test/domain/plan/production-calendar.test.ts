import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { addDays, dateOf, partsOf, weekdayOf } from '../../../src/domain/plan/dates.ts';
import {
  calendarRow,
  calendarWithRows,
  shiftToWorkingDay,
  shippedCalendar,
  shippedCalendarRows,
  workdaysAfter,
} from '../../../src/domain/plan/production-calendar.ts';

interface SourceYear {
  nonWorkingDays: string[];
  workingWeekends: string[];
  workdays: number;
}

/** xmlcalendar.github.io, commit e930b9a, as it was taken. */
const source = JSON.parse(readFileSync('test/seeds/production-calendar-ru.json', 'utf8')) as {
  years: Record<string, SourceYear>;
};
const years = Object.keys(source.years).map(Number);
const calendar = shippedCalendar();

function daysOfYear(year: number): string[] {
  const days: string[] = [];
  for (let day = dateOf(year, 1, 1); partsOf(day).year === year; day = addDays(day, 1)) days.push(day);
  return days;
}

const coveredDay = fc
  .tuple(fc.integer({ min: 2013, max: 2026 }), fc.integer({ min: 0, max: 364 }))
  .map(([year, n]) => addDays(dateOf(year, 1, 1), n));

test('the shipped years are those of the source', () => {
  const asked = Array.from({ length: 40 }, (_, at) => 2000 + at);
  expect(asked.filter((year) => calendar.covers(year))).toEqual(years);
});

test.each(years)('%i has as many working days as the source counts', (year) => {
  expect(daysOfYear(year).filter((day) => calendar.isWorking(day)).length).toBe(source.years[year]?.workdays);
});

test.each(years)('every day of %i is as in the source', (year) => {
  const { nonWorkingDays, workingWeekends } = source.years[year] as SourceYear;
  for (const day of daysOfYear(year)) {
    const works = workingWeekends.includes(day) || (weekdayOf(day) < 6 && !nonWorkingDays.includes(day));
    expect([day, calendar.isWorking(day)]).toEqual([day, works]);
  }
});

test('of a year that is not covered weekends and the holidays of art. 112 are off, and the gap is told', () => {
  expect(calendar.covers(2027)).toBe(false);
  expect(calendar.gap(2027)).toEqual({ code: 'calendar.year-missing', year: 2027 });
  expect(calendar.gap(2026)).toBeUndefined();
  // 2027 by a paper calendar: 1 January is a Friday. 1 May and 12 June are Saturdays, 9 May a Sunday: the Mondays after
  // them are off (art. 112, part 2). The weekends of 1–8 January are moved by decree, so nothing is known of them.
  const off = [
    ...['01-01', '01-04', '01-05', '01-06', '01-07', '01-08', '02-23', '03-08', '05-03', '05-10', '06-14', '11-04'],
  ].map((monthDay) => `2027-${monthDay}`);
  for (const day of daysOfYear(2027)) {
    const works = new Date(`${day}T00:00Z`).getUTCDay() % 6 !== 0 && !off.includes(day);
    expect([day, calendar.isWorking(day)]).toEqual([day, works]);
  }
  expect(shiftToWorkingDay('2027-06-12', 'вперёд', calendar)).toBe('2027-06-15');
  expect(shiftToWorkingDay('2026-12-31', 'вперёд', calendar)).toBe('2027-01-11');
  expect(workdaysAfter('2026-12-30', 5, calendar)).toBe('2027-01-15');
});

test.each([
  ['2026-06-12', 'назад', '2026-06-11'],
  ['2026-06-12', 'вперёд', '2026-06-15'],
  ['2016-06-12', 'назад', '2016-06-10'],
  ['2016-06-12', 'вперёд', '2016-06-14'], // 13 June 2016 is off: the holiday fell on a Sunday
  ['2026-01-01', 'вперёд', '2026-01-12'],
  ['2025-11-01', 'назад', '2025-11-01'], // a worked Saturday
  ['2026-06-11', 'вперёд', '2026-06-11'],
] as const)('%s moved %s is %s', (date, shift, expected) => {
  expect(shiftToWorkingDay(date, shift, calendar)).toBe(expected);
});

test('three working days after 6 March 2026 are 12 March: 9 March is off', () => {
  expect(workdaysAfter('2026-03-06', 3, calendar)).toBe('2026-03-12');
});

test('a shifted date works, and no working day lies between it and the date', () => {
  fc.assert(
    fc.property(coveredDay, fc.constantFrom('вперёд' as const, 'назад' as const), (date, shift) => {
      fc.pre(date > '2013-01-10' && date < '2026-12-20');
      const moved = shiftToWorkingDay(date, shift, calendar);
      expect(calendar.isWorking(moved)).toBe(true);
      const step = shift === 'вперёд' ? 1 : -1;
      for (let day = date; day !== moved; day = addDays(day, step)) expect(calendar.isWorking(day)).toBe(false);
    }),
  );
});

test('n working days after a date contain exactly n working days', () => {
  fc.assert(
    fc.property(coveredDay, fc.integer({ min: 1, max: 60 }), (date, n) => {
      fc.pre(date < '2026-08-01');
      const last = workdaysAfter(date, n, calendar);
      let count = 0;
      for (let day = addDays(date, 1); day <= last; day = addDays(day, 1)) if (calendar.isWorking(day)) count += 1;
      expect(count).toBe(n);
      expect(calendar.isWorking(last)).toBe(true);
    }),
  );
});

test('the rows that the sheet is filled with say the same as the table', () => {
  const fromRows = calendarWithRows(years.flatMap(shippedCalendarRows), {
    covers: () => false,
    isWorking: () => false,
    gap: (year) => ({ code: 'calendar.year-missing', year }),
  });
  for (const year of years) {
    for (const day of daysOfYear(year)) expect([day, fromRows.isWorking(day)]).toEqual([day, calendar.isWorking(day)]);
  }
});

test('a day that the official changes counts as changed, and the rest of the year stays', () => {
  const edited = calendarWithRows([calendarRow('2026-03-10', 'выходной', 'санитарный день', 2)], calendar);
  expect(edited.isWorking('2026-03-10')).toBe(false);
  expect(edited.isWorking('2026-03-11')).toBe(true);
  expect(edited.isWorking('2026-06-12')).toBe(false);
});

test('a row deleted from a complete year in the sheet is a working day again', () => {
  const rows = shippedCalendarRows(2026).filter(({ date }) => date !== '2026-12-31');
  expect(calendar.isWorking('2026-12-31')).toBe(false);
  expect(calendarWithRows(rows, calendar).isWorking('2026-12-31')).toBe(true);
});

test('a new year counts as covered only with all its statutory holidays (labour code, art. 112)', () => {
  const one = calendarWithRows([calendarRow('2027-01-11', 'выходной', '', 2)], calendar);
  expect(one.covers(2027)).toBe(false);
  expect(one.gap(2027)).toMatchObject({
    code: 'calendar.year-incomplete',
    missing: expect.arrayContaining(['2027-02-23']),
  });
  expect(['2027-01-11', '2027-05-05', '2027-02-23'].map(one.isWorking)).toEqual([false, true, false]);
  // 2027: 1 and 4–8 January are weekdays; 23 February Tuesday, 8 March Monday, 4 November Thursday;
  // 1 and 9 May and 12 June fall on weekends.
  const holidays = ['01-01', '01-04', '01-05', '01-06', '01-07', '01-08', '02-23', '03-08', '11-04'];
  const whole = calendarWithRows(
    holidays.map((day, i) => calendarRow(`2027-${day}`, 'выходной', '', i + 2)),
    calendar,
  );
  expect(whole.covers(2027)).toBe(true);
  expect(whole.isWorking('2027-05-05')).toBe(true);
  expect(whole.isWorking('2027-02-23')).toBe(false);
});

test.each([
  ['рабочий', true],
  ['Сокращённый', true],
  [true, true],
  ['да', true],
  ['выходной', false],
  ['нерабочий', false],
  ['праздничный', false],
  [false, false],
  ['нет', false],
])('«%s» in the calendar sheet means working: %s', (cell, working) => {
  expect(calendarRow('2026-03-10', cell, '', 2).working).toBe(working);
});

test('a row of the calendar sheet that cannot be read names itself', () => {
  expect(() => calendarRow('2026-03-10', 'может быть', '', 7)).toThrow('calendar.bad-row');
  expect(() => calendarRow(undefined, 'рабочий', '', 7)).toThrow('calendar.bad-row');
});
