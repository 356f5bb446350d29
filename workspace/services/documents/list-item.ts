import { randomBytes } from 'node:crypto';
import { GoogleError } from '../../kernel/google-object.ts';
import { enumName, enumValue, GLYPH_TYPES } from './enums.ts';
import { ParagraphLike } from './paragraph.ts';
import { type BlockNode, type DocumentNode, type ParagraphNode, walk } from './tree.ts';

import Google = GoogleAppsScript.Document;

/** Google Docs has nine levels. */
const DEEPEST_LEVEL = 8;

export interface ListItem extends Omit<Google.ListItem, keyof ParagraphLike> {}
export class ListItem extends ParagraphLike {
  getListId(): string {
    return String(this._attribute('LIST_ID'));
  }

  /** Joins the list of another item: the numbering runs on. */
  setListId(listItem: Google.ListItem): this {
    if (!(listItem instanceof ListItem)) throw new GoogleError('Invalid argument: listItem');
    return this._setAttribute('LIST_ID', listItem.getListId());
  }

  getNestingLevel(): number {
    return Number(this._attribute('NESTING_LEVEL') ?? 0);
  }

  setNestingLevel(nestingLevel: number): this {
    if (!Number.isInteger(nestingLevel) || nestingLevel < 0 || nestingLevel > DEEPEST_LEVEL) {
      throw new GoogleError(`Invalid argument: nesting level must be from 0 to ${DEEPEST_LEVEL}.`);
    }
    this._setAttribute('NESTING_LEVEL', nestingLevel);
    adoptGlyph(this._tree.rootOf(this._node), this._node);
    return this;
  }

  getGlyphType(): Google.GlyphType {
    return enumValue(GLYPH_TYPES, glyphOf(this._node));
  }

  /** The glyph belongs to the level of the list, so all items of this level change. */
  setGlyphType(glyphType: Google.GlyphType): this {
    const name = enumName(GLYPH_TYPES, glyphType);
    this._tree.touch();
    for (const node of walk(this._tree.rootOf(this._node))) {
      if (node.type === 'LIST_ITEM' && sameLevel(node, this._node)) node.attributes.GLYPH_TYPE = name;
    }
    return this;
  }
}

/** Glyphs of a list whose maker chose none: 1. a. i. and again. */
const DEFAULT_GLYPHS = ['NUMBER', 'LATIN_LOWER', 'ROMAN_LOWER'];

export function glyphOf(item: ParagraphNode): string {
  const level = Number(item.attributes.NESTING_LEVEL ?? 0);
  return String(item.attributes.GLYPH_TYPE ?? DEFAULT_GLYPHS[level % DEFAULT_GLYPHS.length]);
}

/** List items in a row are one list; the first of them begins it. */
export function listIdAfter(before: BlockNode | undefined): string {
  return before?.type === 'LIST_ITEM' ? String(before.attributes.LIST_ID) : `kix.${randomBytes(6).toString('hex')}`;
}

/** An item that comes to a level of its list gets the glyph that this level has. */
export function adoptGlyph(root: DocumentNode, item: ParagraphNode): void {
  delete item.attributes.GLYPH_TYPE;
  for (const node of walk(root)) {
    if (node.type !== 'LIST_ITEM' || node === item || !sameLevel(node, item)) continue;
    if (node.attributes.GLYPH_TYPE !== undefined) item.attributes.GLYPH_TYPE = node.attributes.GLYPH_TYPE;
    return;
  }
}

function sameLevel(one: ParagraphNode, other: ParagraphNode): boolean {
  return (
    one.attributes.LIST_ID === other.attributes.LIST_ID &&
    (one.attributes.NESTING_LEVEL ?? 0) === (other.attributes.NESTING_LEVEL ?? 0)
  );
}
