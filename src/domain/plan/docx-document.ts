import { type DocxNumbering, docxNumbering } from './docx-numbering.ts';
import type { SourceBlock, SourceCell, SourceDocument, Unread } from './source-document.ts';
import { valueOf, type XmlNode } from './xml-node.ts';

/** Root elements of the files in a .docx. */
export interface DocxParts {
  readonly document: XmlNode;
  readonly numbering: XmlNode | undefined;
  readonly styles: XmlNode | undefined;
}

/** What only wraps others: content controls, tagged pieces, links, text that was put in with changes tracked. */
const WRAPPERS = new Set(['sdt', 'sdtContent', 'customXml', 'smartTag', 'hyperlink', 'ins', 'moveTo', 'fldSimple']);

interface Reading {
  numbering: DocxNumbering;
  unread: Unread[];
}

/**
 * Text and tables of a Word document (ECMA-376, part 1, §17): struck-out text of tracked changes and hidden
 * text are left out, numbers that Word counts itself are written out, merged cells keep their place.
 */
export function readDocx({ document, numbering, styles }: DocxParts): SourceDocument {
  const reading: Reading = { numbering: docxNumbering(numbering, styles), unread: [] };
  const blocks: SourceBlock[] = [];
  let lines: string[] = [];
  const closeText = () => {
    if (lines.length > 0) blocks.push({ kind: 'text', text: lines.join('\n') });
    lines = [];
  };
  for (const node of unwrapped(document.child('body')?.children() ?? [])) {
    if (node.name === 'p') lines.push(paragraphText(node, reading));
    else if (node.name === 'tbl') {
      closeText();
      blocks.push({ kind: 'table', rows: tableRows(node, reading) });
    }
  }
  closeText();
  return { blocks, unread: reading.unread };
}

/** The nodes with every wrapper replaced by what is in it. */
function unwrapped(nodes: readonly XmlNode[]): XmlNode[] {
  const found: XmlNode[] = [];
  for (const node of nodes) {
    if (WRAPPERS.has(node.name)) found.push(...unwrapped(node.children()));
    else found.push(node);
  }
  return found;
}

function tableRows(table: XmlNode, reading: Reading): SourceCell[][] {
  const rows: SourceCell[][] = [];
  for (const row of unwrapped(table.children())) {
    if (row.name !== 'tr') continue;
    const parts = unwrapped(row.children());
    const properties = parts.find(({ name }) => name === 'trPr');
    if (properties?.child('del')) continue;
    const before = Number(valueOf(properties, 'gridBefore') ?? 0);
    const cells: SourceCell[] = before > 0 ? [{ text: '', columns: before }] : [];
    for (const cell of parts) if (cell.name === 'tc') cells.push(tableCell(cell, reading));
    rows.push(cells);
  }
  return rows;
}

function tableCell(cell: XmlNode, reading: Reading): SourceCell {
  const lines: string[] = [];
  let columns = 1;
  let continued = false;
  for (const node of unwrapped(cell.children())) {
    if (node.name === 'tcPr') {
      columns = Number(valueOf(node, 'gridSpan') ?? 1) || 1;
      const merge = node.child('vMerge');
      continued = merge !== undefined && merge.attribute('val') !== 'restart';
    } else if (node.name === 'p') lines.push(paragraphText(node, reading));
    else if (node.name === 'tbl') {
      const text = tableRows(node, reading).map((row) => row.map((each) => each.text).join(' '));
      reading.unread.push({ what: 'nested-table', text: text.join(' ').replace(/\s+/g, ' ').trim() });
    }
  }
  return { text: lines.join('\n').trim(), ...(columns > 1 ? { columns } : {}), ...(continued ? { continued } : {}) };
}

function paragraphText(paragraph: XmlNode, reading: Reading): string {
  const parts = unwrapped(paragraph.children());
  const label = reading.numbering.labelOf(parts.find(({ name }) => name === 'pPr'));
  const text = parts.map((node) => (node.name === 'r' ? runText(node, reading) : '')).join('');
  return label === '' ? text : `${label} ${text}`.trim();
}

function runText(run: XmlNode, reading: Reading): string {
  let text = '';
  for (const node of run.children()) {
    switch (node.name) {
      case 'rPr':
        if (isHidden(node)) return '';
        break;
      case 't':
        text += node.text();
        break;
      case 'tab':
        text += '\t';
        break;
      case 'br':
      case 'cr':
        text += '\n';
        break;
      case 'noBreakHyphen':
        text += '-';
        break;
      case 'drawing':
      case 'pict':
      case 'AlternateContent':
        readTextBox(node, reading);
        break;
      default:
    }
  }
  return text;
}

function isHidden(runProperties: XmlNode): boolean {
  const vanish = runProperties.child('vanish');
  return vanish !== undefined && !/^(0|false|off)$/.test(vanish.attribute('val') ?? '');
}

/** A text box may stand in the file twice, for new and for old programs: the first is taken. */
function readTextBox(drawing: XmlNode, reading: Reading): void {
  const box = boxIn(drawing);
  if (!box) return;
  const lines = unwrapped(box.children()).filter(({ name }) => name === 'p');
  const text = lines.map((line) => paragraphText(line, reading)).join(' ');
  if (text.trim() !== '') reading.unread.push({ what: 'text-box', text: text.replace(/\s+/g, ' ').trim() });
}

function boxIn(node: XmlNode): XmlNode | undefined {
  if (node.name === 'txbxContent') return node;
  // The picture itself may be large, and holds no text.
  if (node.name === 'pic') return undefined;
  for (const child of node.children()) {
    const found = boxIn(child);
    if (found) return found;
  }
  return undefined;
}
