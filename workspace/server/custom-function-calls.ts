import type { Kernel } from '../kernel/kernel.ts';

/** A date travels as its serial number: days since 1899-12-30. */
type CellJson = string | number | boolean | null | { date: number };

/** One call of a custom function, as a page's grid asks for it. */
export interface FormulaCall {
  name: string;
  /** A range is rows of cells. */
  args: (CellJson | CellJson[][])[];
}

interface CellResult {
  value: string | number | boolean | null;
  format?: string;
}

export type FormulaResult = { rows: CellResult[][] } | { error: string };

const DAY_MS = 86_400_000;
/** Milliseconds UTC of serial date 0. */
const EPOCH_MS = Date.UTC(1899, 11, 30);

/** Calls the functions in order; what one throws is its own result. */
export function callCustomFunctions(kernel: Kernel, calls: readonly FormulaCall[]): FormulaResult[] {
  return calls.map(({ name, args }) => {
    try {
      return { rows: rowsOf(kernel.customFunctions.call(name, args.map(hostValue))) };
    } catch (error) {
      return { error: error instanceof Error ? error.message : String(error) };
    }
  });
}

function hostValue(arg: CellJson | CellJson[][]): unknown {
  return Array.isArray(arg) ? arg.map((row) => row.map(hostCell)) : hostCell(arg);
}

function hostCell(cell: CellJson): unknown {
  return typeof cell === 'object' && cell !== null ? new Date(EPOCH_MS + cell.date * DAY_MS) : cell;
}

function rowsOf(result: unknown): CellResult[][] {
  if (!Array.isArray(result)) return [[cellOf(result)]];
  return result.map((row) => (Array.isArray(row) ? row.map(cellOf) : [cellOf(row)]));
}

function cellOf(value: unknown): CellResult {
  if (value instanceof Date) return { value: (value.getTime() - EPOCH_MS) / DAY_MS, format: 'dd.mm.yyyy' };
  if (value === null || value === undefined) return { value: '' };
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string') return { value };
  return { value: String(value) };
}
