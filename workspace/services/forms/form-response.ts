import { GoogleError, GoogleObject, signatureError } from '../../kernel/google-object.ts';
import { editResponseUrl, publishedUrl } from './addresses.ts';
import { fieldsOf } from './answer-fields.ts';
import { FormItem } from './form-item.ts';
import type { AnswerValue, ItemRecord, ResponseRecord } from './form-record.ts';
import { isQuestion } from './form-record.ts';
import type { FormScope } from './form-scope.ts';
import { readForm, readItems } from './form-store.ts';
import { answersToday } from './grid-rows.ts';
import { ItemResponse } from './item-response.ts';
import { storeResponse } from './submission.ts';

export interface FormResponse extends GoogleAppsScript.Forms.FormResponse {}

/** Kinds for which a response that was left out is read as empty text. */
const EMPTY_WHERE_LEFT_OUT = new Set<ItemRecord['type']>(['TEXT', 'PARAGRAPH_TEXT', 'DATE', 'TIME']);

/** A response to the form: one that was submitted, or one that a script is putting together. */
export class FormResponse extends GoogleObject {
  readonly #scope: FormScope;
  readonly #answers: Map<number, AnswerValue>;
  #submitted: ResponseRecord | undefined;

  constructor(scope: FormScope, submitted?: ResponseRecord) {
    super();
    this.#scope = scope;
    this.#submitted = submitted;
    const answers = submitted ? answersToday(readItems(scope.kernel, scope.formId), submitted) : {};
    this.#answers = new Map(Object.entries(answers).map(([id, answer]) => [Number(id), answer]));
  }

  getId(): string {
    return this.#submitted?.id ?? (null as never);
  }

  getTimestamp(): GoogleAppsScript.Base.Date {
    return this.#submitted ? new Date(this.#submitted.submittedMs) : (null as never);
  }

  getRespondentEmail(): string {
    return this.#submitted ? this.#submitted.email : (null as never);
  }

  getEditResponseUrl(): string {
    const { kernel, formId } = this.#scope;
    if (!this.#submitted) return null as never;
    return editResponseUrl(kernel, readForm(kernel, formId), this.#submitted.editKey);
  }

  /** In the form's order. Answers to questions that have been deleted are not among them. */
  getItemResponses(): GoogleAppsScript.Forms.ItemResponse[] {
    const responses: ItemResponse[] = [];
    for (const item of this.#items()) {
      const answer = this.#answerTo(item);
      if (answer !== undefined) responses.push(new ItemResponse(this.#scope, item.id, answer));
    }
    return responses;
  }

  getResponseForItem(item: GoogleAppsScript.Forms.Item): GoogleAppsScript.Forms.ItemResponse {
    if (!isFormItem(item)) throw signatureError('FormApp.FormResponse.getResponseForItem', [item]);
    const answer = this.#answerTo(item._record());
    return answer === undefined ? (null as never) : new ItemResponse(this.#scope, item._id, answer);
  }

  withItemResponse(response: GoogleAppsScript.Forms.ItemResponse): GoogleAppsScript.Forms.FormResponse {
    if (!(response instanceof ItemResponse)) {
      throw signatureError('FormApp.FormResponse.withItemResponse', [response]);
    }
    if (this.#submitted) throw new GoogleError('This response has already been submitted.');
    this.#answers.set(response._itemId, response._answer);
    return this;
  }

  /** Fires no trigger, as on Google. */
  submit(): GoogleAppsScript.Forms.FormResponse {
    const { kernel, formId, execution } = this.#scope;
    if (this.#submitted) throw new GoogleError('This response has already been submitted.');
    if (!readForm(kernel, formId).acceptingResponses) {
      throw new GoogleError('This form is not currently accepting responses.');
    }
    this.#submitted = storeResponse(kernel, formId, {
      submittedMs: execution.now(),
      answers: Object.fromEntries(this.#answers),
      email: '',
      raiseEvents: false,
    });
    return this;
  }

  toPrefilledUrl(): string {
    const { kernel, formId } = this.#scope;
    const parameters = new URLSearchParams({ usp: 'pp_url' });
    for (const item of this.#items()) {
      const answer = this.#answers.get(item.id);
      if (answer === undefined || !isQuestion(item)) continue;
      for (const [name, value] of fieldsOf(item, answer)) parameters.append(name, value);
    }
    return `${publishedUrl(kernel, readForm(kernel, formId))}?${parameters}`;
  }

  #items(): ItemRecord[] {
    return readItems(this.#scope.kernel, this.#scope.formId);
  }

  #answerTo(item: ItemRecord): AnswerValue | undefined {
    const answer = this.#answers.get(item.id);
    if (answer !== undefined) return answer;
    return EMPTY_WHERE_LEFT_OUT.has(item.type) ? '' : undefined;
  }
}

function isFormItem(value: unknown): value is FormItem<unknown, ItemRecord> {
  return value instanceof FormItem;
}
