/**
 * Calendar dates as ISO text (`2026-01-30`) and arithmetic on serial days. No clock, no time zone:
 * a Date object made from an ISO text is UTC midnight and moves a day in the west.
 */

/** `YYYY-MM-DD`, a date that exists. ISO texts compare as dates do, with `<` and `>`. */
export type IsoDate = string;

/** Monday is 1, Sunday is 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** @param month 1–12 */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (MONTH_DAYS[month - 1] ?? 0);
}

export function isRealDate(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

const padded = (n: number, width: number): string => String(n).padStart(width, '0');

/** The date; a month outside 1–12 rolls into its year, a day past the month's end becomes its last day. */
export function dateOf(year: number, month: number, day: number): IsoDate {
  const months = year * 12 + month - 1;
  const y = Math.floor(months / 12);
  const m = months - y * 12 + 1;
  return `${padded(y, 4)}-${padded(m, 2)}-${padded(Math.min(day, daysInMonth(y, m)), 2)}`;
}

export function lastDayOfMonth(year: number, month: number): IsoDate {
  return dateOf(year, month, 31);
}

export function partsOf(date: IsoDate): { year: number; month: number; day: number } {
  return { year: +date.slice(0, 4), month: +date.slice(5, 7), day: +date.slice(8, 10) };
}

/** `2026-01-30` → `30.01.2026`. */
export function russianDay(date: IsoDate): string {
  return date.split('-').reverse().join('.');
}

/** True for `YYYY-MM-DD` that exists in the calendar. */
export function isIsoDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const { year, month, day } = partsOf(text);
  return isRealDate(year, month, day);
}

/**
 * Days since 1970-01-01, which is 0.
 * @source Howard Hinnant, "chrono-compatible low-level date algorithms", days_from_civil
 */
export function serialOf(date: IsoDate): number {
  const { year, month, day } = partsOf(date);
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** The inverse of `serialOf`. */
export function dateOfSerial(serial: number): IsoDate {
  const z = serial + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const mp = Math.floor((5 * dayOfYear + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  return dateOf(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - Math.floor((153 * mp + 2) / 5) + 1);
}

export function addDays(date: IsoDate, days: number): IsoDate {
  return dateOfSerial(serialOf(date) + days);
}

/** Same day of the month, or the month's last day where there is none: 31 January + 1 = 28 February. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const { year, month, day } = partsOf(date);
  return dateOf(year, month + months, day);
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return serialOf(to) - serialOf(from);
}

export function weekdayOf(date: IsoDate): Weekday {
  return (((((serialOf(date) + 3) % 7) + 7) % 7) + 1) as Weekday;
}
