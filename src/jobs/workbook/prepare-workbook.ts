import { checklistOf } from '../../domain/methodology/checklists.ts';
import { sphereNamed } from '../../domain/methodology/sphere.ts';
import { shippedCalendarRows } from '../../domain/plan/production-calendar.ts';
import { sayProgress } from '../../ui/say.ts';
import { DASHBOARD } from '../../workbook/dashboard-sheet.ts';
import { preparePlanSource } from '../../workbook/plan-source-sheet.ts';
import { prepareSheet } from '../../workbook/prepare.ts';
import { prepareRatingSheet } from '../../workbook/rating-sheet.ts';
import { readTable, replaceRows } from '../../workbook/records.ts';
import { missingSettings } from '../../workbook/settings.ts';
import { calendarTable, planTable } from '../../workbook/tables/plan.ts';
import { institutionsTable, settingsTable } from '../../workbook/tables/start.ts';
import { observationsTable, tallyTable } from '../../workbook/tables/survey.ts';
import { TABLES } from '../../workbook/tables.ts';
import type { Outcome } from '../guarded.ts';
import { layPlanViews } from '../plan/plan-views.ts';
import { fillMethods } from '../rating/methods.ts';
import { ensureDailyTriggers } from '../reminders/daily-triggers.ts';
import { refreshSteps } from './refresh-steps.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/**
 * Makes the sheets that are not there and mends those that lack a column. Nothing that a
 * person wrote is touched, so it may be run at any time.
 */
export function prepareWorkbook(book: Spreadsheet): Outcome {
  book.setSpreadsheetLocale('ru_RU');
  // Dates in cells are calendar days: the sheet and the script must mean the same midnight.
  book.setSpreadsheetTimeZone(Session.getScriptTimeZone());
  const before = book.getSheets();
  const made: string[] = [];
  const mended: string[] = [];
  TABLES.forEach((table, at) => {
    sayProgress(`Лист ${at + 1} из ${TABLES.length}: ${table.sheet}…`);
    if (table === planTable) preparePlanSource(book, book.getNumSheets());
    const result = prepareSheet(book, table, book.getNumSheets());
    if (result === 'made') made.push(table.sheet);
    if (result === 'mended') mended.push(table.sheet);
    if (table === tallyTable && prepareRatingSheet(book)) made.push('Рейтинг');
  });
  const settings = readTable(book, settingsTable);
  replaceRows(settings, [...settings.rows, ...missingSettings(settings.rows)]);
  fillCalendar(book);
  fillObservations(book);
  fillMethods(book);
  removeUntouchedFirstSheet(book, before);
  ensureDailyTriggers();
  refreshSteps(book);
  if (!book.getSheetByName(DASHBOARD)) {
    layPlanViews(book);
    made.push(DASHBOARD);
  }
  book.setActiveSheet(book.getSheets()[0]!);
  const parts = [
    made.length > 0 ? `создано листов: ${made.length}` : '',
    mended.length > 0 ? `возвращены столбцы на листах: ${mended.join(', ')}` : '',
  ].filter((part) => part !== '');
  return {
    on: 'таблица',
    outcome: parts.length > 0 ? `Готово: ${parts.join('; ')}.` : 'Все листы на месте, изменений не потребовалось.',
  };
}

/** The production calendar of this year and the next one where it is known. */
function fillCalendar(book: Spreadsheet): void {
  const calendar = readTable(book, calendarTable);
  if (calendar.rows.length > 0) return;
  const year = new Date().getFullYear();
  const rows = shippedCalendarRows(year).concat(shippedCalendarRows(year + 1));
  replaceRows(
    calendar,
    rows.map(({ date, working, why }) => ({
      date,
      working: !working ? 'выходной' : why.indexOf('сокращ') >= 0 ? 'сокращённый' : 'рабочий',
      why,
    })),
  );
}

/** Rows of the expert's checklist for institutions that have none yet. */
export function fillObservations(book: Spreadsheet): number {
  const register = readTable(book, institutionsTable).rows.filter((row) => row.takesPart);
  const observations = readTable(book, observationsTable);
  const known = new Set(observations.rows.map((row) => row.institution));
  const fresh = register.filter(({ code, sphere }) => !known.has(code) && sphereNamed(sphere));
  if (fresh.length === 0) return 0;
  const rows = fresh.map(({ code, sphere }) =>
    checklistOf(sphereNamed(sphere)!.id).map((item) => ({
      institution: code,
      item: item.code,
      title: item.text,
      found: '',
      evidence: '',
      by: '',
      on: null,
    })),
  );
  replaceRows(observations, [...observations.rows, ...rows.reduce((all, each) => all.concat(each), [])]);
  return fresh.length;
}

/** Google's empty «Лист1» that every new spreadsheet starts with. */
function removeUntouchedFirstSheet(book: Spreadsheet, before: readonly GoogleAppsScript.Spreadsheet.Sheet[]): void {
  const [only] = before;
  if (before.length === 1 && only && only.getLastRow() === 0 && only.getLastColumn() === 0) book.deleteSheet(only);
}
