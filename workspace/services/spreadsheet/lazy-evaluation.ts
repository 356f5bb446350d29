import { type CellPosition, type EngineCommand, type EvaluatedCell, engine, quietly } from './engine.ts';

/** Shared by a book and its evaluation plugin through the model's `custom` settings. */
export interface EvaluationControl {
  /** True while commands are being applied: plugins that look at values then get the last known ones. */
  applying: boolean;
  /** Positions of formulas whose value depends on the clock; asked before each calculation. */
  clockDependents(): CellPosition[];
}

interface Evaluator {
  getEvaluatedCell(position: CellPosition): EvaluatedCell;
  computeAndSave(position: CellPosition): EvaluatedCell;
  buildDependencyGraph(): void;
}

interface EagerEvaluation {
  evaluator: Evaluator;
  positionsToUpdate: CellPosition[];
  shouldRebuildDependenciesGraph: boolean;
  handle(command: EngineCommand): void;
  finalize(): void;
  exportForExcel(data: unknown): void;
}

/**
 * The engine calculates at the end of every command. On a server nobody looks at the values
 * then: six hundred form answers would calculate the workbook six hundred times. Here the
 * end of a command only remembers what is stale, and the first read of a value calculates.
 */
export function makeEvaluationLazy(): void {
  const registry = engine.registries.coreViewsPluginRegistry;
  const Eager = registry.get('evaluation') as (new (
    config: unknown,
  ) => EagerEvaluation) & {
    getters: string[];
    lazy?: boolean;
  };
  if (Eager.lazy) return;

  class LazyEvaluationPlugin extends Eager {
    static override lazy = true;
    readonly #control: EvaluationControl;
    #stale = true;
    #calculating = false;

    constructor(config: { custom: { evaluation?: EvaluationControl } }) {
      super(config);
      // A model without it (a page's, in a test) calculates lazily all the same.
      this.#control = config.custom.evaluation ?? { applying: false, clockDependents: () => [] };
      for (const name of Eager.getters) this.#calculateBefore(name);
    }

    #calculateBefore(getter: string): void {
      const self = this as unknown as Record<string, (...args: unknown[]) => unknown>;
      const read = self[getter]!.bind(this);
      self[getter] = (...args) => {
        this.#calculate();
        return read(...args);
      };
    }

    override handle(command: EngineCommand): void {
      if (command.type === 'EVALUATE_CELLS' && !command.cellIds) this.shouldRebuildDependenciesGraph = true;
      else super.handle(command);
    }

    override finalize(): void {
      if (this.shouldRebuildDependenciesGraph || this.positionsToUpdate.length > 0) this.#stale = true;
    }

    override exportForExcel(data: unknown): void {
      this.#calculate();
      super.exportForExcel(data);
    }

    /** Also called from inside a custom function that reads its own spreadsheet: it then sees what is known so far. */
    #calculate(): void {
      if (this.#control.applying || this.#calculating) return;
      const byClock = this.#control.clockDependents();
      if (!this.#stale && byClock.length === 0) return;
      this.#calculating = true;
      this.#stale = false;
      this.positionsToUpdate.push(...byClock);
      try {
        quietly(() => super.finalize());
      } finally {
        this.#calculating = false;
      }
    }
  }

  registry.replace('evaluation', LazyEvaluationPlugin);
}
