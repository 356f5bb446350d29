import { addDays, russianDay } from '../../domain/plan/dates.ts';
import { mailQuota } from '../../google/mail.ts';
import { localDay } from '../../workbook/cells.ts';
import { readTable } from '../../workbook/records.ts';
import { readSettings } from '../../workbook/settings.ts';
import { planTable, remindersTable } from '../../workbook/tables/plan.ts';
import { peopleTable } from '../../workbook/tables/start.ts';
import { AFTERNOON, MORNING } from './daily-triggers.ts';
import { ranOn, silentSince } from './last-run.ts';
import { isNamed } from './load-reminders.ts';
import { areStopped, ladderOf, laddersOf, quietDaysOf } from './reminder-rules.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** The last and the next run, the stop button, what waits to be sent, and what of the rules was not understood. */
export function remindersHealth(book: Spreadsheet): string[] {
  const settings = readSettings(book);
  const log = readTable(book, remindersTable).rows;
  const people = readTable(book, peopleTable).rows;
  const waiting = log.filter(({ state }) => state === 'ждёт').length;
  const failed = log.filter(({ state }) => state === 'не ушло').length;
  const unread = [ladderOf(settings), quietDaysOf(settings), laddersOf(readTable(book, planTable))];
  return [
    lastRun(),
    `– Следующая проверка: ${nextRun()}.`,
    areStopped(settings)
      ? '▲ Напоминания остановлены: письма не уходят. Включить: «НОКО → План → Включить напоминания».'
      : '✓ Напоминания включены.',
    ...unread.reduce((all, rule) => all.concat(rule.unread.map((words) => `▲ ${words}`)), [] as string[]),
    `– Писем сегодня ещё можно отправить: ${mailQuota()}; ждут отправки: ${waiting}.`,
    ...people
      .filter(({ standIn }) => standIn !== '' && !people.some((person) => isNamed(person, standIn)))
      .map(({ who, standIn }) => `▲ Люди: ${who} — «Кто замещает»: «${standIn}» в списке нет.`),
    people.some(({ role, email }) => role === 'секретарь' && email !== '')
      ? ''
      : '▲ На листе «Люди» нет секретаря с адресом: если проверка не пройдёт, сообщить об этом будет некому.',
    failed > 0
      ? `▲ Не ушло писем: ${failed}. Причины — на листе «Напоминания»; следующей проверкой они уйдут заново.`
      : '',
  ].filter((line) => line !== '');
}

function lastRun(): string {
  const since = silentSince();
  if (since !== undefined) {
    return `▲ Ежедневная проверка не запускалась с ${since}. Если и завтра она не пройдёт, посмотрите в журнале, что ей помешало.`;
  }
  const day = ranOn();
  return day ? `✓ Ежедневная проверка последний раз была ${russianDay(day)}.` : '– Ежедневной проверки ещё не было.';
}

/** The next hour at which a trigger is due. Google takes a minute of its own within it. */
function nextRun(): string {
  const now = new Date();
  const today = localDay(now);
  const hour = now.getHours();
  const within = (day: string, from: number): string => `${russianDay(day)} между ${from} и ${from + 1} часами`;
  if (ranOn() !== today && hour <= MORNING.hour) return within(today, MORNING.hour);
  // What the morning left undone the afternoon makes up for.
  if (ranOn() !== today && hour <= AFTERNOON.hour) return within(today, AFTERNOON.hour);
  return within(addDays(today, 1), MORNING.hour);
}
