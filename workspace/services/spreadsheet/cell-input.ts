import * as numfmt from 'numfmt';
import { GoogleError } from '../../kernel/google-object.ts';
import { type CellStyle, type EngineLocale, engine } from './engine.ts';
import { formulaFromLocale, numfmtLocale } from './locale.ts';
import { GENERAL, isDateFormat, numberFormat, TEXT } from './number-format.ts';
import { msToSerial } from './serial-date.ts';

/** https://developers.google.com/workspace/sheets: characters in one cell. */
const MAX_CHARACTERS = 50_000;

/** What to write into the engine's cell. */
export interface CellInput {
  content: string;
  /** Google's format that the value brings along; absent: the cell keeps its own. */
  format?: string;
  /** Text that the engine would take for a formula even in a text cell: kept with a quote, outside its text format. */
  quotedText?: boolean;
}

/** How Sheets would take a value that is written to a cell. */
export interface InputPlace {
  /** The cell's present format, Google's spelling. */
  format: string;
  /** The engine's own, which a quoted text has taken away. */
  engineFormat: string | undefined;
  locale: EngineLocale;
  /** The spreadsheet's zone: a Date becomes what its clocks show. */
  timeZone: string;
}

/**
 * Reads a value the way Sheets does when a script or a person writes it: strings are parsed
 * for the spreadsheet's locale, unless the cell's format is plain text.
 *
 * @throws GoogleError for more than 50,000 characters
 */
export function readInput(value: unknown, place: InputPlace): CellInput {
  if (value === null || value === undefined || value === '') return { content: '' };
  if (typeof value === 'number') return { content: Number.isFinite(value) ? String(value) : '#NUM!' };
  if (typeof value === 'boolean') return { content: value ? 'TRUE' : 'FALSE' };
  if (value instanceof Date) return readDate(value, place);
  const text = String(value);
  if (text.length > MAX_CHARACTERS) {
    throw new GoogleError(
      `Your input contains more than the maximum of ${MAX_CHARACTERS} characters in a single cell.`,
    );
  }
  if (place.format === TEXT) return readPlainText(text, place.engineFormat);
  if (text.startsWith("'")) return { content: text };
  if (text.startsWith('=') && text.length > 1) return { content: formulaFromLocale(text, place.locale) };
  const number = readNumber(text, place.locale);
  if (number) {
    const input: CellInput = { content: number.content };
    if (number.format && place.format === GENERAL) input.format = number.format;
    return input;
  }
  if (text.startsWith('+') && text.length > 1) return { content: formulaFromLocale(`=${text.slice(1)}`, place.locale) };
  return { content: asLiteralText(text, place.locale) };
}

function readDate(date: Date, { format, locale, timeZone }: InputPlace): CellInput {
  const serial = msToSerial(date.getTime(), timeZone);
  const input: CellInput = { content: String(serial) };
  if (!isDateFormat(format)) {
    input.format = Number.isInteger(serial) ? locale.dateFormat : `${locale.dateFormat} ${locale.timeFormat}`;
  }
  return input;
}

function readPlainText(text: string, engineFormat: string | undefined): CellInput {
  // The engine would make a formula of it, whatever the format.
  if (text.startsWith('=')) return { content: `'${text}`, quotedText: true };
  return engineFormat === TEXT ? { content: text } : { content: text, format: TEXT };
}

/** Spaces between thousands: a hard one, a thin one, or the plain one that people type. */
const SPACED_THOUSANDS = /^[-+]?\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d+)?\s*[%₽]?$/;

function readNumber(text: string, locale: EngineLocale): { content: string; format?: string } | undefined {
  if (/^(true|false)$/i.test(text)) return { content: text.toUpperCase() };
  if (!/\d/.test(text) && !/^\p{L}+$/u.test(text)) return undefined;
  const compact = SPACED_THOUSANDS.test(text) ? text.replace(/[ \u00a0\u202f]/g, '') : text;
  const parsed = numfmt.parseValue(compact, { locale: numfmtLocale(locale) });
  if (!parsed || parsed.value === null) return undefined;
  if (typeof parsed.value === 'boolean') return { content: parsed.value ? 'TRUE' : 'FALSE' };
  if (typeof parsed.value !== 'number') return undefined;
  const format = formatOfTyped(text, parsed.formatId, locale);
  return format ? { content: String(parsed.value), format } : { content: String(parsed.value) };
}

/** The format that Sheets gives to a cell when such a number is typed in. */
function formatOfTyped(text: string, formatId: unknown, locale: EngineLocale): string | undefined {
  const format = formatId === undefined ? undefined : numfmt.getFormatFromId(formatId as number);
  if (text.includes('%')) return /[.,]/.test(text) ? '0.00%' : '0%';
  if (format && numfmt.isDateFormat(format)) {
    const hasTime = text.includes(':');
    const hasDate = /\d[./-]\d|\p{L}/u.test(text);
    if (hasTime && hasDate) return `${locale.dateFormat} ${locale.timeFormat}`;
    return hasTime ? locale.timeFormat : locale.dateFormat;
  }
  if (text.includes('₽')) return '#,##0.00 "₽"';
  if (/e/i.test(text)) return '0.00E+00';
  return undefined;
}

/** A quote before text that the engine, which reads numbers its own way, would not leave as text. */
function asLiteralText(text: string, locale: EngineLocale): string {
  const { isNumber, isDateTime } = engine.helpers;
  const taken = isNumber(text, engine.DEFAULT_LOCALE) || isDateTime(text, locale) || /^\s*(true|false)\s*$/i.test(text);
  return taken || text.startsWith('=') ? `'${text}` : text;
}

/** The style and format that make the engine's cell show Google's format. */
export function formatForEngine(
  google: string,
  style: CellStyle | undefined,
  quotedText = false,
): { format: string; style: CellStyle | null } {
  const format = quotedText ? { google, engine: '' } : numberFormat(google);
  const { numberFormat: _, ...rest } = style ?? {};
  const plain = format.google === format.engine || (format.engine === '' && format.google === GENERAL);
  const next: CellStyle = plain ? rest : { ...rest, numberFormat: format };
  return { format: format.engine, style: Object.keys(next).length > 0 ? next : null };
}

/** Google's format of a cell. The page may have changed the engine's since: then that one holds. */
export function formatOfCell(cell: { format?: string; style?: CellStyle } | undefined, valueFormat?: string): string {
  const kept = cell?.style?.numberFormat;
  if (kept && kept.engine === (cell?.format ?? '')) return kept.google;
  return cell?.format || valueFormat || GENERAL;
}
