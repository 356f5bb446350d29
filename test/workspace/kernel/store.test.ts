import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { openClock } from '../../../workspace/kernel/clock.ts';
import { openStore, type Store } from '../../../workspace/kernel/store.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'store-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

type Step = { put: string; value: unknown } | { delete: string } | { append: string; value: unknown };

const KEYS = ['a', 'b:1', 'b:2', 'c'];
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ put: fc.constantFrom(...KEYS), value: fc.jsonValue() }),
  fc.record({ delete: fc.constantFrom(...KEYS, 'list') }),
  fc.record({ append: fc.constant('list'), value: fc.jsonValue() }),
);

function apply(store: Store, each: Step): void {
  if ('put' in each) store.put(each.put, each.value);
  else if ('append' in each) store.append(each.append, each.value);
  else store.delete(each.delete);
}

function contentOf(store: Store): unknown {
  return JSON.parse(
    JSON.stringify({
      values: KEYS.map((key) => store.get(key) ?? null),
      list: store.list('list'),
      keys: store.keys('b:').sort(),
    }),
  );
}

function journal(): string {
  return join(directory, readdirSync(directory).find((name) => name.startsWith('journal')) as string);
}

test('any prefix of the journal opens, and is the state after its last whole line', () => {
  fc.assert(
    fc.property(
      fc.array(step, { minLength: 1, maxLength: 12 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (steps, share) => {
        const store = openStore(directory);
        const states = [contentOf(store)];
        for (const each of steps) {
          apply(store, each);
          states.push(contentOf(store));
        }
        store.close();
        const path = journal();
        const bytes = readFileSync(path);
        const cut = bytes.subarray(0, Math.floor(share * bytes.length));
        writeFileSync(path, cut);
        const wholeLines = cut.filter((byte) => byte === 10).length;
        const reopened = openStore(directory);
        try {
          expect(contentOf(reopened)).toEqual(states[wholeLines]);
          // And it can be written on.
          reopened.put('a', 'after');
          reopened.close();
          expect(openStore(directory).get('a')).toBe('after');
        } finally {
          rmSync(directory, { recursive: true, force: true });
          directory = mkdtempSync(join(tmpdir(), 'store-'));
        }
      },
    ),
    { numRuns: 60 },
  );
});

test('a torn last line is dropped with a message that names the file', () => {
  const store = openStore(directory);
  store.put('a', 1);
  store.close();
  appendFileSync(journal(), '[{"put":"a","val');
  const warnings: string[] = [];
  expect(openStore(directory, (message) => warnings.push(message)).get('a')).toBe(1);
  expect(warnings).toEqual([expect.stringMatching(/journal-0\.ndjson was cut off.*dropped/)]);
});

test('changes of a transaction are one line: all or none', () => {
  const store = openStore(directory);
  store.transaction(() => {
    store.put('a', 1);
    store.transaction(() => store.append('list', 2));
  });
  store.close();
  expect(readFileSync(journal(), 'utf8').trimEnd().split('\n')).toHaveLength(1);
});

test('what was changed before a transaction threw is in memory and in the journal alike', () => {
  const store = openStore(directory);
  expect(() =>
    store.transaction(() => {
      store.put('a', 1);
      throw new Error('half-way');
    }),
  ).toThrow('half-way');
  store.close();
  expect(openStore(directory).get('a')).toBe(1);
});

test('a snapshot holds everything, and an old journal is not replayed on top of it', () => {
  const store = openStore(directory);
  for (const number of [1, 2, 3]) store.append('list', number);
  store.put('b:1', { x: 1 });
  store.compact();
  store.append('list', 4);
  store.close();
  const reopened = openStore(directory);
  expect(reopened.list('list')).toEqual([1, 2, 3, 4]);
  expect(reopened.keys('b:')).toEqual(['b:1']);
});

describe('the clock', () => {
  const open = (machine: { ms: number }, running = true) =>
    openClock(openStore(directory), { at: 5000, running }, () => machine.ms);

  test('runs with the machine from where it was set', () => {
    const machine = { ms: 100 };
    const clock = open(machine);
    clock.set(10_000);
    machine.ms += 50;
    expect(clock.now()).toBe(10_050);
  });

  test('never goes back, though the machine is set back', () => {
    const machine = { ms: 100 };
    const clock = open(machine);
    machine.ms = 0;
    expect(clock.now()).toBe(5000);
    expect(() => clock.set(4999)).toThrow('only be moved forward');
  });

  test('stands when it is paused, over a restart too, and goes on from there', () => {
    const machine = { ms: 100 };
    open(machine).pause();
    machine.ms += 1_000_000;
    const clock = open(machine);
    expect([clock.now(), clock.running]).toEqual([5000, false]);
    clock.resume();
    machine.ms += 7;
    expect(clock.now()).toBe(5007);
  });

  test('a running one goes on while the workspace is closed', () => {
    const machine = { ms: 100 };
    open(machine);
    machine.ms += 60_000;
    expect(open(machine).now()).toBe(65_000);
  });

  test('waits for the machine after an execution took its estimated time: no drift', () => {
    const machine = { ms: 100 };
    const clock = open(machine);
    clock.reach(8000);
    machine.ms += 1000;
    expect(clock.now()).toBe(8000);
    machine.ms += 2500;
    expect(clock.now()).toBe(8500);
  });
});
