import type { ServiceDefinition } from '../../kernel/execution.ts';
import { GoogleObject } from '../../kernel/google-object.ts';
import {
  AreaChartBuilder,
  BarChartBuilder,
  ColumnChartBuilder,
  LineChartBuilder,
  PieChartBuilder,
  ScatterChartBuilder,
  TableChartBuilder,
} from './chart-builders.ts';
import { DataTableBuilder, DataViewDefinitionBuilder } from './data-table.ts';
import {
  CHART_TYPES,
  COLUMN_TYPES,
  CURVE_STYLES,
  HIDDEN_DIMENSION_STRATEGIES,
  MERGE_STRATEGIES,
  POINT_STYLES,
  POSITIONS,
} from './enums.ts';
import { TextStyleBuilder } from './text-style.ts';

import Google = GoogleAppsScript.Charts;

/** Charts need no authorisation. */
export const chartsService: ServiceDefinition = {
  name: 'Charts',
  create: () => new Charts(),
};

type Enums =
  | 'ChartHiddenDimensionStrategy'
  | 'ChartMergeStrategy'
  | 'ChartType'
  | 'ColumnType'
  | 'CurveStyle'
  | 'PointStyle'
  | 'Position';

export interface Charts extends Omit<Google.Charts, Enums> {}
export class Charts extends GoogleObject {
  readonly ChartHiddenDimensionStrategy = HIDDEN_DIMENSION_STRATEGIES;
  readonly ChartMergeStrategy = MERGE_STRATEGIES;
  readonly ChartType = CHART_TYPES;
  readonly ColumnType = COLUMN_TYPES;
  readonly CurveStyle = CURVE_STYLES;
  readonly PointStyle = POINT_STYLES;
  readonly Position = POSITIONS;

  newDataTable(): DataTableBuilder {
    return new DataTableBuilder();
  }
  newDataViewDefinition(): DataViewDefinitionBuilder {
    return new DataViewDefinitionBuilder();
  }
  newBarChart(): BarChartBuilder {
    return new BarChartBuilder();
  }
  newColumnChart(): ColumnChartBuilder {
    return new ColumnChartBuilder();
  }
  newLineChart(): LineChartBuilder {
    return new LineChartBuilder();
  }
  newAreaChart(): AreaChartBuilder {
    return new AreaChartBuilder();
  }
  newPieChart(): PieChartBuilder {
    return new PieChartBuilder();
  }
  newScatterChart(): ScatterChartBuilder {
    return new ScatterChartBuilder();
  }
  newTableChart(): TableChartBuilder {
    return new TableChartBuilder();
  }
  newTextStyle(): TextStyleBuilder {
    return new TextStyleBuilder();
  }
}
