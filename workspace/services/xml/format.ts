import { GoogleError, GoogleObject, signatureError } from '../../kernel/google-object.ts';
import type { Content } from './content.ts';
import { Document } from './document.ts';
import { Element } from './element.ts';
import { Cdata, Comment, DocType, ProcessingInstruction, Text } from './leaves.ts';
import { type Namespace, qualified } from './namespace.ts';

/** What becomes of white space in texts: kept, trimmed at both ends, or trimmed and made single inside. */
type TextMode = 'keep' | 'trim' | 'normalize';

/** Prefix → address, as declared above the place that is written. */
type Scope = ReadonlyMap<string, string>;

export interface Format extends GoogleAppsScript.XML_Service.Format {}
/** @source Google's reference, "Class Format": "The default line separator is \r\n" */
export class Format extends GoogleObject {
  #encoding = 'UTF-8';
  #indent: string | null;
  #lineSeparator = '\r\n';
  #omitDeclaration = false;
  #omitEncoding = false;
  readonly #textMode: TextMode;

  constructor(indent: string | null, textMode: TextMode) {
    super();
    this.#indent = indent;
    this.#textMode = textMode;
  }

  setEncoding(encoding: string): this {
    this.#encoding = String(encoding);
    return this;
  }

  setIndent(indent: string | null): this {
    this.#indent = indent === null ? null : String(indent);
    return this;
  }

  setLineSeparator(separator: string): this {
    this.#lineSeparator = String(separator);
    return this;
  }

  setOmitDeclaration(omitDeclaration: boolean): this {
    this.#omitDeclaration = omitDeclaration;
    return this;
  }

  setOmitEncoding(omitEncoding: boolean): this {
    this.#omitEncoding = omitEncoding;
    return this;
  }

  format(node: unknown): string {
    if (node instanceof Element) return this.#element(node, new Map(), '');
    if (!(node instanceof Document)) throw signatureError('XmlService.Format.format', [node]);
    const encoding = this.#omitEncoding ? '' : ` encoding="${this.#encoding}"`;
    const declaration = this.#omitDeclaration ? '' : `<?xml version="1.0"${encoding}?>${this.#lineSeparator}`;
    const between = this.#indent === null ? '' : this.#lineSeparator;
    const parts = node._content.map((content) => this.#node(content, new Map(), ''));
    return `${declaration}${parts.join(between)}${this.#lineSeparator}`;
  }

  #node(content: Content, scope: Scope, indent: string): string {
    if (content instanceof Element) return this.#element(content, scope, indent);
    if (content instanceof Cdata) return `<![CDATA[${content.getText()}]]>`;
    if (content instanceof Text) return this.#escaped(this.#spaced(content.getText()));
    if (content instanceof Comment) return `<!--${content.getText()}-->`;
    if (content instanceof ProcessingInstruction) return `<?${content.getTarget()} ${content.getData()}?>`;
    if (content instanceof DocType) return docTypeText(content);
    throw new GoogleError(`not available on the local workspace: Format.format of ${content._type}`);
  }

  #element(element: Element, above: Scope, indent: string): string {
    const scope = new Map(above);
    let head = `<${element.getQualifiedName()}`;
    for (const namespace of namespacesOf(element)) {
      const prefix = namespace.getPrefix();
      if (prefix === 'xml' || (scope.get(prefix) ?? '') === namespace.getURI()) continue;
      scope.set(prefix, namespace.getURI());
      head += ` ${prefix === '' ? 'xmlns' : `xmlns:${prefix}`}="${attributeText(namespace.getURI())}"`;
    }
    for (const attribute of element._attributes) {
      head += ` ${qualified(attribute.getNamespace(), attribute.getName())}="${attributeText(attribute.getValue())}"`;
    }
    const content = element._content.filter((each) => !this.#vanishes(each));
    if (content.length === 0) return `${head} />`;
    return `${head}>${this.#inside(content, scope, indent)}</${element.getQualifiedName()}>`;
  }

  #inside(content: readonly Content[], scope: Scope, indent: string): string {
    const onlyText = content.every((each) => each instanceof Text);
    if (this.#indent === null || onlyText) {
      const text = content.map((each) => this.#node(each, scope, indent)).join('');
      return onlyText && this.#textMode !== 'keep' ? text.trim() : text;
    }
    const inner = indent + this.#indent;
    const lines = content.map((each) => `${this.#lineSeparator}${inner}${this.#node(each, scope, inner)}`);
    return `${lines.join('')}${this.#lineSeparator}${indent}`;
  }

  #vanishes(content: Content): boolean {
    return this.#textMode !== 'keep' && content instanceof Text && content.getText().trim() === '';
  }

  #spaced(text: string): string {
    if (this.#textMode === 'keep') return text;
    return this.#textMode === 'trim' ? text.trim() : text.trim().replace(/\s+/g, ' ');
  }

  #escaped(text: string): string {
    return text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('\r', '&#xD;')
      .replaceAll('\n', this.#lineSeparator);
  }
}

function namespacesOf(element: Element): Namespace[] {
  const used = [element.getNamespace(), ...element._declared];
  return [...used, ...element._attributes.map((each) => each.getNamespace()).filter((each) => each.getURI() !== '')];
}

function attributeText(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#xD;')
    .replaceAll('\t', '&#x9;')
    .replaceAll('\n', '&#xA;');
}

function docTypeText(docType: DocType): string {
  const [publicId, systemId, subset] = [docType.getPublicId(), docType.getSystemId(), docType.getInternalSubset()];
  const id = publicId !== null ? ` PUBLIC "${publicId}"` : systemId !== null ? ' SYSTEM' : '';
  return `<!DOCTYPE ${docType.getElementName()}${id}${systemId !== null ? ` "${systemId}"` : ''}${subset ? ` [${subset}]` : ''}>`;
}
