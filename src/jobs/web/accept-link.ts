import type { DueLink, FeedLink, LetterLink } from '../../domain/plan/letter-link.ts';
import { openLetterLink } from '../../google/letter-links.ts';
import { LINK_EXPIRED, LINK_INVALID, type PageWords } from '../../texts/due-page.ts';
import { localDay } from '../../workbook/cells.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type LinkFor<P extends LetterLink['purpose']> = P extends 'feed' ? FeedLink : DueLink;

/**
 * Takes a token that anybody may have sent. No sheet is opened before it has proved good, so a
 * stranger costs one reading of the properties.
 *
 * @param purposes what the link may be for
 */
export function acceptLink<P extends LetterLink['purpose']>(
  token: unknown,
  purposes: readonly P[],
): { link: LinkFor<P>; book: Spreadsheet } | { words: PageWords } {
  const opened = openLetterLink(token);
  if (!opened || purposes.indexOf(opened.link.purpose as P) < 0) return { words: LINK_INVALID };
  const { link, bookId } = opened;
  if (link.purpose !== 'feed' && link.lastDay < localDay(new Date())) return { words: LINK_EXPIRED };
  // Google's guide "Container-bound Scripts": run as a web app, a bound script has no active spreadsheet.
  return { link: link as LinkFor<P>, book: SpreadsheetApp.openById(bookId) };
}
