import type { Execution, ServiceDefinition } from '../../kernel/execution.ts';
import { MIME } from '../../kernel/files.ts';
import { GoogleError, GoogleObject, signatureError } from '../../kernel/google-object.ts';
import { Document, missingDocument } from './document.ts';
import { createDocument } from './document-store.ts';
import {
  ATTRIBUTES,
  ELEMENT_TYPES,
  GLYPH_TYPES,
  HORIZONTAL_ALIGNMENTS,
  PARAGRAPH_HEADINGS,
  POSITIONED_LAYOUTS,
  TEXT_ALIGNMENTS,
  VERTICAL_ALIGNMENTS,
} from './enums.ts';

import Google = GoogleAppsScript.Document;

export const documentService: ServiceDefinition = {
  name: 'DocumentApp',
  create: (execution) => new DocumentApp(execution),
};

type Enums =
  | 'Attribute'
  | 'ElementType'
  | 'GlyphType'
  | 'HorizontalAlignment'
  | 'ParagraphHeading'
  | 'PositionedLayout'
  | 'TextAlignment'
  | 'VerticalAlignment';

export interface DocumentApp extends Omit<Google.DocumentApp, Enums> {}
export class DocumentApp extends GoogleObject {
  readonly Attribute = ATTRIBUTES;
  readonly ElementType = ELEMENT_TYPES;
  readonly GlyphType = GLYPH_TYPES;
  readonly HorizontalAlignment = HORIZONTAL_ALIGNMENTS;
  readonly ParagraphHeading = PARAGRAPH_HEADINGS;
  readonly PositionedLayout = POSITIONED_LAYOUTS;
  readonly TextAlignment = TEXT_ALIGNMENTS;
  readonly VerticalAlignment = VERTICAL_ALIGNMENTS;
  readonly #execution: Execution;
  /** One document is open once, so that two handles of a script see each other's changes. */
  readonly #open = new Map<string, Document>();

  constructor(execution: Execution) {
    super();
    this.#execution = execution;
  }

  create(name: string): Document {
    this.#execution.requireAuthorization('DocumentApp.create');
    if (typeof name !== 'string') throw signatureError('DocumentApp.create', [name]);
    return this.#document(createDocument(this.#execution.kernel, name));
  }

  openById(id: string): Document {
    this.#execution.requireAuthorization('DocumentApp.openById');
    if (typeof id !== 'string') throw signatureError('DocumentApp.openById', [id]);
    const file = this.#execution.kernel.files.get(id);
    if (file?.mimeType !== MIME.document) throw missingDocument();
    return this.#document(id);
  }

  openByUrl(url: string): Document {
    const id = /\/d\/([\w-]+)/.exec(String(url))?.[1];
    if (!id) throw new GoogleError(`Invalid argument: url`);
    return this.openById(id);
  }

  /** The document the script is bound to; none when it is bound to something else. */
  getActiveDocument(): Document {
    const id = this.#execution.activeFileId;
    const isDocument = id !== undefined && this.#execution.kernel.files.get(id)?.mimeType === MIME.document;
    return (isDocument ? this.#document(id) : null) as Document;
  }

  /** The script is bound to a spreadsheet, so a document has no menus for it. */
  getUi(): GoogleAppsScript.Base.Ui {
    throw new GoogleError('Cannot call DocumentApp.getUi() from this context.');
  }

  #document(id: string): Document {
    const known = this.#open.get(id);
    if (known && !known._isClosed) return known;
    const document = new Document(this.#execution, id);
    this.#open.set(id, document);
    return document;
  }
}
