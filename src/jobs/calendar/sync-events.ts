import {
  type CalendarDue,
  type CalendarStep,
  calendarSteps,
  eventMark,
  type PlanEventLook,
  printOf,
} from '../../domain/plan/calendar-events.ts';
import { type IsoDate, russianDay } from '../../domain/plan/dates.ts';
import { partiesInCell } from '../../domain/plan/parties.ts';
import { eventById, findEventOfDay, makeEvent, noonOf } from '../../google/own-calendar.ts';
import { localDay } from '../../workbook/cells.ts';
import { type Records, readTable, replaceRows } from '../../workbook/records.ts';
import type { RowOf } from '../../workbook/table.ts';
import { calendarEventsTable, duesHistoryTable } from '../../workbook/tables/plan.ts';
import { dueKey } from '../plan/due-row.ts';
import { refreshStates } from '../plan/due-states.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Calendar = GoogleAppsScript.Calendar.Calendar;
type EventRow = RowOf<typeof calendarEventsTable>;

/** Half of what a run may take: the daily one has letters to send as well. What is left goes next time. */
const BUDGET_MS = 150_000;
/** Events that are written down at once: more of them cost less, and more have to be looked for after a cut. */
const BATCH = 20;
/** Google's "too many changes in a short time" does not pass within a run. */
const FAILURES = 3;

export interface Synced {
  done: number;
  left: number;
  /** Events that the calendar has now. */
  events: number;
  /** Google's words, when it refused. */
  refused: string;
}

/**
 * Brings the calendar in step with «Сроки». Only what differs costs a call. An event is written down before it is
 * made and again, with its id, after; one that a run was cut off at is looked for on its day by the last line of its
 * description, so that it is never made twice.
 */
export function syncEvents(book: Spreadsheet, calendar: Calendar): Synced {
  const started = Date.now();
  const records = readTable(book, calendarEventsTable);
  const steps = calendarSteps(
    duesOf(book),
    records.rows.map((row) => ({ ...row })),
    archived(book),
  );
  const work: Work = {
    calendar,
    rows: new Map(records.rows.map((row) => [row.key, row])),
    begun: new Set(records.rows.filter(({ event }) => event === '').map(({ key }) => key)),
  };
  const failures: string[] = [];
  let done = 0;
  let tried = 0;
  const canGoOn = (): boolean => failures.length < FAILURES && Date.now() - started < BUDGET_MS;
  for (let at = 0; at < steps.length && canGoOn(); at += BATCH) {
    const batch = steps.slice(at, at + BATCH);
    writeDown(records, work, batch);
    for (const step of batch) {
      if (!canGoOn()) break;
      tried += 1;
      try {
        take(step, work);
        if (step.kind !== 'forget') done += 1;
      } catch (error) {
        failures.push(error instanceof Error ? error.message : String(error));
      }
    }
    save(records, work);
  }
  const events = [...work.rows.values()].filter(({ event }) => event !== '').length;
  return { done, left: steps.length - tried + failures.length, events, refused: failures[0] ?? '' };
}

interface Work {
  calendar: Calendar;
  /** What the sheet is to hold, by key. */
  rows: Map<string, EventRow>;
  /** Keys of events that an earlier run may have made. */
  begun: Set<string>;
}

/** Dates that the calendar shows: those that apply this year and have a day. */
function duesOf(book: Spreadsheet): CalendarDue[] {
  const { rows, links } = refreshStates(book, localDay(new Date()));
  const dues: CalendarDue[] = [];
  rows.forEach((row, at) => {
    if (!row.workingDay || row.notApplicable) return;
    dues.push({
      plan: row.plan,
      line: row.line,
      due: row.due,
      workingDay: row.workingDay,
      state: row.doneOn ? 'выполнено' : row.state === 'просрочено' ? 'просрочено' : 'открыто',
      control: row.kind === 'контроль',
      measure: row.measure,
      responsible: partiesInCell(row.responsible),
      doneOn: row.doneOn ? russianDay(row.doneOn) : '',
      link: links[at]!,
    });
  });
  return dues;
}

/** Whether a date was kept in a former year, by its key. The archive grows with the years: it is read when some date is gone. */
function archived(book: Spreadsheet): (key: string) => boolean {
  let keys: Set<string> | undefined;
  return (key) => {
    keys ??= new Set(
      readTable(book, duesHistoryTable)
        .rows.filter(({ doneOn }) => doneOn !== null)
        .map(dueKey),
    );
    return keys.has(key);
  };
}

/** Before the calendar is touched the sheet says which events are about to be made. */
function writeDown(records: Records<typeof calendarEventsTable>, { rows }: Work, batch: readonly CalendarStep[]): void {
  const fresh = batch.filter((step) => step.kind === 'make' && !rows.has(step.look.key));
  if (fresh.length === 0) return;
  const planned = fresh.map((step) => rowOf((step as { look: PlanEventLook }).look, ''));
  replaceRows(records, [...rows.values(), ...planned]);
  // Google may hold writes back; a run that is cut off would lose them and make the events twice.
  SpreadsheetApp.flush();
}

function save(records: Records<typeof calendarEventsTable>, { rows }: Work): void {
  replaceRows(records, [...rows.values()]);
}

function take(step: CalendarStep, work: Work): void {
  const { calendar, rows } = work;
  if (step.kind === 'forget') {
    rows.delete(step.known.key);
    return;
  }
  if (step.kind === 'delete') {
    const { key, event, day } = step.known;
    if (event !== '') eventById(calendar, event)?.deleteEvent();
    else if (day) findEventOfDay(calendar, day, eventMark(key))?.deleteEvent();
    rows.delete(key);
    return;
  }
  const { look } = step;
  if (step.kind === 'make') {
    const before = rows.get(look.key);
    const event = work.begun.has(look.key)
      ? findEventOfDay(calendar, before?.day ?? look.day, eventMark(look.key))
      : undefined;
    rows.set(look.key, rowOf(look, bring(calendar, event, look)));
    return;
  }
  const { known } = step;
  const event = eventById(calendar, known.event);
  if (!event) {
    // Taken away by hand; a run that was cut off may have made it again since.
    rows.set(look.key, rowOf(look, bring(calendar, findEventOfDay(calendar, look.day, eventMark(look.key)), look)));
    return;
  }
  if (known.title !== look.title) event.setTitle(look.title);
  if (known.day !== look.day) event.setAllDayDate(noonOf(look.day));
  if (known.print !== printOf(look) || known.link !== look.link) event.setDescription(look.description);
  rows.set(look.key, rowOf(look, known.event));
}

/** An event that shows the look: the one that was found, or a new one. @returns its id */
function bring(
  calendar: Calendar,
  found: GoogleAppsScript.Calendar.CalendarEvent | undefined,
  look: PlanEventLook,
): string {
  if (!found) return makeEvent(calendar, look.day, look.title, look.description).getId();
  found.setTitle(look.title).setDescription(look.description).setAllDayDate(noonOf(look.day));
  return found.getId();
}

function rowOf(look: PlanEventLook, event: string): EventRow {
  const { key, day, title, link } = look;
  return { key, event, day: day as IsoDate, title, print: printOf(look), link };
}
