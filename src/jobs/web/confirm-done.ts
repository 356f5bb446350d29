import { russianDay } from '../../domain/plan/dates.ts';
import { evidenceText } from '../../domain/plan/evidence.ts';
import { oneAtATime } from '../../google/state.ts';
import { evidenceInWords, nowDone, type PageWords, UNAVAILABLE } from '../../texts/due-page.ts';
import { localDay } from '../../workbook/cells.ts';
import { duesTable } from '../../workbook/tables/plan.ts';
import { writeJournal } from '../guarded.ts';
import { closeDue } from '../plan/close-due.ts';
import { acceptLink } from './accept-link.ts';
import { findDue } from './find-due.ts';

/** What the page shows next: that it is done (or why not), or what to mend in the form. */
export type Confirmation = PageWords | { mend: string };

/**
 * Marks the due date of a link as done today. Called by the page, so every argument is whatever
 * somebody sent. A second call finds the date closed and changes nothing.
 */
export function confirmDone(token: unknown, evidenceLink: unknown, note: unknown): Confirmation {
  try {
    const accepted = acceptLink(token, ['done']);
    if ('words' in accepted) return accepted.words;
    const evidence = evidenceText(asText(evidenceLink), asText(note));
    if ('problem' in evidence) return { mend: evidenceInWords(evidence.problem) };
    const { book, link } = accepted;
    return oneAtATime(() => {
      const found = findDue(book, link);
      if ('words' in found) return found.words;
      const { at, dues, person } = found;
      const today = localDay(new Date());
      const doneBy = `${person}, по ссылке из письма`;
      closeDue(book, dues, at, { doneOn: today, doneBy, evidence: evidence.text }, today);
      writeJournal(book, 'Исполнение по ссылке из письма', {
        on: `${duesTable.sheet}: ${link.plan}, п. ${link.line}, срок ${link.due}`,
        outcome: `Отмечено исполненным. Кто: ${person}. Чем подтверждается: ${evidence.text.replace(/\n/g, '; ')}.`,
      });
      return nowDone(link, russianDay(today), doneBy);
    });
  } catch (error) {
    // The visitor may be anybody: what went wrong is for the log of the script.
    console.error(error);
    return UNAVAILABLE;
  }
}

function asText(given: unknown): string {
  return typeof given === 'string' ? given : '';
}
