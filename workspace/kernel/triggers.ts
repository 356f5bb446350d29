import { createHash, randomInt } from 'node:crypto';
import type { Clock } from './clock.ts';
import { GoogleError } from './google-object.ts';
import { LIMITS } from './limits.ts';
import type { Store } from './store.ts';
import { nextFiring, type Schedule } from './trigger-schedule.ts';

/** An installable trigger as it is stored. */
export interface TriggerRecord {
  uid: string;
  handler: string;
  source: 'CLOCK' | 'SPREADSHEETS' | 'FORMS' | 'DOCUMENTS';
  /** ID of the file; null for the clock, as on Google. */
  sourceId: string | null;
  eventType: 'CLOCK' | 'ON_OPEN' | 'ON_EDIT' | 'ON_CHANGE' | 'ON_FORM_SUBMIT';
  schedule?: Schedule;
  createdMs: number;
  /** Stored before the function runs: a kill during the run does not run it twice. */
  lastFiredMs?: number;
}

export interface TriggerRegistry {
  /** In the order of creation. */
  all(): TriggerRecord[];
  /** @throws GoogleError past 20 triggers */
  create(trigger: Omit<TriggerRecord, 'uid' | 'createdMs'>, nowMs: number): TriggerRecord;
  /** @returns was it there? */
  remove(uid: string): boolean;
  get(uid: string): TriggerRecord | undefined;
  /** Moment of the next firing of a clock trigger. */
  nextMs(trigger: TriggerRecord): number | undefined;
  /** The clock trigger that is due first, at or before a moment. */
  firstDue(untilMs: number): { trigger: TriggerRecord; atMs: number } | undefined;
  /** Writes down that a clock trigger fires now; one that fires once is gone. */
  fired(trigger: TriggerRecord, atMs: number): void;
}

const PREFIX = 'trigger:';

export function openTriggers(store: Store, clock: Clock): TriggerRegistry {
  const get = (uid: string): TriggerRecord | undefined => store.get<TriggerRecord>(PREFIX + uid);
  const all = (): TriggerRecord[] => store.keys(PREFIX).map((key) => store.get<TriggerRecord>(key) as TriggerRecord);
  const nextMs = (trigger: TriggerRecord): number | undefined =>
    trigger.schedule &&
    nextFiring(trigger.schedule, trigger.createdMs, Math.max(trigger.createdMs - 1, trigger.lastFiredMs ?? 0));
  return {
    all,
    get,
    nextMs,
    create(trigger, nowMs) {
      if (store.keys(PREFIX).length >= LIMITS.triggersPerUserPerScript) {
        throw new GoogleError(
          'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
        );
      }
      const record = { ...trigger, uid: newTriggerUid(), createdMs: Math.max(nowMs, clock.now()) };
      store.put(PREFIX + record.uid, record);
      return record;
    },
    remove(uid) {
      const found = get(uid) !== undefined;
      if (found) store.delete(PREFIX + uid);
      return found;
    },
    firstDue(untilMs) {
      let first: { trigger: TriggerRecord; atMs: number } | undefined;
      for (const trigger of all()) {
        const atMs = nextMs(trigger);
        if (atMs !== undefined && atMs <= untilMs && (!first || atMs < first.atMs)) first = { trigger, atMs };
      }
      return first;
    },
    fired(trigger, atMs) {
      if (trigger.schedule?.kind === 'once') store.delete(PREFIX + trigger.uid);
      else store.put(PREFIX + trigger.uid, { ...trigger, lastFiredMs: atMs });
    },
  };
}

/** Looks like Google's: '4034124084959907503'. */
function newTriggerUid(): string {
  return `${randomInt(1, 10)}${String(randomInt(0, 1e9)).padStart(9, '0')}${String(randomInt(0, 1e9)).padStart(9, '0')}`;
}

/**
 * A number that the script left open, "random" but the same in every workspace with the same
 * script, so a test or a sample year can be repeated.
 * @param count the result is 0 … count - 1
 */
export function chosenByName(name: string, count: number): number {
  return createHash('sha256').update(name).digest().readUInt32BE(0) % count;
}
