import { hexColor } from './colors.ts';
import type { Zone } from './engine.ts';

/** A chart as Google describes it. */
export interface ChartData {
  /** Name of Charts.ChartType. */
  type: string;
  ranges: { sheetId: string; zone: Zone }[];
  options: Record<string, unknown>;
  /** −1: found out from the cells. */
  numHeaders: number;
  transpose: boolean;
  /** 1-based cell, offset in pixels. */
  position: { row: number; column: number; x: number; y: number };
}

export interface ChartCells {
  /** 'Sheet'!A1:B2 */
  address(sheetId: string, zone: Zone): string;
  isText(sheetId: string, col: number, row: number): boolean;
}

const TYPES: Record<string, string> = {
  COLUMN: 'bar',
  BAR: 'bar',
  HISTOGRAM: 'bar',
  LINE: 'line',
  AREA: 'line',
  STEPPED_AREA: 'line',
  PIE: 'pie',
  SCATTER: 'scatter',
  COMBO: 'combo',
  RADAR: 'radar',
};

interface Options {
  title?: string;
  titleTextStyle?: { color?: string; fontSize?: number; bold?: boolean; italic?: boolean };
  legend?: string | { position?: string };
  hAxis?: AxisOptions;
  vAxis?: AxisOptions;
  colors?: string[];
  series?: Record<string, { color?: string; labelInLegend?: string; type?: string; targetAxisIndex?: number }>;
  isStacked?: boolean | string;
  pieHole?: number;
  backgroundColor?: string | { fill?: string };
  pieSliceText?: string;
  annotations?: unknown;
}

interface AxisOptions {
  title?: string;
  minValue?: number;
  maxValue?: number;
  viewWindow?: { min?: number; max?: number };
  gridlines?: { color?: string; count?: number };
}

/** The engine's chart for one of Google's: the first column gives the labels, each further one a series. */
export function engineChart(data: ChartData, cells: ChartCells): Record<string, unknown> {
  const options = data.options as Options;
  const type = TYPES[data.type] ?? 'bar';
  const lines = linesOf(data);
  // A single column of numbers has no labels; in scatter charts the first column is the x axis.
  const labels = lines.length > 1 ? lines[0] : undefined;
  const series = labels ? lines.slice(1) : lines;
  const hasTitles = hasHeaders(data, series, cells);
  const dataSets = series.map((line, index) => ({
    dataSetId: String(index),
    dataRange: cells.address(line.sheetId, line.zone),
  }));
  const labelRange =
    labels && cells.address(labels.sheetId, hasTitles ? withoutHeader(labels.zone, data.transpose) : labels.zone);
  return {
    type,
    title: { text: options.title ?? '', ...titleStyle(options) },
    background: background(options),
    legendPosition: legend(options, type),
    dataSource: { type: 'range', dataSets, dataSetsHaveTitle: hasTitles, ...(labelRange && { labelRange }) },
    dataSetStyles: seriesStyles(options, series.length, type),
    axesDesign: axes(options),
    ...ofType(data.type, type, options),
  };
}

/** Columns of all ranges in order, or rows where the chart is transposed. */
function linesOf({ ranges, transpose }: ChartData): { sheetId: string; zone: Zone }[] {
  const lines: { sheetId: string; zone: Zone }[] = [];
  for (const { sheetId, zone } of ranges) {
    const [from, to] = transpose ? [zone.top, zone.bottom] : [zone.left, zone.right];
    for (let index = from; index <= to; index += 1) {
      const part = transpose ? { ...zone, top: index, bottom: index } : { ...zone, left: index, right: index };
      lines.push({ sheetId, zone: part });
    }
  }
  return lines;
}

function hasHeaders({ numHeaders }: ChartData, series: { sheetId: string; zone: Zone }[], cells: ChartCells): boolean {
  if (numHeaders >= 0) return numHeaders > 0;
  return series.some(({ sheetId, zone }) => cells.isText(sheetId, zone.left, zone.top));
}

function withoutHeader(zone: Zone, transpose: boolean): Zone {
  if (transpose) return zone.left < zone.right ? { ...zone, left: zone.left + 1 } : zone;
  return zone.top < zone.bottom ? { ...zone, top: zone.top + 1 } : zone;
}

function titleStyle({ titleTextStyle }: Options): object {
  if (!titleTextStyle) return {};
  const { color, ...rest } = titleTextStyle;
  return color ? { ...rest, color: hexColor(color) ?? color } : rest;
}

function background({ backgroundColor }: Options): string {
  const color = typeof backgroundColor === 'string' ? backgroundColor : backgroundColor?.fill;
  return (color && hexColor(color)) || '#FFFFFF';
}

function legend({ legend: option }: Options, type: string): string {
  const position = typeof option === 'string' ? option : option?.position;
  if (position && ['top', 'bottom', 'left', 'right', 'none'].includes(position)) return position;
  return type === 'pie' ? 'right' : 'top';
}

function seriesStyles({ colors, series }: Options, count: number, type: string): Record<string, object> {
  const styles: Record<string, object> = {};
  for (let index = 0; index < count; index += 1) {
    const own = series?.[String(index)];
    const color = own?.color ?? (type === 'pie' ? undefined : colors?.[index]);
    const style: Record<string, unknown> = {};
    if (color) style.backgroundColor = hexColor(color) ?? color;
    if (own?.labelInLegend) style.label = own.labelInLegend;
    if (own?.targetAxisIndex === 1) style.yAxisId = 'y1';
    if (type === 'combo') style.type = own?.type === 'line' || (!own?.type && index > 0) ? 'line' : 'bar';
    styles[String(index)] = style;
  }
  return styles;
}

/** The engine's x is the axis drawn below, as Google's horizontal one, whichever of the two carries the values. */
function axes({ hAxis, vAxis, backgroundColor }: Options): object {
  const paper = background({ backgroundColor }).toLowerCase();
  const axis = (options: AxisOptions | undefined) => {
    const min = options?.viewWindow?.min ?? options?.minValue;
    const max = options?.viewWindow?.max ?? options?.maxValue;
    const line = options?.gridlines?.color;
    const isUnlined =
      options?.gridlines?.count === 0 || (line !== undefined && hexColor(line)?.toLowerCase() === paper);
    return {
      ...(options?.title && { title: { text: options.title } }),
      ...(min !== undefined && { min }),
      ...(max !== undefined && { max }),
      ...(isUnlined && { gridLines: 'none' }),
    };
  };
  return { x: axis(hAxis), y: axis(vAxis) };
}

function ofType(googleType: string, type: string, options: Options): object {
  const stacked = Boolean(options.isStacked);
  switch (type) {
    case 'bar':
      return { stacked, horizontal: googleType === 'BAR', showValues: Boolean(options.annotations) };
    case 'line':
      return { stacked, cumulative: false, labelsAsText: true, fillArea: googleType !== 'LINE' };
    case 'scatter':
      return { labelsAsText: false };
    case 'pie': {
      const hole = options.pieHole ?? 0;
      const slicesColors = options.colors?.map((color) => hexColor(color) ?? color);
      return {
        isDoughnut: hole > 0,
        ...(hole > 0 && { pieHolePercentage: Math.round(hole * 100) }),
        ...(slicesColors && { slicesColors }),
        showValues: options.pieSliceText !== 'none',
      };
    }
    case 'radar':
      return { stacked: false };
    default:
      return {};
  }
}
