import qrcode from 'qrcode-generator';
import type { BarChartBlock, Block, TableBlock } from '../domain/documents/blocks.ts';
import { BAND, HEADER, INK, LINE, QUIET, WHITE } from '../workbook/look.ts';

type Body = GoogleAppsScript.Document.Body;

/** Points; A4 less the margins set below. */
const PAGE_WIDTH = 595;
const PAGE_HEIGHT = 842;
const MARGIN = 57;
const TEXT_WIDTH = PAGE_WIDTH - 2 * MARGIN;
/** Pictures are measured in pixels, 96 to an inch, where points are 72. */
const TEXT_WIDTH_PIXELS = Math.round((TEXT_WIDTH * 96) / 72);

/** Writes a document from its blocks. @returns its address and id */
export function writeDocument(title: string, blocks: readonly Block[]): { id: string; url: string } {
  const document = DocumentApp.create(title);
  const body = document.getBody();
  body.setPageWidth(PAGE_WIDTH).setPageHeight(PAGE_HEIGHT);
  body.setMarginLeft(MARGIN).setMarginRight(MARGIN).setMarginTop(MARGIN).setMarginBottom(MARGIN);
  for (const block of blocks) writeBlock(body, block);
  removeFirstEmptyParagraph(body);
  const made = { id: document.getId(), url: document.getUrl() };
  document.saveAndClose();
  return made;
}

function writeBlock(body: Body, block: Block): void {
  const { ParagraphHeading, HorizontalAlignment } = DocumentApp;
  switch (block.kind) {
    case 'title':
      body.appendParagraph(block.text).setHeading(ParagraphHeading.TITLE).setAlignment(HorizontalAlignment.CENTER);
      return;
    case 'heading':
      body
        .appendParagraph(block.text)
        .setHeading(block.level === 1 ? ParagraphHeading.HEADING1 : ParagraphHeading.HEADING2);
      return;
    case 'paragraph': {
      const paragraph = body.appendParagraph(block.text).setHeading(ParagraphHeading.NORMAL);
      if (block.align === 'center') paragraph.setAlignment(HorizontalAlignment.CENTER);
      if (block.align === 'right') paragraph.setAlignment(HorizontalAlignment.RIGHT);
      return;
    }
    case 'note': {
      const paragraph = body.appendParagraph(block.text).setHeading(ParagraphHeading.NORMAL);
      paragraph.editAsText().setFontSize(9).setForegroundColor(QUIET);
      return;
    }
    case 'list':
      for (const item of block.items) {
        body
          .appendListItem(item)
          .setGlyphType(block.numbered ? DocumentApp.GlyphType.NUMBER : DocumentApp.GlyphType.BULLET);
      }
      return;
    case 'table':
      writeTable(body, block);
      return;
    case 'barChart':
      writeBarChart(body, block);
      return;
    case 'qr': {
      const image = body.appendImage(qrImage(block.text)).setWidth(200).setHeight(200);
      const holder = image.getParent();
      if (holder.getType() === DocumentApp.ElementType.PARAGRAPH) {
        holder.asParagraph().setAlignment(HorizontalAlignment.CENTER);
      }
      body.appendParagraph(block.caption).setAlignment(HorizontalAlignment.CENTER);
      return;
    }
    case 'link':
      body.appendParagraph(block.text).setLinkUrl(block.url);
      return;
    case 'pageBreak':
      body.appendPageBreak();
  }
}

/** One call makes the table; the header row is then dressed. */
function writeTable(body: Body, block: TableBlock): void {
  const table = body.appendTable([[...block.header], ...block.rows.map((row) => [...row])]);
  table.setBorderColor(LINE).setBorderWidth(0.5);
  block.widths.forEach((share, column) => {
    table.setColumnWidth(column, Math.round(share * TEXT_WIDTH));
  });
  const numeric = block.numeric ?? [];
  for (let at = 0; at <= block.rows.length; at += 1) {
    const row = table.getRow(at);
    const isHeading = (block.headings ?? []).indexOf(at - 1) >= 0;
    row
      .editAsText()
      .setFontSize(9)
      .setForegroundColor(at === 0 ? WHITE : INK)
      .setBold(at === 0 || isHeading);
    for (let column = 0; column < block.header.length; column += 1) {
      const cell = row.getCell(column);
      if (at === 0) cell.setBackgroundColor(HEADER);
      else if (isHeading) cell.setBackgroundColor(BAND);
      if (numeric.indexOf(column) >= 0) {
        cell.getChild(0).asParagraph().setAlignment(DocumentApp.HorizontalAlignment.RIGHT);
      }
    }
  }
}

function writeBarChart(body: Body, block: BarChartBlock): void {
  const data = Charts.newDataTable()
    .addColumn(Charts.ColumnType.STRING, 'Учреждение')
    .addColumn(Charts.ColumnType.NUMBER, block.axis);
  for (const bar of block.bars) data.addRow([bar.name, bar.value]);
  const height = 90 + 30 * block.bars.length;
  const chart = Charts.newBarChart()
    .setDataTable(data)
    .setTitle(block.title)
    .setXAxisTitle(block.axis)
    .setRange(0, 100)
    .setColors([HEADER])
    .setLegendPosition(Charts.Position.NONE)
    .setDimensions(TEXT_WIDTH_PIXELS, height)
    .build();
  body.appendImage(chart.getAs('image/png'));
}

/** A QR code as a picture; the level M survives a smudge on a notice board. */
export function qrImage(text: string): GoogleAppsScript.Base.Blob {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const base64 = code.createDataURL(4, 16).split(',')[1]!;
  return Utilities.newBlob(Utilities.base64Decode(base64), 'image/gif', 'qr.gif');
}

/** A new document has one empty paragraph, which would stand above the title. */
function removeFirstEmptyParagraph(body: Body): void {
  const first = body.getChild(0);
  if (
    body.getNumChildren() > 1 &&
    first.getType() === DocumentApp.ElementType.PARAGRAPH &&
    first.asParagraph().getText() === ''
  ) {
    body.removeChild(first);
  }
}
