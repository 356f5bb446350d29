/** A new sheet has a thousand rows; what stands below its last one is refused. */
export function makeRoom(sheet: GoogleAppsScript.Spreadsheet.Sheet, rows: number): void {
  const missing = rows - sheet.getMaxRows();
  if (missing > 0) sheet.insertRowsAfter(sheet.getMaxRows(), missing);
}
