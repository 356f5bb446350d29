import { dateOf, type IsoDate, isRealDate } from './dates.ts';
import type { PlanDraft } from './plan-line.ts';

const MONTHS_GENITIVE = [
  'января',
  'февраля',
  'марта',
  'апреля',
  'мая',
  'июня',
  'июля',
  'августа',
  'сентября',
  'октября',
  'ноября',
  'декабря',
];

/** The first date with a year in running text: «19» января 2016 г., 19.01.2016. */
function dateInText(text: string): IsoDate | null {
  const plain = text.toLowerCase().replace(/[«»"“”„_]/g, ' ');
  const worded = /(\d{1,2})\s+([а-я]+)\s+(\d{4})/.exec(plain);
  const numeric = /(\d{1,2})\.(\d{1,2})\.(\d{4})/.exec(plain);
  const [day, month, year] = worded
    ? [+(worded[1] as string), MONTHS_GENITIVE.indexOf(worded[2] as string) + 1, +(worded[3] as string)]
    : numeric
      ? [+(numeric[1] as string), +(numeric[2] as string), +(numeric[3] as string)]
      : [0, 0, 0];
  return isRealDate(year, month, day) ? dateOf(year, month, day) : null;
}

/**
 * The title as it reads in another year; a title of several years, or of none, stays.
 *
 * @example titleOfYear('План на 2016 год', 2026) // 'План на 2026 год'
 */
export function titleOfYear(title: string, year: number): string {
  return title.replace(/((?:^|\s)(?:на|в|за)\s+)20\d\d(?=\s*(?:г|$))/i, `$1${year}`);
}

/** What stands above the table: approval lines, then the title, which begins with «План» or «Дорожная карта». */
export function readTitle(lines: readonly string[]): Pick<PlanDraft, 'title' | 'year' | 'approvedOn' | 'approval'> {
  const start = lines.findIndex((line) => /^[«"]?(план([^а-яё]|$)|дорожная карта|перечень мероприятий)/i.test(line));
  const above =
    start < 0 ? lines.filter((line) => /утвержд|согласован/i.test(line) || dateInText(line)) : lines.slice(0, start);
  const named = start < 0 ? lines.filter((line) => !above.includes(line)) : lines.slice(start);
  const title = named.join(' ').replace(/\s+/g, ' ').replace(/\.$/, '').trim();
  const approval = above.filter(
    (line) => dateInText(line) === null || /[а-яё]{3,}.*утвержд|утвержд.*[а-яё]{3,}/i.test(line),
  );
  // «на 2016 год», «на 2016–2018 годы», «на 2015/2016 учебный год»; a year of a law («от 2013 года») is not it.
  const year = /(?:^|\s)(?:на|в|за)\s+(20\d\d)\s*(?:[-–—/]\s*(?:20)?\d\d)?\s*(?:учебн\S*\s*)?(?:г|$)/i.exec(title)?.[1];
  return {
    title,
    year: year === undefined ? null : +year,
    approvedOn: above.map(dateInText).find((date) => date !== null) ?? null,
    approval: approval.join(' ').replace(/\s+/g, ' ').trim(),
  };
}
