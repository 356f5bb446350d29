import { dateOf, daysInMonth, type IsoDate } from '../domain/plan/dates.ts';
import { literal } from './cells.ts';
import { columnRange } from './column-ranges.ts';
import { BAND, HEADER, INK, LINE, QUIET, WHITE } from './look.ts';
import type { Records } from './records.ts';
import type { duesTable } from './tables/plan.ts';
import { inMonth, MONTHS, viewSheet, wantedName } from './view-sheet.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

export const YEAR_CALENDAR = 'Календарь года';

const DAYS = 31;
const DAY_PIXELS = 30;
const NAME_PIXELS = 300;
/** Zeros are left blank: an empty day is what a calendar should show as empty. */
const COUNT = '0;-0;;@';
const OFF = '#E3E7EC';
/** Under the twelve rows of days. */
const MONTHS_ROW = 5 + 12 + 1;

/**
 * Lays the year out: how many dates fall on each day, and how many in each month by section and by party. Formulas
 * over the working dates of «Сроки»; days off are grey.
 */
export function layYearCalendar(
  book: Spreadsheet,
  dues: Records<typeof duesTable>,
  year: number,
  names: Readonly<Record<'section' | 'parties', readonly string[]>>,
  isDayOff: (day: IsoDate) => boolean,
): void {
  const sheet = viewSheet(book, YEAR_CALENDAR);
  const missing = DAYS + 1 - sheet.getMaxColumns();
  if (missing > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), missing);
  sheet.setColumnWidth(1, NAME_PIXELS);
  sheet.setColumnWidths(2, DAYS, DAY_PIXELS);
  sheet
    .getRange('A1')
    .setValue(`Сроки ${year} года по дням`)
    .setFontSize(14)
    .setFontWeight('bold')
    .setFontColor(HEADER);
  sheet
    .getRange('A2')
    .setValue('Число в клетке — сколько рабочих сроков приходится на этот день. Серые клетки — выходные.')
    .setFontColor(QUIET);
  layDays(sheet, columnRange(dues, 'workingDay'), year, isDayOff);
  const row = layMonths(sheet, dues, year, { title: 'Раздел', column: 'section', names: names.section }, MONTHS_ROW);
  layMonths(sheet, dues, year, { title: 'Ответственный', column: 'parties', names: names.parties }, row);
}

function layDays(sheet: Sheet, dates: string, year: number, isDayOff: (day: IsoDate) => boolean): void {
  header(sheet, 4, ['Месяц', ...Array.from({ length: DAYS }, (_, at) => String(at + 1))]);
  const exists = (month: number, day: number): boolean => day <= daysInMonth(year, month);
  const grid = sheet.getRange(5, 2, MONTHS.length, DAYS);
  sheet.getRange(5, 1, MONTHS.length, 1).setValues(MONTHS.map((month) => [month]));
  grid
    .setFormulas(
      MONTHS.map((_, at) =>
        Array.from({ length: DAYS }, (__, day) =>
          exists(at + 1, day + 1) ? `=COUNTIFS(${dates};DATE(${year};${at + 1};${day + 1}))` : '',
        ),
      ),
    )
    .setNumberFormat(COUNT)
    .setHorizontalAlignment('center')
    .setFontColor(INK)
    .setBackgrounds(
      MONTHS.map((_, at) =>
        Array.from({ length: DAYS }, (__, day) =>
          exists(at + 1, day + 1) && isDayOff(dateOf(year, at + 1, day + 1)) ? OFF : WHITE,
        ),
      ),
    )
    .setBorder(true, true, true, true, true, true, LINE, SpreadsheetApp.BorderStyle.SOLID);
  markCounts(sheet, grid);
}

interface MonthBlock {
  title: string;
  column: 'section' | 'parties';
  names: readonly string[];
}

/** How many dates of each section or party fall in each month. @returns the first row free under the block */
function layMonths(
  sheet: Sheet,
  dues: Records<typeof duesTable>,
  year: number,
  { title, column, names }: MonthBlock,
  row: number,
): number {
  if (names.length === 0) return row;
  header(sheet, row, [title, ...MONTHS.map((month) => month.slice(0, 3))]);
  sheet
    .getRange(row + 1, 1, names.length, 1)
    .setNumberFormat('@')
    .setValues(names.map((name) => [literal(name)]))
    .setWrap(true)
    .setVerticalAlignment('top');
  const dates = columnRange(dues, 'workingDay');
  const where = columnRange(dues, column);
  const body = sheet.getRange(row + 1, 2, names.length, MONTHS.length);
  body
    .setFormulas(
      names.map((_, at) =>
        MONTHS.map((__, month) => {
          const wanted = wantedName(column, `$A${row + 1 + at}`);
          return `=COUNTIFS(${where};${wanted};${inMonth(dates, year, month)})`;
        }),
      ),
    )
    .setNumberFormat(COUNT)
    .setHorizontalAlignment('center')
    .setVerticalAlignment('middle')
    .setFontColor(INK)
    .setBackground(BAND)
    .setBorder(true, true, true, true, true, true, LINE, SpreadsheetApp.BorderStyle.SOLID);
  markCounts(sheet, body);
  return row + names.length + 2;
}

function header(sheet: Sheet, row: number, titles: readonly string[]): void {
  sheet
    .getRange(row, 1, 1, titles.length)
    .setNumberFormat('@')
    .setValues([[...titles]])
    .setBackground(HEADER)
    .setFontColor(WHITE)
    .setFontWeight('bold')
    .setHorizontalAlignment('center');
}

function markCounts(sheet: Sheet, range: GoogleAppsScript.Spreadsheet.Range): void {
  const rule = SpreadsheetApp.newConditionalFormatRule()
    .whenNumberGreaterThan(0)
    .setBackground(HEADER)
    .setFontColor(WHITE)
    .setBold(true)
    .setRanges([range])
    .build();
  sheet.setConditionalFormatRules([...sheet.getConditionalFormatRules(), rule]);
}
