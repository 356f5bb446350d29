import fc from 'fast-check';
import { addDays, daysBetween } from '../../../src/domain/plan/dates.ts';
import { shiftToWorkingDay, shippedCalendar } from '../../../src/domain/plan/production-calendar.ts';
import { readQuietDays } from '../../../src/domain/plan/quiet-days.ts';
import {
  DEFAULT_LADDER,
  decideReminders,
  previewReminders,
  type ReminderInput,
  type ReminderItem,
  type ReminderLogEntry,
  type ReminderPerson,
  settleInterrupted,
} from '../../../src/domain/plan/reminders.ts';

const calendar = shippedCalendar();
const settings: ReminderInput['settings'] = {
  ladder: DEFAULT_LADDER,
  weeklyWhenOverdue: true,
  escalateAfterDays: null,
  heads: [],
  secretaries: [],
  copies: 'нет',
};
const anna: ReminderPerson = { code: 'Ч1', email: 'anna@example.ru' };
const boris: ReminderPerson = { code: 'Ч2', email: 'boris@example.ru' };
const vera: ReminderPerson = { code: 'Ч3', email: 'vera@example.ru' };

function item(line: string, due: string, more: Partial<ReminderItem> = {}): ReminderItem {
  return { line, due, workingDay: due, people: ['Ч1'], ...more };
}

function input(today: string, items: readonly ReminderItem[], more: Partial<ReminderInput> = {}): ReminderInput {
  return { today, items, people: [anna, boris, vera], log: [], settings, quota: 100, calendar, ...more };
}

/** Days between two dates on which the person gets the line, when every run takes place and nothing is closed. */
function sendingDays(
  from: string,
  to: string,
  items: readonly ReminderItem[],
  more: Partial<ReminderInput> = {},
): string[] {
  return previewReminders(input(from, items, more), daysBetween(from, to) + 1).map(({ day }) => day);
}

test('the ladder: 30, 14, 7, 3, 1 and 0 days before, each once; days off move the step back', () => {
  // Due on Thursday 2026-10-29. Thirty days before is Tuesday 29 September; 14: Thursday; 7: Thursday; 3: Monday; 1: Wednesday.
  expect(sendingDays('2026-09-01', '2026-10-29', [item('1', '2026-10-29')])).toEqual([
    '2026-09-29',
    '2026-10-15',
    '2026-10-22',
    '2026-10-26',
    '2026-10-28',
    '2026-10-29',
  ]);
  // Due on Wednesday 2026-10-14: the step of three days is Sunday the 11th, sent on Friday the 9th.
  expect(
    sendingDays('2026-10-08', '2026-10-14', [item('1', '2026-10-14')], {
      log: [sentStep('Ч1|1|2026-10-14|ответственный|-7')],
    }),
  ).toEqual(['2026-10-09', '2026-10-13', '2026-10-14']);
});

function sentStep(step: string): ReminderLogEntry {
  return { key: 'Ч1|2026-10-01', steps: [step], state: 'отправлено' };
}

test('overdue: weekly, and a week that ends on a holiday is reminded of on the next working day', () => {
  const log = [sentStep('Ч1|1|2026-02-16|ответственный|0')];
  // 23 February is a holiday: the 24th instead.
  expect(sendingDays('2026-02-17', '2026-03-10', [item('1', '2026-02-16')], { log })).toEqual([
    '2026-02-24',
    '2026-03-02',
    '2026-03-10',
  ]);
});

test('with a day of the week set, all that is overdue comes in one letter a week on that day', () => {
  const items = [item('1', '2026-10-12'), item('2', '2026-10-14'), item('3', '2026-10-16'), item('4', '2026-10-19')];
  const log = ['12', '14', '16', '19'].map((day, at) => sentStep(`Ч1|${at + 1}|2026-10-${day}|ответственный|0`));
  const days = previewReminders(input('2026-10-19', items, { log, settings: { ...settings, weeklyOn: 1 } }), 20);
  // 19 and 26 October and 2 November are Mondays; the fourth line is due on the first of them and not overdue yet.
  expect(days.map(({ day, digests }) => [day, digests.map(({ lines }) => lines.length)])).toEqual([
    ['2026-10-19', [3]],
    ['2026-10-26', [4]],
    ['2026-11-02', [4]],
  ]);
});

