import { partiesInCell } from '../../domain/plan/parties.ts';
import type { PlanEvent } from '../../domain/plan/plan-events.ts';
import { planProblemText } from '../../texts/plan-problems.ts';
import { localDay } from '../../workbook/cells.ts';
import { appendRows, readTable, replaceRows, writeColumn } from '../../workbook/records.ts';
import { readSettings } from '../../workbook/settings.ts';
import type { RowOf } from '../../workbook/table.ts';
import { duesHistoryTable, duesTable, eventsTable, plansTable, planTable } from '../../workbook/tables/plan.ts';
import type { Outcome } from '../guarded.ts';
import { type DueRow, dueKey, lineKey } from './due-row.ts';
import { closedState } from './due-states.ts';
import { DATELESS, type DueKind, datesOf, type LineDate, NO_DATE, workedOutWith } from './line-dates.ts';
import { readingOf } from './read-deadline.ts';
import { yearCalendar } from './year-calendar.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type PlanRow = RowOf<typeof planTable>;

/** A date that was open when its plan went over to the next year. */
export const CARRIED: DueKind = 'прошлый год';

/**
 * Works out every due date of every plan anew, from the phrases as they stand now. What people
 * wrote against a date stays with it; a closed date that the phrase no longer gives is kept too, and so is what
 * was left open when the plan went over to a new year. Lines that wait for an event get their row on «События».
 */
export function recountDues(book: Spreadsheet): Outcome {
  const years: Record<string, number> = {};
  for (const { plan, year } of readTable(book, plansTable).rows) if (year) years[plan] = year;
  const settings = readSettings(book);
  const plan = readTable(book, planTable);
  const dues = readTable(book, duesTable);
  const today = localDay(new Date());
  const before = new Map(dues.rows.map((row) => [dueKey(row), row]));
  const known = workedOutWith(settings, yearCalendar(book), readTable(book, eventsTable).rows);
  // A date that a phrase gives by its own year is not a date of the next year's plan once it has been kept.
  const archived = new Set(readTable(book, duesHistoryTable).rows.map(dueKey));
  const awaited: PlanEvent[] = [];
  const problems: string[] = [];
  const gaps = new Set<string>();
  let gapOfPlan = false;
  const parents = new Set(plan.rows.map(keyAbove));
  const byKey = new Map(plan.rows.map((line) => [lineKey(line), line]));

  const rows: DueRow[] = [];
  for (const line of plan.rows) {
    const year = years[line.plan] ?? Number(today.slice(0, 4));
    line.reading = readingOf(line.deadline, year).reading;
    // A line that only heads its sub-lines has no date of its own.
    if (line.deadline === '' && parents.has(lineKey(line))) continue;
    const found = datesOf(line, year, known);
    problems.push(...found.problems);
    for (const gap of found.gaps) {
      gaps.add(planProblemText(gap));
      gapOfPlan = gapOfPlan || ('year' in gap && gap.year === year);
    }
    awaited.push(...found.awaited);
    const dates = found.dates(today).filter(({ due }) => !archived.has(dueKey({ ...line, due })));
    for (const date of dates.length > 0 ? dates : [DATELESS]) {
      const row = rowOf(line, byKey.get(keyAbove(line)), date);
      rows.push(withMarks(row, before.get(dueKey(row))));
      before.delete(dueKey(row));
    }
  }
  const orphans = [...before.values()].filter((row) => row.doneOn || row.evidence || row.kind === CARRIED);
  replaceRows(dues, [...rows, ...orphans]);
  writeColumn(plan, 'reading');
  appendRows(
    book,
    eventsTable,
    awaited.map((event) => ({ ...event, note: '' })),
  );
  const uncounted = problems.length > 0 ? ` Не посчитано: ${problems.slice(0, 5).join(' ')}` : '';
  const said = [uncounted, ...[...gaps].map((gap) => ` ${gap}`)].join('');
  return {
    on: duesTable.sheet,
    outcome: `Сроков в году: ${rows.filter(({ due }) => due !== NO_DATE).length}, строк без даты: ${rows.filter(({ due }) => due === NO_DATE).length}.${said}`,
    mustBeRead: problems.length > 0 || gapOfPlan,
  };
}

function keyAbove({ plan, line }: PlanRow): string {
  return `${plan}|${line.split('.').slice(0, -1).join('.')}`;
}

/** A sub-line without a number goes on with the sentence above it: «Учреждения культуры» alone says nothing in a letter. */
function wholeMeasure({ number, measure }: PlanRow, above: PlanRow | undefined): string {
  if (number !== '' || !above) return measure;
  return `${measure} (п. ${above.line}: ${above.measure.replace(/[\s.,:;]+$/, '')})`;
}

/** Nobody has marked anything against it yet. */
function rowOf(line: PlanRow, above: PlanRow | undefined, { due, workingDay, state, kind }: LineDate): DueRow {
  const parties = partiesInCell(line.responsible);
  return {
    ...{ plan: line.plan, line: line.line, due, workingDay, state, kind },
    ...{ measure: wholeMeasure(line, above), section: line.section, responsible: line.responsible },
    ...{ doneOn: null, doneBy: '', evidence: '', notApplicable: false },
    parties: parties.length === 0 ? '' : `|${parties.join('|')}|`,
  };
}

function withMarks(row: DueRow, marked: DueRow | undefined): DueRow {
  if (!marked) return row;
  const { doneOn, doneBy, evidence, notApplicable } = marked;
  const merged = { ...row, doneOn, doneBy, evidence, notApplicable };
  return { ...merged, state: closedState(merged) ?? row.state };
}
