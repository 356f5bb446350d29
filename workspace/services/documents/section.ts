import { BlockContainer } from './block-container.ts';
import type { Container } from './container.ts';
import { points } from './element.ts';
import { enumName, PARAGRAPH_HEADINGS } from './enums.ts';
import { headingAttributes } from './headings.ts';
import { PageBreak } from './inline.ts';
import { type Attributes, type DocumentNode, isParagraph, newParagraph, type SectionNode, walk } from './tree.ts';

import Google = GoogleAppsScript.Document;

/** The body, the header and the footer. */
export abstract class Section extends BlockContainer {
  declare readonly _node: SectionNode;

  /** Paragraphs and list items, those in tables too. */
  getParagraphs(): Google.Paragraph[] {
    return this.#all(isParagraph);
  }

  getListItems(): Google.ListItem[] {
    return this.#all((node) => node.type === 'LIST_ITEM');
  }

  getTables(): Google.Table[] {
    return this.#all((node) => node.type === 'TABLE');
  }

  getImages(): Google.InlineImage[] {
    return this.#all((node) => node.type === 'INLINE_IMAGE');
  }

  #all<T>(wanted: (node: DocumentNode) => boolean): T[] {
    return [...walk(this._node)].filter(wanted).map((node) => this._wrap(this._tree, node) as unknown as T);
  }
}

export interface Body extends Omit<Google.Body, keyof Section> {}
/** Lengths are points. */
export class Body extends Section {
  appendPageBreak(pageBreak?: Google.PageBreak): Google.PageBreak {
    return this.insertPageBreak(this.getNumChildren(), pageBreak);
  }

  /** The break comes in a paragraph of its own. */
  insertPageBreak(childIndex: number, pageBreak?: Google.PageBreak | null): Google.PageBreak {
    if (pageBreak instanceof PageBreak) {
      const paragraph = this._insert<Container>(childIndex, newParagraph(''));
      return paragraph._insertElement(0, pageBreak) as unknown as Google.PageBreak;
    }
    return this._inParagraph(childIndex, { type: 'PAGE_BREAK', attributes: {} });
  }

  getHeadingAttributes(paragraphHeading: Google.ParagraphHeading): Attributes {
    return { ...headingAttributes(this._tree.content, enumName(PARAGRAPH_HEADINGS, paragraphHeading)) };
  }

  /** What all headings of this kind in the document look like from now on. */
  setHeadingAttributes(paragraphHeading: Google.ParagraphHeading, attributes: Record<string, unknown>): this {
    const heading = enumName(PARAGRAPH_HEADINGS, paragraphHeading);
    // A paragraph that hangs nowhere checks the names and values.
    const checked = newParagraph('');
    (this._wrap(this._tree, checked) as BlockContainer).setAttributes(attributes);
    const all = this._tree.content.headingAttributes;
    all[heading] = { ...all[heading], ...checked.attributes };
    return this;
  }

  getMarginTop(): number {
    return this.#points('MARGIN_TOP');
  }
  setMarginTop(marginTop: number): this {
    return this.#setPoints('MARGIN_TOP', marginTop);
  }
  getMarginBottom(): number {
    return this.#points('MARGIN_BOTTOM');
  }
  setMarginBottom(marginBottom: number): this {
    return this.#setPoints('MARGIN_BOTTOM', marginBottom);
  }
  getMarginLeft(): number {
    return this.#points('MARGIN_LEFT');
  }
  setMarginLeft(marginLeft: number): this {
    return this.#setPoints('MARGIN_LEFT', marginLeft);
  }
  getMarginRight(): number {
    return this.#points('MARGIN_RIGHT');
  }
  setMarginRight(marginRight: number): this {
    return this.#setPoints('MARGIN_RIGHT', marginRight);
  }
  getPageWidth(): number {
    return this.#points('PAGE_WIDTH');
  }
  setPageWidth(pageWidth: number): this {
    return this.#setPoints('PAGE_WIDTH', pageWidth);
  }
  getPageHeight(): number {
    return this.#points('PAGE_HEIGHT');
  }
  setPageHeight(pageHeight: number): this {
    return this.#setPoints('PAGE_HEIGHT', pageHeight);
  }

  #points(name: string): number {
    return Number(this._attribute(name));
  }

  #setPoints(name: string, value: number): this {
    return this._setAttribute(name, points('DocumentApp.Body', value));
  }
}

export interface HeaderSection extends Omit<Google.HeaderSection, keyof Section> {}
export class HeaderSection extends Section {
  override removeFromParent(): this {
    this._tree.dropSection(this._node);
    return this;
  }
}

export interface FooterSection extends Omit<Google.FooterSection, keyof Section> {}
export class FooterSection extends Section {
  override removeFromParent(): this {
    this._tree.dropSection(this._node);
    return this;
  }
}
