import { partiesInCell } from '../../domain/plan/parties.ts';
import { timelineOf } from '../../domain/plan/timeline.ts';
import { type Records, readTable } from '../../workbook/records.ts';
import { readSettings, type Settings } from '../../workbook/settings.ts';
import type { RowOf } from '../../workbook/table.ts';
import { duesTable, plansTable } from '../../workbook/tables/plan.ts';
import { layTimeline, TIMELINE } from '../../workbook/timeline-sheet.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Plan = RowOf<typeof plansTable>;

/** The year that the views show: of the settings, else the latest of the plans, else this one. */
export function yearOfViews(settings: Settings, plans: readonly Plan[]): number {
  const years = plans.map(({ year }) => year).filter((year): year is number => year !== null);
  return Number(settings.year) || Math.max(...years, 0) || new Date().getFullYear();
}

/** Lays «Лента сроков» out for the dates as they were read. */
export function layPlanTimeline(
  book: Spreadsheet,
  dues: Records<typeof duesTable>,
  plans: readonly Plan[],
  year: number,
): void {
  const titles = new Map(plans.map(({ plan, title }) => [plan, title]));
  const timeline = timelineOf(
    dues.rows.map(({ plan, line, section, measure, responsible, workingDay, kind }) => ({
      plan,
      line,
      // A plan without sections is one: its own title.
      section: section || (titles.get(plan) ?? ''),
      measure,
      parties: partiesInCell(responsible),
      day: workingDay,
      continuous: kind === 'контроль',
    })),
    year,
  );
  layTimeline(book, dues, timeline, year);
}

/** Once dates were counted anew their signs stand elsewhere. Does nothing where the sheet is not there yet. */
export function refreshTimeline(book: Spreadsheet): void {
  if (!book.getSheetByName(TIMELINE)) return;
  const plans = readTable(book, plansTable).rows;
  const year = yearOfViews(readSettings(book), plans);
  layPlanTimeline(book, readTable(book, duesTable), plans, year);
}
