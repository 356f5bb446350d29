import { randomBytes } from 'node:crypto';
import type { Kernel } from '../../kernel/kernel.ts';
import type { ResponseRecord } from './form-record.ts';

/**
 * The responses of one form, kept as a log: what was sent, changed and deleted, in order.
 * Nothing is rewritten, so a response costs one line however many there are.
 */
type LogEntry = { sent: ResponseRecord } | { changed: ResponseRecord } | { deleted: string } | { allDeleted: true };

interface Folded {
  /** How many entries of the log are in. */
  read: number;
  byId: Map<string, ResponseRecord>;
  /** Tokens of responses since deleted stay, so that a late repetition is still recognised. */
  idByToken: Map<string, string>;
}

const KEY = 'form-responses:';

export function responsesOf(kernel: Kernel, formId: string): ResponseRecord[] {
  return [...folded(kernel, formId).byId.values()];
}

export function findResponse(kernel: Kernel, formId: string, responseId: string): ResponseRecord | undefined {
  return folded(kernel, formId).byId.get(responseId);
}

/** The id of the response that was sent with this token, even if it has been deleted since. */
export function responseIdByToken(kernel: Kernel, formId: string, token: string): string | undefined {
  return folded(kernel, formId).idByToken.get(token);
}

export function appendResponse(kernel: Kernel, formId: string, response: ResponseRecord): void {
  append(kernel, formId, { sent: response });
}

export function changeResponse(kernel: Kernel, formId: string, response: ResponseRecord): void {
  append(kernel, formId, { changed: response });
}

export function deleteResponse(kernel: Kernel, formId: string, responseId: string): void {
  append(kernel, formId, { deleted: responseId });
}

export function deleteAllResponses(kernel: Kernel, formId: string): void {
  append(kernel, formId, { allDeleted: true });
}

/** Looks like Google's. */
export function newResponseId(): string {
  return `2_ABaOn${randomBytes(39).toString('base64url')}`;
}

export function newEditKey(): string {
  return `2_ABaOn${randomBytes(24).toString('base64url')}`;
}

function append(kernel: Kernel, formId: string, entry: LogEntry): void {
  kernel.store.append(KEY + formId, entry);
}

/**
 * The store hands out one growing array per list, so what was folded is kept beside that
 * array and only new entries are read.
 */
const foldedByLog = new WeakMap<readonly LogEntry[], Folded>();

function folded(kernel: Kernel, formId: string): Folded {
  const log = kernel.store.list<LogEntry>(KEY + formId);
  let state = foldedByLog.get(log);
  if (!state || state.read > log.length) state = { read: 0, byId: new Map(), idByToken: new Map() };
  for (; state.read < log.length; state.read += 1) take(state, log[state.read] as LogEntry);
  foldedByLog.set(log, state);
  return state;
}

function take(state: Folded, entry: LogEntry): void {
  if ('sent' in entry) {
    state.byId.set(entry.sent.id, entry.sent);
    if (entry.sent.token !== undefined) state.idByToken.set(entry.sent.token, entry.sent.id);
  } else if ('changed' in entry) state.byId.set(entry.changed.id, entry.changed);
  else if ('deleted' in entry) state.byId.delete(entry.deleted);
  else state.byId.clear();
}
