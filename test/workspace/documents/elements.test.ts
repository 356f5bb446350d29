import { type DocumentApp, documentService } from '../../../workspace/services/documents/service.ts';
import { Blob } from '../../../workspace/services/utilities/blob.ts';
import { givenExecution, givenKernel } from './host-execution.ts';
import { words } from './sample-document.ts';

import GoogleDocument = GoogleAppsScript.Document;

const GIF = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

function givenApp(kernel = givenKernel()) {
  const { service, end } = givenExecution(kernel);
  return { kernel, app: service<DocumentApp>(documentService), end };
}

function givenBody() {
  const { app, kernel } = givenApp();
  const document = app.create('Документ');
  return { app, kernel, document, body: document.getBody() };
}

function kinds(container: { getNumChildren(): number; getChild(index: number): GoogleDocument.Element }): string[] {
  return [...Array(container.getNumChildren()).keys()].map((index) => String(container.getChild(index).getType()));
}

describe('A new document', () => {
  test('has one empty paragraph, above all that is appended', () => {
    const { body } = givenBody();
    body.appendParagraph('Первый');
    expect(body.getText()).toBe('\nПервый');
    body.removeChild(body.getChild(0));
    expect(body.getText()).toBe('Первый');
  });

  test('cannot lose its last paragraph', () => {
    const { body } = givenBody();
    expect(() => body.getChild(0).removeFromParent()).toThrow("Can't remove the last paragraph in a document section.");
    body.appendParagraph('второй');
    body.clear();
    expect(kinds(body)).toEqual(['PARAGRAPH']);
  });

  test('is A4 with margins of an inch', () => {
    const { body } = givenBody();
    expect([body.getPageWidth(), body.getPageHeight()]).toEqual([595.276, 841.89]);
    expect(body.setMarginLeft(57).getMarginLeft()).toBe(57);
  });
});

describe('A table', () => {
  test('comes with an empty paragraph after it when appended, without one when inserted', () => {
    const { body } = givenBody();
    body.appendTable([['а']]);
    body.insertTable(0, [['б']]);
    expect(kinds(body)).toEqual(['TABLE', 'PARAGRAPH', 'TABLE', 'PARAGRAPH']);
  });

  test('gives and takes rows and cells', () => {
    const { body } = givenBody();
    const table = body.appendTable([['а', 'б']]);
    const row = table.appendTableRow();
    row.appendTableCell('в');
    row
      .appendTableCell('г')
      .setVerticalAlignment(
        givenApp().app.VerticalAlignment._of('CENTER') as unknown as GoogleDocument.VerticalAlignment,
      );
    expect(table.getText()).toBe('а\nб\nв\nг');
    expect(table.getCell(1, 1).getParentTable().getNumRows()).toBe(2);
    table.removeRow(0);
    expect(table.getCell(0, 0).getText()).toBe('в');
    expect(() => table.getRow(1)).toThrow('Child index (1) must be less than the number of child elements (1).');
  });
});

