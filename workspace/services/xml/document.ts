import { GoogleError, GoogleObject } from '../../kernel/google-object.ts';
import { addContent, type Content, type ContentHolder, descendants, removeContent } from './content.ts';
import { Element } from './element.ts';
import { DocType } from './leaves.ts';

import Google = GoogleAppsScript.XML_Service;

export interface Document extends Google.Document {}
export class Document extends GoogleObject implements ContentHolder {
  readonly _isElement = false;
  readonly _content: Content[] = [];

  hasRootElement(): boolean {
    return this.#root() !== undefined;
  }

  getRootElement(): Element {
    const root = this.#root();
    if (!root) throw new GoogleError('Root element not set');
    return root;
  }

  setRootElement(element: Google.Element): this {
    const at = this._content.findIndex((content) => content instanceof Element);
    if (at >= 0) this._content[at]!.detach();
    addContent(this, at >= 0 ? [at, element] : [element]);
    return this;
  }

  detachRootElement(): Element | null {
    return this.#root()?.detach() ?? null;
  }

  getDocType(): DocType | null {
    return this._content.find((content): content is DocType => content instanceof DocType) ?? null;
  }

  setDocType(docType: Google.DocType): this {
    this.getDocType()?.detach();
    addContent(this, [0, docType]);
    return this;
  }

  getAllContent(): Content[] {
    return [...this._content];
  }

  getContent(index: number): Content | null {
    return this._content[index] ?? null;
  }

  getContentSize(): number {
    return this._content.length;
  }

  getDescendants(): Content[] {
    return descendants(this);
  }

  cloneContent(): Content[] {
    return this._content.map((content) => content._copy());
  }

  addContent(...args: unknown[]): this {
    if (args[args.length - 1] instanceof Element && this.hasRootElement()) {
      throw new GoogleError('Cannot add a second root element, only one is allowed');
    }
    addContent(this, args);
    return this;
  }

  removeContent(...args: unknown[]): never {
    return removeContent(this, args) as never;
  }

  #root(): Element | undefined {
    return this._content.find((content): content is Element => content instanceof Element);
  }
}
