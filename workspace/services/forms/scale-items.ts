import { GoogleError } from '../../kernel/google-object.ts';
import { enumArgument, integerArgument, textArgument } from './argument.ts';
import { RatingIconType } from './enums.ts';
import { QuestionItem } from './form-item.ts';
import type { RatingRecord, ScaleRecord } from './form-record.ts';

export interface ScaleItem extends GoogleAppsScript.Forms.ScaleItem {}

/** A row of numbered radio buttons. */
export class ScaleItem extends QuestionItem<GoogleAppsScript.Forms.ScaleItem, ScaleRecord> {
  getLowerBound(): number {
    return this._record().lower;
  }

  getUpperBound(): number {
    return this._record().upper;
  }

  /**
   * @param lower 0 or 1
   * @param upper 3 to 10
   * @source https://developers.google.com/apps-script/reference/forms/scale-item#setBounds
   */
  setBounds(lower: number, upper: number): GoogleAppsScript.Forms.ScaleItem {
    const method = this._method('setBounds');
    const bounds = { lower: integerArgument(method, lower), upper: integerArgument(method, upper) };
    if (bounds.lower !== 0 && bounds.lower !== 1) throw new GoogleError('Invalid argument: lower');
    if (bounds.upper < 3 || bounds.upper > 10) throw new GoogleError('Invalid argument: upper');
    return this._change(bounds);
  }

  getLeftLabel(): string {
    return this._record().leftLabel;
  }

  getRightLabel(): string {
    return this._record().rightLabel;
  }

  setLabels(lower: string, upper: string): GoogleAppsScript.Forms.ScaleItem {
    const method = this._method('setLabels');
    return this._change({ leftLabel: textArgument(method, lower), rightLabel: textArgument(method, upper) });
  }

  createResponse(response: number): GoogleAppsScript.Forms.ItemResponse {
    return this._respond('scale', String(integerArgument(this._method('createResponse'), response)));
  }
}

/**
 * A rating in stars, hearts or thumbs. Google's types do not have it yet, so it stands on its own.
 *
 * @source https://developers.google.com/apps-script/reference/forms/rating-item
 */
export class RatingItem extends QuestionItem<RatingItem, RatingRecord> {
  getRatingIcon(): unknown {
    return RatingIconType._of(this._record().icon);
  }

  setRatingIcon(icon: unknown): RatingItem {
    return this._change({ icon: enumArgument(this._method('setRatingIcon'), RatingIconType, icon) });
  }

  getRatingScaleLevel(): number {
    return this._record().levels;
  }

  /** @param level 3 to 10 */
  setRatingScaleLevel(level: number): RatingItem {
    const levels = integerArgument(this._method('setRatingScaleLevel'), level);
    if (levels < 3 || levels > 10) throw new GoogleError('Invalid argument: ratingScaleLevel');
    return this._change({ levels });
  }

  createResponse(response: number): GoogleAppsScript.Forms.ItemResponse {
    return this._respond('rating', String(integerArgument(this._method('createResponse'), response)));
  }
}
