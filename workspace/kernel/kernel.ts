import type { MenuNode } from '../workspace-api.ts';
import type { Clock } from './clock.ts';
import type { DailyQuotas } from './daily-quota.ts';
import type { FileRegistry } from './files.ts';
import type { LockTable } from './lock-table.ts';
import type { Store } from './store.ts';
import type { TriggerRegistry } from './triggers.ts';

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
  /** Locks of LockService between simultaneous executions. */
  readonly locks: LockTable;
  readonly triggers: TriggerRegistry;
  readonly quotas: DailyQuotas;
  readonly menus: MenuBoard;
  readonly project: ScriptProject;
  /** The file the script is bound to. */
  readonly containerId: string;
  /** Hosts beside loopback that UrlFetchApp may reach. */
  readonly allowedHosts: readonly string[];
  /** Tells open pages that something changed: 'files', 'outbox', 'clock', … */
  announce(topic: string, detail?: unknown): void;
  /**
   * Queues an event for the script's triggers: simple (`onEdit`) and installable ones.
   * They run after the change that caused them, each as an execution of its own.
   */
  raise(event: TriggerEvent): void;
}

/** Plain JSON: it waits in the store until its triggers have run, a restart in between included. */
export interface TriggerEvent {
  type: 'open' | 'edit' | 'change' | 'formSubmit';
  /** The file whose event it is: the spreadsheet, form or document. */
  sourceId: string;
  /** The service whose definition has the `buildEvent` for it: 'SpreadsheetApp', 'FormApp', … */
  service: string;
  /** What `buildEvent` needs: the range's address, old and new value, the response's ID. */
  detail: unknown;
}

/** Menus of open files. They live as long as the workspace is open, as on Google with the browser tab. */
export interface MenuBoard {
  /** What `Menu.addToUi` does. A menu with the same caption is replaced. */
  add(fileId: string, menu: Extract<MenuNode, { kind: 'menu' }>): void;
  of(fileId: string): MenuNode[];
  clear(fileId: string): void;
}

/** The script's files, read once. */
export interface ScriptProject {
  /** Content of an HTML file by its name, with or without `.html`. */
  html(name: string): string | undefined;
  readonly manifest: ScriptManifest;
}

/** What the workspace reads of `appsscript.json`. */
export interface ScriptManifest {
  timeZone?: string;
  oauthScopes?: string[];
  urlFetchWhitelist?: string[];
  /** Its presence here is what a deployment as a web app is on Google. */
  webapp?: { access?: string; executeAs?: string };
  dependencies?: { enabledAdvancedServices?: { userSymbol: string; serviceId: string; version: string }[] };
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
