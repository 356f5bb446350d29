import { GoogleError } from '../../kernel/google-object.ts';

/**
 * sprintf, as Utilities.formatString has it: `%s %d %i %f %e %g %x %X %o %c %%` with flags
 * `- + 0 space`, width and precision, and arguments by number (`%2$s`).
 * @throws GoogleError where an argument is absent
 */
export function formatString(template: string, args: readonly unknown[]): string {
  let next = 0;
  return template.replace(
    /%(?:(\d+)\$)?([-+0 ]*)(\d+)?(?:\.(\d+))?([sdifeEgGxXoc%])/g,
    (
      _,
      position: string | undefined,
      flags: string,
      width: string | undefined,
      precision: string | undefined,
      kind: string,
    ) => {
      if (kind === '%') return '%';
      const index = position === undefined ? next++ : Number(position) - 1;
      if (index >= args.length) throw new GoogleError(`Format specifier '%${kind}' has no argument.`);
      const digits = precision === undefined ? undefined : Number(precision);
      const text = converted(kind, args[index], digits, flags);
      return aligned(text, Number(width ?? 0), flags, kind);
    },
  );
}

function converted(kind: string, value: unknown, precision: number | undefined, flags: string): string {
  if (kind === 's') return String(value).slice(0, precision);
  if (kind === 'c') return typeof value === 'number' ? String.fromCharCode(value) : String(value).charAt(0);
  const number = Number(value);
  if (kind === 'x') return Math.trunc(number).toString(16);
  if (kind === 'X') return Math.trunc(number).toString(16).toUpperCase();
  if (kind === 'o') return Math.trunc(number).toString(8);
  const sign = number < 0 ? '-' : flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : '';
  return sign + magnitude(kind, Math.abs(number), precision);
}

function magnitude(kind: string, number: number, precision: number | undefined): string {
  if (kind === 'd' || kind === 'i') return String(Math.trunc(number));
  if (kind === 'f') return number.toFixed(precision ?? 6);
  if (kind === 'g' || kind === 'G') return String(Number(number.toPrecision(precision || 6)));
  const text = number.toExponential(precision ?? 6).replace(/e([+-])(\d)$/, 'e$10$2');
  return kind === 'E' ? text.toUpperCase() : text;
}

function aligned(text: string, width: number, flags: string, kind: string): string {
  if (flags.includes('-')) return text.padEnd(width);
  if (!flags.includes('0') || kind === 's' || kind === 'c') return text.padStart(width);
  const [, sign = '', rest = ''] = /^([-+ ]?)(.*)$/.exec(text) ?? [];
  return sign + rest.padStart(width - sign.length, '0');
}
