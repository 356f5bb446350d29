import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Deadline } from '../../../src/domain/plan/deadline.ts';
import { importPlan } from '../../../src/domain/plan/import-plan.ts';
import { occurrences, resolveRelative, stateOf } from '../../../src/domain/plan/occurrences.ts';
import { parseDeadline } from '../../../src/domain/plan/parse-deadline.ts';
import { type Shift, shippedCalendar } from '../../../src/domain/plan/production-calendar.ts';

const calendar = shippedCalendar();

function deadlineOf(phrase: string): Deadline {
  const reading = parseDeadline(phrase);
  if (!reading.deadline) throw new Error(phrase);
  return reading.deadline;
}

/** «due → working day» of each line of a plan that is imported from its source text. */
function datesOfPlan(file: string, year: number, shift: Shift): Record<string, string[]> {
  const plan = importPlan(readFileSync(`demo/seeds/${file}.txt`, 'utf8'));
  const dates: Record<string, string[]> = {};
  for (const line of plan.lines) {
    dates[line.key] = occurrences(line.key, deadlineOf(line.deadline), year, { shift }, calendar).occurrences.map(
      ({ due, workingDay, kind }) => `${kind === 'control' ? 'контроль ' : ''}${due} → ${workingDay}`,
    );
  }
  return dates;
}

/** Ends of quarters of 2026: Tuesday, Tuesday, Wednesday; 31 December is off by transfer. */
const CONTROL_2026 = [
  'контроль 2026-03-31 → 2026-03-31',
  'контроль 2026-06-30 → 2026-06-30',
  'контроль 2026-09-30 → 2026-09-30',
  'контроль 2026-12-31 → 2026-12-30',
];

test('the dates of the plan of Polyarnye Zori in 2026, moved back, are those worked out by hand', () => {
  expect(datesOfPlan('polyarnye-zori', 2026, 'назад')).toEqual({
    1: ['2026-01-30 → 2026-01-30'], // Friday
    2: CONTROL_2026,
    3: CONTROL_2026,
    4: ['2026-02-20 → 2026-02-20'], // Friday
    5: ['2026-03-30 → 2026-03-30'], // Monday
    6: ['2026-04-30 → 2026-04-30'], // Thursday, shortened
    7: ['2026-04-30 → 2026-04-30'],
    8: ['2026-05-29 → 2026-05-29'], // Friday
    9: ['2026-06-05 → 2026-06-05'], // Friday
    10: ['2026-06-12 → 2026-06-11'], // Day of Russia, a Friday
    11: ['2026-07-12 → 2026-07-10'], // Sunday
    12: ['2026-09-12 → 2026-09-11'], // Saturday
    13: ['2026-10-08 → 2026-10-08'], // Thursday
    15: ['2026-10-10 → 2026-10-09'], // Saturday
    16: CONTROL_2026,
    17: ['2026-10-10 → 2026-10-09'],
  });
});

test('moved forward by art. 193 of the Civil code, its lines 10–17 fall on following working days', () => {
  const dates = datesOfPlan('polyarnye-zori', 2026, 'вперёд');
  expect([dates[10], dates[11], dates[12], dates[13], dates[15], dates[17]].flat()).toEqual([
    '2026-06-12 → 2026-06-15',
    '2026-07-12 → 2026-07-13',
    '2026-09-12 → 2026-09-14',
    '2026-10-08 → 2026-10-08',
    '2026-10-10 → 2026-10-12',
    '2026-10-10 → 2026-10-12',
  ]);
});

test('the dates of the plan of Proletarsky district in its year 2016 are those worked out by hand', () => {
  // 31 December 2016 is a Saturday.
  const december = ['2016-12-31 → 2016-12-30'];
  const quarters = ['2016-03-31 → 2016-03-31', '2016-06-30 → 2016-06-30', '2016-09-30 → 2016-09-30', ...december];
  expect(datesOfPlan('proletarsky-2016', 2016, 'назад')).toEqual({
    1: [],
    1.1: december,
    1.2: december,
    1.3: december,
    1.4: december,
    2: quarters,
    3: december,
    4: december,
    5: [],
    6: quarters.map((dates) => `контроль ${dates}`),
    7: [],
  });
});

test('moved forward, the end of 2016 is the first working day after the January holidays', () => {
  expect(datesOfPlan('proletarsky-2016', 2016, 'вперёд')[3]).toEqual(['2016-12-31 → 2017-01-09']);
});

