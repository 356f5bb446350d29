import { signatureError } from '../../kernel/google-object.ts';
import { Container } from './container.ts';
import { InlineImage, imageNode } from './inline.ts';
import { adoptGlyph, ListItem, listIdAfter } from './list-item.ts';
import { Paragraph } from './paragraph.ts';
import { Table } from './table-element.ts';
import { type CellNode, type InlineNode, newParagraph, newTable, type SectionNode, type TableNode } from './tree.ts';

import Google = GoogleAppsScript.Document;

type BlobSource = GoogleAppsScript.Base.BlobSource;

/** What holds paragraphs, lists and tables: the body, header, footer and table cells. */
export abstract class BlockContainer extends Container {
  declare readonly _node: SectionNode | CellNode;

  appendParagraph(paragraph: string | Google.Paragraph): Google.Paragraph {
    return this.insertParagraph(this.getNumChildren(), paragraph);
  }

  insertParagraph(childIndex: number, paragraph: string | Google.Paragraph): Google.Paragraph {
    if (paragraph instanceof Paragraph) return asGoogle(this._insertElement(childIndex, paragraph));
    return asGoogle(this._insert(childIndex, newParagraph(this._text('insertParagraph', paragraph))));
  }

  /** List items in a row are one list. */
  appendListItem(listItem: string | Google.ListItem): Google.ListItem {
    return this.insertListItem(this.getNumChildren(), listItem);
  }

  insertListItem(childIndex: number, listItem: string | Google.ListItem): Google.ListItem {
    if (listItem instanceof ListItem) return asGoogle(this._insertElement(childIndex, listItem));
    const node = newParagraph(this._text('insertListItem', listItem));
    node.type = 'LIST_ITEM';
    node.attributes = { LIST_ID: listIdAfter(this._node.children[childIndex - 1]) };
    adoptGlyph(this._tree.rootOf(this._node), node);
    return asGoogle(this._insert(childIndex, node));
  }

  /** Google adds an empty paragraph after the table. */
  appendTable(cells?: string[][] | Google.Table | null): Google.Table {
    const table = this.insertTable(this.getNumChildren(), cells);
    this._insert(this.getNumChildren(), newParagraph(''));
    return table;
  }

  insertTable(childIndex: number, cells?: string[][] | Google.Table | null): Google.Table {
    if (cells instanceof Table) return asGoogle(this._insertElement(childIndex, cells));
    return asGoogle(this._insert(childIndex, this.#tableNode(cells ?? [])));
  }

  appendImage(image: BlobSource | Google.InlineImage): Google.InlineImage {
    return this.insertImage(this.getNumChildren(), image);
  }

  /** The picture comes in a paragraph of its own. */
  insertImage(childIndex: number, image: BlobSource | Google.InlineImage): Google.InlineImage {
    if (image instanceof InlineImage) {
      const paragraph = this._insert<Paragraph>(childIndex, newParagraph(''));
      return paragraph.appendInlineImage(image as unknown as Google.InlineImage);
    }
    return this._inParagraph(childIndex, imageNode(this._tree, image as BlobSource));
  }

  appendHorizontalRule(): Google.HorizontalRule {
    return this.insertHorizontalRule(this.getNumChildren());
  }

  insertHorizontalRule(childIndex: number): Google.HorizontalRule {
    return this._inParagraph(childIndex, { type: 'HORIZONTAL_RULE', attributes: {} });
  }

  removeChild(child: Google.Element): this {
    return this._removeChild(child);
  }

  setText(text: string): this {
    this._tree.replaceChildren(this._node, [newParagraph(this._text('setText', text))]);
    return this;
  }

  override clear(): this {
    this._tree.replaceChildren(this._node, [newParagraph('')]);
    return this;
  }

  _inParagraph<T>(childIndex: number, node: InlineNode): T {
    const paragraph = newParagraph('');
    paragraph.children.push(node);
    this._insert(childIndex, paragraph);
    return asGoogle(this._wrap(this._tree, node));
  }

  /** Google takes no numbers, dates or null where it wants text. */
  _text(method: string, value: unknown): string {
    if (typeof value === 'string') return value;
    throw signatureError(`DocumentApp.${this._className}.${method}`, [value]);
  }

  #tableNode(cells: unknown): TableNode {
    const isText = (row: unknown): boolean => Array.isArray(row) && row.every((cell) => typeof cell === 'string');
    if (!Array.isArray(cells) || !cells.every(isText)) {
      throw signatureError(`DocumentApp.${this._className}.appendTable`, [cells]);
    }
    return newTable(cells as string[][]);
  }
}

/** Our element under Google's own type. */
export function asGoogle<T>(element: unknown): T {
  return element as T;
}
