import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { type FileRecord, MIME } from '../kernel/files.ts';
import { GoogleError } from '../kernel/google-object.ts';
import { exportDocx } from '../services/documents/export.ts';
import { printDocument } from '../services/documents/pdf.ts';
import { hasContent, readContent } from '../services/drive/file-content.ts';
import { bookExists } from '../services/spreadsheet/book.ts';
import { exportXlsx } from '../services/spreadsheet/export-xlsx.ts';
import type { Workspace } from '../workspace-api.ts';
import { download } from './downloads.ts';
import { pageFrame } from './page-frame.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The real files behind what the workspace keeps. */
export function filePages(workspace: Workspace): Hono {
  const { kernel } = workspace;
  const app = new Hono();
  const find = (context: Context, mimeType: string): FileRecord | undefined => {
    const file = kernel.files.get(context.req.param('id') ?? '');
    return file?.mimeType === mimeType ? file : undefined;
  };

  app.get('/files/:id/xlsx', async (context) => {
    const file = find(context, MIME.spreadsheet);
    if (!file || !bookExists(kernel, file.id)) return context.notFound();
    return download(context, `${file.name}.xlsx`, XLSX, await exportXlsx(kernel, file.id));
  });

  app.get('/files/:id/docx', async (context) => {
    const file = find(context, MIME.document);
    if (!file) return context.notFound();
    return download(context, `${file.name}.docx`, DOCX, await exportDocx(kernel, file.id));
  });

  app.get('/files/:id/pdf', (context) => {
    const file = find(context, MIME.document);
    if (!file) return context.notFound();
    try {
      return download(context, `${file.name}.pdf`, 'application/pdf', printDocument(kernel, file.id));
    } catch (error) {
      // No browser to print with: the person is told how to get one.
      if (!(error instanceof GoogleError)) throw error;
      const body = html`<h1>PDF не сделан</h1>
        <p>${error.message}</p>`;
      return context.html(pageFrame({ title: 'PDF не сделан', body }), 501);
    }
  });

  const bytesOf = (context: Context, id: string | undefined): Response | Promise<Response> => {
    const file = id === undefined ? undefined : kernel.files.get(id);
    if (!file || !hasContent(kernel, file.id)) return context.notFound();
    return download(context, file.name, file.mimeType, readContent(kernel, file.id));
  };
  app.get('/file/d/:id/view', (context) => bytesOf(context, context.req.param('id')));
  app.get('/uc', (context) => bytesOf(context, context.req.query('id')));

  return app;
}
