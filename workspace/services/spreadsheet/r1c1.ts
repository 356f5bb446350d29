import { columnIndex, columnLetters } from './a1.ts';

/** A reference in R1C1: R and C with an absolute number, a relative one in brackets, or none. */
const R1C1 = /\bR(\d+|\[-?\d+\])?C(\d+|\[-?\d+\])?(?![\w(])/g;
const A1 = /(?<![\w!.$'])(\$?)([A-Z]{1,3})(\$?)([1-9]\d{0,6})(?![\w(!])/g;

/** Everything but texts in quotes, where references are no references. */
function outsideQuotes(formula: string, change: (part: string) => string): string {
  return formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'|[^"']+/g, (part) => (/^["']/.test(part) ? part : change(part)));
}

/**
 * `=R[-1]C+R1C1` in cell B2 → `=B1+$A$1`.
 * @param col 0-based place of the formula's cell, which relative references start from
 */
export function formulaFromR1C1(formula: string, col: number, row: number): string {
  const place = (given: string | undefined, own: number): { index: number; mark: string } => {
    if (given === undefined) return { index: own, mark: '' };
    if (given.startsWith('[')) return { index: own + Number(given.slice(1, -1)), mark: '' };
    return { index: Number(given) - 1, mark: '$' };
  };
  return outsideQuotes(formula, (part) =>
    part.replace(R1C1, (_, rowPart: string | undefined, columnPart: string | undefined) => {
      const [r, c] = [place(rowPart, row), place(columnPart, col)];
      return r.index < 0 || c.index < 0 ? '#REF!' : `${c.mark}${columnLetters(c.index)}${r.mark}${r.index + 1}`;
    }),
  );
}

/** `=B1+$A$1` in cell B2 → `=R[-1]C[0]+R1C1`, as Google writes it. */
export function formulaInR1C1(formula: string, col: number, row: number): string {
  return outsideQuotes(formula, (part) =>
    part.replace(A1, (_, columnMark: string, letters: string, rowMark: string, number: string) => {
      const r = rowMark ? number : `[${Number(number) - 1 - row}]`;
      const c = columnMark ? columnIndex(letters) + 1 : `[${columnIndex(letters) - col}]`;
      return `R${r}C${c}`;
    }),
  );
}
