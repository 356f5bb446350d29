import type { Execution, ServiceDefinition } from '../../kernel/execution.ts';
import { GoogleError, GoogleObject, signatureError } from '../../kernel/google-object.ts';
import type { Store } from '../../kernel/store.ts';

/** @source Google's "Quotas for Google services": 9 KB a value, 500 KB a store */
const VALUE_BYTES = 9 * 1024;
const STORE_BYTES = 500 * 1024;

export interface Properties extends GoogleAppsScript.Properties.Properties {}

/** Pairs of strings; each lies under a key of its own in the workspace's store. */
export class Properties extends GoogleObject {
  readonly #store: Store;
  readonly #prefix: string;

  constructor(store: Store, scope: string) {
    super();
    this.#store = store;
    this.#prefix = `property:${scope}:`;
  }

  getProperty(...args: [key: string]): string | null {
    if (args.length !== 1) throw signatureError('Properties.getProperty', args);
    return this.#store.get<string>(this.#prefix + asText(args[0])) ?? null;
  }

  setProperty(...args: [key: string, value: string]): this {
    if (args.length !== 2) throw signatureError('Properties.setProperty', args);
    const [key, value] = args;
    this.#put({ [asText(key)]: asText(value) });
    return this;
  }

  setProperties(properties: Record<string, string>, deleteAllOthers = false): this {
    if (properties === null || typeof properties !== 'object') {
      throw signatureError('Properties.setProperties', [properties]);
    }
    this.#store.transaction(() => {
      const values = Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, asText(value)]));
      this.#check(values, deleteAllOthers);
      if (deleteAllOthers) this.deleteAllProperties();
      this.#write(values);
    });
    return this;
  }

  getProperties(): Record<string, string> {
    return Object.fromEntries(this.getKeys().map((key) => [key, this.#store.get<string>(this.#prefix + key) ?? '']));
  }

  getKeys(): string[] {
    return this.#store.keys(this.#prefix).map((key) => key.slice(this.#prefix.length));
  }

  deleteProperty(...args: [key: string]): this {
    if (args.length !== 1) throw signatureError('Properties.deleteProperty', args);
    this.#store.delete(this.#prefix + asText(args[0]));
    return this;
  }

  deleteAllProperties(): this {
    this.#store.transaction(() => {
      for (const key of this.getKeys()) this.#store.delete(this.#prefix + key);
    });
    return this;
  }

  #put(values: Record<string, string>): void {
    this.#check(values, false);
    this.#write(values);
  }

  #write(values: Record<string, string>): void {
    for (const [key, value] of Object.entries(values)) this.#store.put(this.#prefix + key, value);
  }

  #check(values: Record<string, string>, alone: boolean): void {
    for (const value of Object.values(values)) {
      if (Buffer.byteLength(value) > VALUE_BYTES) {
        throw new GoogleError('Argument too large: value');
      }
    }
    const after = alone ? values : { ...this.getProperties(), ...values };
    const bytes = Object.entries(after).reduce((sum, pair) => sum + Buffer.byteLength(pair.join('')), 0);
    if (bytes > STORE_BYTES) {
      throw new GoogleError(
        'You have exceeded the property storage quota. Please remove some properties and try again.',
      );
    }
  }
}

/** As on Google, what is not a string becomes one. */
function asText(value: unknown): string {
  return String(value);
}

export interface PropertiesService extends GoogleAppsScript.Properties.PropertiesService {}

export class PropertiesService extends GoogleObject {
  readonly #execution: Execution;

  constructor(execution: Execution) {
    super();
    this.#execution = execution;
  }

  getScriptProperties(): Properties {
    return this.#open('getScriptProperties', 'script');
  }

  getUserProperties(): Properties {
    return this.#open('getUserProperties', `user:${this.#execution.kernel.user.email}`);
  }

  getDocumentProperties(): Properties {
    return this.#open('getDocumentProperties', `document:${this.#execution.kernel.containerId}`);
  }

  #open(method: string, scope: string): Properties {
    // AuthMode.NONE has no properties; every other mode has.
    if (this.#execution.authMode === 'NONE') this.#execution.requireAuthorization(`PropertiesService.${method}`);
    return new Properties(this.#execution.kernel.store, scope);
  }
}

export const propertiesService: ServiceDefinition = {
  name: 'PropertiesService',
  create: (execution) => new PropertiesService(execution),
};
