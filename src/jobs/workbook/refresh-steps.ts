import { STEP_DONE, STEP_LATER, STEP_NOW, STEP_STOPPED, STEPS, type StepKey } from '../../texts/steps.ts';
import { readTable, replaceRows } from '../../workbook/records.ts';
import { readSettings } from '../../workbook/settings.ts';
import { documentsTable } from '../../workbook/tables/journal.ts';
import { planTable } from '../../workbook/tables/plan.ts';
import { institutionsTable, stepsTable } from '../../workbook/tables/start.ts';
import { formsTable, observationsTable } from '../../workbook/tables/survey.ts';
import { areStopped } from '../reminders/reminder-rules.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** What is done and what comes next, judged by what the sheets hold. */
export function refreshSteps(book: Spreadsheet): void {
  const forms = readTable(book, formsTable).rows;
  const documents = readTable(book, documentsTable).rows;
  const isDone: Record<StepKey, boolean> = {
    prepare: true,
    register: readTable(book, institutionsTable).rows.length > 0,
    plan: readTable(book, planTable).rows.length > 0,
    forms: forms.length > 0,
    observe: readTable(book, observationsTable).rows.some((row) => row.found !== ''),
    collect: forms.length > 0 && forms.every((row) => (row.answers ?? 0) >= (row.required ?? 0)),
    rate: forms.some((row) => (row.answers ?? 0) > 0),
    report: documents.some((row) => row.kind === 'отчёт'),
    execute: false,
  };
  const stopped = areStopped(readSettings(book));
  const stateOf = (key: StepKey): string => {
    if (key === 'execute' && stopped) return STEP_STOPPED;
    if (isDone[key]) return STEP_DONE;
    return key === now ? STEP_NOW : STEP_LATER;
  };
  const keys = Object.keys(STEPS) as StepKey[];
  const now = keys.find((key) => !isDone[key]);
  replaceRows(
    readTable(book, stepsTable),
    keys.map((key) => ({
      ...STEPS[key],
      state: stateOf(key),
    })),
  );
}
