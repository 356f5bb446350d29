import { Hono } from 'hono';
import type { Answer, PageSelection } from '../kernel/execution.ts';
import { bookExists } from '../services/spreadsheet/book.ts';
import type { Workspace } from '../workspace-api.ts';
import { putFormFiles } from './form-files.ts';
import { callFormulas, type FormulaCall } from './formula-calls.ts';
import type { ScriptHtmlShelf } from './script-html-shelf.ts';
import type { Turns } from './turns.ts';
import type { Windows } from './windows.ts';

/** What the pages ask of the script: menu items, functions of its own HTML pages, custom functions. */
export function scriptPages(workspace: Workspace, windows: Windows, turns: Turns, shelf: ScriptHtmlShelf): Hono {
  const app = new Hono();
  const runFor = (
    client: string,
    functionName: string,
    args: unknown[],
    kind: 'menu' | 'html',
    selection?: PageSelection,
  ) =>
    turns.take(() =>
      windows.acting(client, () =>
        workspace.run(functionName, args, {
          kind,
          authMode: 'FULL',
          activeFileId: workspace.containerId,
          selection,
          onQuestion: (question) => windows.ask(client, question),
        }),
      ),
    );

  app.post('/script/click', async (context) => {
    const body = await context.req.json<{ path: string[]; client: string; selection?: unknown }>();
    const { path, client } = body;
    if (!Array.isArray(path) || path.some((caption) => typeof caption !== 'string')) {
      return context.text('Не понято, какой пункт меню выбран', 400);
    }
    const functionName = functionOf(workspace, path);
    if (functionName === undefined) return context.text(`Такого пункта меню нет: ${path.join(' → ')}`, 404);
    const { error } = await runFor(client, functionName, [], 'menu', selectionOf(body.selection));
    return context.json({ error });
  });

  app.post('/script/answers/:id', async (context) => {
    const answer = await context.req.json<Answer>();
    if (!['OK', 'CANCEL', 'YES', 'NO', 'CLOSE'].includes(answer.button)) return context.text('Такой кнопки нет', 400);
    const isOpen = windows.answer(context.req.param('id'), { button: answer.button, text: textOf(answer.text) });
    return isOpen ? context.body(null, 204) : context.text('На этот вопрос уже не ждут ответа', 410);
  });

  app.post('/script/run', async (context) => {
    const body = await context.req.json<{ functionName: string; args: unknown[]; files?: unknown; client: string }>();
    const { functionName, args, client } = body;
    if (typeof functionName !== 'string' || !Array.isArray(args)) return context.text('Непонятный вызов', 400);
    if (!putFormFiles(args, body.files)) return context.text('Непонятный файл', 400);
    if (functionName.endsWith('_')) {
      return context.json({ error: `Функция ${functionName} закрыта: её имя оканчивается на «_»` });
    }
    const result = await runFor(client, functionName, args, 'html');
    if (result.error !== undefined) return context.json({ error: result.error });
    const problem = whyNotJson(result.value);
    return problem ? context.json({ error: problem }) : context.json({ value: result.value ?? null });
  });

  app.post('/script/formulas', async (context) => {
    const { fileId, calls } = await context.req.json<{ fileId: string; calls: FormulaCall[] }>();
    if (!Array.isArray(calls) || !bookExists(workspace.kernel, fileId)) return context.text('Непонятный запрос', 400);
    return context.json({ results: callFormulas(workspace.kernel, fileId, calls) });
  });

  /** The pages that scripts have shown; each lives in a frame without an origin. */
  app.get('/script/html/:token', (context) => {
    const page = shelf.take(context.req.param('token'));
    if (page === undefined) return context.notFound();
    return context.html(page, 200, { 'content-security-policy': shelf.policy });
  });

  return app;
}

function functionOf(workspace: Workspace, path: readonly string[]): string | undefined {
  let nodes = workspace.menus();
  for (const caption of path) {
    const node = nodes.find((one) => one.kind !== 'separator' && one.caption === caption);
    if (node?.kind === 'item') return caption === path.at(-1) ? node.functionName : undefined;
    nodes = node?.kind === 'menu' ? node.items : [];
  }
  return undefined;
}

function textOf(text: unknown): string | undefined {
  return typeof text === 'string' ? text : undefined;
}

/** `google.script.run` carries plain JSON only; a date inside makes the whole call fail. */
export function whyNotJson(value: unknown, at = 'результат'): string | undefined {
  if (value instanceof Date) return `Функция вернула дату (${at}): через google.script.run её не передать`;
  if (typeof value === 'function') return `Функция вернула функцию (${at}): через google.script.run её не передать`;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, item] of Object.entries(value)) {
    const problem = whyNotJson(item, `${at}.${key}`);
    if (problem) return problem;
  }
  return undefined;
}

/** What a page says of its selection, or nothing when it says anything else. */
function selectionOf(given: unknown): PageSelection | undefined {
  const { sheetId, zone } = (given ?? {}) as Partial<PageSelection>;
  const { left, right, top, bottom } = zone ?? {};
  const areCells = [left, top, right, bottom].every((edge) => Number.isInteger(edge) && edge! >= 0);
  if (typeof sheetId !== 'string' || !areCells || left! > right! || top! > bottom!) return undefined;
  return { sheetId, zone: { left: left!, right: right!, top: top!, bottom: bottom! } };
}
