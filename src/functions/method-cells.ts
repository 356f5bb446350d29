/** Rows of the sheet «Методика» in cells, for the rating sheet. */
import { LISTS } from '../domain/methodology/checklists.ts';
import type { Method } from '../domain/methodology/method.ts';
import { METHOD_COLUMNS, type MethodRow, readMethod } from '../domain/methodology/method-rows.ts';
import { order344 } from '../domain/methodology/order-344.ts';
import type { SphereId } from '../domain/methodology/sphere.ts';
import type { MethodSources } from '../domain/methodology/validate-method.ts';
import { methodProblemText } from '../texts/method-problems.ts';
import { type Cell, type CellRange, indicatorCode, placeText, rowsOf, textOf } from './cells.ts';

/** Questions of the official questionnaire, marks m1 … m30, the shipped lists and those of the method's own. */
function knownSources(own: readonly string[]): MethodSources {
  const numbered = (letter: string, count: number) => Array.from({ length: count }, (_, k) => `${letter}${k + 1}`);
  return { questions: [...numbered('q', 18), ...numbered('m', 30)], lists: [...LISTS, ...own] };
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
