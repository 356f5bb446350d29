import type { Spreadsheets } from './spreadsheet-globals.ts';

/** As the server describes a script's custom function. */
export interface CustomFunctionInfo {
  name: string;
  description: string;
  parameters: { name: string; description: string; optional: boolean }[];
}

/** One cell on its way to or from a script: dates are marked, since JSON has none. */
export type CellJson = string | number | boolean | null | { date: number };
export type ArgJson = CellJson | CellJson[][];
/** `rows` is `[row][column]`, as scripts have it. */
export type FunctionResult = { rows: CellValue[][] } | { error: string };
interface CellValue {
  value: string | number | boolean | null;
  format?: string;
}

interface Cell {
  value: string | number | boolean | null;
  format?: string;
}
type Arg = Cell | Cell[][] | undefined;

const LOADING = 'Загрузка…';

export interface CustomFunctions {
  /** What to call when results have come. */
  evaluateWith(evaluate: () => void): void;
}

/**
 * Makes each custom function of the script a function of the grid. A script runs on the
 * server, so a cell shows «Загрузка…» until its result has come, as on Google; a function
 * is asked once for the same arguments.
 *
 * @param ask sends a batch of calls, gives the results in the same order
 */
export function registerCustomFunctions(
  spreadsheets: Spreadsheets,
  functions: readonly CustomFunctionInfo[],
  ask: (calls: { name: string; args: ArgJson[] }[]) => Promise<FunctionResult[]>,
): CustomFunctions {
  const known = new Map<string, FunctionResult>();
  const asked = new Set<string>();
  let batch: { key: string; name: string; args: ArgJson[] }[] = [];
  let evaluate = (): void => {};

  const sendBatch = async (): Promise<void> => {
    const calls = batch;
    batch = [];
    try {
      const results = await ask(calls.map(({ name, args }) => ({ name, args })));
      results.forEach((result, index) => {
        known.set((calls[index] as { key: string }).key, result);
      });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      for (const { key } of calls) known.set(key, { error: message });
    }
    for (const { key } of calls) asked.delete(key);
    evaluate();
  };
  const later = (name: string, args: ArgJson[], key: string): void => {
    if (asked.has(key)) return;
    asked.add(key);
    if (batch.push({ key, name, args }) === 1) setTimeout(sendBatch, 0);
  };

  for (const info of functions) {
    spreadsheets.registries.functionRegistry.replace(info.name, {
      description: info.description,
      category: 'Скрипт',
      args: argDefinitions(info),
      compute(...given: Arg[]) {
        const args = given.map((arg) => argJson(arg, spreadsheets.helpers.isDateTimeFormat));
        const key = JSON.stringify([info.name, args]);
        const result = known.get(key);
        if (result === undefined) {
          later(info.name, args, key);
          return { value: LOADING };
        }
        if ('error' in result) throw new spreadsheets.EvaluationError(result.error);
        return columnsOf(result.rows) as never;
      },
    });
  }
  return {
    evaluateWith(given) {
      evaluate = given;
    },
  };
}

/** Google passes on whatever arguments are written; so the last one repeats. */
function argDefinitions({ parameters }: CustomFunctionInfo) {
  const args = parameters.map(({ name, description, optional }) => ({
    name,
    description,
    type: ['ANY' as const, 'RANGE' as const],
    acceptMatrix: true,
    acceptErrors: true,
    ...(optional ? { optional: true } : {}),
  }));
  return args;
}

function argJson(arg: Arg, isDate: (format: string) => boolean): ArgJson {
  if (!Array.isArray(arg)) return cellJson(arg, isDate);
  const rowCount = arg[0]?.length ?? 0;
  return Array.from({ length: rowCount }, (_, row) => arg.map((column) => cellJson(column[row], isDate)));
}

function cellJson(cell: Cell | undefined, isDate: (format: string) => boolean): CellJson {
  if (cell === undefined || cell.value === null || cell.value === undefined) return '';
  if (typeof cell.value === 'number' && cell.format && isDate(cell.format)) return { date: cell.value };
  return cell.value;
}

/** The engine keeps a matrix by columns. */
function columnsOf(rows: CellValue[][]): CellValue | CellValue[][] {
  const first = rows[0] ?? [];
  if (rows.length === 1 && first.length === 1) return first[0] as CellValue;
  return first.map((_, column) => rows.map((row) => row[column] ?? { value: '' }));
}
