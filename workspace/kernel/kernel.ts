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
