import { Content } from './content.ts';

import Google = GoogleAppsScript.XML_Service;

export interface Text extends Omit<Google.Text, keyof Content> {}
export class Text extends Content {
  readonly _type: 'TEXT' | 'CDATA' = 'TEXT';
  protected _text: string;

  constructor(text: string) {
    super();
    this._text = text;
  }

  getText(): string {
    return this._text;
  }

  getValue(): string {
    return this._text;
  }

  setText(text: string): this {
    this._text = String(text);
    return this;
  }

  append(text: string): this {
    this._text += String(text);
    return this;
  }

  _copy(): Text {
    return new Text(this._text);
  }
}

export interface Cdata extends Omit<Google.Cdata, keyof Text> {}
export class Cdata extends Text {
  override readonly _type = 'CDATA';

  override _copy(): Cdata {
    return new Cdata(this._text);
  }
}

export interface Comment extends Omit<Google.Comment, keyof Content> {}
export class Comment extends Content {
  readonly _type = 'COMMENT';
  #text: string;

  constructor(text: string) {
    super();
    this.#text = text;
  }

  getText(): string {
    return this.#text;
  }

  getValue(): string {
    return this.#text;
  }

  setText(text: string): this {
    this.#text = String(text);
    return this;
  }

  _copy(): Comment {
    return new Comment(this.#text);
  }
}

export interface ProcessingInstruction extends Omit<Google.ProcessingInstruction, keyof Content> {}
export class ProcessingInstruction extends Content {
  readonly _type = 'PROCESSINGINSTRUCTION';
  readonly #target: string;
  readonly #data: string;

  constructor(target: string, data: string) {
    super();
    this.#target = target;
    this.#data = data;
  }

  getTarget(): string {
    return this.#target;
  }

  getData(): string {
    return this.#data;
  }

  getValue(): string {
    return this.#data;
  }

  _copy(): ProcessingInstruction {
    return new ProcessingInstruction(this.#target, this.#data);
  }
}

interface DocTypeParts {
  elementName: string;
  publicId: string | null;
  systemId: string | null;
  internalSubset: string | null;
}

export interface DocType extends Omit<Google.DocType, keyof Content> {}
export class DocType extends Content {
  readonly _type = 'DOCTYPE';
  readonly #parts: DocTypeParts;

  constructor(parts: DocTypeParts) {
    super();
    this.#parts = parts;
  }

  getElementName(): string {
    return this.#parts.elementName;
  }
  setElementName(name: string): this {
    this.#parts.elementName = String(name);
    return this;
  }
  getPublicId(): string | null {
    return this.#parts.publicId;
  }
  setPublicId(id: string): this {
    this.#parts.publicId = String(id);
    return this;
  }
  getSystemId(): string | null {
    return this.#parts.systemId;
  }
  setSystemId(id: string): this {
    this.#parts.systemId = String(id);
    return this;
  }
  getInternalSubset(): string | null {
    return this.#parts.internalSubset;
  }
  setInternalSubset(data: string): this {
    this.#parts.internalSubset = String(data);
    return this;
  }

  getValue(): string {
    return '';
  }

  _copy(): DocType {
    return new DocType({ ...this.#parts });
  }
}
