import { defineEnum, GoogleError, GoogleObject } from '../../kernel/google-object.ts';

export const CONTENT_TYPES = defineEnum('ContentType', [
  'CDATA',
  'COMMENT',
  'DOCTYPE',
  'ELEMENT',
  'ENTITYREF',
  'PROCESSINGINSTRUCTION',
  'TEXT',
]);

export type ContentTypeName = keyof typeof CONTENT_TYPES._values;

/** What holds nodes: an element or a document. Its list is the truth; a node's parent only names it. */
export interface ContentHolder {
  readonly _content: Content[];
  readonly _isElement: boolean;
}

type Google = GoogleAppsScript.XML_Service.Content;

export interface Content extends Google {}
/** A node of any kind that stands in an element or a document. */
export abstract class Content extends GoogleObject {
  _holder: ContentHolder | null = null;

  abstract readonly _type: ContentTypeName;
  abstract getValue(): string;
  /** An unattached copy with everything in it. */
  abstract _copy(): Content;

  getType(): GoogleAppsScript.XML_Service.ContentType {
    return CONTENT_TYPES._of(this._type) as unknown as GoogleAppsScript.XML_Service.ContentType;
  }

  /** null for what stands in the document itself. */
  getParentElement(): GoogleAppsScript.XML_Service.Element | null {
    return this._holder?._isElement ? (this._holder as unknown as GoogleAppsScript.XML_Service.Element) : null;
  }

  detach(): this {
    const list = this._holder?._content;
    list?.splice(list.indexOf(this), 1);
    this._holder = null;
    return this;
  }

  asCdata(): GoogleAppsScript.XML_Service.Cdata | null {
    return this.#as('CDATA');
  }
  asComment(): GoogleAppsScript.XML_Service.Comment | null {
    return this.#as('COMMENT');
  }
  asDocType(): GoogleAppsScript.XML_Service.DocType | null {
    return this.#as('DOCTYPE');
  }
  asElement(): GoogleAppsScript.XML_Service.Element | null {
    return this.#as('ELEMENT');
  }
  asEntityRef(): GoogleAppsScript.XML_Service.EntityRef | null {
    return this.#as('ENTITYREF');
  }
  asProcessingInstruction(): GoogleAppsScript.XML_Service.ProcessingInstruction | null {
    return this.#as('PROCESSINGINSTRUCTION');
  }
  /** A CDATA section is a text too. */
  asText(): GoogleAppsScript.XML_Service.Text | null {
    return this.#as('TEXT') ?? this.#as('CDATA');
  }

  #as<T>(type: ContentTypeName): T | null {
    return this._type === type ? (this as unknown as T) : null;
  }
}

/** `(content)` at the end, `(index, content)` before the node with that index, from 0. */
export function addContent(holder: ContentHolder, args: readonly unknown[]): void {
  const [index, content] = args.length === 1 ? [holder._content.length, args[0]] : args;
  if (!(content instanceof Content)) throw new GoogleError('Cannot add null content');
  if (content._holder) {
    throw new GoogleError('The Content already has an existing parent and can not be added until it is detached.');
  }
  for (let above: ContentHolder | null = holder; above; above = holderOf(above)) {
    if ((above as unknown) === content) throw new GoogleError('The Element cannot be added as a descendent of itself');
  }
  const at = index as number;
  if (!Number.isInteger(at) || at < 0 || at > holder._content.length) {
    throw new GoogleError(`Index: ${at} Size: ${holder._content.length}`);
  }
  holder._content.splice(at, 0, content);
  content._holder = holder;
}

function holderOf(holder: ContentHolder): ContentHolder | null {
  return holder instanceof Content ? holder._holder : null;
}

/** `()` all of it, `(content)` whether it was there, `(index)` the node or null. */
export function removeContent(holder: ContentHolder, args: readonly unknown[]): Content[] | boolean | Content | null {
  const [what] = args;
  if (args.length === 0) return [...holder._content].map((content) => content.detach());
  if (typeof what === 'number') return holder._content[what]?.detach() ?? null;
  const at = holder._content.indexOf(what as Content);
  if (at >= 0) holder._content[at]!.detach();
  return at >= 0;
}

/** All nodes below, in the order they stand in the document. */
export function descendants(holder: ContentHolder): Content[] {
  return holder._content.flatMap((content) =>
    content._type === 'ELEMENT' ? [content, ...descendants(content as unknown as ContentHolder)] : [content],
  );
}
