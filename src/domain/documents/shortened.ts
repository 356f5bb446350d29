/**
 * A text on one line, cut between words, with «…», where it is longer.
 *
 * @param characters the most there may be, the «…» among them
 */
export function shortened(text: string, characters: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= characters) return line;
  const cut = line.slice(0, characters - 1);
  const end = cut.lastIndexOf(' ');
  return `${cut.slice(0, end > characters / 2 ? end : cut.length).replace(/[\s,;:.—–-]+$/, '')}…`;
}
