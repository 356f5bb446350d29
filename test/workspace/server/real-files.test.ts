import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { keepFilesWritten } from '../../../workspace/server/real-files.ts';
import { createDocument } from '../../../workspace/services/documents/document-store.ts';
import { sendMessage } from '../../../workspace/services/mail/outbox.ts';
import type { Workspace } from '../../../workspace/workspace-api.ts';
import { givenKernel } from '../documents/host-execution.ts';

/** As much of a workspace as the writer sees. */
function givenWorkspace() {
  const listeners = new Set<(topic: string) => void>();
  const kernel = {
    ...givenKernel(),
    announce: (topic: string) => listeners.forEach((listener) => void listener(topic)),
  };
  const onAnnounce = (listener: (topic: string) => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return { kernel, onAnnounce } as unknown as Workspace;
}

function names(workspace: Workspace, folder: string): string[] {
  try {
    return readdirSync(join(workspace.kernel.directory, folder));
  } catch {
    return [];
  }
}

async function until(done: () => boolean): Promise<void> {
  for (let tries = 0; tries < 100 && !done(); tries++) await new Promise((resolve) => setTimeout(resolve, 50));
}

test('while the workspace is served, documents and messages get their files by themselves', async () => {
  const workspace = givenWorkspace();
  createDocument(workspace.kernel, 'Отчёт');
  const stop = keepFilesWritten(workspace);
  await until(() => names(workspace, 'files').length > 0);
  expect(names(workspace, 'files')[0]).toMatch(/^Отчёт-.*\.docx$/);
  const message = {
    from: 'a@example.ru',
    to: ['b@example.ru'],
    cc: [],
    bcc: [],
    subject: 'Тема',
    text: 'Текст',
    files: [],
  };
  sendMessage(workspace.kernel, message);
  await until(() => names(workspace, 'outbox').length > 0);
  expect(names(workspace, 'outbox')).toEqual(['0001-b@example.ru.eml']);
  await stop();
});

test('a mail server that fails gets the message again at the next change, none twice, and none sent before it was configured', async () => {
  const workspace = givenWorkspace();
  const errors = jest.spyOn(console, 'error').mockImplementation(() => {});
  const sent: string[] = [];
  let isDown = true;
  const transport = {
    async sendMail({ envelope }: { envelope: { to: string[] } }) {
      if (isDown) throw new Error('connection refused');
      sent.push(...envelope.to);
    },
  };
  const message = { from: 'a@example.ru', cc: [], bcc: [], subject: 'Тема', text: 'Текст', files: [] };
  sendMessage(workspace.kernel, { ...message, to: ['rehearsal@example.ru'] });
  const stop = keepFilesWritten(workspace, transport as never);
  sendMessage(workspace.kernel, { ...message, to: ['b@example.ru'] });
  await until(() => errors.mock.calls.length > 0);
  expect(String(errors.mock.calls[0]?.[0])).toMatch(/connection refused/);
  isDown = false;
  sendMessage(workspace.kernel, { ...message, to: ['c@example.ru'] });
  await until(() => sent.length >= 2);
  await stop();
  expect(sent).toEqual(['b@example.ru', 'c@example.ru']);
  errors.mockRestore();
});
