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
import { TAB_ID, Tab } from './tab.ts';
import { newSection } from './tree.ts';

import Google = GoogleAppsScript.Document;

/** What this needs of DriveApp, which in turn copies and prints documents. */
interface DriveFiles extends GoogleObject {
  getFileById(id: string): GoogleAppsScript.Drive.File;
}

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

  getActiveTab(): Google.Tab {
    return new Tab(this) as Google.Tab;
  }

  /** The one tab that the workspace's documents have. */
  getTabs(): Google.Tab[] {
    return [this.getActiveTab()];
  }

  getTab(tabId: string): Google.Tab {
    return (tabId === TAB_ID ? this.getActiveTab() : null) as Google.Tab;
  }

  getEditors(): GoogleAppsScript.Base.User[] {
    return this.#file.getEditors() as unknown as GoogleAppsScript.Base.User[];
  }

  addEditor(user: string | GoogleAppsScript.Base.User): this {
    this.#file.addEditor(user as string);
    return this;
  }

  addEditors(emailAddresses: string[]): this {
    this.#file.addEditors(emailAddresses);
    return this;
  }

  removeEditor(user: string | GoogleAppsScript.Base.User): this {
    this.#file.removeEditor(user as string);
    return this;
  }

  getViewers(): GoogleAppsScript.Base.User[] {
    return this.#file.getViewers() as unknown as GoogleAppsScript.Base.User[];
  }

  addViewer(user: string | GoogleAppsScript.Base.User): this {
    this.#file.addViewer(user as string);
    return this;
  }

  addViewers(emailAddresses: string[]): this {
    this.#file.addViewers(emailAddresses);
    return this;
  }

  removeViewer(user: string | GoogleAppsScript.Base.User): this {
    this.#file.removeViewer(user as string);
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

  /** Sharing belongs to the file. */
  get #file(): GoogleAppsScript.Drive.File {
    return this.#execution.service<DriveFiles>('DriveApp').getFileById(this.#id);
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
