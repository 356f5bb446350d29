import { GoogleError, GoogleObject } from '../../kernel/google-object.ts';
import { ATTRIBUTES, ELEMENT_TYPES, ENUM_OF_ATTRIBUTE, enumName, enumValue } from './enums.ts';
import type { LiveTree } from './live-tree.ts';
import { isTextAttribute, setRunAttributes, TEXT_ATTRIBUTES } from './runs.ts';
import {
  type Attributes,
  type AttributeValue,
  type DocumentNode,
  isContainer,
  isParagraph,
  textOf,
  walk,
} from './tree.ts';

import Google = GoogleAppsScript.Document;

const PARAGRAPH_ATTRIBUTES = [
  'HEADING',
  'HORIZONTAL_ALIGNMENT',
  'INDENT_END',
  'INDENT_FIRST_LINE',
  'INDENT_START',
  'LEFT_TO_RIGHT',
  'LINE_SPACING',
  'SPACING_AFTER',
  'SPACING_BEFORE',
];

/** The attributes each kind of element has of its own, beside those of its letters. */
const OWN_ATTRIBUTES: Readonly<Record<DocumentNode['type'], readonly string[]>> = {
  BODY_SECTION: ['PAGE_WIDTH', 'PAGE_HEIGHT', 'MARGIN_TOP', 'MARGIN_BOTTOM', 'MARGIN_LEFT', 'MARGIN_RIGHT'],
  HEADER_SECTION: [],
  FOOTER_SECTION: [],
  PARAGRAPH: PARAGRAPH_ATTRIBUTES,
  LIST_ITEM: [...PARAGRAPH_ATTRIBUTES, 'GLYPH_TYPE', 'LIST_ID', 'NESTING_LEVEL'],
  TABLE: ['BORDER_COLOR', 'BORDER_WIDTH'],
  TABLE_ROW: ['MINIMUM_HEIGHT'],
  TABLE_CELL: [
    'BACKGROUND_COLOR',
    'BORDER_COLOR',
    'BORDER_WIDTH',
    'PADDING_BOTTOM',
    'PADDING_LEFT',
    'PADDING_RIGHT',
    'PADDING_TOP',
    'VERTICAL_ALIGNMENT',
    'WIDTH',
  ],
  TEXT: [],
  INLINE_IMAGE: ['HEIGHT', 'WIDTH', 'LINK_URL'],
  PAGE_BREAK: [],
  HORIZONTAL_RULE: [],
};

/** Where a script's element object is made for a node. Given by the factory, which knows every class. */
export type Wrap = <T extends DocumentElement>(tree: LiveTree, node: DocumentNode) => T;

export interface DocumentElement
  extends Omit<Google.Element, 'copy' | 'merge' | 'removeFromParent' | 'setAttributes'> {}
/** What every part of a document can do. */
export abstract class DocumentElement extends GoogleObject {
  /** Changes when a copy is inserted into another document. */
  _tree: LiveTree;
  readonly _node: DocumentNode;
  readonly _wrap: Wrap;

  constructor(tree: LiveTree, node: DocumentNode, wrap: Wrap) {
    super();
    this._tree = tree;
    this._node = node;
    this._wrap = wrap;
  }

  getType(): Google.ElementType {
    return enumValue(ELEMENT_TYPES, this._node.type);
  }

  getParent(): Google.ContainerElement {
    const parent = this._tree.parentOf(this._node);
    return (parent ? this._wrap(this._tree, parent) : null) as unknown as Google.ContainerElement;
  }

  getNextSibling(): Google.Element {
    return this.#sibling(1);
  }

  getPreviousSibling(): Google.Element {
    return this.#sibling(-1);
  }

  removeFromParent(): this {
    this._tree.remove(this._node);
    return this;
  }

  copy(): this {
    return this._wrap<this>(this._tree, this._tree.copy(this._node));
  }

  isAtDocumentEnd(): boolean {
    let node: DocumentNode = this._node;
    for (let parent = this._tree.parentOf(node); parent; parent = this._tree.parentOf(node)) {
      if (parent.children[parent.children.length - 1] !== node) return false;
      node = parent;
    }
    return true;
  }

  /** Every attribute the element can have; null where nothing is set. */
  getAttributes(): Record<string, unknown> {
    const own = OWN_ATTRIBUTES[this._node.type];
    const names = ATTRIBUTES._values;
    const result: Record<string, unknown> = {};
    for (const name of Object.keys(names)) {
      if (own.includes(name)) result[name] = this._attribute(name) ?? null;
      else if (isTextAttribute(name) && (isContainer(this._node) || this._node.type === 'TEXT')) {
        result[name] = commonTextAttribute(this._node, name);
      }
      const holder = ENUM_OF_ATTRIBUTE[name];
      if (holder && name in result) result[name] = enumValue(holder, result[name]);
    }
    return result;
  }

  /** Letters' and paragraphs' attributes go to all that is inside. */
  setAttributes(attributes: Record<string, unknown>): this {
    this._tree.touch();
    for (const [name, value] of Object.entries(attributes)) setAttribute(this._node, name, keptValue(name, value));
    return this;
  }

  asBody(): Google.Body {
    return this.#as('BODY_SECTION');
  }
  asHeaderSection(): Google.HeaderSection {
    return this.#as('HEADER_SECTION');
  }
  asFooterSection(): Google.FooterSection {
    return this.#as('FOOTER_SECTION');
  }
  asParagraph(): Google.Paragraph {
    return this.#as('PARAGRAPH');
  }
  asListItem(): Google.ListItem {
    return this.#as('LIST_ITEM');
  }
  asTable(): Google.Table {
    return this.#as('TABLE');
  }
  asTableRow(): Google.TableRow {
    return this.#as('TABLE_ROW');
  }
  asTableCell(): Google.TableCell {
    return this.#as('TABLE_CELL');
  }
  asText(): Google.Text {
    return this.#as('TEXT');
  }
  asInlineImage(): Google.InlineImage {
    return this.#as('INLINE_IMAGE');
  }
  asPageBreak(): Google.PageBreak {
    return this.#as('PAGE_BREAK');
  }
  asHorizontalRule(): Google.HorizontalRule {
    return this.#as('HORIZONTAL_RULE');
  }

