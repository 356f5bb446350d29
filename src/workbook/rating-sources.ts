/** Where the formulas of the rating take their data from. */
import { METHOD_COLUMNS } from '../domain/methodology/method-rows.ts';
import { columnsOf, sideBySide } from './column-ranges.ts';
import { columnLetters, openTable } from './records.ts';
import { settingFormulas } from './setting-formula.ts';
import type { SETTINGS } from './settings.ts';
import { formerResultsTable, methodTable } from './tables/rating.ts';
import { institutionsTable } from './tables/start.ts';
import { observationsTable, tallyTable } from './tables/survey.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** Parts of formulas: ranges of the sheets as their columns stand when the formulas are written. */
export interface RatingSources {
  /** The first six arguments: tally, observations, then codes, names, spheres, recipients of the register. */
  readonly data: string;
  readonly takesPart: string;
  readonly names: string;
  readonly districts: string;
  readonly types: string;
  /** Rows of «Методика», without its header. */
  readonly methods: string;
  /** «Прошлые рейтинги» with its header row: the functions find its columns by title. */
  readonly former: string;
  setting(key: keyof typeof SETTINGS): string;
}

export function ratingSources(book: Spreadsheet): RatingSources {
  const tally = columnsOf(book, tallyTable);
  const observations = columnsOf(book, observationsTable);
  const register = columnsOf(book, institutionsTable);
  const methods = columnsOf(book, methodTable);
  const former = openTable(book, formerResultsTable);
  return {
    data: [
      sideBySide((['institution', 'question', 'yes', 'no', 'answered', 'products'] as const).map(tally)),
      sideBySide((['institution', 'item', 'title', 'found'] as const).map(observations)),
      ...(['code', 'name', 'sphere', 'recipients'] as const).map(register),
    ].join(';'),
    takesPart: register('takesPart'),
    names: register('name'),
    districts: register('district'),
    types: register('type'),
    methods: sideBySide(METHOD_COLUMNS.map(methods)),
    former: `'${former.table.sheet}'!$A$1:$${columnLetters(former.width)}`,
    setting: settingFormulas(book),
  };
}
