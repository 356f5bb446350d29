import fc from 'fast-check';
import { momentOf, zonedTime } from '../../../workspace/kernel/time-zone.ts';
import { nextFiring, type Schedule } from '../../../workspace/kernel/trigger-schedule.ts';
import { type GivenScript, givenScript, MONDAY_NINE } from '../given-script.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const MOSCOW = 'Europe/Moscow';

let given: GivenScript;
afterEach(() => given?.remove());

/** Each firing leaves a line: the function, and the clock of the project then. */
const DIARY = `
  function write_(text) {
    const properties = PropertiesService.getScriptProperties();
    properties.setProperty('diary', (properties.getProperty('diary') || '') + text + '\\n');
  }
  function work(e) { write_('work ' + Utilities.formatDate(new Date(), 'Europe/Moscow', 'yyyy-MM-dd HH:mm')); }
  function other(e) { write_('other ' + Utilities.formatDate(new Date(), 'Europe/Moscow', 'yyyy-MM-dd HH:mm')); }
  function event(e) { write_(JSON.stringify(e)); }
  function set(code) { return String(new Function(code)()); }`;

async function firings(code: string, untilMs: number): Promise<string[]> {
  given = await givenScript(DIARY);
  const { error } = await given.workspace.run('set', [code]);
  if (error) throw new Error(error);
  await given.workspace.advanceTo(untilMs);
  return diary();
}

function diary(): string[] {
  const text = given.workspace.kernel.store.get<string>('property:script:diary') ?? '';
  return text.split('\n').filter((line) => line !== '');
}

