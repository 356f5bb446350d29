/**
 * Which of many findings stand when the chance of even one false among them is to stay below
 * 1 − level. Each on its own is looser: of twenty without any change one would still seem found.
 *
 * @param chances how often chance alone would give such a finding, one each
 * @returns in the same order, whether it stands
 * @source S. Holm, Scandinavian Journal of Statistics 6 (1979), 65–70
 */
export function standAfterHolm(chances: readonly number[], level: number): boolean[] {
  const stands = chances.map(() => false);
  const order = chances.map((_, at) => at).sort((a, b) => chances[a]! - chances[b]!);
  for (let step = 0; step < order.length; step += 1) {
    if (chances[order[step]!]! > (1 - level) / (order.length - step)) break;
    stands[order[step]!] = true;
  }
  return stands;
}
