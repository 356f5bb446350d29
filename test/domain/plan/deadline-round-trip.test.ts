/** What the add-in prints about a deadline is itself a phrase of the language, with the same dates. */
import fc from 'fast-check';
import { daysInMonth } from '../../../src/domain/plan/dates.ts';
import type { DayOfYear, Deadline, DeadlinePart, Period, RecurringDue } from '../../../src/domain/plan/deadline.ts';
import { LAST_YEAR } from '../../../src/domain/plan/deadline-cursor.ts';
import { dueDates } from '../../../src/domain/plan/due-dates.ts';
import { parseDeadline } from '../../../src/domain/plan/parse-deadline.ts';
import { describeDeadline } from '../../../src/texts/deadline-words.ts';

const int = (min: number, max: number) => fc.integer({ min, max });
const year = int(2014, 2025);
const month = int(1, 12);

const dayOfYear = month.chain((m) => int(1, daysInMonth(2024, m)).map((day) => ({ month: m, day })));
const inYear = fc.oneof(
  fc.constant({}),
  year.map((y) => ({ year: y })),
  fc.constantFrom({ yearShift: 1 }, { yearShift: -1 }),
);
const flag = <K extends string>(name: K) => fc.constantFrom({}, { [name]: true } as Record<K, true>);

const date = fc
  .tuple(dayOfYear, inYear, flag('until'), flag('yearly'))
  .map(([day, when, until, yearly]): DeadlinePart => ({ kind: 'date', ...day, ...when, ...until, ...yearly }));

/** The end not before the start, and in the next year where it is: as phrases can say it. */
const dateRange = fc.tuple(dayOfYear, dayOfYear, fc.option(year, { nil: undefined })).map(([a, b, y]): DeadlinePart => {
  const place = (d: DayOfYear) => d.month * 100 + d.day;
  const wraps = place(b) < place(a);
  if (wraps && a.month === b.month) return { kind: 'date', ...a, from: b };
  if (y !== undefined)
    return { kind: 'date', ...b, year: y + (wraps ? 1 : 0), from: { ...a, ...(wraps && { year: y }) } };
  return { kind: 'date', ...b, ...(wraps && { yearShift: 1 }), from: a };
});

const period: fc.Arbitrary<Period> = fc.oneof(
  month.map((n): Period => ({ unit: 'month', n })),
  int(1, 4).map((n): Period => ({ unit: 'quarter', n })),
  int(1, 2).map((n): Period => ({ unit: 'half', n })),
  fc.tuple(int(1, 3), month).map(([n, m]): Period => ({ unit: 'decade', n, month: m })),
  fc.tuple(int(1, 2), month).map(([n, m]): Period => ({ unit: 'half-month', n, month: m })),
  fc.tuple(int(1, 5), month).map(([n, m]): Period => ({ unit: 'week', n, month: m })),
  fc.constantFrom<Period>({ unit: 'year', n: 0 }),
);

const wholePeriod = fc
  .tuple(period, inYear, flag('yearly'))
  .map(([p, when, yearly]): DeadlinePart => ({ kind: 'period', period: p, ...when, ...yearly }));

const otherPeriod = fc.oneof(
  year.map((y): DeadlinePart => ({ kind: 'period', period: { unit: 'school-year', n: 0 }, year: y })),
  fc.constantFrom<DeadlinePart>(
    { kind: 'period', period: { unit: 'school-year', n: 0 } },
    { kind: 'period', period: { unit: 'nine-months', n: 0 } },
    { kind: 'period', period: { unit: 'nine-months', n: 0 }, year: 2025 },
  ),
  fc.tuple(year, int(1, 4)).map(
    ([y, n]): DeadlinePart => ({
      kind: 'period',
      period: { unit: 'year', n: 0 },
      year: y + n,
      from: { unit: 'year', n: 0, year: y },
    }),
  ),
  fc.tuple(month, int(1, 11)).map(([m, more]): DeadlinePart => {
    const end = ((m + more - 1) % 12) + 1;
    return {
      kind: 'period',
      period: { unit: 'month', n: end },
      from: { unit: 'month', n: m },
      ...(end < m && { yearShift: 1 }),
    };
  }),
  fc
    .tuple(fc.constantFrom<Period>({ unit: 'quarter', n: 1 }, { unit: 'half', n: 1 }), int(-20, 20), fc.boolean())
    .map(([p, days, working]): DeadlinePart => ({ kind: 'period', period: p, offset: { days: days || 1, working } })),
);

