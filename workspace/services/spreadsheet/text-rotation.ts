import { GoogleObject } from '../../kernel/google-object.ts';

export interface TextRotation extends GoogleAppsScript.Spreadsheet.TextRotation {}

export class TextRotation extends GoogleObject {
  readonly #degrees: number;

  constructor(degrees: number) {
    super();
    this.#degrees = degrees;
  }

  getDegrees(): number {
    return this.#degrees;
  }

  isVertical(): boolean {
    return false;
  }
}
