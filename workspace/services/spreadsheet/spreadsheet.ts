import { randomInt } from 'node:crypto';
import type { PageSelection } from '../../kernel/execution.ts';
import { MIME } from '../../kernel/files.ts';
import { GoogleError, signatureError } from '../../kernel/google-object.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { callOnActiveSheet } from './active-sheet-methods.ts';
import type { Banding } from './banding.ts';
import { copyBook, createBook } from './book.ts';
import { copySheetBetween } from './copy-sheet.ts';
import { addMetadata, type DeveloperMetadata, DeveloperMetadataFinder, metadataAt } from './developer-metadata.ts';
import type { Zone } from './engine.ts';
import { asGoogle } from './enums.ts';
import { findLocale } from './locale.ts';
import { checkRangeName, type NamedRange, namedRanges } from './named-range.ts';
import { type Protection, protectionsOf } from './protection.ts';
import type { Range } from './range.ts';
import { RangeList } from './range-list.ts';
import { isTimeZone } from './serial-date.ts';
import { SharedSpreadsheet } from './shared-spreadsheet.ts';
import { nameTaken, Sheet, sheetNumber } from './sheet.ts';
import { TextFinder } from './text-finder.ts';

type GoogleRange = GoogleAppsScript.Spreadsheet.Range;
type GoogleSheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Makes an empty spreadsheet file. */
export function createSpreadsheetFile(kernel: Kernel, name: string, size?: { rows: number; columns: number }): string {
  const { id } = kernel.files.create({ name, mimeType: MIME.spreadsheet });
  createBook(kernel, id, size);
  return id;
}

export interface Spreadsheet extends Omit<GoogleAppsScript.Spreadsheet.Spreadsheet, keyof SharedSpreadsheet> {}

/** A spreadsheet as one execution holds it: active sheet and range are the execution's own. */
export class Spreadsheet extends SharedSpreadsheet {
  readonly #sheets = new Map<string, Sheet>();
  #activeSheetId: string | undefined;
  readonly #activeZones = new Map<string, Zone>();

  // Identity and settings

  getId(): string {
    return this._id;
  }

  getUrl(): string {
    return `${this._execution.kernel.baseUrl}/spreadsheets/d/${this._id}/edit`;
  }

  getName(): string {
    return this._execution.kernel.files.get(this._id)!.name;
  }

  rename(newName: string): void {
    this._execution.kernel.files.change(this._id, { name: newName });
  }

  copy(name: string): Spreadsheet {
    const { kernel } = this._execution;
    const { id } = kernel.files.create({ name, mimeType: MIME.spreadsheet });
    copyBook(kernel, this._id, id);
    return new Spreadsheet(this._execution, id);
  }

  getSpreadsheetTimeZone(): string {
    return this._book.timeZone;
  }

  setSpreadsheetTimeZone(timeZone: string): void {
    if (!isTimeZone(timeZone)) throw new GoogleError(`Invalid argument: ${timeZone}`);
    this._book.write({ type: 'PUT_EXTRA', extraId: 'time-zone', kind: 'setting', data: timeZone });
    this._book.flush();
  }

  getSpreadsheetLocale(): string {
    return this._book.locale.code;
  }

  setSpreadsheetLocale(code: string): void {
    const locale = findLocale(code);
    if (!locale) throw new GoogleError(`Invalid argument: ${code}`);
    this._book.write({ type: 'UPDATE_LOCALE', locale });
    this._book.flush();
  }

  toast(message: string, title = '', timeoutSeconds: number | null = 5): void {
    const toast = { fileId: this._id, message: String(message), title, timeoutSeconds: timeoutSeconds ?? 5 };
    this._execution.kernel.announce('toast', toast);
  }

  // Sheets

  getSheets(): Sheet[] {
    return this._book.getters.getSheetIds().map((id) => this._sheet(id));
  }

  getNumSheets(): number {
    return this._book.getters.getSheetIds().length;
  }

  getSheetByName(name: string): Sheet | null {
    return this.getSheets().find((sheet) => sheet.getName() === name) ?? null;
  }

  getSheetById(id: number): Sheet | null {
    const found = this._book.getters.getSheetIds().find((sheetId) => sheetNumber(sheetId) === id);
    return found === undefined ? null : this._sheet(found);
  }

  insertSheet(...args: unknown[]): Sheet {
    const name = args.find((arg) => typeof arg === 'string') as string | undefined;
    const index = args.find((arg) => typeof arg === 'number') as number | undefined;
    const options = args.find((arg) => typeof arg === 'object' && arg !== null) as { template?: Sheet } | undefined;
    if (args.length > 3) throw signatureError('SpreadsheetApp.Spreadsheet.insertSheet', args);
    const total = this.getNumSheets();
    if (name !== undefined && this._book.getters.getSheetIdByName(name) !== undefined) throw nameTaken(name);
    // Without an index the new sheet stands after the active one.
    const position = index === undefined ? this.getActiveSheet().getIndex() : Math.max(0, Math.min(index, total));
    const newName = name ?? this._nextSheetName();
    const id = options?.template
      ? this._duplicate(options.template, newName, position)
      : this._book.insertSheet(newName, position);
    const sheet = this._sheet(id);
    this.#activeSheetId = id;
    return sheet;
  }

