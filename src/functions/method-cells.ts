/** Rows of the sheet «Методика» in cells, for the rating sheet. */
import type { Method } from '../domain/methodology/method.ts';
import { METHOD_COLUMNS, type MethodRow } from '../domain/methodology/method-rows.ts';
import { methodsInRows } from '../domain/methodology/methods-in-rows.ts';
import { rules344 } from '../domain/methodology/rules-344.ts';
import type { SphereId } from '../domain/methodology/sphere.ts';
import { METHOD_COLUMN_TITLES } from '../texts/method-columns.ts';
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
 * The method of each sphere: from the sheet where it has one, otherwise order 344н, by default its
 * rules without the wording.
 *
 * @throws Error naming the cell of the first mistake of a method that is asked for; what it is, the check
 * of the method says: its words would make every formula heavier
 */
export function methodsBySphere(range: CellRange, otherwise = rules344): (sphere: SphereId) => Method {
  const rows = rowsOf(range ?? '').map(methodRow);
  const found = new Map<SphereId, Method>();
  const refusals = new Map<SphereId, string>();
  methodsInRows(rows).forEach(({ method, problems }) => {
    if (method.sphere === null) return;
    const [first] = problems;
    if (first) {
      const place = placeText({ argument: 'Методика', row: first.at + 1, column: METHOD_COLUMN_TITLES[first.field] });
      refusals.set(
        method.sphere,
        `${place}: ошибка. Какая и как исправить, скажет «НОКО → Рейтинг → Проверить методику».`,
      );
    } else found.set(method.sphere, method);
  });
  return (sphere) => {
    const refusal = refusals.get(sphere);
    if (refusal) throw new Error(refusal);
    return found.get(sphere) ?? otherwise(sphere);
  };
}
