import type { LetterLine } from '../../domain/documents/reminder-letter.ts';
import type { IsoDate } from '../../domain/plan/dates.ts';
import { partiesInCell, partyKey } from '../../domain/plan/parties.ts';
import { weekdayNamed } from '../../domain/plan/quiet-days.ts';
import {
  type ReminderInput,
  type ReminderItem,
  type ReminderLogEntry,
  type ReminderPerson,
  type ReminderSettings,
  settleInterrupted,
} from '../../domain/plan/reminders.ts';
import { mailQuota } from '../../google/mail.ts';
import { localDay } from '../../workbook/cells.ts';
import { type Records, readTable, writeColumn } from '../../workbook/records.ts';
import { readSettings, type Settings } from '../../workbook/settings.ts';
import type { RowOf } from '../../workbook/table.ts';
import { planTable, remindersTable } from '../../workbook/tables/plan.ts';
import { peopleTable } from '../../workbook/tables/start.ts';
import { type DueRow, isAwaited, lineKey } from '../plan/due-row.ts';
import { refreshStates } from '../plan/due-states.ts';
import type { Person } from '../plan/people.ts';
import { yearCalendar } from '../plan/year-calendar.ts';
import { type LinkGiver, linkGiver } from '../web/hand-out-links.ts';
import { ladderOf, laddersOf, quietDaysOf } from './reminder-rules.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type ReminderRow = RowOf<typeof remindersTable>;

/** A due date and the address of its row. */
export type LinkedDue = DueRow & Pick<LetterLine, 'link'>;

/** All that one run needs, read once. */
export interface Loaded {
  input: ReminderInput;
  people: readonly Person[];
  /** By the line that a reminder names. */
  dues: ReadonlyMap<string, LinkedDue>;
  log: Records<typeof remindersTable>;
  settings: Settings;
  /** What was not understood of the ladders and quiet days, in Russian with the place; the defaults go on. */
  unread: readonly string[];
  /** Address of the spreadsheet. */
  link: string;
  /** Links to the pages of the web app, where there is one. */
  links: LinkGiver | undefined;
}

/** Brings the states in step with today and reads what is to be decided. */
export function loadReminders(book: Spreadsheet, today: IsoDate): Loaded {
  const { rows, links } = refreshStates(book, today);
  const settings = readSettings(book);
  const people = readTable(book, peopleTable).rows;
  const log = readTable(book, remindersTable);
  settleCutOff(log, today);
  const ladder = ladderOf(settings);
  const quietDays = quietDaysOf(settings);
  const ladders = laddersOf(readTable(book, planTable));
  const byParty = new Map(people.map((person) => [partyKey(person.who), person.code]));
  const open = rows.filter(isAwaited);
  const input: ReminderInput = {
    today,
    items: open.map((row) => reminderItem(row, byParty, ladders.value.get(lineKey(row)))),
    people: people.map((person) => reminderPerson(person, people)),
    log: log.rows.map(logEntry),
    settings: reminderSettings(settings, people, ladder.value),
    quota: mailQuota(),
    calendar: yearCalendar(book),
    quietDays: quietDays.value,
  };
  return {
    input,
    people,
    dues: new Map(rows.map((row, at) => [itemLine(row), { ...row, link: links[at]! }])),
    log,
    settings,
    unread: [...ladder.unread, ...quietDays.unread, ...ladders.unread],
    link: book.getUrl(),
    links: linkGiver(book, settings, today),
  };
}

/** Work that never ends is only looked at: a week before the report date and on it. */
const CONTROL_LADDER = [7, 0];

function reminderItem(
  row: DueRow,
  byParty: ReadonlyMap<string, string>,
  own: readonly number[] | undefined,
): ReminderItem {
  const ladder = own ?? (row.kind === 'контроль' ? CONTROL_LADDER : undefined);
  const parties = partiesInCell(row.responsible);
  return {
    line: itemLine(row),
    due: row.workingDay!,
    workingDay: row.workingDay!,
    // A party that «Люди» does not have is passed on by its name, to be reported as one without address.
    people: parties.map((party) => byParty.get(partyKey(party)) ?? party),
    ...(row.kind === 'контроль' ? { control: true } : {}),
    ...(ladder ? { ladder } : {}),
  };
}

/** Plan, line and date: one due date of one line. */
function itemLine({ plan, line, due }: DueRow): string {
  return `${plan} п. ${line} до ${due}`;
}

/** By the code, or by the name as it stands in «Кто». */
export function isNamed({ code, who }: Person, written: string): boolean {
  return written !== '' && (written === code || partyKey(written) === partyKey(who));
}

function reminderPerson(person: Person, people: readonly Person[]): ReminderPerson {
  return {
    code: person.code,
    email: person.email,
    standsInFor: people.filter(({ standIn }) => isNamed(person, standIn)).map(({ code }) => code),
    ...(person.awayFrom ? { awayFrom: person.awayFrom } : {}),
    ...(person.awayTo ? { awayTo: person.awayTo } : {}),
  };
}

function reminderSettings(settings: Settings, people: readonly Person[], ladder: readonly number[]): ReminderSettings {
  const weeklyOn = weekdayNamed(settings.weeklyOverdue);
  const escalateAfter = Number(settings.escalateAfter);
  const withRole = (role: string): string[] => people.filter((person) => person.role === role).map(({ code }) => code);
  return {
    ladder,
    weeklyWhenOverdue: settings.weeklyOverdue !== 'нет',
    ...(weeklyOn ? { weeklyOn } : {}),
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

/** Letters that were being sent when a run was cut off: the quota tells whether they went. */
function settleCutOff(log: Records<typeof remindersTable>, today: IsoDate): void {
  const cut = log.rows.filter(({ state }) => state === 'отправляется');
  if (cut.length === 0) return;
  const quotaNow = mailQuota();
  for (const row of cut) row.state = settleInterrupted(localDay(row.at!), today, row.quota ?? 0, quotaNow);
  writeColumn(log, 'state');
}
