import { sendNote } from '../../google/mail.ts';
import { recall, remember } from '../../google/state.ts';
import { localDay, russianDay } from '../../workbook/cells.ts';
import { readTable } from '../../workbook/records.ts';
import { peopleTable } from '../../workbook/tables.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** When the daily run last came to its end, ISO. */
export const LAST_RUN = 'last-daily-run';
/** The last run of the silence that the secretary has been told of. */
const TOLD_OF = 'told-of-silence-since';

/** A day off and a late trigger are no silence yet. */
const SILENCE_MS = 2 * 24 * 60 * 60 * 1000;

/** @returns the day of the last daily run, when that was more than two days ago */
export function silentSince(): string | undefined {
  const last = recall<string>(LAST_RUN);
  if (last === undefined || Date.now() - Date.parse(last) <= SILENCE_MS) return undefined;
  return russianDay(localDay(new Date(last)));
}

/**
 * Writes to the secretaries, once for each silence, that the daily run did not happen or did not come to its end.
 * Called first of all in a daily run: what stopped the former ones may stop this one too.
 */
export function tellOfSilence(book: Spreadsheet): void {
  const since = silentSince();
  if (since === undefined || recall<string>(TOLD_OF) === since) return;
  remember(TOLD_OF, since);
  const secretaries = readTable(book, peopleTable).rows.filter(
    ({ role, email }) => role === 'секретарь' && email !== '',
  );
  for (const { email } of secretaries) {
    sendNote(
      email,
      `НОКО: ежедневная проверка не запускалась с ${since}`,
      `Последняя ежедневная проверка была ${since}. Напоминания, которые пришлись на эти дни, уйдут сегодня одним письмом каждому.\n\nЕсли такое письмо придёт ещё раз, откройте таблицу и выберите «НОКО → Проверить и починить».\nТаблица: ${book.getUrl()}`,
    );
  }
}
