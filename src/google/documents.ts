import qrcode from 'qrcode-generator';
import type { Block, IntervalChartBlock, TableBlock } from '../domain/documents/blocks.ts';
import { barParts } from '../domain/documents/interval-chart.ts';
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
    case 'intervalChart':
      writeIntervalChart(body, block);
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

/** Pale and dark differ in lightness, so they are told apart without colour; the first is the paper. */
const INTERVAL_COLOURS = [WHITE, '#A9CFE0', HEADER, '#A9CFE0'];
/** Pixels: the title with the axis, and each bar; a long name takes two lines. */
const CHART_HEAD = 96;
const CHART_BAR = 34;

/** Bars stacked of parts, since the whiskers of Google's charts need options that a picture may not keep. */
function writeIntervalChart(body: Body, block: IntervalChartBlock): void {
  const data = Charts.newDataTable().addColumn(Charts.ColumnType.STRING, 'Учреждение');
  for (const part of ['до интервала', 'до итога', 'итог', 'после итога']) {
    data.addColumn(Charts.ColumnType.NUMBER, part);
  }
  for (const bar of block.bars) data.addRow([bar.label, ...barParts(bar, block.halfMark)]);
  const builder = Charts.newBarChart();
  if (block.ticks) builder.setOption('hAxis.ticks', block.ticks);
  const chart = builder
    .setDataTable(data)
    .setStacked()
    .setTitle(block.title)
    .setXAxisTitle(block.axis)
    .setRange(block.from, block.to)
    .setColors(INTERVAL_COLOURS)
    .setOption('bar.groupWidth', '45%')
    .setOption('hAxis.gridlines.color', WHITE)
    .setLegendPosition(Charts.Position.NONE)
    .setDimensions(TEXT_WIDTH_PIXELS, CHART_HEAD + CHART_BAR * block.bars.length)
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
