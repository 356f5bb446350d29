import { dateOf, type IsoDate, isRealDate, russianDay } from '../../domain/plan/dates.ts';
import {
  type Occurrence,
  type OccurrenceState,
  occurrences,
  STATE_WITHOUT_DATES,
  stateOf,
} from '../../domain/plan/occurrences.ts';
import { parseDeadline } from '../../domain/plan/parse-deadline.ts';
import { eventsOf, opens, type PlanEvent } from '../../domain/plan/plan-events.ts';
import type { PlanProblem } from '../../domain/plan/plan-problem.ts';
import type { ProductionCalendar, Shift } from '../../domain/plan/production-calendar.ts';
import { planProblemText } from '../../texts/plan-problems.ts';
import { problemInWords } from '../../texts/problems.ts';
import { localDay } from '../../workbook/cells.ts';
import { appendRows, type Records, readTable, replaceRows, writeColumn } from '../../workbook/records.ts';
import { settingsFrom } from '../../workbook/settings.ts';
import type { RowOf } from '../../workbook/table.ts';
import {
  type DUE_KINDS,
  duesHistoryTable,
  duesTable,
  eventsTable,
  plansTable,
  planTable,
} from '../../workbook/tables/plan.ts';
import { settingsTable } from '../../workbook/tables/start.ts';
import type { Outcome } from '../guarded.ts';
import { readingOf } from './read-deadline.ts';
import { yearCalendar } from './year-calendar.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
export type DueRow = RowOf<typeof duesTable>;

/** Stands in «Срок по плану» where a line has no date. */
export const NO_DATE = '—';

type DueKind = (typeof DUE_KINDS)[number];

/**
 * Works out every due date of every plan anew, from the phrases as they stand now. What people
 * wrote against a date stays with it; a closed date that the phrase no longer gives is kept too, and so is what
 * was left open when the plan went over to a new year. Lines that wait for an event get their row on «События».
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
  const events = readTable(book, eventsTable).rows;
  const known: Known = { shift: shiftOf(settings.shift), reportDays: monthDays(settings.reportDays), calendar, events };
  // A date that a phrase gives by its own year is not a date of the next year's plan once it has been kept.
  const archived = new Set(
    readTable(book, duesHistoryTable).rows.map(({ plan: code, line, due }) => `${code}|${line}|${due}`),
  );
  const awaited: PlanEvent[] = [];
  const problems: string[] = [];
  const gaps = new Set<string>();
  let gapOfPlan = false;
  const parents = new Set(plan.rows.map((line) => keyAbove(line)));
  const byKey = new Map(plan.rows.map((line) => [`${line.plan}|${line.line}`, line]));

  const rows: DueRow[] = [];
  for (const line of plan.rows) {
    const year = years[line.plan] ?? Number(today.slice(0, 4));
    const reading = readingOf(line.deadline, year);
    line.reading = reading.reading;
    // A line that only heads its sub-lines has no date of its own.
    if (line.deadline === '' && parents.has(`${line.plan}|${line.line}`)) continue;
    const found = datesOf(line, year, known);
    problems.push(...found.problems);
    for (const gap of found.gaps) {
      gaps.add(planProblemText(gap));
      gapOfPlan = gapOfPlan || ('year' in gap && gap.year === year);
    }
    awaited.push(...found.awaited);
    const dates = found.dates(today).filter(({ due }) => !archived.has(`${line.plan}|${line.line}|${due}`));
    for (const { due, workingDay, state, kind } of dates.length > 0 ? dates : [DATELESS]) {
      const row: DueRow = {
        plan: line.plan,
        line: line.line,
        due,
        workingDay,
        state,
        kind,
        measure: wholeMeasure(line, byKey.get(keyAbove(line))),
        section: line.section,
        responsible: line.responsible,
        doneOn: null,
        doneBy: '',
        evidence: '',
        notApplicable: false,
        parties: line.responsible === '' ? '' : `|${line.responsible.split('\n').join('|')}|`,
      };
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

type PlanRow = RowOf<typeof planTable>;

function keyAbove({ plan, line }: PlanRow): string {
  return `${plan}|${line.split('.').slice(0, -1).join('.')}`;
}

/** A sub-line without a number goes on with the sentence above it: «Учреждения культуры» alone says nothing in a letter. */
function wholeMeasure({ number, measure }: PlanRow, above: PlanRow | undefined): string {
  if (number !== '' || !above) return measure;
  return `${measure} (п. ${above.line}: ${above.measure.replace(/[\s.,:;]+$/, '')})`;
}

