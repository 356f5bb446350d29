import { type Letter, plainLetter } from '../domain/documents/reminder-letter.ts';
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
  });
}
