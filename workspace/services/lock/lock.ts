import type { Execution, ServiceDefinition } from '../../kernel/execution.ts';
import { GoogleError, GoogleObject, signatureError } from '../../kernel/google-object.ts';

export interface Lock extends GoogleAppsScript.Lock.Lock {}

export class Lock extends GoogleObject {
  readonly #execution: Execution;
  readonly #name: string;

  constructor(execution: Execution, name: string) {
    super();
    this.#execution = execution;
    this.#name = name;
  }

  tryLock(timeoutInMillis: number): boolean {
    if (typeof timeoutInMillis !== 'number') throw signatureError('Lock.tryLock', [timeoutInMillis]);
    const { locks } = this.#execution.kernel;
    if (locks.take(this.#name, this.#execution.id)) return true;
    if (timeoutInMillis > 0) this.#waitForOthers(timeoutInMillis);
    return locks.take(this.#name, this.#execution.id);
  }

  waitLock(timeoutInMillis: number): void {
    if (typeof timeoutInMillis !== 'number') throw signatureError('Lock.waitLock', [timeoutInMillis]);
    if (!this.tryLock(timeoutInMillis)) {
      throw new GoogleError('Lock timeout: another process was holding the lock for too long.');
    }
  }

  hasLock(): boolean {
    return this.#execution.kernel.locks.holder(this.#name) === this.#execution.id;
  }

  /** Writes nothing: on Google, too, a script must flush before it lets others in. */
  releaseLock(): void {
    this.#execution.kernel.locks.release(this.#name, this.#execution.id);
  }

  #waitForOthers(timeoutMs: number): void {
    // A run without a thread of its own holds up everyone, the lock's holder too: waiting only costs time.
    if (!this.#execution.canWait) this.#execution.spend(timeoutMs);
    else this.#execution.wait('Lock.waitLock', () => this.#execution.kernel.locks.whenFree(this.#name, timeoutMs));
  }
}

export interface LockService extends GoogleAppsScript.Lock.LockService {}

export class LockService extends GoogleObject {
  readonly #execution: Execution;

  constructor(execution: Execution) {
    super();
    this.#execution = execution;
  }

  getScriptLock(): Lock {
    return new Lock(this.#execution, 'script');
  }

  getUserLock(): Lock {
    return new Lock(this.#execution, `user:${this.#execution.kernel.user.email}`);
  }

  /** null outside of a containing document, a web app included, as Google's reference says. */
  getDocumentLock(): Lock {
    if (this.#execution.activeFileId === undefined) return null as unknown as Lock;
    return new Lock(this.#execution, `document:${this.#execution.kernel.containerId}`);
  }
}

export const lockService: ServiceDefinition = {
  name: 'LockService',
  create: (execution) => new LockService(execution),
};
