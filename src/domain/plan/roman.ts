/**
 * Roman numerals as they are typed in Russian documents: with Latin letters, with Cyrillic look-alikes
 * (І, Х, У for V, П for II, Ш for III), with a digit one or a small L for I.
 */
const LOOKS_LIKE: Record<string, string> = {
  I: 'I',
  V: 'V',
  X: 'X',
  І: 'I',
  Ӏ: 'I',
  l: 'I',
  '|': 'I',
  '1': 'I',
  У: 'V',
  Х: 'X',
  П: 'II',
  Ш: 'III',
};

const VALUES: Record<string, number> = { I: 1, V: 5, X: 10 };
const NUMERALS = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

/** 1–39, or undefined when the text is not a numeral or holds digits only («11» is eleven). */
export function romanNumber(text: string): number | undefined {
  if (text === '' || /^\d+$/.test(text)) return undefined;
  let numeral = '';
  for (const char of text) {
    const latin = LOOKS_LIKE[char];
    if (latin === undefined) return undefined;
    numeral += latin;
  }
  if (!/^X{0,3}(IX|IV|V?I{0,3})$/.test(numeral)) return undefined;
  let sum = 0;
  for (let i = 0; i < numeral.length; i += 1) {
    const value = VALUES[numeral[i] as string] as number;
    sum += value < (VALUES[numeral[i + 1] ?? ''] ?? 0) ? -value : value;
  }
  return sum;
}

/** @param n 1–12 */
export function romanNumeral(n: number): string {
  return NUMERALS[n - 1] ?? String(n);
}
