import type { TriggerEvent } from './kernel.ts';
import type { Store } from './store.ts';
import type { TriggerRecord, TriggerRegistry } from './triggers.ts';

/** One function that one event calls: a simple trigger by its name or an installable one. */
export type EventTarget = { simple: string } | { uid: string };

interface QueuedEvent {
  event: TriggerEvent;
  targets: EventTarget[];
}

export interface EventQueue {
  add(event: TriggerEvent): void;
  /**
   * Takes the next call off the stored queue: before it runs, so that a kill while it runs does
   * not run it twice.
   */
  take(): { event: TriggerEvent; target: EventTarget } | undefined;
}

const PREFIX = 'event:';
const SEQUENCE = 'event-sequence';

const EVENT_TYPES: Record<TriggerEvent['type'], TriggerRecord['eventType']> = {
  open: 'ON_OPEN',
  edit: 'ON_EDIT',
  change: 'ON_CHANGE',
  formSubmit: 'ON_FORM_SUBMIT',
};

const SIMPLE: Partial<Record<TriggerEvent['type'], string>> = { open: 'onOpen', edit: 'onEdit' };

/** @param containerId simple triggers know only the file that the script is bound to */
export function openEventQueue(store: Store, triggers: TriggerRegistry, containerId: string): EventQueue {
  const targetsOf = (event: TriggerEvent): EventTarget[] => {
    const simple = SIMPLE[event.type];
    const targets: EventTarget[] = simple && event.sourceId === containerId ? [{ simple }] : [];
    for (const { uid, sourceId, eventType } of triggers.all()) {
      if (sourceId === event.sourceId && eventType === EVENT_TYPES[event.type]) targets.push({ uid });
    }
    return targets;
  };
  return {
    add(event) {
      const targets = targetsOf(event);
      if (targets.length === 0) return;
      store.transaction(() => {
        const number = (store.get<number>(SEQUENCE) ?? 0) + 1;
        store.put(SEQUENCE, number);
        store.put(PREFIX + String(number).padStart(12, '0'), { event, targets } satisfies QueuedEvent);
      });
    },
    take() {
      const key = store.keys(PREFIX).sort()[0];
      if (key === undefined) return undefined;
      const { event, targets } = store.get<QueuedEvent>(key) as QueuedEvent;
      const [target, ...rest] = targets;
      if (rest.length === 0) store.delete(key);
      else store.put(key, { event, targets: rest });
      return { event, target: target as EventTarget };
    },
  };
}
