import { readTable } from '../workbook/records.ts';
import { answersTable } from '../workbook/tables.ts';
import { recountTally } from './count-answers.ts';

/**
 * The simple trigger: an answer was excluded or brought back by hand, so the tally follows.
 * It runs without permission to anything but this spreadsheet, and within 30 seconds.
 */
export function onSheetEdit(event: GoogleAppsScript.Events.SheetsOnEdit): void {
  const { range, source } = event;
  if (range.getSheet().getName() !== answersTable.sheet || range.getLastRow() < 2) return;
  const { position } = readTable(source, answersTable);
  const edited = (key: string): boolean =>
    range.getColumn() <= position[key]! && range.getLastColumn() >= position[key]!;
  if (edited('excluded') || edited('institution')) recountTally(source);
}
