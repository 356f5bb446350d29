import { defineEnum, GoogleEnumValue, GoogleError, GoogleObject, signatureError } from '../../kernel/google-object.ts';
import { Blob } from '../utilities/blob.ts';
import { HtmlTemplate } from './html-template.ts';

export const SANDBOX_MODE = defineEnum('SandboxMode', ['EMULATED', 'IFRAME', 'NATIVE']);
export const X_FRAME_OPTIONS_MODE = defineEnum('XFrameOptionsMode', ['ALLOWALL', 'DEFAULT']);

/** @source Google's reference, HtmlOutput.addMetaTag: only these names are allowed */
const META_NAMES = [
  'apple-mobile-web-app-capable',
  'apple-mobile-web-app-status-bar-style',
  'google-site-verification',
  'mobile-web-app-capable',
  'viewport',
];

/** A page or a piece of one that a script gives out. What is read by `_…` is for the server. */
export class HtmlOutput extends GoogleObject {
  #content: string;
  #title: string | null = null;
  #faviconUrl: string | null = null;
  #width: number | null = null;
  #height: number | null = null;
  #xFrameOptions = 'DEFAULT';
  readonly #metaTags: HtmlOutputMetaTag[] = [];

  constructor(content = '') {
    super();
    this.#content = content;
  }

  get _xFrameOptions(): string {
    return this.#xFrameOptions;
  }

  getContent(): string {
    return this.#content;
  }

  setContent(content: string): this {
    if (typeof content !== 'string') throw signatureError('HtmlOutput.setContent', [content]);
    this.#content = content;
    return this;
  }

  append(addedContent: string): this {
    if (typeof addedContent !== 'string') throw signatureError('HtmlOutput.append', [addedContent]);
    this.#content += addedContent;
    return this;
  }

  appendUntrusted(addedContent: string): this {
    if (typeof addedContent !== 'string') throw signatureError('HtmlOutput.appendUntrusted', [addedContent]);
    return this.append(addedContent.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`));
  }

  clear(): this {
    this.#content = '';
    return this;
  }

  asTemplate(): HtmlTemplate {
    return newTemplate(this.#content);
  }

  getBlob(): Blob {
    return new Blob(new TextEncoder().encode(this.#content), 'text/html', this.#title ?? 'output.html');
  }

  getAs(contentType: string): Blob {
    return this.getBlob().getAs(contentType);
  }

  getTitle(): string | null {
    return this.#title;
  }

  setTitle(title: string): this {
    if (typeof title !== 'string') throw signatureError('HtmlOutput.setTitle', [title]);
    this.#title = title;
    return this;
  }

  getWidth(): number | null {
    return this.#width;
  }

  setWidth(width: number): this {
    if (typeof width !== 'number') throw signatureError('HtmlOutput.setWidth', [width]);
    this.#width = width;
    return this;
  }

  getHeight(): number | null {
    return this.#height;
  }

  setHeight(height: number): this {
    if (typeof height !== 'number') throw signatureError('HtmlOutput.setHeight', [height]);
    this.#height = height;
    return this;
  }

  getFaviconUrl(): string | null {
    return this.#faviconUrl;
  }

  setFaviconUrl(iconUrl: string): this {
    if (typeof iconUrl !== 'string') throw signatureError('HtmlOutput.setFaviconUrl', [iconUrl]);
    this.#faviconUrl = iconUrl;
    return this;
  }

  addMetaTag(name: string, content: string): this {
    if (typeof name !== 'string' || typeof content !== 'string') {
      throw signatureError('HtmlOutput.addMetaTag', [name, content]);
    }
    if (!META_NAMES.includes(name)) throw new GoogleError(`The meta tag you specified is not allowed in this context.`);
    this.#metaTags.push(new HtmlOutputMetaTag(name, content));
    return this;
  }

  getMetaTags(): HtmlOutputMetaTag[] {
    return [...this.#metaTags];
  }

  /** Has had no effect since 2016: every page is shown in a frame of its own. */
  setSandboxMode(mode: unknown): this {
    if (!isValueOf(SANDBOX_MODE, mode)) throw signatureError('HtmlOutput.setSandboxMode', [mode]);
    return this;
  }

  setXFrameOptionsMode(mode: unknown): this {
    if (!isValueOf(X_FRAME_OPTIONS_MODE, mode)) throw signatureError('HtmlOutput.setXFrameOptionsMode', [mode]);
    this.#xFrameOptions = (mode as GoogleEnumValue).name();
    return this;
  }
}

export function newTemplate(source: string): HtmlTemplate {
  return new HtmlTemplate(source, (text) => new HtmlOutput(text));
}

export class HtmlOutputMetaTag extends GoogleObject {
  readonly #name: string;
  readonly #content: string;

  constructor(name: string, content: string) {
    super();
    this.#name = name;
    this.#content = content;
  }

  getName(): string {
    return this.#name;
  }

  getContent(): string {
    return this.#content;
  }
}

function isValueOf(type: { _values: object }, value: unknown): boolean {
  return value instanceof GoogleEnumValue && Object.values(type._values).includes(value);
}
