import { type Case, REFUSED, reference, refusedOr } from '../case.ts';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const XML =
  `<?xml version="1.0" encoding="UTF-8"?>\n<w:p xmlns:w="${WORD}" w:rsid="1"><w:r><w:t xml:space="preserve">до </w:t><w:br/>` +
  '<w:t>5 &lt; 6</w:t></w:r><note>вне</note></w:p>';

/** What reading a plan from a .docx or a Google document relies on. */
export const readingFileCases: readonly Case[] = [
  {
    name: 'Элементы XML находятся по имени и пространству имён, без него — только те, у которых его нет',
    service: 'XmlService',
    source: reference('xml-service/element#getChildren(String,Namespace)'),
    expected: { runs: 1, plain: 0, notes: 1, names: ['t', 'br', 't'], attribute: ['1', null] },
    observe() {
      const root = XmlService.parse(XML).getRootElement() as GoogleAppsScript.XML_Service.Element;
      const word = root.getNamespace();
      const run = root.getChild('r', word) as GoogleAppsScript.XML_Service.Element;
      return {
        runs: root.getChildren('r', word).length,
        plain: root.getChildren('r').length,
        notes: root.getChildren('note').length,
        names: run.getChildren().map((child) => child.getName()),
        attribute: [root.getAttribute('rsid', word)?.getValue() ?? null, root.getAttribute('rsid')?.getValue() ?? null],
      };
    },
  },
  {
    name: 'Текст элемента — свой, с пробелом на конце и раскрытыми знаками; значение — со всем, что внутри',
    service: 'XmlService',
    source: reference('xml-service/element#getValue()'),
    expected: { texts: ['до ', '5 < 6'], own: '', whole: 'до 5 < 6вне' },
    observe() {
      const root = XmlService.parse(XML).getRootElement() as GoogleAppsScript.XML_Service.Element;
      const word = root.getNamespace();
      const run = root.getChild('r', word) as GoogleAppsScript.XML_Service.Element;
      return {
        texts: run.getChildren('t', word).map((each) => each.getText()),
        own: root.getText(),
        whole: root.getValue(),
      };
    },
  },
  {
    name: 'Незакрытый элемент не читается',
    service: 'XmlService',
    source: reference('xml-service/xml-service#parse(String)'),
    expected: REFUSED,
    observe: () => refusedOr(() => XmlService.parse('<a><b></a>').getRootElement()?.getName()),
  },
  {
    name: 'Архив распаковывается по именам с папками; что не архив — отказ',
    service: 'Utilities',
    source: reference('utilities/utilities#unzip(BlobSource)'),
    expected: { files: [['word/document.xml', 'текст']], broken: REFUSED },
    observe() {
      const zip = Utilities.zip([Utilities.newBlob('текст', 'text/plain', 'word/document.xml')]);
      const plain = Utilities.newBlob('не архив').setContentType('application/zip');
      return {
        files: Utilities.unzip(zip.copyBlob().setContentType('application/zip')).map((file) => [
          file.getName(),
          file.getDataAsString('UTF-8'),
        ]),
        broken: refusedOr(() => Utilities.unzip(plain).length),
      };
    },
  },
  {
    name: 'В документе абзацы, пункты списка и таблицы идут по порядку; ячейка отдаёт строки по абзацам',
    service: 'DocumentApp',
    source: reference('document/table-cell#getNumChildren()'),
    expected: { types: ['PARAGRAPH', 'LIST_ITEM', 'TABLE'], cells: [1, 2], lines: ['а', 'б'], span: 1 },
    observe({ document }) {
      // Another case has closed it.
      const body = DocumentApp.openById(document().getId()).getBody();
      const from = body.getNumChildren();
      body.appendParagraph('до');
      body.appendListItem('пункт').setGlyphType(DocumentApp.GlyphType.NUMBER);
      const table = body.appendTable([['1', 'а']]);
      const cell = table.getCell(0, 1);
      cell.appendParagraph('б');
      const types: string[] = [];
      for (let i = from; i < body.getNumChildren() && types.length < 3; i += 1) {
        types.push(String(body.getChild(i).getType()));
      }
      return {
        types,
        cells: [table.getRow(0).getCell(0).getNumChildren(), cell.getNumChildren()],
        lines: [0, 1].map((i) => cell.getChild(i).asParagraph().getText()),
        span: cell.getColSpan(),
      };
    },
  },
];
