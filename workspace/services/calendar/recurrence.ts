import { GoogleError, GoogleObject } from '../../kernel/google-object.ts';
import { WEEKDAY } from '../script/clock-trigger-builder.ts';
import { icsWall, wallTime } from './calendar-days.ts';
import { enumName, MONTHS } from './enums.ts';

type Weekday = GoogleAppsScript.Base.Weekday;
type Month = GoogleAppsScript.Base.Month;
type GoogleDate = GoogleAppsScript.Base.Date;

export interface EventRecurrence extends GoogleAppsScript.Calendar.EventRecurrence {}
/** When a series takes place: rules and dates that add, rules and dates that take away. */
export class EventRecurrence extends GoogleObject {
  readonly #parts: { property: 'RRULE' | 'EXRULE'; rule: RecurrenceRule }[] = [];
  readonly #dates: { property: 'RDATE' | 'EXDATE'; at: Date }[] = [];

  addDailyRule(): RecurrenceRule {
    return this.#rule('RRULE', 'DAILY');
  }
  addWeeklyRule(): RecurrenceRule {
    return this.#rule('RRULE', 'WEEKLY');
  }
  addMonthlyRule(): RecurrenceRule {
    return this.#rule('RRULE', 'MONTHLY');
  }
  addYearlyRule(): RecurrenceRule {
    return this.#rule('RRULE', 'YEARLY');
  }
  addDailyExclusion(): RecurrenceRule {
    return this.#rule('EXRULE', 'DAILY');
  }
  addWeeklyExclusion(): RecurrenceRule {
    return this.#rule('EXRULE', 'WEEKLY');
  }
  addMonthlyExclusion(): RecurrenceRule {
    return this.#rule('EXRULE', 'MONTHLY');
  }
  addYearlyExclusion(): RecurrenceRule {
    return this.#rule('EXRULE', 'YEARLY');
  }
  addDate(date: GoogleDate): this {
    this.#dates.push({ property: 'RDATE', at: dateOf(date) });
    return this;
  }
  addDateExclusion(date: GoogleDate): this {
    this.#dates.push({ property: 'EXDATE', at: dateOf(date) });
    return this;
  }

  /** Lines of RFC 5545, times by the clocks of the zone. */
  _lines(timeZone: string, startMs: number): string[] {
    if (this.#parts.length === 0 && this.#dates.length === 0) throw new GoogleError('Invalid argument: recurrence');
    const start = wallTime(startMs, timeZone);
    const clock = start.getTime() % 86_400_000;
    return [
      ...this.#parts.map(({ property, rule }) => `${property}:${rule._text(timeZone)}`),
      // A date stands for that day's occurrence, whatever its own hour.
      ...this.#dates.map(({ property, at }) => {
        const wall = wallTime(at.getTime(), timeZone);
        return `${property}:${icsWall(new Date(wall.getTime() - (wall.getTime() % 86_400_000) + clock))}Z`;
      }),
    ];
  }

  #rule(property: 'RRULE' | 'EXRULE', frequency: string): RecurrenceRule {
    const rule = new RecurrenceRule(this, frequency);
    this.#parts.push({ property, rule });
    return rule;
  }
}

export interface RecurrenceRule extends GoogleAppsScript.Calendar.RecurrenceRule {}
/** One rule; its `add…` methods go on with the recurrence it belongs to. */
export class RecurrenceRule extends GoogleObject {
  readonly #recurrence: EventRecurrence;
  readonly #parts: Record<string, string> = {};
  #until: Date | undefined;

  constructor(recurrence: EventRecurrence, frequency: string) {
    super();
    this.#recurrence = recurrence;
    this.#parts.FREQ = frequency;
  }

  interval(interval: number): this {
    return this.#set('INTERVAL', [positive(interval)]);
  }
  times(times: number): this {
    return this.#set('COUNT', [positive(times)]);
  }
  until(endDate: GoogleDate): this {
    this.#until = dateOf(endDate);
    return this;
  }
  onlyOnWeekday(day: Weekday): this {
    return this.onlyOnWeekdays([day]);
  }
  onlyOnWeekdays(days: Weekday[]): this {
    return this.#set('BYDAY', days.map(dayCode));
  }
  onlyOnMonthDay(day: number): this {
    return this.onlyOnMonthDays([day]);
  }
  onlyOnMonthDays(days: number[]): this {
    return this.#set('BYMONTHDAY', days);
  }
  onlyInMonth(month: Month): this {
    return this.onlyInMonths([month]);
  }
  onlyInMonths(months: Month[]): this {
    return this.#set(
      'BYMONTH',
      months.map((month) => Object.keys(MONTHS._values).indexOf(enumName(MONTHS, month)) + 1),
    );
  }
  onlyOnYearDay(day: number): this {
    return this.onlyOnYearDays([day]);
  }
  onlyOnYearDays(days: number[]): this {
    return this.#set('BYYEARDAY', days);
  }
  onlyOnWeek(week: number): this {
    return this.onlyOnWeeks([week]);
  }
  onlyOnWeeks(weeks: number[]): this {
    return this.#set('BYWEEKNO', weeks);
  }
  weekStartsOn(day: Weekday): this {
    return this.#set('WKST', [dayCode(day)]);
  }

  addDailyRule(): RecurrenceRule {
    return this.#recurrence.addDailyRule();
  }
  addWeeklyRule(): RecurrenceRule {
    return this.#recurrence.addWeeklyRule();
  }
  addMonthlyRule(): RecurrenceRule {
    return this.#recurrence.addMonthlyRule();
  }
  addYearlyRule(): RecurrenceRule {
    return this.#recurrence.addYearlyRule();
  }
  addDailyExclusion(): RecurrenceRule {
    return this.#recurrence.addDailyExclusion();
  }
  addWeeklyExclusion(): RecurrenceRule {
    return this.#recurrence.addWeeklyExclusion();
  }
  addMonthlyExclusion(): RecurrenceRule {
    return this.#recurrence.addMonthlyExclusion();
  }
  addYearlyExclusion(): RecurrenceRule {
    return this.#recurrence.addYearlyExclusion();
  }
  addDate(date: GoogleDate): EventRecurrence {
    return this.#recurrence.addDate(date);
  }
  addDateExclusion(date: GoogleDate): EventRecurrence {
    return this.#recurrence.addDateExclusion(date);
  }

  /** A rule may be given where a recurrence is wanted, as on Google. */
  _lines(timeZone: string, startMs: number): string[] {
    return this.#recurrence._lines(timeZone, startMs);
  }

  _text(timeZone: string): string {
    const until = this.#until ? { UNTIL: `${icsWall(wallTime(this.#until.getTime(), timeZone))}Z` } : {};
    return Object.entries({ ...this.#parts, ...until })
      .map(([name, value]) => `${name}=${value}`)
      .join(';');
  }

  #set(name: string, values: readonly (string | number)[]): this {
    this.#parts[name] = values.join(',');
    return this;
  }
}

function dayCode(day: Weekday): string {
  return enumName(WEEKDAY, day).slice(0, 2);
}

function positive(value: number): number {
  if (Number.isInteger(value) && value > 0) return value;
  throw new GoogleError(`Invalid argument: ${String(value)}`);
}

function dateOf(value: unknown): Date {
  if (value instanceof Date && !Number.isNaN(value.getTime())) return value;
  throw new GoogleError(`Invalid argument: ${String(value)}`);
}
