import { GoogleObject } from '../../kernel/google-object.ts';
import type { AnswerValue } from './form-record.ts';
import type { FormScope } from './form-scope.ts';

export interface ItemResponse extends GoogleAppsScript.Forms.ItemResponse {}

/** An answer to one question, made by a script or read from a response. */
export class ItemResponse extends GoogleObject {
  readonly #scope: FormScope;
  readonly _itemId: number;
  readonly _answer: AnswerValue;

  constructor(scope: FormScope, itemId: number, answer: AnswerValue) {
    super();
    this.#scope = scope;
    this._itemId = itemId;
    this._answer = answer;
  }

  getItem(): GoogleAppsScript.Forms.Item {
    return this.#scope.item(this._itemId);
  }

  /** Text for most questions, `string[]` for checkboxes and grids, `string[][]` for checkbox grids. */
  getResponse(): string[][] | string[] | string {
    return structuredClone(this._answer) as string[][] | string[] | string;
  }
}
