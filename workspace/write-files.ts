import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FileRecord, MIME } from './kernel/files.ts';
import type { Kernel } from './kernel/kernel.ts';
import { calendars, eventsOf } from './services/calendar/calendar-store.ts';
import { calendarIcs } from './services/calendar/ics.ts';
import { renderDocuments } from './services/documents/export.ts';
import { fileNameFor } from './services/drive/file-names.ts';
import { writeOutbox } from './services/mail/outbox-files.ts';
import { exportXlsx } from './services/spreadsheet/export-xlsx.ts';

/**
 * Writes the real files of what is in the workspace: .xlsx of every spreadsheet, .ics of every
 * calendar with events, .docx and .eml of what changed or was sent since the last writing.
 * Spreadsheets and documents in the trash are left out.
 *
 * @returns paths of the files written
 */
export async function writeFiles(kernel: Kernel): Promise<string[]> {
  const written = [...(await renderDocuments(kernel)), ...(await writeOutbox(kernel))];
  for (const file of kernel.files.all()) {
    if (file.mimeType !== MIME.spreadsheet || file.trashed) continue;
    written.push(write(kernel, file, 'xlsx', await exportXlsx(kernel, file.id)));
  }
  for (const { id, name } of calendars(kernel)) {
    if (eventsOf(kernel, id).length > 0) written.push(write(kernel, { id, name }, 'ics', calendarIcs(kernel, id)));
  }
  return written;
}

function write(
  kernel: Kernel,
  { id, name }: Pick<FileRecord, 'id' | 'name'>,
  extension: string,
  content: Uint8Array | string,
): string {
  const directory = join(kernel.directory, 'files');
  const path = join(directory, fileNameFor(name, id, extension));
  mkdirSync(directory, { recursive: true });
  writeFileSync(`${path}.new`, content);
  renameSync(`${path}.new`, path);
  return path;
}
