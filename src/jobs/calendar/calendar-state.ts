import { recall, remember } from '../../google/state.ts';

const STATE = 'google-calendar';

/** What is remembered of the calendar between runs. */
export interface CalendarState {
  /** '' while it is being made. */
  id: string;
  name: string;
  on: boolean;
  /** When it was last brought in step, ISO; '' never. */
  at: string;
  /** Events in it, and changes that did not fit into the last run. */
  events: number;
  left: number;
  /** Why it cannot be kept any more, in Russian; '' when it can. */
  lost: string;
}

export function calendarState(): CalendarState | undefined {
  return recall<CalendarState>(STATE);
}

export function rememberCalendar(state: CalendarState): void {
  remember(STATE, state);
}

/** Asked by the front door, so that nothing more is loaded where there is no calendar. */
export function isCalendarOn(): boolean {
  return calendarState()?.on === true;
}
