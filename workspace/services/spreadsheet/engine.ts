import 'core-js/actual/object/group-by.js';
import * as loaded from '@odoo/o-spreadsheet';

/**
 * `@odoo/o-spreadsheet` as the server uses it: unmodified, loaded as a separate package
 * (LGPL-3.0-or-later). It is written for Node 22, hence `Object.groupBy` from core-js before it.
 *
 * Only what the workspace reads of its objects is typed here; its own types describe the page.
 */
export interface Zone {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface CellPosition {
  sheetId: string;
  col: number;
  row: number;
}

export interface CellStyle {
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  strikethrough?: boolean;
  align?: 'left' | 'center' | 'right';
  verticalAlign?: 'top' | 'middle' | 'bottom';
  wrapping?: 'overflow' | 'wrap' | 'clip';
  fillColor?: string;
  textColor?: string;
  fontSize?: number;
  rotation?: number;
  /** Ours: the engine keeps style keys it does not know, through export, copy and sort. */
  fontFamily?: string;
  /** Ours: Google's format where the engine's language has no such thing; true while the cell's format is `engine`. */
  numberFormat?: { google: string; engine: string };
}

/** A cell as written. */
export interface RawCell {
  id: number;
  isFormula: boolean;
  content: string;
  parsedValue?: string | number | boolean | null;
  compiledFormula?: {
    toFormulaString(getters: unknown): string;
    rangeDependencies: EngineRange[];
    isBadExpression: boolean;
  };
  style?: CellStyle;
  format?: string;
}

/** A cell as calculated. */
export interface EvaluatedCell {
  type: 'empty' | 'text' | 'number' | 'boolean' | 'error';
  value: string | number | boolean | null;
  format?: string;
  formattedValue: string;
  message?: string;
  link?: { url: string; label: string };
}

export interface EngineRange {
  sheetId: string;
  zone: Zone;
  unboundedZone: { left: number; top: number; right?: number; bottom?: number };
}

export interface RangeData {
  _sheetId: string;
  _zone: { left: number; top: number; right?: number; bottom?: number };
}

export interface EngineLocale {
  name: string;
  code: string;
  thousandsSeparator?: string;
  decimalSeparator: string;
  weekStart: number;
  dateFormat: string;
  timeFormat: string;
  formulaArgSeparator: string;
}

export interface EngineSheet {
  id: string;
  name: string;
  isVisible: boolean;
  color?: string;
  rows: { cells: Record<number, number | undefined> }[];
}

export interface EngineFigure {
  id: string;
  tag: string;
  col: number;
  row: number;
  offset: { x: number; y: number };
  width: number;
  height: number;
}

export interface ConditionalFormat {
  id: string;
  rule: Record<string, unknown> & { type: string };
  stopIfTrue?: boolean;
  ranges: string[];
}

export interface ValidationRule {
  id: string;
  criterion: { type: string; values: string[]; displayStyle?: string; dateValue?: string };
  ranges: EngineRange[];
  isBlocking?: boolean;
}

export interface EngineTable {
  id: string;
  range: EngineRange;
  config: Record<string, unknown> & { hasFilters: boolean; styleId: string };
}

export type BorderSide = { style: string; color: string };
export type CellBorder = Partial<Record<'top' | 'bottom' | 'left' | 'right', BorderSide>>;

export interface Getters {
  getSheetIds(): string[];
  getSheet(sheetId: string): EngineSheet;
  tryGetSheet(sheetId: string): EngineSheet | undefined;
  getSheetName(sheetId: string): string;
  getSheetIdByName(name: string): string | undefined;
  isSheetVisible(sheetId: string): boolean;
  getNumberRows(sheetId: string): number;
  getNumberCols(sheetId: string): number;
  getPaneDivisions(sheetId: string): { xSplit: number; ySplit: number };
  getGridLinesVisibility(sheetId: string): boolean;
  getCell(position: CellPosition): RawCell | undefined;
  getCells(sheetId: string): RawCell[];
  getCellPosition(cellId: number): CellPosition;
  tryGetCellPosition(cellId: number): CellPosition | undefined;
  getCellBorder(position: CellPosition): CellBorder | null;
  getEvaluatedCell(position: CellPosition): EvaluatedCell;
  getArrayFormulaSpreadingOn(position: CellPosition): CellPosition | undefined;
  getSpreadZone(position: CellPosition): Zone | undefined;
  evaluateFormula(sheetId: string, formula: string): unknown;
  getTranslatedCellFormula(sheetId: string, offsetX: number, offsetY: number, formula: unknown): string;
  getMerges(sheetId: string): Zone[];
  getMergesInZone(sheetId: string, zone: Zone): Zone[];
  getMerge(position: CellPosition): Zone | undefined;
  isColHidden(sheetId: string, col: number): boolean;
  isRowHidden(sheetId: string, row: number): boolean;
  isColHiddenByUser(sheetId: string, col: number): boolean;
  isRowHiddenByUser(sheetId: string, row: number): boolean;
  getColSize(sheetId: string, col: number): number;
  getRowSize(sheetId: string, row: number): number;
  getUserRowSize(sheetId: string, row: number): number | undefined;
  getConditionalFormats(sheetId: string): ConditionalFormat[];
  getDataValidationRules(sheetId: string): ValidationRule[];
  getValidationRuleForCell(position: CellPosition): ValidationRule | undefined;
  isDataValidationInvalid(position: CellPosition): boolean;
  getNamedRanges(): { name: string; range: EngineRange }[];
  getNamedRange(name: string): { name: string; range: EngineRange } | undefined;
  getChartIds(sheetId: string): string[];
  getChartDefinition(chartId: string): Record<string, unknown> & { type: string };
  getFigureIdFromChartId(chartId: string): string;
  /** What of a chart goes into a file; charts that files do not know are exported as pictures. */
  getChart(chartId: string): { getDefinitionForExcel(getters: Getters): object | undefined } | undefined;
  getFigure(sheetId: string, figureId: string): EngineFigure | undefined;
  getFigures(sheetId: string): EngineFigure[];
  getTables(sheetId: string): EngineTable[];
  getCoreTables(sheetId: string): EngineTable[];
  getLocale(): EngineLocale;
  getRangeFromZone(sheetId: string, zone: Zone): EngineRange;
  getRangeFromSheetXC(sheetId: string, xc: string): EngineRange;
  getRangeDataFromZone(sheetId: string, zone: Zone): RangeData;
  getRangeFromRangeData(data: RangeData): EngineRange;
  getRangeString(range: EngineRange, forSheetId: string): string;
  /** Ours: extras-plugin.ts. */
  getExtras(kind: string): Extra[];
  getExtra(id: string): Extra | undefined;
}

/** What Sheets keeps and the engine does not: a note, a protection, a piece of developer metadata, … */
export interface Extra {
  id: string;
  kind: string;
  /** The sheet it belongs to; absent: the whole spreadsheet. */
  sheetId?: string;
  /** The cells it follows when rows and columns move; absent: the whole sheet. */
  range?: EngineRange;
  data: unknown;
}

export interface EngineCommand {
  type: string;
  [parameter: string]: unknown;
}

export interface DispatchResult {
  isSuccessful: boolean;
  reasons: string[];
}

/** A message of a collaborative session; the server passes on what it does not read. */
export interface SessionMessage {
  type: string;
  version: number;
  clientId?: string;
  serverRevisionId?: string;
  nextRevisionId?: string;
  commands?: EngineCommand[];
  [field: string]: unknown;
}

export interface WorkbookData {
  revisionId: string;
  [part: string]: unknown;
}

export interface Model {
  readonly getters: Getters;
  dispatch(type: string, payload?: object): DispatchResult;
  on(event: string, owner: unknown, callback: (detail: never) => void): void;
  off(event: string, owner: unknown): void;
  exportXLSX(): Promise<{ files: XlsxFile[] }>;
  /** The whole state; `exportData` would build the workbook two more times to check itself. */
  _exportData(squished: boolean): WorkbookData;
}

export type XlsxFile = { path: string; content: string } | { path: string; imageSrc: string };

export interface FunctionResult {
  value: string | number | boolean | null;
  format?: string;
  message?: string;
}

interface PluginRegistry {
  add(name: string, plugin: unknown): PluginRegistry;
  replace(name: string, plugin: unknown): PluginRegistry;
  contains(name: string): boolean;
  get(name: string): unknown;
}

export interface Engine {
  Model: new (data: object, config: object, messages: readonly SessionMessage[]) => Model;
  CorePlugin: new (config: PluginConfig) => EnginePlugin;
  UIPlugin: new (config: PluginConfig) => EnginePlugin;
  EvaluationError: new (message: string, value?: string) => Error & { value: string };
  registries: Record<
    | 'corePluginRegistry'
    | 'coreViewsPluginRegistry'
    | 'featurePluginRegistry'
    | 'functionRegistry'
    | 'inverseCommandRegistry'
    | 'statefulUIPluginRegistry',
    PluginRegistry
  >;
  addFunction(name: string, description: FunctionDescription): void;
  coreTypes: Set<string>;
  tokenize(formula: string, locale?: EngineLocale): { type: string; value: string }[];
  DEFAULT_LOCALE: EngineLocale;
  helpers: {
    arg(definition: string, description: string): unknown;
    UuidGenerator: { prototype: { uuidv4(): string } };
    /** Both throw where the cell holds an error. */
    toString(cell: FunctionResult | undefined): string;
    toNumber(cell: FunctionResult | undefined, locale: EngineLocale): number;
    formatValue(value: unknown, how: { format?: string; locale: EngineLocale }): string;
    isNumber(text: string, locale: EngineLocale): boolean;
    isDateTime(text: string, locale: EngineLocale): boolean;
    isDateTimeFormat(format: string): boolean;
    parseFormat(format: string): unknown;
    createEmptyWorkbookData(sheetName: string): WorkbookData & { sheets: Record<string, unknown>[] };
    deepEquals(a: unknown, b: unknown): boolean;
  };
}

/** Inside `compute`, `this` holds the model's `custom` settings beside these. */
export interface EvalContext {
  getters: Getters;
  locale: EngineLocale;
  __originSheetId: string;
  __originCellPosition?: CellPosition;
  workspace?: unknown;
}

export interface FunctionDescription {
  description: string;
  args: unknown[];
  compute(this: EvalContext, ...args: never[]): unknown;
  isExported?: boolean;
  category?: string;
}

export interface PluginConfig {
  custom: Record<string, unknown>;
}

export interface EnginePlugin {
  getters: Getters;
  dispatch(type: string, payload: object): DispatchResult;
  history: { update(...path: unknown[]): void };
  allowDispatch(command: EngineCommand): string | string[];
  beforeHandle(command: EngineCommand): void;
  handle(command: EngineCommand): void;
  finalize(): void;
}

export const engine = loaded as unknown as Engine;

/** The engine reports its timings through console.debug; nobody here reads them. */
export function quietly<T>(work: () => T): T {
  const debug = console.debug;
  console.debug = () => {};
  try {
    return work();
  } finally {
    console.debug = debug;
  }
}
