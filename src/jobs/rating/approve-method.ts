import type { Method } from '../../domain/methodology/method.ts';
import { methodChecksum } from '../../domain/methodology/method-rows.ts';
import { russianDay } from '../../domain/plan/dates.ts';
import { ROUNDING_TEXT } from '../../texts/rating-explanation.ts';
import { EMPTY_POLICY_TEXT } from '../../texts/rating-words.ts';
import { ask, confirm } from '../../ui/say.ts';
import { dayFromText, localDay } from '../../workbook/cells.ts';
import { appendRows, replaceRows } from '../../workbook/records.ts';
import type { RowOf } from '../../workbook/table.ts';
import { documentsTable } from '../../workbook/tables/journal.ts';
import { methodTable } from '../../workbook/tables/rating.ts';
import type { Outcome } from '../guarded.ts';
import { mistakesText } from './check-method.ts';
import { fillMethods, methodMistakes, methodSettings, readMethods, sheetRows } from './methods.ts';
import { refreshRating } from './refresh-rating.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

const TITLE = 'Утвердить методику';
/** Begins the description of the protection, by which it is found again. */
const PROTECTION = 'НОКО: методика утверждена';

/**
 * Freezes the rules: each method on the sheet that is not approved yet gets the order's number
 * and date, together with the rounding and the policy for no answers as they are set now. The
 * sheet is protected with a warning; a change made in spite of it shows in the rating's name.
 */
export function approveMethod(book: Spreadsheet): Outcome | undefined {
  fillMethods(book);
  const sheet = readMethods(book);
  const mistakes = methodMistakes(sheet);
  if (mistakes.length > 0) {
    const outcome = `Не утверждена. ${mistakesText(mistakes)}`;
    return { on: methodTable.sheet, outcome, mustBeRead: true };
  }
  const open = sheet.methods.filter(({ method }) => !method.approved);
  if (open.length === 0) {
    const outcome =
      sheet.methods.length === 0
        ? 'Утверждать нечего: заполните лист «Учреждения», тогда методика появится по приказу № 344н.'
        : 'Все методики на листе уже утверждены. Чтобы утвердить изменённую заново, удалите её строку «утверждена» и повторите.';
    return { on: methodTable.sheet, outcome, mustBeRead: true };
  }
  const order = ask(TITLE, 'Номер приказа (распоряжения), которым утверждена методика, например 15:');
  if (!order) return undefined;
  const written = ask(TITLE, 'Дата приказа, например 20.02.2026:');
  if (!written) return undefined;
  const day = dayFromText(written);
  if (!day || day > localDay(new Date())) {
    const outcome = `Не утверждена: «${written}» — не дата или дата ещё не наступила. Нужно так: 20.02.2026. Повторите действие.`;
    return { on: methodTable.sheet, outcome, mustBeRead: true };
  }
  const settings = methodSettings(book);
  const names = open.map(({ method }) => method.id).join('; ');
  const question =
    `Методика: ${names}.\nПриказ № ${order} от ${russianDay(day)}.\n` +
    `Округление — ${ROUNDING_TEXT[settings.rounding]}. Показатель без ответов: ${EMPTY_POLICY_TEXT[settings.empty]}.\n` +
    'Лист «Методика» будет защищён предупреждением, рейтинг и отчёт назовут приказ. Утвердить?';
  if (!confirm(TITLE, question)) return undefined;

  const approved = (method: Method): Method => {
    const frozen = { ...method, ...settings, approved: undefined };
    return { ...frozen, approved: { date: russianDay(day), order, checksum: methodChecksum(frozen) } };
  };
  const rows = sheet.methods.map(({ method, rows: own }) =>
    method.approved ? own.map((at) => sheet.records.rows[at]!) : sheetRows(approved(method)),
  );
  replaceRows(
    sheet.records,
    rows.reduce((all, each) => all.concat(each), [] as RowOf<typeof methodTable>[]),
  );
  protect(sheet.records.sheet, order, russianDay(day));
  const title = `Методика утверждена приказом № ${order} от ${russianDay(day)}`;
  const link = `${book.getUrl()}#gid=${sheet.records.sheet.getSheetId()}`;
  appendRows(book, documentsTable, [
    { document: title, kind: 'методика', link, snapshot: names, madeOn: new Date(), signed: day },
  ]);
  refreshRating(book);
  return { on: methodTable.sheet, outcome: `${title}: ${names}.` };
}

function protect(sheet: GoogleAppsScript.Spreadsheet.Sheet, order: string, date: string): void {
  for (const old of sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET)) {
    if (old.getDescription().indexOf(PROTECTION) === 0) old.remove();
  }
  sheet.protect().setDescription(`${PROTECTION} приказом № ${order} от ${date}`).setWarningOnly(true);
}
