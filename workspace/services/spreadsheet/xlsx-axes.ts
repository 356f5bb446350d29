import type { XlsxFile } from './engine.ts';

/** The axis of values of a chart. */
export interface ChartAxes {
  min?: number;
  max?: number;
  gridLines?: string;
}

/**
 * Adds to the charts of the file the limits of their value axis, and takes the lines away where
 * the page shows none: between categories, and where the chart asks for none.
 *
 * @param axes of chart1.xml, chart2.xml …
 * @source ECMA-376, part 1, 21.2.2.160 (scaling: orientation, then max, then min)
 */
export function withAxes(files: readonly XlsxFile[], axes: readonly ChartAxes[]): XlsxFile[] {
  const paths = new Map(axes.map((axis, at) => [`xl/charts/chart${at + 1}.xml`, axis]));
  return files.map((file) => {
    const axis = paths.get(file.path);
    if (!axis || !('content' in file)) return file;
    const content = file.content
      .replace(/<c:catAx>[\s\S]*?<\/c:catAx>/g, withoutLines)
      .replace(/<c:valAx>[\s\S]*?<\/c:valAx>/g, (xml) => withLimits(xml, axis));
    return { ...file, content };
  });
}

function withLimits(xml: string, { min, max, gridLines }: ChartAxes): string {
  const limits = `${max === undefined ? '' : `<c:max val="${max}"/>`}${min === undefined ? '' : `<c:min val="${min}"/>`}`;
  const scaled = xml.replace(/(<c:orientation\s[^>]*\/>)/, (orientation) => `${orientation}${limits}`);
  return gridLines === 'none' ? withoutLines(scaled) : scaled;
}

const withoutLines = (xml: string): string => xml.replace(/<c:majorGridlines>[\s\S]*?<\/c:majorGridlines>/, '');
