import { oneAtATime, recall, remember } from '../google/state.ts';
import { reconcileAnswers } from './count-answers.ts';
import type { Outcome } from './guarded.ts';
import { LAST_RUN, tellOfSilence } from './heartbeat.ts';
import { refreshSteps } from './refresh-steps.ts';
import { sendDue } from './send-reminders.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** Answers are looked for from before the last run: one may have been under way then. */
const OVERLAP_MS = 24 * 60 * 60 * 1000;

/** The daily trigger: answers that were missed, states of the dates, reminders. */
export function everyMorningJob(book: Spreadsheet): Outcome | undefined {
  tellOfSilence(book);
  const last = recall<string>(LAST_RUN);
  const since = last === undefined ? undefined : new Date(Date.parse(last) - OVERLAP_MS);
  const found = oneAtATime(() => reconcileAnswers(book, since));
  const { outcome, quiet } = sendDue(book);
  remember(LAST_RUN, new Date().toISOString());
  if (found > 0) refreshSteps(book);
  if (quiet && found === 0) return undefined;
  return { on: 'ежедневно', outcome: `${found > 0 ? `Добавлены пропущенные ответы: ${found}. ` : ''}${outcome}` };
}
