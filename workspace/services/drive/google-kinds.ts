import { type FileRecord, MIME } from '../../kernel/files.ts';
import { GoogleError } from '../../kernel/google-object.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { copyDocument } from '../documents/document-store.ts';
import { printDocument } from '../documents/pdf.ts';
import { copyForm } from '../forms/form-store.ts';
import { copyBook } from '../spreadsheet/book.ts';
import { createContentFile, hasContent, readContent } from './file-content.ts';

/** A copy of the file's content under a new record. @throws GoogleError for a folder */
export function copyFile(kernel: Kernel, source: FileRecord, name: string, parents: string[]): FileRecord {
  const { mimeType } = source;
  if (hasContent(kernel, source.id)) {
    return createContentFile(kernel, { name, mimeType, parents }, readContent(kernel, source.id));
  }
  if (mimeType === MIME.form) return kernel.files.change(copyForm(kernel, source.id, name).id, { name, parents });
  const copy = mimeType === MIME.document ? copyDocument : mimeType === MIME.spreadsheet ? copyBook : undefined;
  if (!copy) throw new GoogleError(`Files of type ${mimeType} cannot be copied.`);
  return kernel.store.transaction(() => {
    const file = kernel.files.create({ name, mimeType, parents });
    copy(kernel, source.id, file.id);
    return file;
  });
}

/** @throws GoogleError where Google has no such conversion, or the workspace has none */
export function convertedBytes(kernel: Kernel, file: FileRecord, contentType: string): Uint8Array {
  if (contentType === 'application/pdf' && file.mimeType === MIME.document) return printDocument(kernel, file.id);
  throw new GoogleError(`Converting from ${file.mimeType} to ${contentType} is not supported.`);
}
