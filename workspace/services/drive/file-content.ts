import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileRecord } from '../../kernel/files.ts';
import { GoogleError } from '../../kernel/google-object.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { fileNameFor } from './file-names.ts';

/** Where the bytes of a file that is not Google's own kind lie. */
interface Content {
  /** Name in the workspace's `files` folder. It stays when the file is renamed. */
  path: string;
  sizeBytes: number;
}

const PREFIX = 'drive-content:';

/** @source DriveApp.createFile: "Throws an error when content is larger than 50 MB" */
const LARGEST_BYTES = 50 * 1024 * 1024;

/** Makes a file of bytes in a folder. */
export function createContentFile(
  kernel: Kernel,
  { name, mimeType, parents }: Pick<FileRecord, 'name' | 'mimeType' | 'parents'>,
  bytes: Uint8Array,
): FileRecord {
  return kernel.store.transaction(() => {
    const file = kernel.files.create({ name, mimeType, parents });
    writeContent(kernel, file.id, bytes);
    return file;
  });
}

/** @throws GoogleError above Drive's limit */
export function writeContent(kernel: Kernel, id: string, bytes: Uint8Array): void {
  if (bytes.byteLength > LARGEST_BYTES) throw new GoogleError('Content is too large: the limit is 50 MB.');
  const directory = join(kernel.directory, 'files');
  const path = kernel.store.get<Content>(PREFIX + id)?.path ?? newPath(kernel.files.get(id)?.name ?? '', id);
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, `${path}.new`), bytes);
  renameSync(join(directory, `${path}.new`), join(directory, path));
  kernel.store.put(PREFIX + id, { path, sizeBytes: bytes.byteLength } satisfies Content);
  kernel.files.change(id, { updatedMs: kernel.clock.now() });
  kernel.announce('files');
}

/** @throws Error when the file has no bytes of its own: a folder, a document */
export function readContent(kernel: Kernel, id: string): Uint8Array {
  const content = kernel.store.get<Content>(PREFIX + id);
  if (!content) throw new Error(`file ${id} has no content of its own`);
  return readFileSync(join(kernel.directory, 'files', content.path));
}

export function hasContent(kernel: Kernel, id: string): boolean {
  return kernel.store.get(PREFIX + id) !== undefined;
}

/** Google's own kinds count as nothing. */
export function contentSizeBytes(kernel: Kernel, id: string): number {
  return kernel.store.get<Content>(PREFIX + id)?.sizeBytes ?? 0;
}

function newPath(name: string, id: string): string {
  const [, stem = name, extension = ''] = /^(.+)\.([a-z0-9]{1,8})$/i.exec(name) ?? [];
  return fileNameFor(stem, id, extension);
}
