import { GoogleError, GoogleObject } from '../../kernel/google-object.ts';
import { asGoogle, ValueType } from './enums.ts';

interface ImageData {
  url: string;
  title: string;
  description: string;
}

export interface CellImage extends GoogleAppsScript.Spreadsheet.CellImage {}

/** A picture in a cell, by its address. */
export class CellImage extends GoogleObject {
  readonly _data: ImageData;

  constructor(data: ImageData) {
    super();
    this._data = data;
  }

  get valueType(): GoogleAppsScript.Spreadsheet.ValueType {
    return asGoogle(ValueType._of('IMAGE'));
  }

  getAltTextTitle(): string {
    return this._data.title;
  }

  getAltTextDescription(): string {
    return this._data.description;
  }

  getContentUrl(): string {
    return this._data.url;
  }

  getUrl(): string | null {
    return this._data.url;
  }

  toBuilder(): CellImageBuilder {
    return new CellImageBuilder({ ...this._data });
  }

  /** What stands for the picture in the engine's cell. */
  _formula(): string {
    return `=IMAGE("${this._data.url.replaceAll('"', '""')}")`;
  }
}

export interface CellImageBuilder extends GoogleAppsScript.Spreadsheet.CellImageBuilder {}

export class CellImageBuilder extends GoogleObject {
  readonly #data: ImageData;

  constructor(data: ImageData = { url: '', title: '', description: '' }) {
    super();
    this.#data = data;
  }

  get valueType(): GoogleAppsScript.Spreadsheet.ValueType {
    return asGoogle(ValueType._of('IMAGE'));
  }

  setSourceUrl(url: string): CellImageBuilder {
    this.#data.url = url;
    return this;
  }

  setAltTextTitle(title: string): CellImageBuilder {
    this.#data.title = title;
    return this;
  }

  setAltTextDescription(description: string): CellImageBuilder {
    this.#data.description = description;
    return this;
  }

  getAltTextTitle(): string {
    return this.#data.title;
  }

  getAltTextDescription(): string {
    return this.#data.description;
  }

  getUrl(): string | null {
    return this.#data.url || null;
  }

  toBuilder(): CellImageBuilder {
    return this;
  }

  build(): CellImage {
    if (!this.#data.url) throw new GoogleError('A cell image must have a source URL.');
    return new CellImage({ ...this.#data });
  }
}
