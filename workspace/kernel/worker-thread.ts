import { MessageChannel, Worker } from 'node:worker_threads';
import { Suspended } from './membrane.ts';
import type { Run } from './run.ts';
import type { LoadedProject } from './script-project.ts';
import { startText } from './script-start.ts';
import type { Message, Outcome, Reply, ScriptStart, Wire } from './wire.ts';
import { enterZone } from './zone-of-process.ts';

/** How often the machine's time is checked for a script that makes no calls. */
const CHECK_EVERY_MS = 250;

/**
 * Runs one function in a thread of its own: the script may be kept waiting for a person's answer
 * while this thread serves others, and a script that loops for ever can be stopped.
 */
export function runInWorker(
  project: LoadedProject,
  zone: string,
  start: ScriptStart,
  run: Run,
  args: Wire[],
): { outcome: Promise<Outcome>; stop: () => void } {
  const flag = new Int32Array(new SharedArrayBuffer(4));
  const { port1: port, port2 } = new MessageChannel();
  enterZone(zone);
  const worker = new Worker(`const __name = (f) => f; (${workerMain.toString()})(require)`, {
    eval: true,
    workerData: {
      port: port2,
      flag,
      files: project.files,
      startText: startText(),
      start,
      shapes: run.membrane.takeUnsentShapes(),
      functionName: run.functionName,
      args,
    },
    transferList: [port2],
  });
  let waiting = false;
  port.on('message', async (message: Message) => {
    waiting = true;
    const reply = await receive(run, message);
    waiting = false;
    port.postMessage(reply);
    Atomics.store(flag, 0, 1);
    Atomics.notify(flag, 0);
  });
  const watch = setInterval(() => {
    if (waiting || !run.isOverdue()) return;
    run.stopped();
    void worker.terminate();
  }, CHECK_EVERY_MS);
  let stoppedByHand = false;
  const outcome = new Promise<Outcome>((resolve) => {
    worker.once('message', resolve);
    worker.once('error', ({ name, message, stack = '' }) => resolve({ error: { name, message, stack } }));
    worker.once('exit', () => {
      const message = stoppedByHand ? 'Script execution was cancelled' : 'Exceeded maximum execution time';
      resolve({ error: { name: '', message, stack: '' } });
    });
  }).finally(() => {
    clearInterval(watch);
    port.close();
    void worker.terminate();
  });
  const stop = (): void => {
    stoppedByHand = true;
    void worker.terminate();
  };
  return { outcome, stop };
}

/** A call that has to wait is left and made again when what it waits for is there. */
async function receive(run: Run, message: Message): Promise<Reply> {
  for (;;) {
    try {
      return run.receive(message);
    } catch (error) {
      if (error instanceof Suspended) await error.until;
      // The workspace was closed under the script's feet.
      else return { error: { name: 'Error', message: (error as Error).message }, chargedMs: run.chargedMs() };
    }
  }
}

/** Its text runs in the worker: only types of this module may be named in it. */
function workerMain(require: NodeJS.Require): void {
  const { parentPort, workerData, receiveMessageOnPort } =
    require('node:worker_threads') as typeof import('node:worker_threads');
  const { createContext, Script } = require('node:vm') as typeof import('node:vm');
  const { port, flag, files, startText, start, shapes, functionName, args } = workerData;
  // The first use fixes the thread's time zone.
  new Date(0).getHours();
  const send = (message: unknown): unknown => {
    Atomics.store(flag, 0, 0);
    port.postMessage(message);
    Atomics.wait(flag, 0, 0);
    return receiveMessageOnPort(port)?.message;
  };
  const context = createContext({}, { microtaskMode: 'afterEvaluate' });
  let outcome: unknown;
  try {
    const enter = new Script(startText).runInContext(context)(send, start, shapes);
    for (const { name, code } of files) new Script(code, { filename: name }).runInContext(context);
    const key = Symbol.for('workspace.enter');
    const value = (): void => {
      Reflect.deleteProperty(context, key);
      outcome = enter(functionName, args);
    };
    Object.defineProperty(context, key, { configurable: true, value });
    new Script('globalThis[Symbol.for("workspace.enter")]()').runInContext(context);
  } catch (thrown) {
    const { name = '', message = String(thrown), stack = '' } = (thrown ?? {}) as Partial<Error>;
    outcome = { error: { name, message, stack } };
  }
  parentPort?.postMessage(outcome);
}
