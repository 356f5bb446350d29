import type { Bench } from './case.ts';

const PROBE_SHEET = 'Договор: проба';
const LEFT_BEHIND = 'Договор: проверка (можно удалить)';

/** A bench whose sheets are put away after each case. */
export interface OpenBench extends Bench {
  putAway(): void;
}

export function openBench(book: GoogleAppsScript.Spreadsheet.Spreadsheet): OpenBench {
  let sheet: GoogleAppsScript.Spreadsheet.Sheet | undefined;
  let form: GoogleAppsScript.Forms.Form | undefined;
  let publishedWhenMade = false;
  let document: GoogleAppsScript.Document.Document | undefined;
  const bench: OpenBench = {
    book,
    sheet() {
      if (!sheet) sheet = book.insertSheet(PROBE_SHEET, book.getNumSheets());
      return sheet;
    },
    form() {
      if (!form) {
        form = FormApp.create(LEFT_BEHIND);
        publishedWhenMade = form.isPublished();
        form.setPublished(true);
      }
      return form;
    },
    publishedWhenMade() {
      bench.form();
      return publishedWhenMade;
    },
    document() {
      if (!document) document = DocumentApp.create(LEFT_BEHIND);
      return document;
    },
    putAway() {
      // A run that was cut off may have left its sheet.
      const left = sheet ?? book.getSheetByName(PROBE_SHEET);
      if (left) book.deleteSheet(left);
      sheet = undefined;
    },
  };
  return bench;
}
