import { silentSince } from './last-run.ts';

/** Seconds: it has to be read, and there is a menu to be found. */
const STAYS = 30;

/**
 * When both daily triggers are dead nobody can write a letter; whoever opens the spreadsheet is told. It reads one
 * property, which the simple trigger may, unless the script has no permission at all.
 * https://developers.google.com/apps-script/reference/script/auth-mode
 */
export function warnOfSilence(event: GoogleAppsScript.Events.SheetsOnOpen | undefined): void {
  if (event?.authMode === ScriptApp.AuthMode.NONE) return;
  const since = silentSince();
  if (since === undefined) return;
  const message = `Ежедневная проверка не запускалась с ${since}: напоминания не уходят. Выберите «НОКО → Проверить и починить».`;
  SpreadsheetApp.getActiveSpreadsheet().toast(message, 'НОКО', STAYS);
}
