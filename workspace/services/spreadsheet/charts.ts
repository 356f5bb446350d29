import { createHash } from 'node:crypto';
import { type GoogleEnumValue, GoogleError, GoogleObject } from '../../kernel/google-object.ts';
import { quotedSheetName, zoneToA1 } from './a1.ts';
import { type ChartData, engineChart } from './chart-definition.ts';
import type { Zone } from './engine.ts';
import { asGoogle, ChartType } from './enums.ts';
import { plainCopy } from './plain-copy.ts';
import type { Range } from './range.ts';
import type { Sheet } from './sheet.ts';

const KIND = 'chart';
const extraId = (chartId: string): string => `${KIND}:${chartId}`;
/** What Sheets gives a new chart. */
const DEFAULT_SIZE = { width: 600, height: 371 };

export interface ContainerInfo extends GoogleAppsScript.Spreadsheet.ContainerInfo {}

export class ContainerInfo extends GoogleObject {
  readonly #position: ChartData['position'];

  constructor(position: ChartData['position']) {
    super();
    this.#position = position;
  }

  getAnchorRow(): number {
    return this.#position.row;
  }

  getAnchorColumn(): number {
    return this.#position.column;
  }

  getOffsetX(): number {
    return this.#position.x;
  }

  getOffsetY(): number {
    return this.#position.y;
  }
}

class ChartOptions extends GoogleObject {
  readonly #options: Record<string, unknown>;

  constructor(options: Record<string, unknown>) {
    super();
    this.#options = options;
  }

  get(option: string): unknown {
    return optionAt(this.#options, option) ?? null;
  }

  getOrDefault(option: string): unknown {
    return this.get(option);
  }
}

export interface EmbeddedChart extends GoogleAppsScript.Spreadsheet.EmbeddedChart {}

export class EmbeddedChart extends GoogleObject {
  readonly _sheet: Sheet;
  readonly _data: ChartData;
  /** The engine's ids; absent until the chart is inserted. */
  readonly _chartId: string | undefined;
  readonly _figureId: string | undefined;

  constructor(sheet: Sheet, data: ChartData, chartId?: string, figureId?: string) {
    super();
    this._sheet = sheet;
    this._data = data;
    this._chartId = chartId;
    this._figureId = figureId;
  }

  getChartId(): number | null {
    return this._chartId === undefined ? null : chartNumber(this._chartId);
  }

  getId(): string | null {
    return this._chartId ?? null;
  }

  getRanges(): Range[] {
    return this._data.ranges.map(({ sheetId, zone }) => this._sheet._spreadsheet._sheet(sheetId)._rangeIn(zone));
  }

  getContainerInfo(): ContainerInfo {
    return new ContainerInfo(this._data.position);
  }

  getOptions(): GoogleAppsScript.Charts.ChartOptions {
    return asGoogle(new ChartOptions(this._data.options));
  }

  getNumHeaders(): number {
    return this._data.numHeaders;
  }

  getTransposeRowsAndColumns(): boolean {
    return this._data.transpose;
  }

  modify(): EmbeddedChartBuilder {
    return new EmbeddedChartBuilder(this._sheet, plainCopy(this._data), this._chartId, this._figureId);
  }
}

export interface EmbeddedChartBuilder extends GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder {}

/** One builder for all kinds: what `asColumnChart` adds is only other names for options. */
export class EmbeddedChartBuilder extends GoogleObject {
  readonly #sheet: Sheet;
  readonly #data: ChartData;
  readonly #chartId: string | undefined;
  readonly #figureId: string | undefined;

  constructor(sheet: Sheet, data: ChartData, chartId?: string, figureId?: string) {
    super();
    this.#sheet = sheet;
    this.#data = data;
    this.#chartId = chartId;
    this.#figureId = figureId;
  }

