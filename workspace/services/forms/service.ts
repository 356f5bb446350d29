import type { Execution, ServiceDefinition } from '../../kernel/execution.ts';
import { GoogleError, GoogleObject } from '../../kernel/google-object.ts';
import { formByUrl } from './addresses.ts';
import { booleanArgument, textArgument } from './argument.ts';
import {
  CheckboxGridValidationBuilder,
  CheckboxValidationBuilder,
  GridValidationBuilder,
} from './choice-validation.ts';
import { syncColumns } from './destination.ts';
import { Alignment, DestinationType, FeedbackType, ItemType, PageNavigationType, RatingIconType } from './enums.ts';
import { Form } from './form.ts';
import type { FormScope } from './form-scope.ts';
import { createForm, findForm } from './form-store.ts';
import { Item } from './item.ts';
import { submitEvent } from './submit-event.ts';
import { ParagraphTextValidationBuilder, TextValidationBuilder } from './text-validation.ts';

/** Google's FormApp. */
export const formService: ServiceDefinition = {
  name: 'FormApp',
  create: (execution) => new FormApp(execution),
  buildEvent: submitEvent,
};

type Forms = typeof GoogleAppsScript.Forms;
export interface FormApp extends GoogleAppsScript.Forms.FormApp {}

export class FormApp extends GoogleObject {
  readonly Alignment = Alignment as unknown as Forms['Alignment'];
  readonly DestinationType = DestinationType as unknown as Forms['DestinationType'];
  readonly FeedbackType = FeedbackType as unknown as Forms['FeedbackType'];
  readonly ItemType = ItemType as unknown as Forms['ItemType'];
  readonly PageNavigationType = PageNavigationType as unknown as Forms['PageNavigationType'];
  /** Newer than Google's published types. */
  readonly RatingIconType = RatingIconType;
  readonly #execution: Execution;
  readonly #scopes = new Map<string, FormScope>();

  constructor(execution: Execution) {
    super();
    this.#execution = execution;
  }

  /**
   * @param isPublished since 30 June 2026 a form that a script makes is not published unless asked
   * @source https://developers.google.com/workspace/forms/api/guides/api-changes-to-google-forms
   */
  create(title: string, isPublished = false): GoogleAppsScript.Forms.Form {
    this.#execution.requireAuthorization('FormApp.create');
    const text = textArgument('FormApp.create', title);
    if (text === '') throw new GoogleError('Invalid argument: title');
    const published = booleanArgument('FormApp.create', isPublished);
    return this.#form(createForm(this.#execution.kernel, text, published).id);
  }

  openById(id: string): GoogleAppsScript.Forms.Form {
    this.#execution.requireAuthorization('FormApp.openById');
    return this.#form(textArgument('FormApp.openById', id));
  }

  openByUrl(url: string): GoogleAppsScript.Forms.Form {
    this.#execution.requireAuthorization('FormApp.openByUrl');
    const form = formByUrl(this.#execution.kernel, textArgument('FormApp.openByUrl', url));
    if (!form) throw new GoogleError('Invalid argument: url');
    return this.#form(form.id);
  }

  /** Null where the script is not bound to a form. */
  getActiveForm(): GoogleAppsScript.Forms.Form {
    const { activeFileId, kernel } = this.#execution;
    const isForm = activeFileId !== undefined && findForm(kernel, activeFileId) !== undefined;
    return isForm ? this.#form(activeFileId) : (null as never);
  }

  createTextValidation(): GoogleAppsScript.Forms.TextValidationBuilder {
    return new TextValidationBuilder();
  }

  createParagraphTextValidation(): GoogleAppsScript.Forms.ParagraphTextValidationBuilder {
    return new ParagraphTextValidationBuilder();
  }

  createCheckboxValidation(): GoogleAppsScript.Forms.CheckboxValidationBuilder {
    return new CheckboxValidationBuilder();
  }

  createGridValidation(): GoogleAppsScript.Forms.GridValidationBuilder {
    return new GridValidationBuilder();
  }

  createCheckboxGridValidation(): GoogleAppsScript.Forms.CheckboxGridValidationBuilder {
    return new CheckboxGridValidationBuilder();
  }

  #form(formId: string): Form {
    if (!findForm(this.#execution.kernel, formId)) {
      throw new GoogleError('No item with the given ID could be found, or you do not have permission to access it.');
    }
    return new Form(this.#scope(formId));
  }

  #scope(formId: string): FormScope {
    const known = this.#scopes.get(formId);
    if (known) return known;
    const scope = makeScope(this.#execution, formId);
    this.#scopes.set(formId, scope);
    return scope;
  }
}

function makeScope(execution: Execution, formId: string): FormScope {
  let changed = false;
  const sync = (): void => {
    if (!changed) return;
    changed = false;
    syncColumns(execution.kernel, formId);
  };
  const scope: FormScope = {
    execution,
    kernel: execution.kernel,
    formId,
    item: (itemId) => new Item(scope, itemId),
    // The header is written once for many changes: when the script ends, flushes or reads the sheet.
    questionsChanged: () => {
      changed = true;
      execution.onFlush(sync);
    },
  };
  return scope;
}
