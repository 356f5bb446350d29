import { russianDay } from '../../domain/plan/dates.ts';
import { LINK_MAX, NOTE_MAX } from '../../domain/plan/evidence.ts';
import { LINK_INVALID, type PageWords, TEXT_CHANGED, TRIAL_ONLY, UNAVAILABLE } from '../../texts/due-page.ts';
import { acceptLink } from './accept-link.ts';
import { calendarFeed } from './calendar-feed.ts';
import { findDue } from './find-due.ts';

type HtmlOutput = GoogleAppsScript.HTML.HtmlOutput;
type TextOutput = GoogleAppsScript.Content.TextOutput;

/** Name of the page's file. */
const PAGE = 'due-page';

/** The page's form: one due date, still open. */
interface DueForm {
  token: string;
  measure: string;
  /** Title and text of what is said of the date. */
  facts: { title: string; text: string }[];
  notices: string[];
  /** The link is from a trial letter: it marks nothing. */
  isTrial: boolean;
}

/**
 * Answers whoever opened an address of the web app: a page that shows one due date, or a
 * calendar. Nothing changes here, whoever asks and however often.
 */
export function answerRequest({ parameter }: { parameter: Record<string, string> }): HtmlOutput | TextOutput {
  try {
    if (parameter.feed !== undefined) {
      const feed = calendarFeed(parameter.feed);
      return typeof feed === 'string' ? calendarOutput(feed) : page(feed);
    }
    return parameter.done === undefined ? page(LINK_INVALID) : duePage(parameter.done);
  } catch (error) {
    // The visitor may be anybody: what went wrong is for the log of the script.
    console.error(error);
    return page(UNAVAILABLE);
  }
}

function duePage(token: string): HtmlOutput {
  const accepted = acceptLink(token, ['done', 'trial']);
  if ('words' in accepted) return page(accepted.words);
  const { link, book } = accepted;
  const found = findDue(book, link);
  if ('words' in found) return page(found.words);
  const { row, person, hasChanged } = found;
  const counted = row.workingDay ? russianDay(row.workingDay) : row.due;
  return page(
    { heading: 'Отметить исполнение', paragraphs: [] },
    {
      token,
      measure: row.measure,
      facts: [
        { title: 'План', text: `${row.plan}, п. ${row.line}` },
        { title: 'Срок по плану', text: row.due },
        ...(counted === row.due ? [] : [{ title: 'Рабочий срок', text: counted }]),
        ...(person === '' ? [] : [{ title: 'Отмечает', text: person }]),
      ],
      notices: [...(hasChanged ? [TEXT_CHANGED] : []), ...(link.purpose === 'trial' ? [TRIAL_ONLY] : [])],
      isTrial: link.purpose === 'trial',
    },
  );
}

/** The template's own printing escapes what is put into it. */
function page(words: PageWords, form?: DueForm): HtmlOutput {
  const template = HtmlService.createTemplateFromFile(PAGE);
  Object.assign(template, { words, form, most: { link: LINK_MAX, note: NOTE_MAX } });
  return template
    .evaluate()
    .setTitle(`${words.heading} – план мероприятий`)
    .addMetaTag('viewport', 'width=device-width, initial-scale=1');
}

function calendarOutput(text: string): TextOutput {
  return ContentService.createTextOutput(text).setMimeType(ContentService.MimeType.ICAL);
}
