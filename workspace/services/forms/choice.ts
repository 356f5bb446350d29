import { GoogleError, GoogleObject, signatureError } from '../../kernel/google-object.ts';
import { textArgument } from './argument.ts';
import { PageNavigationType } from './enums.ts';
import type { ChoiceRecord } from './form-record.ts';
import type { FormScope } from './form-scope.ts';
import { readItem } from './form-store.ts';
import { navigationArgument, PageBreakItem } from './layout-items.ts';

export interface Choice extends GoogleAppsScript.Forms.Choice {}

/** One of the answers that a question offers. */
export class Choice extends GoogleObject {
  readonly #scope: FormScope;
  readonly _record: ChoiceRecord;

  constructor(scope: FormScope, record: ChoiceRecord) {
    super();
    this.#scope = scope;
    this._record = record;
  }

  getValue(): string {
    return this._record.value;
  }

  isCorrectAnswer(): boolean {
    return this._record.correct === true;
  }

  /** Null where the choice leads nowhere of its own. */
  getPageNavigationType(): GoogleAppsScript.Forms.PageNavigationType {
    const { navigation } = this._record;
    if (!navigation) return null as never;
    return PageNavigationType._of(navigation.to) as unknown as GoogleAppsScript.Forms.PageNavigationType;
  }

  getGotoPage(): GoogleAppsScript.Forms.PageBreakItem {
    const { navigation } = this._record;
    if (navigation?.to !== 'GO_TO_PAGE') return null as never;
    const { kernel, formId } = this.#scope;
    const exists = readItem(kernel, formId, navigation.pageBreakId) !== undefined;
    return exists ? new PageBreakItem(this.#scope, navigation.pageBreakId) : (null as never);
  }
}

/** The second argument of `createChoice`: a page break, a navigation type or whether the choice is correct. */
export function makeChoice(scope: FormScope, method: string, value: unknown, second: unknown): Choice {
  const text = textArgument(method, value);
  if (second === undefined) return new Choice(scope, { value: text });
  if (typeof second === 'boolean') return new Choice(scope, { value: text, correct: second });
  return new Choice(scope, { value: text, navigation: navigationArgument(method, scope, second) });
}

/** The records of choices that a script gives to an item. */
export function choicesArgument(method: string, choices: unknown): ChoiceRecord[] {
  if (!Array.isArray(choices)) throw signatureError(method, [choices]);
  if (choices.length === 0) throw new GoogleError('Array is empty: choices');
  const records = choices.map((choice) => {
    if (!(choice instanceof Choice)) throw signatureError(method, [choices]);
    return choice._record;
  });
  refuseRepeated(records.map(({ value }) => value));
  if (records.some(({ navigation }) => navigation) && records.some(({ navigation }) => !navigation)) {
    throw new GoogleError('Choices with page navigation cannot be combined with choices without page navigation.');
  }
  return records;
}

/** Google's forms take no two equal choices in one question. */
export function refuseRepeated(values: readonly string[]): void {
  const repeated = values.find((value, index) => values.indexOf(value) !== index);
  if (repeated !== undefined) throw new GoogleError(`Questions cannot have duplicate choice values: ${repeated}`);
}
