import { MIME } from '../../kernel/files.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { byteShelf } from '../drive/byte-shelf.ts';
import type { PictureShelf } from './live-tree.ts';
import { type DocumentContent, newContent } from './tree.ts';

const PREFIX = 'document:';
const RENDERED = 'document-rendered:';

/** Makes an empty document and its file. @returns the file's id */
export function createDocument(kernel: Kernel, name: string, content?: DocumentContent): string {
  return kernel.store.transaction(() => {
    const file = kernel.files.create({ name, mimeType: MIME.document });
    kernel.store.put(PREFIX + file.id, content ?? newContent(kernel.user.locale));
    return file.id;
  });
}

/** A copy that may be changed freely. */
export function readDocument(kernel: Kernel, id: string): DocumentContent | undefined {
  const content = kernel.store.get<DocumentContent>(PREFIX + id);
  return content && structuredClone(content);
}

export function saveDocument(kernel: Kernel, id: string, content: DocumentContent): void {
  kernel.store.transaction(() => {
    kernel.store.put(PREFIX + id, structuredClone(content));
    kernel.files.change(id, { updatedMs: kernel.clock.now() });
    kernel.store.delete(RENDERED + id);
  });
  kernel.announce('files');
}

/** The last saved state of a document under another file's id. */
export function copyDocument(kernel: Kernel, fromId: string, toId: string): void {
  kernel.store.put(PREFIX + toId, readDocument(kernel, fromId) ?? newContent(kernel.user.locale));
}

/** Documents whose .docx is missing or older than they are. */
export function documentsToRender(kernel: Kernel): string[] {
  return kernel.store
    .keys(PREFIX)
    .map((key) => key.slice(PREFIX.length))
    .filter((id) => kernel.files.get(id)?.trashed === false && kernel.store.get(RENDERED + id) === undefined);
}

/** Remembers the file that was written; forgotten at the next change of the document. */
export function rememberRendered(kernel: Kernel, id: string, path: string): void {
  kernel.store.put(RENDERED + id, path);
}

export function pictureShelf(kernel: Kernel): PictureShelf {
  const shelf = byteShelf(kernel);
  return {
    keep: (bytes, contentType) => shelf.keep(bytes, contentType.replace('image/', '')),
    read: (picture) => shelf.read(picture),
  };
}
