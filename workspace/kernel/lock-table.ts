/** Who holds which lock. In memory: an execution that was killed holds nothing. */
export interface LockTable {
  holder(lock: string): number | undefined;
  take(lock: string, executionId: number): boolean;
  release(lock: string, executionId: number): void;
  releaseAll(executionId: number): void;
  /** Resolves when the lock becomes free, or after the given time of the machine. */
  whenFree(lock: string, timeoutMs: number): Promise<void>;
}

export function openLockTable(): LockTable {
  const holders = new Map<string, number>();
  const waiting = new Map<string, Set<() => void>>();
  const release = (lock: string, executionId: number): void => {
    if (holders.get(lock) !== executionId) return;
    holders.delete(lock);
    const woken = waiting.get(lock);
    waiting.delete(lock);
    for (const wake of woken ?? []) wake();
  };
  return {
    holder: (lock) => holders.get(lock),
    take(lock, executionId) {
      const holder = holders.get(lock);
      if (holder !== undefined && holder !== executionId) return false;
      holders.set(lock, executionId);
      return true;
    },
    release,
    releaseAll(executionId) {
      for (const [lock, holder] of [...holders]) if (holder === executionId) release(lock, executionId);
    },
    whenFree(lock, timeoutMs) {
      return new Promise((resolve) => {
        const others = waiting.get(lock) ?? new Set();
        waiting.set(lock, others);
        const wake = (): void => {
          clearTimeout(timer);
          others.delete(wake);
          resolve();
        };
        const timer = setTimeout(wake, timeoutMs);
        others.add(wake);
      });
    },
  };
}
