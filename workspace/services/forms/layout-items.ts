import { GoogleError } from '../../kernel/google-object.ts';
import { enumArgument } from './argument.ts';
import { PageNavigationType } from './enums.ts';
import { FormItem } from './form-item.ts';
import type { Navigation, PageBreakRecord, SectionHeaderRecord } from './form-record.ts';
import type { FormScope } from './form-scope.ts';
import { readItem } from './form-store.ts';

export interface SectionHeaderItem extends GoogleAppsScript.Forms.SectionHeaderItem {}

/** A heading between questions of one page. */
export class SectionHeaderItem extends FormItem<GoogleAppsScript.Forms.SectionHeaderItem, SectionHeaderRecord> {}

export interface PageBreakItem extends GoogleAppsScript.Forms.PageBreakItem {}

/** The beginning of a page; its navigation is taken on leaving the page before it. */
export class PageBreakItem extends FormItem<GoogleAppsScript.Forms.PageBreakItem, PageBreakRecord> {
  getGoToPage(): GoogleAppsScript.Forms.PageBreakItem {
    const { navigation } = this._record();
    if (navigation.to !== 'GO_TO_PAGE') return null as never;
    const exists = readItem(this._scope.kernel, this._scope.formId, navigation.pageBreakId) !== undefined;
    return exists ? new PageBreakItem(this._scope, navigation.pageBreakId) : (null as never);
  }

  getPageNavigationType(): GoogleAppsScript.Forms.PageNavigationType {
    const { to } = this._record().navigation;
    return PageNavigationType._of(to) as unknown as GoogleAppsScript.Forms.PageNavigationType;
  }

  setGoToPage(
    where: GoogleAppsScript.Forms.PageBreakItem | GoogleAppsScript.Forms.PageNavigationType,
  ): GoogleAppsScript.Forms.PageBreakItem {
    return this._change({ navigation: navigationArgument(this._method('setGoToPage'), this._scope, where) });
  }
}

/**
 * Where to go, as scripts say it: a page break of the same form or a navigation type.
 *
 * @throws GoogleError for GO_TO_PAGE without its page, or for a page of another form
 */
export function navigationArgument(method: string, scope: FormScope, value: unknown): Navigation {
  if (value instanceof PageBreakItem) {
    if (value._scope.formId !== scope.formId) throw new GoogleError('Invalid argument: navigationItem');
    return { to: 'GO_TO_PAGE', pageBreakId: value._id };
  }
  const to = enumArgument(method, PageNavigationType, value);
  if (to === 'GO_TO_PAGE') throw new GoogleError('Invalid argument: navigationType');
  return { to };
}