test('the weekly letter comes on its day or, where that is a day off, on the next working one', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 8 }), (places) => {
      const from = addDays(START, 400);
      const items = places.map((at, index) => item(String(index), addDays(START, at)));
      // START is a Monday, and so are the days 7, 14 … after it; 400 days on it is a Tuesday.
      const mondays = new Set<string>();
      for (let day = addDays(START, 392); day <= addDays(from, 100); day = addDays(day, 7)) {
        let working = day;
        while (!calendar.isWorking(working)) working = addDays(working, 1);
        mondays.add(working);
      }
      const sent = sendingDays(addDays(START, 399), addDays(from, 90), items, {
        settings: { ...settings, weeklyOn: 1 },
      });
      expect(sent.slice(1).filter((day) => !mondays.has(day))).toEqual([]);
      expect(sent.slice(1).length).toBeGreaterThan(10);
    }),
    { numRuns: 20 },
  );
});

test('a line may have its own ladder', () => {
  expect(sendingDays('2026-09-01', '2026-10-29', [item('1', '2026-10-29', { ladder: [5] })])).toEqual(['2026-10-23']);
});

test('«нет»: nobody is reminded of the line, before or after its date, and no head is told', () => {
  const more = {
    settings: { ...settings, escalateAfterDays: 5, heads: ['Ч3'], secretaries: ['Ч2'], copies: 'всё' as const },
  };
  expect(sendingDays('2026-09-01', '2026-12-31', [item('1', '2026-10-29', { ladder: [] })], more)).toEqual([]);
});

test('quiet days: a warning that falls on one comes before them, and so does that of a date amid them', () => {
  // Due on Friday 2026-05-08, quiet from the 1st to the 10th: the steps of 7, 3, 1 and 0 days are one letter on 30 April.
  const { quiet } = readQuietDays('01.05–10.05');
  const days = sendingDays('2026-04-01', '2026-06-01', [item('1', '2026-05-08')], { quietDays: quiet });
  // Then weekly: the 15th, 22nd and 29th of May are Fridays.
  expect(days).toEqual(['2026-04-08', '2026-04-24', '2026-04-30', '2026-05-15', '2026-05-22', '2026-05-29']);
});

test('quiet days: what is overdue waits until they are over, and so does what nobody knew of before them', () => {
  const { quiet } = readQuietDays('пт');
  const log = [sentStep('Ч1|1|2026-10-16|ответственный|0')];
  // Overdue since Friday the 16th: the weekly letters of the Fridays 23 and 30 October go on the Mondays after them.
  expect(sendingDays('2026-10-19', '2026-11-02', [item('1', '2026-10-16')], { log, quietDays: quiet })).toEqual([
    '2026-10-26',
    '2026-11-02',
  ]);
  // A line loaded on Friday 16 October with its date on Monday: the step of three days goes on that Monday, late.
  const late = { quietDays: quiet };
  expect(decideReminders(input('2026-10-16', [item('1', '2026-10-19')], late))).toMatchObject({
    quiet: true,
    digests: [],
  });
  expect(sendingDays('2026-10-16', '2026-10-22', [item('1', '2026-10-19')], late)).toEqual(['2026-10-19']);
});

test('a control point of a continuous line is reminded of before and never as overdue', () => {
  const days = sendingDays('2026-09-25', '2026-11-30', [item('2', '2026-09-30', { control: true })]);
  expect(days[days.length - 1]).toBe('2026-09-30');
});

test('one digest a person a day with everything in it, the overdue first', () => {
  const { digests } = decideReminders(
    input('2026-10-22', [
      item('1', '2026-10-29'),
      item('2', '2026-10-22'),
      item('3', '2026-10-15'),
      item('4', '2026-10-22', { people: ['Ч2'] }),
    ]),
  );
  expect(digests.map(({ person, email, lines }) => [person, email, lines.map((l) => l.line)])).toEqual([
    ['Ч1', 'anna@example.ru', ['3', '2', '1']],
    ['Ч2', 'boris@example.ru', ['4']],
  ]);
});

test('on days off nothing is sent', () => {
  const decision = decideReminders(input('2026-06-12', [item('1', '2026-06-11')]));
  expect([decision.quiet, decision.digests]).toEqual([true, []]);
});

test('run again the same day, nothing is sent again; what is new waits for the next day', () => {
  const first = decideReminders(input('2026-10-22', [item('1', '2026-10-29')]));
  const log = first.digests.map(({ key, steps }): ReminderLogEntry => ({ key, steps, state: 'отправлено' }));
  const again = input('2026-10-22', [item('1', '2026-10-29'), item('2', '2026-10-23')], { log });
  expect(decideReminders(again).digests).toEqual([]);
  expect(
    decideReminders({ ...again, today: '2026-10-23' }).digests.map(({ lines }) => lines.map((l) => l.line)),
  ).toEqual([['2']]);
});

