/**
 * `npm start`: opens the local workspace, runs one sample year on it through the add-in's own
 * menu and triggers, and serves the page. A year that was cut off goes on where it stopped.
 */
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openWorkspace } from '../workspace/workspace.ts';
import { writeFiles } from '../workspace/write-files.ts';
import { runYear, YEAR_START } from './year.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

const { values: options } = parseArgs({
  options: {
    once: { type: 'boolean', default: false },
    data: { type: 'string', default: join(root, '.workspace') },
    port: { type: 'string', default: '8080' },
    host: { type: 'string', default: '127.0.0.1' },
    key: { type: 'string' },
  },
});

const directory = resolve(options.data);
const started = Date.now();
/** @param ownThreads each run of the script in a thread of its own, which a run that never ends cannot hold up */
const open = (ownThreads: boolean) =>
  openWorkspace({
    directory,
    script: join(root, 'dist'),
    container: { name: 'НОКО' },
    startAt: YEAR_START,
    clockRunning: false,
    baseUrl: `http://localhost:${options.port}`,
    user: { email: 'secretary@example.org', locale: 'ru', timeZone: 'Europe/Moscow' },
    warn: (message) => console.warn(`! ${message}`),
    ownThreads,
  });

let workspace = await open(false);
await runYear(workspace, (line) => console.log(line));

const files = await writeFiles(workspace.kernel);
console.log(`\nФайлы (${files.length}) в папке ${directory}:`);
for (const [kind, names] of byExtension(files)) console.log(`  ${kind}: ${names.length}, например ${names[0]}`);
console.log(`Всё заняло ${((Date.now() - started) / 1000).toFixed(1)} с.`);

workspace.close();
if (!options.once) {
  workspace = await open(true);
  await workspace.openContainer();
  const { serve } = await import('../workspace/server/serve.ts');
  workspace.kernel.clock.resume();
  const server = await serve(workspace, {
    port: Number(options.port),
    host: options.host,
    accessKey: options.key,
    // In the environment, not among the options: it holds a password.
    smtp: process.env.SMTP_URL,
  });
  console.log(`\nОткройте ${server.url} — остановить: Ctrl+C`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void server.close().then(() => {
        workspace.close();
        process.exit(0);
      });
    });
  }
}

function byExtension(paths: readonly string[]): [string, string[]][] {
  const groups = new Map<string, string[]>();
  for (const path of paths) {
    const extension = path.slice(path.lastIndexOf('.') + 1);
    groups.set(extension, [...(groups.get(extension) ?? []), path]);
  }
  return [...groups].sort(([a], [b]) => a.localeCompare(b));
}
