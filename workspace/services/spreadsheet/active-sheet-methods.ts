import type { Sheet } from './sheet.ts';

/** Methods of the active sheet that scripts may call on the spreadsheet itself, as on Google. */
const OF_ACTIVE_SHEET = [
  'appendRow',
  'autoResizeColumn',
  'deleteColumn',
  'deleteColumns',
  'deleteRow',
  'deleteRows',
  'getColumnWidth',
  'getDataRange',
  'getFrozenColumns',
  'getFrozenRows',
  'getLastColumn',
  'getLastRow',
  'getRowHeight',
  'getSheetId',
  'getSheetName',
  'getSheetValues',
  'hideColumn',
  'hideRow',
  'insertColumnAfter',
  'insertColumnBefore',
  'insertColumnsAfter',
  'insertColumnsBefore',
  'insertRowAfter',
  'insertRowBefore',
  'insertRowsAfter',
  'insertRowsBefore',
  'isColumnHiddenByUser',
  'isRowHiddenByFilter',
  'isRowHiddenByUser',
  'setColumnWidth',
  'setFrozenColumns',
  'setFrozenRows',
  'setRowHeight',
  'sort',
  'unhideColumn',
  'unhideRow',
] as const;

/** @param prototype of a class that has `getActiveSheet` */
export function callOnActiveSheet(prototype: object): void {
  for (const name of OF_ACTIVE_SHEET) {
    Object.defineProperty(prototype, name, {
      value: function onActiveSheet(this: { getActiveSheet(): Sheet }, ...args: unknown[]): unknown {
        const sheet = this.getActiveSheet();
        return (sheet[name] as (...values: unknown[]) => unknown).apply(sheet, args);
      },
    });
  }
}
