/** What can be worked out from sums that are published: unknowns that linear equations fix. */

/** Unknown → its coefficient. The right-hand side is known and does not matter. */
export type Equation = ReadonlyMap<number, number>;

/** Coefficients are counts and weights of very different sizes, so rows are scaled before they are compared with this. */
const NOTHING = 1e-9;

/**
 * @param unknowns how many there are; equations name them from 0
 * @returns those whose value follows from the equations
 */
export function determined(equations: readonly Equation[], unknowns: number): number[] {
  const rows = equations.map((equation) => scaled(Array.from({ length: unknowns }, (_, at) => equation.get(at) ?? 0)));
  // Gauss and Jordan: a row that is left with one unknown gives it away, and no other row does.
  let done = 0;
  for (let column = 0; column < unknowns && done < rows.length; column += 1) {
    let best = done;
    for (let at = done + 1; at < rows.length; at += 1) {
      if (Math.abs(rows[at]![column]!) > Math.abs(rows[best]![column]!)) best = at;
    }
    if (Math.abs(rows[best]![column]!) < NOTHING) continue;
    [rows[done], rows[best]] = [rows[best]!, rows[done]!];
    const pivot = rows[done]!;
    for (let at = 0; at < rows.length; at += 1) {
      const times = at === done ? 0 : rows[at]![column]! / pivot[column]!;
      if (times === 0) continue;
      rows[at] = rows[at]!.map((value, place) => (place === column ? 0 : value - times * pivot[place]!));
    }
    done += 1;
  }
  const found: number[] = [];
  for (const row of rows) {
    const left = row.map((value, at) => (Math.abs(value) > NOTHING ? at : -1)).filter((at) => at >= 0);
    if (left.length === 1) found.push(left[0]!);
  }
  return found.sort((a, b) => a - b);
}

function scaled(row: number[]): number[] {
  const most = Math.max(0, ...row.map(Math.abs));
  return most === 0 ? row : row.map((value) => value / most);
}
