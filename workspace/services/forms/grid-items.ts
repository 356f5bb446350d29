import { GoogleError, signatureError } from '../../kernel/google-object.ts';
import { textArgument, textsArgument } from './argument.ts';
import { refuseRepeated } from './choice.ts';
import { CheckboxGridValidation, GridValidation } from './choice-validation.ts';
import { newEntryId, QuestionItem } from './form-item.ts';
import type { GridRecord } from './form-record.ts';

/** What both kinds of grid have in common. `Self` is Google's type of the kind. */
abstract class RowsAndColumnsItem<Self> extends QuestionItem<Self, GridRecord> {
  getRows(): string[] {
    return [...this._record().rows];
  }

  /** A row that keeps its words keeps its column in the destination sheet. */
  setRows(rows: string[]): Self {
    const texts = textsArgument(this._method('setRows'), 'rows', rows);
    refuseRepeated(texts);
    const before = this._record();
    const entryIds: number[] = [];
    for (const row of texts) {
      const kept = before.entryIds[before.rows.indexOf(row)];
      entryIds.push(kept ?? newEntryId(this._scope));
    }
    return this._change({ rows: texts, entryIds });
  }

  getColumns(): string[] {
    return [...this._record().columns];
  }

  setColumns(columns: string[]): Self {
    const texts = textsArgument(this._method('setColumns'), 'columns', columns);
    refuseRepeated(texts);
    return this._change({ columns: texts });
  }

  clearValidation(): Self {
    return this._change({ rule: undefined });
  }

  _refuseOtherRowCount(responses: unknown[]): void {
    const rows = this._record().rows.length;
    if (responses.length !== rows) {
      throw new GoogleError(`Wrong number of responses: ${responses.length}. Expected: ${rows}.`);
    }
  }
}

export interface GridItem extends GoogleAppsScript.Forms.GridItem {}

/** A table of radio buttons: one choice in each row. */
export class GridItem extends RowsAndColumnsItem<GoogleAppsScript.Forms.GridItem> {
  setValidation(validation: GoogleAppsScript.Forms.GridValidation | null): GoogleAppsScript.Forms.GridItem {
    if (validation === null) return this.clearValidation();
    if (!(validation instanceof GridValidation)) throw signatureError(this._method('setValidation'), [validation]);
    return this._change({ rule: validation._rule });
  }

  /** @param responses one per row; null for a row that is left out */
  createResponse(responses: (string | null)[]): GoogleAppsScript.Forms.ItemResponse {
    const method = this._method('createResponse');
    if (!Array.isArray(responses)) throw signatureError(method, [responses]);
    this._refuseOtherRowCount(responses);
    const answer = responses.map((response) => (response === null ? null : textArgument(method, response)));
    return this._respond('grid', answer);
  }
}

export interface CheckboxGridItem extends GoogleAppsScript.Forms.CheckboxGridItem {}

/** A table of boxes: any number of choices in each row. */
export class CheckboxGridItem extends RowsAndColumnsItem<GoogleAppsScript.Forms.CheckboxGridItem> {
  setValidation(
    validation: GoogleAppsScript.Forms.CheckboxGridValidation | null,
  ): GoogleAppsScript.Forms.CheckboxGridItem {
    if (validation === null) return this.clearValidation();
    if (!(validation instanceof CheckboxGridValidation)) {
      throw signatureError(this._method('setValidation'), [validation]);
    }
    return this._change({ rule: validation._rule });
  }

  /** @param responses one list per row; null for a row that is left out */
  createResponse(responses: (string[] | null)[]): GoogleAppsScript.Forms.ItemResponse {
    const method = this._method('createResponse');
    if (!Array.isArray(responses)) throw signatureError(method, [responses]);
    this._refuseOtherRowCount(responses);
    const answer = responses.map((row) => {
      if (row === null) return null;
      if (!Array.isArray(row)) throw signatureError(method, [responses]);
      return row.map((value) => textArgument(method, value));
    });
    return this._respond('checkbox grid', answer);
  }
}
