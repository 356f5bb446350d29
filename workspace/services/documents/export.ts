import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Kernel } from '../../kernel/kernel.ts';
import { fileNameFor } from '../drive/file-names.ts';
import { documentsToRender, pictureShelf, readDocument, rememberRendered } from './document-store.ts';
import { docxFile } from './docx.ts';

/** @throws Error when there is no such document */
export function exportDocx(kernel: Kernel, id: string): Promise<Buffer> {
  const content = readDocument(kernel, id);
  const file = kernel.files.get(id);
  if (!content || !file) throw new Error(`no document ${id} in the workspace`);
  return docxFile({ title: file.name, author: kernel.user.email }, content, pictureShelf(kernel));
}

/**
 * Writes the .docx of every document that changed since it was last written.
 * @returns paths of the files written
 */
export async function renderDocuments(kernel: Kernel): Promise<string[]> {
  const written: string[] = [];
  for (const id of documentsToRender(kernel)) {
    const updatedMs = kernel.files.get(id)?.updatedMs;
    const bytes = await exportDocx(kernel, id);
    // Changed again while it was being written: the next round has the newer one.
    if (kernel.files.get(id)?.updatedMs !== updatedMs) continue;
    const directory = join(kernel.directory, 'files');
    const path = join(directory, fileNameFor(kernel.files.get(id)?.name ?? '', id, 'docx'));
    mkdirSync(directory, { recursive: true });
    writeFileSync(`${path}.new`, bytes);
    renameSync(`${path}.new`, path);
    rememberRendered(kernel, id, path);
    written.push(path);
  }
  return written;
}
