import { columnsOf } from './column-ranges.ts';
import { SETTINGS } from './settings.ts';
import { settingsTable } from './tables/start.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** Formula of a setting's value, followed live; for a part of a formula, so it begins without «=». */
export function settingFormulas(book: Spreadsheet): (key: keyof typeof SETTINGS) => string {
  const columns = columnsOf(book, settingsTable);
  return (key) => `IFERROR(INDEX(${columns('value')};MATCH("${SETTINGS[key].name}";${columns('name')};0));"")`;
}
