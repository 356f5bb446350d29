import * as numfmt from 'numfmt';
import { zoneToA1 } from './a1.ts';
import { formatOfCell } from './cell-input.ts';
import { type EnginePlugin, engine, type Getters } from './engine.ts';
import { GENERAL, TEXT } from './number-format.ts';

interface ExportedSheet {
  id: string;
  cells: Record<string, string | undefined>;
  cellValues: Record<string, unknown>;
  formats: Record<string, number>;
}

interface ExportedBook {
  sheets: ExportedSheet[];
  formats: Record<number, string>;
}

interface ExportGetters extends Getters {
  getEvaluatedCellsPositions(sheetId: string): { sheetId: string; col: number; row: number }[];
}

/**
 * Corrects what the engine's own export leaves out: Google's number formats where the engine
 * has only something near, formats that formulas bring along, texts that begin with a quote.
 */
export function addExportLooksPlugin(): void {
  const { featurePluginRegistry } = engine.registries;
  if (featurePluginRegistry.contains('workspace_export_looks')) return;

  class ExportLooksPlugin extends engine.UIPlugin {
    static getters: string[] = [];
    static layers: string[] = [];

    exportForExcel(data: ExportedBook): void {
      const { getters } = this as unknown as EnginePlugin & { getters: ExportGetters };
      const ids = new Map(Object.entries(data.formats).map(([id, format]) => [format, Number(id)]));
      const isRussian = getters.getLocale().code === 'ru_RU';
      const formatId = (google: string): number => {
        const format = isRussian ? withRussianMonths(google) : google;
        let id = ids.get(format);
        if (id === undefined) {
          id = Math.max(0, ...ids.values()) + 1;
          ids.set(format, id);
          data.formats[id] = format;
        }
        return id;
      };
      for (const sheet of data.sheets) {
        for (const position of getters.getEvaluatedCellsPositions(sheet.id)) {
          const { col, row } = position;
          const xc = zoneToA1({ left: col, right: col, top: row, bottom: row });
          const cell = getters.getCell(position);
          const format = formatOfCell(cell, getters.getEvaluatedCell(position).format);
          if (format !== GENERAL) sheet.formats[xc] = formatId(format);
          if (cell && !cell.isFormula && cell.content.startsWith("'")) {
            sheet.cells[xc] = cell.content.slice(1);
            // Without a value a text that begins with "=" is written as text.
            sheet.cellValues[xc] = undefined;
            sheet.formats[xc] = formatId(TEXT);
          }
        }
      }
    }
  }
  featurePluginRegistry.add('workspace_export_looks', ExportLooksPlugin);
}

/** Names of months follow the reader's system; the code makes them Russian on any. */
function withRussianMonths(format: string): string {
  const hasNames = numfmt.isDateFormat(format) && /m{3,}|d{3,}/i.test(format);
  return hasNames && !format.startsWith('[$') ? `[$-419]${format}` : format;
}
