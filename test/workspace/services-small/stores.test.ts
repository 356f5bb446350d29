import { type GivenScript, givenScript, valueOf } from '../given-script.ts';

let given: GivenScript | undefined;
afterEach(() => given?.remove());

/** @source Google's reference (Properties, Cache, Lock) and its "Quotas for Google services" */
describe('properties', () => {
  test('are texts, whatever is put in', async () => {
    const body = `const p = PropertiesService.getScriptProperties();
      p.setProperty('a', 1.5).setProperties({ b: true, c: null });
      return [p.getProperties(), p.getKeys(), p.getProperty('none')];`;
    expect(await valueOf(body)).toEqual([{ a: '1.5', b: 'true', c: 'null' }, ['a', 'b', 'c'], null]);
  });

  test('of the script, the user and the document are three stores', async () => {
    const body = `PropertiesService.getScriptProperties().setProperty('x', 'script');
      PropertiesService.getUserProperties().setProperty('x', 'user');
      PropertiesService.getDocumentProperties().deleteAllProperties();
      return [PropertiesService.getScriptProperties(), PropertiesService.getUserProperties(), PropertiesService.getDocumentProperties()].map((p) => p.getProperty('x'));`;
    expect(await valueOf(body)).toEqual(['script', 'user', null]);
  });

  test('setProperties may delete all others', async () => {
    const body = `const p = PropertiesService.getScriptProperties(); p.setProperties({ a: '1', b: '2' });
      p.setProperties({ b: '3' }, true); return p.getProperties();`;
    expect(await valueOf(body)).toEqual({ b: '3' });
  });

  test('hold 9 KB each and no more, counted in bytes', async () => {
    const set = (text: string) => `PropertiesService.getScriptProperties().setProperty('k', ${text}); return true;`;
    expect(await valueOf(set("'x'.repeat(9 * 1024)"))).toBe(true);
    await expect(valueOf(set("'x'.repeat(9 * 1024 + 1)"))).rejects.toThrow('Exception: Argument too large: value');
    await expect(valueOf(set("'я'.repeat(9 * 512 + 1)"))).rejects.toThrow('Argument too large: value');
  });

  test('hold 500 KB together', async () => {
    const body = `const p = PropertiesService.getScriptProperties(); let n = 0;
      try { for (; n < 100; n++) p.setProperty('k' + n, 'x'.repeat(9000)); } catch (e) { return [n, e.message]; }`;
    expect(await valueOf(body)).toEqual([
      56,
      'You have exceeded the property storage quota. Please remove some properties and try again.',
    ]);
  });

  test('are there after a kill', async () => {
    given = await givenScript(
      'function put() { PropertiesService.getScriptProperties().setProperty("x", "kept"); }\nfunction read() { return PropertiesService.getScriptProperties().getProperty("x"); }',
    );
    await given.workspace.run('put');
    const workspace = await given.reopenAfterKill();
    expect((await workspace.run('read')).value).toBe('kept');
  });

  test('a call without a value is refused by its signature', async () => {
    await expect(valueOf("PropertiesService.getScriptProperties().setProperty('k')")).rejects.toThrow(
      "The parameters (String) don't match the method signature for Properties.setProperty.",
    );
  });
});

describe('the cache', () => {
  test('forgets after its time, by the clock of the workspace', async () => {
    given = await givenScript(`
      function put() { CacheService.getScriptCache().put('short', 'a', 60); CacheService.getScriptCache().put('usual', 'b'); }
      function read() { return CacheService.getScriptCache().getAll(['short', 'usual', 'none']); }`);
    const { workspace } = given;
    await workspace.run('put');
    const putMs = workspace.kernel.clock.now();
    expect((await workspace.run('read')).value).toEqual({ short: 'a', usual: 'b' });
    await workspace.advanceTo(putMs + 61_000);
    expect((await workspace.run('read')).value).toEqual({ usual: 'b' });
    await workspace.advanceTo(putMs + 601_000);
    expect((await workspace.run('read')).value).toEqual({});
  });

  test('keys have 250 characters at most, values 100 KB', async () => {
    const put = (key: string, value: string) => `CacheService.getUserCache().put(${key}, ${value}); return true`;
    expect(await valueOf(put("'k'.repeat(250)", "'v'.repeat(100 * 1024)"))).toBe(true);
    await expect(valueOf(put("'k'.repeat(251)", "'v'"))).rejects.toThrow('Argument too large: key');
    await expect(valueOf(put("'k'", "'v'.repeat(100 * 1024 + 1)"))).rejects.toThrow('Argument too large: value');
  });

  test('of more than 1,000 items the 900 that last longest stay', async () => {
    const body = `const cache = CacheService.getScriptCache();
      for (let i = 0; i < 1000; i++) cache.put('k' + i, String(i), 1000 + i);
      const before = Object.keys(cache.getAll(Array.from({ length: 1001 }, (_, i) => 'k' + i))).length;
      cache.put('k1000', 'last', 3000);
      const after = Object.keys(cache.getAll(Array.from({ length: 1001 }, (_, i) => 'k' + i)));
      return [before, after.length, after[0], after[899]];`;
    // A thousand puts would take longer than six minutes with the usual costs.
    const latency = { callMs: {}, otherwiseMs: 0, valueMs: 0 };
    expect(await valueOf(body, { latency })).toEqual([1000, 900, 'k101', 'k1000']);
  });
});

describe('locks', () => {
  test('are held until released, and taken twice by the same run', async () => {
    const body = `const lock = LockService.getScriptLock();
      const before = lock.hasLock(); lock.waitLock(10); const again = LockService.getScriptLock().tryLock(10);
      const held = lock.hasLock(); lock.releaseLock(); return [before, again, held, lock.hasLock()];`;
    expect(await valueOf(body)).toEqual([false, true, true, false]);
  });

  test('are released when the run ends, failed or not', async () => {
    given = await givenScript(
      'function take() { LockService.getScriptLock().waitLock(1); throw new Error("x"); }\nfunction can() { return LockService.getScriptLock().tryLock(1); }',
    );
    await given.workspace.run('take');
    expect((await given.workspace.run('can')).value).toBe(true);
  });
});

test('the session knows the user, the locale and the zone of the project', async () => {
  const body = `return [Session.getActiveUser().getEmail(), Session.getEffectiveUser().getEmail(), Session.getActiveUserLocale(),
    Session.getScriptTimeZone(), Session.getTemporaryActiveUserKey() === Session.getTemporaryActiveUserKey()];`;
  expect(await valueOf(body)).toEqual(['anna@example.com', 'anna@example.com', 'ru', 'Europe/Moscow', true]);
});
