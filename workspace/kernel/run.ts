import type { ExecutionRecord } from '../workspace-api.ts';
import { useDailyQuota } from './daily-quota.ts';
import type {
  Answer,
  AuthMode,
  Execution,
  ExecutionKind,
  PageSelection,
  Question,
  ServiceDefinition,
} from './execution.ts';
import { GoogleError, type GoogleObject } from './google-object.ts';
import type { Kernel } from './kernel.ts';
import { callCostMs, type LatencyModel, valuesCostMs } from './latency.ts';
import { OutOfTime, runLimitMs } from './limits.ts';
import { Membrane, type MembraneAccounts, Suspended } from './membrane.ts';
import type { Message, Outcome, Reply } from './wire.ts';

export interface RunSettings {
  id: number;
  kernel: Kernel;
  services: ReadonlyMap<string, ServiceDefinition>;
  latency: LatencyModel;
  functionName: string;
  kind: ExecutionKind;
  authMode: AuthMode;
  activeFileId: string | undefined;
  selection: PageSelection | undefined;
  unattended: boolean;
  answers: readonly Answer[];
  onQuestion: ((question: Question) => Promise<Answer>) | undefined;
  /** Does the script run in a thread of its own, so that its calls can be kept waiting? */
  canWait: boolean;
}

/** Time of the machine that a script does not see while the workspace's clock stands. */
const STANDING_CLOCK_GRACE_MS = 1000;
/** Calls notice the limit themselves; this is for a script that makes none. */
export const OVERDUE_GRACE_MS = 1000;

/** One execution as the workspace sees it: services, accounts of calls and time, log, questions. */
export class Run implements Execution, MembraneAccounts {
  readonly kernel: Kernel;
  readonly kind: ExecutionKind;
  readonly authMode: AuthMode;
  readonly functionName: string;
  readonly activeFileId: string | undefined;
  readonly selection: PageSelection | undefined;
  readonly unattended: boolean;
  readonly id: number;
  readonly startedMs: number;
  readonly graceMs: number;
  readonly membrane = new Membrane(this);
  readonly limitMs: number;
  readonly #settings: RunSettings;
  readonly #machineStartMs = performance.now();
  readonly #answers: Answer[];
  readonly #services = new Map<string, GoogleObject>();
  readonly #writes = new Set<() => void>();
  readonly #calls: Record<string, number> = {};
  readonly #log: ExecutionRecord['log'] = [];
  #chargedMs = 0;
  /** Spent waiting for a person or the network: Google's limit does not count it. */
  #waitedMs = 0;
  #timedOut = false;
  /** Results of the waits of the call that is being made again. */
  #waits: { value?: unknown; error?: unknown }[] = [];
  #waitIndex = 0;

  constructor(settings: RunSettings) {
    this.#settings = settings;
    this.#answers = [...settings.answers];
    this.id = settings.id;
    this.kernel = settings.kernel;
    this.kind = settings.kind;
    this.authMode = settings.authMode;
    this.functionName = settings.functionName;
    this.activeFileId = settings.activeFileId;
    this.selection = settings.selection;
    this.unattended = settings.unattended;
    this.startedMs = settings.kernel.clock.now();
    this.graceMs = settings.kernel.clock.running ? 0 : STANDING_CLOCK_GRACE_MS;
    this.limitMs = runLimitMs(settings.kind);
  }

