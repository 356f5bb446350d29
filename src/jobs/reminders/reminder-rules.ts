import type { IsoDate } from '../../domain/plan/dates.ts';
import { readLadder } from '../../domain/plan/ladder.ts';
import { type QuietDays, readQuietDays } from '../../domain/plan/quiet-days.ts';
import { DEFAULT_LADDER } from '../../domain/plan/reminders.ts';
import { ProblemError } from '../../domain/problem.ts';
import { planProblemText } from '../../texts/plan-problems.ts';
import { columnLetters, type Records } from '../../workbook/records.ts';
import { readSettings, SETTINGS, type SettingKey, type Settings } from '../../workbook/settings.ts';
import { planTable } from '../../workbook/tables/plan.ts';
import { settingsTable } from '../../workbook/tables/start.ts';
import { lineKey } from '../plan/due-row.ts';
import { yearCalendar } from '../plan/year-calendar.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** What an official wrote about when to remind; `unread` says in Russian, with the place, what was not understood. */
export interface Written<T> {
  readonly value: T;
  readonly unread: readonly string[];
}

/** The stop button, whatever the case and the ending. */
export function areStopped({ remindersOn }: Settings): boolean {
  return /^\s*останов/i.test(remindersOn);
}

export function quietDaysOf(settings: Settings): Written<QuietDays> {
  const { quiet, problems } = readQuietDays(settings.quietDays);
  return { value: quiet, unread: problems.map((problem) => planProblemText(problem, settingPlace('quietDays'))) };
}

export function ladderOf(settings: Settings): Written<readonly number[]> {
  const { days, unread } = ladderAt(settings.ladder, settingPlace('ladder'));
  return { value: days ?? DEFAULT_LADDER, unread };
}

/** Ladders of the lines that have their own, by `lineKey`. */
export function laddersOf(plan: Records<typeof planTable>): Written<ReadonlyMap<string, readonly number[]>> {
  const value = new Map<string, readonly number[]>();
  const unread: string[] = [];
  plan.rows.forEach((row, at) => {
    const place = `${planTable.sheet}!${columnLetters(plan.position.ladder!)}${plan.rowNumbers[at]!}`;
    const read = ladderAt(row.ladder, place);
    if (read.days) value.set(lineKey(row), read.days);
    unread.push(...read.unread);
  });
  return { value, unread };
}

function ladderAt(written: string, place: string): { days: readonly number[] | undefined; unread: string[] } {
  try {
    return { days: readLadder(written), unread: [] };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { days: undefined, unread: [planProblemText(error.problem as never, place)] };
  }
}

function settingPlace(key: SettingKey): string {
  return `${settingsTable.sheet}, «${SETTINGS[key].name}»`;
}

/** Why no letter goes on the day; undefined when letters go. */
export function whyQuiet(book: Spreadsheet, day: IsoDate): string | undefined {
  if (!yearCalendar(book).isWorking(day)) return 'сегодня выходной';
  const settings = readSettings(book);
  return quietDaysOf(settings).value(day) ? 'сегодня тихий день' : undefined;
}
