/** The sheet «Методика»: filling it, reading it, saying what is wrong in it. */
import type { Method } from '../../domain/methodology/method.ts';
import { METHOD_COLUMNS, type MethodRow, methodRows } from '../../domain/methodology/method-rows.ts';
import { type MethodSettings, standingOf } from '../../domain/methodology/method-standing.ts';
import { type MethodInRows, methodsInRows } from '../../domain/methodology/methods-in-rows.ts';
import { order344 } from '../../domain/methodology/order-344.ts';
import { EMPTY_POLICIES, meaningOf, ROUNDINGS } from '../../domain/methodology/setting-words.ts';
import { SPHERES, type SphereId, sphereNamed } from '../../domain/methodology/sphere.ts';
import { methodProblemText } from '../../texts/method-problems.ts';
import { standingsText } from '../../texts/method-standing.ts';
import { columnLetters, type Records, readTable, replaceRows } from '../../workbook/records.ts';
import { readSettings } from '../../workbook/settings.ts';
import type { RowOf } from '../../workbook/table.ts';
import { methodTable } from '../../workbook/tables/rating.ts';
import { institutionsTable } from '../../workbook/tables/start.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Row = RowOf<typeof methodTable>;

/** «Настройки» decides these two until the method is approved; then they are part of what was approved. */
const LEFT_TO_SETTINGS = ['округление', 'без ответов'];

export interface MethodSheet {
  readonly records: Records<typeof methodTable>;
  readonly rows: readonly MethodRow[];
  readonly methods: readonly MethodInRows[];
}

export function readMethods(book: Spreadsheet): MethodSheet {
  const records = readTable(book, methodTable);
  const rows = records.rows.map((row) => {
    const cells: Partial<MethodRow> = {};
    for (const key of METHOD_COLUMNS) cells[key] = (row as Record<string, string | number | null>)[key] ?? '';
    return cells as MethodRow;
  });
  return { records, rows, methods: methodsInRows(rows) };
}

/** Rows of a method as the sheet holds them. */
export function sheetRows(method: Method): Row[] {
  const shown = methodRows(method).filter(({ code }) => method.approved || LEFT_TO_SETTINGS.indexOf(String(code)) < 0);
  return shown.map((cells) => {
    const row: Record<string, string | number | null> = {};
    for (const key of METHOD_COLUMNS) {
      const isNumber = methodTable.columns[key].kind === 'number';
      row[key] = isNumber ? (typeof cells[key] === 'number' ? cells[key] : null) : String(cells[key]);
    }
    return row as unknown as Row;
  });
}

/** Order 344н for each sphere of the register that the sheet has no method for. What is there is left alone. */
export function fillMethods(book: Spreadsheet): number {
  const used = spheresOf(book);
  if (used.length === 0) return 0;
  const { records, methods } = readMethods(book);
  const known = methods.map(({ method }) => method.sphere);
  const ids = methods.map(({ method }) => method.id);
  const fresh = used
    .filter((sphere) => known.indexOf(sphere) < 0)
    .map(order344)
    // One with a misspelled sphere stands there already: the check names it.
    .filter(({ id }) => ids.indexOf(id) < 0);
  if (fresh.length === 0) return 0;
  const rows = fresh.map(sheetRows).reduce((all, each) => all.concat(each), [] as Row[]);
  replaceRows(records, [...records.rows, ...rows]);
  return fresh.length;
}

/** Spheres of the register in their official order. */
function spheresOf(book: Spreadsheet): SphereId[] {
  const register = readTable(book, institutionsTable).rows;
  const used = new Set(register.map(({ sphere }) => sphereNamed(sphere)?.id));
  return SPHERES.map(({ id }) => id).filter((id) => used.has(id));
}

/** Every mistake of the sheet with its cell, in the order of the rows. */
export function methodMistakes({ records, methods }: MethodSheet): string[] {
  const { sheet } = methodTable;
  return methods
    .reduce((all, { problems }) => all.concat(problems), [] as MethodInRows['problems'][number][])
    .sort((a, b) => a.at - b.at)
    .map((problem) => {
      const column = columnLetters(records.position[problem.field]!);
      return methodProblemText(problem, `${sheet}!${column}${records.rowNumbers[problem.at]}`);
    });
}

/** «Методика» as the formulas take it: a block of cells. */
export function methodCells(book: Spreadsheet) {
  return readMethods(book).rows.map((row) => METHOD_COLUMNS.map((key) => row[key]));
}

/** «Настройки» as the formulas read them. */
export function methodSettings(book: Spreadsheet): MethodSettings {
  const { rounding, empty } = readSettings(book);
  return {
    rounding: meaningOf(ROUNDINGS, rounding) ?? 'exact',
    empty: meaningOf(EMPTY_POLICIES, empty) ?? 'not-available',
  };
}

export interface MethodsInForce {
  /** «Методика: приказ № 15 от 20.02.2026». */
  readonly text: string;
  readonly isApproved: boolean;
}

/** What the rating and the report say of the rules they are computed by. */
export function methodsInForce(book: Spreadsheet): MethodsInForce {
  const { methods } = readMethods(book);
  const settings = methodSettings(book);
  const standings = spheresOf(book).map((id) => {
    const own = methods.find(({ method }) => method.sphere === id)?.method ?? order344(id);
    const { name } = SPHERES.find((sphere) => sphere.id === id)!;
    return { sphere: name, standing: standingOf(own, settings) };
  });
  return {
    text: standingsText(standings),
    isApproved: standings.length > 0 && standings.every(({ standing }) => standing.kind === 'approved'),
  };
}