  deleteSheet(sheet: GoogleSheet): void {
    const { _id: sheetId } = asGoogle<Sheet>(sheet);
    if (!this._book.getters.tryGetSheet(sheetId)) throw new GoogleError(`Sheet ${sheetId} not found`);
    const visible = this.getSheets().filter((other) => other._id !== sheetId && !other.isSheetHidden());
    if (visible.length === 0) throw new GoogleError("You can't remove all the sheets in a document.");
    // The engine counts visible sheets before it deletes a hidden one.
    if (sheet.isSheetHidden()) this._book.write({ type: 'SHOW_SHEET', sheetId });
    this._book.write({ type: 'DELETE_SHEET', sheetId, sheetName: sheet.getName() });
    if (this.#activeSheetId === sheetId) this.#activeSheetId = undefined;
  }

  deleteActiveSheet(): Sheet {
    this.deleteSheet(this.getActiveSheet());
    return this.getActiveSheet();
  }

  duplicateActiveSheet(): Sheet {
    const active = this.getActiveSheet();
    const copyWord = this._book.locale.code === 'ru_RU' ? 'копия' : 'copy';
    const id = this._duplicate(active, this._freeName(`${active.getName()} (${copyWord})`), active.getIndex());
    return this._sheet(id).activate();
  }

  renameActiveSheet(newName: string): void {
    this.getActiveSheet().setName(newName);
  }

  /** @param position 1-based */
  moveActiveSheet(position: number): void {
    if (position < 1 || position > this.getNumSheets()) throw new GoogleError('Sheet index is out of bounds.');
    this._moveSheet(this.getActiveSheet()._id, position - 1);
  }

  // What is active

  getActiveSheet(): Sheet {
    const { getters } = this._book;
    if (this.#activeSheetId === undefined || !getters.tryGetSheet(this.#activeSheetId)) {
      const ids = getters.getSheetIds();
      const shown = ids.find((id) => id === this.#pageSelection()?.sheetId);
      this.#activeSheetId = shown ?? ids.find((id) => getters.isSheetVisible(id)) ?? ids[0]!;
    }
    return this._sheet(this.#activeSheetId);
  }

  setActiveSheet(sheet: GoogleSheet, _restoreSelection = false): Sheet {
    const { _id: sheetId } = asGoogle<Sheet>(sheet);
    this.#activeSheetId = sheetId;
    this._announceSelection();
    return this._sheet(sheetId);
  }

  getActiveRange(): Range {
    return this.getActiveSheet().getActiveRange();
  }

  getActiveRangeList(): RangeList {
    return new RangeList([this.getActiveRange()]);
  }

  getActiveCell(): Range {
    return this.getActiveSheet().getActiveCell();
  }

  getCurrentCell(): Range {
    return this.getActiveCell();
  }

  setActiveRange(range: GoogleRange): Range {
    const { _sheetId: sheetId, _zone: zone } = asGoogle<Range>(range);
    this.#activeSheetId = sheetId;
    this.#activeZones.set(sheetId, zone);
    this._announceSelection();
    return asGoogle<Range>(range);
  }

  setCurrentCell(cell: GoogleRange): Range {
    return this.setActiveRange(cell);
  }

  setActiveSelection(range: GoogleRange | string): Range {
    return this.setActiveRange(typeof range === 'string' ? this.getRange(range) : range);
  }

  // Ranges

  getRange(a1Notation: string): Range {
    return this.getActiveSheet().getRange(a1Notation);
  }

  getRangeList(a1Notations: string[]): RangeList {
    return new RangeList(a1Notations.map((text) => this.getRange(text)));
  }

  getRangeByName(name: string): Range | null {
    const named = this._book.getters.getNamedRange(name);
    if (named) return this._sheet(named.range.sheetId)._rangeIn(named.range.zone);
    return null;
  }

  getNamedRanges(): NamedRange[] {
    return namedRanges(this);
  }

  setNamedRange(name: string, range: GoogleRange): void {
    checkRangeName(name);
    const { _sheetId: sheetId, _zone: zone } = asGoogle<Range>(range);
    const ranges = [{ _sheetId: sheetId, _zone: zone }];
    if (this._book.getters.getNamedRange(name)) {
      this._book.write({ type: 'UPDATE_NAMED_RANGE', oldRangeName: name, newRangeName: name, ranges });
    } else this._book.write({ type: 'CREATE_NAMED_RANGE', name, ranges });
  }

  removeNamedRange(name: string): void {
    if (!this._book.getters.getNamedRange(name)) throw new GoogleError(`The named range "${name}" does not exist.`);
    this._book.write({ type: 'DELETE_NAMED_RANGE', name });
  }

  createTextFinder(findText: string): TextFinder {
    return new TextFinder(() => this.getSheets().map((sheet) => sheet._whole()), findText);
  }

  // Protection, metadata

  getProtections(type: GoogleAppsScript.Spreadsheet.ProtectionType): Protection[] {
    return protectionsOf(this, type);
  }

  getBandings(): Banding[] {
    return this.getSheets().flatMap((sheet) => sheet.getBandings());
  }

  addDeveloperMetadata(...args: unknown[]): Spreadsheet {
    addMetadata(this, {}, args);
    return this;
  }

  getDeveloperMetadata(): DeveloperMetadata[] {
    return metadataAt(this, (place) => place.sheetId === undefined);
  }

  createDeveloperMetadataFinder(): DeveloperMetadataFinder {
    return new DeveloperMetadataFinder(this, () => true);
  }

  getFormUrl(): string | null {
    const urls = this.getSheets().map((sheet) => sheet.getFormUrl());
    return urls.find((url) => url !== null) ?? null;
  }

  // Menus of older scripts

  addMenu(name: string, items: ({ name: string; functionName: string } | null)[]): void {
    this._execution.kernel.menus.add(this._id, {
      kind: 'menu',
      caption: name,
      items: items.map((item) =>
        item === null
          ? { kind: 'separator' as const }
          : { kind: 'item' as const, caption: item.name, functionName: item.functionName },
      ),
    });
  }

  // Inside the workspace

  _sheet(id: string): Sheet {
    let sheet = this.#sheets.get(id);
    if (!sheet) {
      sheet = new Sheet(this, id);
      this.#sheets.set(id, sheet);
    }
    return sheet;
  }

  _rangeOf(sheetId: string, zone: Zone): Range {
    return this._sheet(sheetId)._rangeIn(zone);
  }

  /** Where an edit's event happened is what the script finds active. */
  _setSelection(sheetId: string, zone: Zone): void {
    this.#activeSheetId = sheetId;
    this.#activeZones.set(sheetId, zone);
  }

  _activeZone(sheet: Sheet): Zone {
    const onPage = this.#pageSelection();
    const selected = onPage?.sheetId === sheet._id ? onPage.zone : undefined;
    return this.#activeZones.get(sheet._id) ?? selected ?? { left: 0, right: 0, top: 0, bottom: 0 };
  }

  /** Of the page that the script was started from; another file has none. */
  #pageSelection(): PageSelection | undefined {
    return this._id === this._execution.activeFileId ? this._execution.selection : undefined;
  }

  /** FormApp keeps which sheet a form answers to; see `linkForm`. */
  _formUrlOf(sheetId: string): string | null {
    const link = this._book.getters.getExtras('form').find((extra) => extra.sheetId === sheetId);
    return link ? `${this._execution.kernel.baseUrl}/forms/d/${link.data as string}/edit` : null;
  }

  _copySheet(sheet: Sheet, destination: Spreadsheet): Sheet {
    const isRussian = destination._book.locale.code === 'ru_RU';
    const name = isRussian ? `${sheet.getName()} (копия)` : `Copy of ${sheet.getName()}`;
    const free = destination._freeName(name);
    const total = destination.getNumSheets();
    if (destination._book === this._book) return this._sheet(this._duplicate(sheet, free, total));
    return destination._sheet(copySheetBetween(sheet, destination._book, free));
  }

  _duplicate(sheet: Sheet, name: string, position: number): string {
    const sheetIdTo = String(randomInt(1, 2 ** 31));
    this._book.write({ type: 'DUPLICATE_SHEET', sheetId: sheet._id, sheetIdTo, sheetNameTo: name });
    this._moveSheet(sheetIdTo, position);
    return sheetIdTo;
  }

  /** @param target 0-based among all sheets; the engine counts visible ones */
  _moveSheet(sheetId: string, target: number): void {
    const { getters } = this._book;
    const ids = getters.getSheetIds();
    const present = ids.indexOf(sheetId);
    if (present === target) return;
    const passed = present < target ? ids.slice(present + 1, target + 1) : ids.slice(target, present);
    const visible = passed.filter((id) => getters.isSheetVisible(id)).length;
    if (visible > 0) this._book.write({ type: 'MOVE_SHEET', sheetId, delta: present < target ? visible : -visible });
  }

  _nextSheetName(): string {
    const base = this._book.locale.code === 'ru_RU' ? 'Лист' : 'Sheet';
    for (let number = this.getNumSheets() + 1; ; number += 1) {
      if (this._book.getters.getSheetIdByName(`${base}${number}`) === undefined) return `${base}${number}`;
    }
  }

  _freeName(name: string): string {
    const taken = (text: string) => this._book.getters.getSheetIdByName(text) !== undefined;
    if (!taken(name)) return name;
    let number = 2;
    while (taken(`${name} ${number}`)) number += 1;
    return `${name} ${number}`;
  }

  _announceSelection(): void {
    const sheetId = this.#activeSheetId;
    const { kind } = this._execution;
    // An installed trigger runs with nobody at the screen: it moves no one's page.
    if (sheetId === undefined || kind === 'trigger' || kind === 'web-app') return;
    const zone = this.#activeZones.get(sheetId);
    this._execution.kernel.announce('selection', { fileId: this._id, sheetId, zone });
  }
}

callOnActiveSheet(Spreadsheet.prototype);
