import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { makeApp } from '../../../workspace/server/app.ts';
import type { Access } from '../../../workspace/server/guard.ts';
import { bookExists, createBook, openBook } from '../../../workspace/services/spreadsheet/book.ts';
import { openWorkspace } from '../../../workspace/workspace.ts';
import type { Workspace } from '../../../workspace/workspace-api.ts';

/** Where the tests' clocks stand: Friday, 30 January 2026, noon in Moscow. */
export const NOON = Date.UTC(2026, 0, 30, 9);

const opened: { workspace: Workspace; folder: string }[] = [];

/** Call once at the top of a test file. */
export function closeWorkspacesAfterTests(): void {
  afterAll(() => {
    for (const { workspace, folder } of opened) {
      workspace.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
}

/** A real workspace on the script of test/scripts/page-probe; its clock stands. */
export async function givenWorkspace(): Promise<Workspace> {
  const folder = mkdtempSync(join(tmpdir(), 'pages-'));
  const workspace = await openWorkspace({
    directory: folder,
    script: 'test/scripts/page-probe',
    container: { name: 'Проверка страниц' },
    startAt: NOON,
    clockRunning: false,
    user: { email: 'ivanova@example.ru', locale: 'ru_RU', timeZone: 'Europe/Moscow' },
  });
  if (!bookExists(workspace.kernel, workspace.containerId)) createBook(workspace.kernel, workspace.containerId);
  opened.push({ workspace, folder });
  return workspace;
}

/** Writes cells of the first sheet as a script would: { A1: 'text', B2: '=A1' }. */
export function fill(workspace: Workspace, cells: Readonly<Record<string, string>>): void {
  const book = openBook(workspace.kernel, workspace.containerId);
  const sheetId = book.sheets()[0]!.id;
  for (const [address, content] of Object.entries(cells)) {
    const [, letter, row] = /^([A-Z])(\d+)$/.exec(address) as unknown as [string, string, string];
    book.write({ type: 'UPDATE_CELL', sheetId, col: letter.charCodeAt(0) - 65, row: Number(row) - 1, content });
  }
  book.flush();
}

const LOCAL: Access = { host: '127.0.0.1' };

/** The pages without a port: `await app.request('/')`. */
export async function givenApp(workspace: Workspace, access: Access = LOCAL): Promise<Hono> {
  return (await makeApp(workspace, access)).app;
}

export function postJson(app: Hono, path: string, body: unknown, headers: Record<string, string> = {}) {
  return app.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', host: 'localhost', ...headers },
    body: JSON.stringify(body),
  });
}

export function postForm(
  app: Hono,
  path: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
) {
  return app.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', host: 'localhost', ...headers },
    body: new URLSearchParams(fields).toString(),
  });
}
