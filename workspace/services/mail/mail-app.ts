import type { Execution } from '../../kernel/execution.ts';
import { GoogleObject } from '../../kernel/google-object.ts';
import { composeMessage } from './compose.ts';
import { remainingRecipients } from './mail-quota.ts';
import { sendMessage } from './outbox.ts';

export interface MailApp extends GoogleAppsScript.Mail.MailApp {}
export class MailApp extends GoogleObject {
  readonly #execution: Execution;

  constructor(execution: Execution) {
    super();
    this.#execution = execution;
  }

  getRemainingDailyQuota(): number {
    this.#execution.requireAuthorization('MailApp.getRemainingDailyQuota');
    return remainingRecipients(this.#execution.kernel);
  }

  sendEmail(...args: unknown[]): void {
    this.#execution.requireAuthorization('MailApp.sendEmail');
    const { kernel } = this.#execution;
    sendMessage(kernel, composeMessage(kernel, 'MailApp.sendEmail', args));
  }
}
