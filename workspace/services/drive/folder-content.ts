import type { Execution } from '../../kernel/execution.ts';
import { type FileRecord, MIME } from '../../kernel/files.ts';
import { GoogleError, GoogleObject, signatureError } from '../../kernel/google-object.ts';
import { Blob } from '../utilities/blob.ts';
import { createContentFile } from './file-content.ts';
import { isFolder, searchTest } from './search-query.ts';

/** Ids of what lies in a folder, or with no folder given anywhere; files in the trash too, as on Google. */
export function idsWhere(
  execution: Execution,
  folderId: string | undefined,
  kind: 'file' | 'folder',
  wanted: (file: FileRecord) => boolean = () => true,
): string[] {
  return execution.kernel.files
    .all()
    .filter((file) => isFolder(file) === (kind === 'folder'))
    .filter((file) => folderId === undefined || file.parents.includes(folderId))
    .filter(wanted)
    .map((file) => file.id);
}

export function idsFound(
  execution: Execution,
  folderId: string | undefined,
  kind: 'file' | 'folder',
  query: string,
): string[] {
  return idsWhere(execution, folderId, kind, searchTest(query));
}

/** `createFile(blob)`, `createFile(name, content)`, `createFile(name, content, mimeType)`. @returns the id */
export function createFileIn(execution: Execution, folderId: string, method: string, args: readonly unknown[]): string {
  const [first, content, mimeType = 'text/plain'] = args;
  const { kernel } = execution;
  if (args.length === 1 && first instanceof GoogleObject) {
    const blob = first instanceof Blob ? first : (first as { getBlob?: () => unknown }).getBlob?.();
    if (!(blob instanceof Blob)) throw signatureError(method, args);
    const record = {
      name: blob.getName() ?? 'Untitled',
      mimeType: blob.getContentType() ?? 'application/octet-stream',
      parents: [folderId],
    };
    return createContentFile(kernel, record, blob._bytes).id;
  }
  if (typeof first !== 'string' || typeof content !== 'string' || typeof mimeType !== 'string') {
    throw signatureError(method, args);
  }
  if (mimeType.startsWith('application/vnd.google-apps.')) throw new GoogleError(`Invalid argument: file.mimeType`);
  return createContentFile(kernel, { name: first, mimeType, parents: [folderId] }, new TextEncoder().encode(content))
    .id;
}

export function createFolderIn(execution: Execution, folderId: string, name: string): string {
  if (typeof name !== 'string') throw signatureError('DriveApp.createFolder', [name]);
  const { id } = execution.kernel.files.create({ name, mimeType: MIME.folder, parents: [folderId] });
  execution.kernel.announce('files');
  return id;
}
