import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { TextOutput } from '../services/content/content-service.ts';
import { HtmlOutput } from '../services/html/html-output.ts';
import type { Workspace } from '../workspace-api.ts';
import { type Html, pageFrame } from './page-frame.ts';
import type { ScriptHtmlShelf } from './script-html-shelf.ts';
import type { Turns } from './turns.ts';

/**
 * The script as a web app: `doGet` and `doPost` at Google's path.
 * https://developers.google.com/apps-script/guides/web
 */
export function webAppPages(workspace: Workspace, turns: Turns, shelf: ScriptHtmlShelf): Hono {
  const app = new Hono();
  const answer = async (context: Context, functionName: 'doGet' | 'doPost', event: object): Promise<Response> => {
    // The script's id is made at the first question for it; until then no address of it is known.
    if (context.req.param('scriptId') !== workspace.kernel.store.get('script-id')) return context.notFound();
    const { value, error } = await turns.take(() =>
      workspace.run(functionName, [event], { kind: 'web-app', authMode: 'FULL', activeFileId: workspace.containerId }),
    );
    if (error !== undefined) return context.html(problemPage(error), 500);
    if (value instanceof TextOutput) return textAnswer(context, value);
    if (value instanceof HtmlOutput) {
      const title = value.getTitle() ?? '';
      return context.html(outerPage(title, shelf.put(withMetaTags(value))));
    }
    return context.html(problemPage('Скрипт выполнен, но ничего не вернул.'), 500);
  };

  app.get('/macros/s/:scriptId/exec', (context) => answer(context, 'doGet', requestEvent(context.req.url)));

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
  const parameters: Record<string, string[]> = {};
  for (const [name, value] of [...searchParams, ...new URLSearchParams(form)]) {
    if (!Object.hasOwn(parameters, name)) parameters[name] = [];
    parameters[name]!.push(value);
  }
  const parameter = Object.fromEntries(Object.entries(parameters).map(([name, values]) => [name, values[0] as string]));
  return { queryString: search.slice(1), parameter, parameters, contextPath: '', contentLength: -1 };
}

function textAnswer(context: Context, output: TextOutput): Response {
  const fileName = output.getFileName();
  return context.body(output.getContent(), 200, {
    'content-type': `${output._contentType}; charset=utf-8`,
    'content-security-policy': "default-src 'none'; sandbox",
    ...(fileName ? { 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}` } : {}),
  });
}

function withMetaTags(output: HtmlOutput): string {
  const tags = output
    .getMetaTags()
    .map((tag) => html`<meta name="${tag.getName()}" content="${tag.getContent()}" />`)
    .join('');
  return tags + output.getContent();
}

/** The page around the script's own: it carries the calls of `google.script.run`. */
function outerPage(title: string, url: string): Html {
  return html`<!doctype html>
    <html lang="ru">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title || 'Веб-приложение'}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/assets/page/web-app.css" />
        <script defer src="/assets/page/web-app.js"></script>
      </head>
      <body data-url="${url}" data-title="${title}"></body>
    </html>`;
}

function problemPage(message: string): Html {
  return pageFrame({
    title: 'Веб-приложение не ответило',
    body: html`<h1>Веб-приложение не ответило</h1>
      <p class="problem">${message}</p>`,
  });
}
