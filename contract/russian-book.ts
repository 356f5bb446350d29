/** Sheets works a formula out for the spreadsheet's locale; the add-in's spreadsheets are Russian. */
export function inRussian<T>(book: GoogleAppsScript.Spreadsheet.Spreadsheet, work: () => T): T {
  const before = { locale: book.getSpreadsheetLocale(), zone: book.getSpreadsheetTimeZone() };
  book.setSpreadsheetLocale('ru_RU');
  book.setSpreadsheetTimeZone(Session.getScriptTimeZone());
  try {
    return work();
  } finally {
    book.setSpreadsheetLocale(before.locale);
    book.setSpreadsheetTimeZone(before.zone);
  }
}