describe('clock triggers fire when Google says they do', () => {
  test('a daily one: once a day, at one minute of its hour that stays', async () => {
    const lines = await firings(
      "ScriptApp.newTrigger('work').timeBased().everyDays(1).atHour(11).create()",
      MONDAY_NINE + 5 * DAY,
    );
    const minute = lines[0]?.slice(-2);
    expect(lines).toEqual(['02', '03', '04', '05', '06'].map((day) => `work 2026-03-${day} 11:${minute}`));
  });

  test('nearMinute is kept to within 15 minutes', async () => {
    const [line = ''] = await firings(
      "ScriptApp.newTrigger('work').timeBased().atHour(11).nearMinute(30).everyDays(1).create()",
      MONDAY_NINE + DAY,
    );
    const minute = Number(line.slice(-2));
    expect(line).toContain('2026-03-02 11:');
    expect(minute).toBeGreaterThanOrEqual(15);
    expect(minute).toBeLessThanOrEqual(45);
  });

  test('every ten minutes', async () => {
    const lines = await firings(
      "ScriptApp.newTrigger('work').timeBased().everyMinutes(10).create()",
      MONDAY_NINE + HOUR,
    );
    expect(lines).toHaveLength(5);
  });

  test('every second week on Friday', async () => {
    const lines = await firings(
      "ScriptApp.newTrigger('work').timeBased().everyWeeks(2).onWeekDay(ScriptApp.WeekDay.FRIDAY).atHour(8).create()",
      MONDAY_NINE + 30 * DAY,
    );
    expect(lines.map((line) => line.slice(5, 18))).toEqual(['2026-03-06 08', '2026-03-20 08']);
  });

  test('on the 31st, months without one are left out', async () => {
    const lines = await firings(
      "ScriptApp.newTrigger('work').timeBased().onMonthDay(31).atHour(1).create()",
      MONDAY_NINE + 100 * DAY,
    );
    expect(lines.map((line) => line.slice(5, 15))).toEqual(['2026-03-31', '2026-05-31']);
  });

  test('after so many milliseconds: once, and the trigger is gone', async () => {
    const lines = await firings(
      "ScriptApp.newTrigger('work').timeBased().after(10 * 60 * 1000).create()",
      MONDAY_NINE + DAY,
    );
    expect(lines).toEqual(['work 2026-03-02 09:10']);
    expect(given.workspace.kernel.triggers.all()).toEqual([]);
  });

  test('at a date: near its midnight, in the zone that was asked for', async () => {
    const lines = await firings(
      "ScriptApp.newTrigger('work').timeBased().atDate(2026, 3, 5).inTimezone('Asia/Kamchatka').create()",
      MONDAY_NINE + 9 * DAY,
    );
    // Midnight in Kamchatka is 15:00 of the day before in Moscow.
    const [hour, minute] = (lines[0] ?? '').slice(-5).split(':').map(Number) as [number, number];
    expect(lines[0]).toContain('2026-03-04');
    expect(Math.abs(hour * 60 + minute - 15 * 60)).toBeLessThanOrEqual(15);
  });

  test('several fire in the order of time, each with the clock at its own moment', async () => {
    const lines = await firings(
      `ScriptApp.newTrigger('work').timeBased().after(40 * 60000).create();
       ScriptApp.newTrigger('other').timeBased().at(new Date(${MONDAY_NINE + 20 * MINUTE})).create();
       ScriptApp.newTrigger('other').timeBased().after(60 * 60000).create();`,
      MONDAY_NINE + DAY,
    );
    expect(lines).toEqual(['other 2026-03-02 09:20', 'work 2026-03-02 09:40', 'other 2026-03-02 10:00']);
  });

  test('a trigger made by a trigger fires in the same advance', async () => {
    const lines = await firings(`ScriptApp.newTrigger('chain').timeBased().after(60000).create();`, MONDAY_NINE);
    expect(lines).toEqual([]);
    given.remove();
    given = await givenScript(
      `${DIARY}\nfunction chain() { ScriptApp.newTrigger('work').timeBased().after(300000).create(); }`,
    );
    await given.workspace.run('chain');
    await given.workspace.advanceTo(MONDAY_NINE + HOUR);
    expect(diary()).toHaveLength(1);
  });

  /** @source Google's guide "Event objects", "Time-driven events" */
  test('the event object has every field of the guide', async () => {
    const [line = '{}'] = await firings(
      "ScriptApp.newTrigger('event').timeBased().at(new Date(2026, 2, 8, 15, 4, 5)).create()",
      MONDAY_NINE + 9 * DAY,
    );
    const { triggerUid, ...event } = JSON.parse(line);
    expect(triggerUid).toMatch(/^\d{19}$/);
    expect(event).toEqual({
      authMode: 'FULL',
      'day-of-month': 8,
      'day-of-week': 7,
      hour: 15,
      minute: 4,
      month: 3,
      second: 5,
      timezone: MOSCOW,
      'week-of-year': 10,
      year: 2026,
    });
  });

  /** Any schedule: the next firing is later, and asking again a moment before gives the same. */
  test('firings go forward, and none lies between a moment and the next', () => {
    const time = {
      hour: fc.integer({ min: 0, max: 23 }),
      minute: fc.integer({ min: 0, max: 59 }),
      zone: fc.constantFrom(MOSCOW, 'America/New_York', 'Asia/Kathmandu', 'UTC'),
    };
    const schedule: fc.Arbitrary<Schedule> = fc.oneof(
      fc.record({ kind: fc.constant('minutes' as const), every: fc.constantFrom(1, 5, 10, 15, 30) }),
      fc.record({ kind: fc.constant('hours' as const), every: fc.constantFrom(1, 2, 4, 6, 8, 12) }),
      fc.record({ kind: fc.constant('days' as const), every: fc.integer({ min: 1, max: 30 }), ...time }),
      fc.record({
        kind: fc.constant('weeks' as const),
        every: fc.integer({ min: 1, max: 5 }),
        weekDay: fc.integer({ min: 1, max: 7 }),
        ...time,
      }),
      fc.record({ kind: fc.constant('monthly' as const), day: fc.integer({ min: 1, max: 31 }), ...time }),
    );
    const moment = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2035, 0, 1) });
    fc.assert(
      fc.property(
        schedule,
        moment,
        fc.nat(400 * DAY),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (each, created, later, share) => {
          const after = created + later;
          const next = nextFiring(each, created, after) as number;
          expect(next).toBeGreaterThan(after);
          const between = Math.floor(after + share * (next - 1 - after));
          expect(nextFiring(each, created, between)).toBe(next);
          if ('zone' in each) expect(zonedTime(next, each.zone).minute).toBe(each.minute);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('moments and zones', () => {
  test('the clocks of a zone read back what a moment was made of', () => {
    const zones = fc.constantFrom(MOSCOW, 'America/New_York', 'Asia/Kathmandu', 'Pacific/Apia', 'GMT+3', 'UTC');
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1950, 0, 1), max: Date.UTC(2100, 0, 1) }), zones, (moment, zone) => {
        const whole = Math.floor(moment / 1000) * 1000;
        const { weekDay, ...time } = zonedTime(whole, zone);
        const back = momentOf(time, zone);
        // A time that the clocks show twice in autumn is the first of the two.
        expect(zonedTime(back, zone)).toEqual({ ...time, weekDay });
        expect(back).toBeLessThanOrEqual(whole);
      }),
    );
  });

  test('an hour that spring skips counts with the offset before: 02:30 is 03:30', () => {
    const time = { year: 2026, month: 3, day: 8, hour: 2, minute: 30, second: 0 };
    expect(zonedTime(momentOf(time, 'America/New_York'), 'America/New_York')).toMatchObject({ hour: 3, minute: 30 });
  });
});

