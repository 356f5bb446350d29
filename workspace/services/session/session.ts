import { createHash } from 'node:crypto';
import type { Execution, ServiceDefinition } from '../../kernel/execution.ts';
import { GoogleObject } from '../../kernel/google-object.ts';

export interface User extends GoogleAppsScript.Base.User {}

export class User extends GoogleObject {
  readonly #email: string;

  constructor(email: string) {
    super();
    this.#email = email;
  }

  getEmail(): string {
    return this.#email;
  }

  getUserLoginId(): string {
    return this.#email;
  }
}

export interface Session extends GoogleAppsScript.Base.Session {}

export class Session extends GoogleObject {
  readonly #execution: Execution;

  constructor(execution: Execution) {
    super();
    this.#execution = execution;
  }

  /** Blank in a web app, which runs as whoever deployed it for visitors nobody knows. */
  getActiveUser(): User {
    return new User(this.#execution.kind === 'web-app' ? '' : this.#execution.kernel.user.email);
  }

  getEffectiveUser(): User {
    // Custom functions and simple triggers run for nobody in particular.
    const anonymous = this.#execution.authMode === 'CUSTOM_FUNCTION' || this.#execution.authMode === 'NONE';
    return new User(anonymous ? '' : this.#execution.kernel.user.email);
  }

  getActiveUserLocale(): string {
    return this.#execution.kernel.user.locale;
  }

  getScriptTimeZone(): string {
    return this.#execution.kernel.scriptTimeZone;
  }

  getTimeZone(): string {
    return this.getScriptTimeZone();
  }

  getUser(): User {
    return this.getActiveUser();
  }

  /** Stable for 30 days, as on Google, and tells nothing of the user. */
  getTemporaryActiveUserKey(): string {
    const period = Math.floor(this.#execution.now() / (30 * 86_400_000));
    return createHash('sha256').update(`${this.#execution.kernel.user.email} ${period}`).digest('base64');
  }
}

export const sessionService: ServiceDefinition = {
  name: 'Session',
  create: (execution) => new Session(execution),
};
