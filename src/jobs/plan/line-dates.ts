/** The dates of one line of the plan, from its phrase. */
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
import { problemInWords } from '../../texts/problems.ts';
import type { Settings } from '../../workbook/settings.ts';
import type { RowOf } from '../../workbook/table.ts';
import type { DUE_KINDS, planTable } from '../../workbook/tables/plan.ts';

type PlanRow = RowOf<typeof planTable>;
export type DueKind = (typeof DUE_KINDS)[number];

/** Stands in «Срок по плану» where a line has no date. */
export const NO_DATE = '—';

/** What dates are worked out with, the same for every line. */
interface Known {
  shift: Shift;
  /** `MM-DD`; none for the ends of quarters. */
  reportDays: readonly string[];
  calendar: ProductionCalendar;
  events: readonly PlanEvent[];
}

export interface LineDate {
  due: string;
  workingDay: IsoDate | null;
  state: OccurrenceState;
  kind: DueKind;
}

export const DATELESS: LineDate = { due: NO_DATE, workingDay: null, state: STATE_WITHOUT_DATES, kind: 'без даты' };

interface LineDates {
  problems: string[];
  /** Years that had to be asked of and have no production calendar. */
  gaps: readonly PlanProblem[];
  /** Events that the line waits for and «События» has no row for. */
  awaited: PlanEvent[];
  dates(today: IsoDate): LineDate[];
}

const KINDS: Readonly<Record<Occurrence['kind'], DueKind>> = { date: 'срок', event: 'событие', control: 'контроль' };

export function workedOutWith(
  { shift, reportDays }: Settings,
  calendar: ProductionCalendar,
  events: readonly PlanEvent[],
): Known {
  return { shift: shiftOf(shift), reportDays: monthDays(reportDays), calendar, events };
}

/** The phrase of one line as dates; a phrase that was not read gives the reason and none. */
export function datesOf(line: PlanRow, year: number, known: Known): LineDates {
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

/** The setting as the calendar takes it; anything else is the default and is said so by the settings' list. */
function shiftOf(written: string): Shift {
  const word = written.trim().toLowerCase().replace('вперед', 'вперёд');
  return word === 'вперёд' || word === 'без' ? word : 'назад';
}
