import fc from 'fast-check';
import { givenScript, MONDAY_NINE, valueOf } from '../given-script.ts';

/** Rules of the membrane: issue "Local workspace", and how the V8 runtime of Apps Script behaves. */

describe('what is not there refuses by name', () => {
  test.each([
    ['a method of a service', 'PropertiesService.getFoo()', 'PropertiesService.getFoo'],
    ['a method of an object', 'PropertiesService.getScriptProperties().rename()', 'Properties.rename'],
    ['a value of an enum', 'ScriptApp.WeekDay.FUNDAY', 'Weekday.FUNDAY'],
    ['a service as a whole', 'SlidesApp.create("x")', 'SlidesApp.create'],
    ['a token that only Google can give', 'ScriptApp.getOAuthToken()', 'ScriptApp.getOAuthToken'],
  ])('%s', async (_, expression, name) => {
    await expect(valueOf(`return ${expression}`)).rejects.toThrow(
      `Exception: not available on the local workspace: ${name}`,
    );
  });

  test('reading is enough, no call is needed', async () => {
    expect(await valueOf('try { const f = Session.getFoo; return "read"; } catch (e) { return e.message; }')).toBe(
      'not available on the local workspace: Session.getFoo',
    );
  });

  test('an advanced service that the manifest does not switch on is not defined, as on Google', async () => {
    await expect(valueOf('return AdminDirectory.Users')).rejects.toThrow(
      'ReferenceError: AdminDirectory is not defined',
    );
  });

  test('an advanced service that the manifest switches on refuses by name', async () => {
    const manifest = {
      timeZone: 'Europe/Moscow',
      dependencies: {
        enabledAdvancedServices: [{ userSymbol: 'AdminDirectory', serviceId: 'admin', version: 'directory_v1' }],
      },
    };
    const given = await givenScript({
      'Code.js': 'function probe() { return AdminDirectory.Users; }',
      'appsscript.json': JSON.stringify(manifest),
    });
    const { error } = await given.workspace.run('probe');
    given.remove();
    expect(error).toBe('Exception: not available on the local workspace: AdminDirectory.Users');
  });

  test('what the language itself reads does no harm', async () => {
    const harmless = `const session = Session;
      return [typeof session, String(session), JSON.stringify({ session }), session == null, session instanceof Object,
        'getActiveUser' in session, 'getFoo' in session, session.then, session.toJSON, [session].length];`;
    expect(await valueOf(harmless)).toEqual([
      'object',
      'Session',
      '{"session":{}}',
      false,
      true,
      true,
      false,
      undefined,
      undefined,
      1,
    ]);
  });

  test('a stand-in may be returned from an async function', async () => {
    expect(await valueOf('return (async () => { const s = await Session; return s.getScriptTimeZone(); })()')).toBe(
      'Europe/Moscow',
    );
  });

  test('nothing can be put on a host object', async () => {
    await expect(valueOf('Session.mine = 1')).rejects.toThrow('assignment to Session.mine');
  });
});

describe('values belong to the realm of who sees them', () => {
  test('the script gets arrays, dates, objects and errors of its own realm', async () => {
    const body = `const parsed = Utilities.parseDate('2026-01-30', 'Europe/Moscow', 'yyyy-MM-dd');
      const rows = Utilities.parseCsv('a,b');
      const plain = CacheService.getScriptCache().getAll([]);
      let caught; try { Utilities.sleep('x'); } catch (e) { caught = e; }
      return [parsed instanceof Date, rows instanceof Array, rows[0] instanceof Array, plain instanceof Object,
        Object.getPrototypeOf(plain) === Object.prototype, caught instanceof Error, Utilities.getUuid instanceof Function];`;
    expect(await valueOf(body)).toEqual([true, true, true, true, true, true, true]);
  });

  test('the workspace gets a Date of its own realm', async () => {
    const value = await valueOf('return { at: new Date(86400000), list: [new Date(0)] }');
    expect((value as { at: Date }).at).toBeInstanceOf(Date);
    expect(value).toEqual({ at: new Date(86_400_000), list: [new Date(0)] });
  });

  test('undefined, null, NaN and empty text stay what they are', async () => {
    const given = await givenScript('function echo(value) { return value; }');
    const values = [undefined, null, Number.NaN, '', 0, -0, false, Number.POSITIVE_INFINITY];
    const { value } = await given.workspace.run('echo', [values]);
    given.remove();
    expect(value).toEqual(values);
  });

  test('whatever JSON and dates are made of goes through and comes back the same', async () => {
    const given = await givenScript('function echo(value) { return value; }');
    const leaf = fc.oneof(fc.jsonValue(), fc.date({ noInvalidDate: true }), fc.constant(undefined), fc.double());
    const value = fc.oneof(leaf, fc.array(fc.array(leaf)), fc.dictionary(fc.string(), leaf));
    await fc.assert(
      fc.asyncProperty(value, async (each) => {
        expect((await given.workspace.run('echo', [each])).value).toEqual(each);
      }),
    );
    given.remove();
  });

  test('a property may have any name', async () => {
    const given = await givenScript('function echo(value) { return [Object.keys(value), value]; }');
    const odd = JSON.parse('{"__proto__": 1, "constructor": 2, "then": 3}');
    expect((await given.workspace.run('echo', [odd])).value).toEqual([['__proto__', 'constructor', 'then'], odd]);
    given.remove();
  });

  test('a host object keeps its identity within an execution, enum values too', async () => {
    const body = `return [ScriptApp.WeekDay.MONDAY === ScriptApp.WeekDay.MONDAY, ScriptApp.WeekDay === ScriptApp.WeekDay,
      Session === Session, Session.getScriptTimeZone === Session.getScriptTimeZone];`;
    expect(await valueOf(body)).toEqual([true, true, true, true]);
  });

  test('a host object that the script hands back is the same host object', async () => {
    const body = `const trigger = ScriptApp.newTrigger('probe').timeBased().everyDays(1).create();
      ScriptApp.deleteTrigger(trigger);
      return ScriptApp.getProjectTriggers().length;`;
    expect(await valueOf(body)).toBe(0);
  });

  test("Google's error is an Exception of the script's realm with Google's message", async () => {
    const body = `try { ScriptApp.newTrigger('f').timeBased().everyMinutes(7); }
      catch (e) { return [e.name, e.message, String(e), e instanceof Error]; }`;
    const message = 'The value you passed to everyMinutes was invalid. It must be one of 1, 5, 10, 15 or 30.';
    expect(await valueOf(body)).toEqual(['Exception', message, `Exception: ${message}`, true]);
  });

  test('an object that contains itself is refused, not followed for ever', async () => {
    await expect(valueOf('const a = {}; a.a = a; CacheService.getScriptCache().putAll(a)')).rejects.toThrow(
      'too many levels of nesting',
    );
  });
});

