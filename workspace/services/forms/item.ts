import { GoogleError, type GoogleObject } from '../../kernel/google-object.ts';
import { CheckboxItem, ListItem, MultipleChoiceItem } from './choice-items.ts';
import { DateItem, DateTimeItem, DurationItem, TimeItem } from './date-items.ts';
import { FormItem } from './form-item.ts';
import type { ItemRecord, ItemTypeName } from './form-record.ts';
import type { FormScope } from './form-scope.ts';
import { CheckboxGridItem, GridItem } from './grid-items.ts';
import { PageBreakItem, SectionHeaderItem } from './layout-items.ts';
import { RatingItem, ScaleItem } from './scale-items.ts';
import { ParagraphTextItem, TextItem } from './text-items.ts';

export interface Item extends GoogleAppsScript.Forms.Item {}

/** An item of any kind, as lists of items give it; `as…Item` turns it into its own kind. */
export class Item extends FormItem<GoogleAppsScript.Forms.Item, ItemRecord> {
  asCheckboxGridItem(): GoogleAppsScript.Forms.CheckboxGridItem {
    return this._as('CHECKBOX_GRID', CheckboxGridItem);
  }

  asCheckboxItem(): GoogleAppsScript.Forms.CheckboxItem {
    return this._as('CHECKBOX', CheckboxItem);
  }

  asDateItem(): GoogleAppsScript.Forms.DateItem {
    return this._as('DATE', DateItem);
  }

  asDateTimeItem(): GoogleAppsScript.Forms.DateTimeItem {
    return this._as('DATETIME', DateTimeItem);
  }

  asDurationItem(): GoogleAppsScript.Forms.DurationItem {
    return this._as('DURATION', DurationItem);
  }

  asGridItem(): GoogleAppsScript.Forms.GridItem {
    return this._as('GRID', GridItem);
  }

  asListItem(): GoogleAppsScript.Forms.ListItem {
    return this._as('LIST', ListItem);
  }

  asMultipleChoiceItem(): GoogleAppsScript.Forms.MultipleChoiceItem {
    return this._as('MULTIPLE_CHOICE', MultipleChoiceItem);
  }

  asPageBreakItem(): GoogleAppsScript.Forms.PageBreakItem {
    return this._as('PAGE_BREAK', PageBreakItem);
  }

  asParagraphTextItem(): GoogleAppsScript.Forms.ParagraphTextItem {
    return this._as('PARAGRAPH_TEXT', ParagraphTextItem);
  }

  asRatingItem(): RatingItem {
    return this._as('RATING', RatingItem);
  }

  asScaleItem(): GoogleAppsScript.Forms.ScaleItem {
    return this._as('SCALE', ScaleItem);
  }

  asSectionHeaderItem(): GoogleAppsScript.Forms.SectionHeaderItem {
    return this._as('SECTION_HEADER', SectionHeaderItem);
  }

  asTextItem(): GoogleAppsScript.Forms.TextItem {
    return this._as('TEXT', TextItem);
  }

  asTimeItem(): GoogleAppsScript.Forms.TimeItem {
    return this._as('TIME', TimeItem);
  }

  /** The copy is of the generic kind too. */
  override duplicate(): GoogleAppsScript.Forms.Item {
    return super.duplicate();
  }

  _as<T extends GoogleObject>(type: ItemTypeName, Kind: new (scope: FormScope, id: number) => T): T {
    const actual = this._record().type;
    if (actual !== type) throw new GoogleError(`Invalid conversion for item type: ${actual}.`);
    return new Kind(this._scope, this._id);
  }
}
