import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openClock } from '../../../workspace/kernel/clock.ts';
import { openDailyQuotas } from '../../../workspace/kernel/daily-quota.ts';
import type { Execution, ServiceDefinition } from '../../../workspace/kernel/execution.ts';
import { openFiles } from '../../../workspace/kernel/files.ts';
import type { GoogleObject } from '../../../workspace/kernel/google-object.ts';
import { GoogleError } from '../../../workspace/kernel/google-object.ts';
import type { Kernel } from '../../../workspace/kernel/kernel.ts';
import { openLockTable } from '../../../workspace/kernel/lock-table.ts';
import { openStore } from '../../../workspace/kernel/store.ts';
import { openTriggers } from '../../../workspace/kernel/triggers.ts';

/** Where the tests' clocks stand: Friday, 30 January 2026, noon in Moscow. */
export const START = Date.UTC(2026, 0, 30, 9);

/** A real store, clock and file list in a folder of its own; no script realm around the services. */
export function givenKernel(directory = mkdtempSync(join(tmpdir(), 'workspace-'))): Kernel {
  const store = openStore(join(directory, 'state'));
  const clock = openClock(store, { at: START, running: false });
  const absent = (): never => {
    throw new Error('not needed by these tests');
  };
  return {
    store,
    clock,
    files: openFiles(store, clock),
    directory,
    baseUrl: 'http://localhost:8080',
    user: { email: 'ivanova@example.ru', locale: 'ru', timeZone: 'Europe/Moscow' },
    scriptTimeZone: 'Europe/Moscow',
    customFunctions: { list: () => [], call: absent },
    quotas: openDailyQuotas(store, clock, 'Europe/Moscow'),
    locks: openLockTable(),
    triggers: openTriggers(store, clock),
    allowedHosts: [],
    menus: { add: absent, of: () => [], clear: () => {} },
    project: { html: () => undefined, manifest: {} },
    containerId: 'container',
    announce: () => {},
    raise: () => {},
  };
}

/** One execution of the services as the host sees it; `end` does what the end of a script does. */
export function givenExecution(kernel: Kernel, authMode: Execution['authMode'] = 'FULL') {
  const writes: (() => void)[] = [];
  const flush = (): void => {
    for (const write of writes) write();
  };
  const execution: Execution = {
    id: 1,
    canWait: false,
    kernel,
    kind: 'editor',
    authMode,
    functionName: 'test',
    activeFileId: undefined,
    unattended: true,
    now: () => kernel.clock.now(),
    requireAuthorization(what) {
      if (authMode !== 'FULL') throw new GoogleError(`You do not have permission to call ${what}`);
    },
    spend: () => {},
    onFlush: (write) => writes.push(write),
    flush,
    ask: () => {
      throw new Error('nobody is asked');
    },
    wait: (what) => {
      throw new GoogleError(`${what} cannot wait here`);
    },
    service: () => {
      throw new Error('no other service here');
    },
    log: () => {},
  };
  return {
    execution,
    end: flush,
    service: <T extends GoogleObject>(definition: ServiceDefinition) => definition.create(execution) as T,
  };
}
