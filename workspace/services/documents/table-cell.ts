import { BlockContainer } from './block-container.ts';
import { color, mergeIntoPrevious, points } from './element.ts';
import { enumName, enumValue, VERTICAL_ALIGNMENTS } from './enums.ts';
import type { CellNode, TableNode } from './tree.ts';

import Google = GoogleAppsScript.Document;

export interface TableCell extends Omit<Google.TableCell, keyof BlockContainer> {}
/** Lengths are points. */
export class TableCell extends BlockContainer {
  declare readonly _node: CellNode;

  getParentRow(): Google.TableRow {
    return this.getParent() as unknown as Google.TableRow;
  }

  getParentTable(): Google.Table {
    return this.getParentRow()?.getParentTable() ?? null;
  }

  merge(): this {
    return mergeIntoPrevious(this);
  }

  /** Cells are joined by hand only, so a script's tables have none. */
  getColSpan(): number {
    return 1;
  }

  getRowSpan(): number {
    return 1;
  }

  /** The width belongs to the column. */
  getWidth(): number {
    const { table, column } = this.#column();
    return (table?.columnWidthsPoints[column] ?? null) as number;
  }

  setWidth(width: number): this {
    this._tree.touch();
    const { table, column } = this.#column();
    if (table) {
      while (table.columnWidthsPoints.length <= column) table.columnWidthsPoints.push(null);
      table.columnWidthsPoints[column] = points('DocumentApp.TableCell.setWidth', width);
    }
    return this;
  }

  getBackgroundColor(): string {
    return (this._attribute('BACKGROUND_COLOR') ?? null) as string;
  }
  setBackgroundColor(value: string): this {
    return this._setAttribute('BACKGROUND_COLOR', color(value));
  }
  getVerticalAlignment(): Google.VerticalAlignment {
    return enumValue(VERTICAL_ALIGNMENTS, this._attribute('VERTICAL_ALIGNMENT'));
  }
  setVerticalAlignment(alignment: Google.VerticalAlignment): this {
    return this._setAttribute('VERTICAL_ALIGNMENT', enumName(VERTICAL_ALIGNMENTS, alignment));
  }
  getPaddingTop(): number {
    return this.#padding('TOP');
  }
  setPaddingTop(paddingTop: number): this {
    return this.#setPadding('TOP', paddingTop);
  }
  getPaddingBottom(): number {
    return this.#padding('BOTTOM');
  }
  setPaddingBottom(paddingBottom: number): this {
    return this.#setPadding('BOTTOM', paddingBottom);
  }
  getPaddingLeft(): number {
    return this.#padding('LEFT');
  }
  setPaddingLeft(paddingLeft: number): this {
    return this.#setPadding('LEFT', paddingLeft);
  }
  getPaddingRight(): number {
    return this.#padding('RIGHT');
  }
  setPaddingRight(paddingRight: number): this {
    return this.#setPadding('RIGHT', paddingRight);
  }

  #padding(side: string): number {
    return (this._attribute(`PADDING_${side}`) ?? null) as number;
  }

  #setPadding(side: string, value: number): this {
    return this._setAttribute(`PADDING_${side}`, points('DocumentApp.TableCell.setPadding', value));
  }

  #column(): { table: TableNode | undefined; column: number } {
    const row = this._tree.parentOf(this._node);
    const table = row && this._tree.parentOf(row);
    return {
      table: table?.type === 'TABLE' ? table : undefined,
      column: row?.type === 'TABLE_ROW' ? row.children.indexOf(this._node) : -1,
    };
  }
}
