import type { Execution, ServiceDefinition } from '../../kernel/execution.ts';
import { MIME } from '../../kernel/files.ts';
import { GoogleError, GoogleObject, signatureError } from '../../kernel/google-object.ts';
import type { TriggerEvent } from '../../kernel/kernel.ts';
import { bookExists } from './book.ts';
import { CellImageBuilder } from './cell-image.ts';
import { ColorBuilder } from './color-object.ts';
import { ConditionalFormatRuleBuilder } from './conditional-format.ts';
import type { ChangeDetail, EditDetail } from './edit-events.ts';
import * as enums from './enums.ts';
import { FilterCriteriaBuilder } from './filter.ts';
import type { Range } from './range.ts';
import type { RangeList } from './range-list.ts';
import { RichTextValueBuilder, TextStyleBuilder } from './rich-text.ts';
import { Selection } from './selection.ts';
import type { Sheet } from './sheet.ts';
import { createSpreadsheetFile, Spreadsheet } from './spreadsheet.ts';
import { Ui } from './ui.ts';
import { SheetUser } from './user.ts';
import { DataValidationBuilder } from './validation.ts';

const { asGoogle } = enums;

const ALL_SPREADSHEETS = 'https://www.googleapis.com/auth/spreadsheets';

const NOT_FOUND = 'Document not found or you do not have permission to access it.';

export interface SpreadsheetApp extends GoogleAppsScript.Spreadsheet.SpreadsheetApp {}

export class SpreadsheetApp extends GoogleObject {
  // Enums: scripts read them as properties.
  readonly AutoFillSeries = asGoogle<typeof GoogleAppsScript.Spreadsheet.AutoFillSeries>(enums.AutoFillSeries);
  readonly BandingTheme = asGoogle<typeof GoogleAppsScript.Spreadsheet.BandingTheme>(enums.BandingTheme);
  readonly BooleanCriteria = asGoogle<typeof GoogleAppsScript.Spreadsheet.BooleanCriteria>(enums.BooleanCriteria);
  readonly BorderStyle = asGoogle<typeof GoogleAppsScript.Spreadsheet.BorderStyle>(enums.BorderStyle);
  readonly ColorType = asGoogle<typeof GoogleAppsScript.Base.ColorType>(enums.ColorType);
  readonly CopyPasteType = asGoogle<typeof GoogleAppsScript.Spreadsheet.CopyPasteType>(enums.CopyPasteType);
  readonly DataValidationCriteria = asGoogle<typeof GoogleAppsScript.Spreadsheet.DataValidationCriteria>(
    enums.DataValidationCriteria,
  );
  readonly DeveloperMetadataLocationType = asGoogle<typeof GoogleAppsScript.Spreadsheet.DeveloperMetadataLocationType>(
    enums.DeveloperMetadataLocationType,
  );
  readonly DeveloperMetadataVisibility = asGoogle<typeof GoogleAppsScript.Spreadsheet.DeveloperMetadataVisibility>(
    enums.DeveloperMetadataVisibility,
  );
  readonly Dimension = asGoogle<typeof GoogleAppsScript.Spreadsheet.Dimension>(enums.Dimension);
  readonly Direction = asGoogle<typeof GoogleAppsScript.Spreadsheet.Direction>(enums.Direction);
  readonly InterpolationType = asGoogle<typeof GoogleAppsScript.Spreadsheet.InterpolationType>(enums.InterpolationType);
  readonly ProtectionType = asGoogle<typeof GoogleAppsScript.Spreadsheet.ProtectionType>(enums.ProtectionType);
  readonly RecalculationInterval = asGoogle<typeof GoogleAppsScript.Spreadsheet.RecalculationInterval>(
    enums.RecalculationInterval,
  );
  readonly RelativeDate = asGoogle<typeof GoogleAppsScript.Spreadsheet.RelativeDate>(enums.RelativeDate);
  readonly SheetType = asGoogle<typeof GoogleAppsScript.Spreadsheet.SheetType>(enums.SheetType);
  readonly TextDirection = asGoogle<typeof GoogleAppsScript.Spreadsheet.TextDirection>(enums.TextDirection);
  readonly TextToColumnsDelimiter = asGoogle<typeof GoogleAppsScript.Spreadsheet.TextToColumnsDelimiter>(
    enums.TextToColumnsDelimiter,
  );
  readonly ValueType = asGoogle<typeof GoogleAppsScript.Spreadsheet.ValueType>(enums.ValueType);
  readonly WrapStrategy = asGoogle<typeof GoogleAppsScript.Spreadsheet.WrapStrategy>(enums.WrapStrategy);

  readonly #execution: Execution;
  readonly #opened = new Map<string, Spreadsheet>();
  #activeId: string | undefined;

  constructor(execution: Execution) {
    super();
    this.#execution = execution;
    this.#activeId = execution.activeFileId;
  }

