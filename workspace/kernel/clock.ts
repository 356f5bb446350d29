import type { Store } from './store.ts';

/**
 * The workspace's own time. It runs with the machine's clock from the moment it was last
 * set, or stands still; it can be moved forward, never back. Everything in the workspace
 * that asks for the time asks here.
 */
export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number;
  /** Moves to a later moment. Who moves it must also run what has become due. */
  set(milliseconds: number): void;
  readonly running: boolean;
  pause(): void;
  resume(): void;
}

interface Saved {
  /** Workspace time at the moment of saving. */
  at: number;
  running: boolean;
}

const KEY = 'clock';

/** @param machineNow the machine's clock; a parameter so that tests own it */
export function openClock(store: Store, start: { at: number; running: boolean }, machineNow = Date.now): Clock {
  const saved = store.get<Saved>(KEY) ?? start;
  let base = saved.at;
  let setAt = machineNow();
  let running = saved.running;
  const now = (): number => (running ? base + (machineNow() - setAt) : base);
  const save = (): void => {
    store.put(KEY, { at: base, running } satisfies Saved);
  };
  const rebase = (milliseconds: number): void => {
    base = milliseconds;
    setAt = machineNow();
  };
  return {
    now,
    set(milliseconds) {
      if (milliseconds < now()) throw new Error('the workspace clock can only be moved forward');
      rebase(milliseconds);
      save();
    },
    get running() {
      return running;
    },
    pause() {
      rebase(now());
      running = false;
      save();
    },
    resume() {
      rebase(now());
      running = true;
      save();
    },
  };
}
