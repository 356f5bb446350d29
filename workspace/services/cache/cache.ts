import type { Execution, ServiceDefinition } from '../../kernel/execution.ts';
import { GoogleError, GoogleObject, signatureError } from '../../kernel/google-object.ts';

/** @source Google's reference, class Cache: put(key, value, expirationInSeconds) */
const KEY_CHARACTERS = 250;
const VALUE_BYTES = 100 * 1024;
const DEFAULT_SECONDS = 600;
const MAX_SECONDS = 21_600;
/** "The cap for cached items is 1,000. If more are stored, the 900 items farthest from expiration stay." */
const MAX_ITEMS = 1000;
const KEPT_ITEMS = 900;

interface CachedItem {
  value: string;
  untilMs: number;
}

export class Cache extends GoogleObject {
  readonly #execution: Execution;
  readonly #prefix: string;

  constructor(execution: Execution, scope: string) {
    super();
    this.#execution = execution;
    this.#prefix = `cache-${scope}:`;
  }

  get(key: string): string | null {
    if (typeof key !== 'string') throw signatureError('Cache.get', [key]);
    const item = this.#execution.kernel.store.get<CachedItem>(this.#prefix + key);
    return item && item.untilMs > this.#execution.now() ? item.value : null;
  }

  getAll(keys: string[]): Record<string, string> {
    if (!Array.isArray(keys)) throw signatureError('Cache.getAll', [keys]);
    const found: Record<string, string> = {};
    for (const key of keys) {
      const value = this.get(key);
      if (value !== null) found[key] = value;
    }
    return found;
  }

  put(key: string, value: unknown, expirationInSeconds: number = DEFAULT_SECONDS): void {
    if (typeof key !== 'string' || value === null || value === undefined || typeof value === 'object') {
      throw signatureError('Cache.put', [key, value]);
    }
    this.#putAll([[key, String(value)]], expirationInSeconds);
  }

  putAll(values: Record<string, unknown>, expirationInSeconds: number = DEFAULT_SECONDS): void {
    if (values === null || typeof values !== 'object') throw signatureError('Cache.putAll', [values]);
    this.#putAll(
      Object.entries(values).map(([key, value]) => [key, String(value)]),
      expirationInSeconds,
    );
  }

  remove(key: string): void {
    if (typeof key !== 'string') throw signatureError('Cache.remove', [key]);
    this.#execution.kernel.store.delete(this.#prefix + key);
  }

  removeAll(keys: string[]): void {
    if (!Array.isArray(keys)) throw signatureError('Cache.removeAll', [keys]);
    for (const key of keys) this.remove(key);
  }

  #putAll(pairs: readonly (readonly [string, string])[], seconds: number): void {
    if (typeof seconds !== 'number') throw signatureError('Cache.put', [...(pairs[0] ?? []), seconds]);
    for (const [key, value] of pairs) {
      if (key.length > KEY_CHARACTERS) throw new GoogleError('Argument too large: key');
      if (Buffer.byteLength(value) > VALUE_BYTES) throw new GoogleError('Argument too large: value');
    }
    const untilMs = this.#execution.now() + Math.min(Math.max(seconds, 1), MAX_SECONDS) * 1000;
    const { store } = this.#execution.kernel;
    for (const [key, value] of pairs) store.put(this.#prefix + key, { value, untilMs } satisfies CachedItem);
    this.#dropOld();
  }

  #dropOld(): void {
    const { store } = this.#execution.kernel;
    const keys = store.keys(this.#prefix);
    if (keys.length <= MAX_ITEMS) return;
    const now = this.#execution.now();
    const until = (key: string): number => store.get<CachedItem>(key)?.untilMs ?? 0;
    const byExpiration = keys.sort((one, other) => until(other) - until(one));
    const kept = byExpiration
      .filter((key) => until(key) > now)
      .slice(0, byExpiration.length > MAX_ITEMS ? KEPT_ITEMS : undefined);
    const keep = new Set(kept);
    for (const key of keys) if (!keep.has(key)) store.delete(key);
  }
}

export class CacheService extends GoogleObject {
  readonly #execution: Execution;

  constructor(execution: Execution) {
    super();
    this.#execution = execution;
  }

  getScriptCache(): Cache {
    return new Cache(this.#execution, 'script');
  }

  getUserCache(): Cache {
    return new Cache(this.#execution, `user-${this.#execution.kernel.user.email}`);
  }

  getDocumentCache(): Cache {
    return new Cache(this.#execution, `document-${this.#execution.kernel.containerId}`);
  }
}

export const cacheService: ServiceDefinition = {
  name: 'CacheService',
  create: (execution) => new CacheService(execution),
};
