import { GoogleObject } from '../../kernel/google-object.ts';
import type { DocumentElement, Wrap } from './element.ts';
import type { LiveTree } from './live-tree.ts';
import type { DocumentNode } from './tree.ts';

import Google = GoogleAppsScript.Document;

export interface RangeElement extends Google.RangeElement {}
/** Where a search found something: an element, or some letters of a text. */
export class RangeElement extends GoogleObject {
  readonly _node: DocumentNode;
  /** −1 when the whole element was found. */
  readonly _endInclusive: number;
  readonly #start: number;
  readonly #element: () => DocumentElement;

  constructor(tree: LiveTree, node: DocumentNode, wrap: Wrap, start = -1, endInclusive = -1) {
    super();
    this._node = node;
    this.#start = start;
    this._endInclusive = endInclusive;
    this.#element = () => wrap(tree, node);
  }

  getElement(): Google.Element {
    return this.#element() as unknown as Google.Element;
  }

  getStartOffset(): number {
    return this.#start;
  }

  getEndOffsetInclusive(): number {
    return this._endInclusive;
  }

  isPartial(): boolean {
    return this.#start >= 0;
  }
}
