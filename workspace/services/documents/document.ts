import type { Execution } from '../../kernel/execution.ts';
import { MIME } from '../../kernel/files.ts';
import { GoogleError, GoogleObject, signatureError } from '../../kernel/google-object.ts';
import { fileUrl } from '../drive/addresses.ts';
import { Blob } from '../utilities/blob.ts';
import { pictureShelf, readDocument, saveDocument } from './document-store.ts';
import { wrap } from './elements.ts';
import { LiveTree } from './live-tree.ts';
import { printDocument } from './pdf.ts';
import type { Body, FooterSection, HeaderSection } from './section.ts';
import { newSection } from './tree.ts';

import Google = GoogleAppsScript.Document;

export interface Document extends Google.Document {}
export class Document extends GoogleObject {
  readonly #execution: Execution;
  readonly #id: string;
  readonly #tree: LiveTree;

  constructor(execution: Execution, id: string) {
    super();
    this.#execution = execution;
    this.#id = id;
    const content = readDocument(execution.kernel, id);
    if (!content) throw missingDocument();
    this.#tree = new LiveTree(content, pictureShelf(execution.kernel));
    execution.onFlush(() => this.#save());
  }

  getId(): string {
    return this.#id;
  }

  getName(): string {
    return this.#execution.kernel.files.get(this.#id)?.name ?? '';
  }

  setName(name: string): this {
    if (typeof name !== 'string') throw signatureError('DocumentApp.Document.setName', [name]);
    this.#tree.touch();
    this.#execution.kernel.files.change(this.#id, { name });
    return this;
  }

  getUrl(): string {
    return fileUrl(this.#execution.kernel.baseUrl, { id: this.#id, mimeType: MIME.document });
  }

  getBody(): Google.Body {
    return wrap<Body>(this.#tree, this.#tree.content.body) as unknown as Google.Body;
  }

  getHeader(): Google.HeaderSection {
    const { header } = this.#tree.content;
    return (header ? wrap<HeaderSection>(this.#tree, header) : null) as unknown as Google.HeaderSection;
  }

  addHeader(): Google.HeaderSection {
    this.#tree.touch();
    if (this.#tree.content.header) throw new GoogleError('Document tab already contains a header section.');
    this.#tree.content.header = newSection('HEADER_SECTION');
    return this.getHeader();
  }

  getFooter(): Google.FooterSection {
    const { footer } = this.#tree.content;
    return (footer ? wrap<FooterSection>(this.#tree, footer) : null) as unknown as Google.FooterSection;
  }

  addFooter(): Google.FooterSection {
    this.#tree.touch();
    if (this.#tree.content.footer) throw new GoogleError('Document tab already contains a footer section.');
    this.#tree.content.footer = newSection('FOOTER_SECTION');
    return this.getFooter();
  }

  getLanguage(): string {
    return this.#tree.content.language;
  }

  setLanguage(languageCode: string): this {
    this.#tree.touch();
    this.#tree.content.language = languageCode;
    return this;
  }

  /** What was written is in the file from now on; this object and all its parts can do no more. */
  saveAndClose(): void {
    if (this.#tree.closed) throw new GoogleError('Document is closed, its operations are not available');
    this.#save();
    this.#tree.closed = true;
  }

  getBlob(): Blob {
    return this.getAs('application/pdf');
  }

  /** Only PDF, as on Google; what was not saved by `saveAndClose` is not in it. */
  getAs(contentType: string): Blob {
    if (contentType !== 'application/pdf') {
      throw new GoogleError(`Converting from ${MIME.document} to ${contentType} is not supported.`);
    }
    return new Blob(printDocument(this.#execution.kernel, this.#id), contentType, `${this.getName()}.pdf`);
  }

  get _isClosed(): boolean {
    return this.#tree.closed;
  }

  #save(): void {
    if (!this.#tree.changed || this.#tree.closed) return;
    saveDocument(this.#execution.kernel, this.#id, this.#tree.content);
    this.#tree.changed = false;
  }
}

export function missingDocument(): GoogleError {
  return new GoogleError("Document is missing (perhaps it was deleted, or you don't have read access?)");
}
