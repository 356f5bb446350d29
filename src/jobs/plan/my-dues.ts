import { dateInWords, daysLeftInWords } from '../../domain/documents/reminder-letter.ts';
import { daysBetween, type IsoDate, russianDay } from '../../domain/plan/dates.ts';
import { LINK_MAX, NOTE_MAX } from '../../domain/plan/evidence.ts';
import { STATE_WITHOUT_DATES } from '../../domain/plan/occurrences.ts';
import { localDay, signed } from '../../workbook/cells.ts';
import { readTable } from '../../workbook/records.ts';
import { duesTable, STATES } from '../../workbook/tables/plan.ts';
import { peopleTable } from '../../workbook/tables/start.ts';
import type { Outcome } from '../guarded.ts';
import { type DueKey, type DueRow, isClosed, isDueOf } from './due-row.ts';
import { refreshStates } from './due-states.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** One date as the panel shows it: every field is text to be put in as text. */
export interface PanelDue {
  key: DueKey;
  group: 'open' | 'closed';
  /** With its sign: «▲ просрочено». */
  state: string;
  /** «30.01.2026, рабочий срок 29.01.2026» where the working day differs; «—» without a date. */
  due: string;
  /** «через 8 дней»; for a closed one «исполнено 14.01.2026»; empty where there is nothing to say. */
  when: string;
  measure: string;
  where: string;
}

/** Opens the panel «Мои сроки»: whose dates to show is chosen in it. */
export function showMyDues(book: Spreadsheet): Outcome {
  const people = readTable(book, peopleTable).rows.map(({ code, who }) => ({ code, who }));
  const template = HtmlService.createTemplateFromFile('my-dues');
  Object.assign(template, { people, today: localDay(new Date()), most: { link: LINK_MAX, note: NOTE_MAX } });
  SpreadsheetApp.getUi().showSidebar(template.evaluate().setTitle('Мои сроки'));
  return { on: duesTable.sheet, outcome: `Открыта панель «Мои сроки», в списке: ${people.length}.` };
}

/** The dates of one person for the panel: the most urgent first, the undated after them, then what is closed. */
export function myDues(book: Spreadsheet, code: string): PanelDue[] {
  const person = readTable(book, peopleTable).rows.find((each) => each.code === code);
  if (!person) return [];
  const today = localDay(new Date());
  return (
    refreshStates(book, today)
      // A control point that has passed unmarked asks for nothing any more.
      .rows.filter((row) => row.kind !== 'контроль' || row.state !== STATE_WITHOUT_DATES)
      .filter((row) => isDueOf(row, person.who))
      .sort((a, b) => (order(a) < order(b) ? -1 : 1))
      .map((row) => ({
        key: { plan: row.plan, line: row.line, due: row.due },
        group: isClosed(row) ? 'closed' : 'open',
        state: signed(duesTable.columns.state, row.state),
        due: dueInWords(row),
        when: whenInWords(row, today),
        measure: row.measure,
        where: `${row.plan}, п. ${row.line}${row.kind === 'контроль' ? ', контроль' : ''}`,
      }))
  );
}

function order(row: DueRow): string {
  // The states stand in the order of time; what is overdue comes before it.
  const state = isClosed(row) ? STATES.length : OPEN_ORDER.indexOf(row.state);
  return `${state}${row.workingDay ?? '9999'}`;
}

const OPEN_ORDER: readonly string[] = ['просрочено', 'сегодня', 'скоро', 'ожидается', 'без срока'];

function dueInWords({ due, workingDay }: DueRow): string {
  return workingDay ? dateInWords({ due, workingDay }) : due;
}

function whenInWords(row: DueRow, today: IsoDate): string {
  if (row.doneOn) return `исполнено ${russianDay(row.doneOn)}`;
  if (row.notApplicable || !row.workingDay) return '';
  return daysLeftInWords(daysBetween(today, row.workingDay));
}
