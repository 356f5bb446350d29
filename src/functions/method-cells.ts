/** Rows of the sheet «Методика» in cells, for the rating sheet. */
import { checklistOf } from '../domain/methodology/checklists.ts';
import type { Method } from '../domain/methodology/method.ts';
import { METHOD_COLUMNS, type MethodRow, readMethod } from '../domain/methodology/method-rows.ts';
import { order344 } from '../domain/methodology/order-344.ts';
import { SPHERES, type SphereId } from '../domain/methodology/sphere.ts';
import type { MethodSources } from '../domain/methodology/validate-method.ts';
import { officialQuestionnaire } from '../domain/survey/official-questionnaire.ts';
import { methodProblemText } from '../texts/method-problems.ts';
import { type Cell, type CellRange, indicatorCode, placeText, rowsOf, textOf } from './cells.ts';

/** Questions and lists that the shipped parts know; a method of one's own adds its own lists as codes. */
export function knownSources(own: readonly string[] = []): MethodSources {
  const lists = SPHERES.reduce<string[]>((all, { id }) => all.concat(checklistOf(id).map(({ list }) => list)), []);
  const marks = Array.from({ length: 30 }, (_, k) => `m${k + 1}`);
  return {
    questions: [...officialQuestionnaire('health-ambulatory').questions.map(({ id }) => id), ...marks],
    lists: [...lists, ...own],
  };
}

function methodRow(cells: readonly Cell[]): MethodRow {
  const row: Partial<MethodRow> = {};
  METHOD_COLUMNS.forEach((key, column) => {
    const cell = cells[column];
    // A Russian spreadsheet makes a date of a typed 1.1.
    const code = key === 'code' ? indicatorCode(cell) : undefined;
    row[key] = code ?? (typeof cell === 'number' ? cell : textOf(cell));
  });
  return row as MethodRow;
}

/**
 * The method of each sphere: from the sheet where it has one, otherwise order 344н.
 *
 * @throws Error naming the row of the first mistake of a method that is asked for
 */
export function methodsBySphere(range: CellRange): (sphere: SphereId) => Method {
  const groups = new Map<string, { row: number; cells: MethodRow }[]>();
  rowsOf(range ?? '').forEach((cells, k) => {
    const row = methodRow(cells);
    const name = String(row.method);
    if (name !== '') groups.set(name, [...(groups.get(name) ?? []), { row: k + 1, cells: row }]);
  });
  const found = new Map<SphereId, Method>();
  const refusals = new Map<SphereId, string>();
  groups.forEach((rows) => {
    const lists = rows.map(({ cells }) => String(cells.code));
    const { method, problems } = readMethod(
      rows.map(({ cells }) => cells),
      knownSources(lists),
    );
    if (method.sphere === null) return;
    const [first] = problems;
    if (first) {
      const place = placeText({ argument: 'Методика', row: rows[first.at]?.row });
      refusals.set(method.sphere, methodProblemText(first, place));
    } else found.set(method.sphere, method);
  });
  return (sphere) => {
    const refusal = refusals.get(sphere);
    if (refusal) throw new Error(refusal);
    return found.get(sphere) ?? order344(sphere);
  };
}
