import { html } from 'hono/html';
import type { ChartCell, ChartSpec } from './chart-spec.ts';
import { CHART_FONT } from './vega-spec.ts';

const ROW_PIXELS = 26;

/** Charts' table: a plain grid under its column titles. */
export function tableSvg(chart: ChartSpec): string {
  const columnPixels = chart.widthPixels / Math.max(1, chart.columns.length);
  const shown = chart.rows.slice(0, Math.max(0, Math.floor(chart.heightPixels / ROW_PIXELS) - 1));
  const lines = [chart.columns.map(({ label }) => label), ...shown.map((row) => row.map(cellText))];
  const cells = lines.flatMap((line, row) =>
    line.map((text, column) => {
      const number = row > 0 && chart.columns[column]?.type === 'number';
      const x = number ? (column + 1) * columnPixels - 8 : column * columnPixels + 8;
      return html`<text x="${x}" y="${row * ROW_PIXELS + 18}" text-anchor="${number ? 'end' : 'start'}" font-weight="${row === 0 ? 'bold' : 'normal'}">${text}</text>`;
    }),
  );
  const stripes = lines.map(
    (_, row) =>
      html`<rect x="0.5" y="${row * ROW_PIXELS + 0.5}" width="${chart.widthPixels - 1}" height="${ROW_PIXELS}" fill="${row === 0 ? '#e8eaed' : '#ffffff'}" stroke="#c8c8c8"/>`,
  );
  return String(
    html`<svg xmlns="http://www.w3.org/2000/svg" width="${chart.widthPixels}" height="${chart.heightPixels}" font-family="${CHART_FONT}" font-size="13"><rect width="100%" height="100%" fill="#ffffff"/>${stripes}${cells}</svg>`,
  );
}

function cellText(cell: ChartCell): string {
  if (cell === null) return '';
  return typeof cell === 'number' ? cell.toLocaleString('ru-RU') : cell;
}
