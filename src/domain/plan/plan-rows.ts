/**
 * Plain text of a plan → rows of cells, as they stand. What the rows mean is `import-plan.ts`'s business.
 */

export interface SourceRow {
  readonly cells: readonly string[];
  /** Line of the text or row of the table, from 1. */
  readonly from: number;
  readonly to: number;
  /** A page break may stand right before: a blank line, or the beginning. */
  readonly afterBreak: boolean;
  /** A line of text without cell borders. */
  readonly loose: boolean;
  /** Which table of the document the row is of, where the source tells tables apart. */
  readonly table?: number;
  /** For columns that a merged cell covers from above: what stands in it. */
  readonly merged?: readonly string[];
}

/** Tags of the source's own marking, no-break spaces, doubled spaces; line breaks inside a cell stay. */
export function cleanCell(cell: string): string {
  return cell
    .replace(/<\/?[a-z][^>]*>/gi, '')
    .replace(/&nbsp;/gi, ' ')
    .replace(/[\u00a0\u2007\u202f\t ]+/g, ' ')
    .replace(/[\u00ad\u200b\ufeff]/g, '')
    .replace(/ ?\n ?/g, '\n')
    .trim();
}

/** One line of text for a cell; a word hyphenated at the line's end is not joined, it may be a dash. */
export function oneLine(cell: string): string {
  return cell.replace(/\s+/g, ' ').trim();
}

/**
 * Cells of a copied table: parted by tabs, rows by line breaks; a cell in quotes may hold both
 * (this is how a spreadsheet copies a cell with line breaks).
 */
export function rowsOfText(text: string): SourceRow[] {
  const source = text.replace(/\r\n?/g, '\n');
  const rows: SourceRow[] = [];
  let cells: string[] = [];
  let cell = '';
  let line = 1;
  let from = 1;
  let quoted = false;
  let afterBreak = true;
  const closeRow = () => {
    cells.push(cell);
    if (cells.every((c) => c.trim() === '')) afterBreak = true;
    else {
      rows.push({ cells: cells.map(cleanCell), from, to: line, afterBreak, loose: cells.length === 1 });
      afterBreak = false;
    }
    cells = [];
    cell = '';
  };
  for (let i = 0; i < source.length; i += 1) {
    const char = source[i] as string;
    if (quoted) {
      if (char === '"' && source[i + 1] === '"') {
        cell += '"';
        i += 1;
      } else if (char === '"') quoted = false;
      else {
        if (char === '\n') line += 1;
        cell += char;
      }
    } else if (char === '"' && cell === '' && closesBeforeTab(source, i)) quoted = true;
    else if (char === '\t') {
      cells.push(cell);
      cell = '';
    } else if (char === '\n') {
      closeRow();
      line += 1;
      from = line;
    } else cell += char;
  }
  closeRow();
  return rows;
}

/** A quote opens a quoted cell only if its closing one stands at a cell's end: «"Рога" и копыта» does not. */
function closesBeforeTab(source: string, open: number): boolean {
  for (let i = open + 1; i < source.length; i += 1) {
    if (source[i] !== '"') continue;
    if (source[i + 1] === '"') i += 1;
    else return i + 1 === source.length || source[i + 1] === '\t' || source[i + 1] === '\n';
  }
  return false;
}

/** The same for cells that are already apart: a pasted range or a document's table. */
export function rowsOfTable(table: readonly (readonly unknown[])[]): SourceRow[] {
  const rows: SourceRow[] = [];
  let afterBreak = true;
  table.forEach((cells, index) => {
    const texts = cells.map((cell) => cleanCell(String(cell ?? '').replace(/\r\n?/g, '\n')));
    const filled = texts.filter((text) => text !== '').length;
    if (filled === 0) afterBreak = true;
    else {
      rows.push({ cells: texts, from: index + 1, to: index + 1, afterBreak, loose: texts.length === 1 });
      afterBreak = false;
    }
  });
  return rows;
}
