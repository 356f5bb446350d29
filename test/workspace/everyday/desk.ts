import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AnswerValue } from '../../../workspace/services/forms/form-record.ts';
import { readItems } from '../../../workspace/services/forms/form-store.ts';
import { submitAnswers } from '../../../workspace/services/forms/submission.ts';
import { outbox } from '../../../workspace/services/mail/outbox.ts';
import { openBook } from '../../../workspace/services/spreadsheet/book.ts';
import { openWorkspace } from '../../../workspace/workspace.ts';
import type { Workspace } from '../../../workspace/workspace-api.ts';

/** Monday, 2 March 2026, 09:00 in Moscow. */
export const MONDAY_NINE = Date.UTC(2026, 2, 2, 6);
export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

/** One official at a desk: a script written for Google, its spreadsheet, and what a person does. */
export interface Desk {
  workspace: Workspace;
  /** Runs a function of the script; throws what it throws. */
  run(functionName: string, ...args: unknown[]): Promise<unknown>;
  /** Looks at (or prepares) something with Google's own services, as a script of its own. */
  look<T, Args extends unknown[]>(body: (...args: Args) => T, ...args: Args): Promise<T>;
  /** Types into a cell of a sheet, as a person does. */
  type(sheetName: string, row: number, column: number, text: string): Promise<void>;
  /** Answers a form, by titles of its questions. */
  answer(formId: string, answers: Record<string, AnswerValue>): Promise<void>;
  letters(): { to: string; subject: string; text: string; html: string }[];
  leave(): void;
}

/** @param name folder of test/scripts */
export async function sitDown(name: string): Promise<Desk> {
  const folder = mkdtempSync(join(tmpdir(), 'everyday-'));
  const script = join(folder, 'script');
  cpSync(join(__dirname, '../../scripts', name), script, { recursive: true });
  // The test's own door beside the script's files, which stay as they are.
  writeFileSync(
    join(script, 'test-door.js'),
    "function look_(source, args) { return (0, eval)('(' + source + ')')(...args); }",
  );
  const workspace = await openWorkspace({
    directory: join(folder, 'workspace'),
    script,
    container: { name: 'Таблица' },
    startAt: MONDAY_NINE,
    clockRunning: false,
    user: { email: 'anna@example.com', locale: 'ru_RU', timeZone: 'Europe/Moscow' },
  });
  const { kernel, containerId } = workspace;
  const run = async (functionName: string, ...args: unknown[]): Promise<unknown> => {
    const { value, error } = await workspace.run(functionName, args);
    if (error !== undefined) throw new Error(error);
    return value;
  };
  return {
    workspace,
    run,
    look: (body, ...args) => run('look_', String(body), args) as never,
    async type(sheetName, row, column, text) {
      const book = openBook(kernel, containerId);
      const sheetId = book.sheets().find((sheet) => sheet.name === sheetName)?.id;
      if (!sheetId) throw new Error(`no sheet ${sheetName}`);
      book.asPerson(() => book.write({ type: 'UPDATE_CELL', sheetId, col: column - 1, row: row - 1, content: text }));
      await workspace.settle();
    },
    async answer(formId, answers) {
      const items = readItems(kernel, formId);
      const byId: Record<number, AnswerValue> = {};
      for (const [title, value] of Object.entries(answers)) {
        const item = items.find((each) => each.title === title);
        if (!item) throw new Error(`no question ${title}`);
        byId[item.id] = value;
      }
      submitAnswers(kernel, formId, byId);
      await workspace.settle();
    },
    letters: () =>
      outbox(kernel).map(({ to, subject, text = '', html = '' }) => ({ to: to.join(', '), subject, text, html })),
    leave() {
      workspace.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
