import type { TopLevelSpec } from 'vega-lite';
import type { ChartSpec } from './chart-spec.ts';
import { shortenLabel, textWidthPixels, wrapLabel } from './labels.ts';

/** Colours Google gives to series that have none. */
export const GOOGLE_COLORS = ['#3366cc', '#dc3912', '#ff9900', '#109618', '#990099', '#0099c6', '#dd4477', '#66aa00'];
export const CHART_FONT = 'PT Sans';

const PADDING_PIXELS = 12;
const LABEL_PIXELS = 12;
const LINE_PIXELS = 14;
/** Names below so many columns overlap however short they are; some are then left out. */
const MOST_LABELS = 16;
/** Space between groups of bars; Google's bars take 61.8 % of theirs. */
const GAP = 0.38;

/** One number of the chart in the long form that vega-lite wants. */
interface Datum {
  category: string | number | null;
  /** Place of the row: keeps the rows' order and keeps equal names apart. */
  place: number;
  series: string;
  seriesPlace: number;
  value: number | null;
  low?: number | null;
  high?: number | null;
}

/** The picture's description for vega-lite. A table is not a vega chart; see table-picture.ts. */
export function vegaSpec(chart: ChartSpec): TopLevelSpec {
  const data = datums(chart);
  const base = {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    width: chart.widthPixels,
    height: chart.heightPixels,
    autosize: { type: 'fit' as const, contains: 'padding' as const },
    padding: PADDING_PIXELS,
    background: chart.background ?? '#ffffff',
    ...(chart.title ? { title: { text: chart.title, anchor: 'start' as const, fontSize: 16, offset: 12 } } : {}),
    data: { values: data },
    config: {
      font: CHART_FONT,
      axis: {
        labelFontSize: LABEL_PIXELS,
        titleFontSize: 12,
        titleFontStyle: 'italic',
        titleFontWeight: 'normal',
        gridColor: '#e0e0e0',
      },
      legend: { labelFontSize: 12, title: null },
      view: { stroke: null },
      locale: { number: { decimal: ',', thousands: '\u00a0', grouping: [3], currency: ['', ''] } },
    },
  };
  return { ...base, ...(chart.kind === 'pie' ? pie(chart) : plot(chart, data)) } as unknown as TopLevelSpec;
}

function plot(chart: ChartSpec, data: readonly Datum[]): object {
  const whiskers = data.some((datum) => datum.low !== undefined);
  const marks = [mainLayer(chart), ...(whiskers ? [whiskerLayer(chart)] : [])];
  return { layer: marks };
}

function mainLayer(chart: ChartSpec): object {
  return {
    mark: mark(chart),
    encoding: {
      ...positions(chart),
      color: seriesColor(chart),
      // The first series lies at the bottom of a stack, as on Google.
      ...(chart.stacked ? { order: { field: 'seriesPlace' } } : {}),
    },
  };
}

function mark(chart: ChartSpec): object {
  const point = chart.pointPixels ? { size: chart.pointPixels ** 2, filled: true } : false;
  switch (chart.kind) {
    case 'line':
      return { type: 'line', point, ...(chart.smooth ? { interpolate: 'monotone' } : {}) };
    case 'area':
      return { type: 'area', opacity: 0.6, line: true, point };
    case 'scatter':
      return { type: 'point', filled: true, size: (chart.pointPixels ?? 7) ** 2, opacity: 1 };
    default:
      return { type: 'bar' };
  }
}

/** Ends of the interval around each value, as Google draws `interval` columns of bars and lines. */
function whiskerLayer(chart: ChartSpec): object {
  const places = positions(chart);
  const [value, category] = isBar(chart) ? (['x', 'y'] as const) : (['y', 'x'] as const);
  const offset = isBar(chart) ? 'yOffset' : 'xOffset';
  return {
    transform: [{ filter: 'isValid(datum.low) && isValid(datum.high)' }],
    mark: { type: 'errorbar', ticks: true, color: '#333333' },
    encoding: {
      [category]: places[category],
      ...(places[offset] ? { [offset]: places[offset] } : {}),
      [value]: { ...(places[value] as object), field: 'low', stack: null },
      [`${value}2`]: { field: 'high' },
    },
  };
}

