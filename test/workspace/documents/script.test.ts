import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import JSZip from 'jszip';
import PostalMime from 'postal-mime';
import { renderDocuments } from '../../../workspace/services/documents/export.ts';
import { writeOutbox } from '../../../workspace/services/mail/outbox-files.ts';
import { openWorkspace } from '../../../workspace/workspace.ts';

/** Runs a script as it stands, in its own realm, in a new workspace. */
async function runScript(code: string) {
  const script = mkdtempSync(join(tmpdir(), 'script-'));
  writeFileSync(join(script, 'appsscript.json'), JSON.stringify({ timeZone: 'Europe/Moscow', runtimeVersion: 'V8' }));
  writeFileSync(join(script, 'Code.js'), code);
  const workspace = await openWorkspace({
    directory: mkdtempSync(join(tmpdir(), 'workspace-')),
    script,
    container: { name: 'Таблица' },
    startAt: Date.UTC(2026, 0, 30, 9),
    clockRunning: false,
    user: { email: 'ivanova@example.ru', locale: 'ru', timeZone: 'Europe/Moscow' },
  });
  const result = await workspace.run('main');
  return { kernel: workspace.kernel, result };
}

test('a script written for Google makes a document with a chart and a table, and mails its address', async () => {
  const { kernel, result } = await runScript(`
    function main() {
      const document = DocumentApp.create('Отчёт');
      const body = document.getBody();
      const style = {};
      style[DocumentApp.Attribute.BOLD] = true;
      style[DocumentApp.Attribute.HORIZONTAL_ALIGNMENT] = DocumentApp.HorizontalAlignment.CENTER;
      body.appendParagraph('Итоги').setHeading(DocumentApp.ParagraphHeading.HEADING1).setAttributes(style);
      body.appendTable([['Школа № 1', '90'], ['Школа № 2', '80']]).getRow(0).editAsText().setBold(true);
      const data = Charts.newDataTable()
        .addColumn(Charts.ColumnType.STRING, 'Учреждение')
        .addColumn(Charts.ColumnType.NUMBER, 'Балл')
        .addRow(['Школа № 1', 90]).addRow(['Школа № 2', 80]);
      const chart = Charts.newBarChart().setDataTable(data).setDimensions(400, 200).build();
      body.appendImage(chart.getAs('image/png'));
      const kinds = [];
      for (let i = 0; i < body.getNumChildren(); i++) kinds.push(String(body.getChild(i).getType()));
      document.saveAndClose();
      MailApp.sendEmail({ to: 'chief@example.ru', subject: 'Отчёт', body: document.getUrl(), attachments: [chart] });
      return { kinds, same: body.getChild(1).asParagraph().getHeading() === DocumentApp.ParagraphHeading.HEADING1,
        attributes: Object.keys(body.getChild(1).getAttributes()).length > 5, left: MailApp.getRemainingDailyQuota() };
    }
  `);
  expect(result.error).toBeUndefined();
  expect(result.value).toEqual({
    kinds: ['PARAGRAPH', 'PARAGRAPH', 'TABLE', 'PARAGRAPH', 'PARAGRAPH'],
    same: true,
    attributes: true,
    left: 99,
  });
  const [docx] = await renderDocuments(kernel);
  const zip = await JSZip.loadAsync(readFileSync(docx as string));
  const xml = await zip.file('word/document.xml')?.async('string');
  expect(xml).toMatch(/<w:pStyle w:val="Heading1"\/>.*<w:jc w:val="center"\/>.*<w:b\/>.*Итоги/);
  expect(Object.keys(zip.files).filter((name) => /media\/.*\.png$/.test(name))).toHaveLength(1);
  const [eml] = await writeOutbox(kernel);
  const email = await PostalMime.parse(readFileSync(eml as string));
  expect(email.attachments).toMatchObject([{ filename: 'chart.png', mimeType: 'image/png' }]);
  expect(email.text).toMatch(/^http:\/\/localhost:8080\/document\/d\/[\w-]{44}\/edit/);
});

test('what DocumentApp does not have is refused by name, not silently absent', async () => {
  const { result } = await runScript(`
    function main() { DocumentApp.create('Отчёт').getBody().appendTable([['а']]).setPinnedHeaderRows(1); }
  `);
  expect(result.error).toMatch(/setPinnedHeaderRows/);
});

test('a number among the cells of a new table is refused, as on Google', async () => {
  const { result } = await runScript(`
    function main() { DocumentApp.create('Отчёт').getBody().appendTable([['Балл', 90]]); }
  `);
  expect(result.error).toMatch(/don't match the method signature for DocumentApp\.Body\.appendTable/);
});

test('what was not saved and closed is still written when the script ends', async () => {
  const { kernel } = await runScript(`
    function main() { DocumentApp.create('Отчёт').getBody().appendParagraph('Без закрытия'); }
  `);
  const [docx] = await renderDocuments(kernel);
  const zip = await JSZip.loadAsync(readFileSync(docx as string));
  expect(await zip.file('word/document.xml')?.async('string')).toContain('Без закрытия');
});
