import { type CellPosition, engine, type Zone } from './engine.ts';

interface CellPlugin {
  getters: { getCell(position: CellPosition): { style?: unknown; format?: string } | undefined };
  dispatch(type: string, payload: unknown): unknown;
  clearCells(sheetId: string, zones: readonly Zone[]): void;
  clearFormatting(sheetId: string, zones: readonly Zone[]): void;
}

type PluginClass = (new (config: unknown) => CellPlugin) & { sparse?: boolean };

/**
 * The engine clears a range cell by cell, also cells that were never there: taking a new sheet from
 * its thousand rows to fifty cleared twenty-five thousand of them, and so did clearing its formats.
 * Here only cells that have something to clear are cleared, which leaves the same sheet.
 */
export function makeClearingSparse(): void {
  const { corePluginRegistry } = engine.registries;
  const Whole = corePluginRegistry.get('cell') as PluginClass;
  if (Whole.sparse) return;

  class SparseCellPlugin extends Whole {
    static override sparse = true;

    override clearCells(sheetId: string, zones: readonly Zone[]): void {
      this.#eachCell(sheetId, zones, (position) =>
        this.dispatch('UPDATE_CELL', { ...position, content: '', style: null, format: '' }),
      );
    }

    override clearFormatting(sheetId: string, zones: readonly Zone[]): void {
      this.#eachCell(sheetId, zones, (position, { style, format }) => {
        if (style || format) this.dispatch('UPDATE_CELL', { ...position, style: null, format: '' });
      });
    }

    #eachCell(
      sheetId: string,
      zones: readonly Zone[],
      act: (position: CellPosition, cell: { style?: unknown; format?: string }) => void,
    ): void {
      for (const zone of zones) {
        for (let col = zone.left; col <= zone.right; col += 1) {
          for (let row = zone.top; row <= zone.bottom; row += 1) {
            const cell = this.getters.getCell({ sheetId, col, row });
            if (cell !== undefined) act({ sheetId, col, row }, cell);
          }
        }
      }
    }
  }
  corePluginRegistry.replace('cell', SparseCellPlugin);
}
