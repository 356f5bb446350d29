import { GoogleObject } from '../../kernel/google-object.ts';

import Google = GoogleAppsScript.Charts;

export interface TextStyle extends Google.TextStyle {}
export class TextStyle extends GoogleObject {
  readonly #color: string | null;
  readonly #fontName: string | null;
  readonly #fontSize: number | null;

  constructor(color: string | null, fontName: string | null, fontSize: number | null) {
    super();
    this.#color = color;
    this.#fontName = fontName;
    this.#fontSize = fontSize;
  }

  getColor(): string {
    return this.#color as string;
  }
  getFontName(): string {
    return this.#fontName as string;
  }
  getFontSize(): number {
    return this.#fontSize as number;
  }
}

export interface TextStyleBuilder extends Google.TextStyleBuilder {}
export class TextStyleBuilder extends GoogleObject {
  #color: string | null = null;
  #fontName: string | null = null;
  #fontSize: number | null = null;

  setColor(cssValue: string): this {
    this.#color = cssValue;
    return this;
  }
  setFontName(fontName: string): this {
    this.#fontName = fontName;
    return this;
  }
  setFontSize(fontSize: number): this {
    this.#fontSize = fontSize;
    return this;
  }
  build(): TextStyle {
    return new TextStyle(this.#color, this.#fontName, this.#fontSize);
  }
}
