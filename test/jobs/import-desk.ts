import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportRequest, ShownImport } from '../../src/jobs/plan/import-panel.ts';
import { createContentFile } from '../../workspace/services/drive/file-content.ts';
import { readSheet } from '../../workspace/services/spreadsheet/person.ts';
import { openWorkspace } from '../../workspace/workspace.ts';
import type { ExecutionRecord, Workspace } from '../../workspace/workspace-api.ts';
import { JANUARY_15 } from './plan-desk.ts';

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The built add-in with its sheets prepared and no plan yet, and what the panel «Загрузить план» asks of it. */
export interface ImportDesk {
  workspace: Workspace;
  /** What the page would get; a problem is thrown in its words. */
  show(request: Omit<ImportRequest, 'step'> & { step: 'link' | 'file' | 'show' }): Promise<ShownImport>;
  load(shown: ShownImport, changed?: Partial<ImportRequest>): Promise<string>;
  /** The run of the last call of the panel. */
  lastRun(): ExecutionRecord;
  /** Lays a file on Drive. @returns its link */
  upload(name: string, mimeType: string, bytes: Uint8Array): string;
  /** Runs a function's source inside the script. */
  inScript(source: string): Promise<unknown>;
  records(sheet: string): Record<string, string>[];
  leave(): void;
}

export async function importDesk(): Promise<ImportDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'import-desk-'));
  const script = join(folder, 'script');
  // Built in a process of its own: the builder is a module that a test cannot load.
  const build = 'import("./build/addin.mjs").then(({ buildAddin }) => buildAddin({ outDirectory: process.argv[1] }))';
  execFileSync(process.execPath, ['-e', build, script], { cwd: join(__dirname, '../..') });
  writeFileSync(join(script, 'test-door.js'), "function testDoor(source) { return (0, eval)('(' + source + ')')(); }");
  const workspace = await openWorkspace({
    directory: join(folder, 'workspace'),
    script,
    container: { name: 'Планы отдела' },
    startAt: JANUARY_15,
    clockRunning: false,
    user: { email: 'secretary@example.org', locale: 'ru', timeZone: 'Europe/Moscow' },
  });
  const { kernel, containerId } = workspace;
  await workspace.openContainer();
  const prepared = await workspace.click(['НОКО', 'Подготовить таблицу']);
  if (prepared.error) throw new Error(prepared.error);
  const panel = async (request: ImportRequest): Promise<unknown> => {
    const { value, error } = await workspace.run('importPanel', [request], { kind: 'html', activeFileId: containerId });
    if (error) throw new Error(error);
    const answer = value as { value?: unknown; problem?: string };
    if (answer.problem) throw new Error(answer.problem);
    return answer.value;
  };
  return {
    workspace,
    show: async (request) => (await panel(request)) as ShownImport,
    load: async ({ source, preview: { plan, year } }, changed) =>
      (await panel({ step: 'load', source, plan, year: String(year), ...changed })) as string,
    lastRun: () => workspace.executions().at(-1)!,
    upload(name, mimeType, bytes) {
      const { id } = createContentFile(kernel, { name, mimeType, parents: ['root'] }, bytes);
      return `https://drive.google.com/file/d/${id}/view?usp=sharing`;
    },
    async inScript(source) {
      const { value, error } = await workspace.run('testDoor', [source], { activeFileId: containerId });
      if (error) throw new Error(error);
      return value;
    },
    records(sheet) {
      const [header, ...rows] = readSheet(kernel, containerId, sheet);
      return rows.map((row) => Object.fromEntries(header!.map((name, at) => [name, row[at] ?? ''])));
    },
    leave() {
      workspace.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