describe('Text', () => {
  test('changes its looks by range, the end included', () => {
    const { body } = givenBody();
    const text = body.appendParagraph('Обычный жирный').editAsText();
    text.setBold(8, 13, true).setForegroundColor(0, 0, '#F00');
    expect([text.isBold(7), text.isBold(8), text.isBold(13)]).toEqual([null, true, true]);
    expect(text.getForegroundColor(0)).toBe('#ff0000');
    expect(text.isBold()).toBeNull();
    expect(text.getTextAttributeIndices()).toEqual([0, 1, 8]);
    expect(() => text.setBold(0, 14, true)).toThrow('Index (14) must be less than the content length (14).');
  });

  test('appended to bold text is bold until told otherwise', () => {
    const { body } = givenBody();
    const paragraph = body.appendParagraph('');
    paragraph.appendText('жирный').setBold(true);
    expect(paragraph.appendText(' и этот').isBold()).toBe(true);
    expect(paragraph.appendText(' а этот нет').setBold(false).isBold()).toBe(false);
    expect(paragraph.getText()).toBe('жирный и этот а этот нет');
    expect(() => paragraph.appendText('')).toThrow('Cannot insert an empty text element.');
  });

  test('of a whole row is edited at once, cell by cell', () => {
    const { body } = givenBody();
    const row = body.appendTable([['Раз', 'Два']]).getRow(0);
    row.editAsText().setBold(true).setFontSize(9);
    expect(row.getCell(1).editAsText().isBold()).toBe(true);
    expect(row.getCell(1).getChild(0).asParagraph().editAsText().getFontSize()).toBe(9);
    row.editAsText().setItalic(4, 6, true);
    expect([row.getCell(0).editAsText().isItalic(), row.getCell(1).editAsText().isItalic()]).toEqual([null, true]);
  });

  test('is found and replaced by pattern, letter for letter: no groups in the replacement', () => {
    const { body } = givenBody();
    body.appendParagraph('Дата: {{дата}}, снова {{дата}}');
    const found = body.findText('\\{\\{.+?\\}\\}');
    expect([found.getStartOffset(), found.getEndOffsetInclusive(), found.isPartial()]).toEqual([6, 13, true]);
    expect(body.findText('\\{\\{.+?\\}\\}', found).getStartOffset()).toBe(22);
    expect(body.findText('нет такого')).toBeNull();
    body.replaceText('\\{\\{(.+?)\\}\\}', '$1');
    expect(body.getText()).toBe('\nДата: $1, снова $1');
  });

  test('that is replaced keeps the looks of its first letter', () => {
    const { body } = givenBody();
    const text = body.appendParagraph('Имя: {{имя}}').editAsText();
    text.setBold(5, 11, true);
    body.replaceText('\\{\\{имя\\}\\}', 'Анна Петровна');
    expect([text.isBold(4), text.isBold(5), text.isBold(17)]).toEqual([null, true, true]);
  });
});

describe('A paragraph', () => {
  test('takes attributes by their names, enum values among them, and gives all it can have', () => {
    const { app, body } = givenBody();
    const { align } = words(app);
    const paragraph = body
      .appendParagraph('Центр')
      .setAttributes({ BOLD: true, HORIZONTAL_ALIGNMENT: align('CENTER'), SPACING_AFTER: 6 });
    expect(paragraph.getAttributes()).toMatchObject({
      BOLD: true,
      HORIZONTAL_ALIGNMENT: align('CENTER'),
      SPACING_AFTER: 6,
      ITALIC: null,
    });
    expect(paragraph.getAlignment()).toBe(align('CENTER'));
    expect(() => paragraph.setAttributes({ BOLDNESS: true })).toThrow(/BOLDNESS/);
  });

  test('is copied to another document with its looks and its picture', () => {
    const { kernel } = givenApp();
    const { app } = givenApp(kernel);
    const { heading } = words(app);
    const source = app.create('Откуда').getBody();
    const paragraph = source.appendParagraph('Итоги').setHeading(heading('HEADING2'));
    paragraph.appendInlineImage(new Blob(GIF, 'image/gif', 'точка.gif')).setWidth(20);
    const target = app.create('Куда');
    const copy = target.getBody().appendParagraph(paragraph.copy());
    copy.appendText('!');
    target.saveAndClose();
    const again = givenApp(kernel).app.openById(target.getId()).getBody();
    expect(again.getText()).toBe('\nИтоги!');
    expect(again.getImages()[0]?.getWidth()).toBe(20);
    expect(Buffer.from(again.getImages()[0]?.getBlob().getBytes() ?? []).equals(GIF)).toBe(true);
    expect(again.getChild(1).asParagraph().getHeading()).toBe(heading('HEADING2'));
    expect(source.getText()).toBe('\nИтоги');
    expect(() => target.getBody().appendParagraph(paragraph)).toThrow();
    expect(() => source.appendParagraph(paragraph)).toThrow('Element must be detached.');
  });

  test('knows its neighbours and whether it stands last', () => {
    const { body } = givenBody();
    const paragraph = body.appendParagraph('последний');
    expect(paragraph.getNextSibling()).toBeNull();
    expect(paragraph.isAtDocumentEnd()).toBe(true);
    expect((paragraph.getPreviousSibling() as GoogleDocument.Element).isAtDocumentEnd()).toBe(false);
  });
});

