import { defineEnum } from '../../kernel/google-object.ts';
import { ChartType } from '../spreadsheet/enums.ts';

export const COLUMN_TYPES = defineEnum('ColumnType', ['DATE', 'NUMBER', 'STRING']);
export const CURVE_STYLES = defineEnum('CurveStyle', ['NORMAL', 'SMOOTH']);
export const POINT_STYLES = defineEnum('PointStyle', ['NONE', 'TINY', 'MEDIUM', 'LARGE', 'HUGE']);
export const POSITIONS = defineEnum('Position', ['TOP', 'RIGHT', 'BOTTOM', 'NONE']);
/** The same objects as a sheet's charts have: a script compares the one with the other. */
export const CHART_TYPES = ChartType;
export const HIDDEN_DIMENSION_STRATEGIES = defineEnum('ChartHiddenDimensionStrategy', [
  'IGNORE_BOTH',
  'IGNORE_ROWS',
  'IGNORE_COLUMNS',
  'SHOW_BOTH',
]);
export const MERGE_STRATEGIES = defineEnum('ChartMergeStrategy', ['MERGE_COLUMNS', 'MERGE_ROWS']);
