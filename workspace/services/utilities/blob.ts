import { GoogleError, GoogleObject } from '../../kernel/google-object.ts';

export interface Blob extends GoogleAppsScript.Base.Blob {}
/** Bytes with a name and a content type: what files, pictures and attachments are passed as. */
export class Blob extends GoogleObject {
  #bytes: Uint8Array;
  #contentType: string | null;
  #name: string | null;

  /** @param bytes are not copied: give an array that nobody changes */
  constructor(bytes: Uint8Array, contentType: string | null = null, name: string | null = null) {
    super();
    this.#bytes = bytes;
    this.#contentType = contentType;
    this.#name = name;
  }

  /** For workspace code: the bytes as they are, 0–255. */
  get _bytes(): Uint8Array {
    return this.#bytes;
  }

  /** Signed, −128…127, as in Java. */
  getBytes(): number[] {
    return Array.from(new Int8Array(this.#bytes.buffer, this.#bytes.byteOffset, this.#bytes.byteLength));
  }

  setBytes(data: number[]): this {
    this.#bytes = Uint8Array.from(data);
    return this;
  }

  getDataAsString(charset = 'UTF-8'): string {
    return decoder(charset).decode(this.#bytes);
  }

  setDataFromString(string: string, charset = 'UTF-8'): this {
    if (!/^utf-?8$/i.test(charset)) throw new GoogleError(`Unsupported charset: ${charset}`);
    this.#bytes = new TextEncoder().encode(string);
    return this;
  }

  getContentType(): string | null {
    return this.#contentType;
  }

  setContentType(contentType: string | null): this {
    this.#contentType = contentType;
    return this;
  }

  setContentTypeFromExtension(): this {
    const extension = /\.([^.]+)$/.exec(this.#name ?? '')?.[1]?.toLowerCase() ?? '';
    this.#contentType = CONTENT_TYPES[extension] ?? null;
    return this;
  }

  getName(): string | null {
    return this.#name;
  }

  setName(name: string): this {
    this.#name = name;
    return this;
  }

  isGoogleType(): boolean {
    return this.#contentType?.startsWith('application/vnd.google-apps.') ?? false;
  }

  getBlob(): Blob {
    return this;
  }

  copyBlob(): Blob {
    return new Blob(this.#bytes.slice(), this.#contentType, this.#name);
  }

  getAs(contentType: string): Blob {
    if (contentType === this.#contentType) return this.copyBlob();
    throw new GoogleError(`Converting from ${this.#contentType} to ${contentType} is not supported.`);
  }
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  gif: 'image/gif',
  htm: 'text/html',
  html: 'text/html',
  ics: 'text/calendar',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  json: 'application/json',
  pdf: 'application/pdf',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
};

function decoder(charset: string): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(charset);
  } catch {
    throw new GoogleError(`Unsupported charset: ${charset}`);
  }
}
