import { defineEnum, GoogleObject } from '../../kernel/google-object.ts';
import type { TriggerRecord } from '../../kernel/triggers.ts';

export const EVENT_TYPE = defineEnum('EventType', [
  'CLOCK',
  'ON_OPEN',
  'ON_EDIT',
  'ON_FORM_SUBMIT',
  'ON_CHANGE',
  'ON_EVENT_UPDATED',
]);

export const TRIGGER_SOURCE = defineEnum('TriggerSource', ['SPREADSHEETS', 'CLOCK', 'FORMS', 'DOCUMENTS', 'CALENDAR']);

export interface Trigger extends GoogleAppsScript.Script.Trigger {}

export class Trigger extends GoogleObject {
  readonly #record: TriggerRecord;

  constructor(record: TriggerRecord) {
    super();
    this.#record = record;
  }

  getEventType() {
    return EVENT_TYPE._of(this.#record.eventType) as unknown as GoogleAppsScript.Script.EventType;
  }

  getHandlerFunction(): string {
    return this.#record.handler;
  }

  getTriggerSource() {
    return TRIGGER_SOURCE._of(this.#record.source) as unknown as GoogleAppsScript.Script.TriggerSource;
  }

  /** The file's ID; null for the clock, which Google's types leave out. */
  getTriggerSourceId(): string {
    return this.#record.sourceId as string;
  }

  getUniqueId(): string {
    return this.#record.uid;
  }
}