describe('what a trigger is made with', () => {
  const refused: [string, string][] = [
    [
      'timeBased().everyMinutes(2)',
      'The value you passed to everyMinutes was invalid. It must be one of 1, 5, 10, 15 or 30.',
    ],
    [
      'timeBased().everyHours(5)',
      'The value you passed to everyHours was invalid. It must be one of 1, 2, 4, 6, 8 or 12.',
    ],
    [
      "timeBased().atHour('nine')",
      "The parameters (String) don't match the method signature for ClockTriggerBuilder.atHour.",
    ],
    [
      'timeBased().onWeekDay(5)',
      "The parameters (Number) don't match the method signature for ClockTriggerBuilder.onWeekDay.",
    ],
    ["forSpreadsheet('nothing')", 'No item with the given ID could be found.'],
  ];
  test.each(refused)('%s is refused', async (call, message) => {
    given = await givenScript(DIARY);
    const { error } = await given.workspace.run('set', [`ScriptApp.newTrigger('work').${call}`]);
    expect(error).toContain(message);
  });

  test("the 21st is refused, in Google's words", async () => {
    given = await givenScript(DIARY);
    const { error } = await given.workspace.run('set', [
      "for (let i = 0; i < 21; i++) ScriptApp.newTrigger('work').timeBased().everyDays(1).create();",
    ]);
    expect(error).toBe(
      'Exception: This script has too many triggers. Triggers must be deleted from the script before more can be added.',
    );
    expect(given.workspace.kernel.triggers.all()).toHaveLength(20);
  });

  test('a script reads back what it made, and deletes it', async () => {
    given = await givenScript(DIARY);
    const { containerId } = given.workspace;
    const { value } = await given.workspace.run('set', [
      `ScriptApp.newTrigger('work').forSpreadsheet('${containerId}').onEdit().create();
       ScriptApp.newTrigger('other').timeBased().everyHours(2).create();
       const read = ScriptApp.getProjectTriggers().map((t) => [t.getHandlerFunction(), t.getEventType(), t.getTriggerSource(), t.getTriggerSourceId(), t.getUniqueId().length].join(' '));
       const [first] = ScriptApp.getProjectTriggers();
       ScriptApp.deleteTrigger(first);
       return read.concat(ScriptApp.getProjectTriggers().length).join('; ');`,
    ]);
    expect(value).toBe(`work ON_EDIT SPREADSHEETS ${containerId} 19; other CLOCK CLOCK  19; 1`);
  });
});

