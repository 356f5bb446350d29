/** Widths of PT Sans letters in parts of the type size, by kind; measured over Russian names of institutions. */
const WIDTHS: readonly [RegExp, number][] = [
  [/[\s.,:;!'|il]/u, 0.27],
  [/[ШЩЖЮМФЫWM№]/u, 0.84],
  [/[шщжюмфыwm]/u, 0.74],
  [/\p{Lu}/u, 0.63],
  [/\p{L}|\p{N}/u, 0.53],
];
const OTHER_WIDTH = 0.45;
const BOLD = 1.06;

/**
 * How wide a text will be. There is no canvas to measure on, and vega's own guess (0.8 of the
 * size for each letter) leaves half of the room empty.
 */
export function textWidthPixels(text: string, sizePixels: number, bold = false): number {
  let width = 0;
  for (const letter of text) width += WIDTHS.find(([kind]) => kind.test(letter))?.[1] ?? OTHER_WIDTH;
  return width * sizePixels * (bold ? BOLD : 1);
}

/**
 * Breaks a name into lines between words; what does not fit ends in an ellipsis.
 * @returns at least one line
 */
export function wrapLabel(text: string, maxPixels: number, maxLines: number, sizePixels: number): string[] {
  const fits = (line: string): boolean => textWidthPixels(line, sizePixels) <= maxPixels;
  const lines: string[] = [];
  let line = '';
  // A no-break space holds its words together.
  const words = text.split(/[^\S\u00a0]+/);
  for (let index = 0; index < words.length; index++) {
    const longer = line === '' ? (words[index] as string) : `${line} ${words[index]}`;
    if (fits(longer) || line === '') {
      line = longer;
      continue;
    }
    if (lines.length === maxLines - 1) {
      line = [line, ...words.slice(index)].join(' ');
      break;
    }
    lines.push(line);
    line = words[index] as string;
  }
  return [...lines, line].map((whole) => shortenLabel(whole, maxPixels, sizePixels));
}

/** The text, or as much of it as fits with an ellipsis after it. */
export function shortenLabel(text: string, maxPixels: number, sizePixels: number): string {
  const fits = (line: string): boolean => textWidthPixels(line, sizePixels) <= maxPixels;
  if (fits(text)) return text;
  let kept = text;
  while (kept.length > 1 && !fits(`${kept}…`)) kept = kept.slice(0, -1);
  return `${kept.trimEnd()}…`;
}
