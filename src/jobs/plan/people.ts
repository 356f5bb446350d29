import { partyKey } from '../../domain/plan/parties.ts';
import { readTable, replaceRows } from '../../workbook/records.ts';
import type { RowOf } from '../../workbook/table.ts';
import { peopleTable } from '../../workbook/tables/start.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
export type Person = RowOf<typeof peopleTable>;

/** Adds the parties of a plan that «Люди» does not know yet; their addresses are for a person to fill in. */
export function addParties(book: Spreadsheet, parties: readonly string[]): number {
  const people = readTable(book, peopleTable);
  const known = new Set(people.rows.map(({ who }) => partyKey(who)));
  const fresh: Person[] = [];
  for (const who of parties) {
    const key = partyKey(who);
    if (known.has(key)) continue;
    known.add(key);
    fresh.push({
      code: `о${people.rows.length + fresh.length + 1}`,
      who,
      email: '',
      role: 'ответственный',
      standIn: '',
      awayFrom: null,
      awayTo: null,
      note: '',
    });
  }
  if (fresh.length > 0) replaceRows(people, [...people.rows, ...fresh]);
  return fresh.length;
}
