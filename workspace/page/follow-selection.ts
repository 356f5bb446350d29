import type { Model } from './spreadsheet-globals.ts';

/** What is active: a script is told of the person's, and the person is shown the script's. */
export interface ScriptSelection {
  sheetId: string;
  /** 0-based; absent where only the sheet was made active. */
  zone?: { left: number; right: number; top: number; bottom: number };
}

/** Shows the sheet and selects the cells. A sheet that this page has not been told of yet, or a hidden one, is passed over. */
export function followSelection(model: Model, { sheetId, zone }: ScriptSelection): void {
  const { getters } = model;
  if (!getters.tryGetSheet(sheetId) || !getters.isSheetVisible(sheetId)) return;
  const sheetIdFrom = getters.getActiveSheetId();
  if (sheetIdFrom !== sheetId) model.dispatch('ACTIVATE_SHEET', { sheetIdFrom, sheetIdTo: sheetId });
  if (zone) model.selection.selectZone({ cell: { col: zone.left, row: zone.top }, zone });
}

/** What the person has selected now. */
export function selectionOn({ getters }: Model): ScriptSelection {
  return { sheetId: getters.getActiveSheetId(), zone: getters.getSelectedZone() };
}
