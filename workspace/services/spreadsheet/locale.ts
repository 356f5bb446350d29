import * as numfmt from 'numfmt';
import { type EngineLocale, engine } from './engine.ts';

/**
 * Locales of a spreadsheet by Google's code. The engine brings three; the formats are those
 * Sheets applies to a date or a time that is typed in.
 */
const LOCALES: Record<string, EngineLocale> = {
  en_US: {
    name: 'English (US)',
    code: 'en_US',
    thousandsSeparator: ',',
    decimalSeparator: '.',
    weekStart: 7,
    dateFormat: 'm/d/yyyy',
    timeFormat: 'hh:mm:ss',
    formulaArgSeparator: ',',
  },
  en_GB: {
    name: 'English (UK)',
    code: 'en_GB',
    thousandsSeparator: ',',
    decimalSeparator: '.',
    weekStart: 1,
    dateFormat: 'dd/mm/yyyy',
    timeFormat: 'hh:mm:ss',
    formulaArgSeparator: ',',
  },
  ru_RU: {
    name: 'Русский',
    code: 'ru_RU',
    thousandsSeparator: '\u00a0',
    decimalSeparator: ',',
    weekStart: 1,
    dateFormat: 'dd.mm.yyyy',
    timeFormat: 'hh:mm:ss',
    formulaArgSeparator: ';',
  },
  de_DE: {
    name: 'Deutsch',
    code: 'de_DE',
    thousandsSeparator: '.',
    decimalSeparator: ',',
    weekStart: 1,
    dateFormat: 'dd.mm.yyyy',
    timeFormat: 'hh:mm:ss',
    formulaArgSeparator: ';',
  },
  fr_FR: {
    name: 'Français',
    code: 'fr_FR',
    thousandsSeparator: '\u202f',
    decimalSeparator: ',',
    weekStart: 1,
    dateFormat: 'dd/mm/yyyy',
    timeFormat: 'hh:mm:ss',
    formulaArgSeparator: ';',
  },
};

/** Code by language alone, as Google completes it: `ru` → `ru_RU`. */
const BY_LANGUAGE: Record<string, string> = { en: 'en_US', ru: 'ru_RU', de: 'de_DE', fr: 'fr_FR' };

/** @param code 'ru', 'ru_RU', 'en-GB' */
export function findLocale(code: string): EngineLocale | undefined {
  const normal = code.replace('-', '_');
  return LOCALES[normal] ?? LOCALES[BY_LANGUAGE[normal.split('_')[0]!] ?? ''];
}

let russianMonthsSet = false;

/** How numfmt calls a locale. Russian months stand in the genitive beside a day, as in Sheets: «15 марта 2026». */
export function numfmtLocale(locale: EngineLocale): string {
  if (!russianMonthsSet) {
    russianMonthsSet = true;
    numfmt.addLocale(
      {
        ...(numfmt.getLocale('ru') as object),
        mmmm: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' ') as never,
        mmm: 'янв. февр. мар. апр. мая июн. июл. авг. сент. окт. нояб. дек.'.split(' ') as never,
        dddd: 'воскресенье понедельник вторник среда четверг пятница суббота'.split(' ') as never,
        ddd: 'вс пн вт ср чт пт сб'.split(' ') as never,
      },
      'ru',
    );
  }
  return locale.code.startsWith('en') ? locale.code.replace('_', '-') : locale.code.split('_')[0]!;
}

/** A formula as a person or a script writes it in this locale → with commas and points, as the engine keeps it. */
export function formulaFromLocale(formula: string, locale: EngineLocale): string {
  // Sheets takes semicolons as separators in every locale.
  if (locale.formulaArgSeparator !== ';') return rewritten(formula, engine.DEFAULT_LOCALE, engine.DEFAULT_LOCALE);
  return rewritten(formula, locale, engine.DEFAULT_LOCALE);
}

/** The formula as this locale shows it. */
export function formulaInLocale(formula: string, locale: EngineLocale): string {
  return locale.formulaArgSeparator === ';' ? rewritten(formula, engine.DEFAULT_LOCALE, locale) : formula;
}

function rewritten(formula: string, from: EngineLocale, to: EngineLocale): string {
  const open: string[] = [];
  let result = '';
  for (const { type, value } of engine.tokenize(formula, from)) {
    if (value === '{' || value === '(') open.push(value);
    if (value === '}' || value === ')') open.pop();
    if (type === 'NUMBER') result += value.replace(from.decimalSeparator, to.decimalSeparator);
    else if (type === 'ARG_SEPARATOR' || type === 'ARRAY_ROW_SEPARATOR') {
      result += open.at(-1) === '{' ? arraySeparator(value, from, to) : to.formulaArgSeparator;
    } else result += value;
  }
  return result;
}

/** In an array Sheets parts columns by a comma and rows by a semicolon; where the comma is decimal, columns by a backslash. */
function arraySeparator(separator: string, from: EngineLocale, to: EngineLocale): string {
  const columns = (locale: EngineLocale) => (locale.formulaArgSeparator === ';' ? '\\' : ',');
  return separator === columns(from) ? columns(to) : ';';
}
