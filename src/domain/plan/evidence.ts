/** What somebody from outside wrote as evidence that a line is done. */
export type EvidenceProblem =
  | { code: 'evidence.empty' }
  | { code: 'evidence.not-a-link' }
  | { code: 'evidence.too-long'; field: 'link' | 'note'; max: number };

/** Characters. */
export const LINK_MAX = 2000;
export const NOTE_MAX = 500;

/**
 * A link to a page, with no name or password in it («user@host» makes an address look like another's),
 * to a host with a dot: `http://отдел.рф/приказ`.
 */
const PAGE_ADDRESS = /^https?:\/\/[^\s/?#@"'<>\\`]+\.[^\s/?#@."'<>\\`]+([/?#][^\s"<>\\`]*)?$/i;

/**
 * The evidence as one text for its cell: the link, then the note. One of the two is enough: an order on paper has no link.
 *
 * @param link http or https
 */
export function evidenceText(link: string, note: string): { text: string } | { problem: EvidenceProblem } {
  const address = printable(link);
  const words = printable(note);
  if (address === '' && words === '') return { problem: { code: 'evidence.empty' } };
  if (address.length > LINK_MAX) return { problem: { code: 'evidence.too-long', field: 'link', max: LINK_MAX } };
  if (words.length > NOTE_MAX) return { problem: { code: 'evidence.too-long', field: 'note', max: NOTE_MAX } };
  if (address !== '' && !PAGE_ADDRESS.test(address)) return { problem: { code: 'evidence.not-a-link' } };
  return { text: [address, words].filter((part) => part !== '').join('\n') };
}

/** What stood in the cell before stays: nobody's words are lost. */
export function withEvidence(before: string, text: string): string {
  if (before === '' || before === text) return text;
  return before.split('\n\n').indexOf(text) >= 0 ? before : `${before}\n\n${text}`;
}

/** One line, without control characters. */
function printable(text: string): string {
  return text
    .replace(/\p{C}+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
