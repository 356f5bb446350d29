/**
 * Who is reminded of what today. Decides only: nothing is sent, no clock is read. Every reminder is keyed, so
 * the decision may be repeated, cut off or late, and still each step reaches its person once.
 */
import { addDays, daysBetween, type IsoDate, type Weekday, weekdayOf } from './dates.ts';
import type { ProductionCalendar } from './production-calendar.ts';
import { NO_QUIET_DAYS, nearestDay, type QuietDays } from './quiet-days.ts';

/** An open occurrence: closed ones and those that do not apply are not given. */
export interface ReminderItem {
  readonly line: string;
  readonly due: IsoDate;
  /** The day that counts; the same as `due` where there is no shift. */
  readonly workingDay: IsoDate;
  /** Codes of the people who answer for it. */
  readonly people: readonly string[];
  /** Days before the working day, for this line only; none at all: nobody is ever reminded of this line. */
  readonly ladder?: readonly number[];
  /** A control point of a continuous line: reminded of before, never overdue. */
  readonly control?: boolean;
}

export interface ReminderPerson {
  readonly code: string;
  /** '' where there is no address: reported, never sent. */
  readonly email: string;
  /** Codes of the people whom this one replaces while they are away. */
  readonly standsInFor?: readonly string[];
  /** Both days inclusive. */
  readonly awayFrom?: IsoDate;
  readonly awayTo?: IsoDate;
}

export interface ReminderSettings {
  /** Days before the working day. */
  readonly ladder: readonly number[];
  readonly weeklyWhenOverdue: boolean;
  /**
   * The day of the week for what is overdue, so that all of a person's overdue lines come in one letter;
   * where it is not set, each line is reminded of 7, 14 … days after its own date.
   */
  readonly weeklyOn?: Weekday;
  /** Calendar days overdue after which the heads are told, once; null never. */
  readonly escalateAfterDays: number | null;
  readonly heads: readonly string[];
  /** Who gets copies, and of what. */
  readonly secretaries: readonly string[];
  readonly copies: 'всё' | 'просроченное' | 'нет';
}

export const DEFAULT_LADDER: readonly number[] = [30, 14, 7, 3, 1, 0];

/** A message of the log. `steps` are the keys of the reminders in it. */
export interface ReminderLogEntry {
  readonly key: string;
  readonly steps: readonly string[];
  readonly state: 'ждёт' | 'отправляется' | 'отправлено' | 'не ушло' | 'заменено';
}

/** In the order of importance: a person who is both gets the line once, as the first. */
export type ReminderRole = 'ответственный' | 'руководитель' | 'секретарь';

export interface DigestLine {
  readonly line: string;
  readonly due: IsoDate;
  readonly workingDay: IsoDate;
  /** Negative when overdue. */
  readonly daysLeft: number;
  readonly role: ReminderRole;
  /** Codes of those away in whose stead it is sent. */
  readonly insteadOf: readonly string[];
  /** The step should have been sent on an earlier day, which was missed. */
  readonly late: boolean;
}

/** One message to one person on one day. */
export interface Digest {
  /** «person|day»: never two of them. */
  readonly key: string;
  readonly person: string;
  readonly email: string;
  /** Overdue first, then by date. */
  readonly lines: readonly DigestLine[];
  /** Keys to be recorded with it. */
  readonly steps: readonly string[];
}

export interface ReminderInput {
  readonly today: IsoDate;
  readonly items: readonly ReminderItem[];
  readonly people: readonly ReminderPerson[];
  readonly log: readonly ReminderLogEntry[];
  readonly settings: ReminderSettings;
  /** Messages that may still be sent today. */
  readonly quota: number;
  readonly calendar: ProductionCalendar;
  /** Days on which nothing is sent besides the calendar's days off. */
  readonly quietDays?: QuietDays;
}

