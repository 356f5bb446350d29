import { Hono } from 'hono';
import { MIME } from '../kernel/files.ts';
import { exportDocx } from '../services/documents/export.ts';
import type { Workspace } from '../workspace-api.ts';
import { download } from './downloads.ts';

/** The real files behind what the workspace keeps. */
export function filePages(workspace: Workspace): Hono {
  const { kernel } = workspace;
  const app = new Hono();

  app.get('/files/:id/docx', async (context) => {
    const file = kernel.files.get(context.req.param('id'));
    if (file?.mimeType !== MIME.document) return context.notFound();
    const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
    return download(context, `${file.name}.docx`, type, await exportDocx(kernel, file.id));
  });

  return app;
}
