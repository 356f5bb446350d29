import type { Execution } from '../../kernel/execution.ts';
import { GoogleError, GoogleObject, signatureError } from '../../kernel/google-object.ts';
import { addressList, bareAddress } from '../mail/addresses.ts';
import { deleteEvent, findEvent, saveEvent } from './calendar-store.ts';
import { EVENT_COLORS, EVENT_TYPES, enumName, enumValue, GUEST_STATUSES, VISIBILITIES } from './enums.ts';
import { EventGuest } from './event-guest.ts';
import type { EventRecord, Reminders } from './event-record.ts';

import Google = GoogleAppsScript.Calendar;

/** Minutes; @source CalendarEvent.addPopupReminder: "at least 5 minutes and at most 4 weeks (40320 minutes)" */
const REMINDER_MINUTES = { least: 5, most: 40_320 };

/** What a single event and a series of events have in common. */
export abstract class EventBase extends GoogleObject {
  readonly _execution: Execution;
  readonly #calendarId: string;
  readonly #id: string;

  constructor(execution: Execution, event: Pick<EventRecord, 'calendarId' | 'id'>) {
    super();
    this._execution = execution;
    this.#calendarId = event.calendarId;
    this.#id = event.id;
  }

  getId(): string {
    return this.#id;
  }
  getOriginalCalendarId(): string {
    return this.#calendarId;
  }
  getTitle(): string {
    return this._event.title;
  }
  setTitle(title: string): this {
    return this._change({ title: text('setTitle', title) });
  }
  getDescription(): string {
    return this._event.description;
  }
  setDescription(description: string): this {
    return this._change({ description: text('setDescription', description) });
  }
  getLocation(): string {
    return this._event.location;
  }
  setLocation(location: string): this {
    return this._change({ location: text('setLocation', location) });
  }
  getColor(): string {
    return this._event.color;
  }
  setColor(color: string | Google.EventColor): this {
    const given: unknown = color;
    const number =
      typeof given === 'string'
        ? given
        : String(Object.keys(EVENT_COLORS._values).indexOf(enumName(EVENT_COLORS, given)) + 1);
    if (!/^([1-9]|1[01])?$/.test(number)) throw new GoogleError(`Invalid argument: ${number}`);
    return this._change({ color: number });
  }
  getVisibility(): Google.Visibility {
    return enumValue(VISIBILITIES, this._event.visibility);
  }
  setVisibility(visibility: Google.Visibility): this {
    return this._change({ visibility: enumName(VISIBILITIES, visibility) });
  }
  getEventType(): Google.EventType {
    return enumValue(EVENT_TYPES, 'DEFAULT');
  }
  getCreators(): string[] {
    return [this._execution.kernel.user.email];
  }
  isOwnedByMe(): boolean {
    return true;
  }
  getMyStatus(): Google.GuestStatus {
    return enumValue(GUEST_STATUSES, 'OWNER');
  }
  getDateCreated(): GoogleAppsScript.Base.Date {
    return new Date(this._event.createdMs) as unknown as GoogleAppsScript.Base.Date;
  }
  getLastUpdated(): GoogleAppsScript.Base.Date {
    return new Date(this._event.updatedMs) as unknown as GoogleAppsScript.Base.Date;
  }

  getGuestList(includeOwner = false): EventGuest[] {
    const owner = includeOwner ? [new EventGuest(this._execution.kernel.user.email, 'OWNER')] : [];
    return [...owner, ...this._event.guests.map(({ email, status }) => new EventGuest(email, status))];
  }
  getGuestByEmail(email: string): EventGuest {
    return (this.getGuestList(true).find((guest) => guest.getEmail() === email) ?? null) as EventGuest;
  }
  addGuest(email: string): this {
    const [address] = addressList(String(email)).map(bareAddress);
    if (!address) throw new GoogleError(`Invalid argument: ${String(email)}`);
    const { guests } = this._event;
    if (guests.some((guest) => guest.email === address)) return this;
    return this._change({ guests: [...guests, { email: address, status: 'INVITED' }] });
  }
  removeGuest(email: string): this {
    return this._change({ guests: this._event.guests.filter((guest) => guest.email !== email) });
  }
  guestsCanModify(): boolean {
    return this._event.guestsCanModify;
  }
  setGuestsCanModify(guestsCanModify: boolean): this {
    return this._change({ guestsCanModify });
  }
  guestsCanInviteOthers(): boolean {
    return this._event.guestsCanInviteOthers;
  }
  setGuestsCanInviteOthers(guestsCanInviteOthers: boolean): this {
    return this._change({ guestsCanInviteOthers });
  }
  guestsCanSeeGuests(): boolean {
    return this._event.guestsCanSeeGuests;
  }
  setGuestsCanSeeGuests(guestsCanSeeGuests: boolean): this {
    return this._change({ guestsCanSeeGuests });
  }
  anyoneCanAddSelf(): boolean {
    return this._event.anyoneCanAddSelf;
  }
  setAnyoneCanAddSelf(anyoneCanAddSelf: boolean): this {
    return this._change({ anyoneCanAddSelf });
  }

  getEmailReminders(): number[] {
    return [...this.#reminders.email];
  }
  getPopupReminders(): number[] {
    return [...this.#reminders.popup];
  }
  getSmsReminders(): number[] {
    return [...this.#reminders.sms];
  }
  addEmailReminder(minutesBefore: number): this {
    return this.#remind('email', minutesBefore);
  }
  addPopupReminder(minutesBefore: number): this {
    return this.#remind('popup', minutesBefore);
  }
  addSmsReminder(minutesBefore: number): this {
    return this.#remind('sms', minutesBefore);
  }
  removeAllReminders(): this {
    return this._change({ reminders: { email: [], popup: [], sms: [] } });
  }
  resetRemindersToDefault(): this {
    return this._change({ reminders: null });
  }

  getAllTagKeys(): string[] {
    return Object.keys(this._event.tags);
  }
  getTag(key: string): string {
    return (this._event.tags[key] ?? null) as string;
  }
  setTag(key: string, value: string): this {
    return this._change({ tags: { ...this._event.tags, [text('setTag', key)]: text('setTag', value) } });
  }
  deleteTag(key: string): this {
    const { [key]: _, ...tags } = this._event.tags;
    return this._change({ tags });
  }

  /** The event as it is now. @throws GoogleError when it has been deleted */
  get _event(): EventRecord {
    const event = findEvent(this._execution.kernel, this.#calendarId, this.#id);
    if (!event) throw new GoogleError('The calendar event does not exist, or it has already been deleted.');
    return event;
  }

  _change(change: Partial<EventRecord>): this {
    saveEvent(this._execution.kernel, { ...this._event, ...change });
    return this;
  }

  _delete(): void {
    deleteEvent(this._execution.kernel, this._event);
  }

  get #reminders(): Reminders {
    return this._event.reminders ?? { email: [], popup: [], sms: [] };
  }

  #remind(kind: keyof Reminders, minutes: number): this {
    if (typeof minutes !== 'number' || !(minutes >= REMINDER_MINUTES.least && minutes <= REMINDER_MINUTES.most)) {
      throw new GoogleError('Reminder must be between 5 minutes and 4 weeks (40320 minutes) before the event.');
    }
    return this._change({ reminders: { ...this.#reminders, [kind]: [...this.#reminders[kind], minutes] } });
  }
}

function text(method: string, value: unknown): string {
  if (typeof value === 'string') return value;
  throw signatureError(`CalendarApp.CalendarEvent.${method}`, [value]);
}
