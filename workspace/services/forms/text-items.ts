import { signatureError } from '../../kernel/google-object.ts';
import { textArgument } from './argument.ts';
import { QuestionItem } from './form-item.ts';
import type { TextRecord } from './form-record.ts';
import { ParagraphTextValidation, TextValidation } from './text-validation.ts';

export interface TextItem extends GoogleAppsScript.Forms.TextItem {}

/** A question answered in one line. */
export class TextItem extends QuestionItem<GoogleAppsScript.Forms.TextItem, TextRecord> {
  setValidation(validation: GoogleAppsScript.Forms.TextValidation | null): GoogleAppsScript.Forms.TextItem {
    if (validation === null) return this.clearValidation();
    if (!(validation instanceof TextValidation)) throw signatureError(this._method('setValidation'), [validation]);
    return this._change({ rule: validation._rule });
  }

  clearValidation(): GoogleAppsScript.Forms.TextItem {
    return this._change({ rule: undefined });
  }

  createResponse(response: string): GoogleAppsScript.Forms.ItemResponse {
    return this._respond('text', textArgument(this._method('createResponse'), response));
  }
}

export interface ParagraphTextItem extends GoogleAppsScript.Forms.ParagraphTextItem {}

/** A question answered in several lines. */
export class ParagraphTextItem extends QuestionItem<GoogleAppsScript.Forms.ParagraphTextItem, TextRecord> {
  setValidation(
    validation: GoogleAppsScript.Forms.ParagraphTextValidation | null,
  ): GoogleAppsScript.Forms.ParagraphTextItem {
    if (validation === null) return this.clearValidation();
    if (!(validation instanceof ParagraphTextValidation)) {
      throw signatureError(this._method('setValidation'), [validation]);
    }
    return this._change({ rule: validation._rule });
  }

  clearValidation(): GoogleAppsScript.Forms.ParagraphTextItem {
    return this._change({ rule: undefined });
  }

  createResponse(response: string): GoogleAppsScript.Forms.ItemResponse {
    return this._respond('paragraph text', textArgument(this._method('createResponse'), response));
  }
}
