import { GoogleEnumValue, GoogleError, GoogleObject, signatureError } from '../../kernel/google-object.ts';
import type { Extra, Zone } from './engine.ts';
import { asGoogle, DeveloperMetadataLocationType, DeveloperMetadataVisibility } from './enums.ts';
import type { Range } from './range.ts';
import type { Sheet } from './sheet.ts';
import type { Spreadsheet } from './spreadsheet.ts';

const KIND = 'metadata';

interface MetadataData {
  id: number;
  key: string;
  value: string | null;
  visibility: 'DOCUMENT' | 'PROJECT';
}

/** Where a piece of metadata is: the spreadsheet, a sheet, one row or one column. */
export interface MetadataPlace {
  sheetId?: string;
  zone?: Zone;
}

function placeOf(extra: Extra): MetadataPlace {
  const place: MetadataPlace = {};
  if (extra.sheetId !== undefined) place.sheetId = extra.sheetId;
  if (extra.range) place.zone = extra.range.zone;
  return place;
}

/** `addDeveloperMetadata(key[, value][, visibility])` of a spreadsheet, a sheet or a range. */
export function addMetadata(spreadsheet: Spreadsheet, place: MetadataPlace, args: unknown[]): void {
  const [key] = args;
  if (typeof key !== 'string') throw signatureError('SpreadsheetApp.addDeveloperMetadata', args);
  const value = typeof args[1] === 'string' ? args[1] : null;
  const visibility = args.find((arg) => arg instanceof GoogleEnumValue);
  const book = spreadsheet._book;
  const used = book.getters.getExtras(KIND).map((extra) => (extra.data as MetadataData).id);
  const data: MetadataData = {
    id: Math.max(0, ...used) + 1,
    key,
    value,
    visibility: visibility?.name() === 'PROJECT' ? 'PROJECT' : 'DOCUMENT',
  };
  book.write({
    type: 'PUT_EXTRA',
    extraId: `${place.sheetId ?? ''}/${book.newId()}`,
    kind: KIND,
    ...(place.sheetId !== undefined && { sheetId: place.sheetId }),
    ...(place.zone && { ranges: [{ _sheetId: place.sheetId, _zone: place.zone }] }),
    data,
  });
}

/** Only one whole row or column may carry metadata, as on Google. */
export function headerZone(range: Range): Zone {
  const { left, right, top, bottom } = range._zone;
  const isWholeRow = top === bottom && left === 0 && right === range._sheet.getMaxColumns() - 1;
  const isWholeColumn = left === right && top === 0 && bottom === range._sheet.getMaxRows() - 1;
  if (!isWholeRow && !isWholeColumn) {
    throw new GoogleError(
      'Adding developer metadata to arbitrary ranges is not currently supported. Developer metadata may only be added to the top-level spreadsheet, an individual sheet, or an entire row or column.',
    );
  }
  return range._zone;
}

export function metadataAt(spreadsheet: Spreadsheet, isWanted: (place: MetadataPlace) => boolean): DeveloperMetadata[] {
  return spreadsheet._book.getters
    .getExtras(KIND)
    .filter((extra) => isWanted(placeOf(extra)))
    .map((extra) => new DeveloperMetadata(spreadsheet, extra.id));
}

export interface DeveloperMetadata extends GoogleAppsScript.Spreadsheet.DeveloperMetadata {}

export class DeveloperMetadata extends GoogleObject {
  readonly #spreadsheet: Spreadsheet;
  readonly #extraId: string;

  constructor(spreadsheet: Spreadsheet, extraId: string) {
    super();
    this.#spreadsheet = spreadsheet;
    this.#extraId = extraId;
  }

  getId(): number {
    return this._data().id;
  }

  getKey(): string {
    return this._data().key;
  }

  getValue(): string | null {
    return this._data().value;
  }

  getVisibility(): GoogleAppsScript.Spreadsheet.DeveloperMetadataVisibility {
    return asGoogle(DeveloperMetadataVisibility._of(this._data().visibility));
  }

