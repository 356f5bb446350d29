import type { Block } from '../../domain/documents/blocks.ts';
import { writeDocument } from '../../google/documents.ts';
import { appendRows, readTable } from '../../workbook/records.ts';
import { documentsTable } from '../../workbook/tables/journal.ts';
import { formsTable } from '../../workbook/tables/survey.ts';
import type { Outcome } from '../guarded.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** A page an institution: a QR code to print and hang up, the link, and the code for its site. */
export function makeLinksDocument(book: Spreadsheet): Outcome {
  const rows = readTable(book, formsTable).rows;
  if (rows.length === 0) {
    return {
      on: formsTable.sheet,
      outcome: 'Ссылок ещё нет. Сначала выберите «НОКО → Опрос → Создать анкеты».',
      mustBeRead: true,
    };
  }
  const blocks: Block[] = [];
  rows.forEach(({ name, link }, at) => {
    if (at > 0) blocks.push({ kind: 'pageBreak' });
    blocks.push(
      { kind: 'title', text: name },
      { kind: 'paragraph', text: 'Оцените, как мы работаем: анкета анонимная и займёт три минуты.', align: 'center' },
      { kind: 'qr', text: link, caption: 'Наведите камеру телефона' },
      { kind: 'link', text: 'Открыть анкету', url: link },
      { kind: 'note', text: `Для сайта учреждения: <a href="${link}">Оценить качество условий оказания услуг</a>` },
    );
  });
  const title = `Ссылки и QR-коды анкет, учреждений: ${rows.length}`;
  const { url } = writeDocument(title, blocks);
  return recordDocument(book, { title, kind: 'ссылки', url, snapshot: 'лист «Формы»' });
}

/** Puts a document that was made into the log of documents, as a new version of its title. */
export function recordDocument(
  book: Spreadsheet,
  { title, kind, url, snapshot }: { title: string; kind: string; url: string; snapshot: string },
): Outcome {
  const earlier = readTable(book, documentsTable).rows.filter((row) => row.document.indexOf(title) === 0).length;
  const document = `${title}, версия ${earlier + 1}`;
  appendRows(book, documentsTable, [{ document, kind, link: url, snapshot, madeOn: new Date(), signed: null }]);
  return { on: documentsTable.sheet, outcome: `Документ готов: «${document}». Ссылка на листе «Документы».` };
}
