import { remember } from '../google/state.ts';
import { reconcileAnswers } from './count-answers.ts';
import type { Outcome } from './guarded.ts';
import { refreshSteps } from './refresh-steps.ts';
import { sendDue } from './send-reminders.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

export const LAST_RUN = 'last-daily-run';

/** The daily trigger: answers that were missed, states of the dates, reminders, steps of the year. */
export function everyMorningJob(book: Spreadsheet): Outcome | undefined {
  const found = reconcileAnswers(book);
  const { outcome, quiet } = sendDue(book);
  refreshSteps(book);
  remember(LAST_RUN, new Date().toISOString());
  if (quiet && found === 0) return undefined;
  return { on: 'ежедневно', outcome: `${found > 0 ? `Добавлены пропущенные ответы: ${found}. ` : ''}${outcome}` };
}
