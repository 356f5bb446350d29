import {
  type GoogleEnum,
  GoogleEnumValue,
  GoogleError,
  GoogleObject,
  signatureError,
} from '../../kernel/google-object.ts';
import { Chart } from './chart.ts';
import { applyOptions } from './chart-options.ts';
import type { ChartKind } from './chart-spec.ts';
import { DataTable, DataTableBuilder, DataViewDefinition, DataViewDefinitionBuilder } from './data-table.ts';
import { CURVE_STYLES, POINT_STYLES, POSITIONS } from './enums.ts';
import { TextStyle } from './text-style.ts';

import Google = GoogleAppsScript.Charts;

/** Google's size for a chart whose size nobody set. */
const DEFAULT_SIZE = { widthPixels: 600, heightPixels: 400 };

/** Diameters, pixels. */
const POINT_PIXELS: Readonly<Record<string, number>> = { NONE: 0, TINY: 3, MEDIUM: 7, LARGE: 12, HUGE: 20 };

/** What every builder has: data, size, options. */
abstract class ChartBuilder extends GoogleObject {
  readonly #kind: ChartKind;
  readonly #options = new Map<string, unknown>();
  #table: DataTable | undefined;
  #view: DataViewDefinition | undefined;

  constructor(kind: ChartKind) {
    super();
    this.#kind = kind;
  }

  setDataTable(table: Google.DataTableBuilder | Google.DataTableSource): this {
    const given: unknown = table;
    if (given instanceof DataTable) this.#table = given;
    else if (given instanceof DataTableBuilder) this.#table = given.build();
    else this.#table = dataTableOf(given);
    return this;
  }

