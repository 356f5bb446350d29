import type { Execution } from '../../kernel/execution.ts';
import { GoogleError, GoogleObject } from '../../kernel/google-object.ts';
import type { TriggerRecord } from '../../kernel/triggers.ts';
import { Trigger } from './trigger.ts';

/** What the triggers of a spreadsheet, a form and a document have in common: a file and one event. */
abstract class FileTriggerBuilder extends GoogleObject {
  readonly #execution: Execution;
  readonly #handler: string;
  readonly #fileId: string;
  readonly #source: TriggerRecord['source'];
  #eventType: TriggerRecord['eventType'] | undefined;

  constructor(execution: Execution, handler: string, fileId: string, source: TriggerRecord['source']) {
    super();
    this.#execution = execution;
    this.#handler = handler;
    this.#fileId = fileId;
    this.#source = source;
  }

  protected _on(eventType: TriggerRecord['eventType']): this {
    this.#eventType = eventType;
    return this;
  }

  create(): Trigger {
    if (!this.#eventType) throw new GoogleError('The trigger has no event type: choose one before create().');
    return new Trigger(
      this.#execution.kernel.triggers.create(
        { handler: this.#handler, source: this.#source, sourceId: this.#fileId, eventType: this.#eventType },
        this.#execution.now(),
      ),
    );
  }
}

export class SpreadsheetTriggerBuilder extends FileTriggerBuilder {
  constructor(execution: Execution, handler: string, fileId: string) {
    super(execution, handler, fileId, 'SPREADSHEETS');
  }

  onOpen(): this {
    return this._on('ON_OPEN');
  }

  onEdit(): this {
    return this._on('ON_EDIT');
  }

  onChange(): this {
    return this._on('ON_CHANGE');
  }

  onFormSubmit(): this {
    return this._on('ON_FORM_SUBMIT');
  }
}

export class FormTriggerBuilder extends FileTriggerBuilder {
  constructor(execution: Execution, handler: string, fileId: string) {
    super(execution, handler, fileId, 'FORMS');
  }

  onOpen(): this {
    return this._on('ON_OPEN');
  }

  onFormSubmit(): this {
    return this._on('ON_FORM_SUBMIT');
  }
}

export class DocumentTriggerBuilder extends FileTriggerBuilder {
  constructor(execution: Execution, handler: string, fileId: string) {
    super(execution, handler, fileId, 'DOCUMENTS');
  }

  onOpen(): this {
    return this._on('ON_OPEN');
  }
}
