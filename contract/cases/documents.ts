import { type Case, REFUSED, reference, refusedOr } from '../case.ts';

const service = 'DocumentApp';

/** The Council's documents, written block by block; the last case closes the document. */
export const documentCases: readonly Case[] = [
  {
    name: 'Новый документ начинается с одного пустого абзаца; пустой первый абзац удаляется, когда есть другие',
    service,
    source: reference('document/body#removeChild(Element)'),
    expected: { children: 1, type: 'PARAGRAPH', text: '', first: 'Отчёт' },
    observe(bench) {
      const body = bench.document().getBody();
      const first = body.getChild(0);
      const made = {
        children: body.getNumChildren(),
        type: String(first.getType()),
        text: first.asParagraph().getText(),
      };
      body.appendParagraph('Отчёт');
      body.removeChild(first);
      return { ...made, first: body.getChild(0).asParagraph().getText() };
    },
  },
  {
    name: 'Размеры страницы и поля читаются такими, какими заданы',
    service,
    source: reference('document/body#setPageWidth(Number)'),
    expected: [595, 842, 57, 57],
    observe(bench) {
      const body = bench.document().getBody();
      body.setPageWidth(595).setPageHeight(842);
      body.setMarginLeft(57).setMarginRight(57).setMarginTop(57).setMarginBottom(57);
      return [body.getPageWidth(), body.getPageHeight(), body.getMarginLeft(), body.getMarginTop()].map(Math.round);
    },
  },
  {
    name: 'Абзацы получают вид заголовка, выравнивание и ссылку',
    service,
    source: reference('document/paragraph#setHeading(ParagraphHeading)'),
    expected: { heading: 'TITLE', alignment: 'CENTER', size: 9, link: 'https://example.com/', type: 'PARAGRAPH' },
    observe(bench) {
      const body = bench.document().getBody();
      const title = body
        .appendParagraph('Рейтинг')
        .setHeading(DocumentApp.ParagraphHeading.TITLE)
        .setAlignment(DocumentApp.HorizontalAlignment.CENTER);
      title.editAsText().setFontSize(9).setForegroundColor('#5f6b7a');
      const link = body.appendParagraph('Открыть анкету').setLinkUrl('https://example.com/');
      return {
        heading: String(title.getHeading()),
        alignment: String(title.getAlignment()),
        size: title.editAsText().getFontSize(0),
        link: link.getLinkUrl(),
        type: String(title.getType()),
      };
    },
  },
  {
    name: 'Таблица делается одним вызовом из двумерного массива, её строки и ячейки оформляются',
    service,
    source: reference('document/body#appendTable(String)'),
    expected: {
      rows: 3,
      cells: 2,
      text: '90',
      background: '#12506b',
      bold: true,
      size: 9,
      width: 120,
      alignment: 'RIGHT',
    },
    observe(bench) {
      const table = bench
        .document()
        .getBody()
        .appendTable([
          ['Учреждение', 'Баллы'],
          ['Школа', '80'],
          ['Музей', '90'],
        ]);
      table.setBorderColor('#d5dbe3').setBorderWidth(0.5).setColumnWidth(0, 120);
      const header = table.getRow(0);
      header.editAsText().setFontSize(9).setForegroundColor('#ffffff').setBold(true);
      header.getCell(0).setBackgroundColor('#12506b');
      const number = table.getRow(2).getCell(1).getChild(0).asParagraph();
      number.setAlignment(DocumentApp.HorizontalAlignment.RIGHT);
      const text = header.getCell(0).editAsText();
      return {
        rows: table.getNumRows(),
        cells: header.getNumCells(),
        text: table.getCell(2, 1).getText(),
        background: header.getCell(0).getBackgroundColor().toLowerCase(),
        bold: text.isBold(0),
        size: text.getFontSize(0),
        width: Math.round(table.getColumnWidth(0)),
        alignment: String(number.getAlignment()),
      };
    },
  },
  {
    name: 'Списки бывают с точками и с номерами',
    service,
    source: reference('document/list-item#setGlyphType(GlyphType)'),
    expected: ['BULLET', 'NUMBER'],
    observe(bench) {
      const body = bench.document().getBody();
      const { GlyphType } = DocumentApp;
      return [GlyphType.BULLET, GlyphType.NUMBER].map((glyph) =>
        String(body.appendListItem('пункт').setGlyphType(glyph).getGlyphType()),
      );
    },
  },
  {
    name: 'Разрыв страницы добавляется в конец документа',
    service,
    source: reference('document/body#appendPageBreak()'),
    expected: 'PAGE_BREAK',
    observe(bench) {
      return String(bench.document().getBody().appendPageBreak().getType());
    },
  },
  {
    name: 'Картинка из строки base64 встаёт в свой абзац и принимает размер',
    service,
    source: reference('document/body#appendImage(BlobSource)'),
    expected: { parent: 'PARAGRAPH', width: 200, height: 100 },
    observe(bench) {
      const dot = 'R0lGODlhAQABAIAAAAAAAP///yH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==';
      const blob = Utilities.newBlob(Utilities.base64Decode(dot), 'image/gif', 'dot.gif');
      const image = bench.document().getBody().appendImage(blob).setWidth(200).setHeight(100);
      return { parent: String(image.getParent().getType()), width: image.getWidth(), height: image.getHeight() };
    },
  },
  {
    name: 'Диаграмма становится картинкой PNG и вставляется в документ',
    service: 'Charts',
    source: reference('charts/chart#getAs(String)'),
    expected: { type: 'image/png', signature: [-119, 80, 78, 71], element: 'INLINE_IMAGE' },
    observe(bench) {
      const data = Charts.newDataTable()
        .addColumn(Charts.ColumnType.STRING, 'Учреждение')
        .addColumn(Charts.ColumnType.NUMBER, 'Баллы')
        .addRow(['Школа', 80])
        .addRow(['Музей', 90]);
      const chart = Charts.newBarChart()
        .setDataTable(data)
        .setTitle('Итоговые баллы')
        .setXAxisTitle('Баллы')
        .setRange(0, 100)
        .setColors(['#12506b'])
        .setLegendPosition(Charts.Position.NONE)
        .setDimensions(600, 150)
        .build();
      const blob = chart.getAs('image/png');
      const image = bench.document().getBody().appendImage(blob);
      return {
        type: blob.getContentType(),
        signature: blob.getBytes().slice(0, 4),
        element: String(image.getType()),
      };
    },
  },
  {
    name: 'После saveAndClose документ закрыт для записи, а открытый по номеру содержит всё написанное',
    service,
    source: reference('document/document#saveAndClose()'),
    expected: { closed: REFUSED, text: true, url: true },
    observe(bench) {
      const document = bench.document();
      const body = document.getBody();
      body.appendParagraph('Последние слова договора');
      const id = document.getId();
      const url = document.getUrl();
      document.saveAndClose();
      return {
        closed: refusedOr(() => body.appendParagraph('поздно').getText()),
        text: DocumentApp.openById(id).getBody().getText().indexOf('Последние слова договора') >= 0,
        url: url.indexOf(id) > 0,
      };
    },
  },
];
