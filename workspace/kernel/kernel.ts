import type { Clock } from './clock.ts';
import type { FileRegistry } from './files.ts';
import type { Store } from './store.ts';

/** What every service of one workspace shares. */
export interface Kernel {
  readonly store: Store;
  readonly clock: Clock;
  readonly files: FileRegistry;
  /** Where real files are written: outbox, documents, exports. */
  readonly directory: string;
  /** Address the workspace's pages are served at, without a slash at the end. */
  baseUrl: string;
  readonly user: { email: string; locale: string; timeZone: string };
  /** The script project's own time zone, from its manifest. */
  readonly scriptTimeZone: string;
  readonly customFunctions: CustomFunctionHost;
  /** Tells open pages that something changed: 'files', 'outbox', 'clock', … */
  announce(topic: string, detail?: unknown): void;
  /**
   * Queues an event for the script's triggers: simple (`onEdit`) and installable ones.
   * They run after the change that caused them, each as an execution of its own.
   */
  raise(event: TriggerEvent): void;
}

export interface TriggerEvent {
  type: 'open' | 'edit' | 'change' | 'formSubmit';
  /** The file whose event it is: the spreadsheet, form or document. */
  sourceId: string;
  /**
   * Makes Google's event object for one execution (host values; the membrane moves them over).
   * `authMode` and `triggerUid` are added by the caller.
   */
  build(execution: import('./execution.ts').Execution): Record<string, unknown>;
}

/** A parameter or a return value as the JSDoc of a custom function describes it. */
export interface CustomFunctionInfo {
  name: string;
  description: string;
  parameters: { name: string; description: string; optional: boolean }[];
  returns: string;
}

/** The script's functions that are marked `@customfunction`, for the formulas of every spreadsheet. */
export interface CustomFunctionHost {
  list(): CustomFunctionInfo[];
  /**
   * Calls one, now, as an execution of its own with the 30 s limit. A range arrives as rows of
   * cells (`[row][column]`), one cell as its value, a date as a host `Date`; a 2-D result spills.
   * @throws GoogleError with the script's message
   */
  call(name: string, args: unknown[]): unknown;
}
