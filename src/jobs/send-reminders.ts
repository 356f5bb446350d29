import { type LetterLine, type LetterRole, reminderLetter } from '../domain/documents/reminder-letter.ts';
import type { IsoDate } from '../domain/plan/dates.ts';
import { partyKey } from '../domain/plan/parties.ts';
import {
  DEFAULT_LADDER,
  type Digest,
  previewReminders as decidePreview,
  decideReminders,
  type ReminderInput,
  type ReminderItem,
  type ReminderLogEntry,
  type ReminderPerson,
  type ReminderSettings,
  settleInterrupted,
} from '../domain/plan/reminders.ts';
import { mailQuota, sendLetter } from '../google/mail.ts';
import { oneAtATime } from '../google/state.ts';
import { sayProgress } from '../ui/say.ts';
import { localDay, russianDay } from '../workbook/cells.ts';
import {
  appendRows,
  appendTo,
  type OpenTable,
  openTable,
  type Records,
  readTable,
  writeAt,
  writeColumn,
} from '../workbook/records.ts';
import { type Settings, settingsFrom } from '../workbook/settings.ts';
import type { RowOf } from '../workbook/table.ts';
import { peopleTable, remindersTable, settingsTable } from '../workbook/tables.ts';
import type { Outcome } from './guarded.ts';
import type { Person } from './people.ts';
import { type DueRow, refreshStates } from './recount-dues.ts';
import { yearCalendar } from './year-calendar.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type ReminderRow = RowOf<typeof remindersTable>;

const PREVIEW_DAYS = 30;
/** Days listed one by one in the preview; the rest are counted. */
const SHOWN = 12;

/** All that one run needs, read once. */
interface Loaded {
  input: ReminderInput;
  people: readonly Person[];
  dues: ReadonlyMap<string, DueRow>;
  log: Records<typeof remindersTable>;
  settings: Settings;
  /** Address of the spreadsheet. */
  link: string;
}

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
    const loaded = load(book, today);
    const { input, people, dues, log, settings } = loaded;
    if (settings.remindersOn === 'остановлены') {
      return { outcome: 'Напоминания остановлены в настройках: ничего не отправлено.', quiet: true };
    }
    const decision = decideReminders(input);
    markReplaced(log, decision.replaced);
    const sending = openTable(book, remindersTable);
    let sent = 0;
    let failed = 0;
    for (const digest of decision.digests) {
      sayProgress(`Письмо ${sent + failed + 1} из ${decision.digests.length}…`);
      if (send(sending, digest, loaded)) sent += 1;
      else failed += 1;
    }
    keepWaiting(book, decision.waiting, people, dues, today, log);
    const parts = [
      decision.quiet ? 'сегодня выходной, письма не отправляются' : `отправлено писем: ${sent}`,
      failed > 0 ? `не ушло: ${failed} (причины — на листе «Напоминания»)` : '',
      decision.waiting.length > 0 ? `ждут завтрашнего лимита: ${decision.waiting.length}` : '',
      decision.unaddressed.length > 0 ? `некому писать, нет адреса: ${unaddressed(decision.unaddressed, people)}` : '',
      // A year ahead is asked for long before its decree; only this year's lack stops something.
      decision.yearsWithoutCalendar.indexOf(Number(today.slice(0, 4))) >= 0
        ? `нет производственного календаря на ${today.slice(0, 4)} год: заполните лист «Календарь»`
        : '',
    ].filter((part) => part !== '');
    return { outcome: `${parts.join('; ')}.`, quiet: decision.digests.length + decision.waiting.length === 0 };
  });
}

/** «Что будет отправлено за 30 дней»: nothing is sent and nothing is written. */
export function previewReminders(book: Spreadsheet): Outcome {
  const { input, people } = load(book, localDay(new Date()));
  const days = decidePreview(input, PREVIEW_DAYS);
  const total = days.reduce((sum, { digests }) => sum + digests.length, 0);
  const lines = days.slice(0, SHOWN).map(({ day, digests }) => {
    const names = digests.map(({ person, lines: { length } }) => `${shortName(person, people)} (${length})`).join(', ');
    return `${russianDay(day)}: ${names}`;
  });
  if (days.length > SHOWN) lines.push(`… и ещё дней: ${days.length - SHOWN}`);
  return {
    on: remindersTable.sheet,
    outcome:
      total === 0
        ? 'За ближайшие 30 дней писем не будет.'
        : `За 30 дней уйдёт писем: ${total} (в скобках — сколько строк плана в письме).\n\n${lines.join('\n')}`,
    mustBeRead: true,
  };
}

function load(book: Spreadsheet, today: IsoDate): Loaded {
  const { rows } = refreshStates(book, today);
  const settings = settingsFrom(readTable(book, settingsTable).rows);
  const people = readTable(book, peopleTable).rows;
  const log = readTable(book, remindersTable);
  settleCutOff(log, today);
  const byParty = new Map(people.map((person) => [partyKey(person.who), person.code]));
  const open = rows.filter((row) => row.workingDay && !row.doneOn && !row.notApplicable);
  const input: ReminderInput = {
    today,
    items: open.map((row) => reminderItem(row, byParty)),
    people: people.map((person) => reminderPerson(person, people)),
    log: log.rows.map(logEntry),
    settings: reminderSettings(settings, people),
    quota: mailQuota(),
    calendar: yearCalendar(book),
  };
  return { input, people, dues: new Map(open.map((row) => [itemLine(row), row])), log, settings, link: book.getUrl() };
}