test('steps missed in an outage are caught up once, by the last of them, and marked late', () => {
  const late = decideReminders(input('2026-10-27', [item('1', '2026-10-29')]));
  expect(late.digests[0]?.steps).toEqual(['Ч1|1|2026-10-29|ответственный|-3']);
  expect(late.digests[0]?.lines[0]).toMatchObject({ daysLeft: 2, late: true });
});

test('while a person is away the stand-in gets the digest, in their stead', () => {
  const people = [
    { ...anna, awayFrom: '2026-10-20', awayTo: '2026-10-25' },
    { ...boris, standsInFor: ['Ч1'] },
  ];
  const [digest] = decideReminders(input('2026-10-22', [item('1', '2026-10-29')], { people })).digests;
  expect([digest?.person, digest?.lines[0]?.insteadOf]).toEqual(['Ч2', ['Ч1']]);
  expect(digest?.steps).toEqual(['Ч1|1|2026-10-29|ответственный|-7']);
});

test('a stand-in who is away too passes it on; with nobody left it goes to the person', () => {
  const away = { awayFrom: '2026-10-20', awayTo: '2026-10-25' };
  const chain = [
    { ...anna, ...away },
    { ...boris, ...away, standsInFor: ['Ч1'] },
    { ...vera, standsInFor: ['Ч2'] },
  ];
  const to = (people: ReminderPerson[]) =>
    decideReminders(input('2026-10-22', [item('1', '2026-10-29')], { people })).digests[0]?.person;
  expect(to(chain)).toBe('Ч3');
  expect(to(chain.slice(0, 2))).toBe('Ч1');
  expect(to([{ ...anna, ...away, standsInFor: ['Ч2'] }, chain[1]!])).toBe('Ч1');
});

test('the head is told once, after so many days overdue; the secretary gets copies of what is overdue', () => {
  const more = {
    settings: {
      ...settings,
      escalateAfterDays: 5,
      heads: ['Ч3'],
      secretaries: ['Ч2'],
      copies: 'просроченное' as const,
    },
  };
  const days = previewReminders(input('2026-10-22', [item('1', '2026-10-22')], more), 30);
  const of = (person: string) =>
    days.filter(({ digests }) => digests.some((d) => d.person === person)).map(({ day }) => day);
  expect(of('Ч3')).toEqual(['2026-10-27']);
  // 29 October, 5, 12 and 19 November are Thursdays.
  expect(of('Ч2')).toEqual(['2026-10-29', '2026-11-05', '2026-11-12', '2026-11-19']);
});

test('a person who is both responsible and head gets the line once', () => {
  const more = { settings: { ...settings, escalateAfterDays: 7, heads: ['Ч1'] } };
  const [digest] = decideReminders(input('2026-10-29', [item('1', '2026-10-22')], more)).digests;
  expect(digest?.lines.map(({ role }) => role)).toEqual(['ответственный']);
  expect(digest?.steps).toHaveLength(2);
});

test('over the quota the nearest deadlines go first, the others wait unrecorded', () => {
  const items = [
    item('1', '2026-11-20'),
    item('2', '2026-10-22', { people: ['Ч2'] }),
    item('3', '2026-10-19', { people: ['Ч3'] }),
  ];
  const decision = decideReminders(input('2026-10-22', items, { quota: 1 }));
  expect(decision.digests.map(({ person }) => person)).toEqual(['Ч2']);
  expect(decision.waiting.map(({ person }) => person)).toEqual(['Ч3', 'Ч1']);
});

test('a person without address is reported and nothing is lost: the address entered, the letter goes', () => {
  const nobody = [{ ...anna, email: '' }];
  const decision = decideReminders(input('2026-10-22', [item('1', '2026-10-29')], { people: nobody }));
  expect([decision.digests, decision.unaddressed]).toEqual([[], [{ person: 'Ч1', line: '1' }]]);
  expect(decideReminders(input('2026-10-23', [item('1', '2026-10-29')])).digests).toHaveLength(1);
});

test('without the year’s calendar reminders go out on weekdays, and the year is named', () => {
  const decision = decideReminders(input('2027-03-01', [item('1', '2027-03-08')]));
  expect([decision.digests.length, decision.yearsWithoutCalendar]).toEqual([1, [2027]]);
  expect(decideReminders(input('2027-03-06', [item('1', '2027-03-08')])).quiet).toBe(true);
});

