import * as numfmt from 'numfmt';
import { type EngineLocale, engine } from './engine.ts';
import { numfmtLocale } from './locale.ts';

/** What Sheets answers for a cell whose format nobody has set. */
export const GENERAL = 'General';
/** Plain text: what is written to such a cell stays text, a formula too. */
export const TEXT = '@';

/** Both spellings of one format. */
export interface NumberFormat {
  google: string;
  /** '' for the engine's automatic format. */
  engine: string;
}

const known = new Map<string, NumberFormat>();

/**
 * Finds the engine's nearest format for Google's. Its language knows no colours, conditions,
 * capital letters or bare words; they are dropped, put in small letters, quoted. What is shown
 * to scripts (`getDisplayValues`) is always made from Google's own.
 */
export function numberFormat(google: string): NumberFormat {
  let format = known.get(google);
  if (!format) {
    format = { google, engine: nearestEngineFormat(google) };
    known.set(google, format);
  }
  return format;
}

function nearestEngineFormat(google: string): string {
  if (google === '' || google.toLowerCase() === 'general' || !numfmt.isValidFormat(google)) return '';
  if (engineAccepts(google)) return google;
  const written = numfmt.tokenize(google).map(engineToken).join('');
  if (engineAccepts(written)) return written;
  const firstPart = written.split(';')[0]!;
  if (engineAccepts(firstPart)) return firstPart;
  return numfmt.isDateFormat(google) ? 'yyyy-mm-dd hh:mm:ss' : '0.###';
}

function engineToken(token: { type: string; raw: string; value: unknown }): string {
  switch (token.type) {
    case numfmt.TOKEN_COLOR:
    case numfmt.TOKEN_CONDITION:
    case numfmt.TOKEN_MODIFIER:
    case numfmt.TOKEN_LOCALE:
      return '';
    case numfmt.TOKEN_GENERAL:
      return '0.#########';
    case numfmt.TOKEN_DATETIME:
      return token.raw.toLowerCase();
    case numfmt.TOKEN_DURATION:
      return 'hhhh';
    case numfmt.TOKEN_AMPM:
      return 'a';
    case numfmt.TOKEN_EXP:
      return 'e';
    case numfmt.TOKEN_QMARK:
      return '#';
    case numfmt.TOKEN_SKIP:
      return ' ';
    case numfmt.TOKEN_CHAR:
    case numfmt.TOKEN_STRING:
    case numfmt.TOKEN_ESCAPED:
      return `"${String(token.value).replaceAll('"', '')}"`;
    default:
      return token.raw;
  }
}

function engineAccepts(format: string): boolean {
  try {
    engine.helpers.parseFormat(format);
    // It reads some formats only when a value is there.
    engine.helpers.formatValue(45_000.5, { format, locale: engine.DEFAULT_LOCALE });
    return true;
  } catch {
    return false;
  }
}

/** Does the format show a number as a date, a time or a duration? Then scripts get a Date. */
export function isDateFormat(google: string): boolean {
  return google !== GENERAL && google !== '' && numfmt.isDateFormat(google);
}

/** A value as the cell shows it. */
export function display(value: string | number | boolean | null, google: string, locale: EngineLocale): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  // Most cells: text that no format says anything about.
  if (typeof value === 'string' && (google === TEXT || google === GENERAL || google === '')) return value;
  const format = google === '' || !numfmt.isValidFormat(google) ? GENERAL : google;
  // Google keeps ten significant digits in its automatic format; numfmt eleven characters.
  const shown = format === GENERAL && typeof value === 'number' ? Number(value.toPrecision(10)) : value;
  return numfmt.format(format, shown, { locale: numfmtLocale(locale), throws: false });
}
