import type { Answer, AuthMode, ExecutionKind, PageSelection, Question } from './kernel/execution.ts';
import type { Kernel } from './kernel/kernel.ts';
import type { LatencyModel } from './kernel/latency.ts';

/** What a program (a server, a test, a sample run) does with a workspace. `openWorkspace` in workspace.ts makes one. */
export interface Workspace {
  readonly kernel: Kernel;
  /** The spreadsheet (or other file) the script is bound to. */
  readonly containerId: string;
  /** Runs one top-level function, then the triggers that its run caused. */
  run(functionName: string, args?: unknown[], how?: RunOptions): Promise<ExecutionResult>;
  /** Opens the container as a person would: `onOpen` runs and makes the menus. */
  openContainer(): Promise<void>;
  /** Menus made by the script, as they stand now. */
  menus(): MenuNode[];
  /** Chooses a menu item by its captions: ['НОКО', 'Подготовить таблицу']. */
  click(path: readonly string[], answers?: readonly Answer[]): Promise<ExecutionResult>;
  /** Runs what events have queued until nothing is left. */
  settle(): Promise<void>;
  /** Moves the clock to a moment, stopping at each time trigger that falls due on the way and running it. */
  advanceTo(milliseconds: number): Promise<void>;
  /** Stops a run that has a thread of its own. @returns was it running? */
  stop(executionId: number): boolean;
  /** Runs that go on in a thread of their own, oldest first. */
  running(): readonly RunningExecution[];
  /** Newest last; the log keeps the last 1,000. */
  executions(): readonly ExecutionRecord[];
  onAnnounce(listener: (topic: string, detail?: unknown) => void): () => void;
  close(): void;
}

export interface WorkspaceOptions {
  /** Folder of the workspace's own files; made when absent. */
  directory: string;
  /** Folder of the built script project: .js, .html, appsscript.json. */
  script: string;
  container: { name: string };
  /** Where the clock stands when the workspace is made; later openings keep their own. */
  startAt?: number;
  /** Does the clock run? Default true. */
  clockRunning?: boolean;
  user?: { email: string; locale: string; timeZone: string };
  baseUrl?: string;
  warn?: (message: string) => void;
  latency?: LatencyModel;
  /**
   * Runs triggers and whatever else nobody answers for in a thread of its own too, so that a
   * script that loops for ever does not hold up the server. Default false: 50 ms less for each run.
   */
  ownThreads?: boolean;
  /** Hosts beside loopback that UrlFetchApp may reach: 'example.com', 'example.com:8080'. */
  allowedHosts?: readonly string[];
}

export interface RunOptions {
  kind?: ExecutionKind;
  authMode?: AuthMode;
  activeFileId?: string;
  /** What the person has selected on the page; without it the first visible sheet's A1. */
  selection?: PageSelection;
  /** A clock's or a form's trigger: no file is open in front of anybody. */
  unattended?: boolean;
  /** Prepared answers to alert and prompt, in order. Without them `onQuestion` is asked. */
  answers?: readonly Answer[];
  /** Asks the person at the page. Absent and no answer left: the execution fails, saying which question. */
  onQuestion?: (question: Question) => Promise<Answer>;
}

export interface ExecutionResult {
  /** What the function returned, as host values. */
  value: unknown;
  /** What it threw, as Google would show it: 'Exception: Range not found', 'Error: …'. */
  error?: string;
  /** The same in parts, for pages that show the message alone. */
  thrown?: { name: string; message: string };
  record: ExecutionRecord;
}

export interface RunningExecution {
  id: number;
  functionName: string;
  kind: ExecutionKind;
  startedMs: number;
}

export interface ExecutionRecord {
  id: number;
  functionName: string;
  kind: ExecutionKind;
  startedMs: number;
  /** Estimated by the latency model: what the run would take on Google. */
  estimatedMs: number;
  /** Taken here. */
  tookMs: number;
  status: 'completed' | 'failed' | 'timed-out';
  error?: string;
  /** Calls by method: { 'Range.getValues': 3 }. */
  calls: Record<string, number>;
  log: { level: string; text: string; atMs: number }[];
}

export type MenuNode =
  | { kind: 'item'; caption: string; functionName: string }
  | { kind: 'separator' }
  | { kind: 'menu'; caption: string; items: MenuNode[] };
