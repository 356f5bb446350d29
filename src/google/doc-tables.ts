import { numberAs } from '../domain/plan/docx-numbering.ts';
import type { SourceBlock, SourceCell, SourceDocument, Unread } from '../domain/plan/source-document.ts';

import Google = GoogleAppsScript.Document;

/** What holds paragraphs, list items and tables: the body, a cell. */
type Holder = Google.Body | Google.TableCell;

interface Reading {
  /** Numbers given so far, by list and level. */
  counts: Record<string, number>;
  unread: Unread[];
}

/** Text and tables of a Google document. */
export function documentOfBody(body: Google.Body): SourceDocument {
  const reading: Reading = { counts: {}, unread: [] };
  const blocks: SourceBlock[] = [];
  let lines: string[] = [];
  const closeText = () => {
    if (lines.length > 0) blocks.push({ kind: 'text', text: lines.join('\n') });
    lines = [];
  };
  eachChild(
    body,
    reading,
    (line) => lines.push(line),
    (table) => {
      closeText();
      blocks.push({ kind: 'table', rows: tableRows(table, reading) });
    },
  );
  closeText();
  return { blocks, unread: reading.unread };
}

function eachChild(
  holder: Holder,
  reading: Reading,
  line: (text: string) => void,
  table: (table: Google.Table) => void,
): void {
  const { ElementType } = DocumentApp;
  const count = holder.getNumChildren();
  for (let i = 0; i < count; i += 1) {
    const child = holder.getChild(i);
    const type = child.getType();
    if (type === ElementType.PARAGRAPH) line(child.asParagraph().getText());
    else if (type === ElementType.LIST_ITEM) {
      const item = child.asListItem();
      line(`${labelOf(item, reading)} ${item.getText()}`.trim());
    } else if (type === ElementType.TABLE) table(child.asTable());
  }
}

function tableRows(table: Google.Table, reading: Reading): SourceCell[][] {
  const rows: SourceCell[][] = [];
  const found: Google.TableCell[][] = [];
  const rowCount = table.getNumRows();
  for (let r = 0; r < rowCount; r += 1) {
    const row = table.getRow(r);
    const cellCount = row.getNumCells();
    found.push(Array.from({ length: cellCount }, (_, c) => row.getCell(c)));
    rows.push((found[r] as Google.TableCell[]).map((cell) => ({ text: cellText(cell, reading) })));
  }
  // A row keeps a cell for each column whatever is merged; only where some are gone do spans say where the rest stand.
  const width = Math.max(...rows.map((row) => row.length));
  return rows.map((row, r) => {
    if (row.length === width) return row;
    return row.map((cell, c) => ({ ...cell, columns: Math.max(1, found[r]?.[c]?.getColSpan() ?? 1) }));
  });
}

function cellText(cell: Google.TableCell, reading: Reading): string {
  const lines: string[] = [];
  eachChild(
    cell,
    reading,
    (line) => lines.push(line),
    (table) => reading.unread.push({ what: 'nested-table', text: table.getText().replace(/\s+/g, ' ').trim() }),
  );
  return lines.join('\n');
}

/** The number that the document shows before an item and that stands nowhere in its text; '' for a bullet. */
function labelOf(item: Google.ListItem, { counts }: Reading): string {
  const format = FORMATS[String(item.getGlyphType())];
  const level = item.getNestingLevel();
  const list = `${item.getListId()}|`;
  const count = (counts[`${list}${level}`] ?? 0) + 1;
  counts[`${list}${level}`] = count;
  for (let below = level + 1; counts[`${list}${below}`]; below += 1) delete counts[`${list}${below}`];
  return format === undefined ? '' : `${numberAs(count, format)}.`;
}

const FORMATS: Readonly<Record<string, string>> = {
  NUMBER: 'decimal',
  LATIN_UPPER: 'upperLetter',
  LATIN_LOWER: 'lowerLetter',
  ROMAN_UPPER: 'upperRoman',
  ROMAN_LOWER: 'lowerRoman',
};
