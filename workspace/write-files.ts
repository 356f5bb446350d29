/**
 * Writes what people would download as real files into the workspace's folder: spreadsheets,
 * documents, messages, calendars. Documents and messages that have not changed since are left as they are.
 */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MIME } from './kernel/files.ts';
import type { Kernel } from './kernel/kernel.ts';
import { calendars, eventsOf } from './services/calendar/calendar-store.ts';
import { calendarIcs } from './services/calendar/ics.ts';
import { renderDocuments } from './services/documents/export.ts';
import { fileNameFor } from './services/drive/file-names.ts';
import { writeOutbox } from './services/mail/outbox-files.ts';
import { exportXlsx } from './services/spreadsheet/export-xlsx.ts';

/** @returns paths of all files that now lie in the folder, in the order of names */
export async function writeFiles(kernel: Kernel): Promise<string[]> {
  const folders = ['files', 'outbox'].map((name) => join(kernel.directory, name));
  for (const folder of folders) mkdirSync(folder, { recursive: true });
  for (const file of kernel.files.all()) {
    if (file.mimeType !== MIME.spreadsheet || file.trashed) continue;
    writeFileSync(join(folders[0]!, fileNameFor(file.name, file.id, 'xlsx')), await exportXlsx(kernel, file.id));
  }
  for (const { id, name } of calendars(kernel)) {
    if (eventsOf(kernel, id).length === 0) continue;
    writeFileSync(join(folders[0]!, fileNameFor(name, id, 'ics')), calendarIcs(kernel, id));
  }
  await renderDocuments(kernel);
  await writeOutbox(kernel);
  return folders.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name))).sort();
}
