import fc from 'fast-check';
import {
  addDays,
  addMonths,
  dateOf,
  dateOfSerial,
  daysBetween,
  isIsoDate,
  serialOf,
  weekdayOf,
} from '../../../src/domain/plan/dates.ts';

const DAY_MS = 86_400_000;
const serials = fc.integer({ min: -100_000, max: 100_000 });

test('serial days agree with the platform’s own calendar, both ways', () => {
  fc.assert(
    fc.property(serials, (serial) => {
      const iso = new Date(serial * DAY_MS).toISOString().slice(0, 10);
      expect(dateOfSerial(serial)).toBe(iso);
      expect(serialOf(iso)).toBe(serial);
    }),
  );
});

test('weekdays agree with the platform’s own calendar', () => {
  fc.assert(
    fc.property(serials, (serial) => {
      expect(weekdayOf(dateOfSerial(serial)) % 7).toBe(new Date(serial * DAY_MS).getUTCDay());
    }),
  );
});

test('days between dates are what was added', () => {
  fc.assert(
    fc.property(serials, fc.integer({ min: -4000, max: 4000 }), (serial, days) => {
      const from = dateOfSerial(serial);
      expect(daysBetween(from, addDays(from, days))).toBe(days);
    }),
  );
});

test('a month from 31 January is the last day of February (Civil code, art. 192)', () => {
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
  expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
  expect(addMonths('2026-12-15', 2)).toBe('2027-02-15');
  expect(addMonths('2026-01-15', -1)).toBe('2025-12-15');
});

test('a day past the month’s end becomes its last day', () => {
  expect(dateOf(2026, 2, 31)).toBe('2026-02-28');
  expect(dateOf(2026, 13, 5)).toBe('2027-01-05');
  expect(dateOf(2026, 0, 5)).toBe('2025-12-05');
});

test.each(['2026-02-29', '2026-13-01', '2026-00-10', '26-01-01', '2026-1-1', ''])('«%s» is not a date', (text) => {
  expect(isIsoDate(text)).toBe(false);
});