export interface ReminderDecision {
  /** To be sent now, the most urgent first. */
  readonly digests: readonly Digest[];
  /** Over the quota: not recorded, decided again on the next run. */
  readonly waiting: readonly Digest[];
  /** Unsent messages of other days whose reminders are decided anew: mark them «заменено». */
  readonly replaced: readonly string[];
  /** People who should be reminded and have no address, or are not in the list of people. */
  readonly unaddressed: readonly { readonly person: string; readonly line: string }[];
  /** Today is a day off or a quiet day: nothing is sent. */
  readonly quiet: boolean;
  /** Years whose calendar is missing: weekends and the holidays of every year were taken for days off. */
  readonly yearsWithoutCalendar: readonly number[];
}

/**
 * Reminders of one day.
 *
 * Steps: so many days before the working day (the ladder), then weekly while overdue. Nothing is sent on days
 * off and on quiet days. A step before the deadline, that of the day itself too, moves to the nearest earlier day on
 * which letters go: a warning may come early, never late, and a date amid quiet days is warned of before they begin.
 * A step after the deadline moves to the nearest later one: there is nothing left to warn of, and nobody is to be
 * written to twice in a row. Steps that move to one day are one reminder. What a quiet day could not send because it
 * was not known before (a line loaded amid quiet days) goes on the first day after them, once, as after an outage: of
 * all the steps of a line passed since, the last one is sent and covers those before it.
 */
export function decideReminders(input: ReminderInput): ReminderDecision {
  const { today, items, people, log, settings, quota } = input;
  const missing = new Set<number>();
  const works = sendingDays(input.calendar, input.quietDays ?? NO_QUIET_DAYS, missing);
  const quiet = !works(today);
  const toSend = new Map<string, { lines: Map<string, DigestLine>; steps: string[] }>();
  const unaddressed: { person: string; line: string }[] = [];
  if (!quiet) {
    const sent = lastSteps(log);
    const recipientOf = recipients(people, today);
    const gotToday = new Set(log.flatMap(({ key, state }) => (state === 'отправлено' ? [key] : [])));
    for (const item of items) {
      for (const { person, role, step, late } of stepsDue(item, settings, today, works)) {
        const thread = threadKey(person, item, role);
        if ((sent.get(thread) ?? Number.NEGATIVE_INFINITY) >= step) continue;
        const recipient = recipientOf(person);
        if (!recipient) {
          unaddressed.push({ person, line: item.line });
          continue;
        }
        if (gotToday.has(digestKey(recipient.code, today))) continue; // one digest a day: the next one takes it
        const digest = toSend.get(recipient.code) ?? { lines: new Map<string, DigestLine>(), steps: [] };
        toSend.set(recipient.code, digest);
        const lineKey = `${item.line}|${item.due}`;
        const added = digestLine(item, today, role, recipient.code === person ? [] : [person], late);
        digest.lines.set(lineKey, mergedLine(digest.lines.get(lineKey), added));
        digest.steps.push(`${thread}|${step}`);
      }
    }
  }
  const byCode = new Map(people.map((person) => [person.code, person]));
  const digests = [...toSend].map(([code, { lines, steps }]): Digest => {
    const sorted = [...lines.values()].sort((a, b) => a.daysLeft - b.daysLeft || (a.line < b.line ? -1 : 1));
    return { key: digestKey(code, today), person: code, email: byCode.get(code)?.email ?? '', lines: sorted, steps };
  });
  digests.sort((a, b) => urgency(a) - urgency(b) || (a.key < b.key ? -1 : 1));
  const open = (state: ReminderLogEntry['state']) => state === 'ждёт' || state === 'не ушло';
  return {
    digests: digests.slice(0, Math.max(0, quota)),
    waiting: digests.slice(Math.max(0, quota)),
    replaced: quiet ? [] : log.filter(({ key, state }) => open(state) && dayOf(key) < today).map(({ key }) => key),
    unaddressed,
    quiet,
    yearsWithoutCalendar: [...missing],
  };
}