  build(): EmbeddedChart {
    return new EmbeddedChart(this.#sheet, plainCopy(this.#data), this.#chartId, this.#figureId);
  }

  addRange(range: GoogleAppsScript.Spreadsheet.Range): EmbeddedChartBuilder {
    const { _sheetId: sheetId, _zone: zone } = asGoogle<Range>(range);
    this.#data.ranges.push({ sheetId, zone });
    return this;
  }

  removeRange(range: GoogleAppsScript.Spreadsheet.Range): EmbeddedChartBuilder {
    const { _sheetId, _zone } = asGoogle<Range>(range);
    const key = `${_sheetId}!${zoneToA1(_zone)}`;
    this.#data.ranges = this.#data.ranges.filter(({ sheetId, zone }) => `${sheetId}!${zoneToA1(zone)}` !== key);
    return this;
  }

  clearRanges(): EmbeddedChartBuilder {
    this.#data.ranges = [];
    return this;
  }

  getRanges(): Range[] {
    return this.build().getRanges();
  }

  getContainer(): ContainerInfo {
    return new ContainerInfo(this.#data.position);
  }

  getChartType(): GoogleAppsScript.Charts.ChartType {
    return asGoogle(ChartType._of(this.#data.type as 'COLUMN'));
  }

  setChartType(type: GoogleAppsScript.Charts.ChartType): EmbeddedChartBuilder {
    this.#data.type = asGoogle<GoogleEnumValue>(type).name();
    return this;
  }

  setNumHeaders(headers: number): EmbeddedChartBuilder {
    this.#data.numHeaders = headers;
    return this;
  }

  setTransposeRowsAndColumns(transpose: boolean): EmbeddedChartBuilder {
    this.#data.transpose = transpose;
    return this;
  }

  setMergeStrategy(_strategy: GoogleAppsScript.Charts.ChartMergeStrategy): EmbeddedChartBuilder {
    return this;
  }

  setHiddenDimensionStrategy(_strategy: GoogleAppsScript.Charts.ChartHiddenDimensionStrategy): EmbeddedChartBuilder {
    return this;
  }

  setPosition(anchorRow: number, anchorColumn: number, offsetX: number, offsetY: number): EmbeddedChartBuilder {
    this.#data.position = { row: anchorRow, column: anchorColumn, x: offsetX, y: offsetY };
    return this;
  }

  /** @param option also a path: 'hAxis.title' */
  setOption(option: string, value: unknown): EmbeddedChartBuilder {
    const path = option.split('.');
    const last = path.pop()!;
    let place = this.#data.options;
    for (const key of path) {
      if (typeof place[key] !== 'object' || place[key] === null) place[key] = {};
      place = place[key] as Record<string, unknown>;
    }
    place[last] = value;
    return this;
  }

  setTitle(title: string): EmbeddedChartBuilder {
    return this.setOption('title', title);
  }

  setXAxisTitle(title: string): EmbeddedChartBuilder {
    return this.setOption('hAxis.title', title);
  }

  setYAxisTitle(title: string): EmbeddedChartBuilder {
    return this.setOption('vAxis.title', title);
  }

  setColors(cssValues: string[]): EmbeddedChartBuilder {
    return this.setOption('colors', cssValues);
  }

  setBackgroundColor(cssValue: string): EmbeddedChartBuilder {
    return this.setOption('backgroundColor', cssValue);
  }

  setLegendPosition(position: GoogleAppsScript.Charts.Position): EmbeddedChartBuilder {
    return this.setOption('legend.position', asGoogle<GoogleEnumValue>(position).name().toLowerCase());
  }

  setStacked(): EmbeddedChartBuilder {
    return this.setOption('isStacked', true);
  }

  setRange(start: number, end: number): EmbeddedChartBuilder {
    return this.setOption('vAxis.viewWindow', { min: start, max: end });
  }

  set3D(): EmbeddedChartBuilder {
    return this.setOption('is3D', true);
  }

  asAreaChart(): GoogleAppsScript.Spreadsheet.EmbeddedAreaChartBuilder {
    return this.#as('AREA');
  }

  asBarChart(): GoogleAppsScript.Spreadsheet.EmbeddedBarChartBuilder {
    return this.#as('BAR');
  }

  asColumnChart(): GoogleAppsScript.Spreadsheet.EmbeddedColumnChartBuilder {
    return this.#as('COLUMN');
  }

  asComboChart(): GoogleAppsScript.Spreadsheet.EmbeddedComboChartBuilder {
    return this.#as('COMBO');
  }

  asHistogramChart(): GoogleAppsScript.Spreadsheet.EmbeddedHistogramChartBuilder {
    return this.#as('HISTOGRAM');
  }

  asLineChart(): GoogleAppsScript.Spreadsheet.EmbeddedLineChartBuilder {
    return this.#as('LINE');
  }

  asPieChart(): GoogleAppsScript.Spreadsheet.EmbeddedPieChartBuilder {
    return this.#as('PIE');
  }

  asScatterChart(): GoogleAppsScript.Spreadsheet.EmbeddedScatterChartBuilder {
    return this.#as('SCATTER');
  }

  #as<T>(type: string): T {
    this.#data.type = type;
    return asGoogle<T>(this);
  }
}

function optionAt(options: Record<string, unknown>, path: string): unknown {
  let value: unknown = options;
  for (const key of path.split('.')) value = (value as Record<string, unknown> | undefined)?.[key];
  return value;
}

function chartNumber(chartId: string): number {
  return createHash('sha256').update(chartId).digest().readUInt32BE(0) & 0x7fffffff;
}

export function newChart(sheet: Sheet): EmbeddedChartBuilder {
  return new EmbeddedChartBuilder(sheet, {
    type: 'COLUMN',
    ranges: [],
    options: {},
    numHeaders: -1,
    transpose: false,
    position: { row: 1, column: 1, x: 0, y: 0 },
  });
}

export function insertChart(sheet: Sheet, chart: EmbeddedChart): void {
  const book = sheet._book;
  const chartId = book.newId();
  writeChart(sheet, chart, 'CREATE_CHART', chartId, book.newId());
}

export function updateChart(sheet: Sheet, chart: EmbeddedChart): void {
  const { _chartId: chartId, _figureId: figureId } = chart;
  if (!chartId || !figureId || !sheet._book.getters.getFigure(sheet._id, figureId)) {
    throw new GoogleError('Embedded chart not found.');
  }
  writeChart(sheet, chart, 'UPDATE_CHART', chartId, figureId);
}

function writeChart(
  sheet: Sheet,
  { _data: data }: EmbeddedChart,
  type: string,
  chartId: string,
  figureId: string,
): void {
  const book = sheet._book;
  if (data.ranges.length === 0) throw new GoogleError('A chart needs at least one range.');
  const { options, position } = data;
  const size = {
    width: Number(options.width) || DEFAULT_SIZE.width,
    height: Number(options.height) || DEFAULT_SIZE.height,
  };
  const anchor = {
    col: Math.max(0, position.column - 1),
    row: Math.max(0, position.row - 1),
    offset: { x: position.x, y: position.y },
  };
  const definition = engineChart(data, {
    address: (sheetId: string, zone: Zone) =>
      `${quotedSheetName(book.getters.getSheetName(sheetId))}!${zoneToA1(zone)}`,
    isText: (sheetId, col, row) => book.getters.getEvaluatedCell({ sheetId, col, row }).type === 'text',
  });
  const { ranges, ...rest } = data;
  book.write({
    type: 'PUT_EXTRA',
    extraId: extraId(chartId),
    kind: KIND,
    sheetId: sheet._id,
    data: { ...rest, ranges },
  });
  if (type === 'CREATE_CHART') book.write({ type, sheetId: sheet._id, chartId, figureId, definition, size, ...anchor });
  else {
    book.write({ type, sheetId: sheet._id, chartId, figureId, definition });
    book.write({ type: 'UPDATE_FIGURE', sheetId: sheet._id, figureId, ...anchor, ...size });
  }
}

export function readCharts(sheet: Sheet): EmbeddedChart[] {
  const { getters } = sheet._book;
  return getters.getChartIds(sheet._id).map((chartId) => {
    const figureId = getters.getFigureIdFromChartId(chartId);
    const figure = getters.getFigure(sheet._id, figureId)!;
    const kept = getters.getExtra(extraId(chartId))?.data as ChartData | undefined;
    const position = { row: figure.row + 1, column: figure.col + 1, x: figure.offset.x, y: figure.offset.y };
    const definition = getters.getChartDefinition(chartId);
    const data = kept ? { ...kept, position } : fromPage(sheet, definition, position);
    return new EmbeddedChart(sheet, plainCopy(data), chartId, figureId);
  });
}

/** A chart that a person made in the page: its ranges and title are what scripts look for. */
function fromPage(
  sheet: Sheet,
  definition: Record<string, unknown> & { type: string },
  position: ChartData['position'],
): ChartData {
  const source = definition.dataSource as { labelRange?: string; dataSets?: { dataRange: string }[] } | undefined;
  const addresses = [source?.labelRange, ...(source?.dataSets ?? []).map(({ dataRange }) => dataRange)];
  const ranges = addresses
    .filter((address) => address !== undefined)
    .map((address) => sheet.getRange(address))
    .map((range) => ({ sheetId: range._sheetId, zone: range._zone }));
  const { text = '' } = (definition.title ?? {}) as { text?: string };
  const type = definition.type === 'bar' ? (definition.horizontal ? 'BAR' : 'COLUMN') : definition.type.toUpperCase();
  return { type, ranges, options: { title: text }, numHeaders: -1, transpose: false, position };
}
