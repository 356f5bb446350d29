import type { AddressInfo } from 'node:net';
import { serve as listen, type ServerType } from '@hono/node-server';
import { createTransport } from 'nodemailer';
import type { Workspace } from '../workspace-api.ts';
import { makeApp } from './app.ts';
import { requireSafeAccess } from './guard.ts';
import { keepFilesWritten } from './real-files.ts';
import type { Turns } from './turns.ts';

export interface ServeOptions {
  /** 0: any free port. */
  port: number;
  host: string;
  /** Required on any address that is not loopback. */
  accessKey?: string;
  /** The address that links to forms and files carry, when people reach the server by another than it listens on. */
  publicUrl?: string;
  /** Address of a mail server, `smtps://user:password@host`. Without it no message leaves the machine. */
  smtp?: string;
}

export interface RunningServer {
  url: string;
  close(): Promise<void>;
}

/** How often what has become due is looked for while the clock runs. */
const CLOCK_STEP_MS = 3_000;

/**
 * Serves the workspace's pages until closed, and drives its time.
 *
 * @throws Error when the address is reachable from the network and there is no access key
 */
export async function serve(
  workspace: Workspace,
  { port, host, accessKey, publicUrl, smtp }: ServeOptions,
): Promise<RunningServer> {
  const access = {
    host,
    ...(accessKey === undefined ? {} : { accessKey }),
    ...(publicUrl === undefined ? {} : { publicHost: new URL(publicUrl).hostname }),
  };
  requireSafeAccess(access);
  const { app, turns } = await makeApp(workspace, access);
  const server = await started(app.fetch, port, host);
  const shownHost = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  const url = `http://${shownHost.includes(':') ? `[${shownHost}]` : shownHost}:${(server.address() as AddressInfo).port}`;
  workspace.kernel.baseUrl = publicUrl?.replace(/\/$/, '') ?? url;
  const stopClock = driveClock(workspace, turns);
  const stopWriting = keepFilesWritten(workspace, smtp === undefined ? undefined : createTransport(smtp));
  return {
    url,
    async close() {
      stopClock();
      await stopWriting();
      return new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        // Event streams stay open for ever; nobody waits for them.
        if ('closeAllConnections' in server) server.closeAllConnections();
      });
    },
  };
}

function started(
  fetch: (request: Request) => Response | Promise<Response>,
  port: number,
  host: string,
): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const server = listen({ fetch, port, hostname: host }, () => resolve(server));
    server.once('error', reject);
  });
}

/** While the clock runs, triggers fire when they fall due. */
function driveClock(workspace: Workspace, turns: Turns): () => void {
  let isBusy = false;
  const timer = setInterval(() => {
    const { clock, triggers } = workspace.kernel;
    if (isBusy || !clock.running || !triggers.firstDue(clock.now())) return;
    isBusy = true;
    turns
      .take(() => workspace.advanceTo(clock.now()))
      .catch((error: unknown) => console.error(error))
      .finally(() => {
        isBusy = false;
      });
  }, CLOCK_STEP_MS);
  timer.unref();
  return () => clearInterval(timer);
}
