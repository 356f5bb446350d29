import { STATE_WITHOUT_DATES } from '../../domain/plan/occurrences.ts';
import { partyKey } from '../../domain/plan/parties.ts';
import { localDay, russianDay, signed } from '../../workbook/cells.ts';
import { readTable } from '../../workbook/records.ts';
import { duesTable, peopleTable } from '../../workbook/tables.ts';
import type { Outcome } from '../guarded.ts';
import { type DueRow, refreshStates } from './recount-dues.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** One date as the panel shows it: every field is text to be put in as text. */
export interface PanelDue {
  group: 'open' | 'closed';
  /** With its sign: «▲ просрочено». */
  state: string;
  /** «30.01.2026 (29.01.2026)» where the working day differs; «—» without a date. */
  due: string;
  measure: string;
  where: string;
  /** Opens the row in «Сроки». */
  link: string;
}

/** Opens the panel «Мои сроки»: whose dates to show is chosen in it. */
export function showMyDues(book: Spreadsheet): Outcome {
  const people = readTable(book, peopleTable).rows.map(({ code, who }) => ({ code, who }));
  const template = HtmlService.createTemplateFromFile('my-dues');
  Object.assign(template, { people });
  SpreadsheetApp.getUi().showSidebar(template.evaluate().setTitle('Мои сроки'));
  return { on: duesTable.sheet, outcome: `Открыта панель «Мои сроки», в списке: ${people.length}.` };
}

/** The dates of one person for the panel: open ones by date, the undated after them, then what is closed. */
export function myDues(book: Spreadsheet, code: string): PanelDue[] {
  const person = readTable(book, peopleTable).rows.find((each) => each.code === code);
  if (!person) return [];
  const key = partyKey(person.who);
  const { rows, links } = refreshStates(book, localDay(new Date()));
  return (
    rows
      .map((row, at) => ({ row, link: links[at]! }))
      // A control point that has passed unmarked asks for nothing any more.
      .filter(({ row }) => row.kind !== 'контроль' || row.state !== STATE_WITHOUT_DATES)
      .filter(({ row }) => row.responsible.split('\n').some((party) => partyKey(party) === key))
      .sort((a, b) => (order(a.row) < order(b.row) ? -1 : 1))
      .map(({ row, link }) => ({
        group: isClosed(row) ? 'closed' : 'open',
        state: signed(duesTable.columns.state, row.state),
        due: dueInWords(row),
        measure: row.measure,
        where: `${row.plan}, п. ${row.line}${row.kind === 'контроль' ? ', контроль' : ''}`,
        link,
      }))
  );
}

function isClosed({ doneOn, notApplicable }: DueRow): boolean {
  return doneOn !== null || notApplicable;
}

function order(row: DueRow): string {
  return `${isClosed(row) ? 1 : 0}${row.workingDay ?? '9999'}`;
}

function dueInWords({ due, workingDay }: DueRow): string {
  const counted = workingDay ? russianDay(workingDay) : due;
  return counted === due ? due : `${due} (${counted})`;
}
