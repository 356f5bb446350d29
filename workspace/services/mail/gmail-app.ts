import type { Execution } from '../../kernel/execution.ts';
import { GoogleError, GoogleObject } from '../../kernel/google-object.ts';
import { composeMessage } from './compose.ts';
import { deleteDraft, drafts, readDraft, saveDraft } from './drafts.ts';
import { GmailMessage } from './gmail-message.ts';
import { sendMessage } from './outbox.ts';

export interface GmailApp extends GoogleAppsScript.Gmail.GmailApp {}
/** Sends and keeps drafts; there is no inbox to read. */
export class GmailApp extends GoogleObject {
  readonly #execution: Execution;

  constructor(execution: Execution) {
    super();
    this.#execution = execution;
  }

  sendEmail(...args: unknown[]): this {
    this.#execution.requireAuthorization('GmailApp.sendEmail');
    const { kernel } = this.#execution;
    sendMessage(kernel, composeMessage(kernel, 'GmailApp.sendEmail', args));
    return this;
  }

  createDraft(...args: unknown[]): GmailDraft {
    this.#execution.requireAuthorization('GmailApp.createDraft');
    const { kernel } = this.#execution;
    return new GmailDraft(this.#execution, saveDraft(kernel, composeMessage(kernel, 'GmailApp.createDraft', args)).id);
  }

  getDraft(draftId: string): GmailDraft {
    this.#execution.requireAuthorization('GmailApp.getDraft');
    if (!readDraft(this.#execution.kernel, draftId)) throw noDraft();
    return new GmailDraft(this.#execution, draftId);
  }

  getDrafts(): GmailDraft[] {
    this.#execution.requireAuthorization('GmailApp.getDrafts');
    return drafts(this.#execution.kernel).map(({ id }) => new GmailDraft(this.#execution, id));
  }

  getAliases(): string[] {
    this.#execution.requireAuthorization('GmailApp.getAliases');
    return [];
  }
}

export interface GmailDraft extends GoogleAppsScript.Gmail.GmailDraft {}
export class GmailDraft extends GoogleObject {
  readonly #execution: Execution;
  readonly #id: string;

  constructor(execution: Execution, id: string) {
    super();
    this.#execution = execution;
    this.#id = id;
  }

  getId(): string {
    return this.#id;
  }

  getMessageId(): string {
    return `m${this.#id}`;
  }

  getMessage(): GmailMessage {
    const { savedMs, ...message } = this.#draft();
    return new GmailMessage(this.#execution, this.getMessageId(), message, savedMs, true);
  }

  update(...args: unknown[]): this {
    this.#draft();
    const { kernel } = this.#execution;
    saveDraft(kernel, composeMessage(kernel, 'GmailDraft.update', args), this.#id);
    return this;
  }

  /** Sends; the draft is gone then. */
  send(): GmailMessage {
    const { kernel } = this.#execution;
    const { id, savedMs: _, ...message } = this.#draft();
    const sent = kernel.store.transaction(() => {
      const record = sendMessage(kernel, message);
      deleteDraft(kernel, id);
      return record;
    });
    return new GmailMessage(this.#execution, sent.messageId, message, sent.sentMs, false);
  }

  deleteDraft(): void {
    this.#draft();
    deleteDraft(this.#execution.kernel, this.#id);
  }

  #draft() {
    const draft = readDraft(this.#execution.kernel, this.#id);
    if (!draft) throw noDraft();
    return draft;
  }
}

function noDraft(): GoogleError {
  return new GoogleError('Invalid argument: draftId');
}