  create(name: string, rows?: number, columns?: number): Spreadsheet {
    this.#requireAllSpreadsheets('create');
    if (typeof name !== 'string') throw signatureError('SpreadsheetApp.create', [name]);
    const size = rows === undefined || columns === undefined ? undefined : { rows, columns };
    const id = createSpreadsheetFile(this.#execution.kernel, name, size);
    this.#execution.kernel.announce('files');
    return this._open(id);
  }

  openById(id: string): Spreadsheet {
    this.#requireAllSpreadsheets('openById');
    if (typeof id !== 'string') throw signatureError('SpreadsheetApp.openById', [id]);
    return this._open(id);
  }

  openByUrl(url: string): Spreadsheet {
    this.#requireAllSpreadsheets('openByUrl');
    const id = /\/spreadsheets\/d\/([\w-]+)/.exec(String(url))?.[1];
    if (!id) throw new GoogleError(`Invalid argument: url`);
    return this._open(id);
  }

  open(file: GoogleAppsScript.Drive.File): Spreadsheet {
    return this.openById(file.getId());
  }

  flush(): void {
    this.#execution.flush();
  }

  getActive(): Spreadsheet {
    return this.getActiveSpreadsheet();
  }

  /** null where the script is bound to no spreadsheet, as on Google. */
  getActiveSpreadsheet(): Spreadsheet {
    const id = this.#activeId;
    if (id === undefined || this.#execution.kernel.files.get(id)?.mimeType !== MIME.spreadsheet) {
      return asGoogle<Spreadsheet>(null);
    }
    return this._open(id);
  }

  setActiveSpreadsheet(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet): void {
    this.#activeId = spreadsheet.getId();
  }

  getActiveSheet(): Sheet {
    return this.#needActive().getActiveSheet();
  }

  setActiveSheet(sheet: GoogleAppsScript.Spreadsheet.Sheet): Sheet {
    return this.#needActive().setActiveSheet(sheet);
  }

  getActiveRange(): Range {
    return this.#needActive().getActiveRange();
  }

  setActiveRange(range: GoogleAppsScript.Spreadsheet.Range): Range {
    return this.#needActive().setActiveRange(range);
  }

  getActiveRangeList(): RangeList {
    return this.#needActive().getActiveRangeList();
  }

  getCurrentCell(): Range {
    return this.#needActive().getCurrentCell();
  }

  setCurrentCell(cell: GoogleAppsScript.Spreadsheet.Range): Range {
    return this.#needActive().setCurrentCell(cell);
  }

  getSelection(): Selection {
    return new Selection(this.#needActive());
  }

  getUi(): Ui {
    const { unattended, activeFileId } = this.#execution;
    if (unattended || activeFileId === undefined) {
      throw new GoogleError('Cannot call SpreadsheetApp.getUi() from this context.');
    }
    return new Ui(this.#execution, activeFileId);
  }

  newCellImage(): CellImageBuilder {
    return new CellImageBuilder();
  }

  newColor(): ColorBuilder {
    return new ColorBuilder();
  }

  newConditionalFormatRule(): ConditionalFormatRuleBuilder {
    return new ConditionalFormatRuleBuilder();
  }

  newDataValidation(): DataValidationBuilder {
    return new DataValidationBuilder();
  }

  newFilterCriteria(): FilterCriteriaBuilder {
    return new FilterCriteriaBuilder();
  }

  newRichTextValue(): RichTextValueBuilder {
    return new RichTextValueBuilder();
  }

  newTextStyle(): TextStyleBuilder {
    return new TextStyleBuilder();
  }

  /** For other services and for events: no authorisation is asked. */
  _open(id: string): Spreadsheet {
    const known = this.#opened.get(id);
    if (known) return known;
    const { kernel } = this.#execution;
    if (!kernel.files.get(id) || !bookExists(kernel, id)) throw new GoogleError(NOT_FOUND);
    const spreadsheet = new Spreadsheet(this.#execution, id);
    this.#opened.set(id, spreadsheet);
    return spreadsheet;
  }

  /** A manifest that names its scopes has these only; `spreadsheets.currentonly` opens nothing by id. */
  #requireAllSpreadsheets(method: string): void {
    this.#execution.requireAuthorization(`SpreadsheetApp.${method}`);
    const scopes = this.#execution.kernel.project.manifest.oauthScopes;
    if (!scopes || scopes.includes(ALL_SPREADSHEETS)) return;
    throw new GoogleError(
      `Specified permissions are not sufficient to call SpreadsheetApp.${method}. Required permissions: ${ALL_SPREADSHEETS}`,
    );
  }

  #needActive(): Spreadsheet {
    const active = this.getActiveSpreadsheet();
    if (!active) throw new GoogleError('There is no active spreadsheet.');
    return active;
  }
}

/** Google's event object of an edit or a change. https://developers.google.com/apps-script/guides/triggers/events */
function buildEvent(execution: Execution, event: TriggerEvent): Record<string, unknown> {
  const source = execution.service<SpreadsheetApp>('SpreadsheetApp')._open(event.sourceId);
  const user = new SheetUser(execution.kernel.user.email);
  if (event.type === 'change') return { source, user, changeType: (event.detail as ChangeDetail).changeType };
  if (event.type !== 'edit') return { source, user };
  const { sheetId, zone, value, oldValue } = event.detail as EditDetail;
  source._setSelection(sheetId, zone);
  return {
    source,
    user,
    range: source._rangeOf(sheetId, zone),
    ...(value !== undefined && { value }),
    ...(oldValue !== undefined && { oldValue }),
  };
}

export const spreadsheetService: ServiceDefinition = {
  name: 'SpreadsheetApp',
  create: (execution) => new SpreadsheetApp(execution),
  buildEvent,
};