describe('over a restart and a kill', () => {
  test('triggers and the clock are there again', async () => {
    given = await givenScript(DIARY);
    await given.workspace.run('set', [
      "ScriptApp.newTrigger('work').timeBased().everyDays(1).atHour(11).nearMinute(30).create()",
    ]);
    await given.workspace.advanceTo(MONDAY_NINE + DAY);
    await given.reopen();
    expect(given.workspace.kernel.clock.now()).toBe(MONDAY_NINE + DAY);
    await given.workspace.advanceTo(MONDAY_NINE + 2 * DAY);
    expect(diary().map((line) => line.slice(5, 15))).toEqual(['2026-03-02', '2026-03-03']);
  });

  test('an event that was queued before a kill is delivered at the next start, once', async () => {
    given = await givenScript(DIARY);
    const { containerId, kernel } = given.workspace;
    await given.workspace.run('set', [
      `ScriptApp.newTrigger('other').forSpreadsheet('${containerId}').onChange().create()`,
    ]);
    kernel.raise({ type: 'change', sourceId: containerId, service: 'nobody', detail: null });
    expect(diary()).toEqual([]);
    await given.reopenAfterKill();
    expect(diary()).toHaveLength(1);
    await given.reopenAfterKill();
    expect(diary()).toHaveLength(1);
  });

  test('a firing is written down before its function runs, so a kill in it does not repeat it', async () => {
    // The first listener of the run's record stands for the kill: the store is read as it is on disk then.
    given = await givenScript(
      `${DIARY}\nfunction half() { write_('half'); Browser.msgBox('killed here'); write_('never'); }`,
    );
    await given.workspace.run('set', ["ScriptApp.newTrigger('half').timeBased().after(60000).create()"]);
    await given.workspace.advanceTo(MONDAY_NINE + HOUR);
    await given.reopenAfterKill();
    await given.workspace.advanceTo(MONDAY_NINE + 2 * HOUR);
    expect(diary()).toEqual(['half']);
  });

  test('firings missed while a running clock went on without the workspace are one firing', async () => {
    let machineMs = 1_000_000;
    jest.spyOn(Date, 'now').mockImplementation(() => machineMs);
    try {
      given = await givenScript(DIARY, { clockRunning: true });
      await given.workspace.run('set', ["ScriptApp.newTrigger('work').timeBased().everyMinutes(5).create()"]);
      machineMs += 3 * HOUR;
      await given.reopenAfterKill();
      await given.workspace.advanceTo(given.workspace.kernel.clock.now());
      expect(diary()).toHaveLength(1);
      machineMs += 6 * MINUTE;
      await given.workspace.advanceTo(given.workspace.kernel.clock.now());
      expect(diary()).toHaveLength(2);
    } finally {
      jest.restoreAllMocks();
    }
  });
});

describe('simple triggers', () => {
  test('onOpen runs in LIMITED mode when the container is opened, with the user in its event', async () => {
    given = await givenScript(`${DIARY}
      function onOpen(e) { write_([e.authMode, e.user.getEmail(), 'triggerUid' in e].join(' ')); }`);
    await given.workspace.openContainer();
    expect(diary()).toEqual(['LIMITED anna@example.com false']);
    expect(given.workspace.executions().at(-1)?.kind).toBe('simple-trigger');
  });

  test('a script without onEdit leaves no trace of an edit', async () => {
    given = await givenScript(DIARY);
    const { containerId, kernel } = given.workspace;
    kernel.raise({ type: 'edit', sourceId: containerId, service: 'nobody', detail: null });
    await given.workspace.settle();
    expect(given.workspace.executions()).toEqual([]);
  });

  test('an edit of another file runs the installable triggers of that file only', async () => {
    given = await givenScript(`${DIARY}\nfunction onEdit(e) { write_('simple'); }`);
    const { kernel } = given.workspace;
    const file = kernel.files.create({ name: 'Other', mimeType: 'application/vnd.google-apps.spreadsheet' });
    await given.workspace.run('set', [`ScriptApp.newTrigger('event').forSpreadsheet('${file.id}').onEdit().create()`]);
    kernel.raise({ type: 'edit', sourceId: file.id, service: 'nobody', detail: null });
    await given.workspace.settle();
    const [line = ''] = diary();
    expect(diary()).toHaveLength(1);
    expect(JSON.parse(line)).toMatchObject({ authMode: 'FULL', triggerUid: expect.stringMatching(/^\d{19}$/) });
  });
});
