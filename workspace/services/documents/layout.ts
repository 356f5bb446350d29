import { columnCount, type ParagraphNode, type SectionNode, type TableNode } from './tree.ts';

/** Pixels are 1/96 inch, points 1/72. */
export const POINTS_PER_PIXEL = 0.75;

/** Width between the margins, points. */
export function contentWidthPoints(body: SectionNode): number {
  const { PAGE_WIDTH, MARGIN_LEFT, MARGIN_RIGHT } = body.attributes;
  return Number(PAGE_WIDTH) - Number(MARGIN_LEFT) - Number(MARGIN_RIGHT);
}

/** Set widths as they are; the other columns share what is left of `available` equally. */
export function columnWidthsPoints(table: TableNode, available: number): number[] {
  const count = columnCount(table);
  const set = Array.from({ length: count }, (_, column) => table.columnWidthsPoints[column] ?? null);
  const taken = set.reduce<number>((sum, width) => sum + (width ?? 0), 0);
  const open = set.filter((width) => width === null).length;
  // Columns set too wide leave nothing for the others; they still must be seen.
  const share = open > 0 ? Math.max((available - taken) / open, 24) : 0;
  return set.map((width) => width ?? share);
}

export function headingOf(paragraph: ParagraphNode): string {
  return String(paragraph.attributes.HEADING ?? 'NORMAL');
}

/** Padding of a table cell where none was set: Google's 5 points. */
export const CELL_PADDING_POINTS = 5;
export const TABLE_BORDER = { color: '#000000', widthPoints: 1 };
/** Indent of a list's level and how far its number hangs to the left, points; Google's half and quarter inch. */
export const LIST_INDENT_POINTS = 36;
export const LIST_HANGING_POINTS = 18;
