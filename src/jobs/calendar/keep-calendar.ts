import { findCalendar } from '../../google/own-calendar.ts';
import { unlessBusy } from '../../google/state.ts';
import { calendarEventsTable } from '../../workbook/tables/plan.ts';
import type { Outcome } from '../guarded.ts';
import { type CalendarState, calendarState, rememberCalendar } from './calendar-state.ts';
import { syncEvents } from './sync-events.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

export const ON = calendarEventsTable.sheet;

/** What the daily runs and a recount do: nothing where nothing differs, and one line of the journal where something did. */
export function keepCalendar(book: Spreadsheet): Outcome | undefined {
  const state = calendarState();
  if (!state?.on) return undefined;
  // Two runs at once would make the same events; the other one is doing what is to be done.
  return unlessBusy(() => keep(book, state));
}

function keep(book: Spreadsheet, state: CalendarState): Outcome | undefined {
  const calendar = findCalendar(state.id);
  const lost = whyLost(book, state, calendar !== null);
  if (!calendar || lost !== '') {
    if (state.lost === lost) return undefined;
    rememberCalendar({ ...state, lost });
    return { on: ON, outcome: lost };
  }
  const { done, left, events, refused } = syncEvents(book, calendar);
  rememberCalendar({ ...state, at: new Date().toISOString(), events, left, lost: '' });
  if (done === 0 && left === 0) return undefined;
  return { on: ON, outcome: syncWords(state.name, done, left, events, refused) };
}

/** What stops the calendar from being kept, and what to do about it; '' when nothing does. */
export function whyLost(book: Spreadsheet, { name }: CalendarState, isThere: boolean): string {
  const mend = 'Чтобы завести его заново, выберите «НОКО → План → Календарь Google: включить или обновить».';
  if (!isThere) {
    return `Календаря «${name}» нет среди ваших календарей: его удалили, или его завёл другой человек, и обновить его может только он. ${mend}`;
  }
  if (!book.getSheetByName(ON)) return `Удалён лист «${ON}»: программа больше не узнаёт своих событий. ${mend}`;
  return '';
}

export function syncWords(name: string, done: number, left: number, events: number, refused: string): string {
  const parts = [
    `Календарь «${name}»: событий ${events}, изменено ${done}`,
    left > 0 ? `осталось ${left} — при следующей проверке, сегодня днём или завтра утром` : '',
    refused ? `Google сообщает: «${refused}»` : '',
  ];
  return `${parts.filter((part) => part !== '').join('; ')}.`;
}
