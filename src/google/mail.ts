import { calendarFile } from '../domain/documents/calendar-file.ts';
import { calendarEntries, cutLetter, type Letter, linesOf, plainLetter } from '../domain/documents/reminder-letter.ts';
import { HEADER, OVERDUE, SOON } from '../workbook/look.ts';

/** Letters that may still be sent today. */
export function mailQuota(): number {
  return MailApp.getRemainingDailyQuota();
}

/** Bytes of the two forms of a letter together; Google refuses more than 200 KB (guide "Quotas", email body size). */
const LARGEST_BODY = 190 * 1024;

/** A letter of a plan that nobody looked after for long holds its most urgent lines: a refused one would hold none. */
export function sendLetter(to: string, letter: Letter, link: string): void {
  let [text, html] = bodiesOf(letter, link);
  for (let most = linesOf(letter); most > 1 && bytesOf(text) + bytesOf(html) > LARGEST_BODY; ) {
    most = Math.floor(most / 2);
    [text, html] = bodiesOf(cutLetter(letter, most), link);
  }
  MailApp.sendEmail(to, letter.subject, text, { name: 'НОКО', htmlBody: html, attachments: calendarOf(letter) });
}

/** The template's own printing escapes what is put into it: text from a plan can never be markup. */
function bodiesOf(letter: Letter, link: string): [text: string, html: string] {
  const template = HtmlService.createTemplateFromFile('letter');
  Object.assign(template, {
    letter,
    link,
    colours: { overdue: OVERDUE, today: SOON, soon: HEADER },
    signs: { overdue: '▲', today: '●', soon: '●' },
  });
  return [plainLetter(letter, link), template.evaluate().getContent()];
}

/** In UTF-8: a byte for Latin letters, two for Russian ones, three or more for rarer signs. */
function bytesOf(text: string): number {
  const count = (signs: RegExp): number => (text.match(signs) ?? []).length;
  return text.length + count(/[\u0080-\uffff]/g) + count(/[\u0800-\uffff]/g);
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
