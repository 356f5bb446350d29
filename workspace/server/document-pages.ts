import { Hono } from 'hono';
import { html } from 'hono/html';
import { MIME } from '../kernel/files.ts';
import { documentHtml } from '../services/documents/page.ts';
import type { Workspace } from '../workspace-api.ts';
import { FRAME_SANDBOX, FRAME_SANDBOX_POLICY, linksOpenOutside } from './foreign-html.ts';
import { pageFrame } from './page-frame.ts';

/** The document's own page is whole and carries its styles and pictures; nothing in it runs. */
const DOCUMENT_POLICY = `${FRAME_SANDBOX_POLICY}; default-src 'none'; img-src data:; style-src 'unsafe-inline'; frame-ancestors 'self'`;

/** A document to read, at Google's path. */
export function documentPages(workspace: Workspace): Hono {
  const { kernel } = workspace;
  const app = new Hono();
  const find = (id: string) => {
    const file = kernel.files.get(id);
    return file?.mimeType === MIME.document ? file : undefined;
  };

  app.get('/documents/:id', (context) => context.redirect(`/document/d/${context.req.param('id')}/edit`));

  app.get('/document/d/:id/edit', (context) => {
    const file = find(context.req.param('id'));
    if (!file) return context.notFound();
    const body = html`<header class="top">
        <h1>${file.name}</h1>
        <p class="buttons">
          <a class="button" href="/files/${file.id}/docx">Скачать .docx</a>
          <a class="button plain" href="/files/${file.id}/pdf">Скачать .pdf</a>
        </p>
      </header>
      <iframe class="sheet" sandbox="${FRAME_SANDBOX}" src="/document/d/${file.id}/html" title="Документ «${file.name}»"></iframe>`;
    return context.html(pageFrame({ title: file.name, body }));
  });

  app.get('/document/d/:id/html', (context) => {
    const file = find(context.req.param('id'));
    if (!file) return context.notFound();
    return context.html(linksOpenOutside(documentHtml(kernel, file.id)), 200, {
      'content-security-policy': DOCUMENT_POLICY,
    });
  });

  return app;
}
