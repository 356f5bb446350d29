import type { IsoDate } from '../../domain/plan/dates.ts';
import { oneAtATime, recall, remember } from '../../google/state.ts';
import { ensureDailyTrigger } from '../../google/triggers.ts';
import { wordsOf } from '../../texts/problems.ts';
import { localDay } from '../../workbook/cells.ts';
import { noteDailyRun } from '../../workbook/daily-run-cell.ts';
import type { Outcome } from '../guarded.ts';
import { refreshStates } from '../plan/due-states.ts';
import { reconcileAnswers } from '../survey/count-answers.ts';
import { refreshSteps } from '../workbook/refresh-steps.ts';
import { AFTERNOON } from './daily-triggers.ts';
import { tellOfSilence } from './heartbeat.ts';
import { LAST_RUN } from './last-run.ts';
import { whyQuiet } from './reminder-rules.ts';
import { sendDue } from './send-reminders.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** Answers are looked for from before the last run: one may have been under way then. */
const OVERLAP_MS = 24 * 60 * 60 * 1000;

/** The daily trigger: answers that were missed, states of the dates, reminders. */
export function everyMorningJob(book: Spreadsheet): Outcome | undefined {
  tellOfSilence(book);
  // Each of the two daily runs sees to the other's trigger.
  ensureDailyTrigger(AFTERNOON.handler, AFTERNOON.hour);
  const last = recall<string>(LAST_RUN);
  const since = last === undefined ? undefined : new Date(Date.parse(last) - OVERLAP_MS);
  const { found, problem } = missedAnswers(book, since);
  const today = localDay(new Date());
  const { outcome, quiet } = lettersOf(book, today);
  remember(LAST_RUN, new Date().toISOString());
  noteDailyRun(book, new Date());
  if (found > 0) refreshSteps(book);
  if (quiet && found === 0 && problem === '') return undefined;
  const added = found > 0 ? `Добавлены пропущенные ответы: ${found}. ` : '';
  return { on: 'ежедневно', outcome: `${problem}${added}${outcome}` };
}

/** Letters go out whatever became of the questionnaires: a form that somebody deleted must not stop them. */
function missedAnswers(book: Spreadsheet, since: Date | undefined): { found: number; problem: string } {
  try {
    return { found: oneAtATime(() => reconcileAnswers(book, since)), problem: '' };
  } catch (error) {
    return { found: 0, problem: `▲ Ответы на анкеты не сверены: ${wordsOf(error)} ` };
  }
}

/** No letter goes out on a day off or a quiet day, so nothing that letters are made of is read. */
function lettersOf(book: Spreadsheet, today: IsoDate): { outcome: string; quiet: boolean } {
  const why = whyQuiet(book, today);
  if (why === undefined) return sendDue(book);
  refreshStates(book, today);
  return { outcome: `${why}, письма не отправляются.`, quiet: true };
}
