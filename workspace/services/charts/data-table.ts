import { GoogleEnumValue, GoogleError, GoogleObject, signatureError } from '../../kernel/google-object.ts';
import type { ChartCell, ChartColumn } from './chart-spec.ts';
import { COLUMN_TYPES } from './enums.ts';

import Google = GoogleAppsScript.Charts;

export class DataTable extends GoogleObject {
  readonly _columns: readonly ChartColumn[];
  readonly _rows: readonly ChartCell[][];

  constructor(columns: readonly ChartColumn[], rows: readonly ChartCell[][]) {
    super();
    this._columns = columns;
    this._rows = rows;
  }
}

export interface DataTableBuilder extends Google.DataTableBuilder {}
export class DataTableBuilder extends GoogleObject {
  readonly #columns: ChartColumn[] = [];
  readonly #rows: ChartCell[][] = [];

  addColumn(type: Google.ColumnType, label: string): this {
    const value: unknown = type;
    if (!(value instanceof GoogleEnumValue) || COLUMN_TYPES._values[value.name() as 'DATE'] !== value) {
      throw signatureError('Charts.DataTableBuilder.addColumn', [type, label]);
    }
    this.#columns.push({ label: String(label), type: value.name().toLowerCase() as ChartColumn['type'] });
    return this;
  }

  addRow(values: unknown[]): this {
    if (!Array.isArray(values)) throw signatureError('Charts.DataTableBuilder.addRow', [values]);
    if (values.length > this.#columns.length) {
      throw new GoogleError(`Row has ${values.length} values, but the table has ${this.#columns.length} columns.`);
    }
    this.#rows.push(values.map((value, column) => this.#cell(column, value)));
    return this;
  }

  setValue(row: number, column: number, value: unknown): this {
    while (this.#rows.length <= row) this.#rows.push([]);
    const cells = this.#rows[row] as ChartCell[];
    while (cells.length <= column) cells.push(null);
    cells[column] = this.#cell(column, value);
    return this;
  }

  build(): DataTable {
    return new DataTable(
      [...this.#columns],
      this.#rows.map((row) => [...row]),
    );
  }

  #cell(column: number, value: unknown): ChartCell {
    const type = this.#columns[column]?.type;
    if (value === null || value === undefined || value === '') return null;
    if (type === 'number' && typeof value === 'number') return value;
    if (type === 'date' && value instanceof Date) return value.getTime();
    if (type === 'string') return String(value);
    throw new GoogleError(`Invalid value for column ${column}: ${String(value)} is not a ${type ?? 'value'}.`);
  }
}

/** Which columns of the data a chart takes, in their order, and what for. */
export type ViewColumn = { sourceColumn: number; role?: 'interval'; label?: string };

export class DataViewDefinition extends GoogleObject {
  readonly _columns: readonly ViewColumn[];

  constructor(columns: readonly ViewColumn[]) {
    super();
    this._columns = columns;
  }

  /** @throws GoogleError for a column that the data do not have */
  _apply({ _columns: columns, _rows: rows }: DataTable): DataTable {
    const chosen = this._columns.map(({ sourceColumn, role, label }) => {
      const column = columns[sourceColumn];
      if (!column) throw new GoogleError(`Invalid column index ${sourceColumn}.`);
      return { ...column, ...(role ? { role } : {}), ...(label === undefined ? {} : { label }) };
    });
    return new DataTable(
      chosen,
      rows.map((row) => this._columns.map(({ sourceColumn }) => row[sourceColumn] ?? null)),
    );
  }
}

export interface DataViewDefinitionBuilder extends Google.DataViewDefinitionBuilder {}
export class DataViewDefinitionBuilder extends GoogleObject {
  #columns: ViewColumn[] = [];

  /** @param columns indexes from 0, or `{ sourceColumn, role: 'interval' }` for the ends of whiskers */
  setColumns(columns: unknown[]): this {
    if (!Array.isArray(columns)) throw signatureError('Charts.DataViewDefinitionBuilder.setColumns', [columns]);
    this.#columns = columns.map(viewColumn);
    return this;
  }

  build(): DataViewDefinition {
    return new DataViewDefinition(this.#columns);
  }
}

function viewColumn(given: unknown): ViewColumn {
  if (typeof given === 'number') return { sourceColumn: given };
  const { sourceColumn, role, label } = (given ?? {}) as { sourceColumn?: unknown; role?: unknown; label?: string };
  if (typeof sourceColumn !== 'number') throw signatureError('Charts.DataViewDefinitionBuilder.setColumns', [given]);
  if (role !== undefined && role !== 'interval' && role !== 'data' && role !== 'domain') {
    throw new GoogleError(`The local workspace draws no columns with the role ${String(role)}, only intervals.`);
  }
  return { sourceColumn, ...(role === 'interval' ? { role } : {}), ...(label === undefined ? {} : { label }) };
}
