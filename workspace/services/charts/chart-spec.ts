export type ChartKind = 'bar' | 'column' | 'line' | 'area' | 'pie' | 'scatter' | 'table';

/** A cell of a chart's data. Dates are milliseconds since 1970, UTC. */
export type ChartCell = string | number | null;

export interface ChartColumn {
  label: string;
  type: 'string' | 'number' | 'date';
  /** 'interval' columns are whiskers of the series before them: low and high ends, in pairs. */
  role?: 'interval';
}

/**
 * A chart as plain data: what both Charts and a spreadsheet's embedded charts are drawn from.
 *
 * The first column holds the categories (for a scatter chart, x), each further one a series.
 */
export interface ChartSpec {
  kind: ChartKind;
  columns: ChartColumn[];
  rows: ChartCell[][];
  title?: string;
  /** Title of the axis the values are on the left of or, for bars, below. Google's x and y are as drawn. */
  xTitle?: string;
  yTitle?: string;
  widthPixels: number;
  heightPixels: number;
  /** CSS colours of the series, for a pie of its slices, used round and round. */
  colors?: string[];
  background?: string;
  legend?: 'top' | 'right' | 'bottom' | 'none';
  stacked?: boolean;
  /** Limits of the value axis (of a scatter chart: of y). */
  valueRange?: [number | null, number | null];
  /** Limits of a scatter chart's x. */
  xRange?: [number | null, number | null];
  logScale?: boolean;
  /** Of a scatter chart's x. */
  xLogScale?: boolean;
  /** Part of its room that a group of bars takes. */
  groupWidth?: number;
  /** Numbers shown on the value axis. */
  ticks?: number[];
  /** Of the lines across the value axis. */
  lineColor?: string;
  reverseCategories?: boolean;
  reverseDirection?: boolean;
  smooth?: boolean;
  /** Diameter of points; 0 draws none. */
  pointPixels?: number;
}