/** What dates are worked out with, the same for every line. */
interface Known {
  shift: Shift;
  /** `MM-DD`; none for the ends of quarters. */
  reportDays: readonly string[];
  calendar: ProductionCalendar;
  events: readonly PlanEvent[];
}

interface LineDate {
  due: string;
  workingDay: IsoDate | null;
  state: OccurrenceState;
  kind: DueKind;
}

const DATELESS: LineDate = { due: NO_DATE, workingDay: null, state: STATE_WITHOUT_DATES, kind: 'без даты' };

interface LineDates {
  problems: string[];
  /** Years that had to be asked of and have no production calendar. */
  gaps: readonly PlanProblem[];
  /** Events that the line waits for and «События» has no row for. */
  awaited: PlanEvent[];
  dates(today: IsoDate): LineDate[];
}

const KINDS: Readonly<Record<Occurrence['kind'], DueKind>> = { date: 'срок', event: 'событие', control: 'контроль' };

/** A date that was open when its plan went over to the next year. */
export const CARRIED: DueKind = 'прошлый год';

function datesOf(line: PlanRow, year: number, known: Known): LineDates {
  const without = (kind: DueKind): LineDates['dates'] => {
    return () => [{ ...DATELESS, kind }];
  };
  const read = parseDeadline(line.deadline, year);
  if (read.problem) {
    const words = problemInWords(read.problem, `План, строка ${line.plan}, п. ${line.line}`);
    return { problems: [words], gaps: [], awaited: [], dates: without('без даты') };
  }
  const names = eventsOf(read.deadline);
  const own = names.length > 0 ? known.events.filter((event) => opens(event, line.plan, line.line, names)) : [];
  const happened = own.map(({ date }) => date).filter((date): date is IsoDate => date !== null);
  const { shift, reportDays, calendar } = known;
  const settings = { shift, ...(reportDays.length > 0 ? { reportDays } : {}) };
  const found = occurrences(line.line, read.deadline, year, settings, calendar, happened);
  // What an event of a former year opened in that year is history, not a date of this plan.
  const dated = found.occurrences.filter(({ kind, due }) => kind !== 'event' || due >= `${year}-01-01`);
  return {
    problems: [],
    gaps: found.problems,
    awaited: own.length > 0 ? [] : names.map((event) => ({ event, date: null, plan: line.plan, line: line.line })),
    dates:
      dated.length === 0
        ? without(names.length > 0 ? 'событие' : 'без даты')
        : (today) =>
            dated.map((occurrence) => ({
              due: russianDay(occurrence.due),
              workingDay: occurrence.workingDay,
              state: stateOf(occurrence, today),
              kind: KINDS[occurrence.kind],
            })),
  };
}

/** «31.03, 30.06» → `03-31`, `06-30`; what is no day of the year is passed over. */
function monthDays(written: string): string[] {
  return (written.match(/\d{1,2}\.\d{1,2}/g) ?? [])
    .map((day) => day.split('.').map(Number) as [number, number])
    .filter(([day, month]) => isRealDate(2025, month, day))
    .map(([day, month]) => dateOf(2025, month, day).slice(5));
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
  return { rows: dues.rows, links: rowLinks(book, dues) };
}

/** Address of each row of «Сроки» in the spreadsheet. */
export function rowLinks(book: Spreadsheet, { sheet, rowNumbers }: Records<typeof duesTable>): string[] {
  const address = `${book.getUrl()}#gid=${sheet.getSheetId()}`;
  return rowNumbers.map((row) => `${address}&range=A${row}`);
}

function stateToday(row: DueRow, today: IsoDate): OccurrenceState {
  const closed = closedState(row);
  if (closed) return closed;
  if (!row.workingDay) return STATE_WITHOUT_DATES;
  const occurrence: Pick<Occurrence, 'due' | 'workingDay' | 'kind'> = {
    due: row.workingDay,
    workingDay: row.workingDay,
    kind: row.kind === KINDS.control ? 'control' : 'date',
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
