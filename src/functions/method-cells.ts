/** Rows of the sheet «Методика» in cells, for the rating sheet. */
import type { Method } from '../domain/methodology/method.ts';
import { METHOD_COLUMNS, type MethodRow } from '../domain/methodology/method-rows.ts';
import { methodsInRows } from '../domain/methodology/methods-in-rows.ts';
import { order344 } from '../domain/methodology/order-344.ts';
import type { SphereId } from '../domain/methodology/sphere.ts';
import { methodProblemText } from '../texts/method-problems.ts';
import { type Cell, type CellRange, indicatorCode, placeText, rowsOf, textOf } from './cells.ts';

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
  const rows = rowsOf(range ?? '').map(methodRow);
  const found = new Map<SphereId, Method>();
  const refusals = new Map<SphereId, string>();
  methodsInRows(rows).forEach(({ method, problems }) => {
    if (method.sphere === null) return;
    const [first] = problems;
    if (first) {
      const place = placeText({ argument: 'Методика', row: first.at + 1 });
      refusals.set(method.sphere, methodProblemText(first, place));
    } else found.set(method.sphere, method);
  });
  return (sphere) => {
    const refusal = refusals.get(sphere);
    if (refusal) throw new Error(refusal);
    return found.get(sphere) ?? order344(sphere);
  };
}
