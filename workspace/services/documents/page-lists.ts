import { html } from 'hono/html';
import { glyphOf } from './list-item.ts';
import type { ParagraphNode } from './tree.ts';

/** A piece of HTML whose texts are escaped. */
export type Html = ReturnType<typeof html>;

const MARKERS: Readonly<Record<string, string>> = {
  BULLET: 'disc',
  HOLLOW_BULLET: 'circle',
  SQUARE_BULLET: 'square',
  NUMBER: 'decimal',
  LATIN_UPPER: 'upper-alpha',
  LATIN_LOWER: 'lower-alpha',
  ROMAN_UPPER: 'upper-roman',
  ROMAN_LOWER: 'lower-roman',
};

/** Items of one list, deeper ones inside the item before them. */
export function listHtml(items: readonly ParagraphNode[], inner: (item: ParagraphNode) => (Html | string)[]): Html {
  const level = Math.min(...items.map(levelOf));
  const groups: ParagraphNode[][] = [];
  for (const item of items) {
    if (levelOf(item) === level || groups.length === 0) groups.push([item]);
    else groups[groups.length - 1]?.push(item);
  }
  const entries = groups.map(([first, ...deeper]) => {
    const nested = deeper.length > 0 ? listHtml(deeper, inner) : '';
    return html`<li>${inner(first as ParagraphNode)}${nested}</li>`;
  });
  const marker = MARKERS[glyphOf(items[0] as ParagraphNode)] ?? 'decimal';
  const style = `list-style-type:${marker}`;
  const isBulleted = marker === 'disc' || marker === 'circle' || marker === 'square';
  return isBulleted ? html`<ul style="${style}">${entries}</ul>` : html`<ol style="${style}">${entries}</ol>`;
}

function levelOf(item: ParagraphNode): number {
  return Number(item.attributes.NESTING_LEVEL ?? 0);
}
