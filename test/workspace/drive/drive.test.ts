import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DocumentApp, documentService } from '../../../workspace/services/documents/service.ts';
import { fileNameFor } from '../../../workspace/services/drive/file-names.ts';
import { type DriveApp, driveService } from '../../../workspace/services/drive/service.ts';
import { Blob } from '../../../workspace/services/utilities/blob.ts';
import { givenExecution, givenKernel } from '../documents/host-execution.ts';

function givenDrive() {
  const kernel = givenKernel();
  const { service } = givenExecution(kernel);
  return { kernel, service, drive: service<DriveApp>(driveService) };
}

function names(iterator: { hasNext(): boolean; next(): { getName(): string } }): string[] {
  const found: string[] = [];
  while (iterator.hasNext()) found.push(iterator.next().getName());
  return found;
}

test('the bytes of a file lie in a real file with a readable name', () => {
  const { kernel, drive } = givenDrive();
  const file = drive.createFile('Ответы за май.csv', 'а;б', 'text/csv');
  const [name] = readdirSync(join(kernel.directory, 'files'));
  expect(name).toMatch(/^Ответы за май-.{8}\.csv$/);
  expect(readFileSync(join(kernel.directory, 'files', name as string), 'utf8')).toBe('а;б');
  expect(file.getSize()).toBe(5);
  expect(file.setContent('в').getBlob().getDataAsString()).toBe('в');
  expect(readdirSync(join(kernel.directory, 'files'))).toEqual([name]);
});

test('a name that no file system takes becomes one that all take', () => {
  expect(fileNameFor('План: 2026/27', '1abcdefghij', 'docx')).toBe('План 2026 27-1abcdefg.docx');
  expect(fileNameFor('../..', '1abcdefghij', 'docx')).toBe('1abcdefg.docx');
  expect(Buffer.byteLength(fileNameFor('я'.repeat(300), '1abcdefghij', 'docx'))).toBeLessThan(255);
});

test('a copy has its own content and its own place', () => {
  const { drive } = givenDrive();
  const folder = drive.createFolder('Архив');
  const file = drive.createFile(new Blob(new Uint8Array([1, 2, 3]), 'image/png', 'a.png'));
  const copy = file.makeCopy('b.png', folder);
  copy.setContent('другое');
  expect(Array.from(file.getBlob().getBytes())).toEqual([1, 2, 3]);
  expect(names(folder.getFiles())).toEqual(['b.png']);
  expect(file.makeCopy().getName()).toBe('Copy of a.png');
});

test('a document’s copy has what the script wrote a moment ago, and goes its own way', () => {
  const { drive, service } = givenDrive();
  const app = service<DocumentApp>(documentService);
  const document = app.create('Образец');
  document.getBody().setText('Уважаемый {{имя}}!');
  const copy = app.openById(drive.getFileById(document.getId()).makeCopy('Письмо').getId());
  copy.getBody().replaceText('\\{\\{имя\\}\\}', 'Иван Иванович');
  expect(copy.getBody().getText()).toBe('Уважаемый Иван Иванович!');
  expect(document.getBody().getText()).toBe('Уважаемый {{имя}}!');
});

test('what lies in the trash is still found by name, as on Google, and says so', () => {
  const { drive } = givenDrive();
  drive.createFile('a.txt', '1').setTrashed(true);
  const found = drive.getFilesByName('a.txt').next();
  expect(found.isTrashed()).toBe(true);
  expect(names(drive.getTrashedFiles())).toEqual(['a.txt']);
  expect(names(drive.searchFiles("title = 'a.txt' and trashed = false"))).toEqual([]);
});

test('a search joins conditions; what cannot be searched by is refused by name', () => {
  const { drive } = givenDrive();
  const folder = drive.createFolder('Отчёты');
  folder.createFile('Отчёт за 2026 год.txt', '1');
  folder.createFile('Отчёт за 2025 год.csv', '1', 'text/csv');
  drive.createFile('Отчёт вне папки.txt', '1');
  const query = `title contains 'отчёт' and mimeType = 'text/plain' and '${folder.getId()}' in parents`;
  expect(names(drive.searchFiles(query))).toEqual(['Отчёт за 2026 год.txt']);
  expect(names(drive.searchFiles("title contains '2025'"))).toEqual(['Отчёт за 2025 год.csv']);
  expect(() => drive.searchFiles("fullText contains 'балл'")).toThrow(/cannot search by: fullText/);
});

test('an iterator can go on in another execution', () => {
  const { kernel, drive } = givenDrive();
  for (const name of ['1', '2', '3']) drive.createFile(name, '');
  const iterator = drive.getFiles();
  iterator.next();
  const later = givenExecution(kernel).service<DriveApp>(driveService);
  expect(names(later.continueFileIterator(iterator.getContinuationToken()))).toEqual(['2', '3']);
  expect(() => later.continueFileIterator('чушь')).toThrow('Invalid argument: continuationToken');
});

test('an unknown id, the end of an iterator, a folder into itself: Google’s errors', () => {
  const { drive } = givenDrive();
  expect(() => drive.getFileById('нет такого')).toThrow(/^No item with the given ID could be found/);
  expect(() => drive.getFiles().next()).toThrow('Cannot retrieve the next object: iterator has reached the end.');
  const outer = drive.createFolder('a');
  const inner = outer.createFolder('b');
  expect(() => outer.moveTo(inner)).toThrow(/into itself/);
});

test('sharing is remembered; an editor is not also a viewer', () => {
  const { drive } = givenDrive();
  const file = drive.createFile('a.txt', '1');
  file.addViewer('a@example.ru').addEditors(['a@example.ru', 'b@example.ru']);
  expect(file.getEditors().map((user) => user.getEmail())).toEqual(['a@example.ru', 'b@example.ru']);
  expect(file.getViewers()).toEqual([]);
  file.removeEditor('b@example.ru');
  expect(file.getEditors()).toHaveLength(1);
});

test('Google’s own kinds convert to PDF only: for .docx it has no getAs either', () => {
  const { drive, service } = givenDrive();
  const id = service<DocumentApp>(documentService).create('Отчёт').getId();
  expect(() =>
    drive.getFileById(id).getAs('application/vnd.openxmlformats-officedocument.wordprocessingml.document'),
  ).toThrow(/^Converting from application\/vnd\.google-apps\.document to .* is not supported\.$/);
});

test('the old way to move a file: into the folder, out of the root', () => {
  const { drive } = givenDrive();
  const folder = drive.createFolder('Архив');
  const file = drive.createFile('a.txt', '1');
  folder.addFile(file);
  drive.getRootFolder().removeFile(file);
  expect(names(file.getParents())).toEqual(['Архив']);
});

test('access is told for each person: the owner, who may edit, who may look, who may not', () => {
  const { drive } = givenDrive();
  const file = drive.createFile('a.txt', '1').addEditor('b@example.ru').addViewer('c@example.ru');
  const access = ['ivanova@example.ru', 'b@example.ru', 'c@example.ru', 'd@example.ru'].map((email) =>
    String(file.getAccess(email)),
  );
  expect(access).toEqual(['OWNER', 'EDIT', 'VIEW', 'NONE']);
});
