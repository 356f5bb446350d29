import type { IsoDate } from '../domain/plan/dates.ts';
import {
  type Occurrence,
  type OccurrenceState,
  occurrences,
  STATE_WITHOUT_DATES,
  stateOf,
} from '../domain/plan/occurrences.ts';
import { parseDeadline } from '../domain/plan/parse-deadline.ts';
import type { ProductionCalendar, Shift } from '../domain/plan/production-calendar.ts';
import { problemInWords } from '../texts/problems.ts';
import { localDay, russianDay } from '../workbook/cells.ts';
import { readTable, replaceRows, writeColumn } from '../workbook/records.ts';
import { settingsFrom } from '../workbook/settings.ts';
import type { RowOf } from '../workbook/table.ts';
import { duesTable, plansTable, planTable, settingsTable } from '../workbook/tables.ts';
import type { Outcome } from './guarded.ts';
import { readingOf } from './read-deadline.ts';
import { yearCalendar } from './year-calendar.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
export type DueRow = RowOf<typeof duesTable>;

/** Stands in «Срок по плану» where a line has no date. */
export const NO_DATE = '—';

/**
 * Works out every due date of every plan anew, from the phrases as they stand now. What people
 * wrote against a date stays with it; a closed date that the phrase no longer gives is kept too.
 */
export function recountDues(book: Spreadsheet): Outcome {
  const years: Record<string, number> = {};
  for (const { plan, year } of readTable(book, plansTable).rows) if (year) years[plan] = year;
  const settings = settingsFrom(readTable(book, settingsTable).rows);
  const calendar = yearCalendar(book);
  const plan = readTable(book, planTable);
  const dues = readTable(book, duesTable);
  const today = localDay(new Date());
  const before = new Map(dues.rows.map((row) => [dueKey(row), row]));
  const shift = shiftOf(settings.shift);
  const problems: string[] = [];
  const parents = new Set(plan.rows.map(({ plan: code, line }) => `${code}|${line.split('.').slice(0, -1).join('.')}`));

  const rows: DueRow[] = [];
  for (const line of plan.rows) {
    const year = years[line.plan] ?? Number(today.slice(0, 4));
    const reading = readingOf(line.deadline, year);
    line.reading = reading.reading;
    // A line that only heads its sub-lines has no date of its own.
    if (line.deadline === '' && parents.has(`${line.plan}|${line.line}`)) continue;
    const found = datesOf(line, year, shift, calendar);
    problems.push(...found.problems);
    for (const { due, workingDay, state } of found.dates(today)) {
      const row: DueRow = {
        plan: line.plan,
        line: line.line,
        due,
        workingDay,
        state,
        measure: line.measure,
        responsible: line.responsible,
        doneOn: null,
        doneBy: '',
        evidence: '',
        notApplicable: false,
      };
      rows.push(withMarks(row, before.get(dueKey(row))));
      before.delete(dueKey(row));
    }
  }
  const orphans = [...before.values()].filter((row) => row.doneOn || row.evidence);
  replaceRows(dues, [...rows, ...orphans]);
  writeColumn(plan, 'reading');
  const said = problems.length > 0 ? ` Не посчитано: ${problems.slice(0, 5).join(' ')}` : '';
  return {
    on: duesTable.sheet,
    outcome: `Сроков в году: ${rows.filter(({ due }) => due !== NO_DATE).length}, строк без даты: ${rows.filter(({ due }) => due === NO_DATE).length}.${said}`,
    mustBeRead: problems.length > 0,
  };
}

interface LineDates {
  problems: string[];
  dates(today: IsoDate): { due: string; workingDay: IsoDate | null; state: OccurrenceState }[];
}

function datesOf(line: RowOf<typeof planTable>, year: number, shift: Shift, calendar: ProductionCalendar): LineDates {
  const read = parseDeadline(line.deadline, year);
  if (read.problem) {
    const words = problemInWords(read.problem, `План, строка ${line.plan}, п. ${line.line}`);
    return { problems: [words], dates: () => [{ due: NO_DATE, workingDay: null, state: STATE_WITHOUT_DATES }] };
  }
  const found = occurrences(line.line, read.deadline, year, { shift }, calendar);
  const dated = found.occurrences.filter(({ kind }) => kind !== 'control');
  return {
    problems: found.problems.map((problem) => problemInWords(problem, `План, п. ${line.line}`)),
    dates: (today) =>
      dated.length > 0
        ? dated.map((occurrence) => ({
            due: russianDay(occurrence.due),
            workingDay: occurrence.workingDay,
            state: stateOf(occurrence, today),
          }))
        : [{ due: NO_DATE, workingDay: null, state: STATE_WITHOUT_DATES }],
  };
}

function withMarks(row: DueRow, marked: DueRow | undefined): DueRow {
  if (!marked) return row;
  const { doneOn, doneBy, evidence, notApplicable } = marked;
  const merged = { ...row, doneOn, doneBy, evidence, notApplicable };
  return { ...merged, state: closedState(merged) ?? row.state };
}

function closedState({ doneOn, notApplicable }: DueRow): OccurrenceState | undefined {
  if (doneOn) return 'выполнено';
  return notApplicable ? 'не применимо' : undefined;
}

/**
 * Brings the column «Состояние» in step with today and with what people marked.
 *
 * @returns the rows, and the address of each in the spreadsheet
 */
export function refreshStates(book: Spreadsheet, today: IsoDate): { rows: DueRow[]; links: string[] } {
  const dues = readTable(book, duesTable);
  let changed = 0;
  for (const row of dues.rows) {
    const state = stateToday(row, today);
    if (state === row.state) continue;
    row.state = state;
    changed += 1;
  }
  if (changed > 0) writeColumn(dues, 'state');
  const sheet = `${book.getUrl()}#gid=${dues.sheet.getSheetId()}`;
  return { rows: dues.rows, links: dues.rowNumbers.map((row) => `${sheet}&range=A${row}`) };
}

function stateToday(row: DueRow, today: IsoDate): OccurrenceState {
  const closed = closedState(row);
  if (closed) return closed;
  if (!row.workingDay) return STATE_WITHOUT_DATES;
  const occurrence: Pick<Occurrence, 'due' | 'workingDay' | 'kind'> = {
    due: row.workingDay,
    workingDay: row.workingDay,
    kind: 'date',
  };
  return stateOf(occurrence, today);
}

function dueKey({ plan, line, due }: DueRow): string {
  return `${plan}|${line}|${due}`;
}

/** The setting as the calendar takes it; anything else is the default and is said so by the settings' list. */
export function shiftOf(written: string): Shift {
  const word = written.trim().toLowerCase().replace('вперед', 'вперёд');
  return word === 'вперёд' || word === 'без' ? word : 'назад';
}
