import type { CustomFunctionInfo, Kernel } from '../../kernel/kernel.ts';
import type { Book } from './book.ts';
import { type EvalContext, engine, type FunctionDescription, type FunctionResult } from './engine.ts';
import { isDateFormat } from './number-format.ts';
import { msToSerial, serialToMs } from './serial-date.ts';
import { CLOCK_FUNCTIONS, sheetsFunctions } from './sheets-functions.ts';
import { sortSingleValues } from './sorted-value.ts';

type Matrix<T> = T[][];
export type Argument = FunctionResult | Matrix<FunctionResult> | undefined;

/** Google runs a custom function again only when its arguments have changed. */
const results = new WeakMap<Kernel, Map<string, unknown>>();
const RESULTS_KEPT = 20_000;

/** Makes the formulas of every book understand the script's functions and what Sheets has beyond the engine. */
export function registerFunctions(kernel: Kernel): void {
  const { functionRegistry } = engine.registries;
  for (const [name, description] of Object.entries(sheetsFunctions(engine.helpers))) {
    if (!functionRegistry.contains(name) || CLOCK_FUNCTIONS.has(name)) functionRegistry.replace(name, description);
  }
  sortSingleValues(functionRegistry, engine.helpers);
  for (const info of kernel.customFunctions.list()) {
    const name = info.name.toUpperCase();
    // On Google, too, a name with other letters is no function name in a formula.
    if (/^[A-Z0-9_]+$/.test(name)) functionRegistry.replace(name, customFunction(info));
  }
}

function customFunction(info: CustomFunctionInfo): FunctionDescription {
  const { arg } = engine.helpers;
  return {
    description: info.description || info.name,
    category: 'Custom',
    // A formula may give a script fewer values than it names, or more.
    args: [arg('values (any, range<any>, optional, repeating)', '')],
    compute(this: EvalContext, ...args: Argument[]): unknown {
      return callScript(this.workspace as Book, info.name, args);
    },
  };
}

/**
 * One call of the script's function, from a cell of the server's model or of a page's.
 * @returns cells as the engine takes them: one, or a matrix by columns
 * @throws EvaluationError with the script's message
 */
export function callScript(book: Book, name: string, args: Argument[]): unknown {
  const { kernel } = book;
  if (!kernel.customFunctions.list().some((info) => info.name === name)) {
    throw new engine.EvaluationError(`Unknown function: '${name}'.`, '#NAME?');
  }
  const values = argumentsForScript(args, book.timeZone);
  const key = JSON.stringify([name, values]);
  let kept = results.get(kernel);
  if (!kept) {
    kept = new Map();
    results.set(kernel, kept);
  }
  if (kept.has(key)) return fromScript(kept.get(key), book);
  const result = calling(() => kernel.customFunctions.call(name, values));
  if (kept.size >= RESULTS_KEPT) kept.clear();
  kept.set(key, result);
  return fromScript(result, book);
}

/** An argument left out in the middle is empty in its place; one left out at the end was not given. */
function argumentsForScript(args: readonly Argument[], timeZone: string): unknown[] {
  const given = args.slice(0, args.findLastIndex((value) => value !== undefined) + 1);
  return given.map((value) => (value === undefined ? '' : forScript(value, timeZone)));
}

function calling<T>(call: () => T): T {
  try {
    return call();
  } catch (error) {
    throw new engine.EvaluationError(error instanceof Error ? error.message : String(error), '#ERROR');
  }
}

/** `[column][row]` → rows of cells; dates become Dates, empty cells ''. */
function forScript(argument: Argument, timeZone: string): unknown {
  if (!Array.isArray(argument)) return cellForScript(argument as FunctionResult, timeZone);
  const columns = argument as Matrix<FunctionResult>;
  // The engine gives a single cell as a matrix, too; Sheets passes its value.
  if (columns.length === 1 && columns[0]!.length === 1) return cellForScript(columns[0]![0]!, timeZone);
  return (columns[0] ?? []).map((_, row) => columns.map((column) => cellForScript(column[row]!, timeZone)));
}

function cellForScript(cell: FunctionResult, timeZone: string): unknown {
  const { value, format } = cell;
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' && format && isDateFormat(format)) return new Date(serialToMs(value, timeZone));
  return value;
}

function fromScript(result: unknown, book: Book): unknown {
  if (!Array.isArray(result)) return cellFromScript(result, book);
  const rows = result.map((row) => (Array.isArray(row) ? row : [row]));
  const width = Math.max(...rows.map((row) => row.length), 1);
  if (rows.length === 0) return { value: '' };
  return Array.from({ length: width }, (_, column) => rows.map((row) => cellFromScript(row[column], book)));
}

function cellFromScript(value: unknown, book: Book): FunctionResult {
  if (value === null || value === undefined) return { value: '' };
  if (value instanceof Date) {
    const serial = msToSerial(value.getTime(), book.timeZone);
    const { dateFormat, timeFormat } = book.locale;
    return { value: serial, format: Number.isInteger(serial) ? dateFormat : `${dateFormat} ${timeFormat}` };
  }
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string') return { value };
  return { value: String(value) };
}
