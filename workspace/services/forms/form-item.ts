import { GoogleError, GoogleObject } from '../../kernel/google-object.ts';
import { checkAnswer } from './answer-check.ts';
import { booleanArgument, integerArgument, textArgument } from './argument.ts';
import { ItemType } from './enums.ts';
import type { AnswerValue, ItemRecord, QuestionRecord } from './form-record.ts';
import { isQuestion } from './form-record.ts';
import type { FormScope } from './form-scope.ts';
import { appendItem, newNumberId, readForm, readItem, readItems, writeItem } from './form-store.ts';
import { ItemResponse } from './item-response.ts';

/**
 * What all kinds of item have in common. `Self` is Google's type of the kind, so that the
 * compiler can hold each kind against it.
 */
export abstract class FormItem<Self, R extends ItemRecord> extends GoogleObject {
  readonly _scope: FormScope;
  readonly _id: number;

  constructor(scope: FormScope, id: number) {
    super();
    this._scope = scope;
    this._id = id;
  }

  getId(): number {
    return this._id;
  }

  getIndex(): number {
    this._record();
    return readForm(this._scope.kernel, this._scope.formId).itemIds.indexOf(this._id);
  }

  getType(): GoogleAppsScript.Forms.ItemType {
    return ItemType._of(this._record().type) as unknown as GoogleAppsScript.Forms.ItemType;
  }

  getTitle(): string {
    return this._record().title;
  }

  setTitle(title: string): Self {
    return this._change({ title: textArgument(this._method('setTitle'), title) } as Partial<R>);
  }

  getHelpText(): string {
    return this._record().helpText;
  }

  setHelpText(text: string): Self {
    return this._change({ helpText: textArgument(this._method('setHelpText'), text) } as Partial<R>);
  }

  /** The copy stands at the end of the form. */
  duplicate(): Self {
    const copy = copyItem(this._scope, this._record());
    const Kind = this.constructor as new (scope: FormScope, id: number) => GoogleObject;
    return new Kind(this._scope, copy.id) as unknown as Self;
  }

  _method(name: string): string {
    return `FormApp.${this._className}.${name}`;
  }

  _record(): R {
    const record = readItem(this._scope.kernel, this._scope.formId, this._id);
    if (!record) throw new GoogleError(`No item with the given ID could be found: ${this._id}.`);
    return record as R;
  }

  _change(change: Partial<R>): Self {
    writeItem(this._scope.kernel, this._scope.formId, { ...this._record(), ...change } as ItemRecord);
    this._scope.questionsChanged();
    return this as unknown as Self;
  }
}

/** What all kinds of question have in common. */
export abstract class QuestionItem<Self, R extends QuestionRecord> extends FormItem<Self, R> {
  isRequired(): boolean {
    return this._record().required;
  }

  setRequired(enabled: boolean): Self {
    return this._change({ required: booleanArgument(this._method('setRequired'), enabled) } as Partial<R>);
  }

  getPoints(): number {
    return this._record().points;
  }

  setPoints(points: number): Self {
    const whole = integerArgument(this._method('setPoints'), points);
    if (whole < 0) throw new GoogleError(`Invalid argument: points`);
    return this._change({ points: whole } as Partial<R>);
  }

  /** @param kind how Google calls the question in its refusal: 'multiple choice' */
  _respond(kind: string, answer: AnswerValue): GoogleAppsScript.Forms.ItemResponse {
    // A script may leave a required question empty; only the page insists.
    const problem = checkAnswer({ ...this._record(), required: false }, answer);
    if (problem) throw new GoogleError(`Invalid response submitted to ${kind} question.`);
    return new ItemResponse(this._scope, this._id, answer);
  }
}

/** @returns the record of the copy, with an id and field names of its own */
export function copyItem(scope: FormScope, original: ItemRecord): ItemRecord {
  const id = newItemId(scope);
  const copy = isQuestion(original)
    ? { ...original, id, entryIds: original.entryIds.map(() => newEntryId(scope)) }
    : { ...original, id };
  appendItem(scope.kernel, scope.formId, copy);
  scope.questionsChanged();
  return copy;
}

export function newItemId(scope: FormScope): number {
  return newNumberId((id) => readItem(scope.kernel, scope.formId, id) !== undefined);
}

export function newEntryId(scope: FormScope): number {
  const taken = new Set(
    readItems(scope.kernel, scope.formId).flatMap((item) => (isQuestion(item) ? item.entryIds : [])),
  );
  return newNumberId((id) => taken.has(id));
}
