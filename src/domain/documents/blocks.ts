/**
 * The content of a document, before anyone knows where it will be written. A Google Doc, a
 * page or a test can be made from the same blocks.
 */
export type Block =
  | { kind: 'title'; text: string }
  | { kind: 'heading'; level: 1 | 2; text: string }
  | { kind: 'paragraph'; text: string; align?: 'left' | 'center' | 'right' }
  /** Smaller and quieter: sources, settings, warnings about the figures. */
  | { kind: 'note'; text: string }
  | { kind: 'list'; items: readonly string[]; numbered?: boolean }
  | TableBlock
  | BarChartBlock
  /** A QR code of the text, with a caption. */
  | { kind: 'qr'; text: string; caption: string }
  | { kind: 'link'; text: string; url: string }
  | { kind: 'pageBreak' };

export interface TableBlock {
  kind: 'table';
  header: readonly string[];
  /** Cells as they are to be read: numbers already rounded and in Russian notation. */
  rows: readonly (readonly string[])[];
  /** Share of the width of the page for each column; together about 1. */
  widths: readonly number[];
  /** Columns of numbers stand at the right. */
  numeric?: readonly number[];
}

export interface BarChartBlock {
  kind: 'barChart';
  title: string;
  /** Points, 0–100. */
  bars: readonly { name: string; value: number }[];
  axis: string;
}

/** 83.349 → «83,35»: two decimals at most, half away from zero, comma, no trailing zeros lost. */
export function points(value: number, decimals = 2): string {
  const scale = 10 ** decimals;
  // The nudge makes 83.345, kept in binary as 83.34499…, round as a person would.
  const rounded = Math.round(value * scale + Math.sign(value) * 1e-9) / scale;
  return rounded.toFixed(decimals).replace('.', ',');
}
