import { GoogleError, GoogleObject } from '../../kernel/google-object.ts';
import { Blob } from '../utilities/blob.ts';
import type { ChartSpec } from './chart-spec.ts';
import { renderChartPng } from './render-chart.ts';

import Google = GoogleAppsScript.Charts;

export interface Chart extends Google.Chart {}
export class Chart extends GoogleObject {
  readonly _spec: ChartSpec;
  readonly #options: ReadonlyMap<string, unknown>;

  constructor(spec: ChartSpec, options: ReadonlyMap<string, unknown>) {
    super();
    this._spec = spec;
    this.#options = options;
  }

  getBlob(): Blob {
    return this.getAs('image/png');
  }

  getAs(contentType: string): Blob {
    if (contentType !== 'image/png') {
      throw new GoogleError(`Converting from image/png to ${contentType} is not supported.`);
    }
    return new Blob(renderChartPng(this._spec), contentType, 'chart.png');
  }

  getOptions(): ChartOptions {
    return new ChartOptions(this.#options);
  }
}

export interface ChartOptions extends Google.ChartOptions {}
export class ChartOptions extends GoogleObject {
  readonly #options: ReadonlyMap<string, unknown>;

  constructor(options: ReadonlyMap<string, unknown>) {
    super();
    this.#options = options;
  }

  get(option: string): unknown {
    return this.#options.get(option) ?? null;
  }
}
