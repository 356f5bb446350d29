import { type SphereId, sphereOf } from '../../domain/methodology/sphere.ts';
import { recallAll } from '../../google/state.ts';
import { ensureFormTrigger } from '../../google/triggers.ts';
import { problemInWords } from '../../texts/problems.ts';
import { readTable, TableMissing } from '../../workbook/records.ts';
import { TABLES } from '../../workbook/tables.ts';
import { calendarHealth } from '../calendar/calendar-health.ts';
import type { Outcome } from '../guarded.ts';
import { planHealth } from '../plan/plan-health.ts';
import { formerYearsHealth } from '../rating/former-years.ts';
import { ensureDailyTriggers, MORNING, renewMorningTrigger } from '../reminders/daily-triggers.ts';
import { silentSince } from '../reminders/last-run.ts';
import { remindersHealth } from '../reminders/reminders-health.ts';
import { FORM_STATE, isFilled, type KnownForm, ON_ANSWER } from '../survey/create-forms.ts';
import { linksOfLetters } from '../web/hand-out-links.ts';
import { refreshSteps } from './refresh-steps.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** What a person would look at to know that all is well; what can be mended without asking is mended. */
export function checkHealth(book: Spreadsheet): Outcome {
  const lines = [...sheets(book), ...formerYearsHealth(book), ...triggers(), ...planLines(book)];
  return { on: 'проверка', outcome: lines.join('\n'), mustBeRead: true };
}

/** What cannot be looked at while a sheet is missing; that it is, `sheets` has said. */
function planLines(book: Spreadsheet): string[] {
  try {
    const lines = [...remindersHealth(book), ...planHealth(book), linksOfLetters(book), calendarHealth()];
    refreshSteps(book);
    return lines;
  } catch (error) {
    if (error instanceof TableMissing) return [];
    throw error;
  }
}

/** Sheets and columns that are missing, and cells that could not be read. */
function sheets(book: Spreadsheet): string[] {
  const found: string[] = [];
  for (const table of TABLES) {
    try {
      const { problems } = readTable(book, table);
      found.push(...problems.map(({ problem, place }) => `▲ ${problemInWords(problem, place)}`));
    } catch (error) {
      if (!(error instanceof TableMissing)) throw error;
      found.push(`▲ ${problemInWords(error.problem)}`);
    }
  }
  return found.length > 0 ? found : ['✓ Листы и ячейки в порядке.'];
}

function triggers(): string[] {
  const mended = ensureDailyTriggers();
  if (silentSince() !== undefined && mended.indexOf(MORNING.name) < 0) {
    renewMorningTrigger();
    mended.push(MORNING.name);
  }
  const forms = recallAll<KnownForm>(FORM_STATE);
  const lost: string[] = [];
  let filled = 0;
  for (const sphere of Object.keys(forms)) {
    const known = forms[sphere];
    if (!isFilled(known)) continue;
    try {
      if (ensureFormTrigger(ON_ANSWER, FormApp.openById(known.formId))) mended.push('приём ответов');
      filled += 1;
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      lost.push(
        `▲ Анкета (${sphereOf(sphere as SphereId).name}) не открывается, Google сообщает: «${why}». Если она удалена, верните её из корзины Диска; если закрыта — попросите доступ.`,
      );
    }
  }
  return [
    mended.length > 0
      ? `✓ Восстановлены триггеры: ${mended.join(', ')}.`
      : `✓ Триггеры на месте: утренняя и дневная проверка${filled > 0 ? `, приём ответов (анкет: ${filled})` : ''}.`,
    ...lost,
  ];
}
