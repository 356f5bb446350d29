/**
 * What the add-in's `onEdit` and `onOpen` do with no permission given, tried when the spreadsheet is opened: a script
 * cannot edit a cell as a person does. Google's guide "Simple triggers" names no list of services; its guide "Custom
 * functions", whose rules are stricter, allows HTML, locks, properties and the bound spreadsheet.
 */
import { runPart } from './part-of-script.ts';

const KEY = 'договор.простой триггер';

export type Tried = Record<'part' | 'locks' | 'properties' | 'zone' | 'sheet', string>;

/** Leaves what came of each for the case that looks at it. */
export function trySimpleTrigger(): void {
  const tried: Tried = {
    part: outcomeOf(() => runPart().template !== ''),
    locks: outcomeOf(() => [LockService.getScriptLock(), LockService.getDocumentLock()].every(takenAndGiven)),
    properties: outcomeOf(() => Object.keys(PropertiesService.getScriptProperties().getProperties()).length >= 0),
    zone: outcomeOf(() => Session.getScriptTimeZone() !== ''),
    sheet: outcomeOf(() => SpreadsheetApp.getActiveSpreadsheet().getSheets()[0]!.getDataRange().getValues().length > 0),
  };
  PropertiesService.getDocumentProperties().setProperty(KEY, JSON.stringify(tried));
}

/** @returns null when the trigger has not come so far */
export function triedAtOpening(): Tried | null {
  const kept = PropertiesService.getDocumentProperties().getProperty(KEY);
  return kept === null ? null : JSON.parse(kept);
}

function takenAndGiven(lock: GoogleAppsScript.Lock.Lock): boolean {
  const taken = lock.tryLock(1000);
  if (taken) lock.releaseLock();
  return taken;
}

/** The reason of a refusal is worth more to the reader than that there was one. */
function outcomeOf(work: () => boolean): string {
  try {
    return work() ? 'да' : 'нет';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
