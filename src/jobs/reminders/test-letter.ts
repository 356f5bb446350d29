import { reminderLetter } from '../../domain/documents/reminder-letter.ts';
import { addDays } from '../../domain/plan/dates.ts';
import { sendLetter } from '../../google/mail.ts';
import { ask } from '../../ui/say.ts';
import { localDay } from '../../workbook/cells.ts';
import { remindersTable } from '../../workbook/tables/plan.ts';
import type { Outcome } from '../guarded.ts';
import { isAwaited } from '../plan/due-row.ts';
import { type LinkedDue, loadReminders } from './load-reminders.ts';
import { letterLine } from './reminder-letters.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** The letter holds what is due in these days, overdue lines too, and no more lines than this. */
const AHEAD_DAYS = 30;
const LINES = 10;

/** «Письмо себе»: a reminder as it looks, sent to the address that is typed. It is no reminder: nobody's is spent. */
export function sendTestLetter(book: Spreadsheet): Outcome | undefined {
  const today = localDay(new Date());
  const { dues, link, links } = loadReminders(book, today);
  const open = [...dues.values()].filter(isAwaited).sort((a, b) => (a.workingDay < b.workingDay ? -1 : 1));
  if (open.length === 0) {
    return { on: remindersTable.sheet, outcome: 'Открытых сроков нет: письмо не о чем составить.', mustBeRead: true };
  }
  const shown = near(open, addDays(today, AHEAD_DAYS));
  const to = ask(
    'Письмо себе',
    `Пробное письмо о ближайших сроках (строк: ${shown.length}). Ответственным ничего не уйдёт. На какой адрес отправить?`,
  );
  if (to === undefined) return undefined;
  const lines = shown.map((due) => ({ ...letterLine(due), ...(links ? { confirm: links.trial(due) } : {}) }));
  const letter = reminderLetter(today, 'Пробное письмо', 'responsible', lines);
  sendLetter(to, letter, link);
  return { on: remindersTable.sheet, outcome: `Пробное письмо отправлено на ${to}.` };
}

/** What is due by the day; where nothing is, the nearest date alone. */
function near(open: readonly LinkedDue[], until: string): LinkedDue[] {
  const found = open.filter(({ workingDay }) => workingDay! <= until).slice(-LINES);
  return found.length > 0 ? found : open.slice(0, 1);
}
