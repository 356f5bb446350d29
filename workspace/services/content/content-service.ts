import type { ServiceDefinition } from '../../kernel/execution.ts';
import { defineEnum, GoogleEnumValue, GoogleObject, signatureError } from '../../kernel/google-object.ts';

const CONTENT_TYPES = {
  ATOM: 'application/atom+xml',
  CSV: 'text/csv',
  ICAL: 'text/calendar',
  JAVASCRIPT: 'application/javascript',
  JSON: 'application/json',
  RSS: 'application/rss+xml',
  TEXT: 'text/plain',
  VCARD: 'text/x-vcard',
  XML: 'text/xml',
} as const;

const MIME_TYPE = defineEnum('MimeType', Object.keys(CONTENT_TYPES) as (keyof typeof CONTENT_TYPES)[]);

/** What `doGet` and `doPost` give out that is not a page. */
export class TextOutput extends GoogleObject {
  #content: string;
  #fileName: string | null = null;
  #mimeType: GoogleEnumValue = MIME_TYPE._of('TEXT');

  constructor(content: string) {
    super();
    this.#content = content;
  }

  /** For the server: 'application/json'. */
  get _contentType(): string {
    return CONTENT_TYPES[this.#mimeType.name() as keyof typeof CONTENT_TYPES];
  }

  append(addedContent: string): this {
    if (typeof addedContent !== 'string') throw signatureError('TextOutput.append', [addedContent]);
    this.#content += addedContent;
    return this;
  }

  clear(): this {
    this.#content = '';
    return this;
  }

  getContent(): string {
    return this.#content;
  }

  setContent(content: string): this {
    if (typeof content !== 'string') throw signatureError('TextOutput.setContent', [content]);
    this.#content = content;
    return this;
  }

  getFileName(): string | null {
    return this.#fileName;
  }

  downloadAsFile(filename: string): this {
    if (typeof filename !== 'string') throw signatureError('TextOutput.downloadAsFile', [filename]);
    this.#fileName = filename;
    return this;
  }

  getMimeType(): GoogleEnumValue {
    return this.#mimeType;
  }

  setMimeType(mimeType: unknown): this {
    const known = mimeType instanceof GoogleEnumValue && Object.values(MIME_TYPE._values).includes(mimeType);
    if (!known) throw signatureError('TextOutput.setMimeType', [mimeType]);
    this.#mimeType = mimeType as GoogleEnumValue;
    return this;
  }
}

export class ContentService extends GoogleObject {
  readonly MimeType = MIME_TYPE;

  createTextOutput(content: unknown = ''): TextOutput {
    if (typeof content !== 'string') throw signatureError('ContentService.createTextOutput', [content]);
    return new TextOutput(content);
  }
}

export const contentService: ServiceDefinition = { name: 'ContentService', create: () => new ContentService() };
