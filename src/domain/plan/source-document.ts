import { cleanCell, type SourceRow } from './plan-rows.ts';

/** One cell of a document's table, as it stands; lines are parted by `\n`. */
export interface SourceCell {
  readonly text: string;
  /** Columns that it covers; 1 when left out. */
  readonly columns?: number;
  /** Rows that it covers, this one too; 1 when left out. */
  readonly rows?: number;
  /** The rest of a cell that began in a row above, where the document marks each such cell. */
  readonly continued?: boolean;
}

export type SourceBlock =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly SourceCell[])[] };

/** What stands in a document but is not read. */
export interface Unread {
  readonly what: 'text-box' | 'nested-table';
  readonly text: string;
}

/** A document with its tables, whatever it came from: the clipboard, a Google document, a .docx. */
export interface SourceDocument {
  readonly blocks: readonly SourceBlock[];
  readonly unread: readonly Unread[];
}

/** The document's rows from 1: each line of text is one, each row of a table is one. */
export function rowsOfDocument({ blocks }: SourceDocument): SourceRow[] {
  const rows: SourceRow[] = [];
  let at = 0;
  blocks.forEach((block, table) => {
    if (block.kind === 'text') {
      for (const line of block.text.split(/\r\n?|\n/)) {
        const text = cleanCell(line);
        if (text === '') continue;
        at += 1;
        // Nothing of a cell stands outside its table here, so such a line never goes on with one.
        rows.push({ cells: [text], from: at, to: at, afterBreak: true, loose: true });
      }
      return;
    }
    let afterBreak = true;
    for (const { cells, merged } of gridOf(block.rows)) {
      at += 1;
      if (cells.every((cell) => cell === '')) afterBreak = true;
      else {
        rows.push({ cells, merged, from: at, to: at, afterBreak, loose: false, table });
        afterBreak = false;
      }
    }
  });
  return rows;
}

interface GridRow {
  cells: string[];
  /** For each column that is covered from above: what stands there. */
  merged: string[];
}

/** Every cell put where it stands on the page; a merged cell's text is in its first row and column. */
function gridOf(table: readonly (readonly SourceCell[])[]): GridRow[] {
  /** For each column: how many rows below the current one a cell covers, and its text. */
  const covers: { rows: number; text: string }[] = [];
  const grid = table.map((sourceCells): GridRow => {
    const cells: string[] = [];
    const merged: string[] = [];
    const passCovered = () => {
      while ((covers[cells.length]?.rows ?? 0) > 0) {
        const cover = covers[cells.length] as { rows: number; text: string };
        cover.rows -= 1;
        merged[cells.length] = cover.text;
        cells.push('');
      }
    };
    for (const { text, columns = 1, rows = 1, continued = false } of sourceCells) {
      passCovered();
      const clean = cleanCell(text);
      for (let i = 0; i < Math.max(1, columns); i += 1) {
        const column = cells.length;
        if (continued) merged[column] = covers[column]?.text ?? '';
        else covers[column] = { rows: rows - 1, text: i === 0 ? clean : '' };
        cells.push(i === 0 && !continued ? clean : '');
      }
    }
    passCovered();
    return { cells, merged };
  });
  const width = Math.max(0, ...grid.map(({ cells }) => cells.length));
  return grid.map(({ cells, merged }) => ({
    cells: cells.concat(Array<string>(width - cells.length).fill('')),
    merged,
  }));
}
