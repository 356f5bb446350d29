import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { openWorkspace } from '../../workspace/workspace.ts';
import { writeFiles } from '../../workspace/write-files.ts';

const CODE = `
  function main() {
    SpreadsheetApp.getActiveSpreadsheet().getActiveSheet().getRange('A1').setValue('Балл');
    DocumentApp.create('Отчёт').getBody().appendParagraph('Итоги');
    MailApp.sendEmail('chief@example.ru', 'Отчёт', 'Готов');
    CalendarApp.createAllDayEvent('Срок', new Date(2026, 1, 2));
  }
`;

test('everything a script made becomes real files, one of each however often they are written', async () => {
  const script = mkdtempSync(join(tmpdir(), 'script-'));
  writeFileSync(join(script, 'appsscript.json'), JSON.stringify({ timeZone: 'Europe/Moscow' }));
  writeFileSync(join(script, 'Code.js'), CODE);
  const workspace = await openWorkspace({
    directory: mkdtempSync(join(tmpdir(), 'workspace-')),
    script,
    container: { name: 'Таблица' },
    startAt: Date.UTC(2026, 0, 30, 9),
    clockRunning: false,
    user: { email: 'ivanova@example.ru', locale: 'ru', timeZone: 'Europe/Moscow' },
  });
  const { error } = await workspace.run('main');
  expect(error).toBeUndefined();
  const paths = await writeFiles(workspace.kernel);
  const byKind = new Map(paths.map((path) => [extname(path), path]));
  expect([...byKind.keys()].sort()).toEqual(['.docx', '.eml', '.ics', '.xlsx']);
  const start = (kind: string, length: number) =>
    readFileSync(byKind.get(kind) as string)
      .subarray(0, length)
      .toString();
  expect([start('.docx', 2), start('.xlsx', 2), start('.ics', 15)]).toEqual(['PK', 'PK', 'BEGIN:VCALENDAR']);
  expect(basename(byKind.get('.eml') as string)).toBe('0001-chief@example.ru.eml');
  expect(await writeFiles(workspace.kernel)).toEqual(paths);
  workspace.close();
});
