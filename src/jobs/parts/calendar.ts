/** The plan's dates in a Google calendar: loaded only where one is kept. */
import { keepCalendar as keep } from '../calendar/keep-calendar.ts';
import { switchCalendarOff, switchCalendarOn } from '../calendar/switch-calendar.ts';
import { fromMenu, fromTrigger } from '../guarded.ts';

export const keepCalendar = (): void => fromTrigger('Календарь Google', keep);
export const menuCalendarOn = (): void => fromMenu('Календарь Google', switchCalendarOn);
export const menuCalendarOff = (): void => fromMenu('Календарь Google', switchCalendarOff);
