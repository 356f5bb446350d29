import { GoogleError, signatureError } from '../../kernel/google-object.ts';
import { Container } from './container.ts';
import { color, mergeIntoPrevious, points } from './element.ts';
import { columnCount, newCell, newRow, type RowNode, type TableNode } from './tree.ts';

import Google = GoogleAppsScript.Document;

export interface Table extends Omit<Google.Table, keyof Container> {}
/** Rows and columns count from 0; lengths are points. */
export class Table extends Container {
  declare readonly _node: TableNode;

  getNumRows(): number {
    return this._node.children.length;
  }

  getRow(rowIndex: number): Google.TableRow {
    return this.getChild(rowIndex) as unknown as Google.TableRow;
  }

  getCell(rowIndex: number, cellIndex: number): Google.TableCell {
    return this.getRow(rowIndex).getCell(cellIndex);
  }

  appendTableRow(tableRow?: Google.TableRow | null): Google.TableRow {
    return this.insertTableRow(this.getNumRows(), tableRow);
  }

  insertTableRow(childIndex: number, tableRow?: Google.TableRow | null): Google.TableRow {
    if (tableRow instanceof Container && tableRow._node.type === 'TABLE_ROW') {
      return this._insertElement<Container>(childIndex, tableRow) as unknown as Google.TableRow;
    }
    return this._insert(childIndex, newRow([])) as unknown as Google.TableRow;
  }

  removeRow(rowIndex: number): Google.TableRow {
    const row = this.getRow(rowIndex);
    row.removeFromParent();
    return row;
  }

  removeChild(child: Google.Element): this {
    return this._removeChild(child);
  }

  getColumnWidth(columnIndex: number): number {
    return (this._node.columnWidthsPoints[this.#column(columnIndex)] ?? null) as number;
  }

  setColumnWidth(columnIndex: number, width: number): this {
    this._tree.touch();
    const widths = this._node.columnWidthsPoints;
    const index = this.#column(columnIndex);
    while (widths.length <= index) widths.push(null);
    widths[index] = points('DocumentApp.Table.setColumnWidth', width);
    return this;
  }

  getBorderColor(): string {
    return (this._attribute('BORDER_COLOR') ?? null) as string;
  }

  setBorderColor(value: string): this {
    return this._setAttribute('BORDER_COLOR', color(value));
  }

  getBorderWidth(): number {
    return (this._attribute('BORDER_WIDTH') ?? null) as number;
  }

  setBorderWidth(width: number): this {
    return this._setAttribute('BORDER_WIDTH', points('DocumentApp.Table.setBorderWidth', width));
  }

  #column(index: number): number {
    const count = columnCount(this._node);
    if (Number.isInteger(index) && index >= 0 && index < count) return index;
    throw new GoogleError(`Child index (${index}) must be less than the number of child elements (${count}).`);
  }
}

export interface TableRow extends Omit<Google.TableRow, keyof Container> {}
export class TableRow extends Container {
  declare readonly _node: RowNode;

  getNumCells(): number {
    return this._node.children.length;
  }

  getCell(cellIndex: number): Google.TableCell {
    return this.getChild(cellIndex) as unknown as Google.TableCell;
  }

  appendTableCell(contents?: string | Google.TableCell | null): Google.TableCell {
    return this.insertTableCell(this.getNumCells(), contents);
  }

  insertTableCell(childIndex: number, contents?: string | Google.TableCell | null): Google.TableCell {
    if (contents instanceof Container && contents._node.type === 'TABLE_CELL') {
      return this._insertElement<Container>(childIndex, contents) as unknown as Google.TableCell;
    }
    if (contents !== undefined && typeof contents !== 'string') {
      throw signatureError('DocumentApp.TableRow.insertTableCell', [childIndex, contents]);
    }
    return this._insert(childIndex, newCell(contents ?? '')) as unknown as Google.TableCell;
  }

  removeCell(cellIndex: number): Google.TableCell {
    const cell = this.getCell(cellIndex);
    cell.removeFromParent();
    return cell;
  }

  removeChild(child: Google.Element): this {
    return this._removeChild(child);
  }

  merge(): this {
    return mergeIntoPrevious(this);
  }

  getMinimumHeight(): number {
    return (this._attribute('MINIMUM_HEIGHT') ?? null) as number;
  }

  setMinimumHeight(minHeight: number): this {
    return this._setAttribute('MINIMUM_HEIGHT', points('DocumentApp.TableRow.setMinimumHeight', minHeight));
  }

  getParentTable(): Google.Table {
    return this.getParent() as unknown as Google.Table;
  }
}
