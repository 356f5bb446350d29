import { daysBetween, type IsoDate, russianDay } from '../plan/dates.ts';
import type { CalendarEntry } from './calendar-file.ts';
import { plural } from './plural.ts';
import { shortened } from './shortened.ts';

/** One due date that a letter reminds of. */
export interface LetterLine {
  plan: string;
  number: string;
  measure: string;
  /** As the plan says, «30.01.2026». */
  due: string;
  workingDay: IsoDate;
  responsible: string;
  /** Opens the spreadsheet at the line's own row. */
  link: string;
  /** Why it comes to this reader, or what the reader should know of it besides; '' for nothing. */
  note?: string;
  /** Opens the page where the person marks the line as done; for those who answer for it. */
  confirm?: string;
}

export interface LetterGroup {
  title: string;
  /** 'overdue', 'today', 'soon': what colours the group; the title says it in words. */
  kind: 'overdue' | 'today' | 'soon';
  /** `date`: «12.06.2026, рабочий срок 11.06.2026»; `when`: «через 3 дня», to the working day. */
  lines: readonly { line: LetterLine; date: string; when: string }[];
}

export interface Letter {
  subject: string;
  greeting: string;
  groups: readonly LetterGroup[];
  /** What to do next; the last paragraph. */
  closing: string;
  /** For a letter whose links act in its reader's name; '' for others. */
  caution: string;
  /** Address of the person's own dates for a calendar program. */
  feed?: string;
}

/** Why the person gets the letter: their own lines, a copy for the secretary, overdue lines for the head. */
export type LetterRole = 'responsible' | 'secretary' | 'head';

/** Одно письмо в день: всё, что касается человека, самое срочное сверху. */
export function reminderLetter(today: IsoDate, person: string, role: LetterRole, lines: readonly LetterLine[]): Letter {
  const sorted = [...lines].sort((a, b) => (a.workingDay < b.workingDay ? -1 : a.workingDay > b.workingDay ? 1 : 0));
  const of = (kind: LetterGroup['kind'], title: string, keep: (left: number) => boolean): LetterGroup => ({
    kind,
    title,
    lines: sorted
      .map((line) => ({ line, left: daysBetween(today, line.workingDay) }))
      .filter(({ left }) => keep(left))
      .map(({ line, left }) => ({ line, date: dateInWords(line), when: daysLeftInWords(left) })),
  });
  const groups = [
    of('overdue', 'Просрочено', (left) => left < 0),
    of('today', 'Срок сегодня', (left) => left === 0),
    of('soon', 'Скоро срок', (left) => left > 0),
  ].filter((group) => group.lines.length > 0);
  const isActing = lines.some(({ confirm }) => confirm);
  return {
    subject: subjectOf(groups, lines.length),
    greeting: GREETINGS[role](person),
    groups,
    closing: `Исполненное отметьте ${isActing ? 'по ссылке у строки или ' : ''}на листе «Сроки»: впишите дату и чем подтверждается. После этого напоминания по строке прекратятся.`,
    caution: isActing ? 'По ссылкам этого письма отмечают исполнение от вашего имени: не пересылайте его.' : '',
  };
}

/** The letter with its most urgent lines only, which says that there are more. Its subject still counts all of them. */
export function cutLetter(letter: Letter, most: number): Letter {
  const total = linesOf(letter);
  if (total <= most) return letter;
  let left = most;
  const groups = letter.groups.map((group) => {
    const lines = group.lines.slice(0, left);
    left -= lines.length;
    return { ...group, lines };
  });
  return {
    ...letter,
    groups: groups.filter(({ lines }) => lines.length > 0),
    closing: `Все строки в письмо не поместились: здесь самые срочные, ${most} из ${total}. Остальные — на листе «Сроки». ${letter.closing}`,
  };
}

export function linesOf({ groups }: Letter): number {
  return groups.reduce((sum, { lines }) => sum + lines.length, 0);
}

/** The same letter without markup: for mail programs that show no HTML, and for screen readers. */
export function plainLetter({ greeting, groups, closing, caution, feed }: Letter, link: string): string {
  const parts = [greeting, ''];
  for (const group of groups) {
    parts.push(`${group.title.toUpperCase()} (${group.lines.length})`);
    for (const { line, date, when } of group.lines) {
      parts.push(`– ${date} (${when}). ${line.plan}, п. ${line.number}: ${line.measure}`);
      if (line.responsible) parts.push(`  Ответственные: ${line.responsible}`);
      if (line.note) parts.push(`  ${line.note}`);
      parts.push(`  ${line.link}`);
      if (line.confirm) parts.push(`  Отметить исполнение: ${line.confirm}`);
    }
    parts.push('');
  }
  parts.push(closing);
  if (caution) parts.push(caution);
  parts.push(`Таблица: ${link}`);
  if (feed) parts.push(`Ваши сроки в календаре телефона (подписка): ${feed}`);
  return parts.join('\n');
}

/**
 * What of a letter a calendar can hold: dates still to come, each on its working day.
 *
 * @param owner id of the spreadsheet: two of them may have the same plan and line
 */
export function calendarEntries({ groups }: Letter, owner: string): CalendarEntry[] {
  return groups
    .filter(({ kind }) => kind !== 'overdue')
    .reduce((all, { lines }) => all.concat(lines.map(({ line }) => line)), [] as LetterLine[])
    .map((line) => calendarEntry(line, owner));
}

/** One date on its working day; the same line and date always have the same uid, whatever file they come in. */
export function calendarEntry(line: LetterLine, owner: string): CalendarEntry {
  return {
    uid: `${line.plan}/${line.number}/${line.due}@${owner}`,
    day: line.workingDay,
    summary: `Срок: ${line.plan}, п. ${line.number}. ${shortened(line.measure, SUMMARY_CHARACTERS)}`,
    description: `${line.measure}\nСрок по плану: ${line.due}\nОтветственные: ${line.responsible}`,
    url: line.link,
  };
}

/** A calendar shows one line of a title. */
const SUMMARY_CHARACTERS = 80;

const GREETINGS: Readonly<Record<LetterRole, (person: string) => string>> = {
  responsible: (person) => `${person}: приближаются или прошли сроки плана мероприятий.`,
  secretary: (person) => `${person}: сегодня напомнили ответственным об этих сроках.`,
  head: (person) => `${person}: эти строки плана просрочены, ответственным напомнили раньше.`,
};

function subjectOf(groups: readonly LetterGroup[], total: number): string {
  const parts = groups.map(({ title, lines }) => `${title.toLowerCase()} — ${lines.length}`);
  return `План мероприятий: ${parts.join(', ') || `строк — ${total}`}`;
}

/** The date that the plan names and, where it falls on a day off, the one that the days left are counted to. */
export function dateInWords({ due, workingDay }: Pick<LetterLine, 'due' | 'workingDay'>): string {
  const counted = russianDay(workingDay);
  return counted === due ? due : `${due}, рабочий срок ${counted}`;
}

/** «через 8 дней», «сегодня», «просрочено на 3 дня». @param left calendar days */
export function daysLeftInWords(left: number): string {
  if (left === 0) return 'сегодня';
  const days = `${Math.abs(left)} ${plural(Math.abs(left), 'день', 'дня', 'дней')}`;
  return left > 0 ? `через ${days}` : `просрочено на ${days}`;
}
