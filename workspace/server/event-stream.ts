import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { PageWindow, Windows } from './windows.ts';

/** A comment this often keeps proxies and browsers from taking a quiet connection for a dead one. */
const HEARTBEAT_MS = 20_000;

/** Keeps one page connected: server-sent events until the page goes away. */
export function streamToWindow(
  context: Context,
  windows: Windows,
  page: { id: string; fileId?: string },
  onOpen: (window: PageWindow) => () => void = () => () => {},
): Response {
  return streamSSE(context, async (stream) => {
    const window: PageWindow = {
      id: page.id,
      fileId: page.fileId,
      send: (event, data) => {
        stream.writeSSE({ event, data: JSON.stringify(data ?? null) }).catch(() => stream.abort());
      },
    };
    const close = windows.open(window);
    const leave = onOpen(window);
    const heartbeat = setInterval(() => window.send('heartbeat', null), HEARTBEAT_MS);
    window.send('open', null);
    await new Promise<void>((resolve) => stream.onAbort(resolve));
    clearInterval(heartbeat);
    leave();
    close();
  });
}
