import type { Zone } from './engine.ts';

export function overlaps(a: Zone, b: Zone): boolean {
  return a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom;
}

export function contains(zone: Zone, col: number, row: number): boolean {
  return col >= zone.left && col <= zone.right && row >= zone.top && row <= zone.bottom;
}

export function isInside(inner: Zone, outer: Zone): boolean {
  return contains(outer, inner.left, inner.top) && contains(outer, inner.right, inner.bottom);
}

/** What is left of a zone without another: up to four parts. */
export function without(zone: Zone, hole: Zone): Zone[] {
  if (!overlaps(zone, hole)) return [zone];
  const top = Math.max(zone.top, hole.top);
  const bottom = Math.min(zone.bottom, hole.bottom);
  const parts: Zone[] = [
    { ...zone, bottom: hole.top - 1 },
    { ...zone, top: hole.bottom + 1 },
    { ...zone, top, bottom, right: hole.left - 1 },
    { ...zone, top, bottom, left: hole.right + 1 },
  ];
  return parts.filter((part) => part.left <= part.right && part.top <= part.bottom);
}

/** Cells as few zones: runs along rows, equal runs of neighbouring rows joined. */
export function zonesOfCells(cells: readonly { col: number; row: number }[]): Zone[] {
  const sorted = [...cells].sort((a, b) => a.row - b.row || a.col - b.col);
  const runs: Zone[] = [];
  for (const { col, row } of sorted) {
    const last = runs.at(-1);
    if (last && last.top === row && last.right === col - 1) last.right = col;
    else runs.push({ left: col, right: col, top: row, bottom: row });
  }
  const zones: Zone[] = [];
  const open = new Map<string, Zone>();
  for (const run of runs) {
    const key = `${run.left}:${run.right}`;
    const above = open.get(key);
    if (above && above.bottom === run.top - 1) above.bottom = run.bottom;
    else {
      zones.push(run);
      open.set(key, run);
    }
  }
  return zones;
}
