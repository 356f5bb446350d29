import { Hono } from 'hono';
import { html } from 'hono/html';
import type { Workspace } from '../workspace-api.ts';
import { assetPages } from './assets.ts';
import { calendarPages } from './calendar-pages.ts';
import { clockPages } from './clock-pages.ts';
import { documentPages } from './document-pages.ts';
import { streamToWindow } from './event-stream.ts';
import { filePages } from './file-pages.ts';
import { formPages } from './form-pages.ts';
import { formSummaryPages } from './form-summary-pages.ts';
import { type Access, checkHost, checkOrigin, limitBody, requireKey, securityHeaders } from './guard.ts';
import { homePage } from './home-page.ts';
import { makeMoments } from './moments.ts';
import { outboxPages } from './outbox-pages.ts';
import { pageFrame } from './page-frame.ts';
import { limitRate } from './rate-limit.ts';
import { openScriptHtmlShelf, type ScriptHtmlShelf } from './script-html-shelf.ts';
import { scriptPages } from './script-pages.ts';
import { clockReading, spreadsheetPages } from './spreadsheet-pages.ts';
import { makeTurns, type Turns } from './turns.ts';
import { webAppPages } from './web-app-pages.ts';
import { openWindows, type Windows } from './windows.ts';

/** Bytes of one request: a paste of a large table is one message. */
const MAX_BODY = 20 * 1024 * 1024;
/** Bytes of one answer to a form. */
const MAX_FORM_BODY = 1024 * 1024;
/** Answers to forms from one address; a class of pupils behind one router fits. */
const FORM_RATE = { burst: 60, perMinute: 60 };

export interface WorkspaceApp {
  app: Hono;
  turns: Turns;
  windows: Windows;
}

/** All pages of a workspace; what listens to a port is in serve.ts. */
export async function makeApp(workspace: Workspace, access: Access): Promise<WorkspaceApp> {
  const turns = makeTurns();
  const windows = openWindows();
  const moments = makeMoments(workspace.kernel.user.timeZone);
  const shelf = openScriptHtmlShelf();
  tellPages(workspace, windows, shelf);
  tellMenus(workspace, windows);

  const app = new Hono();
  app.use(securityHeaders());
  app.use(checkHost(access));
  const anonymousWebApp = workspace.kernel.project.manifest.webapp?.access === 'ANYONE_ANONYMOUS';
  app.use(requireKey(access.accessKey, (path) => isPublic(path) || (anonymousWebApp && path.startsWith('/macros/'))));
  app.use(checkOrigin(isWebApp));
  app.use('/forms/*', limitRate(FORM_RATE), limitBody(MAX_FORM_BODY));
  app.use('/macros/*', limitRate(FORM_RATE));
  app.use(limitBody(MAX_BODY));
  app.route('/', await assetPages());
  app.route('/', homePage(workspace, moments));
  app.route('/', clockPages(workspace, moments, turns));
  app.route('/', spreadsheetPages(workspace, windows, turns));
  app.route('/', scriptPages(workspace, windows, turns, shelf));
  app.route('/', outboxPages(workspace, moments));
  app.route('/', filePages(workspace));
  app.route('/', documentPages(workspace));
  app.route('/', calendarPages(workspace));
  app.route('/', formSummaryPages(workspace, moments));
  app.route('/', formPages(workspace, { runTriggers: () => turns.take(() => workspace.settle()) }));
  app.route('/', webAppPages(workspace, turns, shelf));
  app.get('/live', (context) => streamToWindow(context, windows, { id: crypto.randomUUID() }));
  app.notFound((context) =>
    context.html(messagePage('Такой страницы нет', 'Проверьте адрес или вернитесь к началу.'), 404),
  );
  app.onError((error, context) => {
    console.error(error);
    return context.html(messagePage('Страница не открылась', error.message), 500);
  });
  return { app, turns, windows };
}

/** What the workspace announces, as the pages hear it. */
function tellPages(workspace: Workspace, windows: Windows, shelf: ScriptHtmlShelf): void {
  workspace.onAnnounce((topic, detail) => {
    windows.broadcast('announce', { topic });
    if (topic === 'clock') windows.broadcast('clock', clockReading(workspace));
    if (topic === 'toast') windows.show('toast', detail, (detail as { fileId: string }).fileId);
    if (topic === 'selection') windows.show('selection', detail, (detail as { fileId: string }).fileId);
    if (topic === 'dialog') {
      const { fileId, kind, title, html, width, height } = detail as ShownHtml;
      const page = { kind, title, url: shelf.put(html), widthPixels: width, heightPixels: height };
      windows.show('html', page, fileId);
    }
  });
}

/** What `Ui.showSidebar` and its like announce. */
interface ShownHtml {
  fileId: string;
  kind: 'sidebar' | 'modal' | 'modeless';
  title: string;
  html: string;
  width?: number;
  height?: number;
}

/** A script may make its menus anew at any time, several in a row: pages hear of the last state. */
function tellMenus(workspace: Workspace, windows: Windows): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  workspace.onAnnounce((topic) => {
    if (topic !== 'menus') return;
    clearTimeout(timer);
    timer = setTimeout(() => windows.broadcast('menus', workspace.menus(), { fileId: workspace.containerId }), 300);
    timer.unref();
  });
}

/** What is open to everybody: forms to answer, and the files that pages are made of. */
export function isPublic(path: string): boolean {
  return /^\/(forms\/d\/e|forms\/s|assets)\//.test(path);
}

/** A web app takes requests from anywhere, as on Google. */
function isWebApp(path: string): boolean {
  return /^\/macros\/s\/[^/]+\/exec$/.test(path);
}

function messagePage(title: string, text: string) {
  return pageFrame({
    title,
    body: html`<h1>${title}</h1>
      <p>${text}</p>`,
  });
}
