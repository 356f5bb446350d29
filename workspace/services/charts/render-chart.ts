import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import * as vega from 'vega';
import { compile } from 'vega-lite';
import type { ChartSpec } from './chart-spec.ts';
import { textWidthPixels } from './labels.ts';
import { tableSvg } from './table-picture.ts';
import { CHART_FONT, vegaSpec } from './vega-spec.ts';

/** vega's typings leave out its writer of SVG text. */
interface SvgTextRenderer {
  initialize(element: null, width: number, height: number, origin: [number, number]): void;
  render(scene: unknown): void;
  svg(): string;
}
const { SVGStringRenderer, textMetrics } = vega as unknown as {
  SVGStringRenderer: new () => SvgTextRenderer;
  textMetrics: { width(item: { fontSize?: number; fontWeight?: unknown }, text: unknown): number };
};

/**
 * Draws a chart at once, with no browser and no promise.
 *
 * @param scale picture pixels for each pixel of the chart; Google's charts have one
 * @returns a PNG of `widthPixels` × `heightPixels` times `scale`
 */
export function renderChartPng(chart: ChartSpec, scale = 1): Uint8Array {
  const picture = new Resvg(chartSvg(chart), {
    // The scene has no paper of its own, and Google's pictures are not transparent.
    background: chart.background ?? '#ffffff',
    fitTo: { mode: 'width', value: Math.round(chart.widthPixels * scale) },
    font: { loadSystemFonts: false, fontFiles: fontFiles(), defaultFontFamily: CHART_FONT },
  });
  return picture.render().asPng();
}

/**
 * vega's own `toSVG` is asynchronous only because data and pictures may have to be fetched;
 * our data are in the description, so the view runs synchronously and its scene is written.
 */
export function chartSvg(chart: ChartSpec): string {
  if (chart.kind === 'table') return tableSvg(chart);
  textMetrics.width = ({ fontSize = 11, fontWeight }, text) =>
    textWidthPixels(String(text ?? ''), fontSize, fontWeight === 'bold');
  const view = new vega.View(vega.parse(compile(vegaSpec(chart)).spec), { renderer: 'none' }).run();
  const { left, right, top, bottom } = view.padding() as { left: number; right: number; top: number; bottom: number };
  const { _viewWidth: width, _viewHeight: height } = view as unknown as { _viewWidth: number; _viewHeight: number };
  const [x, y] = view.origin();
  const renderer = new SVGStringRenderer();
  renderer.initialize(null, width + left + right, height + top + bottom, [left + x, top + y]);
  renderer.render((view.scenegraph() as unknown as { root: unknown }).root);
  view.finalize();
  return renderer.svg();
}

/** Fonts come with the product: the machine's may lack Cyrillic letters. */
function fontFiles(): string[] {
  const directory = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/pt-sans/package.json'));
  return ['400Regular/PTSans_400Regular', '400Regular_Italic/PTSans_400Regular_Italic', '700Bold/PTSans_700Bold'].map(
    (file) => join(directory, `${file}.ttf`),
  );
}