  getLocation(): DeveloperMetadataLocation {
    return new DeveloperMetadataLocation(this.#spreadsheet, placeOf(this.#extra()));
  }

  setKey(key: string): DeveloperMetadata {
    return this.#change({ key });
  }

  setValue(value: string): DeveloperMetadata {
    return this.#change({ value });
  }

  setVisibility(visibility: GoogleAppsScript.Spreadsheet.DeveloperMetadataVisibility): DeveloperMetadata {
    return this.#change({ visibility: asGoogle<GoogleEnumValue>(visibility).name() as 'DOCUMENT' | 'PROJECT' });
  }

  moveToSpreadsheet(): DeveloperMetadata {
    return this.#change({}, {});
  }

  moveToSheet(sheet: GoogleAppsScript.Spreadsheet.Sheet): DeveloperMetadata {
    return this.#change({}, { sheetId: asGoogle<Sheet>(sheet)._id });
  }

  moveToRow(row: GoogleAppsScript.Spreadsheet.Range): DeveloperMetadata {
    const range = asGoogle<Range>(row);
    return this.#change({}, { sheetId: range._sheetId, zone: headerZone(range) });
  }

  moveToColumn(column: GoogleAppsScript.Spreadsheet.Range): DeveloperMetadata {
    return this.moveToRow(column);
  }

  remove(): void {
    this.#spreadsheet._book.write({ type: 'REMOVE_EXTRA', extraId: this.#extraId });
  }

  _data(): MetadataData {
    return this.#extra().data as MetadataData;
  }

  _place(): MetadataPlace {
    return placeOf(this.#extra());
  }

  #extra(): Extra {
    const extra = this.#spreadsheet._book.getters.getExtra(this.#extraId);
    if (!extra) throw new GoogleError('The developer metadata has been removed.');
    return extra;
  }

  #change(change: Partial<MetadataData>, place = this._place()): DeveloperMetadata {
    this.#spreadsheet._book.write({
      type: 'PUT_EXTRA',
      extraId: this.#extraId,
      kind: KIND,
      ...(place.sheetId !== undefined && { sheetId: place.sheetId }),
      ...(place.zone && { ranges: [{ _sheetId: place.sheetId, _zone: place.zone }] }),
      data: { ...this._data(), ...change },
    });
    return this;
  }
}

export interface DeveloperMetadataLocation extends GoogleAppsScript.Spreadsheet.DeveloperMetadataLocation {}

export class DeveloperMetadataLocation extends GoogleObject {
  readonly #spreadsheet: Spreadsheet;
  readonly #place: MetadataPlace;

  constructor(spreadsheet: Spreadsheet, place: MetadataPlace) {
    super();
    this.#spreadsheet = spreadsheet;
    this.#place = place;
  }

  getLocationType(): GoogleAppsScript.Spreadsheet.DeveloperMetadataLocationType {
    return asGoogle(DeveloperMetadataLocationType._of(locationType(this.#place)));
  }

  getSpreadsheet(): Spreadsheet | null {
    return this.#place.sheetId === undefined ? this.#spreadsheet : null;
  }

  getSheet(): Sheet | null {
    const { sheetId, zone } = this.#place;
    return sheetId === undefined || zone ? null : this.#spreadsheet._sheet(sheetId);
  }

  getRow(): Range | null {
    return this.#rangeOf('ROW');
  }

  getColumn(): Range | null {
    return this.#rangeOf('COLUMN');
  }

  #rangeOf(type: string): Range | null {
    const { sheetId, zone } = this.#place;
    if (locationType(this.#place) !== type) return null;
    return this.#spreadsheet._sheet(sheetId!)._rangeIn(zone!);
  }
}

function locationType({ sheetId, zone }: MetadataPlace): 'SPREADSHEET' | 'SHEET' | 'ROW' | 'COLUMN' {
  if (sheetId === undefined) return 'SPREADSHEET';
  if (!zone) return 'SHEET';
  // A sheet of one row or one column aside, the long side tells.
  return zone.bottom - zone.top < zone.right - zone.left ? 'ROW' : 'COLUMN';
}

export interface DeveloperMetadataFinder extends GoogleAppsScript.Spreadsheet.DeveloperMetadataFinder {}

export class DeveloperMetadataFinder extends GoogleObject {
  readonly #spreadsheet: Spreadsheet;
  readonly #isInside: (place: MetadataPlace) => boolean;
  readonly #conditions: ((found: DeveloperMetadata) => boolean)[] = [];

  constructor(spreadsheet: Spreadsheet, isInside: (place: MetadataPlace) => boolean) {
    super();
    this.#spreadsheet = spreadsheet;
    this.#isInside = isInside;
  }

  withKey(key: string): DeveloperMetadataFinder {
    return this.#and((found) => found.getKey() === key);
  }

  withValue(value: string): DeveloperMetadataFinder {
    return this.#and((found) => found.getValue() === value);
  }

  withId(id: number): DeveloperMetadataFinder {
    return this.#and((found) => found.getId() === id);
  }

  withVisibility(visibility: GoogleAppsScript.Spreadsheet.DeveloperMetadataVisibility): DeveloperMetadataFinder {
    const wanted = asGoogle<GoogleEnumValue>(visibility).name();
    return this.#and((found) => found._data().visibility === wanted);
  }

  withLocationType(type: GoogleAppsScript.Spreadsheet.DeveloperMetadataLocationType): DeveloperMetadataFinder {
    const wanted = asGoogle<GoogleEnumValue>(type).name();
    return this.#and((found) => locationType(found._place()) === wanted);
  }

  find(): DeveloperMetadata[] {
    const here = metadataAt(this.#spreadsheet, this.#isInside);
    return here.filter((found) => this.#conditions.every((isMet) => isMet(found)));
  }

  #and(isMet: (found: DeveloperMetadata) => boolean): DeveloperMetadataFinder {
    this.#conditions.push(isMet);
    return this;
  }
}
