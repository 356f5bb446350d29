import { imageSize } from 'image-size';
import { GoogleError } from '../../kernel/google-object.ts';
import { Blob } from '../utilities/blob.ts';
import { DocumentElement, mergeIntoPrevious } from './element.ts';
import type { LiveTree } from './live-tree.ts';
import type { AttributeValue, BreakNode, ImageNode } from './tree.ts';

import Google = GoogleAppsScript.Document;

/** Pictures that Google Docs takes. */
const PICTURE_TYPES = ['image/png', 'image/jpeg', 'image/gif'];

export interface InlineImage extends Omit<Google.InlineImage, keyof DocumentElement> {}
export class InlineImage extends DocumentElement {
  declare readonly _node: ImageNode;

  merge(): this {
    return mergeIntoPrevious(this);
  }

  getBlob(): Blob {
    return new Blob(this._tree.pictures.read(this._node.picture), this._node.contentType, this._node.name);
  }

  getAs(contentType: string): Blob {
    return this.getBlob().getAs(contentType);
  }

  getWidth(): number {
    return this._node.widthPixels;
  }

  setWidth(width: number): this {
    return this._setAttribute('WIDTH', pixels(width));
  }

  getHeight(): number {
    return this._node.heightPixels;
  }

  setHeight(height: number): this {
    return this._setAttribute('HEIGHT', pixels(height));
  }

  getLinkUrl(): string {
    return (this._attribute('LINK_URL') ?? null) as string;
  }

  setLinkUrl(url: string): this {
    return this._setAttribute('LINK_URL', url);
  }

  getAltTitle(): string {
    return (this._node.altTitle ?? null) as string;
  }

  setAltTitle(title: string): this {
    this._tree.touch();
    this._node.altTitle = title;
    return this;
  }

  getAltDescription(): string {
    return (this._node.altDescription ?? null) as string;
  }

  setAltDescription(description: string): this {
    this._tree.touch();
    this._node.altDescription = description;
    return this;
  }
}

export interface PageBreak extends Omit<Google.PageBreak, keyof DocumentElement> {}
export class PageBreak extends DocumentElement {
  declare readonly _node: BreakNode;
}

export interface HorizontalRule extends Omit<Google.HorizontalRule, keyof DocumentElement> {}
export class HorizontalRule extends DocumentElement {
  declare readonly _node: BreakNode;
}

/** The picture in its own size. @throws GoogleError 'Invalid image data.' */
export function imageNode(tree: LiveTree, source: GoogleAppsScript.Base.BlobSource): ImageNode {
  const blob = source.getBlob();
  const bytes = Uint8Array.from(blob.getBytes());
  const contentType = blob.getContentType() ?? '';
  const size = PICTURE_TYPES.includes(contentType) ? sizeOf(bytes) : undefined;
  if (!size) throw new GoogleError('Invalid image data.');
  return {
    type: 'INLINE_IMAGE',
    picture: tree.pictures.keep(bytes, contentType),
    contentType,
    name: blob.getName() ?? '',
    widthPixels: size.width,
    heightPixels: size.height,
    attributes: {},
  };
}

function sizeOf(bytes: Uint8Array): { width: number; height: number } | undefined {
  try {
    return imageSize(bytes);
  } catch {
    return undefined;
  }
}

function pixels(value: unknown): AttributeValue {
  if (typeof value === 'number' && value > 0) return Math.round(value);
  throw new GoogleError(`Invalid argument: ${String(value)}`);
}
