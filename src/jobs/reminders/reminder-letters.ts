import {
  type Letter,
  type LetterLine,
  type LetterRole,
  reminderLetter,
} from '../../domain/documents/reminder-letter.ts';
import type { Digest, DigestLine, ReminderDecision } from '../../domain/plan/reminders.ts';
import type { Person } from '../plan/people.ts';
import type { LinkedDue, Loaded } from './load-reminders.ts';

/** @param unaddressed who should have been reminded today as well and has no address */
export function letterOf(
  digest: Digest,
  { people, dues, input, links }: Loaded,
  unaddressed: ReminderDecision['unaddressed'],
): Letter {
  const lines = digest.lines.map((entry) => {
    const { line, role } = entry;
    const due = dues.get(line)!;
    return {
      ...letterLine(due),
      note: noteOf(entry, people, unaddressed),
      // Who only gets a copy of a line does not answer for it.
      ...(links && role === 'ответственный' ? { confirm: links.confirm(due, digest.person) } : {}),
    };
  });
  const letter = reminderLetter(input.today, nameOf(digest.person, people), letterRole(digest), lines);
  return links ? { ...letter, feed: links.feed(digest.person) } : letter;
}

/** A stand-in reads whose line it is; who gets a copy reads who has not been told, since nobody else will tell them. */
function noteOf(
  { line, role, insteadOf }: DigestLine,
  people: readonly Person[],
  unaddressed: ReminderDecision['unaddressed'],
): string {
  const names = (codes: readonly string[]) => codes.map((code) => nameOf(code, people)).join('; ');
  const untold = unaddressed.filter((missing) => missing.line === line).map(({ person }) => person);
  return [
    insteadOf.length > 0 ? `Вы замещаете: ${names(insteadOf)}.` : '',
    role !== 'ответственный' && untold.length > 0 ? `▲ Нет адреса, письмо не ушло: ${names(untold)}.` : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** A person who answers for any of the lines is written to as such. */
function letterRole({ lines }: Digest): LetterRole {
  if (lines.some(({ role }) => role === 'ответственный')) return 'responsible';
  return lines.some(({ role }) => role === 'руководитель') ? 'head' : 'secretary';
}

/** A due date that has a working day, as a letter says it. */
export function letterLine({ plan, line, measure, due, workingDay, responsible, link }: LinkedDue): LetterLine {
  return {
    plan,
    number: line,
    measure,
    due,
    workingDay: workingDay!,
    responsible: responsible.split('\n').join('; '),
    link,
  };
}

export function nameOf(code: string, people: readonly Person[]): string {
  return people.find((person) => person.code === code)?.who ?? code;
}
