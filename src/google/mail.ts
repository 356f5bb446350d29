import { calendarFile } from '../domain/documents/calendar-file.ts';
import { calendarEntries, type Letter, plainLetter } from '../domain/documents/reminder-letter.ts';
import { HEADER, OVERDUE, SOON } from '../workbook/look.ts';

/** Letters that may still be sent today. */
export function mailQuota(): number {
  return MailApp.getRemainingDailyQuota();
}

/** The template's own printing escapes what is put into it: text from a plan can never be markup. */
export function sendLetter(to: string, letter: Letter, link: string): void {
  const template = HtmlService.createTemplateFromFile('letter');
  Object.assign(template, {
    letter,
    link,
    colours: { overdue: OVERDUE, today: SOON, soon: HEADER },
    signs: { overdue: '▲', today: '●', soon: '●' },
  });
  MailApp.sendEmail(to, letter.subject, plainLetter(letter, link), {
    name: 'НОКО',
    htmlBody: template.evaluate().getContent(),
    attachments: calendarOf(letter),
  });
}

/** The coming dates for the person's own calendar; none where everything is overdue. */
function calendarOf(letter: Letter): GoogleAppsScript.Base.Blob[] {
  const entries = calendarEntries(letter, SpreadsheetApp.getActiveSpreadsheet().getId());
  if (entries.length === 0) return [];
  return [Utilities.newBlob(calendarFile(entries, new Date().toISOString()), 'text/calendar', 'сроки.ics')];
}

/** A few words to one person, without markup. */
export function sendNote(to: string, subject: string, text: string): void {
  MailApp.sendEmail(to, subject, text, { name: 'НОКО' });
}
