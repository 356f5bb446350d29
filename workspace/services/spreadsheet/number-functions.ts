import type { Engine, EngineLocale, EvalContext, FunctionDescription, FunctionResult } from './engine.ts';

type Helpers = Pick<Engine['helpers'], 'arg' | 'toString' | 'toNumber'>;
type Cell = FunctionResult | undefined;

const OUT_OF_DOMAIN: FunctionResult = { value: '#NUM!' };
const LIST = ['values (number, range<number>, repeating)'];

/** The largest whole number that a double holds: past it Sheets gives an error rather than a wrong digit. */
const MOST = Number.MAX_SAFE_INTEGER;

/**
 * Functions of numbers that the engine lacks.
 *
 * @source https://support.google.com/docs/table/25273
 */
export function numberFunctions({ arg, toNumber, toString }: Helpers): Record<string, FunctionDescription> {
  const locale = (context: EvalContext): EngineLocale => context.locale;
  /** Of single numbers; the engine calls it cell by cell where a range is given. */
  const ofNumbers = (
    description: string,
    names: readonly string[],
    compute: (...values: number[]) => number | FunctionResult,
  ): FunctionDescription => ({
    description,
    args: names.map((name) => arg(`${name} (number)`, name)),
    compute(this: EvalContext, ...cells: Cell[]) {
      return finite(compute(...cells.map((cell) => toNumber(cell, locale(this)))));
    },
    isExported: true,
  });
  /** Of all numbers in the cells given; text and empty cells of a range are passed over, as in SUM. */
  const ofList = (
    description: string,
    compute: (values: number[]) => number | FunctionResult,
  ): FunctionDescription => ({
    description,
    args: LIST.map((each) => arg(each, 'values')),
    compute(this: EvalContext, ...given: (Cell | Cell[][])[]) {
      const values: number[] = [];
      for (const each of given) {
        if (!Array.isArray(each)) {
          values.push(toNumber(each, locale(this)));
          continue;
        }
        for (const cell of each.flat()) {
          const value = cell?.value;
          if (typeof value === 'number') values.push(value);
          // An error in a cell is the result, as everywhere.
          else if (typeof value === 'string' && /^#[A-Z/0?!]+$/.test(value)) return cell;
        }
      }
      return finite(compute(values));
    },
    isExported: true,
  });
  /** @param base 2, 8, 16 */
  const toDecimal = (base: number, digits: RegExp): FunctionDescription => ({
    description: `A number written in base ${base}, as a decimal one; ten digits, the first of which is the sign.`,
    args: [arg('signed_number (string)', 'signed_number')],
    compute(cell: Cell) {
      const written = toString(cell);
      if (!digits.test(written) || written.length > 10) return OUT_OF_DOMAIN;
      const value = Number.parseInt(written || '0', base);
      return value >= base ** 10 / 2 ? value - base ** 10 : value;
    },
    isExported: true,
  });
  /** @param base 2, 8, 16 */
  const fromDecimal = (base: number): FunctionDescription =>
    ofNumbers(`A whole number written in base ${base}; a negative one in ten digits.`, ['decimal_number'], (given) => {
      const value = Math.trunc(given);
      const half = base ** 10 / 2;
      if (value < -half || value >= half) return OUT_OF_DOMAIN;
      return { value: (value < 0 ? value + 2 * half : value).toString(base).toUpperCase() };
    });

  return {
    SIGN: ofNumbers('-1, 0 or 1.', ['value'], Math.sign),
    EVEN: ofNumbers('The next even number, away from zero.', ['value'], (value) => {
      return Math.sign(value) * Math.ceil(Math.abs(value) / 2) * 2;
    }),
    FACT: ofNumbers('The factorial.', ['value'], factorial),
    COMBIN: ofNumbers('Ways to choose k of n.', ['n', 'k'], (n, k) => combinations(Math.trunc(n), Math.trunc(k))),
    PERMUT: ofNumbers('Ways to choose and order k of n.', ['n', 'k'], (given, chosen) => {
      const [n, k] = [Math.trunc(given), Math.trunc(chosen)];
      if (n < 0 || k < 0 || k > n) return OUT_OF_DOMAIN;
      let ways = 1;
      for (let factor = n - k + 1; factor <= n; factor += 1) ways *= factor;
      return ways;
    }),
    QUOTIENT: ofNumbers('A quotient without its remainder.', ['dividend', 'divisor'], (dividend, divisor) => {
      return divisor === 0 ? { value: '#DIV/0!' } : Math.trunc(dividend / divisor);
    }),
    RADIANS: ofNumbers('Degrees as radians.', ['angle'], (angle) => (angle * Math.PI) / 180),
    SQRTPI: ofNumbers('The root of a number times π.', ['value'], (value) => {
      return value < 0 ? OUT_OF_DOMAIN : Math.sqrt(value * Math.PI);
    }),
    STANDARDIZE: ofNumbers('How many deviations from the mean.', ['value', 'mean', 'deviation'], (value, mean, sd) => {
      return sd <= 0 ? OUT_OF_DOMAIN : (value - mean) / sd;
    }),
    GCD: ofList('The greatest common divisor.', (values) => wholes(values, (all) => all.reduce(divisor, 0))),
    LCM: ofList('The least common multiple.', (values) =>
      wholes(values, (all) => all.reduce((a, b) => (a === 0 || b === 0 ? 0 : (a / divisor(a, b)) * b), 1)),
    ),
    SUMSQ: ofList('The sum of squares.', (values) => values.reduce((sum, value) => sum + value * value, 0)),
    DEVSQ: ofList('The sum of squares of deviations from the mean.', (values) => {
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      return values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    }),
    GEOMEAN: ofList('The geometric mean.', (values) => {
      if (values.length === 0 || values.some((value) => value <= 0)) return OUT_OF_DOMAIN;
      return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
    }),
    HARMEAN: ofList('The harmonic mean.', (values) => {
      if (values.length === 0 || values.some((value) => value <= 0)) return OUT_OF_DOMAIN;
      return values.length / values.reduce((sum, value) => sum + 1 / value, 0);
    }),
    BIN2DEC: toDecimal(2, /^[01]*$/),
    OCT2DEC: toDecimal(8, /^[0-7]*$/),
    HEX2DEC: toDecimal(16, /^[\da-f]*$/i),
    DEC2BIN: fromDecimal(2),
    DEC2OCT: fromDecimal(8),
    DEC2HEX: fromDecimal(16),
  };
}

function finite(result: number | FunctionResult): number | FunctionResult {
  return typeof result === 'number' && !Number.isFinite(result) ? OUT_OF_DOMAIN : result;
}

function wholes(values: readonly number[], compute: (values: number[]) => number): number | FunctionResult {
  const all = values.map(Math.trunc);
  if (all.some((value) => value < 0 || value > MOST)) return OUT_OF_DOMAIN;
  const result = compute(all);
  return result > MOST ? OUT_OF_DOMAIN : result;
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}

function factorial(given: number): number | FunctionResult {
  const value = Math.trunc(given);
  if (value < 0) return OUT_OF_DOMAIN;
  let product = 1;
  for (let factor = 2; factor <= value && Number.isFinite(product); factor += 1) product *= factor;
  return product;
}

function combinations(n: number, k: number): number | FunctionResult {
  if (n < 0 || k < 0 || k > n) return OUT_OF_DOMAIN;
  let ways = 1;
  // Each step is a whole number: a product of i neighbours is divisible by i.
  for (let step = 1; step <= Math.min(k, n - k); step += 1) ways = (ways * (n - step + 1)) / step;
  return Math.round(ways);
}
