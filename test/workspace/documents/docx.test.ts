import { readFileSync } from 'node:fs';
import JSZip from 'jszip';
import { exportDocx, renderDocuments } from '../../../workspace/services/documents/export.ts';
import { type DocumentApp, documentService } from '../../../workspace/services/documents/service.ts';
import { Blob } from '../../../workspace/services/utilities/blob.ts';
import { givenExecution, givenKernel } from './host-execution.ts';

/** A picture of 4 × 2 pixels. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAQAAAACCAIAAADwyuo0AAAAEElEQVR4nGP4z8AARwzIHAA9zgX7C0JXcwAAAABJRU5ErkJggg==',
  'base64',
);

function givenDocument(name = 'Отчёт') {
  const kernel = givenKernel();
  const { service, end } = givenExecution(kernel);
  const app = service<DocumentApp>(documentService);
  const document = app.create(name);
  return { kernel, app, document, body: document.getBody(), end };
}

async function parts(bytes: Buffer) {
  const zip = await JSZip.loadAsync(bytes);
  return (path: string) => zip.file(path)?.async('string') ?? Promise.resolve('');
}

test('headings become Word’s own heading styles, so its navigation pane finds them', async () => {
  const { kernel, app, document, body } = givenDocument();
  const heading = app.ParagraphHeading._of('HEADING1') as unknown as GoogleAppsScript.Document.ParagraphHeading;
  body.appendParagraph('Итоги независимой оценки').setHeading(heading);
  document.saveAndClose();
  const part = await parts(await exportDocx(kernel, document.getId()));
  expect(await part('word/document.xml')).toMatch(/<w:pStyle w:val="Heading1"\/>.*Итоги независимой оценки/);
  expect(await part('word/styles.xml')).toMatch(/w:styleId="Heading1".*?<w:name w:val="heading 1"\/>/);
});

test('a table keeps its cells, column widths, header shading and borders', async () => {
  const { kernel, document, body } = givenDocument();
  const table = body.appendTable([
    ['Учреждение', 'Балл'],
    ['Школа № 1', '87,5'],
  ]);
  table.setColumnWidth(0, 300).setBorderColor('#cccccc').setBorderWidth(0.5);
  table.getCell(0, 0).setBackgroundColor('#1f4e78');
  document.saveAndClose();
  const xml = await (await parts(await exportDocx(kernel, document.getId())))('word/document.xml');
  // 300 points are 6,000 twentieths; A4 less two inches is 451.276 points.
  expect(xml).toContain('<w:gridCol w:w="6000"/><w:gridCol w:w="3026"/>');
  expect(xml).toMatch(/w:fill="1F4E78"/);
  expect(xml).toMatch(/w:color="CCCCCC" w:sz="4"/);
  expect(xml.replace(/<[^>]+>/g, '|')).toMatch(/Учреждение.*Балл.*Школа № 1.*87,5/);
});

test('a picture stands in its own proportions', async () => {
  const { kernel, document, body } = givenDocument();
  body
    .appendImage(new Blob(PNG, 'image/png', 'точка.png'))
    .setWidth(96)
    .setHeight(48);
  document.saveAndClose();
  const xml = await (await parts(await exportDocx(kernel, document.getId())))('word/document.xml');
  // 96 pixels are an inch, 914,400 English metric units.
  expect(xml).toContain('<wp:extent cx="914400" cy="457200"/>');
});

test('two lists are numbered apart, each from one', async () => {
  const { kernel, document, body } = givenDocument();
  body.appendListItem('раз');
  body.appendListItem('два');
  body.appendParagraph('между');
  body.appendListItem('снова раз');
  document.saveAndClose();
  const xml = await (await parts(await exportDocx(kernel, document.getId())))('word/document.xml');
  const numbers = [...xml.matchAll(/<w:numId w:val="(\d+)"\/>/g)].map((match) => match[1]);
  expect(numbers).toHaveLength(3);
  expect(numbers[0]).toBe(numbers[1]);
  expect(numbers[2]).not.toBe(numbers[0]);
});

test('the file is written after the document changed, and only then', async () => {
  const { kernel, document, body, end } = givenDocument('План: 2026/27');
  body.appendParagraph('Текст');
  end();
  const [path] = await renderDocuments(kernel);
  expect(path).toMatch(/План 2026 27-.{8}\.docx$/);
  expect(
    readFileSync(path as string)
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');
  expect(await renderDocuments(kernel)).toEqual([]);
  body.appendParagraph('Ещё');
  end();
  expect(await renderDocuments(kernel)).toEqual([path]);
  document.saveAndClose();
});

test('the file says its title, its author and its language, for screen readers and spelling', async () => {
  const { kernel, document } = givenDocument('Отчёт за год');
  document.saveAndClose();
  const part = await parts(await exportDocx(kernel, document.getId()));
  expect(await part('docProps/core.xml')).toMatch(/<dc:title>Отчёт за год<.*<dc:creator>ivanova@example\.ru</);
  expect(await part('word/styles.xml')).toContain('<w:lang w:val="ru-RU"/>');
});
