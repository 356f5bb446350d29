/** What the sheets that only show «Сроки» have in common: an empty sheet, and formulas that follow the table. */
import { STAGE_COLOURS } from './look.ts';
import { duesTable, STATE_SIGNS, type STATES } from './tables/plan.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/**
 * An empty sheet for a view of the plan, without grid lines; a new one stands right after «Сроки».
 *
 * @param columns the sheet has exactly so many; left out, it keeps what it has
 */
export function viewSheet(book: Spreadsheet, name: string, columns?: number): Sheet {
  const sheet = emptied(book.getSheetByName(name)) ?? newSheet(book, name);
  sheet.setHiddenGridlines(true);
  if (columns === undefined) return sheet;
  const spare = sheet.getMaxColumns() - columns;
  if (spare > 0) sheet.deleteColumns(columns + 1, spare);
  if (spare < 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), -spare);
  return sheet;
}

/** Without cells, charts, notes and rules; widths and frozen rows stay. */
export function emptied(sheet: Sheet | null): Sheet | null {
  if (!sheet) return null;
  for (const chart of sheet.getCharts()) sheet.removeChart(chart);
  sheet.clear();
  sheet.clearNotes();
  sheet.clearConditionalFormatRules();
  return sheet;
}

function newSheet(book: Spreadsheet, name: string): Sheet {
  const sheet = book.insertSheet(name, book.getSheetByName(duesTable.sheet)!.getIndex());
  sheet.setTabColor(STAGE_COLOURS.plan);
  return sheet;
}

/** A state as «Сроки» shows it: «▲ просрочено». */
export function shownState(state: (typeof STATES)[number]): string {
  const sign = STATE_SIGNS[state];
  return sign ? `${sign} ${state}` : state;
}

/** Text as it stands in a formula. */
export function quoted(text: string): string {
  return `"${text.replace(/"/g, '""')}"`;
}

export const MONTHS = 'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'.split(' ');

/** Conditions of COUNTIFS: the dates that lie in a month, 0 for January. */
export function inMonth(dates: string, year: number, month: number): string {
  return `${dates};">="&DATE(${year};${month + 1};1);${dates};"<"&DATE(${year};${month + 2};1)`;
}

/**
 * What COUNTIFS looks for in a column. A party stands between bars in the list of its cell, so that a name is never
 * found inside a longer one.
 */
export function wantedName(column: 'plan' | 'section' | 'parties', address: string): string {
  return column === 'parties' ? `"*|"&${address}&"|*"` : address;
}
