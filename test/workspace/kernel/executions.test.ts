import { LIMITS } from '../../../workspace/kernel/limits.ts';
import { type GivenScript, givenScript, valueOf } from '../given-script.ts';

let given: GivenScript;
afterEach(() => given?.remove());

const OK = { button: 'OK' as const };

describe('the record of an execution', () => {
  test('counts calls by class and method, and adds up what they would cost on Google', async () => {
    given = await givenScript(`function save() {
      const properties = PropertiesService.getScriptProperties();
      for (let i = 0; i < 3; i += 1) properties.setProperty('k' + i, 'v');
    }`);
    const { record } = await given.workspace.run('save');
    expect(record.calls).toEqual({ 'PropertiesService.getScriptProperties': 1, 'Properties.setProperty': 3 });
    // setProperty 60 ms each, the service 1 ms: workspace/kernel/latency.ts.
    expect(record.estimatedMs).toBe(181);
    expect(record.status).toBe('completed');
  });

  test('a call that is made again after a question counts once', async () => {
    given = await givenScript('function ask() { return Browser.msgBox("Go on?"); }');
    const { record, value } = await given.workspace.run('ask', [], { onQuestion: async () => OK });
    expect(value).toBe('ok');
    expect(record.calls).toEqual({ 'Browser.msgBox': 1 });
  });

  test('the model of costs can be replaced', async () => {
    const latency = { callMs: { 'Utilities.*': 7 }, otherwiseMs: 0, valueMs: 0 };
    given = await givenScript('function probe() { Utilities.getUuid(); Utilities.getUuid(); }', { latency });
    expect((await given.workspace.run('probe')).record.estimatedMs).toBe(14);
  });

  test('holds what console and Logger wrote, in order', async () => {
    given = await givenScript(`function talk() {
      console.log('%s has %d', 'Anna', 3.7, { a: 1 });
      console.warn('careful'); console.error(new Error('lost').message);
      Logger.log('rate %s', 5); Logger.log([1, 2]);
      return Logger.getLog();
    }`);
    const { record, value } = await given.workspace.run('talk');
    expect(record.log.map(({ level, text }) => [level, text])).toEqual([
      ['INFO', 'Anna has 3 {"a":1}'],
      ['WARNING', 'careful'],
      ['ERROR', 'lost'],
      ['INFO', 'rate 5'],
      ['INFO', '[1,2]'],
    ]);
    expect(value).toBe('rate 5\n[1,2]\n');
  });

  test('a failure has the message as Google shows it and its parts', async () => {
    given = await givenScript(
      'function fail() { throw new TypeError("no such row"); }\nfunction odd() { throw "text"; }',
    );
    const failed = await given.workspace.run('fail');
    expect(failed.error).toBe('TypeError: no such row');
    expect(failed.thrown).toEqual({ name: 'TypeError', message: 'no such row' });
    expect(failed.record.status).toBe('failed');
    expect((await given.workspace.run('odd')).error).toBe('text');
  });

  test('the log of a failure shows where in the script it was, and nothing of this machine', async () => {
    given = await givenScript('function fail() {\n  inner();\n}\nfunction inner() { throw new Error("here"); }');
    const { record } = await given.workspace.run('fail');
    expect(record.log.at(-1)?.text).toBe('Error: here\n    at inner (Code:4:26)\n    at fail (Code:2:3)');
  });

  test('a function that is not there is named', async () => {
    given = await givenScript('function here() {}');
    expect((await given.workspace.run('gone')).error).toBe('Exception: Script function not found: gone');
    expect((await given.workspace.run('here(); gone')).error).toContain('Script function not found');
  });

  test('an error while a file is loaded fails the execution', async () => {
    given = await givenScript('const x = undefinedThing.y;\nfunction here() {}');
    expect((await given.workspace.run('here')).error).toBe('ReferenceError: undefinedThing is not defined');
  });

  test('the log keeps the last 1,000, over a restart too', async () => {
    given = await givenScript('function tick() {}');
    for (let i = 0; i < 1005; i += 1) await given.workspace.run('tick');
    const workspace = await given.reopen();
    const ids = workspace.executions().map(({ id }) => id);
    expect(ids).toHaveLength(1000);
    expect([ids[0], ids.at(-1)]).toEqual([6, 1005]);
    expect((await workspace.run('tick')).record.id).toBe(1006);
  });

  test('600 executions take a few seconds at most', async () => {
    given = await givenScript('function tick() { return Session.getScriptTimeZone(); }');
    const since = performance.now();
    for (let i = 0; i < 600; i += 1) await given.workspace.run('tick');
    expect(performance.now() - since).toBeLessThan(6000);
  });
});

