/**
 * «Что будет, если»: the rating on other weights, on sheets of their own that cannot be taken
 * for the official one: another name, another colour, the word in every row, the official
 * place and total beside each. Reports never read them.
 */
import { INK, OVERDUE, WHITE } from './look.ts';
import { RATING, type RatingBlock, RESULT_FORMATS, RESULT_WIDTHS, resultsFormula } from './rating-sheet.ts';
import type { RatingSources } from './rating-sources.ts';
import { columnLetters } from './records.ts';
import { makeRoom } from './sheet-rows.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

export const TRIAL_METHOD = 'Проба: методика';
export const TRIAL_RATING = 'Проба: не рейтинг';

/** Ink on it has a contrast of 12:1. */
const TRIAL_BAND = '#FDECEA';
const COLUMNS = RESULT_WIDTHS.length;
/** They stand first: what the trial is held against is seen without going to the right. */
const BESIDE = ['Это', 'Место в рейтинге', 'Итог в рейтинге'] as const;
const BESIDE_WIDTHS = [55, 75, 75];
/** 1-based column where the trial's own results begin. */
const RESULTS = BESIDE.length + 1;
const FIRST_BLOCK = 4;

/** Writes the rules of the trial; what stood there before is replaced. */
export function layTrialMethod(
  book: Spreadsheet,
  titles: readonly string[],
  rows: readonly (readonly (string | number)[])[],
  widths: readonly number[],
): void {
  const sheet = trialSheet(book, TRIAL_METHOD);
  sheet.clear();
  // Text, or «1.1» and «10; 13» would become dates; weights and maxima stay numbers.
  const formats = rows.map((cells) => cells.map((cell) => (typeof cell === 'number' ? 'General' : '@')));
  const body = sheet.getRange(2, 1, rows.length, titles.length);
  body.setNumberFormats(formats).setValues(rows.map((cells) => [...cells]));
  body.setBackground(TRIAL_BAND).setFontColor(INK).setVerticalAlignment('top').setWrap(true);
  banner(sheet, 1, titles.length).setValues([[...titles]]);
  widths.forEach((width, at) => {
    sheet.setColumnWidth(at + 1, width);
  });
  sheet.setFrozenRows(1);
}

/** @param official what the rating is made of; the trial takes all of it but the method */
export function layTrialRating(book: Spreadsheet, blocks: readonly RatingBlock[], official: RatingSources): void {
  const sheet = trialSheet(book, TRIAL_RATING);
  sheet.clear();
  [...BESIDE_WIDTHS, ...RESULT_WIDTHS].forEach((width, at) => {
    sheet.setColumnWidth(at + 1, width);
  });
  banner(sheet, 1, COLUMNS + BESIDE.length);
  sheet.getRange('A1').setValue('ПРОБА НА ДРУГИХ ВЕСАХ. ЭТО НЕ РЕЙТИНГ И НЕ РЕЗУЛЬТАТ ОЦЕНКИ').setFontSize(14);
  sheet
    .getRange('A2')
    .setValue(
      `Веса и нормативы пробы меняйте на листе «${TRIAL_METHOD}». Официальные числа — на листе «${RATING}»; они же стоят в первых столбцах. Оба листа пробы можно удалить.`,
    )
    .setFontColor(OVERDUE);
  let row = FIRST_BLOCK;
  makeRoom(
    sheet,
    blocks.reduce((sum, block) => sum + block.institutions + 3, row),
  );
  for (const block of blocks) {
    layTrialBlock(sheet, block, row, { ...official, methods: `'${TRIAL_METHOD}'!$A$2:$K` });
    row += block.institutions + 3;
  }
  sheet.setFrozenRows(1);
}

function layTrialBlock(sheet: Sheet, { sphere, institutions }: RatingBlock, row: number, sources: RatingSources): void {
  const first = row + 2;
  sheet.getRange(row, 1).setValue(`ПРОБА: ${sphere}`).setFontWeight('bold').setFontColor(OVERDUE);
  banner(sheet, row + 1, COLUMNS + BESIDE.length)
    .setWrap(true)
    .setVerticalAlignment('middle');
  sheet
    .getRange(first, RESULTS, institutions, COLUMNS)
    .setNumberFormats(Array.from({ length: institutions }, () => RESULT_FORMATS));
  sheet
    .getRange(first, 1, institutions, COLUMNS + BESIDE.length)
    .setBackground(TRIAL_BAND)
    .setFontColor(INK);
  sheet.getRange(row + 1, 1, 1, BESIDE.length).setValues([[...BESIDE]]);
  const name = columnLetters(RESULTS + 1);
  const official = (column: string, at: number): string =>
    `=IF(${name}${at}="";"";IFERROR(INDEX('${RATING}'!$${column}:$${column};MATCH(${name}${at};'${RATING}'!$B:$B;0));"н/д"))`;
  sheet
    .getRange(first, 1, institutions, BESIDE.length)
    .setFormulas(
      Array.from({ length: institutions }, (_, at) => [
        `=IF(${name}${first + at}="";"";"проба")`,
        official('A', first + at),
        official('H', first + at),
      ]),
    );
  sheet.getRange(first, BESIDE.length, institutions, 1).setNumberFormat('0.00');
  sheet.getRange(row + 1, RESULTS).setFormula(resultsFormula(sources, sphere));
}

function trialSheet(book: Spreadsheet, name: string): Sheet {
  const sheet = book.getSheetByName(name) ?? book.insertSheet(name, book.getNumSheets());
  sheet.setTabColor(OVERDUE);
  return sheet;
}

function banner(sheet: Sheet, row: number, width: number): GoogleAppsScript.Spreadsheet.Range {
  return sheet.getRange(row, 1, 1, width).setBackground(OVERDUE).setFontColor(WHITE).setFontWeight('bold');
}
