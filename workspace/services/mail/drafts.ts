import { randomBytes } from 'node:crypto';
import type { Kernel } from '../../kernel/kernel.ts';
import type { MessageContent } from './message.ts';

const PREFIX = 'draft:';

export interface DraftRecord extends MessageContent {
  id: string;
  savedMs: number;
}

export function saveDraft(
  kernel: Kernel,
  message: MessageContent,
  id = `r${randomBytes(8).toString('hex')}`,
): DraftRecord {
  const draft = { ...message, id, savedMs: kernel.clock.now() };
  kernel.store.put(PREFIX + id, draft);
  kernel.announce('outbox');
  return draft;
}

export function readDraft(kernel: Kernel, id: string): DraftRecord | undefined {
  return kernel.store.get<DraftRecord>(PREFIX + id);
}

/** Newest first, as Gmail lists them. */
export function drafts(kernel: Kernel): DraftRecord[] {
  return kernel.store
    .keys(PREFIX)
    .map((key) => kernel.store.get<DraftRecord>(key) as DraftRecord)
    .sort((one, other) => other.savedMs - one.savedMs);
}

export function deleteDraft(kernel: Kernel, id: string): void {
  kernel.store.delete(PREFIX + id);
}
