import { RUSSIAN_TERMS } from './russian-terms.ts';
import type { Spreadsheets } from './spreadsheet-globals.ts';

export const RUSSIAN_LOCALE = {
  name: 'Русский',
  code: 'ru_RU',
  thousandsSeparator: ' ',
  decimalSeparator: ',',
  weekStart: 1,
  dateFormat: 'dd.mm.yyyy',
  timeFormat: 'hh:mm:ss',
  formulaArgSeparator: ';',
};

/**
 * Makes the engine speak Russian; what the dictionary lacks (help on rare functions) stays
 * English. Must be called before the first model is made.
 *
 * @returns the translation, for the texts that stand in the templates
 */
export function speakRussian(spreadsheets: Spreadsheets): (text: string) => string {
  const translate = (text: string): string => RUSSIAN_TERMS[text] ?? text;
  spreadsheets.setTranslationMethod((text, ...values) => fill(translate(text), values));
  return translate;
}

/** Places are written `%s` or `%(name)s`, as in the engine's own texts. */
function fill(text: string, values: readonly unknown[]): string {
  const [first] = values;
  if (values.length === 1 && typeof first === 'object' && first !== null && !(first instanceof String)) {
    return text.replace(/%\((\w+)\)s/g, (_, name: string) => String((first as Record<string, unknown>)[name]));
  }
  const left = [...values];
  return text.replace(/%s/g, () => String(left.shift() ?? ''));
}
