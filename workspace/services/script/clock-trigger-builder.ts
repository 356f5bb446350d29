import type { Execution } from '../../kernel/execution.ts';
import { defineEnum, GoogleEnumValue, GoogleError, GoogleObject, signatureError } from '../../kernel/google-object.ts';
import { isTimeZone, momentOf } from '../../kernel/time-zone.ts';
import type { Schedule } from '../../kernel/trigger-schedule.ts';
import { chosenByName } from '../../kernel/triggers.ts';
import { Trigger } from './trigger.ts';

export const WEEKDAY = defineEnum('Weekday', [
  'SUNDAY',
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
]);

const MINUTE_CHOICES = [1, 5, 10, 15, 30];
const HOUR_CHOICES = [1, 2, 4, 6, 8, 12];
/** `nearMinute` and `atDate` are kept to within a quarter of an hour. */
const NEAR_MINUTES = 15;

/** How often: the last call of these wins, as each sets the whole recurrence. */
type Recurrence =
  | { kind: 'once'; atMs: number }
  | { kind: 'date'; year: number; month: number; day: number }
  | { kind: 'minutes' | 'hours' | 'days' | 'weeks'; every: number };

export interface ClockTriggerBuilder extends GoogleAppsScript.Script.ClockTriggerBuilder {}

export class ClockTriggerBuilder extends GoogleObject {
  readonly #execution: Execution;
  readonly #handler: string;
  #recurrence: Recurrence | undefined;
  #hour: number | undefined;
  #minute: number | undefined;
  #weekDay: number | undefined;
  #monthDay: number | undefined;
  #zone: string;

  constructor(execution: Execution, handler: string) {
    super();
    this.#execution = execution;
    this.#handler = handler;
    this.#zone = execution.kernel.scriptTimeZone;
  }

  after(durationMilliseconds: number): this {
    const duration = whole('ClockTriggerBuilder.after', durationMilliseconds);
    this.#recurrence = { kind: 'once', atMs: this.#execution.now() + Math.max(0, duration) };
    return this;
  }

  at(date: unknown): this {
    if (!(date instanceof Date) || Number.isNaN(date.getTime())) throw signatureError('ClockTriggerBuilder.at', [date]);
    this.#recurrence = { kind: 'once', atMs: date.getTime() };
    return this;
  }

  atDate(year: number, month: number, day: number): this {
    for (const part of [year, month, day]) {
      if (!Number.isInteger(part)) throw signatureError('ClockTriggerBuilder.atDate', [year, month, day]);
    }
    this.#recurrence = { kind: 'date', year, month, day };
    return this;
  }

  atHour(hour: number): this {
    this.#hour = inRange('atHour', hour, 0, 23);
    return this;
  }

  nearMinute(minute: number): this {
    this.#minute = inRange('nearMinute', minute, 0, 59);
    return this;
  }

  everyMinutes(n: number): this {
    return this.#every('minutes', oneOf('everyMinutes', n, MINUTE_CHOICES));
  }

  everyHours(n: number): this {
    return this.#every('hours', oneOf('everyHours', n, HOUR_CHOICES));
  }

  everyDays(n: number): this {
    return this.#every('days', atLeastOne('everyDays', n));
  }

  everyWeeks(n: number): this {
    return this.#every('weeks', atLeastOne('everyWeeks', n));
  }

  onWeekDay(day: unknown): this {
    const named = day instanceof GoogleEnumValue && WEEKDAY._values[day.name() as 'MONDAY'] === day;
    if (!named) throw signatureError('ClockTriggerBuilder.onWeekDay', [day]);
    this.#weekDay = (day as GoogleEnumValue).ordinal() || 7;
    return this;
  }

  onMonthDay(day: number): this {
    this.#monthDay = inRange('onMonthDay', day, 1, 31);
    return this;
  }

  inTimezone(timezone: string): this {
    if (!isTimeZone(timezone)) throw new GoogleError(`Invalid argument: timezone. Should be of type: String`);
    this.#zone = timezone;
    return this;
  }

  create(): Trigger {
    const schedule = this.#schedule();
    return new Trigger(
      this.#execution.kernel.triggers.create(
        { handler: this.#handler, source: 'CLOCK', sourceId: null, eventType: 'CLOCK', schedule },
        this.#execution.now(),
      ),
    );
  }

  #every(kind: 'minutes' | 'hours' | 'days' | 'weeks', every: number): this {
    this.#recurrence = { kind, every };
    return this;
  }

  #schedule(): Schedule {
    const recurrence = this.#recurrence;
    const time = this.#timeOfDay();
    if (recurrence?.kind === 'once') return { kind: 'once', atMs: Math.max(recurrence.atMs, this.#execution.now()) };
    if (recurrence?.kind === 'date') {
      const near = chosenByName(`${this.#handler} date`, 2 * NEAR_MINUTES + 1) - NEAR_MINUTES;
      const { year, month, day } = recurrence;
      const hour = this.#hour ?? 0;
      return {
        kind: 'once',
        atMs: momentOf({ year, month, day, hour, minute: (this.#minute ?? 0) + near, second: 0 }, this.#zone),
      };
    }
    if (recurrence?.kind === 'minutes' || recurrence?.kind === 'hours') {
      return { kind: recurrence.kind, every: recurrence.every };
    }
    if (this.#monthDay !== undefined) return { kind: 'monthly', day: this.#monthDay, ...time };
    if (recurrence?.kind === 'weeks' || (this.#weekDay !== undefined && recurrence === undefined)) {
      const weekDay = this.#weekDay ?? 1 + chosenByName(`${this.#handler} week day`, 7);
      return { kind: 'weeks', every: recurrence?.every ?? 1, weekDay, ...time };
    }
    if (recurrence?.kind === 'days' || this.#hour !== undefined) {
      return { kind: 'days', every: recurrence?.every ?? 1, ...time };
    }
    throw new GoogleError('The clock trigger has no time: say when or how often before create().');
  }

  /** The minute may be below 0 or above 59: near the full hour, the trigger may fire in the next one. */
  #timeOfDay(): { hour: number; minute: number; zone: string } {
    const hour = this.#hour ?? chosenByName(`${this.#handler} hour`, 24);
    const minute =
      this.#minute === undefined
        ? chosenByName(`${this.#handler} minute`, 60)
        : this.#minute + chosenByName(`${this.#handler} near`, 2 * NEAR_MINUTES + 1) - NEAR_MINUTES;
    return { hour, minute, zone: this.#zone };
  }
}

function whole(method: string, value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw signatureError(method, [value]);
  return Math.floor(value);
}

function oneOf(method: string, value: unknown, choices: readonly number[]): number {
  const n = whole(`ClockTriggerBuilder.${method}`, value);
  if (choices.includes(n)) return n;
  const words = `${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}`;
  throw new GoogleError(`The value you passed to ${method} was invalid. It must be one of ${words}.`);
}

function atLeastOne(method: string, value: unknown): number {
  const n = whole(`ClockTriggerBuilder.${method}`, value);
  if (n >= 1) return n;
  throw new GoogleError(`The value you passed to ${method} was invalid. It must be greater than 0.`);
}

function inRange(method: string, value: unknown, from: number, to: number): number {
  const n = whole(`ClockTriggerBuilder.${method}`, value);
  if (n >= from && n <= to) return n;
  throw new GoogleError(`The value you passed to ${method} was invalid. It must be between ${from} and ${to}.`);
}
