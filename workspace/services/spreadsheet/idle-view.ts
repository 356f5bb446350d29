import { engine } from './engine.ts';

type PositionsOfSheet = Record<string, Record<number, number>>;

interface ViewPlugin {
  finalize(): void;
}

interface RowSizePlugin {
  tallestCellInRow: Record<string, unknown[]>;
  getters: {
    getUserRowSize(sheetId: string, row: number): number | undefined;
    getSheet(sheetId: string): { rows: unknown[] };
  };
  history: { update(...path: unknown[]): void };
  getRowTallestCell(sheetId: string, row: number): { size: number } | undefined;
}

interface HeaderPositionsPlugin extends ViewPlugin {
  headerPositions: Record<string, PositionsOfSheet>;
  computeHeaderPositionsOfSheet(sheetId: string): PositionsOfSheet;
}

/** The engine's own height of a row of one line. */
const DEFAULT_ROW_PIXELS = 23;

type PluginClass<P> = (new (config: unknown) => P) & { idle?: boolean };

/**
 * After every change the engine prepares what its page would show: where each row of each
 * sheet stands in pixels, which part is in view, which colours all the cells use. The work
 * grows with the sheets, and on a server nobody looks: one answer of a form would cost a
 * tenth of a second where there are 100,000. Here nothing is prepared; positions, which a
 * chart that is placed needs, are worked out when asked.
 */
export function makeViewIdle(): void {
  const { statefulUIPluginRegistry, coreViewsPluginRegistry } = engine.registries;
  const Positions = statefulUIPluginRegistry.get('header_positions') as PluginClass<HeaderPositionsPlugin>;
  if (Positions.idle) return;
  statefulUIPluginRegistry.replace('header_positions', positionsWhenAsked(Positions));
  coreViewsPluginRegistry.replace(
    'row_size',
    rowSizesWhenAsked(coreViewsPluginRegistry.get('row_size') as PluginClass<RowSizePlugin>),
  );
  for (const [registry, name] of [
    [statefulUIPluginRegistry, 'viewport'],
    [coreViewsPluginRegistry, 'custom_colors'],
  ] as const) {
    const Eager = registry.get(name) as PluginClass<ViewPlugin>;
    class IdlePlugin extends Eager {
      override finalize(): void {
        // Nothing to show.
      }
    }
    registry.replace(name, IdlePlugin);
  }
}

/** The engine measures the wrapped text of every cell it writes, to know how high its row has become. */
function rowSizesWhenAsked(Eager: PluginClass<RowSizePlugin>): PluginClass<RowSizePlugin> {
  return class extends Eager {
    updateRowSizeForCellChange(): void {
      // Measured when asked.
    }

    updateRowSizeForZoneChange(): void {
      // Measured when asked.
    }

    initializeSheet(sheetId: string): void {
      this.history.update('tallestCellInRow', sheetId, []);
    }

    getRowSize(sheetId: string, row: number): number {
      const set = this.getters.getUserRowSize(sheetId, row);
      if (set !== undefined) return Math.round(set);
      // A sheet that is being loaded has rows that hold nothing yet.
      const isThere = this.getters.getSheet(sheetId).rows[row] !== undefined;
      return Math.round((isThere && this.getRowTallestCell(sheetId, row)?.size) || DEFAULT_ROW_PIXELS);
    }
  };
}

function positionsWhenAsked(Eager: PluginClass<HeaderPositionsPlugin>): PluginClass<HeaderPositionsPlugin> {
  return class extends Eager {
    static override idle = true;

    constructor(config: unknown) {
      super(config);
      let known = this.headerPositions;
      const asked = new Proxy<Record<string, PositionsOfSheet>>(
        {},
        {
          get: (_, sheetId: string) => {
            known[sheetId] ??= this.computeHeaderPositionsOfSheet(sheetId);
            return known[sheetId];
          },
          set: (_, sheetId: string, positions: PositionsOfSheet) => {
            known[sheetId] = positions;
            return true;
          },
        },
      );
      // The engine forgets all positions by putting an empty object here.
      Object.defineProperty(this, 'headerPositions', {
        get: () => asked,
        set: (positions: Record<string, PositionsOfSheet>) => {
          known = positions;
        },
      });
    }

    handle(): void {
      // Any change may move things, and whoever asks for a position has it worked out.
      this.headerPositions = {};
    }

    override finalize(): void {
      // Nothing to keep.
    }
  };
}
