/** Longest name that every file system takes, with room for the id and the ending. Cyrillic letters are two bytes. */
const LONGEST_BYTES = 180;

/**
 * Name of the real file for a file of the workspace: readable, and no two alike.
 * @example fileNameFor('План: 2026/27', '1aBcDeFgHi…', 'docx') // 'План 2026 27-1aBcDeFg.docx'
 */
export function fileNameFor(name: string, id: string, extension: string): string {
  const plain = name
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must go
    .replace(/[\\/:*?"<>|\u0000-\u001f]+/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[ .]+|[ .]+$/g, '');
  let cut = plain;
  while (Buffer.byteLength(cut) > LONGEST_BYTES) cut = cut.slice(0, -1);
  const short = id.slice(0, 8);
  return `${cut === '' ? short : `${cut.trimEnd()}-${short}`}${extension === '' ? '' : `.${extension}`}`;
}