function positions(chart: ChartSpec): Record<string, unknown> {
  const axisTitles = { x: chart.xTitle || null, y: chart.yTitle || null };
  if (chart.kind === 'scatter') {
    return {
      x: {
        field: 'category',
        type: 'quantitative',
        title: axisTitles.x,
        scale: scaleOf(chart.xRange, chart.xLogScale),
      },
      y: {
        field: 'value',
        type: 'quantitative',
        title: axisTitles.y,
        scale: scaleOf(chart.valueRange, chart.logScale),
      },
    };
  }
  const bars = isBar(chart);
  const gap = chart.groupWidth === undefined ? GAP : 1 - chart.groupWidth;
  const value = {
    field: 'value',
    type: 'quantitative',
    title: bars ? axisTitles.x : axisTitles.y,
    stack: chart.stacked ? 'zero' : null,
    axis: {
      ...(chart.lineColor ? { gridColor: chart.lineColor } : {}),
      ...(chart.ticks ? { values: chart.ticks } : {}),
    },
    scale: { ...scaleOf(chart.valueRange, chart.logScale), ...(chart.reverseDirection ? { reverse: true } : {}) },
  };
  const category = {
    field: 'place',
    type: chart.columns[0]?.type === 'date' && !bars ? 'ordinal' : 'nominal',
    sort: null,
    title: bars ? axisTitles.y : axisTitles.x,
    axis: {
      ...categoryLabels(chart),
      labelPadding: 6,
      labelOverlap: !bars && chart.rows.length > MOST_LABELS,
      grid: false,
      ticks: false,
      // A stacked part in the colour of the paper shall not hide the axis it begins at.
      zindex: 1,
    },
    scale: {
      ...(bars || chart.kind === 'column' ? { paddingInner: gap, paddingOuter: gap / 2 } : {}),
      ...(chart.reverseCategories ? { reverse: true } : {}),
    },
  };
  const grouped = seriesColumns(chart).length > 1 && !chart.stacked && (bars || chart.kind === 'column');
  const offset = grouped ? { [bars ? 'yOffset' : 'xOffset']: { field: 'seriesPlace', type: 'nominal' } } : {};
  return bars ? { x: value, y: category, ...offset } : { x: category, y: value, ...offset };
}

/** Names of rows may repeat, so rows are placed by number and the number is shown as the name, in lines. */
function categoryLabels(chart: ChartSpec): object {
  const bars = isBar(chart);
  const rows = Math.max(1, chart.rows.length);
  const width = bars ? chart.widthPixels * 0.4 : Math.max(48, plotWidthPixels(chart) / rows - 6);
  const lines = bars ? Math.max(1, Math.floor(plotHeightPixels(chart) / rows / LINE_PIXELS)) : 3;
  const names = chart.rows.map((row) => wrapLabel(categoryText(chart, row[0]), width, lines, LABEL_PIXELS));
  const shown = `${JSON.stringify(names)}[datum.value]`;
  // Lines are set downwards from the middle of the bar; they shall stand around it.
  const raised = Array.from({ length: lines - 1 }, (_, more) => ({
    test: `length(${shown}) === ${more + 2}`,
    value: (-(more + 1) * LINE_PIXELS) / 2,
  }));
  return {
    labelExpr: shown,
    labelAngle: 0,
    labelLimit: 0,
    ...(bars && raised.length > 0 ? { labelOffset: { condition: raised, value: 0 } } : {}),
  };
}

/** About what the titles, the value axis and a legend above or below leave for the bars. */
function plotHeightPixels(chart: ChartSpec): number {
  const legend = chart.legend === 'top' || chart.legend === 'bottom' ? 28 : 0;
  return chart.heightPixels - 2 * PADDING_PIXELS - 20 - legend - (chart.title ? 32 : 0) - (chart.xTitle ? 18 : 0);
}

/** About what the value axis and a legend at the side leave for the bars. */
function plotWidthPixels(chart: ChartSpec): number {
  const names = seriesColumns(chart).map(({ label }) => textWidthPixels(label, LABEL_PIXELS));
  const legend = (chart.legend ?? 'right') === 'right' ? Math.max(0, ...names) + 40 : 0;
  return chart.widthPixels - 2 * PADDING_PIXELS - 40 - legend;
}

