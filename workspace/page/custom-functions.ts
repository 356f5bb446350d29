import type { Spreadsheets } from './spreadsheet-globals.ts';

/** As the server describes a script's custom function. */
export interface CustomFunctionInfo {
  name: string;
  description: string;
  parameters: { name: string; description: string; optional: boolean }[];
}

interface Cell {
  value: string | number | boolean | null;
  format?: string;
}
/** A cell, or a matrix `[column][row]`, as the engine has them. */
type Argument = Cell | Cell[][] | undefined;
export interface FormulaCall {
  name: string;
  args: (Argument | null)[];
}
export type FormulaResult = { cells: Cell | Cell[][] } | { error: string; value: string };

const LOADING = 'Загрузка…';

export interface CustomFunctions {
  /** What to do when results have come. */
  evaluateWith(evaluate: () => void): void;
}

/**
 * Makes each custom function of the script a function of the grid. Scripts run on the
 * server, so a cell shows «Загрузка…» until its result has come, as on Google; a function
 * is asked once for the same arguments.
 *
 * @param ask sends a batch of calls, gives the results in the same order
 */
export function registerCustomFunctions(
  spreadsheets: Spreadsheets,
  functions: readonly CustomFunctionInfo[],
  ask: (calls: FormulaCall[]) => Promise<FormulaResult[]>,
): CustomFunctions {
  const known = new Map<string, FormulaResult>();
  const asked = new Set<string>();
  let batch: { key: string; call: FormulaCall }[] = [];
  let evaluate = (): void => {};

  const sendBatch = async (): Promise<void> => {
    const sent = batch;
    batch = [];
    let results: FormulaResult[];
    try {
      results = await ask(sent.map(({ call }) => call));
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      results = sent.map(() => ({ error: message, value: '#ERROR' }));
    }
    sent.forEach(({ key }, index) => {
      known.set(key, results[index] as FormulaResult);
      asked.delete(key);
    });
    evaluate();
  };
  const later = (key: string, call: FormulaCall): void => {
    if (asked.has(key)) return;
    asked.add(key);
    if (batch.push({ key, call }) === 1) setTimeout(sendBatch, 0);
  };

  for (const info of functions) {
    const name = info.name.toUpperCase();
    // On Google, too, a name with other letters is no function name in a formula.
    if (!/^[A-Z0-9_]+$/.test(name)) continue;
    spreadsheets.registries.functionRegistry.replace(name, {
      description: info.description || info.name,
      category: 'Скрипт',
      args: argDefinitions(spreadsheets, info),
      compute(...given: Argument[]) {
        const call = { name: info.name, args: given.map(plain) };
        const key = JSON.stringify(call);
        const result = known.get(key);
        if (result === undefined) {
          later(key, call);
          return { value: LOADING };
        }
        if ('error' in result) throw new spreadsheets.EvaluationError(result.error, result.value);
        return result.cells;
      },
    });
  }
  return {
    evaluateWith(given) {
      evaluate = given;
    },
  };
}

/**
 * As on the server: a formula may give a script fewer values than it names, or more. The engine
 * does not take named arguments and further ones together, so the names are told as help.
 */
function argDefinitions({ helpers }: Spreadsheets, { parameters }: CustomFunctionInfo) {
  const named = parameters.map(({ name, description }) => (description ? `${name} — ${description}` : name));
  return [helpers.arg('values (any, range<any>, optional, repeating)', named.join('; '))];
}

/** Without the engine's own notes on a cell (where it stands), which would make equal arguments differ. */
function plain(argument: Argument): Argument | null {
  if (argument === undefined) return null;
  return Array.isArray(argument) ? argument.map((column) => column.map(plainCell)) : plainCell(argument);
}

function plainCell({ value, format }: Cell): Cell {
  return format ? { value, format } : { value };
}