  _attribute(name: string): AttributeValue | undefined {
    return attributesOf(this._node)[name];
  }

  /** Sets or, with null, clears one attribute of the element itself. */
  _setAttribute(name: string, value: AttributeValue | null): this {
    this._tree.touch();
    setOwn(this._node, name, value);
    return this;
  }

  #as<T>(type: DocumentNode['type']): T {
    if (this._node.type !== type) throw new GoogleError(`${this._node.type} cannot be cast to ${type}.`);
    return this as unknown as T;
  }

  #sibling(step: 1 | -1): Google.Element {
    const siblings = this._tree.parentOf(this._node)?.children as DocumentNode[] | undefined;
    const sibling = siblings?.[siblings.indexOf(this._node) + step];
    return (sibling ? this._wrap(this._tree, sibling) : null) as unknown as Google.Element;
  }
}

/** Puts the element's content at the end of the element of the same kind before it. @returns the one before */
export function mergeIntoPrevious<T extends DocumentElement>(element: T): T {
  const before = element.getPreviousSibling() as unknown as DocumentElement | null;
  const [mine, theirs] = [element._node, before?._node];
  if (!before || mine.type !== theirs?.type) {
    throw new GoogleError('Element must be preceded by an element of the same type.');
  }
  const tree = element._tree;
  tree.touch();
  if (mine.type === 'TEXT' && theirs.type === 'TEXT') theirs.runs.push(...mine.runs);
  else if (isContainer(mine) && isContainer(theirs)) {
    for (const child of [...mine.children]) tree.insert(theirs, theirs.children.length, child);
  } else throw new GoogleError(`Elements of type ${mine.type} cannot be merged.`);
  tree.drop(mine);
  return before as T;
}

/**
 * A number a script gave.
 * @throws GoogleError for anything but a number
 */
export function points(method: string, value: unknown): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new GoogleError(`The parameters (${typeof value}) don't match the method signature for ${method}.`);
}

/** @throws GoogleError unless null or `#rgb`, `#rrggbb` */
export function color(value: unknown): string | null {
  if (value === null || value === '') return null;
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(String(value));
  if (short)
    return `#${short
      .slice(1)
      .map((digit) => digit + digit)
      .join('')}`.toLowerCase();
  if (/^#[0-9a-f]{6}$/i.test(String(value))) return String(value).toLowerCase();
  throw new GoogleError(`Invalid argument: ${String(value)}`);
}

/** What all letters inside have in common; null where they differ, as on Google. */
export function commonTextAttribute(node: DocumentNode, name: string): AttributeValue | null {
  let common: AttributeValue | null | undefined;
  for (const inner of walk(node)) {
    if (inner.type !== 'TEXT') continue;
    for (const run of inner.runs) {
      const value = run.attributes[name] ?? null;
      if (common !== undefined && common !== value) return null;
      common = value;
    }
  }
  return common ?? (isParagraph(node) ? (node.attributes[name] ?? null) : null);
}

function setAttribute(node: DocumentNode, name: string, value: AttributeValue | null): void {
  if (OWN_ATTRIBUTES[node.type].includes(name)) {
    setOwn(node, name, value);
    return;
  }
  for (const inner of walk(node)) {
    if (isTextAttribute(name)) setLetters(inner, name, value);
    else if (isParagraph(inner) && OWN_ATTRIBUTES[inner.type].includes(name)) setOwn(inner, name, value);
  }
}

/** A paragraph remembers letters' attributes too: text appended to it when it is empty will have them. */
function setLetters(node: DocumentNode, name: string, value: AttributeValue | null): void {
  if (node.type === 'TEXT') setRunAttributes(node, 0, textOf(node).length, { [name]: value });
  else if (isParagraph(node)) setOwn(node, name, value);
}

function setOwn(node: DocumentNode, name: string, value: AttributeValue | null): void {
  if (node.type === 'INLINE_IMAGE' && (name === 'WIDTH' || name === 'HEIGHT')) {
    if (typeof value === 'number') node[name === 'WIDTH' ? 'widthPixels' : 'heightPixels'] = value;
    return;
  }
  const attributes = node.type === 'TEXT' ? {} : node.attributes;
  if (value === null) delete attributes[name];
  else attributes[name] = value;
}

function attributesOf(node: DocumentNode): Attributes {
  if (node.type === 'TEXT') return node.runs[0]?.attributes ?? {};
  if (node.type === 'INLINE_IMAGE') {
    return { ...node.attributes, WIDTH: node.widthPixels, HEIGHT: node.heightPixels };
  }
  return node.attributes;
}

/** @throws GoogleError for an unknown attribute or a value of the wrong kind */
function keptValue(name: string, value: unknown): AttributeValue | null {
  if (!(name in ATTRIBUTES._values) && !(TEXT_ATTRIBUTES as readonly string[]).includes(name)) {
    throw new GoogleError(`Invalid argument: ${name} is not a document attribute.`);
  }
  if (value === null || value === undefined) return null;
  const holder = ENUM_OF_ATTRIBUTE[name];
  if (holder) return enumName(holder, value);
  if (name.endsWith('_COLOR')) return color(value);
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  throw new GoogleError(`Invalid argument: ${name}`);
}
