import type { Engine, EvalContext, FunctionDescription } from './engine.ts';

const SORTING = ['SORT', 'SORTN'] as const;

interface Functions {
  get(name: string): unknown;
  replace(name: string, description: never): unknown;
}

/**
 * Makes the engine's SORT and SORTN take what is no range: a single value, or the #N/A of a FILTER that found
 * nothing. Sheets sorts the one value and hands the error on; the engine breaks off with an #ERROR! that IFERROR does
 * not catch.
 */
export function sortSingleValues(functions: Functions, { arg }: Pick<Engine['helpers'], 'arg'>): void {
  for (const name of SORTING) {
    const known = functions.get(name) as FunctionDescription;
    if (known.compute.name === WRAPPED) continue;
    const compute = known.compute as (this: EvalContext, range: unknown, ...more: unknown[]) => unknown;
    const description = {
      ...known,
      args: [arg('range (any, range<any>)', 'What is sorted.'), ...known.args.slice(1)],
      compute: {
        [WRAPPED](this: EvalContext, range: unknown, ...more: unknown[]): unknown {
          return compute.call(this, Array.isArray(range) ? range : [[range]], ...more);
        },
      }[WRAPPED],
    };
    functions.replace(name, description as never);
  }
}

/** The engine is one for all workspaces of a process. */
const WRAPPED = 'sortSingleValue';
