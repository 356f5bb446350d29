import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Answer } from '../../workspace/kernel/execution.ts';
import { outbox } from '../../workspace/services/mail/outbox.ts';
import { readSheet, typeCells } from '../../workspace/services/spreadsheet/person.ts';
import { openWorkspace } from '../../workspace/workspace.ts';
import type { Workspace } from '../../workspace/workspace-api.ts';

/** Thursday, 15 January 2026, 10:00 in Moscow. */
export const JANUARY_15 = Date.UTC(2026, 0, 15, 7);
const DAY_MS = 86_400_000;

export const YES: Answer = { button: 'YES' };
export const OK: Answer = { button: 'OK' };

/** The built add-in on a workspace of its own, with a plan loaded: what an official does and sees. */
export interface PlanDesk {
  workspace: Workspace;
  /** Chooses an item of the menu «НОКО»; throws what went wrong. */
  choose(path: string[], answers?: Answer[]): Promise<void>;
  /** Rows of a sheet as records by column title. */
  records(sheet: string): Record<string, string>[];
  /** Types into a cell under a column's title; the first record is row 2. */
  type(sheet: string, row: number, title: string, text: string): Promise<void>;
  /** Puts a plan onto the sheet that plans are loaded from. */
  paste(title: string, lines: readonly PlanLineText[]): Promise<void>;
  /** Lets so many days pass, with their daily runs. */
  wait(days: number): Promise<void>;
  letters(): ReturnType<typeof outbox>;
  leave(): void;
}

export interface PlanLineText {
  number: string;
  measure: string;
  deadline: string;
  responsible: string;
}

/** @param title of the plan; its year is taken from it */
export async function planDesk(title: string, lines: readonly PlanLineText[]): Promise<PlanDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'plan-desk-'));
  const script = join(folder, 'script');
  // Built in a process of its own: the builder is a module that a test cannot load.
  const build = 'import("./build/addin.mjs").then(({ buildAddin }) => buildAddin({ outDirectory: process.argv[1] }))';
  execFileSync(process.execPath, ['-e', build, script], { cwd: join(__dirname, '../..') });
  const workspace = await openWorkspace({
    directory: join(folder, 'workspace'),
    script,
    container: { name: 'НОКО' },
    startAt: JANUARY_15,
    clockRunning: false,
    user: { email: 'secretary@example.org', locale: 'ru', timeZone: 'Europe/Moscow' },
  });
  const { kernel, containerId } = workspace;
  await workspace.openContainer();
  const read = (sheet: string): string[][] => readSheet(kernel, containerId, sheet);
  const desk: PlanDesk = {
    workspace,
    async choose(path, answers = []) {
      const { error } = await workspace.click(['НОКО', ...path], answers);
      if (error) throw new Error(error);
      await workspace.settle();
    },
    records(sheet) {
      const [header, ...rows] = read(sheet);
      return rows.map((row) => Object.fromEntries(header!.map((name, at) => [name, row[at] ?? ''])));
    },
    async type(sheet, row, name, text) {
      typeCells(kernel, containerId, sheet, row, read(sheet)[0]!.indexOf(name) + 1, [[text]]);
      await workspace.settle();
    },
    async paste(heading, pasted) {
      typeCells(kernel, containerId, 'Вставка плана', 1, 1, [
        [heading],
        ['№ п/п', 'Наименование мероприятий', 'Срок исполнения', 'Ответственный исполнитель'],
        ...pasted.map(({ number, measure, deadline, responsible }) => [number, measure, deadline, responsible]),
      ]);
      await workspace.settle();
    },
    async wait(days) {
      await workspace.advanceTo(kernel.clock.now() + days * DAY_MS);
      await workspace.settle();
    },
    letters: () => outbox(kernel),
    leave() {
      workspace.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await desk.choose(['Подготовить таблицу']);
  await desk.paste(title, lines);
  await desk.choose(['План', 'Загрузить из листа «Вставка плана»'], [YES, OK]);
  return desk;
}
