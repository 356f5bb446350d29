import type { Paragraph, Table } from 'docx';
import type { PictureShelf } from './live-tree.ts';
import type { BlockNode, DocumentContent } from './tree.ts';

/** What the writers of single elements need to know of the whole document. */
export interface DocxContext {
  content: DocumentContent;
  pictures: PictureShelf;
  /** Width that is there for a block: between the page's margins or inside a cell. */
  widthPoints: number;
  /** Writes blocks inside something narrower: a table cell. */
  blocks(nodes: readonly BlockNode[], widthPoints: number): (Paragraph | Table)[];
}

/** Word counts in twentieths of a point. */
const TWIPS_PER_POINT = 20;

export function twips(points: unknown): number {
  return Math.round(Number(points) * TWIPS_PER_POINT);
}
