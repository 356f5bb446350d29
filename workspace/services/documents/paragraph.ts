import { GoogleError, signatureError } from '../../kernel/google-object.ts';
import { Container } from './container.ts';
import { mergeIntoPrevious, points } from './element.ts';
import { enumName, enumValue, HORIZONTAL_ALIGNMENTS, PARAGRAPH_HEADINGS } from './enums.ts';
import { type HorizontalRule, InlineImage, imageNode, PageBreak } from './inline.ts';
import { TEXT_ATTRIBUTES } from './runs.ts';
import { Text } from './text.ts';
import { type Attributes, newText, type ParagraphNode } from './tree.ts';

import Google = GoogleAppsScript.Document;

/** What a paragraph and a list item have in common. Lengths are points. */
export abstract class ParagraphLike extends Container {
  declare readonly _node: ParagraphNode;

  setText(text: string): void {
    if (typeof text !== 'string') throw signatureError(`DocumentApp.${this._className}.setText`, [text]);
    const attributes = this.#lettersToCome(this._node.children.length);
    this._tree.replaceChildren(this._node, text === '' ? [] : [newText(text, attributes)]);
  }

  appendText(text: string | Google.Text): Google.Text {
    return this.insertText(this._node.children.length, text);
  }

  /** New text looks like the text before it, as on Google. */
  insertText(childIndex: number, text: string | Google.Text): Google.Text {
    if (text instanceof Text) return this._insertElement(childIndex, text) as unknown as Google.Text;
    if (typeof text !== 'string') throw signatureError(`DocumentApp.${this._className}.insertText`, [text]);
    if (text === '') throw new GoogleError('Cannot insert an empty text element.');
    return this._insert<Text>(childIndex, newText(text, this.#lettersToCome(childIndex))) as unknown as Google.Text;
  }

  appendInlineImage(image: GoogleAppsScript.Base.BlobSource | Google.InlineImage): Google.InlineImage {
    return this.insertInlineImage(this._node.children.length, image);
  }

  insertInlineImage(
    childIndex: number,
    image: GoogleAppsScript.Base.BlobSource | Google.InlineImage,
  ): Google.InlineImage {
    const placed: InlineImage =
      image instanceof InlineImage
        ? this._insertElement(childIndex, image)
        : this._insert<InlineImage>(childIndex, imageNode(this._tree, image));
    return placed as unknown as Google.InlineImage;
  }

  appendPageBreak(pageBreak?: Google.PageBreak | null): Google.PageBreak {
    return this.insertPageBreak(this._node.children.length, pageBreak);
  }

  insertPageBreak(childIndex: number, pageBreak?: Google.PageBreak | null): Google.PageBreak {
    if (
      this._tree.rootOf(this._node).type !== 'BODY_SECTION' ||
      this._tree.parentOf(this._node)?.type === 'TABLE_CELL'
    ) {
      throw new GoogleError('Page breaks can be inserted only into the body of a document.');
    }
    const placed: PageBreak =
      pageBreak instanceof PageBreak
        ? this._insertElement(childIndex, pageBreak)
        : this._insert<PageBreak>(childIndex, { type: 'PAGE_BREAK', attributes: {} });
    return placed as unknown as Google.PageBreak;
  }

  appendHorizontalRule(): Google.HorizontalRule {
    return this.insertHorizontalRule(this._node.children.length);
  }

  insertHorizontalRule(childIndex: number): Google.HorizontalRule {
    return this._insert<HorizontalRule>(childIndex, {
      type: 'HORIZONTAL_RULE',
      attributes: {},
    }) as unknown as Google.HorizontalRule;
  }

  merge(): this {
    return mergeIntoPrevious(this);
  }

  removeChild(child: Google.Element): this {
    return this._removeChild(child);
  }

  getHeading(): Google.ParagraphHeading {
    return enumValue(PARAGRAPH_HEADINGS, this._attribute('HEADING') ?? 'NORMAL');
  }
  setHeading(heading: Google.ParagraphHeading): this {
    return this._setAttribute('HEADING', enumName(PARAGRAPH_HEADINGS, heading));
  }
  getAlignment(): Google.HorizontalAlignment {
    return enumValue(HORIZONTAL_ALIGNMENTS, this._attribute('HORIZONTAL_ALIGNMENT'));
  }
  setAlignment(alignment: Google.HorizontalAlignment): this {
    return this._setAttribute(
      'HORIZONTAL_ALIGNMENT',
      alignment === null ? null : enumName(HORIZONTAL_ALIGNMENTS, alignment),
    );
  }
  getIndentStart(): number {
    return this.#points('INDENT_START');
  }
  setIndentStart(indentStart: number): this {
    return this.#setPoints('INDENT_START', 'setIndentStart', indentStart);
  }
  getIndentEnd(): number {
    return this.#points('INDENT_END');
  }
  setIndentEnd(indentEnd: number): this {
    return this.#setPoints('INDENT_END', 'setIndentEnd', indentEnd);
  }
  getIndentFirstLine(): number {
    return this.#points('INDENT_FIRST_LINE');
  }
  /** Measured from the margin, not from the indent of the other lines. */
  setIndentFirstLine(indentFirstLine: number): this {
    return this.#setPoints('INDENT_FIRST_LINE', 'setIndentFirstLine', indentFirstLine);
  }
  getLineSpacing(): number {
    return this.#points('LINE_SPACING');
  }
  setLineSpacing(multiplier: number): this {
    return this.#setPoints('LINE_SPACING', 'setLineSpacing', multiplier);
  }
  getSpacingAfter(): number {
    return this.#points('SPACING_AFTER');
  }
  setSpacingAfter(spacingAfter: number): this {
    return this.#setPoints('SPACING_AFTER', 'setSpacingAfter', spacingAfter);
  }
  getSpacingBefore(): number {
    return this.#points('SPACING_BEFORE');
  }
  setSpacingBefore(spacingBefore: number): this {
    return this.#setPoints('SPACING_BEFORE', 'setSpacingBefore', spacingBefore);
  }
  isLeftToRight(): boolean {
    return (this._attribute('LEFT_TO_RIGHT') as boolean | undefined) ?? true;
  }
  setLeftToRight(leftToRight: boolean): this {
    return this._setAttribute('LEFT_TO_RIGHT', leftToRight);
  }

  #points(name: string): number {
    return (this._attribute(name) ?? null) as unknown as number;
  }

  #setPoints(name: string, method: string, value: number): this {
    return this._setAttribute(name, points(`DocumentApp.${this._className}.${method}`, value));
  }

  /** Looks of the letters before the place; in an empty paragraph, what was set on it. */
  #lettersToCome(childIndex: number): Attributes {
    for (let index = childIndex - 1; index >= 0; index--) {
      const child = this._node.children[index];
      if (child?.type !== 'TEXT') continue;
      const { LINK_URL: _, ...looks } = child.runs[child.runs.length - 1]?.attributes ?? {};
      return looks;
    }
    const own = Object.entries(this._node.attributes);
    return Object.fromEntries(own.filter(([name]) => (TEXT_ATTRIBUTES as readonly string[]).includes(name)));
  }
}

export interface Paragraph extends Omit<Google.Paragraph, keyof ParagraphLike> {}
export class Paragraph extends ParagraphLike {}
