/** Whether «Прошлые рейтинги» may be relied on, for those who look at the book as a whole. */
import { FORMER_SHEET } from '../../texts/former-results.ts';
import { readTable } from '../../workbook/records.ts';
import { formerResultsTable } from '../../workbook/tables/rating.ts';
import { institutionsTable } from '../../workbook/tables/start.ts';
import { tallyTable } from '../../workbook/tables/survey.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** Answers were counted and the year has no rows on «Прошлые рейтинги»: next year there would be nothing to compare with. */
export function isYearNotClosed(book: Spreadsheet, year: number): boolean {
  if (readTable(book, formerResultsTable).rows.some((row) => row.year === year)) return false;
  return readTable(book, tallyTable).rows.some(({ answered }) => (answered ?? 0) > 0);
}

/** Rows that cannot be compared with anything, each in words with its place. */
export function formerYearsHealth(book: Spreadsheet): string[] {
  // That the sheet is missing is said by the check of the sheets.
  if (!book.getSheetByName(FORMER_SHEET)) return [];
  const { rows, rowNumbers } = readTable(book, formerResultsTable);
  const register = readTable(book, institutionsTable).rows;
  const first = new Map<string, number>();
  const found: string[] = [];
  rows.forEach(({ year, code, name }, at) => {
    const place = `«${FORMER_SHEET}», строка ${rowNumbers[at]}`;
    if (year === null) {
      found.push(`▲ ${place}: нет года, строка не участвует в сравнении.`);
      return;
    }
    const isKnown = register.some((one) => (code === '' ? one.name === name : one.code === code));
    if (!isKnown) {
      found.push(`▲ ${place}: учреждения «${code || name}» нет на листе «Учреждения», сравнить не с чем.`);
    }
    const key = `${year}|${code || name}`;
    const twin = first.get(key);
    if (twin === undefined) first.set(key, rowNumbers[at]!);
    else
      found.push(
        `▲ ${place}: ${year} год для «${code || name}» уже есть в строке ${twin}. Оставьте одну из двух строк.`,
      );
  });
  return found;
}
