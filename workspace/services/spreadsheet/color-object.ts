import { GoogleError, GoogleObject } from '../../kernel/google-object.ts';
import { hexColor } from './colors.ts';
import { asGoogle, ColorType } from './enums.ts';

class RgbColor extends GoogleObject {
  readonly #hex: string;

  constructor(hex: string) {
    super();
    this.#hex = hex;
  }

  getColorType(): GoogleAppsScript.Base.ColorType {
    return asGoogle(ColorType._of('RGB'));
  }

  asHexString(): string {
    return this.#hex;
  }

  getRed(): number {
    return Number.parseInt(this.#hex.slice(1, 3), 16);
  }

  getGreen(): number {
    return Number.parseInt(this.#hex.slice(3, 5), 16);
  }

  getBlue(): number {
    return Number.parseInt(this.#hex.slice(5, 7), 16);
  }
}

export interface Color extends GoogleAppsScript.Spreadsheet.Color {}

/** A colour as an object. The workspace has no themes, so every colour is RGB. */
export class Color extends GoogleObject {
  readonly _hex: string;

  constructor(hex: string) {
    super();
    this._hex = hex;
  }

  getColorType(): GoogleAppsScript.Base.ColorType {
    return asGoogle(ColorType._of('RGB'));
  }

  asRgbColor(): GoogleAppsScript.Base.RgbColor {
    return asGoogle(new RgbColor(this._hex));
  }
}

export interface ColorBuilder extends GoogleAppsScript.Spreadsheet.ColorBuilder {}

export class ColorBuilder extends GoogleObject {
  #hex: string | undefined;

  setRgbColor(cssString: string): ColorBuilder {
    this.#hex = hexColor(cssString);
    if (!this.#hex) throw new GoogleError(`Invalid argument: ${cssString}`);
    return this;
  }

  getColorType(): GoogleAppsScript.Base.ColorType {
    return asGoogle(ColorType._of('RGB'));
  }

  asRgbColor(): GoogleAppsScript.Base.RgbColor {
    return this.build().asRgbColor();
  }

  build(): Color {
    if (!this.#hex) throw new GoogleError('A color must have a value.');
    return new Color(this.#hex);
  }
}
