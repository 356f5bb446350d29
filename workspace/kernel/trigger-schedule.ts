import { momentOf, zonedTime } from './time-zone.ts';

/**
 * When a clock trigger fires. The minute (and what else the script left open) was chosen when
 * the trigger was made, and stays.
 */
export type Schedule =
  | { kind: 'once'; atMs: number }
  | { kind: 'minutes'; every: number }
  | { kind: 'hours'; every: number }
  | { kind: 'days'; every: number; hour: number; minute: number; zone: string }
  /** `weekDay` 1 (Monday) – 7 (Sunday). */
  | { kind: 'weeks'; every: number; weekDay: number; hour: number; minute: number; zone: string }
  | { kind: 'monthly'; day: number; hour: number; minute: number; zone: string };

const MINUTE_MS = 60_000;
const DAYS_IN_WEEK = 7;

/**
 * The next firing strictly after a moment.
 *
 * @param createdMs when the trigger was made: "every 3 days" counts from there
 * @returns milliseconds since 1970; undefined when it never fires again
 */
export function nextFiring(schedule: Schedule, createdMs: number, afterMs: number): number | undefined {
  switch (schedule.kind) {
    case 'once':
      return schedule.atMs > afterMs ? schedule.atMs : undefined;
    case 'minutes':
      return nextStep(createdMs, schedule.every * MINUTE_MS, afterMs);
    case 'hours':
      return nextStep(createdMs, schedule.every * 60 * MINUTE_MS, afterMs);
    case 'days':
      return nextDay(schedule, firstDay(schedule, createdMs), schedule.every, createdMs, afterMs);
    case 'weeks': {
      const first = firstDay(schedule, createdMs, schedule.weekDay);
      return nextDay(schedule, first, schedule.every * DAYS_IN_WEEK, createdMs, afterMs);
    }
    case 'monthly':
      return nextMonthDay(schedule, afterMs);
  }
}

function nextStep(fromMs: number, stepMs: number, afterMs: number): number {
  const steps = Math.max(1, Math.floor((afterMs - fromMs) / stepMs) + 1);
  return fromMs + steps * stepMs;
}

interface DayTime {
  hour: number;
  minute: number;
  zone: string;
}

/** Day number (days since 1970) of the first firing: not before the trigger was made. */
function firstDay({ hour, minute, zone }: DayTime, createdMs: number, weekDay?: number): number {
  let day = dayNumber(createdMs, zone);
  if (weekDay !== undefined) day += (weekDay - zonedTime(createdMs, zone).weekDay + DAYS_IN_WEEK) % DAYS_IN_WEEK;
  const onThatDay = momentOnDay(day, hour, minute, zone);
  if (onThatDay > createdMs) return day;
  return day + (weekDay === undefined ? 1 : DAYS_IN_WEEK);
}

function nextDay(time: DayTime, first: number, everyDays: number, createdMs: number, afterMs: number): number {
  const reached = dayNumber(Math.max(createdMs, afterMs), time.zone);
  let day = first + Math.max(0, Math.floor((reached - first) / everyDays)) * everyDays;
  while (momentOnDay(day, time.hour, time.minute, time.zone) <= afterMs) day += everyDays;
  return momentOnDay(day, time.hour, time.minute, time.zone);
}

/** A month without the day is skipped. */
function nextMonthDay(schedule: Extract<Schedule, { kind: 'monthly' }>, afterMs: number): number {
  const { year, month } = zonedTime(afterMs, schedule.zone);
  for (let ahead = 0; ; ahead += 1) {
    const zone = schedule.zone;
    const at = {
      year,
      month: month + ahead,
      day: schedule.day,
      hour: schedule.hour,
      minute: schedule.minute,
      second: 0,
    };
    const moment = momentOf(at, zone);
    if (moment > afterMs && zonedTime(moment, zone).day === schedule.day) return moment;
  }
}

function dayNumber(moment: number, zone: string): number {
  const { year, month, day } = zonedTime(moment, zone);
  return Math.round(Date.UTC(year, month - 1, day) / 86_400_000);
}

function momentOnDay(day: number, hour: number, minute: number, zone: string): number {
  return momentOf({ year: 1970, month: 1, day: 1 + day, hour, minute, second: 0 }, zone);
}
