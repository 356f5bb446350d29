import { renderChartPng } from '../../../workspace/services/charts/render-chart.ts';
import type { DocumentApp } from '../../../workspace/services/documents/service.ts';
import { Blob } from '../../../workspace/services/utilities/blob.ts';

import GoogleDocument = GoogleAppsScript.Document;

/** Enum values under Google's own types. */
export function words(app: DocumentApp) {
  return {
    heading: (name: 'HEADING1' | 'HEADING2' | 'NORMAL' | 'TITLE' | 'SUBTITLE') =>
      app.ParagraphHeading._of(name) as unknown as GoogleDocument.ParagraphHeading,
    align: (name: 'LEFT' | 'CENTER' | 'RIGHT' | 'JUSTIFY') =>
      app.HorizontalAlignment._of(name) as unknown as GoogleDocument.HorizontalAlignment,
    glyph: (name: 'BULLET' | 'NUMBER' | 'LATIN_LOWER' | 'HOLLOW_BULLET') =>
      app.GlyphType._of(name) as unknown as GoogleDocument.GlyphType,
  };
}

/** A paper of everything that a script can write: for tests of the writers, and for the eye. */
export function writeSample(app: DocumentApp): GoogleDocument.Document {
  const { heading, align, glyph } = words(app);
  const document = app.create('Отчёт о независимой оценке');
  const body = document.getBody();
  document.addHeader().setText('Администрация городского округа');
  document.addFooter().appendParagraph('Отдел образования, 2026').setAlignment(align('CENTER'));
  body.appendParagraph('Отчёт о независимой оценке').setHeading(heading('TITLE')).setAlignment(align('CENTER'));
  body.appendParagraph('за 2026 год').setHeading(heading('SUBTITLE')).setAlignment(align('CENTER'));
  body.removeChild(body.getChild(0));
  body.appendParagraph('Итоги').setHeading(heading('HEADING1'));
  const paragraph = body.appendParagraph('Оценка проведена в ');
  paragraph.appendText('трёх').setBold(true);
  paragraph.appendText(' учреждениях. Подробнее – на ').setBold(false);
  paragraph.appendText('сайте').setLinkUrl('https://bus.gov.ru');
  paragraph.appendText('.').setLinkUrl(null as unknown as string);
  paragraph.setAlignment(align('JUSTIFY')).setIndentFirstLine(36).setSpacingAfter(6);
  body.appendParagraph('Баллы учреждений').setHeading(heading('HEADING2'));
  const table = body.appendTable([
    ['Учреждение', 'Открытость', 'Комфортность', 'Итог'],
    ['МБОУ «Средняя общеобразовательная школа № 1»', '98,40', '87,10', '92,75'],
    ['Дом культуры посёлка Октябрьский', '81,00', '79,50', '80,25'],
    ['Районная библиотека', '66,00', '68,50', '67,25'],
  ]);
  table.setBorderColor('#bfbfbf').setBorderWidth(0.5).setColumnWidth(0, 210);
  for (let column = 0; column < 4; column++) {
    table.getCell(0, column).setBackgroundColor('#1f4e78').editAsText().setForegroundColor('#ffffff').setBold(true);
    for (let row = 1; row < 4 && column > 0; row++) {
      table.getCell(row, column).getChild(0).asParagraph().setAlignment(align('RIGHT'));
    }
  }
  const picture = renderChartPng({
    kind: 'bar',
    columns: [
      { label: 'Учреждение', type: 'string' },
      { label: 'Балл', type: 'number' },
    ],
    rows: [
      ['Школа № 1', 92.75],
      ['Дом культуры', 80.25],
      ['Библиотека', 67.25],
    ],
    title: 'Итоговые баллы',
    widthPixels: 600,
    heightPixels: 220,
    legend: 'none',
    valueRange: [0, 100],
  });
  body.appendImage(new Blob(picture, 'image/png', 'Баллы.png')).setAltDescription('Столбики итоговых баллов');
  body.appendParagraph('Что сделать').setHeading(heading('HEADING1'));
  body.appendListItem('Обновить сайт').setGlyphType(glyph('NUMBER'));
  body.appendListItem('Разместить план').setNestingLevel(1).setGlyphType(glyph('LATIN_LOWER'));
  body.appendListItem('Провести опрос').setNestingLevel(0);
  body.appendParagraph('');
  body.appendListItem('пандус').setGlyphType(glyph('BULLET'));
  body.appendListItem('табличка').setGlyphType(glyph('BULLET'));
  body.appendHorizontalRule();
  body.appendPageBreak();
  body.appendParagraph('Приложение').setHeading(heading('HEADING1'));
  body.appendParagraph('Строка первая\nстрока вторая');
  return document;
}
