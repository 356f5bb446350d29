/** What an edit of a cell by a person runs. */
export { onSheetEdit as onEdit } from '../workbook/on-edit.ts';