/** The nearer to its date, the more a message suffers from waiting; what is 30 days off or long overdue can wait. */
function urgency(digest: Digest): number {
  return Math.min(...digest.lines.map(({ daysLeft }) => (daysLeft < 0 ? -daysLeft - 0.5 : daysLeft)));
}

/** One letter a person a day: the key by which it is known in the log. */
export function digestKey(person: string, day: IsoDate): string {
  return `${person}|${day}`;
}

function dayOf(key: string): IsoDate {
  return key.slice(key.lastIndexOf('|') + 1);
}

/** All steps about one date of one line to one person in one role: numbered in the order of time. */
function threadKey(person: string, { line, due }: ReminderItem, role: ReminderRole): string {
  return `${person}|${line}|${due}|${role}`;
}

/** The last step sent of each thread. */
function lastSteps(log: readonly ReminderLogEntry[]): Map<string, number> {
  const last = new Map<string, number>();
  for (const { state, steps } of log) {
    if (state !== 'отправлено') continue;
    for (const key of steps) {
      const cut = key.lastIndexOf('|');
      const thread = key.slice(0, cut);
      last.set(thread, Math.max(last.get(thread) ?? Number.NEGATIVE_INFINITY, Number(key.slice(cut + 1))));
    }
  }
  return last;
}

/** Days that are worked and not quiet, with the years that are asked of and not covered. */
function sendingDays(
  calendar: ProductionCalendar,
  isQuiet: QuietDays,
  missing: Set<number>,
): (date: IsoDate) => boolean {
  const known = new Map<IsoDate, boolean>();
  return (date) => {
    let result = known.get(date);
    if (result === undefined) {
      const year = +date.slice(0, 4);
      if (!calendar.covers(year)) missing.add(year);
      result = calendar.isWorking(date) && !isQuiet(date);
      known.set(date, result);
    }
    return result;
  };
}

interface StepDue {
  readonly person: string;
  readonly role: ReminderRole;
  /** −30 … 0: days before the date; 1, 2 …: weeks overdue; an escalation is step 0 of its own thread. */
  readonly step: number;
  readonly late: boolean;
}

function stepsDue(
  item: ReminderItem,
  settings: ReminderSettings,
  today: IsoDate,
  works: (date: IsoDate) => boolean,
): StepDue[] {
  if (item.ladder?.length === 0) return [];
  const result: StepDue[] = [];
  const reached = lastReached(item, settings, today, works);
  if (reached) {
    for (const person of item.people) result.push({ person, role: 'ответственный', ...reached });
    const copied = settings.copies === 'всё' || (settings.copies === 'просроченное' && reached.step > 0);
    if (copied) for (const person of settings.secretaries) result.push({ person, role: 'секретарь', ...reached });
  }
  if (settings.escalateAfterDays !== null && !item.control) {
    const date = nearestDay(addDays(item.workingDay, settings.escalateAfterDays), 1, works);
    if (date <= today) {
      for (const person of settings.heads) result.push({ person, role: 'руководитель', step: 0, late: date < today });
    }
  }
  return result;
}

/** The last step whose day has come. */
function lastReached(
  item: ReminderItem,
  settings: ReminderSettings,
  today: IsoDate,
  works: (date: IsoDate) => boolean,
): Pick<StepDue, 'step' | 'late'> | undefined {
  const { workingDay } = item;
  const overdue = daysBetween(workingDay, today);
  if (item.control && overdue > 0) return undefined;
  const untilFirst = settings.weeklyOn === undefined ? 7 : daysUntil(settings.weeklyOn, workingDay);
  if (settings.weeklyWhenOverdue && overdue >= untilFirst) {
    for (let week = Math.floor((overdue - untilFirst) / 7) + 1; week >= 1; week -= 1) {
      const date = nearestDay(addDays(workingDay, untilFirst + (week - 1) * 7), 1, works);
      if (date <= today) return { step: week, late: date < today };
    }
  }
  const ladder = [...(item.ladder ?? settings.ladder)].sort((a, b) => a - b);
  for (const days of ladder) {
    const date = nearestDay(addDays(workingDay, -days), -1, works);
    if (date <= today) return { step: days === 0 ? 0 : -days, late: date < today };
  }
  return undefined;
}

