import type { Engine, EngineLocale, EvalContext, FunctionDescription, FunctionResult } from './engine.ts';

type Helpers = Pick<Engine['helpers'], 'arg' | 'toString' | 'toNumber'>;
type Cell = FunctionResult | undefined;

/** Serial date of 1970-01-01. */
const UNIX_EPOCH_SERIAL = 25_569;
const DAY_MS = 86_400_000;

/**
 * Everyday functions of Sheets that the engine lacks and that need nothing but their
 * arguments. The engine itself calls them cell by cell where a range is given.
 *
 * @source https://support.google.com/docs/table/25273
 */
export function plainFunctions(helpers: Helpers): Record<string, FunctionDescription> {
  const { arg, toString: text, toNumber: number } = helpers;
  const described = (
    description: string,
    args: string[],
    compute: (this: EvalContext, ...cells: never[]) => unknown,
    isExported = true,
  ): FunctionDescription => ({ description, args: args.map((name) => arg(name, name)), compute, isExported });
  const locale = (context: EvalContext): EngineLocale => context.locale;
  const regular = (source: Cell, flags = 'u'): RegExp => {
    // Sheets speaks RE2, which writes flags at the beginning.
    const written = text(source);
    const insensitive = written.startsWith('(?i)');
    return new RegExp(insensitive ? written.slice(4) : written, insensitive ? `${flags}i` : flags);
  };

  return {
    REGEXMATCH: described(
      'Whether a text matches a regular expression.',
      ['text (string)', 'regular_expression (string)'],
      (source: Cell, pattern: Cell) => regular(pattern).test(text(source)),
      false,
    ),
    REGEXEXTRACT: described(
      'The first match of a regular expression, or its groups.',
      ['text (string)', 'regular_expression (string)'],
      (source: Cell, pattern: Cell) => {
        const found = regular(pattern).exec(text(source));
        if (!found) return { value: '#N/A', message: 'The text does not match.' };
        return found.length > 1 ? found.slice(1).map((group) => [{ value: group ?? '' }]) : found[0];
      },
      false,
    ),
    REGEXREPLACE: described(
      'A text with what matches replaced.',
      ['text (string)', 'regular_expression (string)', 'replacement (string)'],
      (source: Cell, pattern: Cell, replacement: Cell) =>
        text(source).replace(regular(pattern, 'gu'), text(replacement)),
      false,
    ),
    REPT: described(
      'A text repeated.',
      ['text_to_repeat (string)', 'number_of_repetitions (number)'],
      function (this: EvalContext, source: Cell, times: Cell) {
        const count = Math.trunc(number(times, locale(this)));
        return count < 0 ? { value: '#VALUE!' } : text(source).repeat(count);
      },
    ),
    CODE: described('Code of the first character.', ['string (string)'], (source: Cell) => firstCode(text(source))),
    UNICODE: described('Code of the first character.', ['text (string)'], (source: Cell) => firstCode(text(source))),
    UNICHAR: described('The character with a code.', ['number (number)'], function (this: EvalContext, code: Cell) {
      return String.fromCodePoint(Math.trunc(number(code, locale(this))));
    }),
    T: described('A text, or nothing for other values.', ['value (any)'], (cell: Cell) =>
      typeof cell?.value === 'string' ? cell : '',
    ),
    N: described('A number, or 0 for text.', ['value (any)'], (cell: Cell) => {
      if (typeof cell?.value === 'boolean') return Number(cell.value);
      return typeof cell?.value === 'number' ? cell.value : 0;
    }),
    ISEMAIL: described(
      'Whether a text is an e-mail address.',
      ['value (any)'],
      (cell: Cell) => /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(text(cell)),
      false,
    ),
    ISURL: described(
      'Whether a text is an address of a page.',
      ['value (any)'],
      (cell: Cell) => /^(?:(?:https?|ftp):\/\/)?[\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?$/i.test(text(cell)),
      false,
    ),
    TO_TEXT: described('A value as text.', ['value (any)'], (cell: Cell) => text(cell), false),
    TO_PURE_NUMBER: described(
      'A number without a format.',
      ['value (any)'],
      (cell: Cell) => (typeof cell?.value === 'number' ? { value: cell.value, format: '0.##########' } : cell),
      false,
    ),
    TO_PERCENT: described(
      'A number as a percentage.',
      ['value (any)'],
      (cell: Cell) => (typeof cell?.value === 'number' ? { value: cell.value, format: '0.00%' } : cell),
      false,
    ),
    TO_DATE: described(
      'A number as a date.',
      ['value (any)'],
      function (this: EvalContext, cell: Cell) {
        if (typeof cell?.value !== 'number') return cell;
        return { value: cell.value, format: locale(this).dateFormat };
      },
      false,
    ),
    EPOCHTODATE: described(
      'A date from seconds since 1970, UTC.',
      ['timestamp (number)', 'unit (number, default=1)'],
      function (this: EvalContext, timestamp: Cell, unit: Cell = { value: 1 }) {
        const unitMs = { 1: 1000, 2: 1, 3: 0.001 }[number(unit, locale(this))];
        if (unitMs === undefined) return { value: '#NUM!' };
        const { dateFormat, timeFormat } = locale(this);
        const serial = (number(timestamp, locale(this)) * unitMs) / DAY_MS + UNIX_EPOCH_SERIAL;
        return { value: serial, format: `${dateFormat} ${timeFormat}` };
      },
      false,
    ),
    MROUND: described(
      'A number rounded to a multiple.',
      ['value (number)', 'factor (number)'],
      function (this: EvalContext, value: Cell, factor: Cell) {
        const [wanted, step] = [number(value, locale(this)), number(factor, locale(this))];
        if (step === 0) return 0;
        return wanted * step < 0 ? { value: '#NUM!' } : Math.round(wanted / step) * step;
      },
    ),
    ENCODEURL: described('A text fit for an address.', ['text (string)'], (source: Cell) =>
      encodeURIComponent(text(source)),
    ),
  };
}

function firstCode(text: string): number | FunctionResult {
  return text.codePointAt(0) ?? { value: '#VALUE!' };
}