test('a message cut off while being sent is settled by the day’s mail quota', () => {
  expect(settleInterrupted('2026-10-22', '2026-10-22', 90, 89)).toBe('отправлено');
  expect(settleInterrupted('2026-10-22', '2026-10-22', 90, 90)).toBe('ждёт');
  expect(settleInterrupted('2026-10-22', '2026-10-23', 90, 100)).toBe('ждёт');
});

/* ------------------------- three years, day by day ------------------------- */

/** Quiet days as an official writes them, and the same told in another way: by the day's own name. */
const QUIET_DAYS: readonly { written: string; isQuiet: (day: string) => boolean }[] = [
  { written: '', isQuiet: () => false },
  { written: 'пт', isQuiet: (day) => new Date(day).getUTCDay() === 5 },
  { written: '01.05–10.05; пн', isQuiet: (day) => /-05-(0\d|10)$/.test(day) || new Date(day).getUTCDay() === 1 },
  { written: '28.12–31.01', isQuiet: (day) => /-12-(2[89]|3\d)$|-01-/.test(day) },
  {
    written: '15.02.2024–20.04.2024, 29.10',
    isQuiet: (day) => /^2024-(02-(1[5-9]|2)|03|04-([01]|20))|-10-29$/.test(day),
  },
];

interface World {
  quiet: (typeof QUIET_DAYS)[number];
  items: { item: ReminderItem; knownFrom: string; closedOn: string }[];
  /** What befalls each day: no run, or runs each of which may be killed at a step. */
  days: { outage: boolean; kills: number[] }[];
}

const START = '2023-01-02';
const END = '2025-12-30';
const LENGTH = daysBetween(START, END) + 1;
const QUOTA = 100;

/** Undefined: that of the settings. */
const ladders: fc.Arbitrary<readonly number[] | undefined> = fc.oneof(
  fc.constant(undefined),
  fc.constant([]),
  fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 5 }),
);

const world: fc.Arbitrary<World> = fc.record({
  quiet: fc.constantFrom(...QUIET_DAYS),
  items: fc
    .array(
      fc.tuple(
        fc.integer({ min: 0, max: LENGTH - 1 }),
        fc.integer({ min: 0, max: 50 }),
        fc.integer({ min: -20, max: 40 }),
        fc.integer({ min: 1, max: 3 }),
        ladders,
      ),
      { minLength: 1, maxLength: 6 },
    )
    .map((list) =>
      list.map(([at, ahead, closed, people, ladder], index) => {
        const due = addDays(START, at);
        const workingDay = shiftToWorkingDay(due, 'назад', calendar);
        return {
          item: {
            line: String(index),
            due,
            workingDay,
            people: ['Ч1', 'Ч2', 'Ч3'].slice(0, people),
            ...(ladder ? { ladder } : {}),
          },
          knownFrom: addDays(due, -ahead),
          closedOn: addDays(due, Math.max(closed, 1 - ahead)),
        };
      }),
    ),
  days: fc.array(
    fc.record({
      outage: fc.integer({ min: 0, max: 9 }).map((n) => n < 2),
      kills: fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 3 }),
    }),
    { minLength: LENGTH, maxLength: LENGTH },
  ),
});

/** The days on which the steps of an item fall, found by walking the calendar day by day, unlike the program. */
function stepDays({ workingDay, ladder }: ReminderItem, isQuiet: (day: string) => boolean = () => false): string[] {
  const works = (day: string) => calendar.isWorking(day) && !isQuiet(day);
  const days = new Set<string>();
  if (ladder?.length === 0) return [];
  for (const before of ladder ?? DEFAULT_LADDER) {
    let day = addDays(workingDay, -before);
    while (!works(day)) day = addDays(day, -1);
    days.add(day);
  }
  for (let day = addDays(workingDay, 7); day <= END; day = addDays(day, 7)) {
    let working = day;
    while (!works(working) && working <= END) working = addDays(working, 1);
    days.add(working);
  }
  return [...days].sort();
}

type LoggedMessage = { -readonly [K in keyof ReminderLogEntry]: ReminderLogEntry[K] } & {
  sentOn: string;
  quotaBefore: number;
};

class Killed extends Error {}

