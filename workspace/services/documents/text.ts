import { GoogleError, signatureError } from '../../kernel/google-object.ts';
import { firstMatch, replaceInText } from './container.ts';
import { color, DocumentElement, mergeIntoPrevious, points } from './element.ts';
import { enumName, enumValue, TEXT_ALIGNMENTS } from './enums.ts';
import { RangeElement } from './range-element.ts';
import {
  attributesAt,
  deleteRunText,
  insertRunText,
  lengthOf,
  setRunAttributes,
  TEXT_ATTRIBUTES,
  type TextAttribute,
} from './runs.ts';
import {
  type AttributeValue,
  type ContainerNode,
  type DocumentNode,
  isContainer,
  isParagraph,
  newParagraph,
  newText,
  type TextNode,
  textOf,
} from './tree.ts';

import Google = GoogleAppsScript.Document;

/** One text node and where its first letter stands in the whole text. */
interface Piece {
  node: TextNode;
  start: number;
}

export interface Text extends Omit<Google.Text, keyof DocumentElement> {}
/**
 * Letters with looks. Either one text element, or all letters of a container as
 * `editAsText()` gives them; offsets then run over the container's whole text.
 */
export class Text extends DocumentElement {
  declare readonly _node: TextNode;
  #container: ContainerNode | undefined;

  _editContainer(container: ContainerNode): void {
    this.#container = container;
  }

  override getAttributes(offset?: number | null): Record<string, unknown> {
    const result: Record<string, unknown> = {};
    for (const name of TEXT_ATTRIBUTES) if (name !== 'TEXT_ALIGNMENT') result[name] = this.#look(name, offset);
    return result;
  }

  override setAttributes(...args: unknown[]): this {
    const [from, to, attributes] = this.#range('setAttributes', args);
    for (const [name, value] of Object.entries(attributes as Record<string, unknown>)) {
      if ((TEXT_ATTRIBUTES as readonly string[]).includes(name)) {
        this.#set(name as TextAttribute, from, to, lookValue(name, value));
      }
    }
    return this;
  }

  override copy(): this {
    const node = this.#container ? newText(this.getText()) : this._tree.copy(this._node);
    return this._wrap<this>(this._tree, node);
  }

  merge(): this {
    return mergeIntoPrevious(this);
  }

  editAsText(): Google.Text {
    return this as unknown as Google.Text;
  }

  getText(): string {
    return textOf(this.#container ?? this._node);
  }

  setText(text: string): this {
    if (typeof text !== 'string') throw signatureError('DocumentApp.Text.setText', [text]);
    this._tree.touch();
    const container = this.#container;
    if (!container) this._node.runs = [{ text, attributes: { ...this._node.runs[0]?.attributes } }];
    else if (isParagraph(container)) this._tree.replaceChildren(container, text === '' ? [] : [newText(text)]);
    else this._tree.replaceChildren(container, [newParagraph(text)]);
    return this;
  }

  appendText(text: string): this {
    return this.insertText(this.getText().length, text);
  }

  insertText(offset: number, text: string): this {
    if (typeof text !== 'string') throw signatureError('DocumentApp.Text.insertText', [offset, text]);
    this._tree.touch();
    const pieces = this.#pieces();
    const piece = pieces.find(({ node, start }) => offset >= start && offset <= start + lengthOf(node));
    if (piece) insertRunText(piece.node, offset - piece.start, text);
    else if (pieces.length === 0 && this.#container && isParagraph(this.#container)) {
      this._tree.insert(this.#container, 0, newText(text));
    } else throw outOfRange(offset, this.getText().length);
    return this;
  }

  deleteText(startOffset: number, endOffsetInclusive: number): this {
    this._tree.touch();
    this.#checkRange(startOffset, endOffsetInclusive);
    this.#eachPiece(startOffset, endOffsetInclusive + 1, deleteRunText);
    return this;
  }

  findText(searchPattern: string, from?: Google.RangeElement | null): Google.RangeElement {
    const after = from instanceof RangeElement ? from._endInclusive + 1 : 0;
    for (const { node } of this.#pieces()) {
      const found = firstMatch(searchPattern, textOf(node), after);
      if (found) return new RangeElement(this._tree, node, this._wrap, found[0], found[1] - 1) as Google.RangeElement;
    }
    return null as unknown as Google.RangeElement;
  }

  replaceText(searchPattern: string, replacement: string): this {
    this._tree.touch();
    for (const { node } of this.#pieces()) replaceInText(node, searchPattern, replacement);
    return this;
  }

  /** Offsets at which the looks change. */
  getTextAttributeIndices(): number[] {
    const indices: number[] = [];
    for (const { node, start } of this.#pieces()) {
      let at = start;
      for (const run of node.runs) {
        if (run.text !== '') indices.push(at);
        at += run.text.length;
      }
    }
    return indices;
  }

  isBold(offset?: number | null): boolean {
    return this.#look('BOLD', offset) as boolean;
  }
  isItalic(offset?: number | null): boolean {
    return this.#look('ITALIC', offset) as boolean;
  }
  isUnderline(offset?: number | null): boolean {
    return this.#look('UNDERLINE', offset) as boolean;
  }
  isStrikethrough(offset?: number | null): boolean {
    return this.#look('STRIKETHROUGH', offset) as boolean;
  }
  getFontFamily(offset?: number | null): string {
    return this.#look('FONT_FAMILY', offset) as string;
  }
  getFontSize(offset?: number | null): number {
    return this.#look('FONT_SIZE', offset) as number;
  }
  getForegroundColor(offset?: number | null): string {
    return this.#look('FOREGROUND_COLOR', offset) as string;
  }
  getBackgroundColor(offset?: number | null): string {
    return this.#look('BACKGROUND_COLOR', offset) as string;
  }
  getLinkUrl(offset?: number | null): string {
    return this.#look('LINK_URL', offset) as string;
  }
  getTextAlignment(offset?: number | null): Google.TextAlignment {
    return enumValue(TEXT_ALIGNMENTS, this.#look('TEXT_ALIGNMENT', offset));
  }

  setBold(...args: unknown[]): this {
    return this.#setLook('setBold', 'BOLD', args);
  }
  setItalic(...args: unknown[]): this {
    return this.#setLook('setItalic', 'ITALIC', args);
  }
  setUnderline(...args: unknown[]): this {
    return this.#setLook('setUnderline', 'UNDERLINE', args);
  }
  setStrikethrough(...args: unknown[]): this {
    return this.#setLook('setStrikethrough', 'STRIKETHROUGH', args);
  }
  setFontFamily(...args: unknown[]): this {
    return this.#setLook('setFontFamily', 'FONT_FAMILY', args);
  }
  setFontSize(...args: unknown[]): this {
    return this.#setLook('setFontSize', 'FONT_SIZE', args);
  }
  setForegroundColor(...args: unknown[]): this {
    return this.#setLook('setForegroundColor', 'FOREGROUND_COLOR', args);
  }
  setBackgroundColor(...args: unknown[]): this {
    return this.#setLook('setBackgroundColor', 'BACKGROUND_COLOR', args);
  }
  setLinkUrl(...args: unknown[]): this {
    return this.#setLook('setLinkUrl', 'LINK_URL', args);
  }
  setTextAlignment(...args: unknown[]): this {
    return this.#setLook('setTextAlignment', 'TEXT_ALIGNMENT', args);
  }

  #setLook(method: string, name: TextAttribute, args: readonly unknown[]): this {
    const [from, to, value] = this.#range(method, args);
    this.#set(name, from, to, lookValue(name, value));
    return this;
  }

  #set(name: TextAttribute, from: number, to: number, value: AttributeValue | null): void {
    this._tree.touch();
    this.#eachPiece(from, to, (node, start, end) => {
      setRunAttributes(node, start, end, { [name]: value });
    });
    const container = this.#container;
    if (container && isParagraph(container) && from === 0 && to === this.getText().length) {
      if (value === null) delete container.attributes[name];
      else container.attributes[name] = value;
    }
  }