describe('relative deadlines', () => {
  test.each([
    ['в течение 10 рабочих дней после заседания', '2026-03-02', '2026-03-17'], // 9 March is off
    ['в течение 10 дней после заседания', '2026-03-02', '2026-03-12'],
    ['не позднее чем за 3 дня до заседания', '2026-03-16', '2026-03-13'],
    ['не позднее 3 рабочих дней до заседания', '2026-03-16', '2026-03-11'],
    ['в месячный срок', '2026-01-31', '2026-02-28'],
    ['в двухнедельный срок', '2026-01-31', '2026-02-14'],
    ['за месяц до начала оценки', '2026-03-31', '2026-02-28'],
    ['в течение года после утверждения', '2024-02-29', '2025-02-28'],
    ['по итогам проведения НОК', '2026-05-05', '2026-05-05'],
    ['по окончании отчетного периода', '2026-06-30', '2026-07-01'],
    ['в течение 24 часов', '2026-05-05', '2026-05-06'],
  ])('«%s» of %s is %s', (phrase, event, expected) => {
    expect(resolveRelative(deadlineOf(phrase), event, calendar)).toEqual([expected]);
  });

  test('have no date until their event is entered, and one for each time it comes', () => {
    const deadline = deadlineOf('в течение 10 дней после заседания');
    const of = (events: string[]) =>
      occurrences('7', deadline, 2026, { shift: 'вперёд' }, calendar, events).occurrences;
    expect(of([])).toEqual([]);
    expect(of(['2026-02-10', '2026-05-20'])).toEqual([
      { key: '7|2026-02-20', line: '7', due: '2026-02-20', workingDay: '2026-02-20', kind: 'event' },
      { key: '7|2026-05-30', line: '7', due: '2026-05-30', workingDay: '2026-06-01', kind: 'event' },
    ]);
  });

  test('another deadline needs no event, which is said', () => {
    expect(() => resolveRelative(deadlineOf('до 1 марта'), '2026-01-01', calendar)).toThrow('deadline.not-relative');
  });
});

test('«до» may be set to exclude its day; a date without «до» is not touched', () => {
  const of = (phrase: string) =>
    occurrences('1', deadlineOf(phrase), 2026, { shift: 'без', untilExclusive: true }, calendar).occurrences.map(
      (o) => o.due,
    );
  expect(of('до 30 января')).toEqual(['2026-01-29']);
  expect(of('30 января')).toEqual(['2026-01-30']);
  expect(of('ежеквартально')).toEqual(['2026-03-31', '2026-06-30', '2026-09-30', '2026-12-31']);
});

test('a year without calendar is told, and the working day is counted by weekends and the holidays of each year', () => {
  const { occurrences: found, problems } = occurrences(
    '1',
    deadlineOf('до 12 июня'),
    2027,
    { shift: 'назад' },
    calendar,
  );
  expect(found).toEqual([
    { key: '1|2027-06-12', line: '1', due: '2027-06-12', workingDay: '2027-06-11', kind: 'date' },
  ]);
  expect(problems).toEqual([{ code: 'calendar.year-missing', year: 2027 }]);
});

test('so is a year into which only the shift leads, and one in which only working days are counted', () => {
  const of = (phrase: string, shift: 'вперёд' | 'без') =>
    occurrences('1', deadlineOf(phrase), 2026, { shift }, calendar);
  const shifted = of('ежеквартально', 'вперёд');
  expect(shifted.occurrences.map(({ workingDay }) => workingDay)).toEqual([
    '2026-03-31',
    '2026-06-30',
    '2026-09-30',
    '2027-01-11',
  ]);
  expect(shifted.problems).toEqual([{ code: 'calendar.year-missing', year: 2027 }]);
  expect(of('в течение 3 рабочих дней после окончания года', 'без').problems).toEqual(shifted.problems);
  expect(of('ежеквартально', 'без').problems).toEqual([]);
});

describe('states', () => {
  const occurrence = { due: '2026-06-12', workingDay: '2026-06-11', kind: 'date' as const };
  test.each([
    ['2026-05-27', 'ожидается'],
    ['2026-05-28', 'скоро'],
    ['2026-06-10', 'скоро'],
    ['2026-06-11', 'сегодня'],
    ['2026-06-12', 'просрочено'],
  ])('on %s it is «%s»: the working day counts', (today, state) => {
    expect(stateOf(occurrence, today)).toBe(state);
  });

  test('what is closed stays closed', () => {
    expect(stateOf(occurrence, '2026-07-01', 'выполнено')).toBe('выполнено');
    expect(stateOf(occurrence, '2026-07-01', 'не применимо')).toBe('не применимо');
  });

  test('a control point is never overdue', () => {
    expect(stateOf({ ...occurrence, kind: 'control' }, '2026-06-11')).toBe('сегодня');
    expect(stateOf({ ...occurrence, kind: 'control' }, '2026-07-01')).toBe('без срока');
  });
});

test('occurrences never fall outside the cycle: the plan year and, where the phrase says so, the next', () => {
  const phrases = fc.constantFrom(
    'ежегодно до 30 января',
    'Ежеквартально',
    'ежемесячно до 5 числа',
    'до 15 числа месяца, следующего за отчетным кварталом',
    'декабрь – январь',
    'в течение учебного года',
    'ежегодно, до 1 марта года, следующего за отчетным',
    '1 раз в 2 недели',
    'по пятницам',
    'до 29 февраля',
    '2,3,4 квартал',
    'ежемесячно с сентября по май',
    'последний рабочий день месяца',
  );
  const toNextYear = /следующ|январь$|учебного|по май/;
  fc.assert(
    fc.property(phrases, fc.integer({ min: 2013, max: 2025 }), (phrase, year) => {
      const { occurrences: found, problems } = occurrences('1', deadlineOf(phrase), year, { shift: 'без' }, calendar);
      expect(problems).toEqual([]);
      expect(found.length).toBeGreaterThan(0);
      for (const { due } of found) {
        expect(due >= `${year}-01-01`).toBe(true);
        expect(due <= (toNextYear.test(phrase) ? `${year + 1}-12-31` : `${year}-12-31`)).toBe(true);
      }
      expect(new Set(found.map(({ key }) => key)).size).toBe(found.length);
      expect(found.map(({ due }) => due)).toEqual(found.map(({ due }) => due).sort());
    }),
  );
});
