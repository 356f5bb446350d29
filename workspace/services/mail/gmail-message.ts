import type { Execution } from '../../kernel/execution.ts';
import { GoogleObject } from '../../kernel/google-object.ts';
import { byteShelf } from '../drive/byte-shelf.ts';
import { Blob } from '../utilities/blob.ts';
import type { MessageContent } from './message.ts';

export interface GmailMessage extends GoogleAppsScript.Gmail.GmailMessage {}
/** A message that the script drafted or sent. */
export class GmailMessage extends GoogleObject {
  readonly #execution: Execution;
  readonly #id: string;
  readonly #message: MessageContent;
  readonly #atMs: number;
  readonly #draft: boolean;

  constructor(execution: Execution, id: string, message: MessageContent, atMs: number, draft: boolean) {
    super();
    this.#execution = execution;
    this.#id = id;
    this.#message = message;
    this.#atMs = atMs;
    this.#draft = draft;
  }

  getId(): string {
    return this.#id;
  }
  getFrom(): string {
    const { from, fromName } = this.#message;
    return fromName === undefined ? from : `"${fromName}" <${from}>`;
  }
  getTo(): string {
    return this.#message.to.join(', ');
  }
  getCc(): string {
    return this.#message.cc.join(', ');
  }
  getBcc(): string {
    return this.#message.bcc.join(', ');
  }
  getReplyTo(): string {
    return this.#message.replyTo ?? '';
  }
  getSubject(): string {
    return this.#message.subject;
  }
  getPlainBody(): string {
    return this.#message.text ?? '';
  }
  getBody(): string {
    return this.#message.html ?? this.#message.text ?? '';
  }
  getDate(): GoogleAppsScript.Base.Date {
    return new Date(this.#atMs) as unknown as GoogleAppsScript.Base.Date;
  }
  isDraft(): boolean {
    return this.#draft;
  }

  getAttachments(): GoogleAppsScript.Gmail.GmailAttachment[] {
    const shelf = byteShelf(this.#execution.kernel);
    return this.#message.files
      .filter(({ contentId }) => contentId === undefined)
      .map(
        (file) =>
          new Blob(
            shelf.read(file.bytes),
            file.contentType,
            file.name,
          ) as unknown as GoogleAppsScript.Gmail.GmailAttachment,
      );
  }
}
