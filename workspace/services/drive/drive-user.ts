import { GoogleObject } from '../../kernel/google-object.ts';

export interface User extends GoogleAppsScript.Drive.User {}
export class User extends GoogleObject {
  readonly #email: string;

  constructor(email: string) {
    super();
    this.#email = email;
  }

  getEmail(): string {
    return this.#email;
  }

  getName(): string {
    return this.#email.split('@')[0] ?? '';
  }

  getDomain(): string {
    return this.#email.split('@')[1] ?? '';
  }

  getPhotoUrl(): string {
    return null as unknown as string;
  }
}
