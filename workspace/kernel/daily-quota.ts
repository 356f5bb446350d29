import type { Clock } from './clock.ts';
import { GoogleError } from './google-object.ts';
import type { Store } from './store.ts';
import { zonedTime } from './time-zone.ts';

/** What of a day's allowance has been used. A day is the user's; Google resets once in 24 hours without saying when. */
export interface DailyQuotas {
  usedToday(name: string): number;
  add(name: string, amount: number): void;
}

export function openDailyQuotas(store: Store, clock: Clock, zone: string): DailyQuotas {
  const today = (): string => {
    const { year, month, day } = zonedTime(clock.now(), zone);
    return `${year}-${month}-${day}`;
  };
  const usedToday = (name: string): number => {
    const used = store.get<{ day: string; amount: number }>(`quota:${name}`);
    return used?.day === today() ? used.amount : 0;
  };
  return {
    usedToday,
    add(name, amount) {
      store.put(`quota:${name}`, { day: today(), amount: usedToday(name) + amount });
    },
  };
}

interface CallQuota {
  name: string;
  perDay: number;
}

/** @source Google's "Quotas for Google services", consumer accounts */
const PROPERTIES: CallQuota = { name: 'properties', perDay: 50_000 };
const URL_FETCH: CallQuota = { name: 'urlfetch', perDay: 20_000 };
const DOCUMENTS: CallQuota = { name: 'documents', perDay: 250 };
const SPREADSHEETS: CallQuota = { name: 'spreadsheets', perDay: 250 };
const CALENDAR_EVENTS: CallQuota = { name: 'calendar', perDay: 5000 };

const BY_METHOD: Readonly<Record<string, CallQuota>> = {
  'Properties.getProperty': PROPERTIES,
  'Properties.getProperties': PROPERTIES,
  'Properties.getKeys': PROPERTIES,
  'Properties.setProperty': PROPERTIES,
  'Properties.setProperties': PROPERTIES,
  'Properties.deleteProperty': PROPERTIES,
  'Properties.deleteAllProperties': PROPERTIES,
  'UrlFetchApp.fetch': URL_FETCH,
  'UrlFetchApp.fetchAll': URL_FETCH,
  'DocumentApp.create': DOCUMENTS,
  'SpreadsheetApp.create': SPREADSHEETS,
  'Spreadsheet.copy': SPREADSHEETS,
  ...Object.fromEntries(
    ['CalendarApp', 'Calendar'].flatMap((place) =>
      ['createEvent', 'createAllDayEvent', 'createEventSeries', 'createAllDayEventSeries'].map((method) => [
        `${place}.${method}`,
        CALENDAR_EVENTS,
      ]),
    ),
  ),
};

/**
 * Counts a call against the day's allowance.
 * @throws GoogleError when the allowance is used up; then the call is not made
 */
export function useDailyQuota(quotas: DailyQuotas, method: string, args: readonly unknown[]): void {
  const quota = BY_METHOD[method];
  if (!quota) return;
  const amount = method.endsWith('All') && Array.isArray(args[0]) ? args[0].length : 1;
  if (quotas.usedToday(quota.name) + amount > quota.perDay) {
    throw new GoogleError(`Service invoked too many times for one day: ${quota.name}.`);
  }
  quotas.add(quota.name, amount);
}
