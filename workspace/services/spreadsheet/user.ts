import { GoogleObject } from '../../kernel/google-object.ts';

/** A person in a spreadsheet's answers and events. */
export class SheetUser extends GoogleObject {
  readonly #email: string;

  constructor(email: string) {
    super();
    this.#email = email;
  }

  override get _className(): string {
    return 'User';
  }

  getEmail(): string {
    return this.#email;
  }

  getUsername(): string {
    return this.#email.split('@')[0] ?? '';
  }

  getUserLoginId(): string {
    return this.#email;
  }
}

/** Scripts name people by address or by a User. */
export function emailOf(user: string | GoogleAppsScript.Base.User): string {
  return typeof user === 'string' ? user : user.getEmail();
}