function reminderItem(row: DueRow, byParty: ReadonlyMap<string, string>): ReminderItem {
  const parties = row.responsible.split('\n').filter((party) => party !== '');
  return {
    line: itemLine(row),
    due: row.workingDay!,
    workingDay: row.workingDay!,
    // A party that «Люди» does not have is passed on by its name, to be reported as one without address.
    people: parties.map((party) => byParty.get(partyKey(party)) ?? party),
  };
}

/** Plan, line and date: one due date of one line. */
function itemLine({ plan, line, due }: DueRow): string {
  return `${plan} п. ${line} до ${due}`;
}

function reminderPerson(person: Person, people: readonly Person[]): ReminderPerson {
  return {
    code: person.code,
    email: person.email,
    standsInFor: people.filter(({ standIn }) => standIn === person.code).map(({ code }) => code),
    ...(person.awayFrom ? { awayFrom: person.awayFrom } : {}),
    ...(person.awayTo ? { awayTo: person.awayTo } : {}),
  };
}

function reminderSettings(settings: Settings, people: readonly Person[]): ReminderSettings {
  const ladder = settings.ladder
    .split(/[^\d]+/)
    .filter((word) => word !== '')
    .map(Number);
  const escalateAfter = Number(settings.escalateAfter);
  const withRole = (role: string): string[] => people.filter((person) => person.role === role).map(({ code }) => code);
  return {
    ladder: ladder.length > 0 ? ladder : DEFAULT_LADDER,
    weeklyWhenOverdue: settings.weeklyOverdue !== 'нет',
    escalateAfterDays: settings.escalateAfter !== '' && Number.isFinite(escalateAfter) ? escalateAfter : null,
    heads: withRole('руководитель'),
    secretaries: withRole('секретарь'),
    copies:
      settings.copyToSecretary === 'нет' || settings.copyToSecretary === 'просроченное'
        ? settings.copyToSecretary
        : 'всё',
  };
}

function logEntry({ key, steps, state }: ReminderRow): ReminderLogEntry {
  return {
    key,
    steps: steps.split('\n').filter((step) => step !== ''),
    state: state as ReminderLogEntry['state'],
  };
}

/** @returns false when Google refused the letter; the reason is in its row */
function send(log: OpenTable<typeof remindersTable>, digest: Digest, { people, dues, input, link }: Loaded): boolean {
  const letter = letterOf(digest, people, dues, input.today);
  const row = rowOf(digest, letter.subject, people, 'отправляется', mailQuota());
  appendTo(log, [row]);
  const at = log.sheet.getLastRow();
  SpreadsheetApp.flush();
  try {
    sendLetter(digest.email, letter, link);
  } catch (error) {
    writeAt(log, at, 'state', 'не ушло');
    writeAt(log, at, 'lines', `${error instanceof Error ? error.message : String(error)}\n${row.lines}`);
    return false;
  }
  writeAt(log, at, 'state', 'отправлено');
  return true;
}

function letterOf(digest: Digest, people: readonly Person[], dues: ReadonlyMap<string, DueRow>, today: IsoDate) {
  const lines = digest.lines.map(({ line, workingDay }): LetterLine => {
    const due = dues.get(line)!;
    return {
      plan: due.plan,
      number: due.line,
      measure: due.measure,
      due: due.due,
      workingDay,
      responsible: due.responsible.split('\n').join('; '),
    };
  });
  return reminderLetter(today, nameOf(digest.person, people), letterRole(digest), lines);
}

/** A person who answers for any of the lines is written to as such. */
function letterRole({ lines }: Digest): LetterRole {
  if (lines.some(({ role }) => role === 'ответственный')) return 'responsible';
  return lines.some(({ role }) => role === 'руководитель') ? 'head' : 'secretary';
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

/** Letters that were being sent when a run was cut off: the quota tells whether they went. */
function settleCutOff(log: Records<typeof remindersTable>, today: IsoDate): void {
  const cut = log.rows.filter(({ state }) => state === 'отправляется');
  if (cut.length === 0) return;
  const quotaNow = mailQuota();
  for (const row of cut) row.state = settleInterrupted(localDay(row.at!), today, row.quota ?? 0, quotaNow);
  writeColumn(log, 'state');
}

function markReplaced(log: Records<typeof remindersTable>, keys: readonly string[]): void {
  if (keys.length === 0) return;
  for (const row of log.rows) if (keys.indexOf(row.key) >= 0 && row.state !== 'отправлено') row.state = 'заменено';
  writeColumn(log, 'state');
}

/** Letters over the quota are shown as waiting; tomorrow they are decided anew. */
function keepWaiting(
  book: Spreadsheet,
  waiting: readonly Digest[],
  people: readonly Person[],
  dues: ReadonlyMap<string, DueRow>,
  today: IsoDate,
  log: Records<typeof remindersTable>,
): void {
  const known = new Set(log.rows.filter(({ state }) => state === 'ждёт').map(({ key }) => key));
  appendRows(
    book,
    remindersTable,
    waiting
      .filter(({ key }) => !known.has(key))
      .map((digest) => rowOf(digest, letterOf(digest, people, dues, today).subject, people, 'ждёт', null)),
  );
}

function nameOf(code: string, people: readonly Person[]): string {
  return people.find((person) => person.code === code)?.who ?? code;
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
