import type { ChartCell, ChartSpec } from './chart-spec.ts';

/** Rows of a page of Google's table when nobody said how many. */
const GOOGLE_PAGE_ROWS = 10;

/**
 * What the options of Google Charts mean for the picture. Options are kept flat, under
 * their dotted names (`hAxis.title`), as `setOption` takes them; those that have no
 * meaning here are kept for `getOptions` and change nothing in the picture.
 *
 * Google's `hAxis` and `vAxis` are as drawn: a bar chart's values are on `hAxis`.
 */
export function applyOptions(spec: ChartSpec, options: ReadonlyMap<string, unknown>): ChartSpec {
  const text = (name: string): string | undefined => optional(options.get(name), 'string');
  const number = (name: string): number | undefined => optional(options.get(name), 'number');
  const value = spec.kind === 'bar' ? 'hAxis' : 'vAxis';
  const category = spec.kind === 'bar' ? 'vAxis' : 'hAxis';
  const legend = text('legend') ?? text('legend.position');
  return {
    ...(spec.kind === 'table' ? tableView(spec, options) : spec),
    title: text('title') ?? spec.title,
    xTitle: text('hAxis.title'),
    yTitle: text('vAxis.title'),
    widthPixels: number('width') ?? spec.widthPixels,
    heightPixels: number('height') ?? spec.heightPixels,
    colors: (options.get('colors') as string[] | undefined) ?? spec.colors,
    background: text('backgroundColor') ?? text('backgroundColor.fill'),
    legend: isLegend(legend) ? legend : 'right',
    stacked: options.get('isStacked') === true,
    valueRange: range(number, value),
    xRange: spec.kind === 'scatter' ? range(number, 'hAxis') : undefined,
    xLogScale: spec.kind === 'scatter' && options.get('hAxis.logScale') === true,
    logScale: options.get(`${value}.logScale`) === true,
    reverseCategories: options.get('reverseCategories') === true || number(`${category}.direction`) === -1,
    reverseDirection: number(`${value}.direction`) === -1,
    groupWidth: groupWidth(options.get('bar.groupWidth')),
    ticks: numbers(options.get(`${value}.ticks`)),
    lineColor: text(`${value}.gridlines.color`),
    smooth: text('curveType') === 'function',
    pointPixels: number('pointSize'),
  };
}

function range(number: (name: string) => number | undefined, axis: string): [number | null, number | null] | undefined {
  const low = number(`${axis}.viewWindow.min`) ?? number(`${axis}.minValue`);
  const high = number(`${axis}.viewWindow.max`) ?? number(`${axis}.maxValue`);
  return low === undefined && high === undefined ? undefined : [low ?? null, high ?? null];
}

/** @returns part of a category's room; pixels, which Google takes too, are not drawn here */
function groupWidth(option: unknown): number | undefined {
  const percent = /^(\d+(?:\.\d+)?)%$/.exec(String(option))?.[1];
  return percent === undefined ? undefined : Math.min(1, Number(percent) / 100);
}

function numbers(option: unknown): number[] | undefined {
  return Array.isArray(option) ? option.filter((tick) => typeof tick === 'number') : undefined;
}

function optional<T>(value: unknown, type: 'string' | 'number'): T | undefined {
  return typeof value === type ? (value as T) : undefined;
}

function isLegend(value: unknown): value is NonNullable<ChartSpec['legend']> {
  return value === 'top' || value === 'right' || value === 'bottom' || value === 'none';
}

/** Rows of a table as they are first shown: sorted, numbered, the page that is open. */
function tableView(spec: ChartSpec, options: ReadonlyMap<string, unknown>): ChartSpec {
  const option = (name: string): number | undefined => optional(options.get(name), 'number');
  const sortColumn = option('sortColumn');
  let { columns, rows } = spec;
  if (sortColumn !== undefined) {
    const sign = options.get('sortAscending') === false ? -1 : 1;
    rows = [...rows].sort((one, other) => sign * compareCells(one[sortColumn] ?? null, other[sortColumn] ?? null));
  }
  if (options.get('showRowNumber') === true) {
    const first = option('firstRowNumber') ?? 1;
    columns = [{ label: '', type: 'number' }, ...columns];
    rows = rows.map((row, index) => [first + index, ...row]);
  }
  if (options.get('page') === 'enable') {
    const size = option('pageSize') ?? GOOGLE_PAGE_ROWS;
    const start = (option('startPage') ?? 0) * size;
    rows = rows.slice(start, start + size);
  }
  return { ...spec, columns, rows };
}

/** Empty cells first, then numbers, then texts by the Russian alphabet. */
function compareCells(one: ChartCell, other: ChartCell): number {
  if (one === null || other === null) return Number(one !== null) - Number(other !== null);
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return String(one).localeCompare(String(other), 'ru');
}
