/**
 * Decimal-safe arithmetic on points.
 *
 * 83.35 is stored as 83.349999999999994; a person rounds it to 83.4. So a number is first read
 * as the shortest decimal that its 13 significant digits give, and that decimal is rounded.
 * A score built of fewer than a dozen fractions is exact to about 1e-13, and two different
 * fractions of counts below 10,000 differ by more than 1e-10, so a tie is taken for a tie
 * and nothing else is.
 */
const SIGNIFICANT_DIGITS = 13;

function asPersonReads(value: number): number {
  return Number(value.toPrecision(SIGNIFICANT_DIGITS));
}

/** value × 10^digits, through decimal text, so that 1.005 × 100 is 100.5. */
function shifted(value: number, digits: number): number {
  const [mantissa, exponent = '0'] = asPersonReads(value).toString().split('e');
  return Number(`${mantissa}e${Number(exponent) + digits}`);
}

const back = (whole: number, digits: number): number => Number(`${whole}e${-digits}`);

/** Nearest; a half goes up: 83.35 → 83.4 at one digit. For values ≥ 0. */
export function roundHalfUp(value: number, digits: number): number {
  return back(Math.round(shifted(value, digits)), digits);
}

/** Nearest; a half goes down: 74.5 → 74 at no digits. For values ≥ 0. */
export function roundHalfDown(value: number, digits: number): number {
  return back(Math.ceil(shifted(value, digits) - 0.5), digits);
}

/** Drops the fraction: 99.5 → 99. For values ≥ 0. */
export function roundDown(value: number, digits: number): number {
  return back(Math.floor(shifted(value, digits)), digits);
}

/** Removes the noise of binary fractions: 83.30000000000001 → 83.3. */
export function withoutNoise(value: number): number {
  return Number(value.toPrecision(14));
}

/** Whether two scores are the same for a reader: ties share a rank. */
export function sameScore(a: number, b: number): boolean {
  return Math.abs(a - b) < 1e-9;
}
