import { type GoogleEnum, type GoogleEnumValue, GoogleError, signatureError } from '../../kernel/google-object.ts';

/**
 * Arguments as Apps Script takes them: a number or a boolean stands for its text, null for
 * no text; anything else that does not fit is refused with Google's words.
 *
 * @param method as Google names it: 'FormApp.Form.setTitle'
 */
export function textArgument(method: string, value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === null) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw signatureError(method, [value]);
}

export function booleanArgument(method: string, value: unknown): boolean {
  if (typeof value !== 'boolean') throw signatureError(method, [value]);
  return value;
}

/** Whole numbers only: Apps Script drops what is behind the point. */
export function integerArgument(method: string, value: unknown): number {
  return Math.trunc(numberArgument(method, value));
}

export function numberArgument(method: string, value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw signatureError(method, [value]);
  return value;
}

/** @throws GoogleError when there is no value: Google takes no empty list of choices, rows or columns */
export function textsArgument(method: string, name: string, values: unknown): string[] {
  if (!Array.isArray(values)) throw signatureError(method, [values]);
  if (values.length === 0) throw new GoogleError(`Array is empty: ${name}`);
  return values.map((value) => textArgument(method, value));
}

export function enumArgument<Names extends string>(method: string, type: GoogleEnum<Names>, value: unknown): Names {
  const names = Object.keys(type._values) as Names[];
  const name = names.find((candidate) => (type._of(candidate) as GoogleEnumValue) === value);
  if (name === undefined) throw signatureError(method, [value]);
  return name;
}
