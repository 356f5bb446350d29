import {
  BorderStyle,
  HeightRule,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { type DocxContext, twips } from './docx-context.ts';
import { wordColor } from './docx-styles.ts';
import { CELL_PADDING_POINTS, columnWidthsPoints, TABLE_BORDER } from './layout.ts';
import { type CellNode, newParagraph, type RowNode, type TableNode } from './tree.ts';

const VERTICAL: Readonly<Record<string, (typeof VerticalAlignTable)[keyof typeof VerticalAlignTable]>> = {
  TOP: VerticalAlignTable.TOP,
  CENTER: VerticalAlignTable.CENTER,
  BOTTOM: VerticalAlignTable.BOTTOM,
};

export function docxTable(context: DocxContext, table: TableNode): Table {
  const widths = columnWidthsPoints(table, context.widthPoints);
  const width = widths.reduce((sum, column) => sum + column, 0);
  const line = borderOf(table);
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twips(width), type: WidthType.DXA },
    columnWidths: widths.map(twips),
    borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
    rows: table.children.map((row) => docxRow(context, row, widths)),
  });
}

function docxRow(context: DocxContext, row: RowNode, widths: readonly number[]): TableRow {
  const height = row.attributes.MINIMUM_HEIGHT;
  return new TableRow({
    ...(height === undefined ? {} : { height: { value: twips(height), rule: HeightRule.ATLEAST } }),
    // A row with fewer cells than the widest one still needs a cell in each column.
    children: widths.map((width, column) => docxCell(context, row.children[column], width)),
  });
}

function docxCell(context: DocxContext, cell: CellNode | undefined, widthPoints: number): TableCell {
  const attributes = cell?.attributes ?? {};
  const padding = (side: string): number => Number(attributes[`PADDING_${side}`] ?? CELL_PADDING_POINTS);
  const inner = widthPoints - padding('LEFT') - padding('RIGHT');
  const { BACKGROUND_COLOR, VERTICAL_ALIGNMENT } = attributes;
  const blocks = context.blocks(cell?.children ?? [newParagraph('')], inner);
  // Word calls a file damaged whose cell does not end in a paragraph.
  if (cell?.children[cell.children.length - 1]?.type === 'TABLE') {
    blocks.push(...context.blocks([newParagraph('')], inner));
  }
  return new TableCell({
    width: { size: twips(widthPoints), type: WidthType.DXA },
    margins: {
      top: twips(padding('TOP')),
      bottom: twips(padding('BOTTOM')),
      left: twips(padding('LEFT')),
      right: twips(padding('RIGHT')),
      marginUnitType: WidthType.DXA,
    },
    ...(BACKGROUND_COLOR === undefined
      ? {}
      : { shading: { type: ShadingType.CLEAR, fill: wordColor(BACKGROUND_COLOR), color: 'auto' } }),
    ...(VERTICAL_ALIGNMENT === undefined ? {} : { verticalAlign: VERTICAL[String(VERTICAL_ALIGNMENT)] }),
    children: blocks,
  });
}

/** Eighths of a point. A width of zero is no line. */
function borderOf(table: TableNode): {
  style: (typeof BorderStyle)[keyof typeof BorderStyle];
  size: number;
  color: string;
} {
  const width = Number(table.attributes.BORDER_WIDTH ?? TABLE_BORDER.widthPoints);
  return {
    style: width > 0 ? BorderStyle.SINGLE : BorderStyle.NONE,
    size: Math.max(0, Math.round(width * 8)),
    color: wordColor(table.attributes.BORDER_COLOR ?? TABLE_BORDER.color),
  };
}
