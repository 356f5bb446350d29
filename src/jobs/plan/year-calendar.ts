import { calendarWithRows, type ProductionCalendar, shippedCalendar } from '../../domain/plan/production-calendar.ts';
import { readTable } from '../../workbook/records.ts';
import { calendarTable } from '../../workbook/tables/plan.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** The production calendar: the shipped years with what the official changed in the sheet. */
export function yearCalendar(book: Spreadsheet): ProductionCalendar {
  const rows = readTable(book, calendarTable).rows.filter((row) => row.date !== null && row.working !== '');
  return calendarWithRows(
    rows.map(({ date, working, why }) => ({ date: date!, working: working !== 'выходной', why })),
    shippedCalendar(),
  );
}