  #look(name: TextAttribute, offset: number | null | undefined): AttributeValue | null {
    const pieces = this.#pieces();
    if (typeof offset === 'number') {
      const piece = pieces.find(({ node, start }) => offset >= start && offset < start + lengthOf(node));
      if (!piece) throw outOfRange(offset, this.getText().length);
      return attributesAt(piece.node, offset - piece.start)[name] ?? null;
    }
    const looks = new Set(pieces.flatMap(({ node }) => node.runs.map((run) => run.attributes[name] ?? null)));
    return looks.size === 1 ? ([...looks][0] ?? null) : null;
  }

  /** `(value)` means all letters, `(start, endInclusive, value)` some of them. */
  #range(method: string, args: readonly unknown[]): [number, number, unknown] {
    if (args.length === 1) return [0, this.getText().length, args[0]];
    const [from, to, value] = args;
    if (args.length !== 3 || typeof from !== 'number' || typeof to !== 'number') {
      throw signatureError(`DocumentApp.Text.${method}`, args);
    }
    this.#checkRange(from, to);
    return [from, to + 1, value];
  }

  #checkRange(from: number, toInclusive: number): void {
    const length = this.getText().length;
    if (from < 0 || from >= length) throw outOfRange(from, length);
    if (toInclusive >= length) throw outOfRange(toInclusive, length);
    if (toInclusive < from) {
      throw new GoogleError(`End offset (${toInclusive}) must be greater than or equal to start offset (${from}).`);
    }
  }

  #pieces(): Piece[] {
    if (!this.#container) return [{ node: this._node, start: 0 }];
    const pieces: Piece[] = [];
    collectPieces(this.#container, 0, pieces);
    return pieces;
  }

  #eachPiece(from: number, to: number, work: (node: TextNode, from: number, to: number) => void): void {
    for (const { node, start } of this.#pieces()) {
      const length = lengthOf(node);
      if (to >= start && from <= start + length) work(node, Math.max(0, from - start), Math.min(length, to - start));
    }
  }
}

/** Same counting as `textOf`: a line end between paragraphs, cells and rows. Returns where the node's text ends. */
function collectPieces(node: DocumentNode, start: number, pieces: Piece[]): number {
  if (node.type === 'TEXT') {
    pieces.push({ node, start });
    return start + lengthOf(node);
  }
  if (!isContainer(node)) return start;
  let at = start;
  node.children.forEach((child, index) => {
    if (index > 0 && !isParagraph(node)) at += 1;
    at = collectPieces(child, at, pieces);
  });
  return at;
}

function lookValue(name: string, value: unknown): AttributeValue | null {
  if (value === null || value === undefined) return null;
  if (name === 'TEXT_ALIGNMENT') return enumName(TEXT_ALIGNMENTS, value);
  if (name.endsWith('_COLOR')) return color(value);
  if (name === 'FONT_SIZE') return points('DocumentApp.Text.setFontSize', value);
  if (name === 'FONT_FAMILY' || name === 'LINK_URL') return String(value);
  if (typeof value === 'boolean') return value;
  throw new GoogleError(`Invalid argument: ${String(value)}`);
}

function outOfRange(offset: unknown, length: number): GoogleError {
  return new GoogleError(`Index (${String(offset)}) must be less than the content length (${length}).`);
}
