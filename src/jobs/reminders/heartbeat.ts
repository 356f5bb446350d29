import { russianDay } from '../../domain/plan/dates.ts';
import { mailQuota, sendNote } from '../../google/mail.ts';
import { recall, remember } from '../../google/state.ts';
import { localDay } from '../../workbook/cells.ts';
import { appendTo, hasText, openTable, readTable } from '../../workbook/records.ts';
import { readSettings } from '../../workbook/settings.ts';
import { remindersTable } from '../../workbook/tables/plan.ts';
import { peopleTable } from '../../workbook/tables/start.ts';
import type { Outcome } from '../guarded.ts';
import { renewMorningTrigger } from './daily-triggers.ts';
import { ranOn, silentSince } from './last-run.ts';
import { sendLogged } from './logged-letter.ts';
import { areStopped, whyQuiet } from './reminder-rules.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** The last run of the silence that the secretaries have been told of, and of that which they are still to be told of. */
const TOLD_OF = 'told-of-silence-since';
const TO_TELL = 'silence-to-tell';
/** The first afternoon that found no daily run: on the day the sheets are made there has been none. */
const EXPECTED_SINCE = 'daily-run-expected-since';

/** By the afternoon the daily run of today should have come to its end. */
export function isMorningMissing(): boolean {
  const today = localDay(new Date());
  const last = ranOn();
  if (last !== undefined) return last < today;
  const since = recall<string>(EXPECTED_SINCE);
  if (since === undefined) remember(EXPECTED_SINCE, today);
  return since !== undefined && since < today;
}

/** What an afternoon does about it before the run is made up for: what stopped it may stop that one too. */
export function tellOfMissedMorning(book: Spreadsheet): Outcome {
  const last = ranOn();
  const since = last === undefined ? undefined : russianDay(last);
  renewMorningTrigger();
  const told = tellSecretaries(
    book,
    since,
    'Сегодня утром она не прошла. Программа выполняет её сейчас: если получится, напоминания уйдут сегодня, только позже обычного.',
  );
  if (told > 0) remember(TOLD_OF, since);
  return {
    on: 'ежедневно',
    outcome: `Утренняя проверка не прошла (${since ? `последняя — ${since}` : 'её ещё не было'}): триггер создан заново, проверка выполняется сейчас. Писем секретарю: ${told}.`,
  };
}

/**
 * Writes to the secretaries, once for each silence, that the daily run did not happen or did not come to its end.
 * Called first of all in a daily run: what stopped the former ones may stop this one too. On a quiet day it waits.
 */
export function tellOfSilence(book: Spreadsheet): void {
  const found = silentSince();
  if (found !== undefined && recall<string>(TOLD_OF) !== found) remember(TO_TELL, found);
  const since = recall<string | null>(TO_TELL);
  if (!since) return;
  const told = tellSecretaries(
    book,
    since,
    'Напоминания, которые пришлись на эти дни, уйдут сегодня одним письмом каждому.',
  );
  if (told === 0 && whyQuiet(book, localDay(new Date())) !== undefined) return;
  remember(TOLD_OF, since);
  remember(TO_TELL, null);
}

/**
 * One letter a day to each secretary, in the log as every letter is. None on a quiet day, none while letters are
 * stopped, none over the quota.
 *
 * @param since the last daily run; undefined when there was none
 * @returns how many letters went
 */
function tellSecretaries(book: Spreadsheet, since: string | undefined, whatNow: string): number {
  const today = localDay(new Date());
  if (areStopped(readSettings(book)) || whyQuiet(book, today) !== undefined) return 0;
  const secretaries = readTable(book, peopleTable).rows.filter(
    ({ role, email }) => role === 'секретарь' && email !== '',
  );
  const log = openTable(book, remindersTable);
  const subject = `НОКО: ежедневная проверка ${since ? `не запускалась с ${since}` : 'ещё ни разу не прошла'}`;
  const text = `${since ? `Последняя ежедневная проверка была ${since}.` : 'Ежедневной проверки ещё не было.'} ${whatNow}\n\nЕсли такое письмо придёт ещё раз, откройте таблицу и выберите «НОКО → Проверить и починить».\nТаблица: ${book.getUrl()}`;
  let told = 0;
  for (const { code, who, email } of secretaries) {
    const key = `${code} (проверка)|${today}`;
    if (hasText(log, 'key', key)) continue;
    const quota = mailQuota();
    const row = {
      key,
      state: 'отправляется',
      at: new Date(),
      to: email,
      person: who,
      subject,
      lines: '',
      steps: '',
      quota,
    };
    if (quota < 1) appendTo(log, [{ ...row, state: 'ждёт' }]);
    else if (sendLogged(log, row, () => sendNote(email, subject, text))) told += 1;
  }
  return told;
}
