import { defineEnum, type GoogleEnum, GoogleEnumValue, GoogleError } from '../../kernel/google-object.ts';

export const COLORS = defineEnum('Color', [
  'BLUE',
  'BROWN',
  'CHARCOAL',
  'CHESTNUT',
  'GRAY',
  'GREEN',
  'INDIGO',
  'LIME',
  'MUSTARD',
  'OLIVE',
  'ORANGE',
  'PINK',
  'PLUM',
  'PURPLE',
  'RED',
  'RED_ORANGE',
  'SEA_BLUE',
  'SLATE',
  'TEAL',
  'TURQOISE',
  'YELLOW',
]);
/** Their order is their number in Google's calendar: PALE_BLUE is '1'. */
export const EVENT_COLORS = defineEnum('EventColor', [
  'PALE_BLUE',
  'PALE_GREEN',
  'MAUVE',
  'PALE_RED',
  'YELLOW',
  'ORANGE',
  'CYAN',
  'GRAY',
  'BLUE',
  'GREEN',
  'RED',
]);
export const EVENT_TRANSPARENCIES = defineEnum('EventTransparency', ['OPAQUE', 'TRANSPARENT']);
export const EVENT_TYPES = defineEnum('EventType', [
  'DEFAULT',
  'BIRTHDAY',
  'FOCUS_TIME',
  'FROM_GMAIL',
  'OUT_OF_OFFICE',
  'WORKING_LOCATION',
]);
export const GUEST_STATUSES = defineEnum('GuestStatus', ['INVITED', 'MAYBE', 'NO', 'OWNER', 'YES']);
export const VISIBILITIES = defineEnum('Visibility', ['CONFIDENTIAL', 'DEFAULT', 'PRIVATE', 'PUBLIC']);
export const MONTHS = defineEnum('Month', [
  'JANUARY',
  'FEBRUARY',
  'MARCH',
  'APRIL',
  'MAY',
  'JUNE',
  'JULY',
  'AUGUST',
  'SEPTEMBER',
  'OCTOBER',
  'NOVEMBER',
  'DECEMBER',
]);

/** @throws GoogleError for anything but a value of the enum */
export function enumName(holder: GoogleEnum, value: unknown): string {
  if (value instanceof GoogleEnumValue && holder._values[value.name()] === value) return value.name();
  throw new GoogleError(`Invalid argument: ${String(value)}`);
}

export function enumValue<T>(holder: GoogleEnum, name: string): T {
  return (holder._values[name] ?? null) as T;
}
