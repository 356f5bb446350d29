import { findCalendar, makeCalendar } from '../../google/own-calendar.ts';
import { unlessBusy } from '../../google/state.ts';
import { confirm, sayProgress } from '../../ui/say.ts';
import { prepareSheet } from '../../workbook/prepare.ts';
import { readTable, replaceRows } from '../../workbook/records.ts';
import { readSettings } from '../../workbook/settings.ts';
import { calendarEventsTable, duesTable } from '../../workbook/tables/plan.ts';
import type { Outcome } from '../guarded.ts';
import { isAwaited } from '../plan/due-row.ts';
import { type CalendarState, calendarState, rememberCalendar } from './calendar-state.ts';
import { ON, syncWords, whyLost } from './keep-calendar.ts';
import { syncEvents } from './sync-events.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

const TITLE = 'Календарь Google';

/** «Включить или обновить»: asks before a calendar is made, and before a lost one is made anew. */
export function switchCalendarOn(book: Spreadsheet): Outcome | undefined {
  const before = calendarState();
  const territory = readSettings(book).territory;
  const name = territory ? `НОКО: сроки, ${territory}` : 'НОКО: сроки';
  const found = before ? findCalendar(before.id) : null;
  const lost = before && before.id !== '' ? whyLost(book, before, found !== null) : '';
  const isNew = !found || lost !== '';
  const question = isNew
    ? aboutNew(book, name, lost)
    : `Календарь «${name}» снова будет обновляться каждый день. Включить?`;
  if ((isNew || !before?.on) && !confirm(TITLE, question)) return undefined;
  const outcome = unlessBusy(() => {
    sayProgress('Вношу сроки в календарь…');
    prepareSheet(book, calendarEventsTable, book.getNumSheets());
    // What is half known cannot be kept in step: a calendar of ours without its sheet goes.
    if (found && lost !== '') found.deleteCalendar();
    const state = isNew ? begin(book, name) : { ...before!, name, on: true, lost: '' };
    const calendar = isNew ? makeCalendar(name, `Ведёт таблица ${book.getUrl()}`) : found!;
    if (!isNew && before!.name !== name) calendar.setName(name);
    rememberCalendar({ ...state, id: calendar.getId() });
    const { done, left, events, refused } = syncEvents(book, calendar);
    rememberCalendar({ ...state, id: calendar.getId(), at: new Date().toISOString(), events, left });
    return { on: ON, outcome: syncWords(name, done, left, events, refused), mustBeRead: left > 0 || isNew };
  });
  return outcome ?? { on: ON, outcome: 'Календарь как раз обновляется. Подождите несколько минут.', mustBeRead: true };
}

/** Remembered before the calendar is made: a run that is cut off is taken up by the next choice of the item. */
function begin(book: Spreadsheet, name: string): CalendarState {
  const state: CalendarState = { id: '', name, on: true, at: '', events: 0, left: 0, lost: '' };
  rememberCalendar({ ...state, on: false });
  replaceRows(readTable(book, calendarEventsTable), []);
  return state;
}

function aboutNew(book: Spreadsheet, name: string, lost: string): string {
  const open = readTable(book, duesTable).rows.filter(isAwaited);
  return [
    lost,
    `Будет создан отдельный календарь «${name}»: событие на весь день на каждый открытый срок (${open.length}). Других ваших календарей программа не трогает.`,
    'Перенесённый срок переносит событие, исполненный отмечается «✓», исключённый удаляется — в тот же день или на следующее утро. Чтобы календарь видели другие, откройте им доступ в настройках календаря Google.',
    'Создать?',
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** «Отключить»: the calendar stays or goes, as is chosen; what goes is asked for once more. */
export function switchCalendarOff(book: Spreadsheet): Outcome | undefined {
  const state = calendarState();
  if (!state?.on) return { on: ON, outcome: 'Календарь Google и так не ведётся.' };
  if (!confirm(TITLE, `Перестать обновлять календарь «${state.name}»?`)) return undefined;
  const calendar = findCalendar(state.id);
  const remove =
    calendar !== null &&
    confirm(
      TITLE,
      `Удалить и сам календарь «${state.name}» со всеми событиями?\n\n«Нет» — календарь останется, каким стал, и обновляться не будет.`,
    );
  if (!remove) {
    rememberCalendar({ ...state, on: false });
    return { on: ON, outcome: `Календарь «${state.name}» больше не обновляется.` };
  }
  calendar!.deleteCalendar();
  rememberCalendar({ ...state, id: '', on: false, events: 0, left: 0 });
  const sheet = book.getSheetByName(ON);
  if (sheet) book.deleteSheet(sheet);
  return { on: ON, outcome: `Календарь «${state.name}» удалён вместе с событиями.` };
}
