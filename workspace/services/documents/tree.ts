/**
 * A document as plain JSON: what is kept in the workspace's store, and what the writers
 * (`docx`, page) read. Attribute names are those of `DocumentApp.Attribute`; lengths are
 * points, an enum value is kept by its name.
 */
export type AttributeValue = string | number | boolean;
export type Attributes = Record<string, AttributeValue>;

/** A stretch of text with the same attributes throughout. */
export interface Run {
  text: string;
  attributes: Attributes;
}

export interface TextNode {
  type: 'TEXT';
  runs: Run[];
}

export interface ImageNode {
  type: 'INLINE_IMAGE';
  /** Name of the picture's file in the workspace's picture folder. */
  picture: string;
  contentType: string;
  name: string;
  widthPixels: number;
  heightPixels: number;
  altTitle?: string;
  altDescription?: string;
  attributes: Attributes;
}

export interface BreakNode {
  type: 'PAGE_BREAK' | 'HORIZONTAL_RULE';
  attributes: Attributes;
}

export type InlineNode = TextNode | ImageNode | BreakNode;

export interface ParagraphNode {
  type: 'PARAGRAPH' | 'LIST_ITEM';
  attributes: Attributes;
  children: InlineNode[];
}

export interface CellNode {
  type: 'TABLE_CELL';
  attributes: Attributes;
  children: BlockNode[];
}

export interface RowNode {
  type: 'TABLE_ROW';
  attributes: Attributes;
  children: CellNode[];
}

export interface TableNode {
  type: 'TABLE';
  attributes: Attributes;
  /** By column; null where nothing was set: what is left of the page is shared equally. */
  columnWidthsPoints: (number | null)[];
  children: RowNode[];
}

export type BlockNode = ParagraphNode | TableNode;

export interface SectionNode {
  type: 'BODY_SECTION' | 'HEADER_SECTION' | 'FOOTER_SECTION';
  attributes: Attributes;
  children: BlockNode[];
}

export type ContainerNode = SectionNode | TableNode | RowNode | CellNode | ParagraphNode;
export type DocumentNode = ContainerNode | InlineNode;

export interface DocumentContent {
  body: SectionNode;
  header?: SectionNode;
  footer?: SectionNode;
  /** Changes to the looks of headings, by `ParagraphHeading` name. */
  headingAttributes: Record<string, Attributes>;
  language: string;
}

/** A4, as Google makes it for a Russian locale: 21 × 29.7 cm, margins of an inch. */
export const NEW_PAGE: Attributes = {
  PAGE_WIDTH: 595.276,
  PAGE_HEIGHT: 841.89,
  MARGIN_TOP: 72,
  MARGIN_BOTTOM: 72,
  MARGIN_LEFT: 72,
  MARGIN_RIGHT: 72,
};

/** A new document has one empty paragraph, and so it stays: a section is never left without one. */
export function newContent(language: string): DocumentContent {
  return { body: newSection('BODY_SECTION', NEW_PAGE), headingAttributes: {}, language };
}

export function newSection(type: SectionNode['type'], attributes: Attributes = {}): SectionNode {
  return { type, attributes: { ...attributes }, children: [newParagraph('')] };
}

export function newParagraph(text: string, attributes: Attributes = {}): ParagraphNode {
  return { type: 'PARAGRAPH', attributes: { ...attributes }, children: text === '' ? [] : [newText(text)] };
}

export function newText(text: string, attributes: Attributes = {}): TextNode {
  return { type: 'TEXT', runs: [{ text, attributes: { ...attributes } }] };
}

export function newCell(text: string): CellNode {
  return { type: 'TABLE_CELL', attributes: {}, children: [newParagraph(text)] };
}

export function newRow(texts: readonly string[]): RowNode {
  return { type: 'TABLE_ROW', attributes: {}, children: texts.map(newCell) };
}

export function newTable(cells: readonly (readonly string[])[]): TableNode {
  return { type: 'TABLE', attributes: {}, columnWidthsPoints: [], children: cells.map(newRow) };
}

export function isContainer(node: DocumentNode): node is ContainerNode {
  return 'children' in node;
}

export function isParagraph(node: DocumentNode): node is ParagraphNode {
  return node.type === 'PARAGRAPH' || node.type === 'LIST_ITEM';
}

/** Every node under this one and the node itself, in the order of reading. */
export function* walk(node: DocumentNode): Generator<DocumentNode> {
  yield node;
  if (isContainer(node)) for (const child of node.children) yield* walk(child);
}

/** The text as `getText` gives it: paragraphs, rows' cells and rows are separated by line ends. */
export function textOf(node: DocumentNode): string {
  if (node.type === 'TEXT') return node.runs.map((run) => run.text).join('');
  if (!isContainer(node)) return '';
  return node.children.map(textOf).join(isParagraph(node) ? '' : '\n');
}

/** Columns of the widest row. */
export function columnCount(table: TableNode): number {
  return Math.max(0, ...table.children.map((row) => row.children.length));
}
