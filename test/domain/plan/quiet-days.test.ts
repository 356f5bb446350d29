import fc from 'fast-check';
import { addDays, daysBetween, weekdayOf } from '../../../src/domain/plan/dates.ts';
import { readQuietDays } from '../../../src/domain/plan/quiet-days.ts';
import { planProblemText } from '../../../src/texts/plan-problems.ts';

/** Quiet days of a span, as `MM-DD` of a year of four digits. */
function quietBetween(written: string, from: string, to: string): string[] {
  const { quiet, problems } = readQuietDays(written);
  expect(problems).toEqual([]);
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) if (quiet(day)) days.push(day);
  return days;
}

test('days of the week: short, whole, and from one to another over the end of the week', () => {
  // 2 March 2026 is a Monday.
  expect(quietBetween('пт', '2026-03-02', '2026-03-15')).toEqual(['2026-03-06', '2026-03-13']);
  expect(quietBetween('Пятница; сб.', '2026-03-02', '2026-03-08')).toEqual(['2026-03-06', '2026-03-07']);
  expect(quietBetween('пт–пн', '2026-03-02', '2026-03-08')).toEqual([
    '2026-03-02',
    '2026-03-06',
    '2026-03-07',
    '2026-03-08',
  ]);
});

test('a date and a range without a year are of every year; a range may go over the new year', () => {
  expect(quietBetween('09.03', '2025-01-01', '2026-12-31')).toEqual(['2025-03-09', '2026-03-09']);
  expect(quietBetween('01.05–03.05', '2026-04-01', '2027-04-30')).toEqual(['2026-05-01', '2026-05-02', '2026-05-03']);
  expect(quietBetween('30.12 - 02.01', '2025-12-01', '2026-12-31')).toEqual([
    '2025-12-30',
    '2025-12-31',
    '2026-01-01',
    '2026-01-02',
    '2026-12-30',
    '2026-12-31',
  ]);
  expect(quietBetween('29.02', '2026-01-01', '2028-12-31')).toEqual(['2028-02-29']);
});

test('with a year, only that year; a year at one end is enough', () => {
  expect(quietBetween('09.03.2026', '2025-01-01', '2027-12-31')).toEqual(['2026-03-09']);
  expect(quietBetween('08.05–09.05.2026', '2025-01-01', '2027-12-31')).toEqual(['2026-05-08', '2026-05-09']);
  expect(quietBetween('31.12–01.01.2027', '2025-01-01', '2028-12-31')).toEqual(['2026-12-31', '2027-01-01']);
  expect(quietBetween('31.12.2026–01.01', '2025-01-01', '2028-12-31')).toEqual(['2026-12-31', '2027-01-01']);
});

test('nothing and «нет» are no quiet days', () => {
  expect(quietBetween('', '2026-01-01', '2026-12-31')).toEqual([]);
  expect(quietBetween('нет', '2026-01-01', '2026-12-31')).toEqual([]);
});

test.each([
  ['праздники', { code: 'quiet-days.not-understood', piece: 'праздники' }],
  ['31.06', { code: 'quiet-days.not-understood', piece: '31.06' }],
  ['29.02.2026', { code: 'quiet-days.not-understood', piece: '29.02.2026' }],
  ['пт–01.05', { code: 'quiet-days.not-understood', piece: 'пт–01.05' }],
  ['10.05.2026–01.05.2026', { code: 'quiet-days.reversed', piece: '10.05.2026–01.05.2026' }],
  ['01.01–31.12', { code: 'quiet-days.too-long', piece: '01.01–31.12', days: 365 }],
  ['пн–пт', { code: 'quiet-days.whole-week' }],
  ['пн, вт, ср; чт; пт', { code: 'quiet-days.whole-week' }],
])('«%s» is refused in Russian, and what stands beside it holds', (written, problem) => {
  const { quiet, problems } = readQuietDays(`${written}; 12.05.2026`);
  expect(problems).toEqual([problem]);
  expect(planProblemText(problems[0]!)).toMatch(/[а-я]/);
  expect([quiet('2026-05-12'), quiet('2026-05-13')]).toEqual([true, false]);
});

test('a range is quiet from its first day to its last, whatever the days', () => {
  const start = fc.integer({ min: 0, max: 900 }).map((days) => addDays('2024-01-01', days));
  fc.assert(
    fc.property(start, fc.integer({ min: 0, max: 99 }), fc.integer({ min: -150, max: 150 }), (from, length, at) => {
      const to = addDays(from, length);
      const written = [from, to].map((day) => day.split('-').reverse().join('.')).join('–');
      const day = addDays(from, at);
      expect(readQuietDays(written).quiet(day)).toBe(at >= 0 && at <= length);
    }),
  );
});

test('without years the same range holds in each year', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 364 }), fc.integer({ min: 0, max: 90 }), (at, length) => {
      // 2025 and 2026 are common years: the n-th day of one has the same name as that of the other.
      const [from, to] = [addDays('2025-01-01', at), addDays('2025-01-01', at + length)];
      const written = [from, to].map((day) => `${day.slice(8)}.${day.slice(5, 7)}`).join('-');
      const { quiet } = readQuietDays(written);
      for (let day = '2025-01-01'; day <= '2025-12-31'; day = addDays(day, 1)) {
        const place = daysBetween('2025-01-01', day);
        const inside = (place >= at && place <= at + length) || place <= at + length - 365;
        expect(quiet(day)).toBe(inside);
      }
    }),
    { numRuns: 30 },
  );
});

test('any text is read without looping or throwing, and leaves a weekday on which letters go', () => {
  const piece = fc.constantFrom('пн', 'вт-чт', 'пт', 'сб, вс', '01.05–10.05', '28.12-08.01', '9.9', 'что-то', '–', '');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const { quiet } = readQuietDays(pieces.join('; '));
      let open = 0;
      for (let day = '2026-02-01'; day <= '2026-03-31'; day = addDays(day, 1)) {
        if (!quiet(day) && weekdayOf(day) < 6) open += 1;
      }
      expect(open).toBeGreaterThan(0);
    }),
  );
});
