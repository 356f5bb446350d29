import { say } from '../../ui/say.ts';
import { localDay } from '../../workbook/cells.ts';
import { openTable, readTable } from '../../workbook/records.ts';
import { readSettings } from '../../workbook/settings.ts';
import type { Table } from '../../workbook/table.ts';
import { duesTable, eventsTable, planTable } from '../../workbook/tables/plan.ts';
import { methodTable } from '../../workbook/tables/rating.ts';
import { settingsTable } from '../../workbook/tables/start.ts';
import { answersTable } from '../../workbook/tables/survey.ts';
import { refreshStates } from '../plan/due-states.ts';
import { refreshTimeline } from '../plan/plan-timeline.ts';
import { recountDues } from '../plan/recount-dues.ts';
import { renameRating } from '../rating/refresh-rating.ts';
import { ladderOf, laddersOf, quietDaysOf, type Written } from '../reminders/reminder-rules.ts';
import { recountTally } from '../survey/count-answers.ts';
import { refreshSteps } from './refresh-steps.ts';

/** Seconds: a sentence with a remedy takes time to read. */
const UNREAD_STAYS = 20;

type Edit = GoogleAppsScript.Events.SheetsOnEdit;

/**
 * The simple trigger: what was typed shows its effect at once. An excluded answer leaves the
 * tally, a date of execution closes its line, a corrected phrase gives new dates. It runs
 * without permission to anything but this spreadsheet, and within 30 seconds.
 */
export function onSheetEdit(event: Edit): void {
  const { range, source } = event;
  if (range.getLastRow() < 2) return;
  const sheet = range.getSheet().getName();
  if (sheet === answersTable.sheet && touches(event, answersTable, ['excluded', 'institution'])) recountTally(source);
  if (sheet === duesTable.sheet && touches(event, duesTable, ['doneOn', 'notApplicable'])) {
    refreshStates(source, localDay(new Date()));
  }
  if (sheet === eventsTable.sheet && touches(event, eventsTable, ['event', 'date', 'plan', 'line'])) {
    recountAll(source);
  }
  if (sheet === methodTable.sheet || sheet === settingsTable.sheet) renameRating(source);
  if (sheet === planTable.sheet && touches(event, planTable, ['deadline', 'responsible'])) recountAll(source);
  if (sheet === planTable.sheet && touches(event, planTable, ['ladder'])) {
    sayUnread(laddersOf(readTable(source, planTable)));
  }
  if (sheet === settingsTable.sheet) {
    const settings = readSettings(source);
    sayUnread(ladderOf(settings), quietDaysOf(settings));
    // The stop button is a setting too.
    refreshSteps(source);
  }
}

function recountAll(book: GoogleAppsScript.Spreadsheet.Spreadsheet): void {
  recountDues(book);
  refreshTimeline(book);
}

/** What was refused is told of at once, and not only in the next day's journal. */
function sayUnread(...rules: readonly Written<unknown>[]): void {
  const unread = rules.reduce((all, rule) => all.concat(rule.unread), [] as string[]);
  if (unread.length > 0) say(unread.join(' '), UNREAD_STAYS);
}

function touches<T extends Table>({ range, source }: Edit, table: T, keys: (keyof T['columns'] & string)[]): boolean {
  const { position } = openTable(source, table);
  return keys.some((key) => range.getColumn() <= position[key]! && range.getLastColumn() >= position[key]!);
}
