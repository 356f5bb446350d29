import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openClock } from '../../../workspace/kernel/clock.ts';
import type { Answer, Execution, ExecutionKind, Question } from '../../../workspace/kernel/execution.ts';
import { openFiles } from '../../../workspace/kernel/files.ts';
import { GoogleError, type GoogleObject } from '../../../workspace/kernel/google-object.ts';
import type { CustomFunctionInfo, Kernel, TriggerEvent } from '../../../workspace/kernel/kernel.ts';
import { openStore } from '../../../workspace/kernel/store.ts';
import { SpreadsheetApp } from '../../../workspace/services/spreadsheet/service.ts';
import { createSpreadsheetFile, type Spreadsheet } from '../../../workspace/services/spreadsheet/spreadsheet.ts';
import type { MenuNode } from '../../../workspace/workspace-api.ts';

type CustomFunctions = Record<string, (...args: never[]) => unknown>;

export interface Bench {
  kernel: Kernel;
  directory: string;
  fileId: string;
  events: TriggerEvent[];
  announcements: { topic: string; detail?: unknown }[];
  menus: MenuNode[];
  /** Calls of custom functions, in order. */
  calls: { name: string; args: unknown[] }[];
  /** A new execution's SpreadsheetApp, as a script has it. */
  app(settings?: { kind?: ExecutionKind; answers?: Answer[]; activeFileId?: string }): SpreadsheetApp & {
    _questions: Question[];
  };
  spreadsheet(): Spreadsheet;
  /** Closes the workspace and opens it again from its files. */
  reopened(): Bench;
}

export interface BenchSettings {
  locale?: string;
  timeZone?: string;
  scriptTimeZone?: string;
  functions?: CustomFunctions;
  directory?: string;
  fileId?: string;
}

/** 15 March 2026, 12:00 in Moscow. */
export const START_MS = Date.UTC(2026, 2, 15, 9);

/** A kernel with no script: host objects are called directly, as the membrane would call them. */
export function openBench(settings: BenchSettings = {}): Bench {
  const { locale = 'ru', timeZone = 'Europe/Moscow', functions = {} } = settings;
  const directory = settings.directory ?? mkdtempSync(join(tmpdir(), 'spreadsheet-test-'));
  const store = openStore(directory);
  const clock = openClock(store, { at: START_MS, running: false });
  const events: TriggerEvent[] = [];
  const announcements: Bench['announcements'] = [];
  const menus: MenuNode[] = [];
  const calls: Bench['calls'] = [];
  const infos: CustomFunctionInfo[] = Object.keys(functions).map((name) => ({
    name,
    description: name,
    parameters: [],
    returns: '',
  }));
  // What SpreadsheetApp does not use is left out.
  const kernel = {
    store,
    clock,
    files: openFiles(store, clock),
    directory,
    baseUrl: 'http://127.0.0.1:8080',
    user: { email: 'user@example.org', locale, timeZone },
    scriptTimeZone: settings.scriptTimeZone ?? timeZone,
    customFunctions: {
      list: () => infos,
      call(name, args) {
        calls.push({ name, args });
        return functions[name]!(...(args as never[]));
      },
    },
    menus: { add: (_, menu) => menus.push(menu), of: () => menus, clear: () => menus.splice(0) },
    project: { html: () => undefined, manifest: {} },
    containerId: '',
    announce: (topic, detail) => announcements.push({ topic, detail }),
    raise: (event) => events.push(event),
  } as Partial<Kernel> as Kernel;
  const fileId = settings.fileId ?? createSpreadsheetFile(kernel, 'Таблица');
  const app: Bench['app'] = ({ kind = 'menu', answers = [], activeFileId = fileId } = {}) => {
    const questions: Question[] = [];
    const writes = new Set<() => void>();
    const services = new Map<string, GoogleObject>();
    const execution = {
      kernel,
      kind,
      // As the executor sets it.
      unattended: kind === 'web-app' || kind === 'custom-function',
      authMode: kind === 'simple-trigger' ? 'LIMITED' : kind === 'custom-function' ? 'CUSTOM_FUNCTION' : 'FULL',
      functionName: 'test',
      now: () => clock.now(),
      activeFileId,
      requireAuthorization(what) {
        if (execution.authMode !== 'FULL') throw new GoogleError(`You do not have permission to call ${what}.`);
      },
      spend: () => {},
      onFlush: (write) => writes.add(write),
      flush: () => {
        for (const write of writes) write();
      },
      ask(question) {
        questions.push(question);
        const answer = answers.shift();
        if (!answer) throw new Error(`no answer prepared for ${question.message}`);
        return answer;
      },
      wait: () => {
        throw new Error('nothing to wait for');
      },
      service: <T extends GoogleObject>(name: string) => services.get(name) as T,
      log: () => {},
    } as Partial<Execution> as Execution;
    const service = Object.assign(new SpreadsheetApp(execution), { _questions: questions });
    services.set('SpreadsheetApp', service);
    return service;
  };
  return {
    kernel,
    directory,
    fileId,
    events,
    announcements,
    menus,
    calls,
    app,
    spreadsheet: () => app().getActiveSpreadsheet(),
    reopened() {
      store.close();
      return openBench({ ...settings, directory, fileId });
    },
  };
}
