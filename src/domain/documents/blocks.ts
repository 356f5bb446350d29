import { roundHalfUp } from '../rating/rounding.ts';
import type { IntervalBar } from './interval-chart.ts';

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
  | IntervalChartBlock
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
  /** 0-based rows that head those below them: bold on a band. */
  headings?: readonly number[];
  /** Columns of numbers stand at the right. */
  numeric?: readonly number[];
}

export interface IntervalChartBlock {
  kind: 'intervalChart';
  title: string;
  axis: string;
  /** Limits of the axis; `halfMark` is half of the width of the mark on the value, in its units. */
  from: number;
  to: number;
  halfMark: number;
  /** Numbers under the axis; chosen by whoever draws it where they are absent. */
  ticks?: readonly number[];
  bars: readonly IntervalBar[];
}

/** 83.345 → «83,35»: rounded as a person would, comma, trailing zeros kept. */
export function points(value: number, decimals = 2): string {
  return roundHalfUp(value, decimals).toFixed(decimals).replace('.', ',');
}
