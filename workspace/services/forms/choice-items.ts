import { signatureError } from '../../kernel/google-object.ts';
import { booleanArgument, textArgument, textsArgument } from './argument.ts';
import { Choice, choicesArgument, makeChoice, refuseRepeated } from './choice.ts';
import { CheckboxValidation } from './choice-validation.ts';
import { QuestionItem } from './form-item.ts';
import type { CheckboxRecord, ChoiceQuestionRecord } from './form-record.ts';

type GoogleChoice = GoogleAppsScript.Forms.Choice;

/** What questions with a list of choices have in common. `Self` is Google's type of the kind. */
abstract class ChoiceItem<Self, R extends ChoiceQuestionRecord | CheckboxRecord> extends QuestionItem<Self, R> {
  getChoices(): GoogleChoice[] {
    return this._record().choices.map((record) => new Choice(this._scope, record));
  }

  setChoices(choices: GoogleChoice[]): Self {
    return this._change({ choices: choicesArgument(this._method('setChoices'), choices) } as Partial<R>);
  }

  setChoiceValues(values: string[]): Self {
    const texts = textsArgument(this._method('setChoiceValues'), 'values', values);
    refuseRepeated(texts);
    return this._change({ choices: texts.map((value) => ({ value })) } as Partial<R>);
  }
}

export interface MultipleChoiceItem extends GoogleAppsScript.Forms.MultipleChoiceItem {}

/** A question with radio buttons. */
export class MultipleChoiceItem extends ChoiceItem<GoogleAppsScript.Forms.MultipleChoiceItem, ChoiceQuestionRecord> {
  createChoice(value: string, second?: unknown): GoogleChoice {
    return makeChoice(this._scope, this._method('createChoice'), value, second);
  }

  hasOtherOption(): boolean {
    return this._record().otherOption;
  }

  showOtherOption(enabled: boolean): GoogleAppsScript.Forms.MultipleChoiceItem {
    return this._change({ otherOption: booleanArgument(this._method('showOtherOption'), enabled) });
  }

  createResponse(response: string): GoogleAppsScript.Forms.ItemResponse {
    return this._respond('multiple choice', textArgument(this._method('createResponse'), response));
  }
}

export interface ListItem extends GoogleAppsScript.Forms.ListItem {}

/** A question with a drop-down list. */
export class ListItem extends ChoiceItem<GoogleAppsScript.Forms.ListItem, ChoiceQuestionRecord> {
  createChoice(value: string, second?: unknown): GoogleChoice {
    return makeChoice(this._scope, this._method('createChoice'), value, second);
  }

  createResponse(response: string): GoogleAppsScript.Forms.ItemResponse {
    return this._respond('list', textArgument(this._method('createResponse'), response));
  }
}

export interface CheckboxItem extends GoogleAppsScript.Forms.CheckboxItem {}

/** A question with boxes to tick. Its choices do not navigate. */
export class CheckboxItem extends ChoiceItem<GoogleAppsScript.Forms.CheckboxItem, CheckboxRecord> {
  createChoice(value: string, isCorrect?: boolean): GoogleChoice {
    const method = this._method('createChoice');
    if (isCorrect !== undefined && typeof isCorrect !== 'boolean') throw signatureError(method, [value, isCorrect]);
    return makeChoice(this._scope, method, value, isCorrect);
  }

  hasOtherOption(): boolean {
    return this._record().otherOption;
  }

  showOtherOption(enabled: boolean): GoogleAppsScript.Forms.CheckboxItem {
    return this._change({ otherOption: booleanArgument(this._method('showOtherOption'), enabled) });
  }

  setValidation(validation: GoogleAppsScript.Forms.CheckboxValidation | null): GoogleAppsScript.Forms.CheckboxItem {
    if (validation === null) return this.clearValidation();
    const given: unknown = validation;
    if (!(given instanceof CheckboxValidation)) throw signatureError(this._method('setValidation'), [validation]);
    return this._change({ rule: given._rule });
  }

  clearValidation(): GoogleAppsScript.Forms.CheckboxItem {
    return this._change({ rule: undefined });
  }

  createResponse(responses: string[]): GoogleAppsScript.Forms.ItemResponse {
    const method = this._method('createResponse');
    if (!Array.isArray(responses)) throw signatureError(method, [responses]);
    return this._respond(
      'checkbox',
      responses.map((response) => textArgument(method, response)),
    );
  }
}
