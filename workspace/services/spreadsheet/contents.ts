import type { CellPosition, EngineCommand, Getters } from './engine.ts';

/** Functions whose value depends on the moment. */
const BY_CLOCK = /\b(?:NOW|TODAY|RAND|RANDBETWEEN|RANDARRAY)\s*\(/i;
const MINUTE_MS = 60_000;

/** Commands that leave every cell's content where it is, or are followed cell by cell. */
const KEEPS_CONTENT = new Set([
  'UPDATE_CELL',
  // The engine's own echo of a cell that is written for the first time.
  'UPDATE_CELL_POSITION',
  'SET_FORMATTING',
  'SET_BORDER',
  'SET_ZONE_BORDERS',
  'RESIZE_COLUMNS_ROWS',
  'ADD_CONDITIONAL_FORMAT',
  'ADD_DATA_VALIDATION_RULE',
  'FREEZE_ROWS',
  'FREEZE_COLUMNS',
  'COLOR_SHEET',
  'WORKSPACE_BATCH',
]);

/** Where a sheet has content. 1-based; 0 for none. */
export interface Extent {
  lastRow: number;
  lastColumn: number;
}

/**
 * What a book must know of its cells without looking through all of them at each call: how
 * far content reaches, which sheets have formulas, which formulas depend on the clock.
 */
export class Contents {
  /** Undefined until somebody asks. */
  #sheetsWithFormulas: Set<string> | undefined;
  #clockCells: Set<number> | undefined;
  #calculatedMinute = -1;
  #extents = new Map<string, { version: number; extent: Partial<Extent> }>();
  /** Grows when a sheet without formulas may have shrunk or been replaced. */
  #shape = 0;

  before(command: EngineCommand): void {
    if (command.type === 'DUPLICATE_SHEET') {
      if (this.#sheetsWithFormulas?.has(command.sheetId as string)) {
        this.#sheetsWithFormulas.add(command.sheetIdTo as string);
      }
      this.#clockCells = undefined;
      this.#shape += 1;
    } else if (!KEEPS_CONTENT.has(command.type)) {
      this.#shape += 1;
    }
    if (command.type === 'UPDATE_CELL') {
      const { content } = command as { content?: string };
      if (content !== undefined) this.#grow(command as unknown as CellPosition, content);
      if (content?.startsWith('=')) {
        this.#sheetsWithFormulas?.add(command.sheetId as string);
        if (BY_CLOCK.test(content)) this.#clockCells = undefined;
      }
    }
  }

  /** Text in a new last row moves the known end; only an emptied end has to be looked for again. */
  #grow({ sheetId, row, col }: CellPosition, content: string): void {
    const extent = this.#extents.get(sheetId)?.extent;
    if (!extent) return;
    if (content !== '') {
      if (extent.lastRow !== undefined) extent.lastRow = Math.max(extent.lastRow, row + 1);
      if (extent.lastColumn !== undefined) extent.lastColumn = Math.max(extent.lastColumn, col + 1);
      return;
    }
    if (extent.lastRow === row + 1) extent.lastRow = undefined;
    if (extent.lastColumn === col + 1) extent.lastColumn = undefined;
  }

  /** @param getters must not calculate when raw cells are read */
  lastRow(sheetId: string, version: number, getters: Getters): number {
    const known = this.#known(sheetId, version, getters);
    known.lastRow ??= this.#findLastRow(sheetId, getters);
    return known.lastRow;
  }

  lastColumn(sheetId: string, version: number, getters: Getters): number {
    const known = this.#known(sheetId, version, getters);
    known.lastColumn ??= this.#findLastColumn(sheetId, version, getters);
    return known.lastColumn;
  }

  /** Where formulas may spill, any change anywhere may move the end; elsewhere only the sheet's own. */
  #known(sheetId: string, version: number, getters: Getters): Partial<Extent> {
    let known = this.#extents.get(sheetId);
    const stamp = this.hasFormulas(sheetId, getters) ? version : -1 - this.#shape;
    if (known?.version !== stamp) {
      known = { version: stamp, extent: {} };
      this.#extents.set(sheetId, known);
    }
    return known.extent;
  }

  #findLastRow(sheetId: string, getters: Getters): number {
    const spills = this.hasFormulas(sheetId, getters);
    const { rows } = getters.getSheet(sheetId);
    const columns = getters.getNumberCols(sheetId);
    for (let row = rows.length - 1; row >= 0; row -= 1) {
      for (const col in rows[row]!.cells) {
        if (hasContent(getters, { sheetId, col: Number(col), row })) return row + 1;
      }
      if (!spills) continue;
      for (let col = 0; col < columns; col += 1) {
        if (getters.getEvaluatedCell({ sheetId, col, row }).type !== 'empty') return row + 1;
      }
    }
    return 0;
  }

  #findLastColumn(sheetId: string, version: number, getters: Getters): number {
    const spills = this.hasFormulas(sheetId, getters);
    const lastRow = this.lastRow(sheetId, version, getters);
    const { rows } = getters.getSheet(sheetId);
    const columns = getters.getNumberCols(sheetId);
    let last = 0;
    for (let row = 0; row < lastRow && last < columns; row += 1) {
      for (let col = columns - 1; col >= last; col -= 1) {
        const position = { sheetId, col, row };
        const isFilled =
          (rows[row]!.cells[col] !== undefined && hasContent(getters, position)) ||
          (spills && getters.getEvaluatedCell(position).type !== 'empty');
        if (isFilled) last = col + 1;
      }
    }
    return last;
  }

  /** May say yes after the last formula is gone. */
  hasFormulas(sheetId: string, getters: Getters): boolean {
    if (!this.#sheetsWithFormulas) {
      const withFormulas = getters.getSheetIds().filter((id) => getters.getCells(id).some((cell) => cell.isFormula));
      this.#sheetsWithFormulas = new Set(withFormulas);
    }
    return this.#sheetsWithFormulas.has(sheetId);
  }

  /** Formulas to calculate again because the clock has moved by a minute since. */
  clockDependents(nowMs: number, getters: Getters): CellPosition[] {
    const minute = Math.floor(nowMs / MINUTE_MS);
    if (minute === this.#calculatedMinute) return [];
    this.#calculatedMinute = minute;
    this.#clockCells ??= findClockCells(getters);
    const positions: CellPosition[] = [];
    for (const id of this.#clockCells) {
      const position = getters.tryGetCellPosition(id);
      if (position) positions.push(position);
    }
    return positions;
  }
}

function hasContent(getters: Getters, position: CellPosition): boolean {
  const cell = getters.getCell(position);
  return cell !== undefined && (cell.isFormula || cell.content !== '');
}

function findClockCells(getters: Getters): Set<number> {
  const found = new Set<number>();
  for (const sheetId of getters.getSheetIds()) {
    for (const cell of getters.getCells(sheetId)) {
      if (cell.isFormula && BY_CLOCK.test(cell.compiledFormula!.toFormulaString(getters))) found.add(cell.id);
    }
  }
  return found;
}
