/** Where «Пульт» keeps when the daily run last came to its end: formulas cannot read properties. */
export const DAILY_RUN_CELL = 'noko_daily_run';

/** Does nothing where «Пульт» is not there. */
export function noteDailyRun(book: GoogleAppsScript.Spreadsheet.Spreadsheet, at: Date): void {
  book.getRangeByName(DAILY_RUN_CELL)?.setValue(at);
}
