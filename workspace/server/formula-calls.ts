import type { Kernel } from '../kernel/kernel.ts';
import { openBook } from '../services/spreadsheet/book.ts';
import { type Argument, callScript } from '../services/spreadsheet/functions.ts';

/** One call of a custom function, with its arguments as the engine in the page has them. */
export interface FormulaCall {
  name: string;
  args: Argument[];
}

/** As the engine takes it: a cell, or a matrix by columns. */
export type FormulaResult = { cells: unknown } | { error: string; value: string };

/** Calls the functions in order; what one throws is its own result. */
export function callFormulas(kernel: Kernel, fileId: string, calls: readonly FormulaCall[]): FormulaResult[] {
  const book = openBook(kernel, fileId);
  return calls.map(({ name, args }) => {
    try {
      return {
        cells: callScript(
          book,
          name,
          args.map((arg) => arg ?? undefined),
        ),
      };
    } catch (error) {
      const { message, value } = error as { message?: string; value?: string };
      return { error: message ?? String(error), value: value ?? '#ERROR' };
    }
  });
}