describe('A list', () => {
  test('goes on while items follow each other; its glyph belongs to the level', () => {
    const { app, body } = givenBody();
    const { glyph } = words(app);
    const first = body.appendListItem('раз');
    const second = body.appendListItem('два');
    expect(second.getListId()).toBe(first.getListId());
    expect(first.getGlyphType()).toBe(glyph('NUMBER'));
    second.setGlyphType(glyph('BULLET'));
    expect(first.getGlyphType()).toBe(glyph('BULLET'));
    const nested = body.appendListItem('глубже').setNestingLevel(1);
    expect(nested.getGlyphType()).not.toBe(glyph('BULLET'));
    body.appendParagraph('между');
    expect(body.appendListItem('другой').getListId()).not.toBe(first.getListId());
    expect(body.appendListItem('снова').setListId(first).getListId()).toBe(first.getListId());
  });
});

describe('What Google refuses', () => {
  test.each([
    [
      'text that is no text',
      (body: GoogleDocument.Body) => body.appendParagraph(5 as unknown as string),
      /Number.*appendParagraph|insertParagraph/,
    ],
    [
      'bytes that are no picture',
      (body: GoogleDocument.Body) => body.appendImage(new Blob(new Uint8Array(9), 'image/png')),
      'Invalid image data.',
    ],
    [
      'a colour that is none',
      (body: GoogleDocument.Body) => body.editAsText().setForegroundColor('red'),
      /Invalid argument: red/,
    ],
    ['a place beyond the end', (body: GoogleDocument.Body) => body.insertParagraph(7, 'а'), /^Child index \(7\)/],
  ])('%s is refused', (_, act, words) => {
    const { body } = givenBody();
    expect(() => act(body)).toThrow(words);
  });

  test('a document that is closed cannot be changed, and can be opened again', () => {
    const { app, document, body } = givenBody();
    body.appendParagraph('до');
    document.saveAndClose();
    expect(() => body.appendParagraph('после')).toThrow('Document is closed, its operations are not available');
    expect(app.openById(document.getId()).getBody().getText()).toBe('\nдо');
  });

  test('a page break in a header, a second header, an unknown document', () => {
    const { app, document } = givenBody();
    const header = document.addHeader();
    expect(() => header.appendParagraph('').appendPageBreak()).toThrow(/only into the body/);
    expect(() => document.addHeader()).toThrow(/already contains a header/);
    expect(() => app.openById('нет')).toThrow(/^Document is missing/);
    expect('appendPageBreak' in header).toBe(false);
  });
});

test('an execution that ends without saving has saved; a killed one has not', () => {
  const { kernel } = givenApp();
  const first = givenApp(kernel);
  const id = first.app.create('Документ').getId();
  first.app.openById(id).getBody().appendParagraph('потеряно');
  expect(givenApp(kernel).app.openById(id).getBody().getText()).toBe('');
  first.end();
  expect(givenApp(kernel).app.openById(id).getBody().getText()).toBe('\nпотеряно');
});

describe('Parts of a document', () => {
  test('are joined to the one of their kind before them', () => {
    const { body } = givenBody();
    body.appendParagraph('Раз, ');
    const joined = body.appendParagraph('два').merge();
    expect(joined.getText()).toBe('Раз, два');
    expect(body.getNumChildren()).toBe(2);
    expect(() =>
      body
        .appendTable([['а']])
        .getRow(0)
        .merge(),
    ).toThrow(/preceded by an element of the same type/);
  });

  test('a header is taken off and may be put on again', () => {
    const { document } = givenBody();
    document.addHeader().removeFromParent();
    expect(document.getHeader()).toBeNull();
    expect(document.addHeader().getText()).toBe('');
  });

  test('the only tab has the document’s own body', () => {
    const { document, body } = givenBody();
    document.getTabs()[0]?.asDocumentTab().getBody().appendParagraph('Вкладка');
    expect(body.getText()).toBe('\nВкладка');
    expect(document.getTab('t.0').getId()).toBe('t.0');
    expect(document.getTab('другая')).toBeNull();
  });
});
