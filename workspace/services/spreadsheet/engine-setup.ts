import { randomUUID } from 'node:crypto';
import { type EngineCommand, engine, type Model, type PluginConfig } from './engine.ts';
import { addExportLooksPlugin } from './export-looks-plugin.ts';
import { addExtrasPlugin } from './extras-plugin.ts';
import { makeViewIdle } from './idle-view.ts';
import { makeEvaluationLazy } from './lazy-evaluation.ts';
import { seriousReasons } from './refusals.ts';
import { makeClearingSparse } from './sparse-clear.ts';

/** Commands on their way into one revision, handed to the engine beside the command, which would copy them. */
export interface Batch {
  commands: EngineCommand[];
  /** Why the engine did not take a command. */
  refusals: { type: string; reasons: string[] }[];
  writeCell(command: EngineCommand): void;
}

/** What of the model is private in its types; the package is pinned to the version this was read in. */
interface ModelInside {
  state: { addCommand(command: EngineCommand): void };
  handlers: unknown[];
  dispatchToHandlers(handlers: unknown[], command: EngineCommand): void;
}

/**
 * Writes a cell without asking each of the engine's forty plugins whether it may: Range has
 * checked place and merges. It halves the time of a large write.
 */
export function cellWriter(model: Model): (command: EngineCommand) => void {
  const inside = model as unknown as ModelInside;
  return (command) => {
    inside.state.addCommand(command);
    inside.dispatchToHandlers(inside.handlers, command);
  };
}

/** Once for the process: the engine's registries are its module's. */
export function prepareEngine(): void {
  addExtrasPlugin(engine);
  makeEvaluationLazy();
  addExportLooksPlugin();
  makeViewIdle();
  makeClearingSparse();
  // The id of each revision: the engine asks the system for its digits one by one.
  engine.helpers.UuidGenerator.prototype.uuidv4 = () => randomUUID();
  const { featurePluginRegistry, corePluginRegistry } = engine.registries;
  if (featurePluginRegistry.contains('workspace_batch')) return;

  /** Many changes as one revision. */
  class BatchPlugin extends engine.UIPlugin {
    static getters: string[] = [];
    static layers: string[] = [];
    readonly #batch: Batch | undefined;

    constructor(config: PluginConfig) {
      super(config);
      this.#batch = config.custom.batch as Batch | undefined;
    }

    override handle({ type }: EngineCommand): void {
      if (type !== 'WORKSPACE_BATCH' || !this.#batch) return;
      const { commands, refusals, writeCell } = this.#batch;
      for (const command of commands) {
        if (command.type === 'UPDATE_CELL') writeCell(command);
        else {
          const { type: commandType, ...payload } = withSheet(command);
          const reasons = seriousReasons(commandType, this.dispatch(commandType, payload).reasons);
          if (reasons.length > 0) refusals.push({ type: commandType, reasons });
        }
      }
    }
  }
  featurePluginRegistry.add('workspace_batch', BatchPlugin);

  /** Shows every change to the book before it happens. */
  class ObserverPlugin extends engine.CorePlugin {
    static getters: string[] = [];
    readonly #observe: (command: EngineCommand) => void;

    constructor(config: PluginConfig) {
      super(config);
      this.#observe = (config.custom.observe as ((command: EngineCommand) => void) | undefined) ?? (() => {});
    }

    override beforeHandle(command: EngineCommand): void {
      this.#observe(command);
    }
  }
  corePluginRegistry.add('workspace_observer', ObserverPlugin);
}

/** Ranges of a command that names no sheet are held by the engine against the sheet that is being looked at. */
function withSheet(command: EngineCommand): EngineCommand {
  const { ranges, sheetId } = command as EngineCommand & { ranges?: { _sheetId: string }[]; sheetId?: string };
  return sheetId === undefined && ranges?.[0] ? { ...command, sheetId: ranges[0]._sheetId } : command;
}
