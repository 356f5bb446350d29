/** When an event is. A whole-day event has days, the last one included not; another one has moments. */
export type EventTime =
  | { allDay: false; startMs: number; endMs: number }
  | { allDay: true; startDay: string; endDay: string };

export interface GuestRecord {
  email: string;
  status: 'INVITED' | 'MAYBE' | 'NO' | 'OWNER' | 'YES';
}

/** Minutes before the beginning. */
export interface Reminders {
  email: number[];
  popup: number[];
  sms: number[];
}

/** One event, or one series of them when it has a recurrence. */
export interface EventRecord {
  /** As iCalendar has it: `…@google.com`. */
  id: string;
  calendarId: string;
  title: string;
  time: EventTime;
  description: string;
  location: string;
  guests: GuestRecord[];
  /** null: the calendar's own, which here are none. */
  reminders: Reminders | null;
  tags: Record<string, string>;
  /** Number of the event's colour, '' for the calendar's. */
  color: string;
  visibility: string;
  transparency: string;
  guestsCanModify: boolean;
  guestsCanInviteOthers: boolean;
  guestsCanSeeGuests: boolean;
  anyoneCanAddSelf: boolean;
  /** Lines of RFC 5545: RRULE, RDATE, EXDATE. */
  recurrence: string[];
  createdMs: number;
  updatedMs: number;
}

export interface CalendarRecord {
  id: string;
  name: string;
  description: string;
  timeZone: string;
  color: string;
  hidden: boolean;
  selected: boolean;
}
