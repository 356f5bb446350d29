import { AUTH_MODE } from '../../kernel/auth-mode.ts';
import type { Execution, ServiceDefinition } from '../../kernel/execution.ts';
import { newFileId } from '../../kernel/files.ts';
import { defineEnum, GoogleError, GoogleObject, signatureError } from '../../kernel/google-object.ts';
import { ClockTriggerBuilder, WEEKDAY } from './clock-trigger-builder.ts';
import { DocumentTriggerBuilder, FormTriggerBuilder, SpreadsheetTriggerBuilder } from './file-trigger-builders.ts';
import { EVENT_TYPE, TRIGGER_SOURCE, Trigger } from './trigger.ts';

const AUTHORIZATION_STATUS = defineEnum('AuthorizationStatus', ['REQUIRED', 'NOT_REQUIRED']);
const INSTALLATION_SOURCE = defineEnum('InstallationSource', [
  'APPS_MARKETPLACE_DOMAIN_ADD_ON',
  'NONE',
  'WEB_STORE_ADD_ON',
]);

/** Beside what is here, tokens of Google's (getOAuthToken, newStateToken, …) have no sense off Google and are refused. */
export class ScriptApp extends GoogleObject {
  readonly AuthMode = AUTH_MODE;
  readonly AuthorizationStatus = AUTHORIZATION_STATUS;
  readonly EventType = EVENT_TYPE;
  readonly InstallationSource = INSTALLATION_SOURCE;
  readonly TriggerSource = TRIGGER_SOURCE;
  readonly WeekDay = WEEKDAY;
  readonly #execution: Execution;

  constructor(execution: Execution) {
    super();
    this.#execution = execution;
  }

  newTrigger(functionName: string): TriggerBuilder {
    this.#execution.requireAuthorization('ScriptApp.newTrigger');
    if (typeof functionName !== 'string') throw signatureError('ScriptApp.newTrigger', [functionName]);
    return new TriggerBuilder(this.#execution, functionName);
  }

  getProjectTriggers(): Trigger[] {
    this.#execution.requireAuthorization('ScriptApp.getProjectTriggers');
    return this.#execution.kernel.triggers.all().map((record) => new Trigger(record));
  }

  getScriptTriggers(): Trigger[] {
    return this.getProjectTriggers();
  }

  getUserTriggers(file: unknown): Trigger[] {
    this.#execution.requireAuthorization('ScriptApp.getUserTriggers');
    const id = fileIdOf(this.#execution, 'ScriptApp.getUserTriggers', file);
    const triggers = this.#execution.kernel.triggers.all();
    return triggers.filter(({ sourceId }) => sourceId === id).map((record) => new Trigger(record));
  }

  deleteTrigger(trigger: unknown): void {
    this.#execution.requireAuthorization('ScriptApp.deleteTrigger');
    if (!(trigger instanceof Trigger)) throw signatureError('ScriptApp.deleteTrigger', [trigger]);
    if (!this.#execution.kernel.triggers.remove(trigger.getUniqueId())) {
      throw new GoogleError('The trigger does not exist.');
    }
  }

  getScriptId(): string {
    const { store } = this.#execution.kernel;
    const known = store.get<string>('script-id');
    if (known) return known;
    const id = newFileId();
    store.put('script-id', id);
    return id;
  }

  getProjectKey(): string {
    return this.getScriptId();
  }

  getService(): Service {
    const { baseUrl, project } = this.#execution.kernel;
    return new Service(project.manifest.webapp ? `${baseUrl}/macros/s/${this.getScriptId()}/exec` : null);
  }

  getInstallationSource() {
    return INSTALLATION_SOURCE._of('NONE');
  }

  getAuthorizationInfo(_authMode: unknown): AuthorizationInfo {
    return new AuthorizationInfo();
  }

  /** Whoever opens the workspace has granted everything. */
  requireAllScopes(_authMode: unknown): void {}

  requireScopes(_authMode: unknown, _scopes: string[]): void {}
}

export class AuthorizationInfo extends GoogleObject {
  getAuthorizationStatus() {
    return AUTHORIZATION_STATUS._of('NOT_REQUIRED');
  }

  getAuthorizationUrl(): null {
    return null;
  }

  getAuthorizedScopes(): null {
    return null;
  }
}

export class Service extends GoogleObject {
  readonly #url: string | null;

  /** @param url null where the script is not deployed as a web app */
  constructor(url: string | null) {
    super();
    this.#url = url;
  }

  getUrl(): string | null {
    return this.#url;
  }

  isEnabled(): boolean {
    return this.#url !== null;
  }
}

export class TriggerBuilder extends GoogleObject {
  readonly #execution: Execution;
  readonly #handler: string;

  constructor(execution: Execution, handler: string) {
    super();
    this.#execution = execution;
    this.#handler = handler;
  }

  timeBased(): ClockTriggerBuilder {
    return new ClockTriggerBuilder(this.#execution, this.#handler);
  }

  forSpreadsheet(spreadsheet: unknown): SpreadsheetTriggerBuilder {
    const id = fileIdOf(this.#execution, 'TriggerBuilder.forSpreadsheet', spreadsheet);
    return new SpreadsheetTriggerBuilder(this.#execution, this.#handler, id);
  }

  forForm(form: unknown): FormTriggerBuilder {
    const id = fileIdOf(this.#execution, 'TriggerBuilder.forForm', form);
    return new FormTriggerBuilder(this.#execution, this.#handler, id);
  }

  forDocument(document: unknown): DocumentTriggerBuilder {
    const id = fileIdOf(this.#execution, 'TriggerBuilder.forDocument', document);
    return new DocumentTriggerBuilder(this.#execution, this.#handler, id);
  }
}

/** @param file a Spreadsheet, Form or Document, or its ID */
function fileIdOf(execution: Execution, method: string, file: unknown): string {
  const id = file instanceof GoogleObject && 'getId' in file && typeof file.getId === 'function' ? file.getId() : file;
  if (typeof id !== 'string') throw signatureError(method, [file]);
  if (!execution.kernel.files.get(id)) {
    throw new GoogleError(
      'No item with the given ID could be found. Possibly because you have not edited this item or you do not have permission to access it.',
    );
  }
  return id;
}

export const scriptService: ServiceDefinition = { name: 'ScriptApp', create: (execution) => new ScriptApp(execution) };