describe('limits', () => {
  test('six minutes of estimated time end a run, whatever it catches', async () => {
    given = await givenScript(`function slow() {
      try { for (let i = 0; i < 20; i += 1) Utilities.sleep(60000); } catch (e) { return 'caught ' + e.message; }
    }`);
    const { value, error, record } = await given.workspace.run('slow');
    expect([value, error, record.status]).toEqual([undefined, 'Exceeded maximum execution time', 'timed-out']);
    // The call that goes over the limit is the last: the seventh minute.
    expect(record.calls['Utilities.sleep']).toBe(6);
  });

  test('five minutes and a half are not six', async () => {
    given = await givenScript('function long() { Utilities.sleep(300000); Utilities.sleep(30000); return "done"; }');
    expect((await given.workspace.run('long')).value).toBe('done');
  });

  test.each(['simple-trigger', 'custom-function'] as const)('a %s has 30 seconds', async (kind) => {
    given = await givenScript(
      'function slow() { Utilities.sleep(31000); }\nfunction quick() { Utilities.sleep(29000); return 1; }',
    );
    expect((await given.workspace.run('slow', [], { kind })).error).toBe('Exceeded maximum execution time');
    expect((await given.workspace.run('quick', [], { kind })).value).toBe(1);
  });

  test('a consumer account may read and write properties 50,000 times a day', async () => {
    given = await givenScript('function read() { return PropertiesService.getScriptProperties().getKeys(); }');
    const { workspace } = given;
    workspace.kernel.quotas.add('properties', 49_999);
    expect((await workspace.run('read')).error).toBeUndefined();
    expect((await workspace.run('read')).error).toBe(
      'Exception: Service invoked too many times for one day: properties.',
    );
    await workspace.advanceTo(workspace.kernel.clock.now() + 24 * 3_600_000);
    expect((await workspace.run('read')).error).toBeUndefined();
  });

  test('a trigger may use 90 minutes a day; the next day it runs again', async () => {
    given = await givenScript(`
      function setUp() { ScriptApp.newTrigger('work').timeBased().everyMinutes(30).create(); }
      function work() { Utilities.sleep(300000); }`);
    const { workspace } = given;
    await workspace.run('setUp');
    const startMs = workspace.kernel.clock.now();
    await workspace.advanceTo(startMs + 14 * 3_600_000);
    const runs = workspace.executions().filter(({ functionName }) => functionName === 'work');
    // 18 runs of five minutes make 90 minutes, 14 hours have 28.
    expect(runs.filter(({ status }) => status === 'completed')).toHaveLength(18);
    expect(runs.at(-1)?.error).toBe('Service using too much computer time for one day');
    await workspace.advanceTo(startMs + 16 * 3_600_000);
    expect(workspace.executions().at(-1)?.status).toBe('completed');
  });
});

describe('a script that loops for ever without a call', () => {
  const usualMs = LIMITS.simpleTriggerMs;
  beforeEach(() => {
    LIMITS.simpleTriggerMs = 100;
  });
  afterEach(() => {
    LIMITS.simpleTriggerMs = usualMs;
  });

  test.each(['in this thread', 'in its own thread'])('is ended by the time of the machine %s', async (where) => {
    given = await givenScript('function forever() { for (;;) {} }\nfunction after() { return 1; }');
    const how = where === 'in this thread' ? {} : { onQuestion: async () => OK };
    const { error, record } = await given.workspace.run('forever', [], { kind: 'simple-trigger', ...how });
    expect([error, record.status]).toEqual(['Exceeded maximum execution time', 'timed-out']);
    expect((await given.workspace.run('after')).value).toBe(1);
  });
});

