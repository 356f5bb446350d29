import type { Store } from './store.ts';

/**
 * The workspace's own time. It runs with the machine's clock, at the distance it was last set
 * to, or stands still; it can be moved forward, never back. Everything in the workspace that
 * asks for the time asks here.
 */
export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number;
  /** Moves to a later moment. Who moves it must also run what has become due. */
  set(milliseconds: number): void;
  /**
   * From now on it is not earlier than this: an execution has taken its estimated time. A
   * running clock then waits for the machine's, so such times do not add up to a drift.
   */
  reach(milliseconds: number): void;
  readonly running: boolean;
  pause(): void;
  resume(): void;
}

interface Saved {
  /** Workspace time at the moment of saving. */
  at: number;
  running: boolean;
  /** The machine's time then: a running clock has gone on while the workspace was closed. */
  machineAt: number;
  notBefore: number;
}

const KEY = 'clock';

/** @param machineNow the machine's clock; a parameter so that tests own it */
export function openClock(store: Store, start: { at: number; running: boolean }, machineNow = Date.now): Clock {
  const saved = store.get<Saved>(KEY) ?? { ...start, machineAt: machineNow(), notBefore: start.at };
  let base = saved.at;
  let setAt = saved.running ? saved.machineAt : machineNow();
  let running = saved.running;
  let notBefore = saved.notBefore;
  const now = (): number => {
    // The machine's clock itself may be set back.
    const shown = running ? base + Math.max(0, machineNow() - setAt) : base;
    return Math.max(shown, notBefore);
  };
  const save = (): void => {
    store.put(KEY, { at: base, running, machineAt: setAt, notBefore } satisfies Saved);
  };
  const rebase = (milliseconds: number): void => {
    base = milliseconds;
    setAt = machineNow();
    notBefore = milliseconds;
  };
  if (!store.get(KEY)) save();
  return {
    now,
    set(milliseconds) {
      if (milliseconds < now()) throw new Error('the workspace clock can only be moved forward');
      rebase(milliseconds);
      save();
    },
    reach(milliseconds) {
      if (milliseconds <= now()) return;
      notBefore = milliseconds;
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
