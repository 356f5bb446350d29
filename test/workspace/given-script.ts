import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWorkspace } from '../../workspace/workspace.ts';
import type { Workspace, WorkspaceOptions } from '../../workspace/workspace-api.ts';

/** 2026-03-02 09:00 in Moscow, a Monday. */
export const MONDAY_NINE = Date.UTC(2026, 2, 2, 6, 0, 0);

export interface GivenScript {
  workspace: Workspace;
  /** Closes the workspace and opens it again, as after a restart. */
  reopen(): Promise<Workspace>;
  /** Opens it again without closing, as after a kill. */
  reopenAfterKill(): Promise<Workspace>;
  directory: string;
  remove(): void;
}

/**
 * A workspace with a script of the test's own and a clock that stands at MONDAY_NINE.
 * @param files by name with extension; a bare string is Code.js
 */
export async function givenScript(
  files: string | Record<string, string>,
  options: Partial<WorkspaceOptions> = {},
): Promise<GivenScript> {
  const directory = mkdtempSync(join(tmpdir(), 'given-script-'));
  const script = join(directory, 'script');
  mkdirSync(script);
  const all = {
    'appsscript.json': JSON.stringify({ timeZone: 'Europe/Moscow' }),
    ...(typeof files === 'string' ? { 'Code.js': files } : files),
  };
  for (const [name, text] of Object.entries(all)) writeFileSync(join(script, name), text);
  const open = (): Promise<Workspace> =>
    openWorkspace({
      directory: join(directory, 'workspace'),
      script,
      container: { name: 'Book' },
      startAt: MONDAY_NINE,
      clockRunning: false,
      user: { email: 'anna@example.com', locale: 'ru', timeZone: 'Europe/Moscow' },
      ...options,
    });
  const given: GivenScript = {
    workspace: await open(),
    directory,
    async reopen() {
      given.workspace.close();
      given.workspace = await open();
      return given.workspace;
    },
    async reopenAfterKill() {
      given.workspace = await open();
      return given.workspace;
    },
    remove() {
      given.workspace.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
  return given;
}

/** The value of one function of a script that lives for this call only; throws what the script throws. */
export async function valueOf(body: string, options: Partial<WorkspaceOptions> = {}): Promise<unknown> {
  const given = await givenScript(`function probe() {\n${body}\n}`, options);
  try {
    const { value, error } = await given.workspace.run('probe');
    if (error !== undefined) throw new Error(error);
    return value;
  } finally {
    given.remove();
  }
}
