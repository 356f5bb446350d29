import { renderDocuments } from '../services/documents/export.ts';
import { configureHandOver, handOver, type MailTransport, writeOutbox } from '../services/mail/outbox-files.ts';
import type { Workspace } from '../workspace-api.ts';

/** A script changes a document many times in a second; its file is written once after that. */
const PAUSE_MS = 500;

/**
 * Keeps the .docx and .eml files up with a workspace that is being served, and hands messages to
 * a mail server when one is configured. What a failure left undone is done at the next change.
 *
 * @param transport of nodemailer; without it no message leaves the machine
 * @returns what to call, and wait for, before the workspace is closed
 */
export function keepFilesWritten(workspace: Workspace, transport?: MailTransport): () => Promise<void> {
  const { kernel } = workspace;
  configureHandOver(kernel, transport !== undefined);
  let timer: NodeJS.Timeout | undefined;
  let writing = Promise.resolve();
  const write = async (): Promise<void> => {
    await renderDocuments(kernel);
    await writeOutbox(kernel);
    if (transport) await handOver(kernel, transport);
  };
  const soon = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      writing = writing.then(write).catch((error: unknown) => console.error(error));
    }, PAUSE_MS);
    timer.unref();
  };
  const forget = workspace.onAnnounce((topic) => {
    if (topic === 'files' || topic === 'outbox') soon();
  });
  soon();
  return async () => {
    forget();
    clearTimeout(timer);
    await writing;
  };
}
