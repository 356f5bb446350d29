import { GoogleObject } from '../../kernel/google-object.ts';
import { enumValue, GUEST_STATUSES } from './enums.ts';

export interface EventGuest extends GoogleAppsScript.Calendar.EventGuest {}
export class EventGuest extends GoogleObject {
  readonly #email: string;
  readonly #status: string;

  constructor(email: string, status: string) {
    super();
    this.#email = email;
    this.#status = status;
  }

  getEmail(): string {
    return this.#email;
  }
  getName(): string {
    return this.#email;
  }
  getGuestStatus(): GoogleAppsScript.Calendar.GuestStatus {
    return enumValue(GUEST_STATUSES, this.#status);
  }
  getAdditionalGuests(): number {
    return 0;
  }
}