  now(): number {
    return this.startedMs + Math.floor(Math.max(this.#chargedMs, this.#elapsedMs() - this.graceMs));
  }

  #elapsedMs(): number {
    return performance.now() - this.#machineStartMs - this.#waitedMs;
  }

  requireAuthorization(what: string): void {
    if (this.authMode !== 'FULL') throw new GoogleError(`You do not have permission to call ${what}.`);
  }

  spend(milliseconds: number): void {
    this.#chargedMs += milliseconds;
    this.#stopWhenOutOfTime();
  }

  onFlush(write: () => void): void {
    this.#writes.add(write);
  }

  flush(): void {
    // Twice, since what one service writes (a form's answers) fills the buffer of another (the sheet).
    for (let pass = 0; pass < 2; pass += 1) for (const write of this.#writes) write();
  }

  ask(question: Question): Answer {
    const prepared = this.#answers.shift();
    if (prepared) return prepared;
    const { onQuestion } = this.#settings;
    if (!onQuestion) {
      throw new GoogleError(`no answer is prepared for the ${question.kind} "${question.title} ${question.message}"`);
    }
    return this.wait(`Ui.${question.kind}`, () => onQuestion(question));
  }

  wait<T>(what: string, start: () => Promise<T>): T {
    const known = this.#waits[this.#waitIndex];
    if (known) {
      this.#waitIndex += 1;
      if ('error' in known) throw known.error;
      return known.value as T;
    }
    if (!this.#settings.canWait) throw new GoogleError(`${what} has to wait, and this run has no thread of its own`);
    const since = performance.now();
    const settle = (result: { value?: unknown; error?: unknown }): void => {
      this.#waits.push(result);
      this.#waitedMs += performance.now() - since;
    };
    throw new Suspended(
      start().then(
        (value) => settle({ value }),
        (error) => settle({ error }),
      ),
    );
  }

  get canWait(): boolean {
    return this.#settings.canWait;
  }

  service<T extends GoogleObject>(name: string): T {
    let service = this.#services.get(name);
    if (!service) {
      const definition = this.#settings.services.get(name);
      if (!definition) throw new GoogleError(`not available on the local workspace: ${name}`);
      service = definition.create(this);
      this.membrane.nameService(service, name);
      this.#services.set(name, service);
    }
    return service as T;
  }

  log(level: 'INFO' | 'WARNING' | 'ERROR' | 'DEBUG', text: string): void {
    this.#log.push({ level, text, atMs: this.now() });
  }

  beforeCall(method: string, args: readonly unknown[]): void {
    // A call made again after a wait is the same call.
    if (this.#waits.length > 0) return;
    this.#calls[method] = (this.#calls[method] ?? 0) + 1;
    useDailyQuota(this.kernel.quotas, method, args);
    let costMs = callCostMs(this.#settings.latency, method);
    for (const arg of args) costMs += valuesCostMs(this.#settings.latency, arg);
    this.spend(costMs);
  }

  afterCall(_method: string, result: unknown): void {
    this.#chargedMs += valuesCostMs(this.#settings.latency, result);
  }

  chargedMs(): number {
    return this.#chargedMs;
  }

  ownCall(name: string, args: unknown[]): unknown {
    if (name === 'service') return this.service(args[0] as string);
    this.log(args[0] as 'INFO', args[1] as string);
    return undefined;
  }

  internalError(method: string, error: unknown): void {
    const trace = error instanceof Error ? error.stack : String(error);
    this.#log.push({ level: 'DEBUG', text: `the workspace failed in ${method}: ${trace}`, atMs: this.now() });
  }

  #stopWhenOutOfTime(): void {
    if (this.#chargedMs <= this.limitMs && this.#elapsedMs() <= this.limitMs) return;
    this.#timedOut = true;
    throw new OutOfTime();
  }

  /** Answers one message of the script: all its changes are one line of the journal. */
  receive(message: Message): Reply {
    this.#waitIndex = 0;
    const reply = this.kernel.store.transaction(() => this.membrane.receive(message));
    this.#waits = [];
    return reply;
  }

  /** Has the script taken more of the machine's time than its limit, with a second for the way? */
  isOverdue(): boolean {
    return this.#elapsedMs() > this.limitMs + OVERDUE_GRACE_MS;
  }

  /** The machine's clock ran out while the script was busy with itself. */
  stopped(): void {
    this.#timedOut = true;
  }

  /** Writes what is buffered, moves the clock by the estimated time and closes the accounts. */
  finish(outcome: Outcome): {
    value: unknown;
    thrown: { name: string; message: string } | undefined;
    record: ExecutionRecord;
  } {
    let thrown: { name: string; message: string; stack?: string } | undefined =
      'error' in outcome ? outcome.error : undefined;
    try {
      // A custom function writes nothing; what is buffered belongs to the run whose formulas call it.
      if (this.kind !== 'custom-function') this.kernel.store.transaction(() => this.flush());
    } catch (error) {
      thrown ??= { name: (error as Error).name, message: (error as Error).message };
    }
    if (this.#timedOut || this.#chargedMs > this.limitMs) {
      this.#timedOut = true;
      thrown = { name: '', message: new OutOfTime().message };
    }
    const error = thrown && (thrown.name ? `${thrown.name}: ${thrown.message}` : thrown.message);
    if (error) this.log('ERROR', ownFrames(thrown?.stack) || error);
    this.#moveClock();
    return {
      value: 'value' in outcome && !thrown ? this.membrane.fromWire(outcome.value) : undefined,
      thrown: thrown && { name: thrown.name, message: thrown.message },
      record: {
        id: this.id,
        functionName: this.functionName,
        kind: this.kind,
        startedMs: this.startedMs,
        estimatedMs: Math.round(this.#chargedMs),
        tookMs: Math.round(performance.now() - this.#machineStartMs),
        status: this.#timedOut ? 'timed-out' : error ? 'failed' : 'completed',
        ...(error ? { error } : {}),
        calls: this.#calls,
        log: this.#log,
      },
    };
  }

  /** A run takes its estimated time on the workspace's clock, so what it wrote down is never in the future. */
  #moveClock(): void {
    if (this.kind === 'custom-function') return;
    this.kernel.clock.reach(this.startedMs + Math.ceil(this.#chargedMs));
  }
}

/** A stack without the frames of the workspace: what is left is in the script's files. */
function ownFrames(stack = ''): string {
  const foreign = /workspace-script-side|evalmachine|node:|\(?(?:file:|\/|[A-Z]:\\)/;
  return stack
    .split('\n')
    .filter((line) => !/^\s+at /.test(line) || !foreign.test(line))
    .join('\n');
}
