import { html } from 'hono/html';
import type { ChartCell, ChartSpec } from './chart-spec.ts';
import { shortenLabel, textWidthPixels } from './labels.ts';
import { CHART_FONT } from './vega-spec.ts';

const ROW_PIXELS = 26;
const TYPE_PIXELS = 13;
const PADDING_PIXELS = 8;

/** Charts' table: a plain grid under its column titles, as many rows as there is room for. */
export function tableSvg(chart: ChartSpec): string {
  const shown = chart.rows.slice(0, Math.max(0, Math.floor(chart.heightPixels / ROW_PIXELS) - 1));
  const lines = [chart.columns.map(({ label }) => label), ...shown.map((row) => row.map(cellText))];
  const widths = columnWidths(lines, chart.widthPixels);
  const starts = widths.map((_, column) => widths.slice(0, column).reduce((sum, width) => sum + width, 0));
  const cells = lines.flatMap((line, row) =>
    line.map((text, column) => {
      const [start = 0, width = 0] = [starts[column], widths[column]];
      const right = chart.columns[column]?.type === 'number';
      const x = right ? start + width - PADDING_PIXELS : start + PADDING_PIXELS;
      const y = row * ROW_PIXELS + 18;
      const fitted = shortenLabel(text, width - 2 * PADDING_PIXELS, TYPE_PIXELS);
      return html`<text x="${x}" y="${y}" text-anchor="${right ? 'end' : 'start'}" font-weight="${row === 0 ? 'bold' : 'normal'}">${fitted}</text>`;
    }),
  );
  const stripes = lines.map((_, row) => {
    const fill = row === 0 ? '#e8eaed' : '#ffffff';
    return html`<rect x="0.5" y="${row * ROW_PIXELS + 0.5}" width="${chart.widthPixels - 1}" height="${ROW_PIXELS}" fill="${fill}" stroke="#c8c8c8"/>`;
  });
  return String(
    html`<svg xmlns="http://www.w3.org/2000/svg" width="${chart.widthPixels}" height="${chart.heightPixels}" font-family="${CHART_FONT}" font-size="${TYPE_PIXELS}"><rect width="100%" height="100%" fill="#ffffff"/>${stripes}${cells}</svg>`,
  );
}

/** What each column needs, narrowed or widened alike to fill the picture. */
function columnWidths(lines: readonly (readonly string[])[], total: number): number[] {
  const count = Math.max(1, ...lines.map((line) => line.length));
  const needed = Array.from({ length: count }, (_, column) => {
    const widest = Math.max(...lines.map((line) => textWidthPixels(line[column] ?? '', TYPE_PIXELS, true)));
    // One long name must not leave the numbers without room.
    return Math.min(widest, total / 2) + 2 * PADDING_PIXELS;
  });
  const sum = needed.reduce((whole, width) => whole + width, 0);
  return needed.map((width) => (width / sum) * total);
}

function cellText(cell: ChartCell): string {
  if (cell === null) return '';
  return typeof cell === 'number' ? cell.toLocaleString('ru-RU') : cell;
}
