import { russianDay } from '../../domain/plan/dates.ts';
import { localDay } from '../../workbook/cells.ts';
import { calendarState } from './calendar-state.ts';

/** One line about the Google calendar, from what was remembered: nothing is asked of Google. */
export function calendarHealth(): string {
  const state = calendarState();
  if (!state?.on) return '– Календарь Google не ведётся.';
  if (state.lost !== '') return `▲ ${state.lost}`;
  const on = state.at ? `обновлён ${russianDay(localDay(new Date(state.at)))}` : 'ещё не обновлялся';
  const left = state.left > 0 ? `, осталось внести изменений: ${state.left}` : '';
  return `${state.left > 0 ? '▲' : '✓'} Календарь Google «${state.name}»: событий ${state.events}, ${on}${left}.`;
}
