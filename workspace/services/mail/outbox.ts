import { createHash } from 'node:crypto';
import type { Kernel } from '../../kernel/kernel.ts';
import { bareAddress } from './addresses.ts';
import { checkLimits } from './mail-limits.ts';
import { takeRecipients } from './mail-quota.ts';
import { type MessageContent, type MessageRecord, recipientsOf } from './message.ts';

const KEY = 'outbox';

/** Messages sent, oldest first. */
export function outbox(kernel: Kernel): readonly MessageRecord[] {
  return kernel.store.list<MessageRecord>(KEY);
}

/**
 * Sends: from here on the message is in the outbox, whatever happens. Record, quota and the
 * name of the file are one change of the store; the file itself is written by `writeOutbox`.
 *
 * @throws GoogleError when a limit is reached; then nothing is sent and nothing counted
 */
export function sendMessage(kernel: Kernel, message: MessageContent): MessageRecord {
  checkLimits(message);
  const record = kernel.store.transaction(() => {
    takeRecipients(kernel, recipientsOf(message).length);
    const number = outbox(kernel).length + 1;
    const sentMs = kernel.clock.now();
    const sent: MessageRecord = {
      ...message,
      number,
      sentMs,
      messageId: messageId(kernel, number, sentMs, message),
      fileName: `${String(number).padStart(4, '0')}-${fileNamePart(bareAddress(recipientsOf(message)[0] ?? ''))}.eml`,
    };
    kernel.store.append(KEY, sent);
    return sent;
  });
  kernel.announce('outbox', { number: record.number });
  return record;
}

function messageId(kernel: Kernel, number: number, sentMs: number, message: MessageContent): string {
  const fingerprint = createHash('sha256')
    .update(JSON.stringify([number, sentMs, message]))
    .digest('hex')
    .slice(0, 24);
  return `<${fingerprint}@${kernel.user.email.split('@')[1] ?? 'localhost'}>`;
}

function fileNamePart(address: string): string {
  return address.replace(/[^\p{L}\p{N}@._-]+/gu, '_').slice(0, 80);
}
