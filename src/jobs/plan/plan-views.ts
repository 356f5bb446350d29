import { readTable } from '../../workbook/records.ts';
import { settingsFrom } from '../../workbook/settings.ts';
import { duesTable, plansTable, settingsTable } from '../../workbook/tables.ts';
import { layTrafficLight, TRAFFIC_LIGHT } from '../../workbook/traffic-light-sheet.ts';
import { layYearCalendar } from '../../workbook/year-calendar-sheet.ts';
import type { Outcome } from '../guarded.ts';
import { yearCalendar } from './year-calendar.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** Lays «Светофор» and «Календарь года» out for the plans, sections and parties that there are now. */
export function layPlanViews(book: Spreadsheet): Outcome {
  const dues = readTable(book, duesTable);
  const plans = readTable(book, plansTable).rows;
  const settings = settingsFrom(readTable(book, settingsTable).rows);
  const years = plans.map(({ year }) => year).filter((year): year is number => year !== null);
  const year = Number(settings.year) || Math.max(...years, 0) || new Date().getFullYear();
  const parties = dues.rows.reduce((all, row) => all.concat(row.responsible.split('\n')), [] as string[]);
  const names = {
    plan: distinct(dues.rows.map(({ plan }) => plan)),
    section: distinct(dues.rows.map(({ section }) => section)),
    parties: distinct(parties),
  };
  // A new sheet stands right after «Сроки»: the last one made is the first.
  const calendar = yearCalendar(book);
  layYearCalendar(book, dues, year, names.section, (day) => calendar.covers(year) && !calendar.isWorking(day));
  layTrafficLight(book, dues, names);
  return {
    on: TRAFFIC_LIGHT,
    outcome: `Листы «Светофор» и «Календарь года» готовы: планов ${names.plan.length}, разделов ${names.section.length}, ответственных ${names.parties.length}.`,
  };
}

/** Without blanks and doubles; the formulas do not tell capitals from small letters either. */
function distinct(names: readonly string[]): string[] {
  const keys = names.map((name) => name.toLowerCase());
  return names.filter((name, at) => name !== '' && keys.indexOf(keys[at]!) === at);
}