const named = fc.constantFrom(1, 3, 6);
const due: fc.Arbitrary<{ months: number; due: RecurringDue }> = fc.oneof(
  fc.constantFrom(1, 2, 3, 4, 5, 6, 12).map((months) => ({ months, due: { at: 'end' as const } })),
  fc.constantFrom(1, 3, 5).map((months) => ({ months, due: { at: 'middle-and-end' as const } })),
  fc.constant({ months: 1, due: { at: 'decades' as const } }),
  named
    .chain((months) =>
      fc.tuple(
        fc.constant(months),
        fc.uniqueArray(int(1, 31), { minLength: 1, maxLength: 3 }),
        months === 1 ? int(0, 1) : int(1 - months, months),
        flag('until'),
      ),
    )
    .map(([months, days, monthOffset, until]) => ({
      months,
      due: { at: 'days' as const, days, monthOffset, ...until },
    })),
  fc.tuple(named, fc.constantFrom(-1, 1, 5, 10), int(0, 1)).map(([months, n, monthOffset]) => ({
    months,
    due: { at: 'workday' as const, n, monthOffset },
  })),
  fc.tuple(fc.constantFrom(1, 3, 6, 12), int(-20, 20), fc.boolean()).map(([months, days, working]) => ({
    months,
    due: { at: 'offset' as const, days: days || 1, working },
  })),
);

const stretch = fc.oneof(
  fc.constant({}),
  year.map((y) => ({ year: y })),
  fc.tuple(year, int(1, 5)).map(([y, n]) => ({ years: [y, y + n] as [number, number] })),
);

const within = fc.constantFrom(
  { within: { from: { day: 1, month: 9 }, to: { day: 31, month: 5, yearShift: 1 } } },
  { within: { from: { day: 1, month: 1 }, to: { day: 31, month: 6 } } },
  { within: { from: { day: 15, month: 3 }, to: { day: 15, month: 11 } } },
  { within: { from: { day: 1, month: 4 }, to: { day: 31, month: 12 } } },
  { within: { from: { day: 15, month: 9, year: 2024 }, to: { day: 31, month: 12 } } },
);

const recurring = fc.tuple(due, stretch).map(([d, s]): DeadlinePart => ({ kind: 'recurring', ...d, ...s }));
const recurringWithin = fc
  .tuple(fc.constantFrom<RecurringDue>({ at: 'end' }, { at: 'days', days: [5], monthOffset: 0, until: true }), within)
  .map(([d, w]): DeadlinePart => ({ kind: 'recurring', months: 1, due: d, ...w }));

const other = fc.oneof(
  int(2, 60)
    .filter((days) => days !== 7)
    .map((days): DeadlinePart => ({ kind: 'every-days', days })),
  fc
    .uniqueArray(int(1, 7), { minLength: 1, maxLength: 3 })
    .map((weekdays): DeadlinePart => ({ kind: 'weekday', weekdays })),
  fc
    .tuple(int(1, 7), fc.constantFrom(-1, 1, 2, 3, 4, 5), fc.constantFrom(1, 3))
    .map(([day, nth, everyMonths]): DeadlinePart => ({ kind: 'weekday', weekdays: [day], nth, everyMonths })),
  fc
    .tuple(int(1, 7), fc.constantFrom(-1, 1, 2, 3, 4, 5), month)
    .map(([day, nth, m]): DeadlinePart => ({ kind: 'weekday', weekdays: [day], nth, month: m })),
);

const offset = fc.tuple(int(-40, 40), fc.boolean()).map(([days, working]) => ({ days: days || 1, working }));

/** «за 14 дней до 1 марта», «через 5 рабочих дней после окончания мая 2024 года». */
const counted = fc.oneof(
  fc
    .tuple(dayOfYear, inYear, offset)
    .map(([day, when, o]): DeadlinePart => ({ kind: 'date', ...day, ...when, offset: o })),
  fc
    .tuple(month, inYear, offset)
    .map(([n, when, o]): DeadlinePart => ({ kind: 'period', period: { unit: 'month', n }, ...when, offset: o })),
  fc
    .tuple(year, offset)
    .map(([y, o]): DeadlinePart => ({ kind: 'period', period: { unit: 'year', n: 0 }, year: y, offset: o })),
);

