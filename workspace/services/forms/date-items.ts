import { GoogleError, signatureError } from '../../kernel/google-object.ts';
import { zonedTime } from '../../kernel/time-zone.ts';
import { booleanArgument, integerArgument } from './argument.ts';
import { QuestionItem } from './form-item.ts';
import type { DateRecord, TimeRecord } from './form-record.ts';

type GoogleDate = GoogleAppsScript.Base.Date;

/** What both kinds of date have in common. `Self` is Google's type of the kind. */
abstract class CalendarItem<Self> extends QuestionItem<Self, DateRecord> {
  includesYear(): boolean {
    return this._record().includesYear;
  }

  setIncludesYear(enableYear: boolean): Self {
    return this._change({ includesYear: booleanArgument(this._method('setIncludesYear'), enableYear) });
  }

  /** The moment's date and time where the script is, as an answer writes them. */
  _written(method: string, moment: unknown): { date: string; time: string } {
    if (!(moment instanceof Date) || Number.isNaN(moment.getTime())) {
      throw signatureError(this._method(method), [moment]);
    }
    const { year, month, day, hour, minute } = zonedTime(moment.getTime(), this._scope.kernel.scriptTimeZone);
    const monthAndDay = `${padded(month)}-${padded(day)}`;
    const date = this.includesYear() ? `${padded(year, 4)}-${monthAndDay}` : monthAndDay;
    return { date, time: `${padded(hour)}:${padded(minute)}` };
  }
}

export interface DateItem extends GoogleAppsScript.Forms.DateItem {}

export class DateItem extends CalendarItem<GoogleAppsScript.Forms.DateItem> {
  createResponse(response: GoogleDate): GoogleAppsScript.Forms.ItemResponse {
    return this._respond('date', this._written('createResponse', response).date);
  }
}

export interface DateTimeItem extends GoogleAppsScript.Forms.DateTimeItem {}

export class DateTimeItem extends CalendarItem<GoogleAppsScript.Forms.DateTimeItem> {
  createResponse(response: GoogleDate): GoogleAppsScript.Forms.ItemResponse {
    const { date, time } = this._written('createResponse', response);
    return this._respond('datetime', `${date} ${time}`);
  }
}

export interface TimeItem extends GoogleAppsScript.Forms.TimeItem {}

/** A time of day. */
export class TimeItem extends QuestionItem<GoogleAppsScript.Forms.TimeItem, TimeRecord> {
  createResponse(hour: number, minute: number): GoogleAppsScript.Forms.ItemResponse {
    const method = this._method('createResponse');
    return this._respond('time', [hour, minute].map((part) => twoDigits(method, part)).join(':'));
  }
}

export interface DurationItem extends GoogleAppsScript.Forms.DurationItem {}

/** A length of time. */
export class DurationItem extends QuestionItem<GoogleAppsScript.Forms.DurationItem, TimeRecord> {
  createResponse(hours: number, minutes: number, seconds: number): GoogleAppsScript.Forms.ItemResponse {
    const method = this._method('createResponse');
    return this._respond('duration', [hours, minutes, seconds].map((part) => twoDigits(method, part)).join(':'));
  }
}

function twoDigits(method: string, part: unknown): string {
  const whole = integerArgument(method, part);
  if (whole < 0) throw new GoogleError(`Invalid argument: ${whole}`);
  return padded(whole);
}

function padded(number: number, digits = 2): string {
  return String(number).padStart(digits, '0');
}
