import type { PlanLine } from './plan-line.ts';

export interface ChangedLine {
  readonly before: PlanLine;
  readonly after: PlanLine;
  /** Which of the compared fields differ. */
  readonly fields: readonly (typeof COMPARED)[number][];
}

export interface ImportMerge {
  readonly added: readonly PlanLine[];
  readonly changed: readonly ChangedLine[];
  readonly same: readonly PlanLine[];
  /** In the sheet and not in the source: kept, the official decides. */
  readonly missing: readonly PlanLine[];
  /** What the plan holds afterwards: the source's lines in their order, then the missing ones. */
  readonly lines: readonly PlanLine[];
}

const COMPARED = ['number', 'parent', 'section', 'measure', 'deadline', 'expectedResult', 'responsible'] as const;

/** Import again: lines are matched by key, updated, never doubled, never removed. */
export function mergeImport(existing: readonly PlanLine[], imported: readonly PlanLine[]): ImportMerge {
  const before = new Map(existing.map((line) => [line.key, line]));
  const added: PlanLine[] = [];
  const changed: ChangedLine[] = [];
  const same: PlanLine[] = [];
  for (const after of imported) {
    const old = before.get(after.key);
    before.delete(after.key);
    if (!old) added.push(after);
    else {
      const fields = COMPARED.filter((field) => JSON.stringify(old[field]) !== JSON.stringify(after[field]));
      if (fields.length > 0) changed.push({ before: old, after, fields });
      else same.push(after);
    }
  }
  const missing = [...before.values()];
  return { added, changed, same, missing, lines: [...imported, ...missing] };
}
