import type { ExecutionRecord } from '../workspace-api.ts';
import type { Store } from './store.ts';

export interface ExecutionLog {
  nextId(): number;
  add(record: ExecutionRecord): void;
  /** Newest last. */
  all(): readonly ExecutionRecord[];
}

/** Older records are dropped. */
const KEPT = 1000;
const PREFIX = 'execution:';
const SEQUENCE = 'execution-sequence';

export function openExecutionLog(store: Store): ExecutionLog {
  let last = store.get<number>(SEQUENCE) ?? 0;
  const key = (id: number): string => PREFIX + String(id).padStart(12, '0');
  return {
    nextId() {
      last += 1;
      return last;
    },
    add(record) {
      store.transaction(() => {
        // Simultaneous executions end in another order than they began.
        store.put(SEQUENCE, Math.max(store.get<number>(SEQUENCE) ?? 0, record.id));
        store.put(key(record.id), record);
        store.delete(key(record.id - KEPT));
      });
    },
    all: () =>
      store
        .keys(PREFIX)
        .sort()
        .map((each) => store.get<ExecutionRecord>(each) as ExecutionRecord),
  };
}