/** Slices of the first series, with their shares where these are wide enough to read. */
function pie(chart: ChartSpec): object {
  const names = chart.rows.map((row) => categoryText(chart, row[0]));
  const theta = { field: 'value', type: 'quantitative', stack: true };
  // A number, not an expression: a radius that follows the width makes `fit` shrink the chart to nothing.
  const height = chart.heightPixels - 2 * PADDING_PIXELS - (chart.title ? 34 : 0);
  const side = (chart.legend ?? 'right') === 'right';
  const radius = (side ? Math.min(height, chart.widthPixels * 0.55) : Math.min(height - 24, chart.widthPixels)) / 2 - 4;
  const shortNames = names.map((name) => shortenLabel(name, chart.widthPixels * 0.35, LABEL_PIXELS));
  return {
    transform: [
      { filter: 'datum.value > 0' },
      { joinaggregate: [{ op: 'sum', field: 'value', as: 'total' }] },
      { calculate: "format(100 * datum.value / datum.total, ',.1f') + ' %'", as: 'share' },
    ],
    encoding: { theta, order: { field: 'place', type: 'quantitative' } },
    layer: [
      {
        mark: { type: 'arc', stroke: '#ffffff', outerRadius: radius },
        encoding: {
          color: {
            field: 'place',
            type: 'nominal',
            sort: null,
            scale: { domain: names.map((_, place) => place), range: rangeOfColors(chart, names.length) },
            legend: withNames(legendOf(chart), shortNames),
          },
        },
      },
      {
        transform: [{ filter: 'datum.value / datum.total > 0.04' }],
        mark: { type: 'text', radius: 0.7 * radius, fill: '#ffffff', fontSize: LABEL_PIXELS },
        encoding: { text: { field: 'share' } },
      },
    ],
  };
}

function withNames(legend: object | null, names: readonly string[]): object | null {
  return (
    legend && { ...legend, labelExpr: `${JSON.stringify(names)}[datum.value]`, labelLimit: 0, symbolType: 'square' }
  );
}

function seriesColor(chart: ChartSpec): object {
  const names = seriesColumns(chart).map(({ label }) => label);
  return {
    field: 'series',
    type: 'nominal',
    sort: null,
    scale: { domain: names, range: rangeOfColors(chart, names.length) },
    legend: legendOf(chart),
  };
}

function legendOf(chart: ChartSpec): object | null {
  const legend = chart.legend ?? 'right';
  return legend === 'none' ? null : { orient: legend, title: null };
}

function rangeOfColors(chart: ChartSpec, count: number): string[] {
  const colors = chart.colors && chart.colors.length > 0 ? chart.colors : GOOGLE_COLORS;
  return Array.from({ length: count }, (_, index) => colors[index % colors.length] as string);
}

function scaleOf(range: ChartSpec['valueRange'], logScale: boolean | undefined): object {
  const [low, high] = range ?? [null, null];
  return {
    ...(low === null ? {} : { domainMin: low }),
    ...(high === null ? {} : { domainMax: high }),
    ...(logScale ? { type: 'log' } : {}),
    ...(range ? { clamp: true, nice: false } : {}),
  };
}

function isBar(chart: ChartSpec): boolean {
  return chart.kind === 'bar';
}

function seriesColumns(chart: ChartSpec): { label: string; index: number }[] {
  const series = chart.columns
    .map((column, index) => ({ ...column, index }))
    .filter(({ index, role }) => index > 0 && role === undefined);
  return chart.kind === 'pie' ? series.slice(0, 1) : series;
}

function datums(chart: ChartSpec): Datum[] {
  return seriesColumns(chart).flatMap(({ label, index }, seriesPlace) =>
    chart.rows.map((row, place) => ({
      category: chart.kind === 'scatter' ? (row[0] ?? null) : categoryText(chart, row[0]),
      place,
      series: label,
      seriesPlace,
      value: numberOrNull(row[index]),
      ...(chart.columns[index + 1]?.role === 'interval'
        ? { low: numberOrNull(row[index + 1]), high: numberOrNull(row[index + 2]) }
        : {}),
    })),
  );
}

function categoryText(chart: ChartSpec, cell: string | number | null | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (chart.columns[0]?.type === 'date') return new Date(cell).toLocaleDateString('ru-RU', { timeZone: 'UTC' });
  return String(cell);
}

function numberOrNull(cell: string | number | null | undefined): number | null {
  return typeof cell === 'number' ? cell : null;
}
