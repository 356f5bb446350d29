import type { Table } from './table.ts';
import { documentsTable, journalTable } from './tables/journal.ts';
import {
  calendarTable,
  duesHistoryTable,
  duesTable,
  eventsTable,
  plansTable,
  planTable,
  remindersTable,
} from './tables/plan.ts';
import { formerResultsTable, methodTable } from './tables/rating.ts';
import { institutionsTable, peopleTable, settingsTable, stepsTable } from './tables/start.ts';
import { answersTable, formsTable, observationsTable, tallyTable } from './tables/survey.ts';

/** Tables in the order of the tabs; the sheet «Рейтинг» stands after «Свод» and is laid out by its own file. */
export const TABLES: readonly Table[] = [
  stepsTable,
  settingsTable,
  peopleTable,
  institutionsTable,
  plansTable,
  planTable,
  duesTable,
  eventsTable,
  remindersTable,
  formsTable,
  answersTable,
  observationsTable,
  methodTable,
  tallyTable,
  formerResultsTable,
  documentsTable,
  duesHistoryTable,
  calendarTable,
  journalTable,
];