describe('a run in a thread of its own', () => {
  test('gives the same values, errors and identities as one in this thread', async () => {
    const script = `function probe(given) {
      const parsed = Utilities.parseDate('2026-01-30', 'Europe/Moscow', 'yyyy-MM-dd');
      let caught; try { Session.getFoo(); } catch (e) { caught = e; }
      return [parsed instanceof Date, parsed, given, given.list instanceof Array, caught instanceof Error, caught.name, caught.message,
        ScriptApp.WeekDay.MONDAY === ScriptApp.WeekDay.MONDAY, new Date(2026, 0, 30), typeof require, typeof process, Date.now()];
    }`;
    given = await givenScript(script);
    const args = [{ list: [1, new Date(5), null, undefined] }];
    const here = await given.workspace.run('probe', args);
    const there = await given.workspace.run('probe', args, { onQuestion: async () => OK });
    expect(there.error).toBeUndefined();
    expect((there.value as unknown[]).slice(0, -1)).toEqual((here.value as unknown[]).slice(0, -1));
    expect(there.record.calls).toEqual(here.record.calls);
  });

  test('waits for the answer of a person while other runs go on', async () => {
    given = await givenScript(`
      function ask() { const name = Browser.inputBox('Name?'); PropertiesService.getScriptProperties().setProperty('name', name); return name; }
      function other() { return PropertiesService.getScriptProperties().getProperty('name'); }`);
    const { workspace } = given;
    let answer: (text: string) => void = () => {};
    const asked = new Promise<void>((resolve) => {
      const run = workspace.run('ask', [], {
        onQuestion: (question) => {
          expect(question).toEqual({ kind: 'prompt', title: '', message: 'Name?', buttons: 'OK_CANCEL' });
          resolve();
          return new Promise((done) => {
            answer = (text) => done({ button: 'OK', text });
          });
        },
      });
      void run.then(({ value }) => workspace.kernel.announce('test', value));
    });
    const finished = new Promise((resolve) =>
      workspace.onAnnounce((topic, detail) => topic === 'test' && resolve(detail)),
    );
    await asked;
    expect((await workspace.run('other')).value).toBeNull();
    answer('Вера');
    expect(await finished).toBe('Вера');
    expect((await workspace.run('other')).value).toBe('Вера');
  });

  test('is stopped by hand though it loops for ever', async () => {
    given = await givenScript('function forever() { for (;;) {} }');
    const { workspace } = given;
    const run = workspace.run('forever', [], { onQuestion: async () => OK });
    // Ids are given in order: it is the first.
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(workspace.stop(1)).toBe(true);
    expect((await run).error).toBe('Script execution was cancelled');
    expect(workspace.stop(1)).toBe(false);
  });

  test('a lock that another run holds is waited for', async () => {
    given = await givenScript(`
      function hold() { LockService.getScriptLock().waitLock(1000); Browser.msgBox('holding'); return 'released at the end'; }
      function want() { LockService.getScriptLock().waitLock(20000); return LockService.getScriptLock().hasLock(); }
      function cannot() { return LockService.getScriptLock().tryLock(1); }`);
    const { workspace } = given;
    let release: () => void = () => {};
    let holding: () => void = () => {};
    const held = new Promise<void>((resolve) => {
      holding = resolve;
    });
    const first = workspace.run('hold', [], {
      onQuestion: () => {
        holding();
        return new Promise((done) => {
          release = () => done(OK);
        });
      },
    });
    await held;
    expect((await workspace.run('cannot')).value).toBe(false);
    const second = workspace.run('want', [], { onQuestion: async () => OK });
    await new Promise((resolve) => setTimeout(resolve, 100));
    release();
    expect((await first).value).toBe('released at the end');
    expect((await second).value).toBe(true);
    expect((await workspace.run('cannot')).value).toBe(true);
  });
});

describe('questions', () => {
  test('take the prepared answers in order', async () => {
    given = await givenScript(`function ask() {
      return [Browser.msgBox('a', Browser.Buttons.YES_NO), Browser.inputBox('Title', 'b', Browser.Buttons.OK_CANCEL), Browser.inputBox('c')];
    }`);
    const answers = [{ button: 'YES' as const }, { button: 'OK' as const, text: 'Анна' }, { button: 'CLOSE' as const }];
    expect((await given.workspace.run('ask', [], { answers })).value).toEqual(['yes', 'Анна', 'cancel']);
  });

  test('a trigger has nobody to ask', async () => {
    given = await givenScript('function ask() { Browser.msgBox("x"); }');
    const { error } = await given.workspace.run('ask', [], { kind: 'trigger', answers: [OK] });
    expect(error).toContain('Cannot call Browser.msgBox() from this context');
  });

  test('without an answer the run fails and says which question was asked', async () => {
    given = await givenScript('function ask() { Browser.msgBox("Удалить лист?"); }');
    expect((await given.workspace.run('ask')).error).toContain('Удалить лист?');
  });
});