/** Days to the next such day of the week, 1–7: the date itself is not overdue yet. */
function daysUntil(weekday: Weekday, date: IsoDate): number {
  return ((weekday - weekdayOf(date) + 6) % 7) + 1;
}

/** Who gets what is meant for a person: the person, or while away the stand-in, or the stand-in's stand-in. */
function recipients(people: readonly ReminderPerson[], today: IsoDate): (code: string) => ReminderPerson | undefined {
  const byCode = new Map(people.map((person) => [person.code, person]));
  const standIns = new Map<string, ReminderPerson[]>();
  for (const person of people) {
    for (const code of person.standsInFor ?? []) standIns.set(code, [...(standIns.get(code) ?? []), person]);
  }
  const isAway = ({ awayFrom, awayTo }: ReminderPerson): boolean =>
    (awayFrom !== undefined || awayTo !== undefined) && (awayFrom ?? today) <= today && today <= (awayTo ?? today);
  const present = (code: string, passed: readonly string[]): ReminderPerson | undefined => {
    const person = byCode.get(code);
    if (!person || passed.includes(code)) return undefined;
    if (!isAway(person)) return person.email === '' ? undefined : person;
    for (const standIn of standIns.get(code) ?? []) {
      const found = present(standIn.code, [...passed, code]);
      if (found) return found;
    }
    return undefined;
  };
  return (code) => {
    const person = byCode.get(code);
    // With nobody in their stead, the letter waits in their own box.
    return present(code, []) ?? (person && person.email !== '' ? person : undefined);
  };
}

function digestLine(
  { line, due, workingDay }: ReminderItem,
  today: IsoDate,
  role: ReminderRole,
  insteadOf: readonly string[],
  late: boolean,
): DigestLine {
  return { line, due, workingDay, daysLeft: daysBetween(today, workingDay), role, insteadOf, late };
}

const ROLE_ORDER: readonly ReminderRole[] = ['ответственный', 'руководитель', 'секретарь'];

function mergedLine(one: DigestLine | undefined, other: DigestLine): DigestLine {
  if (!one) return other;
  const [first, second] = ROLE_ORDER.indexOf(one.role) <= ROLE_ORDER.indexOf(other.role) ? [one, other] : [other, one];
  // Own lines stay own; only of the same role are the absent ones named together.
  const insteadOf = first.role === second.role ? [...first.insteadOf, ...second.insteadOf] : first.insteadOf;
  return { ...first, insteadOf: [...new Set(insteadOf)], late: one.late && other.late };
}

/**
 * Whether a message that was cut off while being sent went out: the mail quota shrinks with each one.
 * On another day the quota has been renewed and tells nothing; then the message is sent again, since a
 * doubled letter does less harm than a missed deadline.
 */
export function settleInterrupted(
  sentOn: IsoDate,
  today: IsoDate,
  quotaBefore: number,
  quotaNow: number,
): 'отправлено' | 'ждёт' {
  return sentOn === today && quotaNow < quotaBefore ? 'отправлено' : 'ждёт';
}

/** What will be sent on each of the coming days if nothing is closed and every run takes place. */
export function previewReminders(
  input: ReminderInput,
  days: number,
): { readonly day: IsoDate; readonly digests: readonly Digest[] }[] {
  const log = [...input.log];
  const result: { day: IsoDate; digests: readonly Digest[] }[] = [];
  for (let n = 0; n < days; n += 1) {
    const day = addDays(input.today, n);
    const { digests } = decideReminders({ ...input, today: day, log });
    for (const { key, steps } of digests) log.push({ key, steps, state: 'отправлено' });
    if (digests.length > 0) result.push({ day, digests });
  }
  return result;
}
