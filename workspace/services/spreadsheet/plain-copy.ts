/**
 * A copy of plain JSON. The engine takes only objects whose constructor is the realm's own
 * `Object`; those of `structuredClone` are not, where the code runs in a `vm` context.
 */
export function plainCopy<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
