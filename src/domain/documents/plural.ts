/**
 * The form of a Russian noun that goes with a number: 1 день, 2 дня, 5 дней, 11 дней, 21 день.
 *
 * @param n whole, not negative
 */
export function plural(n: number, one: string, few: string, many: string): string {
  const tens = n % 100;
  if (tens > 10 && tens < 20) return many;
  return n % 10 === 1 ? one : n % 10 > 1 && n % 10 < 5 ? few : many;
}
