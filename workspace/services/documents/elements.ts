import type { DocumentElement, Wrap } from './element.ts';
import { HorizontalRule, InlineImage, PageBreak } from './inline.ts';
import { ListItem } from './list-item.ts';
import type { LiveTree } from './live-tree.ts';
import { Paragraph } from './paragraph.ts';
import { Body, FooterSection, HeaderSection } from './section.ts';
import { TableCell } from './table-cell.ts';
import { Table, TableRow } from './table-element.ts';
import { Text } from './text.ts';
import type { DocumentNode } from './tree.ts';

const CLASSES: Readonly<
  Record<DocumentNode['type'], new (tree: LiveTree, node: DocumentNode, wrap: Wrap) => DocumentElement>
> = {
  BODY_SECTION: Body,
  HEADER_SECTION: HeaderSection,
  FOOTER_SECTION: FooterSection,
  PARAGRAPH: Paragraph,
  LIST_ITEM: ListItem,
  TABLE: Table,
  TABLE_ROW: TableRow,
  TABLE_CELL: TableCell,
  TEXT: Text,
  INLINE_IMAGE: InlineImage,
  PAGE_BREAK: PageBreak,
  HORIZONTAL_RULE: HorizontalRule,
};

/** The one place that knows which class a node's element has. */
export function wrap<T extends DocumentElement>(tree: LiveTree, node: DocumentNode): T {
  return new CLASSES[node.type](tree, node, wrap) as T;
}
