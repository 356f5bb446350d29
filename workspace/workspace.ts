import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openClock } from './kernel/clock.ts';
import { openDailyQuotas } from './kernel/daily-quota.ts';
import { openEventQueue } from './kernel/event-queue.ts';
import { openExecutionLog } from './kernel/execution-log.ts';
import { createExecutor } from './kernel/executor.ts';
import { type FileRegistry, MIME, openFiles } from './kernel/files.ts';
import type { Kernel } from './kernel/kernel.ts';
import { DEFAULT_LATENCY } from './kernel/latency.ts';
import { openLockTable } from './kernel/lock-table.ts';
import { functionBehind, openMenuBoard } from './kernel/menu-board.ts';
import { declaresFunction, loadProject } from './kernel/script-project.ts';
import { openStore, type Store } from './kernel/store.ts';
import { isTimeZone } from './kernel/time-zone.ts';
import { createTriggerRunner } from './kernel/trigger-runner.ts';
import { openTriggers } from './kernel/triggers.ts';
import { bookExists, createBook } from './services/spreadsheet/book.ts';
import { SERVICES } from './services.ts';
import type { Workspace, WorkspaceOptions } from './workspace-api.ts';

const DEFAULT_USER = { email: 'user@example.com', locale: 'en', timeZone: 'Etc/UTC' };
const DEFAULT_ADDRESS = 'http://localhost:8080';

/**
 * Opens a workspace in its folder, or makes a new one with the script's container in it. Events
 * that a kill left queued are delivered here.
 *
 * @throws Error when the script cannot be read or its manifest names an unknown time zone
 */
export async function openWorkspace(options: WorkspaceOptions): Promise<Workspace> {
  const project = loadProject(options.script);
  const user = options.user ?? DEFAULT_USER;
  const scriptTimeZone = project.manifest.timeZone ?? user.timeZone;
  if (!isTimeZone(scriptTimeZone)) throw new Error(`unknown time zone in appsscript.json: ${scriptTimeZone}`);
  mkdirSync(options.directory, { recursive: true });
  const store = openStore(join(options.directory, 'state'), options.warn);
  const clock = openClock(store, { at: options.startAt ?? Date.now(), running: options.clockRunning ?? true });
  const files = openFiles(store, clock);
  const containerId = containerOf(store, files, options.container.name);
  const triggers = openTriggers(store, clock);
  const events = openEventQueue(store, triggers, containerId);
  const log = openExecutionLog(store);
  const listeners = new Set<(topic: string, detail?: unknown) => void>();

  const kernel: Kernel = {
    store,
    clock,
    files,
    directory: options.directory,
    baseUrl: options.baseUrl ?? DEFAULT_ADDRESS,
    user,
    scriptTimeZone,
    customFunctions: {
      list: () => [...project.customFunctions],
      call: (name, args) => executor.runCustomFunction(name, args),
    },
    locks: openLockTable(),
    triggers,
    quotas: openDailyQuotas(store, clock, user.timeZone),
    menus: openMenuBoard(() => kernel.announce('menus')),
    project,
    containerId,
    allowedHosts: options.allowedHosts ?? [],
    announce(topic, detail) {
      for (const listener of listeners) listener(topic, detail);
    },
    raise: (event) => events.add(event),
  };
  if (!bookExists(kernel, containerId)) createBook(kernel, containerId);
  const executor = createExecutor({
    kernel,
    project,
    services: SERVICES,
    latency: options.latency ?? DEFAULT_LATENCY,
    log,
    ownThreads: options.ownThreads ?? false,
  });
  const runner = createTriggerRunner({
    kernel,
    executor,
    events,
    services: SERVICES,
    log,
    hasFunction: (name) => declaresFunction(project, name),
  });

  const workspace: Workspace = {
    kernel,
    containerId,
    async run(functionName, args = [], how = {}) {
      const result = await executor.run(functionName, () => args, how);
      await runner.settle();
      return result;
    },
    async openContainer() {
      kernel.menus.clear(containerId);
      kernel.raise({ type: 'open', sourceId: containerId, service: 'SpreadsheetApp', detail: null });
      await runner.settle();
    },
    menus: () => kernel.menus.of(containerId),
    async click(path, answers) {
      const how = { kind: 'menu' as const, ...(answers ? { answers } : {}) };
      return workspace.run(functionBehind(workspace.menus(), path), [], how);
    },
    settle: () => runner.settle(),
    advanceTo: (milliseconds) => runner.advanceTo(milliseconds),
    stop: (executionId) => executor.stop(executionId),
    running: () => executor.running(),
    executions: () => log.all(),
    onAnnounce(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      executor.stopAll();
      store.close();
    },
  };
  await runner.settle();
  return workspace;
}

const CONTAINER = 'container';

function containerOf(store: Store, files: FileRegistry, name: string): string {
  const known = store.get<string>(CONTAINER);
  if (known !== undefined) return known;
  return store.transaction(() => {
    const { id } = files.create({ name, mimeType: MIME.spreadsheet });
    store.put(CONTAINER, id);
    return id;
  });
}
