import { randomBytes, randomInt } from 'node:crypto';
import { MIME } from '../../kernel/files.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import type { FormRecord, ItemRecord } from './form-record.ts';

/**
 * Where forms lie in the workspace's store: `form:ID` (settings and the order of items),
 * `form-item:ID:ITEM` (one item), `form-published:PUBLISHED_ID` (the form's id).
 * Responses are kept by response-log.ts.
 */
const FORM = 'form:';
const ITEM = 'form-item:';
const PUBLISHED = 'form-published:';

/** A form made by a script starts unpublished unless asked; Google's rule since 30 June 2026. */
export function createForm(kernel: Kernel, title: string, published: boolean): FormRecord {
  return kernel.store.transaction(() => {
    const file = kernel.files.create({ name: title, mimeType: MIME.form });
    const form: FormRecord = {
      id: file.id,
      publishedId: `1FAIpQLS${randomBytes(36).toString('base64url')}`,
      title,
      description: '',
      itemIds: [],
      published,
      acceptingResponses: published,
      closedMessage: '',
      confirmationMessage: '',
      progressBar: false,
      collectEmail: false,
      limitOneResponsePerUser: false,
      requireLogin: false,
      shuffleQuestions: false,
      allowResponseEdits: false,
      respondAgainLink: true,
      publishingSummary: false,
      quiz: false,
    };
    kernel.store.put(FORM + form.id, form);
    kernel.store.put(PUBLISHED + form.publishedId, form.id);
    return form;
  });
}

/** A form that is in the trash can still be opened, as on Google. */
export function findForm(kernel: Kernel, formId: string): FormRecord | undefined {
  return kernel.store.get<FormRecord>(FORM + formId);
}

export function findPublishedForm(kernel: Kernel, publishedId: string): FormRecord | undefined {
  const formId = kernel.store.get<string>(PUBLISHED + publishedId);
  return formId === undefined ? undefined : findForm(kernel, formId);
}

/** @throws Error when the form has been deleted */
export function readForm(kernel: Kernel, formId: string): FormRecord {
  const form = findForm(kernel, formId);
  if (!form) throw new Error(`no form ${formId} in the workspace`);
  return form;
}

export function changeForm(kernel: Kernel, formId: string, change: Partial<FormRecord>): FormRecord {
  const form = { ...readForm(kernel, formId), ...change };
  kernel.store.put(FORM + formId, form);
  kernel.announce('files');
  return form;
}

export function readItem(kernel: Kernel, formId: string, itemId: number): ItemRecord | undefined {
  return kernel.store.get<ItemRecord>(itemKey(formId, itemId));
}

export function readItems(kernel: Kernel, formId: string): ItemRecord[] {
  return readForm(kernel, formId).itemIds.map((id) => readItem(kernel, formId, id) as ItemRecord);
}

export function writeItem(kernel: Kernel, formId: string, item: ItemRecord): void {
  kernel.store.put(itemKey(formId, item.id), item);
}

/** Puts a new item at the end. */
export function appendItem(kernel: Kernel, formId: string, item: ItemRecord): void {
  kernel.store.transaction(() => {
    writeItem(kernel, formId, item);
    changeForm(kernel, formId, { itemIds: [...readForm(kernel, formId).itemIds, item.id] });
  });
}

export function removeItem(kernel: Kernel, formId: string, itemId: number): void {
  kernel.store.transaction(() => {
    kernel.store.delete(itemKey(formId, itemId));
    changeForm(kernel, formId, { itemIds: readForm(kernel, formId).itemIds.filter((id) => id !== itemId) });
  });
}

/** A copy of a form with its items, their ids kept as Google keeps them, and no responses. Starts unpublished. */
export function copyForm(kernel: Kernel, formId: string, name: string): FormRecord {
  return kernel.store.transaction(() => {
    const { id: _, publishedId: __, destination: ___, ...settings } = readForm(kernel, formId);
    const copy = createForm(kernel, name, false);
    for (const item of readItems(kernel, formId)) writeItem(kernel, copy.id, item);
    return changeForm(kernel, copy.id, { ...settings, published: false, acceptingResponses: false });
  });
}

function itemKey(formId: string, itemId: number): string {
  return `${ITEM}${formId}:${itemId}`;
}

/** Like Google's: a whole number below 2³¹ that stays with the item or the question for its life. */
export function newNumberId(taken: (id: number) => boolean): number {
  for (;;) {
    const id = randomInt(100_000_000, 2 ** 31);
    if (!taken(id)) return id;
  }
}