test('three years day by day with outages, kills, quiet days and ladders of their own: each reminder once, none missed', () => {
  fc.assert(
    fc.property(world, ({ items, days, quiet }) => {
      const quietDays = readQuietDays(quiet.written).quiet;
      const log: LoggedMessage[] = [];
      const outbox: { key: string; day: string; steps: readonly string[] }[] = [];
      let ambiguous = 0;
      for (let n = 0; n < LENGTH; n += 1) {
        const today = addDays(START, n);
        const { outage, kills } = days[n]!;
        let quotaNow = QUOTA;
        if (outage) continue;
        const open = items
          .filter(({ knownFrom, closedOn }) => knownFrom <= today && today < closedOn)
          .map((i) => i.item);
        for (const killAt of kills) {
          // Each point at which the run may be cut off counts down; 0 kills there, and large numbers never.
          let left = killAt;
          const point = () => {
            if (left === 0) throw new Killed();
            left -= 1;
          };
          try {
            for (const entry of log) {
              if (entry.state !== 'отправляется') continue;
              if (entry.sentOn !== today) ambiguous += outbox.some(({ key }) => key === entry.key) ? 1 : 0;
              entry.state = settleInterrupted(entry.sentOn, today, entry.quotaBefore, quotaNow);
            }
            const decision = decideReminders(input(today, open, { log, quota: quotaNow, quietDays }));
            if (!calendar.isWorking(today) || quiet.isQuiet(today)) expect(decision.digests).toEqual([]);
            for (const key of decision.replaced) log.find((entry) => entry.key === key)!.state = 'заменено';
            for (const { key, steps } of decision.digests) {
              point();
              let entry = log.find((e) => e.key === key);
              if (!entry) {
                entry = { key, steps, state: 'ждёт', sentOn: today, quotaBefore: quotaNow };
                log.push(entry);
              }
              Object.assign(entry, { steps, state: 'отправляется', sentOn: today, quotaBefore: quotaNow });
              point();
              outbox.push({ key, day: today, steps });
              quotaNow -= 1;
              point();
              entry.state = 'отправлено';
            }
          } catch (error) {
            if (!(error instanceof Killed)) throw error;
            continue;
          }
          // The run came to its end: on a day on which letters go every step whose day has come is in the log.
          if (!calendar.isWorking(today) || quiet.isQuiet(today)) continue;
          for (const reminded of open) {
            const reached = stepDays(reminded, quiet.isQuiet).filter((day) => day <= today);
            if (reached.length === 0) continue;
            for (const person of reminded.people) {
              const thread = `${person}|${reminded.line}|${reminded.due}|ответственный|`;
              const sent = log.filter(
                (e) => e.state === 'отправлено' && e.steps.some((step) => step.startsWith(thread)),
              );
              expect(sent.some((e) => e.sentOn >= reached[reached.length - 1]!)).toBe(true);
            }
          }
        }
      }
      // In the log each step is sent once, and one message a person a day.
      const sentSteps = log.filter(({ state }) => state === 'отправлено').flatMap(({ steps }) => steps);
      expect(new Set(sentSteps).size).toBe(sentSteps.length);
      expect(new Set(log.map(({ key }) => key)).size).toBe(log.length);
      // In the outbox too, but for messages cut off in the very moment of sending with no run until another day.
      const doubled = outbox.flatMap(({ steps }) => steps).length - new Set(outbox.flatMap(({ steps }) => steps)).size;
      expect(new Set(outbox.map(({ key }) => key)).size).toBe(outbox.length);
      if (ambiguous === 0) expect(doubled).toBe(0);
    }),
    { numRuns: 12 },
  );
});

test('with a run every day, a line is sent exactly on the days of its steps while it is open', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 260, max: LENGTH - 60 }),
      fc.integer({ min: 0, max: 40 }),
      ladders,
      fc.constantFrom(...QUIET_DAYS),
      (at, openDays, ladder, { written, isQuiet }) => {
        const due = addDays(START, at);
        const workingDay = shiftToWorkingDay(due, 'назад', calendar);
        const one = { line: '1', due, workingDay, people: ['Ч1'], ...(ladder ? { ladder } : {}) };
        // Early enough for a step of 60 days that a quiet time of two months moves back.
        const from = addDays(due, -200);
        const to = addDays(due, openDays);
        const expected = stepDays(one, isQuiet).filter((day) => day >= from && day <= to);
        expect(sendingDays(from, to, [one], { quietDays: readQuietDays(written).quiet })).toEqual(expected);
      },
    ),
    { numRuns: 100 },
  );
});