/** «раз в 3 года до 1 марта, начиная с 2019 года», «последний рабочий день октября 2024 года». */
const inSomeYears = fc.oneof(
  fc.tuple(fc.constantFrom(12, 24, 36, 60), dayOfYear, flag('until'), year).map(
    ([months, { month: m, day }, until, y]): DeadlinePart => ({
      kind: 'recurring',
      months,
      due: { at: 'days', days: [day], monthOffset: m - 12, ...until },
      years: [y, LAST_YEAR],
    }),
  ),
  fc.tuple(month, fc.constantFrom(-1, 1, 5), year).map(
    ([m, n, y]): DeadlinePart => ({
      kind: 'recurring',
      months: 12,
      due: { at: 'workday', n, monthOffset: m - 12 },
      year: y,
    }),
  ),
  fc
    .tuple(fc.constantFrom(1, 3, 6, 24, 36), year)
    .map(([months, y]): DeadlinePart => ({ kind: 'recurring', months, due: { at: 'end' }, years: [y, LAST_YEAR] })),
);

const computable = fc.oneof(
  date,
  dateRange,
  wholePeriod,
  otherPeriod,
  recurring,
  recurringWithin,
  other,
  counted,
  inSomeYears,
);

const relative = fc
  .tuple(
    int(1, 60),
    fc.constantFrom(
      'day' as const,
      'workday' as const,
      'week' as const,
      'month' as const,
      'year' as const,
      'hour' as const,
    ),
    fc.constantFrom('after' as const, 'before' as const),
    fc.constantFrom(
      'заседания Общественного совета',
      'получения результатов',
      'утверждения плана, согласованного с учредителем',
    ),
  )
  .map(([amount, unit, direction, event]): DeadlinePart => ({ kind: 'relative', amount, unit, direction, event }));

const YEARS = [2016, 2024, 2025];

function datesOf(deadline: Deadline): string[][] {
  return YEARS.map((y) => dueDates(deadline, y));
}

function readBack(deadline: Deadline): { words: string; deadline: Deadline } {
  const words = describeDeadline(deadline);
  const reading = parseDeadline(words);
  if (!reading.deadline) throw new Error(`«${words}» is not read back: ${JSON.stringify(reading.problem)}`);
  return { words, deadline: reading.deadline };
}

test('every computable deadline is printed as a phrase that gives the same dates', () => {
  fc.assert(
    fc.property(computable, (part) => {
      const deadline = { parts: [part] };
      const back = readBack(deadline);
      expect([back.words, datesOf(back.deadline)]).toEqual([back.words, datesOf(deadline)]);
    }),
    { numRuns: 600 },
  );
});

test('so is every union of deadlines', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(computable, relative), { minLength: 2, maxLength: 4 }), (parts) => {
      const back = readBack({ parts });
      expect([back.words, datesOf(back.deadline)]).toEqual([back.words, datesOf({ parts })]);
    }),
    { numRuns: 200 },
  );
});

test('a printed relative deadline waits for the same event', () => {
  fc.assert(
    fc.property(relative, (part) => {
      expect(readBack({ parts: [part] }).deadline.parts).toEqual([part]);
    }),
  );
});

test('printing what was read back changes nothing more', () => {
  fc.assert(
    fc.property(computable, (part) => {
      const once = describeDeadline(readBack({ parts: [part] }).deadline);
      expect(describeDeadline(readBack(parseDeadline(once).deadline as Deadline).deadline)).toBe(once);
    }),
    { numRuns: 200 },
  );
});

test('spaces doubled, capitals and ё/е do not change the dates', () => {
  fc.assert(
    fc.property(computable, fc.nat(), (part, seed) => {
      const words = describeDeadline({ parts: [part] });
      const mangled = words
        .replace(/ё/g, 'е')
        .replace(/ /g, seed % 2 ? '  ' : '\n')
        .replace(/–/g, seed % 3 ? '—' : '-');
      const cased = seed % 5 ? mangled.charAt(0).toUpperCase() + mangled.slice(1) : mangled;
      const reading = parseDeadline(cased);
      expect([cased, reading.deadline && datesOf(reading.deadline)]).toEqual([cased, datesOf({ parts: [part] })]);
    }),
    { numRuns: 200 },
  );
});

test('whatever is typed, the reader answers and never throws', () => {
  const words = fc.constantFrom(
    ...'до не позднее ежегодно ежеквартально квартал I II 15 30 2016 марта мая числа месяца следующего за отчетным раз в год 2 дней рабочих после заседания , ; ( ) - . по с полугодие пункта постоянно при каждый последний пятница п/г 01.03 абв'.split(
      ' ',
    ),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(words, { maxLength: 14 }).map((list) => list.join(' ')),
        fc.string({ maxLength: 60 }),
      ),
      (phrase) => {
        const reading = parseDeadline(phrase, 2025);
        expect((reading.deadline === undefined) !== (reading.problem === undefined)).toBe(true);
        if (reading.deadline) dueDates(reading.deadline, 2025);
      },
    ),
    { numRuns: 1000 },
  );
});
