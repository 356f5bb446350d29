import type { Attributes, AttributeValue, Run, TextNode } from './tree.ts';

/** The attributes that belong to letters rather than to paragraphs, tables or pages. */
export const TEXT_ATTRIBUTES = [
  'BACKGROUND_COLOR',
  'BOLD',
  'FONT_FAMILY',
  'FONT_SIZE',
  'FOREGROUND_COLOR',
  'ITALIC',
  'LINK_URL',
  'STRIKETHROUGH',
  'UNDERLINE',
  'TEXT_ALIGNMENT',
] as const;

export type TextAttribute = (typeof TEXT_ATTRIBUTES)[number];

export function isTextAttribute(name: string): name is TextAttribute {
  return (TEXT_ATTRIBUTES as readonly string[]).includes(name);
}

export function lengthOf(node: TextNode): number {
  return node.runs.reduce((length, run) => length + run.text.length, 0);
}

/** Puts attributes on letters `from` to `to` (not included); null takes an attribute off. */
export function setRunAttributes(
  node: TextNode,
  from: number,
  to: number,
  attributes: Readonly<Record<string, AttributeValue | null>>,
): void {
  // An empty text has nothing to split, yet what is set on it is what its first letters will look like.
  if (lengthOf(node) === 0 || from < to) {
    const [before, middle, after] = split(node.runs, from, to);
    const chosen = middle.length > 0 ? middle : [{ text: '', attributes: node.runs[0]?.attributes ?? {} }];
    const changed = chosen.map((run) => ({
      text: run.text,
      attributes: changedAttributes(run.attributes, attributes),
    }));
    node.runs = joined([...before, ...changed, ...after]);
  }
}

/** New letters look like those before them, at the start like those after. */
export function insertRunText(node: TextNode, at: number, text: string): void {
  const [before, , after] = split(node.runs, at, at);
  const neighbour = before[before.length - 1] ?? after[0] ?? node.runs[0];
  node.runs = joined([...before, { text, attributes: { ...neighbour?.attributes } }, ...after]);
}

/** Takes out letters `from` to `to` (not included). */
export function deleteRunText(node: TextNode, from: number, to: number): void {
  const [before, middle, after] = split(node.runs, from, to);
  const left = joined([...before, ...after]);
  node.runs = left.length > 0 ? left : [{ text: '', attributes: middle[0]?.attributes ?? {} }];
}

/** Puts `text` in place of letters `from` to `to`, looking like the first of them. */
export function replaceRunText(node: TextNode, from: number, to: number, text: string): void {
  const attributes = attributesAt(node, from);
  const [before, , after] = split(node.runs, from, to);
  node.runs = joined([...before, { text, attributes: { ...attributes } }, ...after]);
}

export function attributesAt(node: TextNode, offset: number): Attributes {
  let start = 0;
  for (const run of node.runs) {
    if (offset < start + run.text.length) return run.attributes;
    start += run.text.length;
  }
  return node.runs[node.runs.length - 1]?.attributes ?? {};
}

/** Neighbouring runs that look alike become one; empty ones go. */
export function joined(runs: readonly Run[]): Run[] {
  const result: Run[] = [];
  for (const run of runs) {
    const last = result[result.length - 1];
    if (run.text === '' && runs.length > 1) continue;
    if (last && sameAttributes(last.attributes, run.attributes)) last.text += run.text;
    else result.push({ text: run.text, attributes: run.attributes });
  }
  return result.length > 0 ? result : runs.slice(0, 1).map((run) => ({ ...run }));
}

function split(runs: readonly Run[], from: number, to: number): [Run[], Run[], Run[]] {
  const parts: [Run[], Run[], Run[]] = [[], [], []];
  let start = 0;
  for (const run of runs) {
    const end = start + run.text.length;
    const cuts = [start, clamp(from, start, end), clamp(to, start, end), end];
    parts.forEach((part, index) => {
      const text = run.text.slice((cuts[index] ?? 0) - start, (cuts[index + 1] ?? 0) - start);
      if (text !== '') part.push({ text, attributes: { ...run.attributes } });
    });
    start = end;
  }
  return parts;
}

function changedAttributes(before: Attributes, change: Readonly<Record<string, AttributeValue | null>>): Attributes {
  const after = { ...before };
  for (const [name, value] of Object.entries(change)) {
    if (value === null) delete after[name];
    else after[name] = value;
  }
  return after;
}

function sameAttributes(one: Attributes, other: Attributes): boolean {
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
