import { GoogleError, GoogleObject } from '../../kernel/google-object.ts';
import { quotedSheetName, zoneToA1 } from './a1.ts';
import type { Book } from './book.ts';
import { formulaFromLocale } from './locale.ts';
import type { Range } from './range.ts';
import { msToSerial } from './serial-date.ts';

/** Google's criterion → the engine's. The same words serve validation and conditional formats. */
export const ENGINE_CRITERIA: Record<string, string> = {
  CELL_EMPTY: 'isEmpty',
  CELL_NOT_EMPTY: 'isNotEmpty',
  DATE_AFTER: 'dateIsAfter',
  DATE_BEFORE: 'dateIsBefore',
  DATE_BETWEEN: 'dateIsBetween',
  DATE_EQUAL_TO: 'dateIs',
  DATE_IS_VALID_DATE: 'dateIsValid',
  DATE_NOT_BETWEEN: 'dateIsNotBetween',
  DATE_ON_OR_AFTER: 'dateIsOnOrAfter',
  DATE_ON_OR_BEFORE: 'dateIsOnOrBefore',
  DATE_AFTER_RELATIVE: 'dateIsAfter',
  DATE_BEFORE_RELATIVE: 'dateIsBefore',
  DATE_EQUAL_TO_RELATIVE: 'dateIs',
  NUMBER_BETWEEN: 'isBetween',
  NUMBER_EQUAL_TO: 'isEqual',
  NUMBER_GREATER_THAN: 'isGreaterThan',
  NUMBER_GREATER_THAN_OR_EQUAL_TO: 'isGreaterOrEqualTo',
  NUMBER_LESS_THAN: 'isLessThan',
  NUMBER_LESS_THAN_OR_EQUAL_TO: 'isLessOrEqualTo',
  NUMBER_NOT_BETWEEN: 'isNotBetween',
  NUMBER_NOT_EQUAL_TO: 'isNotEqual',
  TEXT_CONTAINS: 'containsText',
  TEXT_DOES_NOT_CONTAIN: 'notContainsText',
  TEXT_EQUAL_TO: 'isEqualText',
  TEXT_STARTS_WITH: 'beginsWithText',
  TEXT_ENDS_WITH: 'endsWithText',
  TEXT_IS_VALID_EMAIL: 'isEmail',
  TEXT_IS_VALID_URL: 'isLink',
  VALUE_IN_LIST: 'isValueInList',
  VALUE_IN_RANGE: 'isValueInRange',
  CUSTOM_FORMULA: 'customFormula',
  CHECKBOX: 'isBoolean',
};

/** The engine's criterion → Google's, for rules that a person made in the page. */
export function googleCriterion(engineType: string): string | undefined {
  return Object.keys(ENGINE_CRITERIA).find((name) => ENGINE_CRITERIA[name] === engineType);
}

/** A criterion's argument as it is kept in JSON. */
export type KeptArgument =
  | string
  | number
  | boolean
  | { date: number }
  | { range: string }
  | { relative: string }
  | string[];

export function keptArgument(value: unknown): KeptArgument {
  if (value instanceof Date) return { date: value.getTime() };
  if (value instanceof GoogleObject && value._className === 'Range') {
    const { _sheet: sheet, _zone: zone } = value as Range;
    return { range: `${quotedSheetName(sheet.getName())}!${zoneToA1(zone)}` };
  }
  if (Array.isArray(value)) return value.map(String);
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  throw new GoogleError('Invalid argument');
}

/** An argument in the engine's rule: always text. Dates are serial numbers of the spreadsheet's zone. */
export function engineArgument(argument: KeptArgument, book: Book): string {
  if (typeof argument === 'object' && 'date' in argument)
    return String(Math.floor(msToSerial(argument.date, book.timeZone)));
  if (typeof argument === 'object' && 'range' in argument) return argument.range;
  if (typeof argument === 'boolean') return argument ? 'TRUE' : 'FALSE';
  const text = String(argument);
  return text.startsWith('=') ? formulaFromLocale(text, book.locale) : text;
}
