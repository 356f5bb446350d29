/** How long a message stays, seconds; -1 keeps it until the next one. */
const STAYS = 8;

/** A short message in the corner. Works without a person at the screen too. */
export function say(message: string, seconds = STAYS): void {
  SpreadsheetApp.getActiveSpreadsheet().toast(message, 'НОКО', seconds);
}

/** Progress of long work: stays until the next message. */
export function sayProgress(message: string): void {
  say(message, -1);
}

/** A message that must be read. */
export function tell(title: string, message: string): void {
  const ui = SpreadsheetApp.getUi();
  ui.alert(title, message, ui.ButtonSet.OK);
}

/** Asks before something is sent, made or overwritten. @returns true for «Да» */
export function confirm(title: string, message: string): boolean {
  const ui = SpreadsheetApp.getUi();
  return ui.alert(title, message, ui.ButtonSet.YES_NO) === ui.Button.YES;
}

/** Asks for a line of text. @returns undefined when nothing was written or «Отмена» was chosen */
export function ask(title: string, message: string): string | undefined {
  const ui = SpreadsheetApp.getUi();
  const answer = ui.prompt(title, message, ui.ButtonSet.OK_CANCEL);
  const written = answer.getResponseText().trim();
  return answer.getSelectedButton() === ui.Button.OK && written !== '' ? written : undefined;
}
