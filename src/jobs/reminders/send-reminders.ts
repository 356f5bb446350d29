import { russianDay } from '../../domain/plan/dates.ts';
import {
  type Digest,
  previewReminders as decidePreview,
  decideReminders,
  type ReminderDecision,
} from '../../domain/plan/reminders.ts';
import { mailQuota, sendLetter } from '../../google/mail.ts';
import { oneAtATime } from '../../google/state.ts';
import { sayProgress } from '../../ui/say.ts';
import { localDay } from '../../workbook/cells.ts';
import { appendRows, type OpenTable, openTable, type Records, writeColumn } from '../../workbook/records.ts';
import type { RowOf } from '../../workbook/table.ts';
import { remindersTable } from '../../workbook/tables/plan.ts';
import type { Outcome } from '../guarded.ts';
import type { Person } from '../plan/people.ts';
import { type Loaded, loadReminders } from './load-reminders.ts';
import { sendLogged } from './logged-letter.ts';
import { letterOf, nameOf } from './reminder-letters.ts';
import { areStopped } from './reminder-rules.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type ReminderRow = RowOf<typeof remindersTable>;

const PREVIEW_DAYS = 30;
/** Unread cells told of in the journal; «Проверить и починить» tells of all. */
const UNREAD_SHOWN = 3;
/** Days listed one by one in the preview; the rest are counted. */
const SHOWN = 12;

/**
 * One digest a person a day. A letter is written down before it is sent and marked after, so a
 * run that is cut off neither repeats a letter nor loses one.
 */
export function sendReminders(book: Spreadsheet): Outcome {
  const { outcome } = sendDue(book);
  return { on: remindersTable.sheet, outcome };
}

/** @returns what was done in words, and whether anything was: most days there is nothing to write down */
export function sendDue(book: Spreadsheet): { outcome: string; quiet: boolean } {
  return oneAtATime(() => {
    const today = localDay(new Date());
    const loaded = loadReminders(book, today);
    const { input, people, log, settings } = loaded;
    if (areStopped(settings)) {
      return { outcome: 'Напоминания остановлены: ничего не отправлено.', quiet: true };
    }
    const decision = decideReminders(input);
    markReplaced(log, decision.replaced);
    const sending = openTable(book, remindersTable);
    let sent = 0;
    let failed = 0;
    for (const digest of decision.digests) {
      sayProgress(`Письмо ${sent + failed + 1} из ${decision.digests.length}…`);
      if (send(sending, digest, loaded, decision.unaddressed)) sent += 1;
      else failed += 1;
    }
    keepWaiting(book, decision, loaded);
    const parts = [
      decision.quiet ? 'сегодня выходной или тихий день, письма не отправляются' : `отправлено писем: ${sent}`,
      failed > 0 ? `не ушло: ${failed} (причины — на листе «Напоминания»)` : '',
      decision.waiting.length > 0 ? `ждут завтрашнего лимита: ${decision.waiting.length}` : '',
      decision.unaddressed.length > 0 ? `некому писать, нет адреса: ${unaddressed(decision.unaddressed, people)}` : '',
      // A year ahead is asked for long before its decree; only this year's lack stops something.
      decision.yearsWithoutCalendar.indexOf(Number(today.slice(0, 4))) >= 0
        ? `нет производственного календаря на ${today.slice(0, 4)} год: заполните лист «Календарь»`
        : '',
    ].filter((part) => part !== '');
    const unread = loaded.unread.slice(0, UNREAD_SHOWN).map((words) => ` ${words}`);
    return {
      outcome: `${parts.join('; ')}.${unread.join('')}`,
      quiet: decision.digests.length + decision.waiting.length === 0,
    };
  });
}

const STOPPED = 'Напоминания остановлены: письма уйдут, только когда вы их включите.';

/** «Что будет отправлено за 30 дней»: nothing is sent and nothing is written. */
export function previewReminders(book: Spreadsheet): Outcome {
  const { input, people, settings, unread } = loadReminders(book, localDay(new Date()));
  const days = decidePreview(input, PREVIEW_DAYS);
  const total = days.reduce((sum, { digests }) => sum + digests.length, 0);
  const lines = days.slice(0, SHOWN).map(({ day, digests }) => {
    const names = digests.map(({ person, lines: { length } }) => `${shortName(person, people)} (${length})`).join(', ');
    return `${russianDay(day)}: ${names}`;
  });
  if (days.length > SHOWN) lines.push(`… и ещё дней: ${days.length - SHOWN}`);
  const notes = [...(areStopped(settings) ? [STOPPED] : []), ...unread].map((note) => `\n\n▲ ${note}`).join('');
  return {
    on: remindersTable.sheet,
    outcome:
      total === 0
        ? `За ближайшие 30 дней писем не будет.${notes}`
        : `За 30 дней уйдёт писем: ${total} (в скобках — сколько строк плана в письме).\n\n${lines.join('\n')}${notes}`,
    mustBeRead: true,
  };
}

/** @returns false when Google refused the letter; the reason is in its row */
function send(
  log: OpenTable<typeof remindersTable>,
  digest: Digest,
  loaded: Loaded,
  missing: ReminderDecision['unaddressed'],
): boolean {
  const letter = letterOf(digest, loaded, missing);
  const row = rowOf(digest, letter.subject, loaded.people, 'отправляется', mailQuota());
  return sendLogged(log, row, () => sendLetter(digest.email, letter, loaded.link));
}

function rowOf(
  digest: Digest,
  subject: string,
  people: readonly Person[],
  state: ReminderRow['state'],
  quota: number | null,
): ReminderRow {
  return {
    key: digest.key,
    state,
    at: new Date(),
    to: digest.email,
    person: nameOf(digest.person, people),
    subject,
    lines: digest.lines
      .map(
        ({ line, daysLeft }) =>
          `${line}: ${daysLeft < 0 ? `просрочено, дней: ${-daysLeft}` : `осталось дней: ${daysLeft}`}`,
      )
      .join('\n'),
    steps: digest.steps.join('\n'),
    quota,
  };
}

function markReplaced(log: Records<typeof remindersTable>, keys: readonly string[]): void {
  if (keys.length === 0) return;
  for (const row of log.rows) if (keys.indexOf(row.key) >= 0 && row.state !== 'отправлено') row.state = 'заменено';
  writeColumn(log, 'state');
}

/** Letters over the quota are shown as waiting; tomorrow they are decided anew. */
function keepWaiting(book: Spreadsheet, decision: ReminderDecision, loaded: Loaded): void {
  const known = new Set(loaded.log.rows.filter(({ state }) => state === 'ждёт').map(({ key }) => key));
  appendRows(
    book,
    remindersTable,
    decision.waiting
      .filter(({ key }) => !known.has(key))
      .map((digest) =>
        rowOf(digest, letterOf(digest, loaded, decision.unaddressed).subject, loaded.people, 'ждёт', null),
      ),
  );
}

const SHORT_CHARACTERS = 40;

function shortName(code: string, people: readonly Person[]): string {
  const name = nameOf(code, people);
  return name.length > SHORT_CHARACTERS ? `${name.slice(0, SHORT_CHARACTERS)}…` : name;
}

function unaddressed(missing: readonly { person: string }[], people: readonly Person[]): string {
  const names = missing.map(({ person }) => shortName(person, people));
  return names.filter((name, at) => names.indexOf(name) === at).join(', ');
}
