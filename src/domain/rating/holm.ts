/**
 * Which of many findings stand when the chance of even one false among them is to stay below
 * 1 − level. Each on its own is looser: of twenty without any change one would still seem found.
 * At each step those that pass at the level shared among the ones still open are let through.
 *
 * @param count of comparisons
 * @param isFound whether a comparison on its own is a finding at a confidence level; what is
 *   found at a level is found at each lower one
 * @returns for each, whether it stands
 * @source S. Holm, Scandinavian Journal of Statistics 6 (1979), 65–70
 */
export function standAfterHolm(
  count: number,
  isFound: (at: number, level: number) => boolean,
  level: number,
): boolean[] {
  let open = Array.from({ length: count }, (_, at) => at);
  const stands = open.map(() => false);
  for (let before = -1; before !== open.length && open.length > 0; ) {
    before = open.length;
    const shared = 1 - (1 - level) / open.length;
    const found = open.filter((at) => isFound(at, shared));
    for (const at of found) stands[at] = true;
    open = open.filter((at) => found.indexOf(at) < 0);
  }
  return stands;
}