  setDataViewDefinition(dataViewDefinition: Google.DataViewDefinition): this {
    const given: unknown = dataViewDefinition;
    this.#view = given instanceof DataViewDefinitionBuilder ? given.build() : (given as DataViewDefinition);
    if (!(this.#view instanceof DataViewDefinition)) {
      throw signatureError(`Charts.${this._className}.setDataViewDefinition`, [given]);
    }
    return this;
  }

  setDimensions(width: number, height: number): this {
    if (!(width > 0 && height > 0)) throw signatureError(`Charts.${this._className}.setDimensions`, [width, height]);
    return this._option('width', width)._option('height', height);
  }

  /** Takes dotted names (`hAxis.title`) and objects alike. */
  setOption(option: string, value: unknown): this {
    return this._option(option, value);
  }

  build(): Chart {
    if (!this.#table) throw new GoogleError('Chart data is required: call setDataTable before build.');
    const { _columns: columns, _rows: rows } = this.#view?._apply(this.#table) ?? this.#table;
    const spec = { kind: this.#kind, columns: [...columns], rows: [...rows], ...DEFAULT_SIZE };
    return new Chart(applyOptions(spec, this.#options), new Map(this.#options));
  }

  _option(name: string, value: unknown): this {
    if (isPlain(value)) for (const [key, inner] of Object.entries(value)) this._option(`${name}.${key}`, inner);
    else this.#options.set(name, value);
    return this;
  }

  _textStyle(name: string, style: Google.TextStyle): this {
    if (!(style instanceof TextStyle)) throw signatureError(`Charts.${this._className}.setTextStyle`, [style]);
    return this._option(`${name}.color`, style.getColor())
      ._option(`${name}.fontName`, style.getFontName())
      ._option(`${name}.fontSize`, style.getFontSize());
  }
}

/** Charts with a title, colours and a legend: all but tables. */
abstract class PictureBuilder extends ChartBuilder {
  setTitle(chartTitle: string): this {
    return this._option('title', String(chartTitle));
  }
  setTitleTextStyle(textStyle: Google.TextStyle): this {
    return this._textStyle('titleTextStyle', textStyle);
  }
  setColors(cssValues: string[]): this {
    if (!Array.isArray(cssValues)) throw signatureError(`Charts.${this._className}.setColors`, [cssValues]);
    return this._option('colors', cssValues);
  }
  setBackgroundColor(cssValue: string): this {
    return this._option('backgroundColor', cssValue);
  }
  setLegendPosition(position: Google.Position): this {
    return this._option('legend', enumName(POSITIONS, position).toLowerCase());
  }
  setLegendTextStyle(textStyle: Google.TextStyle): this {
    return this._textStyle('legendTextStyle', textStyle);
  }
}

/** Charts with two axes. */
abstract class AxisBuilder extends PictureBuilder {
  setXAxisTitle(title: string): this {
    return this._option('hAxis.title', String(title));
  }
  setYAxisTitle(title: string): this {
    return this._option('vAxis.title', String(title));
  }
  setXAxisTextStyle(textStyle: Google.TextStyle): this {
    return this._textStyle('hAxis.textStyle', textStyle);
  }
  setYAxisTextStyle(textStyle: Google.TextStyle): this {
    return this._textStyle('vAxis.textStyle', textStyle);
  }
  setXAxisTitleTextStyle(textStyle: Google.TextStyle): this {
    return this._textStyle('hAxis.titleTextStyle', textStyle);
  }
  setYAxisTitleTextStyle(textStyle: Google.TextStyle): this {
    return this._textStyle('vAxis.titleTextStyle', textStyle);
  }
}

/** Charts whose one axis holds categories and the other values. */
abstract class CategoryBuilder extends AxisBuilder {
  readonly #valueAxis: 'hAxis' | 'vAxis';

  constructor(kind: ChartKind) {
    super(kind);
    this.#valueAxis = kind === 'bar' ? 'hAxis' : 'vAxis';
  }

  setRange(start: number, end: number): this {
    return this._option(`${this.#valueAxis}.viewWindow.min`, start)._option(`${this.#valueAxis}.viewWindow.max`, end);
  }
  useLogScale(): this {
    return this._option(`${this.#valueAxis}.logScale`, true);
  }
  reverseCategories(): this {
    return this._option('reverseCategories', true);
  }
  _reverseValues(): this {
    return this._option(`${this.#valueAxis}.direction`, -1);
  }
  _points(style: Google.PointStyle): this {
    return this._option('pointSize', POINT_PIXELS[enumName(POINT_STYLES, style)]);
  }
}

export interface BarChartBuilder extends Omit<Google.BarChartBuilder, keyof CategoryBuilder> {}
export class BarChartBuilder extends CategoryBuilder {
  constructor() {
    super('bar');
  }
  setStacked(): this {
    return this._option('isStacked', true);
  }
  reverseDirection(): this {
    return this._reverseValues();
  }
}

export interface ColumnChartBuilder extends Omit<Google.ColumnChartBuilder, keyof CategoryBuilder> {}
export class ColumnChartBuilder extends CategoryBuilder {
  constructor() {
    super('column');
  }
  setStacked(): this {
    return this._option('isStacked', true);
  }
}

export interface AreaChartBuilder extends Omit<Google.AreaChartBuilder, keyof CategoryBuilder> {}
export class AreaChartBuilder extends CategoryBuilder {
  constructor() {
    super('area');
  }
  setStacked(): this {
    return this._option('isStacked', true);
  }
  setPointStyle(style: Google.PointStyle): this {
    return this._points(style);
  }
}

export interface LineChartBuilder extends Omit<Google.LineChartBuilder, keyof CategoryBuilder> {}
export class LineChartBuilder extends CategoryBuilder {
  constructor() {
    super('line');
  }
  setCurveStyle(style: Google.CurveStyle): this {
    return this._option('curveType', enumName(CURVE_STYLES, style) === 'SMOOTH' ? 'function' : 'none');
  }
  setPointStyle(style: Google.PointStyle): this {
    return this._points(style);
  }
}

export interface ScatterChartBuilder extends Omit<Google.ScatterChartBuilder, keyof AxisBuilder> {}
export class ScatterChartBuilder extends AxisBuilder {
  constructor() {
    super('scatter');
  }
  setPointStyle(style: Google.PointStyle): this {
    return this._option('pointSize', POINT_PIXELS[enumName(POINT_STYLES, style)]);
  }
  setXAxisRange(start: number, end: number): this {
    return this._option('hAxis.viewWindow.min', start)._option('hAxis.viewWindow.max', end);
  }
  setYAxisRange(start: number, end: number): this {
    return this._option('vAxis.viewWindow.min', start)._option('vAxis.viewWindow.max', end);
  }
  setXAxisLogScale(): this {
    return this._option('hAxis.logScale', true);
  }
  setYAxisLogScale(): this {
    return this._option('vAxis.logScale', true);
  }
}

export interface PieChartBuilder extends Omit<Google.PieChartBuilder, keyof PictureBuilder> {}
export class PieChartBuilder extends PictureBuilder {
  constructor() {
    super('pie');
  }
  reverseCategories(): this {
    return this._option('reverseCategories', true);
  }
}

export interface TableChartBuilder extends Omit<Google.TableChartBuilder, keyof ChartBuilder> {}
export class TableChartBuilder extends ChartBuilder {
  constructor() {
    super('table');
  }
  /** `(true)`, `(pageSize)`, `(pageSize, startPage)`; pages count from 0. */
  enablePaging(...args: unknown[]): this {
    const [first, startPage = 0] = args;
    if (typeof first === 'boolean') return this._option('page', first ? 'enable' : 'disable');
    return this._option('page', 'enable')._option('pageSize', first)._option('startPage', startPage);
  }
  enableRtlTable(rtlEnabled: boolean): this {
    return this._option('rtlTable', rtlEnabled);
  }
  enableSorting(enableSorting: boolean): this {
    return this._option('sort', enableSorting ? 'enable' : 'disable');
  }
  setFirstRowNumber(number: number): this {
    return this._option('firstRowNumber', number);
  }
  setInitialSortingAscending(column: number): this {
    return this._option('sortColumn', column)._option('sortAscending', true);
  }
  setInitialSortingDescending(column: number): this {
    return this._option('sortColumn', column)._option('sortAscending', false);
  }
  showRowNumberColumn(showRowNumber: boolean): this {
    return this._option('showRowNumber', showRowNumber);
  }
  useAlternatingRowStyle(alternate: boolean): this {
    return this._option('alternatingRowStyle', alternate);
  }
}

function enumName(holder: GoogleEnum, value: unknown): string {
  if (value instanceof GoogleEnumValue && holder._values[value.name()] === value) return value.name();
  throw new GoogleError(`Invalid argument: ${String(value)}`);
}

/** A spreadsheet's range gives its own table. */
function dataTableOf(source: unknown): DataTable {
  const table = (source as { getDataTable?: () => unknown } | null)?.getDataTable?.();
  if (table instanceof DataTable) return table;
  throw signatureError('Charts.setDataTable', [source]);
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof GoogleObject);
}
