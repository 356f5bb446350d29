import { partiesInCell } from '../../domain/plan/parties.ts';
import { recall } from '../../google/state.ts';
import { STEPS, type StepKey } from '../../texts/steps.ts';
import { layDashboard } from '../../workbook/dashboard-sheet.ts';
import { readTable } from '../../workbook/records.ts';
import { readSettings } from '../../workbook/settings.ts';
import { duesTable, plansTable } from '../../workbook/tables/plan.ts';
import { layTrafficLight, TRAFFIC_LIGHT } from '../../workbook/traffic-light-sheet.ts';
import { layYearCalendar } from '../../workbook/year-calendar-sheet.ts';
import type { Outcome } from '../guarded.ts';
import { LAST_RUN } from '../reminders/last-run.ts';
import { layPlanTimeline, yearOfViews } from './plan-timeline.ts';
import { recountDues } from './recount-dues.ts';
import { yearCalendar } from './year-calendar.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** Lays «Пульт», «Лента сроков», «Светофор» and «Календарь года» out for the plans, sections and parties that there are now. */
export function layPlanViews(book: Spreadsheet): Outcome {
  const dues = readTable(book, duesTable);
  const plans = readTable(book, plansTable).rows;
  const year = yearOfViews(readSettings(book), plans);
  const parties = dues.rows.reduce((all, row) => all.concat(partiesInCell(row.responsible)), [] as string[]);
  const names = {
    plan: distinct(dues.rows.map(({ plan }) => plan)),
    section: distinct(dues.rows.map(({ section }) => section)),
    parties: distinct(parties),
  };
  // A new sheet stands right after «Сроки»: the last one made is the first.
  const calendar = yearCalendar(book);
  layPlanTimeline(book, dues, plans, year);
  layYearCalendar(book, dues, year, names, (day) => !calendar.isWorking(day));
  const blocks = layTrafficLight(book, dues, names, year);
  const lastRun = recall<string>(LAST_RUN);
  layDashboard(book, Object.keys(STEPS) as StepKey[], lastRun === undefined ? undefined : new Date(lastRun), blocks);
  return {
    on: TRAFFIC_LIGHT,
    outcome: `Листы «Пульт», «Лента сроков», «Светофор» и «Календарь года» готовы: планов ${names.plan.length}, разделов ${names.section.length}, ответственных ${names.parties.length}.`,
  };
}

/** «Пересчитать сроки»: sections and parties may be others now. */
export function recountDuesAndViews(book: Spreadsheet): Outcome {
  const outcome = recountDues(book);
  layPlanViews(book);
  return outcome;
}

/** Without blanks and doubles; the formulas do not tell capitals from small letters either. */
function distinct(names: readonly string[]): string[] {
  const keys = names.map((name) => name.toLowerCase());
  return names.filter((name, at) => name !== '' && keys.indexOf(keys[at]!) === at);
}
