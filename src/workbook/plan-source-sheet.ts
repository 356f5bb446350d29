import { BAND, INK, STAGE_COLOURS } from './look.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** The one sheet that is no table: a plan is pasted into it from Word as it stands, from A1. */
export const PLAN_SOURCE = 'Вставка плана';

/** A plan of a year has some twenty lines; a paste adds the rows that it lacks. */
const ROWS = 100;

const NOTE =
  'Вставьте сюда план из Word целиком — вместе с заголовком, с ячейки A1. ' +
  'Затем выберите «НОКО → План → Загрузить из листа «Вставка плана»».';

export function preparePlanSource(book: Spreadsheet, at: number): void {
  if (book.getSheetByName(PLAN_SOURCE)) return;
  const sheet = book.insertSheet(PLAN_SOURCE, at);
  sheet.setTabColor(STAGE_COLOURS.plan);
  if (sheet.getMaxRows() > ROWS) sheet.deleteRows(ROWS + 1, sheet.getMaxRows() - ROWS);
  const cells = sheet.getRange(1, 1, ROWS, 7);
  // As text: «1.» must stay «1.», and «05.06» must not become a date.
  cells.setNumberFormat('@').setWrap(true).setVerticalAlignment('top').setFontColor(INK);
  sheet.getRange('A1').setNote(NOTE).setBackground(BAND);
  [60, 360, 140, 280, 320, 120, 120].forEach((width, column) => {
    sheet.setColumnWidth(column + 1, width);
  });
}

/** What was pasted, row by row, cell by cell. @returns [] when the sheet is empty or absent */
export function readPlanSource(book: Spreadsheet): string[][] {
  const sheet = book.getSheetByName(PLAN_SOURCE);
  if (!sheet || sheet.getLastRow() === 0) return [];
  return sheet.getDataRange().getDisplayValues();
}

/** Empties the sheet for the next plan. */
export function clearPlanSource(book: Spreadsheet): void {
  book.getSheetByName(PLAN_SOURCE)?.getDataRange().clearContent();
}
