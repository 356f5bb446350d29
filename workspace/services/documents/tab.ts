import { GoogleObject } from '../../kernel/google-object.ts';
import type { Document } from './document.ts';

import Google = GoogleAppsScript.Document;

export const TAB_ID = 't.0';

export interface Tab extends Google.Tab {}
/** The first and only tab of a document. */
export class Tab extends GoogleObject {
  readonly #document: Document;

  constructor(document: Document) {
    super();
    this.#document = document;
  }

  getId(): string {
    return TAB_ID;
  }
  getTitle(): string {
    return 'Tab 1';
  }
  getIndex(): number {
    return 0;
  }
  getChildTabs(): Google.Tab[] {
    return [];
  }
  asDocumentTab(): Google.DocumentTab {
    return new DocumentTab(this.#document) as Google.DocumentTab;
  }
}

export interface DocumentTab extends Google.DocumentTab {}
export class DocumentTab extends GoogleObject {
  readonly #document: Document;

  constructor(document: Document) {
    super();
    this.#document = document;
  }

  getBody(): Google.Body {
    return this.#document.getBody();
  }
  getHeader(): Google.HeaderSection {
    return this.#document.getHeader();
  }
  addHeader(): Google.HeaderSection {
    return this.#document.addHeader();
  }
  getFooter(): Google.FooterSection {
    return this.#document.getFooter();
  }
  addFooter(): Google.FooterSection {
    return this.#document.addFooter();
  }
}
