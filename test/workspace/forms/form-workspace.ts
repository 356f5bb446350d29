import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findForm, readItems } from '../../../workspace/services/forms/form-store.ts';
import { openWorkspace } from '../../../workspace/workspace.ts';
import type { ExecutionResult, Workspace } from '../../../workspace/workspace-api.ts';

/** Where the tests' clocks stand: Friday, 30 January 2026, noon in Moscow. */
export const NOON = Date.UTC(2026, 0, 30, 9);

export interface FormWorkspace extends Workspace {
  /** Runs a function as a script and gives what it returned. @throws Error with the script's error */
  script<Args extends unknown[], T>(body: (...args: Args) => T, ...args: Args): Promise<T>;
}

const folders: string[] = [];

/** Call once at the top of a test file. */
export function cleanUpAfterTests(): void {
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });
}

/**
 * A real workspace with these functions as its script. The functions run in the script's
 * realm: they see Google's globals and one another, nothing of the test.
 */
export async function givenWorkspace(
  functions: readonly ((...args: never[]) => unknown)[] = [],
  folder = mkdtempSync(join(tmpdir(), 'forms-')),
): Promise<FormWorkspace> {
  if (!folders.includes(folder)) folders.push(folder);
  const script = join(folder, 'script');
  mkdirSync(script, { recursive: true });
  const manifest = { timeZone: 'Europe/Moscow', runtimeVersion: 'V8' };
  writeFileSync(join(script, 'appsscript.json'), JSON.stringify(manifest));
  // Bodies given later run through this door, since a workspace reads its script once.
  const door = 'function runBody(source, args) { return (0, eval)("(" + source + ")")(...args); }';
  writeFileSync(join(script, 'code.js'), [door, ...functions.map(String)].join('\n'));
  const workspace = await openWorkspace({
    directory: join(folder, 'data'),
    script,
    container: { name: 'Проверка' },
    startAt: NOON,
    clockRunning: false,
    user: { email: 'ivanova@example.ru', locale: 'ru_RU', timeZone: 'Europe/Moscow' },
    baseUrl: 'http://localhost:8080',
  });
  return Object.assign(workspace, {
    async script<Args extends unknown[], T>(body: (...args: Args) => T, ...args: Args): Promise<T> {
      const result = await workspace.run('runBody', [body.toString(), args]);
      return valueOf(result) as T;
    },
  });
}

function valueOf(result: ExecutionResult): unknown {
  if (result.error !== undefined) throw new Error(result.error);
  return result.value;
}

/** Ids of a form's items by their titles. */
export function itemIds(workspace: Workspace, formId: string): Record<string, number> {
  return Object.fromEntries(readItems(workspace.kernel, formId).map(({ title, id }) => [title, id]));
}

/** A form, newer than Google's published types. */
export type PublishedForm = GoogleAppsScript.Forms.Form & { setPublished(published: boolean): PublishedForm };

/** The path of a form's page. */
export function pagePath(workspace: Workspace, formId: string): string {
  return `/forms/d/e/${findForm(workspace.kernel, formId)?.publishedId}/viewform`;
}
