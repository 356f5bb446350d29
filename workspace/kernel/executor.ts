import type { ExecutionRecord, ExecutionResult, RunningExecution, RunOptions } from '../workspace-api.ts';
import type { AuthMode, Execution, ExecutionKind, ServiceDefinition } from './execution.ts';
import type { ExecutionLog } from './execution-log.ts';
import { GoogleError } from './google-object.ts';
import { runInThread } from './in-thread.ts';
import type { Kernel } from './kernel.ts';
import type { LatencyModel } from './latency.ts';
import { LIMITS } from './limits.ts';
import { Run } from './run.ts';
import type { LoadedProject } from './script-project.ts';
import { GOOGLE_GLOBALS } from './script-start.ts';
import type { Outcome, ScriptStart, Wire } from './wire.ts';
import { runInWorker } from './worker-thread.ts';
import { inZone } from './zone-of-process.ts';

export interface ExecutorSettings {
  kernel: Kernel;
  project: LoadedProject;
  services: readonly ServiceDefinition[];
  latency: LatencyModel;
  log: ExecutionLog;
  ownThreads: boolean;
}

/** Makes the arguments of a function when its services are there: event objects hold them. */
export type ArgumentMaker = (execution: Execution) => unknown[];

export interface Executor {
  run(functionName: string, args: ArgumentMaker, how: RunOptions): Promise<ExecutionResult>;
  /** In this thread and at once; not in the log unless it fails: a sheet calls hundreds. */
  runCustomFunction(functionName: string, args: unknown[]): unknown;
  stop(executionId: number): boolean;
  /** Runs that have a thread of their own, at this moment. */
  running(): RunningExecution[];
  stopAll(): void;
}

export function createExecutor(settings: ExecutorSettings): Executor {
  const { kernel, project, log } = settings;
  const services = new Map(settings.services.map((service) => [service.name, service]));
  const missing = missingGlobals(project, services);
  const running = new Map<number, { run: Run; stop: () => void }>();

  const begin = (functionName: string, how: RunOptions, canWait: boolean): Run => {
    const kind = how.kind ?? 'editor';
    return new Run({
      id: log.nextId(),
      kernel,
      services,
      latency: settings.latency,
      functionName,
      kind,
      authMode: how.authMode ?? authModeOf(kind),
      // Google's guide "Container-bound Scripts": run as a web app, a bound script has no active file.
      activeFileId: kind === 'web-app' ? undefined : (how.activeFileId ?? kernel.containerId),
      selection: how.selection,
      unattended: how.unattended ?? (kind === 'web-app' || kind === 'custom-function'),
      answers: how.answers ?? [],
      onQuestion: how.onQuestion,
      canWait,
    });
  };

  const startOf = (run: Run): ScriptStart => ({
    startedMs: run.startedMs,
    graceMs: run.graceMs,
    services: [...services.keys()],
    missing,
  });

  let lastFormulaError = '';
  /** A column of formulas calls one function a thousand times: of those only a new failure is told. */
  const isWorthLogging = (record: ExecutionRecord): boolean => {
    if (record.kind !== 'custom-function') return true;
    const error = record.error && `${record.functionName} ${record.error}`;
    if (!error || error === lastFormulaError) return false;
    lastFormulaError = error;
    return true;
  };

  const finish = (run: Run, outcome: Outcome): ExecutionResult => {
    const { value, thrown, record } = run.finish(outcome);
    kernel.locks.releaseAll(run.id);
    if (isWorthLogging(record)) {
      log.add(record);
      kernel.announce('executions', record.id);
    }
    return { value, ...(record.error ? { error: record.error } : {}), ...(thrown ? { thrown } : {}), record };
  };

  const inThisThread = (run: Run, args: ArgumentMaker): ExecutionResult =>
    inZone(kernel.scriptTimeZone, () => {
      const wires = wiresOf(run, args);
      return finish(run, 'error' in wires ? wires : runInThread(project, startOf(run), run, wires.args));
    });

  return {
    async run(functionName, args, how) {
      const ownThread = how.onQuestion !== undefined || settings.ownThreads;
      if (!ownThread) return inThisThread(begin(functionName, how, false), args);
      if (running.size >= LIMITS.simultaneousExecutions) {
        throw new GoogleError('There are too many scripts running simultaneously for this Google user account.');
      }
      const run = begin(functionName, how, true);
      const wires = wiresOf(run, args);
      if ('error' in wires) return finish(run, wires);
      const { outcome, stop } = runInWorker(project, kernel.scriptTimeZone, startOf(run), run, wires.args);
      running.set(run.id, { run, stop });
      kernel.announce('executions', run.id);
      try {
        return finish(run, await outcome);
      } finally {
        running.delete(run.id);
      }
    },
    runCustomFunction(functionName, args) {
      const run = begin(functionName, { kind: 'custom-function' }, false);
      const { value, thrown } = inThisThread(run, () => args);
      if (thrown) throw new GoogleError(thrown.message);
      return value;
    },
    stop(executionId) {
      const found = running.get(executionId);
      found?.stop();
      return found !== undefined;
    },
    running: () =>
      [...running.values()].map(({ run: { id, functionName, kind, startedMs } }) => ({
        id,
        functionName,
        kind,
        startedMs,
      })),
    stopAll() {
      for (const { stop } of running.values()) stop();
    },
  };
}

function wiresOf(run: Run, args: ArgumentMaker): { args: Wire[] } | Extract<Outcome, { error: unknown }> {
  try {
    return { args: args(run).map((arg) => run.membrane.toWire(arg)) };
  } catch (error) {
    const { name, message, stack = '' } = error as Error;
    return { error: { name, message, stack } };
  }
}

/** @source Google's guides "Authorization modes" and "Custom functions" */
function authModeOf(kind: ExecutionKind): AuthMode {
  if (kind === 'custom-function') return 'CUSTOM_FUNCTION';
  return kind === 'simple-trigger' ? 'LIMITED' : 'FULL';
}

/** Built-in services are always in scope; advanced ones, when the manifest switches them on. */
function missingGlobals(project: LoadedProject, services: ReadonlyMap<string, unknown>): string[] {
  const advanced = project.manifest.dependencies?.enabledAdvancedServices ?? [];
  const names = [...GOOGLE_GLOBALS, ...advanced.map(({ userSymbol }) => userSymbol)];
  return names.filter((name) => !services.has(name));
}
