import fc from 'fast-check';
import { addDays, type IsoDate, isLeapYear } from '../../../src/domain/plan/dates.ts';
import { partyKey } from '../../../src/domain/plan/parties.ts';
import {
  decadesOf,
  NOBODY,
  type Timeline,
  type TimelineDue,
  type TimelineGroup,
  timelineOf,
} from '../../../src/domain/plan/timeline.ts';

const due = (given: Partial<TimelineDue>): TimelineDue => ({
  plan: 'П1',
  line: '1',
  section: 'I. Организация',
  measure: 'Приказ',
  parties: ['Отдел культуры'],
  day: '2026-01-30',
  continuous: false,
  ...given,
});

const anyDue: fc.Arbitrary<TimelineDue> = fc.record({
  plan: fc.constantFrom('П1', 'П2'),
  line: fc.constantFrom('1', '2', '3', '3.1'),
  section: fc.constant(''),
  measure: fc.constant('Мероприятие'),
  parties: fc.constant([]),
  day: fc.option(
    fc.integer({ min: -400, max: 760 }).map((days) => addDays('2026-01-01', days)),
    { nil: null },
  ),
  continuous: fc.boolean(),
});

/** Rows of «Сроки»: one for each line and date; section and parties belong to the line. */
const anyDues = fc
  .tuple(
    fc.uniqueArray(anyDue, { selector: ({ plan, line, day }) => `${plan}|${line}|${day}`, maxLength: 40 }),
    fc.dictionary(
      fc.constantFrom('П1|1', 'П1|2', 'П1|3', 'П2|1', 'П2|3.1'),
      fc.record({
        section: fc.constantFrom('', 'I. Организация', 'II. Итоги'),
        parties: fc.uniqueArray(fc.constantFrom('УСЗН', 'Отдел культуры', 'отдел  культуры', 'Совет'), {
          selector: partyKey,
        }),
      }),
    ),
  )
  .map(([dues, lines]) => dues.map((each) => ({ ...each, ...lines[`${each.plan}|${each.line}`] })));

/** Every date of a group with the column that it stands in. */
function placed({ columns }: Timeline, groups: readonly TimelineGroup[]) {
  return groups.flatMap(({ title, rows }) =>
    rows.flatMap((row) => row.cells.map((cell) => ({ ...row, ...cell, title, at: columns[cell.column]! }))),
  );
}

test.each([2026, 2028])('the decades of %i take every day of the year once, in order', (year) => {
  const decades = decadesOf(year);
  expect(decades).toHaveLength(36);
  let next: IsoDate = `${year}-01-01`;
  for (const { from, to } of decades) {
    expect(from).toBe(next);
    next = addDays(to, 1);
  }
  expect(next).toBe(`${year + 1}-01-01`);
  expect(decades[5]!.to).toBe(isLeapYear(year) ? `${year}-02-29` : `${year}-02-28`);
});

test('each due date is counted exactly once among the sections', () => {
  fc.assert(
    fc.property(anyDues, (dues) => {
      const timeline = timelineOf(dues, 2026);
      const counted = placed(timeline, timeline.bySection);
      expect(counted.reduce((sum, { count }) => sum + count, 0)).toBe(dues.length);
      for (const { plan, line, day } of dues) {
        const cells = counted.filter(
          (cell) =>
            cell.plan === plan &&
            cell.line === line &&
            (day === null ? cell.first === null : cell.first !== null && cell.first <= day && day <= cell.last!),
        );
        expect(cells).toHaveLength(1);
      }
    }),
  );
});

test('among the parties each due date is counted exactly once for each of its parties, and once where it has none', () => {
  fc.assert(
    fc.property(anyDues, (dues) => {
      const timeline = timelineOf(dues, 2026);
      const counted = placed(timeline, timeline.byParty);
      const expected = dues.reduce((sum, { parties }) => sum + Math.max(1, parties.length), 0);
      expect(counted.reduce((sum, { count }) => sum + count, 0)).toBe(expected);
      for (const { title, plan, line } of counted) {
        const own = dues.find((each) => each.plan === plan && each.line === line)!;
        if (title === NOBODY) expect(own.parties).toEqual([]);
        else expect(own.parties.map(partyKey)).toContain(partyKey(title));
      }
    }),
  );
});

test('a date never stands outside its decade, and outside the year only at its side', () => {
  fc.assert(
    fc.property(anyDues, (dues) => {
      const timeline = timelineOf(dues, 2026);
      for (const { at, first, last } of placed(timeline, timeline.bySection)) {
        if (at.kind === 'decade') expect(at.from <= first! && last! <= at.to).toBe(true);
        else if (at.kind === 'before') expect(last! < '2026-01-01').toBe(true);
        else if (at.kind === 'after') expect(first! > '2026-12-31').toBe(true);
        else expect([first, last]).toEqual([null, null]);
      }
    }),
  );
});

test('the columns at the sides are there only when something stands in them', () => {
  const kinds = (days: (IsoDate | null)[]): string[] =>
    timelineOf(
      days.map((day) => due({ day })),
      2026,
    )
      .columns.map(({ kind }) => kind)
      .filter((kind) => kind !== 'decade');
  expect(kinds(['2026-06-01'])).toEqual([]);
  expect(kinds(['2025-12-30', null])).toEqual(['before', 'undated']);
  expect(kinds(['2027-01-15'])).toEqual(['after']);
});

test('two dates of a line in one decade share its cell', () => {
  const { bySection } = timelineOf([due({ day: '2026-03-31' }), due({ day: '2026-03-24' })], 2026);
  expect(bySection[0]!.rows[0]!.cells).toEqual([{ column: 8, first: '2026-03-24', last: '2026-03-31', count: 2 }]);
});

test('sections of two plans with one name stay apart; one party written in two ways is one group', () => {
  const { bySection, byParty } = timelineOf(
    [due({}), due({ plan: 'П2', parties: ['Отдел  культуры', 'УСЗН'] }), due({ line: '2', section: '', parties: [] })],
    2026,
  );
  expect(bySection.map(({ title }) => title)).toEqual(['П1. I. Организация', 'П2. I. Организация', 'П1']);
  expect(byParty.map(({ title, rows }) => [title, rows.length])).toEqual([
    ['Отдел культуры', 2],
    ['УСЗН', 1],
    [NOBODY, 1],
  ]);
});
