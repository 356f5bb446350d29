/** An interval and the value within it, for each institution, as parts of a stacked bar. */
import type { IntervalChartBlock } from './blocks.ts';

export interface IntervalBar {
  /** Name with the number of answers. */
  readonly label: string;
  readonly low: number;
  readonly value: number;
  readonly high: number;
}

/** Unseen up to the interval, pale up to the mark, the dark mark, pale to the end: lengths on the axis. */
export type BarParts = readonly [before: number, left: number, mark: number, right: number];

/** Part of the axis that half of a mark takes: a line, not a block. */
const HALF_MARK = 1 / 250;

/** A mark is never cut: where the interval is shorter than half of it, the mark stands alone. */
export function barParts({ low, value, high }: IntervalBar, half: number): BarParts {
  const before = Math.min(low, value - half);
  return [before, value - half - before, 2 * half, Math.max(0, high - value - half)];
}

interface Rated {
  readonly name: string;
  readonly answers: number;
  readonly total: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly rank: number | null;
  readonly rankLow: number | null;
  readonly rankHigh: number | null;
}

/** No-break spaces: n stays in one piece. */
const answersText = (answers: number): string => `·\u00a0n\u00a0=\u00a0${answers}`;

/** Letters that two lines beside a bar have room for, with n. */
const LONGEST_NAME = 50;
const HEAD = 30;
const TAIL = 20;

/** Long names mostly differ at the end («… — филиал 12»), so they are cut in the middle, between words. */
function shortName(name: string): string {
  if (name.length <= LONGEST_NAME) return name;
  const head = name.slice(0, HEAD + 1).replace(/\s+\S*$/, '');
  const tail = name.slice(-TAIL - 1).replace(/^\S*\s+/, '');
  return `${head.slice(0, HEAD)} … ${tail.slice(-TAIL)}`;
}

const labelOf = ({ name, answers }: Rated): string => `${shortName(name)} ${answersText(answers)}`;

/** Scores with their intervals; the axis begins at a whole ten below them, since a band need not start from 0. */
export function scoreChart(sphere: string, institutions: readonly Rated[]): IntervalChartBlock[] {
  const bars = institutions
    .filter(({ total }) => total !== null)
    .map((one) => ({
      label: labelOf(one),
      low: one.low ?? one.total!,
      value: one.total!,
      high: one.high ?? one.total!,
    }));
  if (bars.length === 0) return [];
  const lowest = Math.min(...bars.map(({ low }) => low));
  const from = Math.max(0, Math.floor((lowest - 1) / 10) * 10);
  return [
    {
      kind: 'intervalChart',
      title: `${sphere}: итог и его интервал`,
      axis: 'Баллы; тёмная черта — итог, полоса — интервал',
      ...{ from, to: 100, halfMark: (100 - from) * HALF_MARK, bars },
    },
  ];
}

/** Places that chance allows, 1 at the left; none where no error is known. */
export function placeChart(sphere: string, institutions: readonly Rated[]): IntervalChartBlock[] {
  const bars = institutions
    .filter(({ rank, rankLow, rankHigh }) => rank !== null && rankLow !== null && rankHigh !== null)
    .map((one) => ({ label: labelOf(one), low: one.rankLow! - 0.4, value: one.rank!, high: one.rankHigh! + 0.4 }));
  if (bars.length < 2) return [];
  return [
    {
      kind: 'intervalChart',
      title: `${sphere}: места, которые допускает случайность`,
      axis: 'Места; тёмное — место по итогу, полоса — возможные места',
      ...{ from: 0, to: bars.length + 1, halfMark: 0.4, bars, ticks: placeTicks(bars.length) },
    },
  ];
}

/** About ten whole places from 1: half a place is nothing. */
function placeTicks(places: number): number[] {
  const step = Math.ceil(places / 10);
  return Array.from({ length: Math.ceil(places / step) }, (_, at) => 1 + at * step);
}