describe("enums are objects, and so are Google's classes", () => {
  test('toString() of an enum value is its name; of an object, its class', async () => {
    const body = `const t = ScriptApp.newTrigger('f').timeBased().after(1).create();
      return [String(ScriptApp.EventType.CLOCK), ScriptApp.EventType.CLOCK + '!', String(t), String(ScriptApp),
        ScriptApp.EventType.CLOCK.ordinal(), ScriptApp.EventType.CLOCK.name(), JSON.stringify(ScriptApp.EventType.CLOCK)];`;
    expect(await valueOf(body)).toEqual(['CLOCK', 'CLOCK!', 'Trigger', 'ScriptApp', 0, 'CLOCK', '"CLOCK"']);
  });

  test('Object.keys of an enum lists its values', async () => {
    expect(await valueOf('return Object.keys(ScriptApp.AuthMode)')).toEqual([
      'NONE',
      'CUSTOM_FUNCTION',
      'LIMITED',
      'FULL',
    ]);
  });
});

describe('the global scope', () => {
  /** @source platform notes, "Absent globals" */
  test.each([
    'setTimeout',
    'setInterval',
    'setImmediate',
    'clearTimeout',
    'fetch',
    'URL',
    'URLSearchParams',
    'Buffer',
    'process',
    'require',
    'module',
    'exports',
    'global',
    'window',
    'TextEncoder',
    'TextDecoder',
    'crypto',
    'performance',
    'atob',
    'btoa',
    'structuredClone',
    'queueMicrotask',
    'navigator',
    'File',
    'FormData',
  ])('has no %s', async (name) => {
    expect(await valueOf(`return typeof ${name}`)).toBe('undefined');
  });

  test("has what ECMAScript gives, Google's services and the console", async () => {
    const names = [
      'Map',
      'Promise',
      'Intl',
      'JSON',
      'Proxy',
      'globalThis',
      'console',
      'Logger',
      'Utilities',
      'ScriptApp',
    ];
    expect(await valueOf(`return [${names.map((name) => `typeof ${name}`)}].includes('undefined')`)).toBe(false);
  });

  test('holds nothing of the workspace that a script could stumble on', async () => {
    const own = await valueOf(
      'return Object.getOwnPropertySymbols(globalThis).map(String).concat(Object.keys(globalThis))',
    );
    expect((own as string[]).filter((name) => name !== 'probe' && name !== 'Symbol(Symbol.toStringTag)')).toEqual([]);
  });

  test('a script may name its own variable like a service', async () => {
    const given = await givenScript(
      'var Logger = { log: (text) => "mine " + text };\nconst Session = 7;\nfunction probe() { return [Logger.log("x"), Session]; }',
    );
    const { value } = await given.workspace.run('probe');
    given.remove();
    expect(value).toEqual(['mine x', 7]);
  });

  test('is new for every execution: globals do not survive, as on Google', async () => {
    const given = await givenScript('var count = 0;\nfunction countUp() { count += 1; return count; }');
    const counts = [await given.workspace.run('countUp'), await given.workspace.run('countUp')];
    given.remove();
    expect(counts.map(({ value }) => value)).toEqual([1, 1]);
  });
});

describe("the script's clock is the workspace's", () => {
  test('new Date() and Date.now() show it, in the time zone of the manifest', async () => {
    const body =
      'return [Date.now(), new Date().getTime(), new Date().getHours(), new Date(2026, 0, 30).toISOString(), Date().slice(0, 24)]';
    expect(await valueOf(body)).toEqual([
      MONDAY_NINE,
      MONDAY_NINE,
      9,
      '2026-01-29T21:00:00.000Z',
      'Mon Mar 02 2026 09:00:00',
    ]);
  });

  test('it goes on by what the calls cost, so a job with a time budget stops here as there', async () => {
    const body = `const start = Date.now(); let turns = 0;
      while (Date.now() - start < 60000) { Utilities.sleep(1000); turns += 1; }
      return turns;`;
    const turns = (await valueOf(body)) as number;
    expect(turns).toBeGreaterThanOrEqual(58);
    expect(turns).toBeLessThanOrEqual(60);
  });

  test('a class made from Date works', async () => {
    expect(
      await valueOf(
        'class Day extends Date { iso() { return this.toISOString().slice(0, 10); } } return [new Day(0).iso(), new Day(0) instanceof Date]',
      ),
    ).toEqual(['1970-01-01', true]);
  });

  test('the machine keeps its own zone', async () => {
    const before = new Date(2026, 0, 30).getTime();
    await valueOf('return new Date().getHours()');
    expect(new Date(2026, 0, 30).getTime()).toBe(before);
  });
});
