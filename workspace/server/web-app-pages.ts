import { randomUUID } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { TextOutput } from '../services/content/content-service.ts';
import { HtmlOutput } from '../services/html/html-output.ts';
import type { Workspace } from '../workspace-api.ts';
import { type Html, pageFrame } from './page-frame.ts';
import type { ScriptHtmlShelf } from './script-html-shelf.ts';
import { whyNotJson } from './script-pages.ts';
import type { Turns } from './turns.ts';

/**
 * The script as a web app: `doGet` and `doPost` at Google's path.
 * https://developers.google.com/apps-script/guides/web
 */
export function webAppPages(workspace: Workspace, turns: Turns, shelf: ScriptHtmlShelf): Hono {
  const app = new Hono();
  const texts = oneTimeTexts();
  const isDeployed = (context: Context): boolean =>
    // The script's id is made at the first question for it; until then no address of it is known.
    workspace.kernel.project.manifest.webapp !== undefined &&
    context.req.param('scriptId') === workspace.kernel.store.get('script-id');
  /** For nobody in particular, with the rights of whoever deployed it. */
  const run = (functionName: string, args: unknown[]) =>
    turns.take(() => workspace.run(functionName, args, { kind: 'web-app', authMode: 'FULL' }));
  const answer = async (context: Context, functionName: 'doGet' | 'doPost', event: object): Promise<Response> => {
    if (!isDeployed(context)) return context.notFound();
    const { value, error } = await run(functionName, [event]);
    if (error !== undefined) return context.html(problemPage(error), 500);
    // Google serves text from another host, at an address that works once:
    // https://developers.google.com/apps-script/guides/content#redirects
    if (value instanceof TextOutput) return context.redirect(`/macros/echo?user_content_key=${texts.put(value)}`, 302);
    if (value instanceof HtmlOutput) {
      // A frame of its own path, so that a page open to everybody needs nothing of the workspace's other pages.
      const frame = shelf.put(value.getContent()).replace('/script/', '/macros/');
      return context.html(outerPage(value, frame, `/macros/s/${context.req.param('scriptId')}/run`));
    }
    return context.html(problemPage('Скрипт выполнен, но ничего не вернул.'), 500);
  };

  app.get('/macros/s/:scriptId/exec', (context) => answer(context, 'doGet', requestEvent(context.req.url)));

  app.get('/macros/echo', (context) => {
    const output = texts.take(context.req.query('user_content_key') ?? '');
    return output ? textAnswer(context, output) : context.notFound();
  });

  app.get('/macros/html/:token', (context) => {
    const page = shelf.take(context.req.param('token'));
    return page === undefined
      ? context.notFound()
      : context.html(page, 200, { 'content-security-policy': shelf.policy });
  });

  /** `google.script.run` of the page. */
  app.post('/macros/s/:scriptId/run', async (context) => {
    if (!isDeployed(context)) return context.notFound();
    const { functionName, args } = await context.req.json<{ functionName: string; args: unknown[] }>();
    if (typeof functionName !== 'string' || !Array.isArray(args)) return context.text('Непонятный вызов', 400);
    if (functionName.endsWith('_')) {
      return context.json({ error: `Функция ${functionName} закрыта: её имя оканчивается на «_»` });
    }
    const { value, error } = await run(functionName, args);
    const problem = error ?? whyNotJson(value);
    return problem === undefined ? context.json({ value: value ?? null }) : context.json({ error: problem });
  });

  app.post('/macros/s/:scriptId/exec', async (context) => {
    const contents = await context.req.text();
    const type = context.req.header('content-type') ?? 'application/octet-stream';
    const event = requestEvent(context.req.url, type.startsWith(FORM_TYPE) ? contents : '');
    const postData = { contents, length: Buffer.byteLength(contents), name: 'postData', type };
    return answer(context, 'doPost', { ...event, contentLength: postData.length, postData });
  });

  return app;
}

const FORM_TYPE = 'application/x-www-form-urlencoded';

/** Google's event object for a request; fields of a posted form count as parameters. */
function requestEvent(url: string, form = '') {
  const { search, searchParams } = new URL(url);
  // «null if no query string is specified».
  const queryString = search === '' ? null : search.slice(1);
  const parameters: Record<string, string[]> = {};
  for (const [name, value] of [...searchParams, ...new URLSearchParams(form)]) {
    if (!Object.hasOwn(parameters, name)) parameters[name] = [];
    parameters[name]!.push(value);
  }
  const parameter = Object.fromEntries(Object.entries(parameters).map(([name, values]) => [name, values[0] as string]));
  return { queryString, parameter, parameters, contextPath: '', contentLength: -1 };
}

/** What ContentService gave out, until it is fetched, once. */
function oneTimeTexts() {
  const waiting = new Map<string, TextOutput>();
  return {
    put(output: TextOutput): string {
      const key = randomUUID();
      waiting.set(key, output);
      if (waiting.size > KEPT_TEXTS) waiting.delete(waiting.keys().next().value as string);
      return key;
    },
    take(key: string): TextOutput | undefined {
      const output = waiting.get(key);
      waiting.delete(key);
      return output;
    },
  };
}

/** Texts that nobody came for; the oldest go. */
const KEPT_TEXTS = 50;

function textAnswer(context: Context, output: TextOutput): Response {
  const fileName = output.getFileName();
  return context.body(output.getContent(), 200, {
    'content-type': `${output._contentType}; charset=utf-8`,
    'content-security-policy': "default-src 'none'; sandbox",
    ...(fileName ? { 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}` } : {}),
  });
}

/**
 * The page around the script's own: it carries the calls of `google.script.run`. Meta tags are
 * the script's, added by `addMetaTag`: without a viewport a telephone shows the page small, as on Google.
 */
function outerPage(output: HtmlOutput, frame: string, runAt: string): Html {
  const title = output.getTitle() ?? '';
  return html`<!doctype html>
    <html lang="ru">
      <head>
        <meta charset="utf-8" />
        ${output.getMetaTags().map((tag) => html`<meta name="${tag.getName()}" content="${tag.getContent()}" />`)}
        <title>${title || 'Веб-приложение'}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/assets/page/web-app.css" />
        <script defer src="/assets/page/web-app.js"></script>
      </head>
      <body data-url="${frame}" data-title="${title}" data-run-at="${runAt}"></body>
    </html>`;
}

function problemPage(message: string): Html {
  return pageFrame({
    title: 'Веб-приложение не ответило',
    body: html`<h1>Веб-приложение не ответило</h1>
      <p class="problem">${message}</p>`,
  });
}
