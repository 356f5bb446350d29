import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Transporter } from 'nodemailer';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { Kernel } from '../../kernel/kernel.ts';
import { byteShelf } from '../drive/byte-shelf.ts';
import { bareAddress } from './addresses.ts';
import { type MessageRecord, recipientsOf } from './message.ts';
import { outbox } from './outbox.ts';

/** How many messages of the outbox have their file, and how many were handed to a mail server. */
const WRITTEN = 'outbox-written';
const HANDED_OVER = 'outbox-handed-over';

/** The message as it goes over the wire: headers, text and HTML, attachments. */
export function renderMessage(kernel: Kernel, message: MessageRecord): Promise<Buffer> {
  const shelf = byteShelf(kernel);
  const composer = new MailComposer({
    from: message.fromName === undefined ? message.from : { name: message.fromName, address: message.from },
    to: message.to,
    cc: message.cc,
    bcc: message.bcc,
    ...(message.replyTo === undefined ? {} : { replyTo: message.replyTo }),
    subject: message.subject,
    ...(message.text === undefined ? {} : { text: message.text }),
    ...(message.html === undefined ? {} : { html: message.html }),
    date: new Date(message.sentMs),
    messageId: message.messageId,
    attachments: message.files.map((file) => ({
      filename: file.name,
      contentType: file.contentType,
      content: Buffer.from(shelf.read(file.bytes)),
      ...(file.contentId === undefined ? {} : { cid: file.contentId, contentDisposition: 'inline' as const }),
    })),
  });
  const compiled = composer.compile();
  // The outbox is the sender's own copy, so hidden recipients show in it, as in Gmail's sent mail.
  (compiled as unknown as { keepBcc: boolean }).keepBcc = true;
  return compiled.build();
}

/**
 * Writes the .eml files that are still missing. Call it after messages were sent and when the
 * workspace opens: what a kill left unwritten is written then.
 *
 * @returns paths of the files written
 */
export async function writeOutbox(kernel: Kernel): Promise<string[]> {
  const directory = join(kernel.directory, 'outbox');
  const paths: string[] = [];
  for (let next = nextMessage(kernel, WRITTEN); next; next = nextMessage(kernel, WRITTEN)) {
    const bytes = await renderMessage(kernel, next);
    const path = join(directory, next.fileName);
    mkdirSync(directory, { recursive: true });
    writeFileSync(`${path}.new`, bytes);
    renameSync(`${path}.new`, path);
    kernel.store.put(WRITTEN, next.number);
    paths.push(path);
  }
  return paths;
}

/** What `nodemailer.createTransport` gives, or anything that sends. */
export type MailTransport = Pick<Transporter, 'sendMail'>;

/**
 * Hands messages not yet handed over to a real mail server; only who configured one calls this.
 * A kill between the server's answer and the note of it sends one message twice, under the same
 * Message-ID, by which mailboxes know it again.
 *
 * @throws what the transport throws; messages before the failed one stay handed over
 */
export async function handOver(kernel: Kernel, transport: MailTransport): Promise<number> {
  let count = 0;
  for (let next = nextMessage(kernel, HANDED_OVER); next; next = nextMessage(kernel, HANDED_OVER)) {
    await transport.sendMail({
      envelope: { from: next.from, to: recipientsOf(next).map(bareAddress) },
      raw: withoutBcc(await renderMessage(kernel, next)),
    });
    kernel.store.put(HANDED_OVER, next.number);
    count += 1;
  }
  return count;
}

/**
 * Says whether a mail server is configured, at every opening. Messages sent while there was none
 * stay in the outbox for good: configuring one must not let loose what was meant for a rehearsal.
 */
export function configureHandOver(kernel: Kernel, hasServer: boolean): void {
  if (!hasServer) kernel.store.delete(HANDED_OVER);
  else if (kernel.store.get(HANDED_OVER) === undefined) kernel.store.put(HANDED_OVER, outbox(kernel).length);
}

function nextMessage(kernel: Kernel, mark: string): MessageRecord | undefined {
  return outbox(kernel)[kernel.store.get<number>(mark) ?? 0];
}

/** Drops the header, its continued lines included; the body is left as it is. */
function withoutBcc(message: Buffer): Buffer {
  const text = message.toString('latin1');
  const end = text.indexOf('\r\n\r\n');
  return Buffer.from(text.slice(0, end).replace(/\r\nBcc:[^\r]*(\r\n[ \t][^\r]*)*/i, '') + text.slice(end), 'latin1');
}