describe('authorisation', () => {
  /** @source Google's guides "Simple triggers" and "Authorization modes" */
  test.each([
    ['ScriptApp.newTrigger("f")', 'ScriptApp.newTrigger'],
    ['UrlFetchApp.fetch("http://localhost:1")', 'UrlFetchApp.fetch'],
  ])('a simple trigger may not call %s', async (call, name) => {
    given = await givenScript(`function probe() { ${call}; }`);
    const { error } = await given.workspace.run('probe', [], { kind: 'simple-trigger' });
    expect(error).toBe(`Exception: You do not have permission to call ${name}.`);
  });

  test('AuthMode.NONE has no properties; LIMITED has', async () => {
    given = await givenScript('function probe() { return PropertiesService.getScriptProperties().getProperty("x"); }');
    expect((await given.workspace.run('probe', [], { authMode: 'NONE' })).error).toContain('permission');
    expect((await given.workspace.run('probe', [], { authMode: 'LIMITED' })).value).toBeNull();
  });
});

describe('custom functions', () => {
  const SCRIPT = `
    /**
     * Adds a rate
     * to each value.
     *
     * @param {Array<Array<number>>} values the values
     * @param {number} [rate] share of one
     * @return {Array<Array<number>>} the values with the rate
     * @customfunction
     */
    function ADD_RATE(values, rate) { return values.map((row) => row.map((value) => value * (1 + (rate || 0)))); }
    /** Not for sheets. */
    function plain() {}
    /** @customfunction */
    function hidden_() {}
    /** @customfunction */
    function WEEKDAY(date) { if (!(date instanceof Date)) throw new Error('нужна дата'); return date.getDay(); }
    /** @customfunction */
    function MAILS() { ScriptApp.newTrigger('x'); }`;

  test('are listed from their JSDoc, private ones left out', async () => {
    given = await givenScript(SCRIPT);
    const list = given.workspace.kernel.customFunctions.list();
    expect(list.map(({ name }) => name)).toEqual(['ADD_RATE', 'WEEKDAY', 'MAILS']);
    expect(list[0]).toEqual({
      name: 'ADD_RATE',
      description: 'Adds a rate to each value.',
      parameters: [
        { name: 'values', description: 'the values', optional: false },
        { name: 'rate', description: 'share of one', optional: true },
      ],
      returns: 'the values with the rate',
    });
  });

  test('take rows of cells and dates, and give rows back', async () => {
    given = await givenScript(SCRIPT);
    const { customFunctions } = given.workspace.kernel;
    expect(
      customFunctions.call('ADD_RATE', [
        [
          [100, 200],
          [300, 0],
        ],
        0.5,
      ]),
    ).toEqual([
      [150, 300],
      [450, 0],
    ]);
    expect(customFunctions.call('WEEKDAY', [new Date(2026, 2, 2, 12)])).toBe(1);
  });

  test("throw the script's message, and may not use what needs permission", async () => {
    given = await givenScript(SCRIPT);
    const { customFunctions } = given.workspace.kernel;
    expect(() => customFunctions.call('WEEKDAY', ['x'])).toThrow('нужна дата');
    expect(() => customFunctions.call('MAILS', [])).toThrow('You do not have permission to call ScriptApp.newTrigger.');
  });

  test('neither move the clock nor fill the log', async () => {
    given = await givenScript('/** @customfunction */\nfunction SLEEPY() { Utilities.sleep(5000); return 1; }');
    const before = given.workspace.kernel.clock.now();
    given.workspace.kernel.customFunctions.call('SLEEPY', []);
    expect(given.workspace.kernel.clock.now()).toBe(before);
    expect(given.workspace.executions()).toEqual([]);
  });
});

test('a run takes its estimated time on the clock of the workspace', async () => {
  given = await givenScript('function work() { Utilities.sleep(120000); }');
  const before = given.workspace.kernel.clock.now();
  const { record } = await given.workspace.run('work');
  expect(given.workspace.kernel.clock.now() - before).toBe(Math.ceil(record.estimatedMs));
});

test('what an async function gives is waited for', async () => {
  expect(await valueOf('return (async () => { await null; return 5; })()')).toBe(5);
  await expect(valueOf('return (async () => { await null; throw new Error("late"); })()')).rejects.toThrow(
    'Error: late',
  );
});
