import { GoogleError, signatureError } from '../../kernel/google-object.ts';
import { commonTextAttribute, DocumentElement } from './element.ts';
import { ELEMENT_TYPES, enumName, enumValue, TEXT_ALIGNMENTS } from './enums.ts';
import { RangeElement } from './range-element.ts';
import { replaceRunText } from './runs.ts';
import { type ContainerNode, type DocumentNode, isContainer, type TextNode, textOf, walk } from './tree.ts';

import Google = GoogleAppsScript.Document;

/** What everything that holds other elements can do: sections, paragraphs, tables, rows, cells. */
export abstract class Container extends DocumentElement {
  declare readonly _node: ContainerNode;

  getNumChildren(): number {
    return this._node.children.length;
  }

  getChild(childIndex: number): Google.Element {
    return this._wrap<DocumentElement>(this._tree, this._childNode(childIndex)) as unknown as Google.Element;
  }

  getChildIndex(child: Google.Element): number {
    const index = (this._node.children as DocumentNode[]).indexOf(nodeOf(child));
    if (index < 0) throw new GoogleError('Element does not contain the specified child element.');
    return index;
  }

  getText(): string {
    return textOf(this._node);
  }

  editAsText(): Google.Text {
    const text = this._wrap<DocumentElement>(this._tree, { type: 'TEXT', runs: [] });
    (text as DocumentElement & { _editContainer(node: ContainerNode): void })._editContainer(this._node);
    return text as unknown as Google.Text;
  }

  clear(): this {
    this._tree.replaceChildren(this._node, []);
    return this;
  }

  getLinkUrl(): string {
    return commonTextAttribute(this._node, 'LINK_URL') as unknown as string;
  }

  setLinkUrl(url: string): this {
    return this.setAttributes({ LINK_URL: url });
  }

  getTextAlignment(): Google.TextAlignment {
    return enumValue(TEXT_ALIGNMENTS, commonTextAttribute(this._node, 'TEXT_ALIGNMENT'));
  }

  setTextAlignment(textAlignment: Google.TextAlignment): this {
    return this.setAttributes({ TEXT_ALIGNMENT: textAlignment });
  }

  /** @param searchPattern a regular expression as text */
  findText(searchPattern: string, from?: Google.RangeElement | null): Google.RangeElement {
    const start = from instanceof RangeElement ? from : undefined;
    let passed = start === undefined;
    for (const node of walk(this._node)) {
      const isStart = start?._node === node;
      if (node.type === 'TEXT' && (passed || isStart)) {
        const found = firstMatch(searchPattern, textOf(node), isStart ? (start?._endInclusive ?? -1) + 1 : 0);
        if (found) return new RangeElement(this._tree, node, this._wrap, found[0], found[1] - 1) as Google.RangeElement;
      }
      passed ||= isStart;
    }
    return null as unknown as Google.RangeElement;
  }

  findElement(elementType: Google.ElementType, from?: Google.RangeElement | null): Google.RangeElement {
    const type = enumName(ELEMENT_TYPES, elementType);
    const start = from instanceof RangeElement ? from._node : undefined;
    let passed = start === undefined;
    for (const node of walk(this._node)) {
      if (passed && node !== this._node && node.type === type) {
        return new RangeElement(this._tree, node, this._wrap) as Google.RangeElement;
      }
      passed ||= node === start;
    }
    return null as unknown as Google.RangeElement;
  }

  /** The replacement is put in as it stands: Google has no `$1` either. */
  replaceText(searchPattern: string, replacement: string): this {
    if (typeof replacement !== 'string') throw signatureError('DocumentApp.replaceText', [searchPattern, replacement]);
    this._tree.touch();
    for (const node of walk(this._node)) if (node.type === 'TEXT') replaceInText(node, searchPattern, replacement);
    return this;
  }

  _childNode(childIndex: number): DocumentNode {
    const child = this._node.children[childIndex];
    if (child) return child;
    throw new GoogleError(
      `Child index (${childIndex}) must be less than the number of child elements (${this._node.children.length}).`,
    );
  }

  /** Puts a node in and gives its element. */
  _insert<T extends DocumentElement>(index: number, node: DocumentNode): T {
    this._tree.insert(this._node, index, node);
    return this._wrap<T>(this._tree, node);
  }

  /**
   * Puts in an element that hangs nowhere, as `copy()` gives it; pictures go with it.
   * @throws GoogleError when it is still somewhere else
   */
  _insertElement<T extends DocumentElement>(index: number, element: T): T {
    if (element._tree.parentOf(element._node)) throw new GoogleError('Element must be detached.');
    if (element._tree !== this._tree) {
      for (const node of isContainer(element._node) ? walk(element._node) : [element._node]) {
        if (node.type === 'INLINE_IMAGE') {
          node.picture = this._tree.pictures.keep(element._tree.pictures.read(node.picture), node.contentType);
        }
      }
    }
    this._tree.insert(this._node, index, element._node);
    element._tree = this._tree;
    return element;
  }

  _removeChild(child: Google.Element): this {
    this.getChildIndex(child);
    this._tree.remove(nodeOf(child));
    return this;
  }
}

export function nodeOf(element: unknown): DocumentNode {
  if (element instanceof DocumentElement) return element._node;
  throw new GoogleError('Element does not contain the specified child element.');
}

/** Replaces from the end, so that earlier offsets stay right. */
export function replaceInText(node: TextNode, searchPattern: string, replacement: string): void {
  for (const [from, to] of allMatches(searchPattern, textOf(node)).reverse())
    replaceRunText(node, from, to, replacement);
}

export function firstMatch(pattern: string, text: string, from: number): [number, number] | undefined {
  return allMatches(pattern, text).find(([start]) => start >= from);
}

function allMatches(pattern: string, text: string): [number, number][] {
  let expression: RegExp;
  try {
    expression = new RegExp(pattern.replace(/^\(\?i\)/, ''), pattern.startsWith('(?i)') ? 'gi' : 'g');
  } catch {
    throw new GoogleError(`Invalid regular expression pattern ${pattern}`);
  }
  return [...text.matchAll(expression)]
    .filter((match) => match[0] !== '')
    .map((match) => [match.index, match.index + match[0].length]);
}
