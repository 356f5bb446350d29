import { Hono } from 'hono';
import { html } from 'hono/html';
import { type BookSession, bookExists, openBook, RefusedChange } from '../services/spreadsheet/book.ts';
import type { SessionMessage } from '../services/spreadsheet/engine.ts';
import type { Workspace } from '../workspace-api.ts';
import { streamToWindow } from './event-stream.ts';
import type { Turns } from './turns.ts';
import type { Windows } from './windows.ts';

/** Changes kept for pages that lost the connection; who missed more loads the page again. */
const KEPT_CHANGES = 2_000;

/**
 * The engine compiles its templates and formulas with `new Function`, and its templates set
 * style attributes: both are allowed on this page alone.
 */
const GRID_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob: https:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

interface Shared {
  session: BookSession;
  /** The last changes, oldest first. */
  recent: SessionMessage[];
}

export function spreadsheetPages(workspace: Workspace, windows: Windows, turns: Turns): Hono {
  const app = new Hono();
  const shared = new Map<string, Shared>();

  const share = (fileId: string): Shared | undefined => {
    const known = shared.get(fileId);
    if (known) return known;
    if (!bookExists(workspace.kernel, fileId)) return undefined;
    const session = openBook(workspace.kernel, fileId);
    const entry: Shared = { session, recent: [] };
    session.listen((message) => {
      if (message.nextRevisionId !== undefined) entry.recent.push(message);
      if (entry.recent.length > KEPT_CHANGES) entry.recent.shift();
      windows.broadcast('change', message, { fileId });
    });
    shared.set(fileId, entry);
    return entry;
  };

  app.get('/spreadsheets/d/:id', (context) => context.redirect(`/spreadsheets/d/${context.req.param('id')}/edit`));

  app.get('/spreadsheets/d/:id/edit', (context) => {
    const id = context.req.param('id');
    const file = workspace.kernel.files.get(id);
    if (!file || !share(id)) return context.notFound();
    context.header('content-security-policy', GRID_POLICY);
    return context.html(gridPage(id, file.name));
  });

  app.get('/spreadsheets/d/:id/snapshot', async (context) => {
    const id = context.req.param('id');
    const entry = share(id);
    if (!entry) return context.notFound();
    if (id === workspace.containerId && workspace.menus().length === 0) {
      await turns.take(() => workspace.openContainer());
    }
    return context.json({
      ...entry.session.snapshot(),
      user: workspace.kernel.user.email,
      menus: id === workspace.containerId ? workspace.menus() : [],
      functions: workspace.kernel.customFunctions.list(),
      clock: clockReading(workspace),
      timeZone: openBook(workspace.kernel, id).timeZone,
    });
  });

  app.get('/spreadsheets/d/:id/live', (context) => {
    const id = context.req.param('id');
    if (!share(id)) return context.notFound();
    const clientId = context.req.query('client') ?? '';
    return streamToWindow(context, windows, { id: clientId, fileId: id }, () => () => {
      // A page that is closed in a hurry does not say goodbye itself.
      windows.broadcast('change', { type: 'CLIENT_LEFT', version: 1, clientId }, { fileId: id });
    });
  });

  /** What a page that was away has missed: everything after the revision that it knows. */
  app.get('/spreadsheets/d/:id/changes', (context) => {
    const entry = share(context.req.param('id'));
    if (!entry) return context.notFound();
    const since = context.req.query('since');
    const known = entry.recent.findLastIndex((message) => message.nextRevisionId === since);
    if (known >= 0) return context.json({ changes: entry.recent.slice(known + 1) });
    const oldest = entry.recent.findIndex((message) => message.serverRevisionId === since);
    if (oldest >= 0) return context.json({ changes: entry.recent.slice(oldest) });
    return entry.recent.length === 0 ? context.json({ changes: [] }) : context.json({ gap: true }, 409);
  });

  app.post('/spreadsheets/d/:id/changes', async (context) => {
    const id = context.req.param('id');
    const entry = share(id);
    if (!entry) return context.notFound();
    const { client, message } = await context.req.json<{ client: string; message: SessionMessage }>();
    if (typeof client !== 'string' || typeof message?.type !== 'string') return context.text('Непонятная правка', 400);
    // The server's own book is the record; a snapshot made by a page never replaces it.
    if (message.type !== 'SNAPSHOT') {
      try {
        entry.session.receive(message, client);
      } catch (error) {
        if (!(error instanceof RefusedChange)) throw error;
        return context.text(`Правка не принята: ${error.message}. Таблица открыта заново без неё.`, 422);
      }
    }
    // The page does not wait for the triggers: its next edit would wait, too.
    turns.take(() => workspace.settle()).catch((error: unknown) => console.error(error));
    return context.body(null, 204);
  });

  return app;
}

/** What formulas with NOW and TODAY need; the page goes on counting by itself. */
export function clockReading({ kernel }: Workspace): { nowMs: number; running: boolean } {
  return { nowMs: kernel.clock.now(), running: kernel.clock.running };
}

function gridPage(id: string, name: string) {
  return html`<!doctype html>
    <html lang="ru">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${name}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/assets/bootstrap/bootstrap.min.css" />
        <link rel="stylesheet" href="/assets/font-awesome/css/font-awesome.min.css" />
        <link rel="stylesheet" href="/assets/o-spreadsheet/o_spreadsheet.css" />
        <link rel="stylesheet" href="/assets/page/fonts.css" />
        <link rel="stylesheet" href="/assets/page/spreadsheet.css" />
        <link rel="license" href="/assets/o-spreadsheet/LICENSE.txt" title="o-spreadsheet, LGPL-3.0" />
        <script defer src="/assets/owl/owl.iife.js"></script>
        <script defer src="/assets/chart/chart.umd.js"></script>
        <script defer src="/assets/o-spreadsheet/o_spreadsheet.min.iife.js"></script>
        <script defer src="/assets/page/spreadsheet.js"></script>
      </head>
      <body data-file="${id}" data-name="${name}">
        <header class="file-bar">
          <a class="home-link" href="/" title="На главную страницу">◂ Файлы</a>
          <h1>${name}</h1>
          <p id="run-state" role="status"></p>
          <p id="connection" role="status"></p>
          <a class="download" href="/files/${id}/xlsx">Скачать .xlsx</a>
        </header>
        <main id="grid" aria-label="Таблица"><p class="loading">Открывается…</p></main>
        <aside id="sidebar" hidden></aside>
        <div id="toasts" role="status" aria-live="polite"></div>
        <noscript>Чтобы править таблицу, включите JavaScript. Прочесть её можно и так: скачайте .xlsx.</noscript>
      </body>
    </html>`;
}
