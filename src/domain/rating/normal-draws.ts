/** Repeatable standard normal draws: the same data give the same report. */

/** Any fixed number does; changing it changes published rank sets within their random error. */
const SEED = 344;

/** mulberry32: 32 bits of state, enough for some 10⁶ draws. Uniform on (0, 1). */
function uniform(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (((mixed ^ (mixed >>> 14)) >>> 0) + 0.5) / 4294967296;
  };
}

/** `count` draws by Box and Muller. */
export function normalDraws(count: number): Float64Array {
  const next = uniform(SEED);
  const draws = new Float64Array(count + 1);
  for (let at = 0; at < count; at += 2) {
    const radius = Math.sqrt(-2 * Math.log(next()));
    const angle = 2 * Math.PI * next();
    draws[at] = radius * Math.cos(angle);
    draws[at + 1] = radius * Math.sin(angle);
  }
  return draws.subarray(0, count);
}
