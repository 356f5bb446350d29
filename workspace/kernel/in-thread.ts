import { createContext, Script } from 'node:vm';
import { OVERDUE_GRACE_MS, type Run } from './run.ts';
import type { LoadedProject } from './script-project.ts';
import { startText } from './script-start.ts';
import type { Outcome, ScriptStart, Wire } from './wire.ts';

let startScript: Script | undefined;
const enterScript = new Script('globalThis[Symbol.for("workspace.enter")]()');

/**
 * Runs one function in a fresh context of this thread, as on Google where globals do not
 * survive an execution. Used where nobody has to be asked.
 */
export function runInThread(project: LoadedProject, start: ScriptStart, run: Run, args: Wire[]): Outcome {
  startScript ??= new Script(startText(), { filename: 'workspace-script-side' });
  const global = createContext({}, { microtaskMode: 'afterEvaluate' });
  const timeout = run.limitMs + OVERDUE_GRACE_MS;
  try {
    const makeSide = startScript.runInContext(global);
    const enter = makeSide(
      (message: Parameters<Run['receive']>[0]) => run.receive(message),
      start,
      run.membrane.takeUnsentShapes(),
    );
    for (const file of project.compiled) file.runInContext(global, { timeout });
    let outcome: Outcome | undefined;
    Object.defineProperty(global, Symbol.for('workspace.enter'), {
      configurable: true,
      value: () => {
        Reflect.deleteProperty(global, Symbol.for('workspace.enter'));
        outcome = enter(run.functionName, args);
      },
    });
    enterScript.runInContext(global, { timeout });
    return outcome as unknown as Outcome;
  } catch (thrown) {
    if ((thrown as { code?: string }).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') run.stopped();
    return { error: describeThrown(thrown) };
  }
}

/** What a script's file threw while it was loaded; of the script's realm, so no `instanceof`. */
function describeThrown(thrown: unknown): { name: string; message: string; stack: string } {
  const { name = '', message = String(thrown), stack = '' } = (thrown ?? {}) as Partial<Error>;
  return { name, message, stack };
}
