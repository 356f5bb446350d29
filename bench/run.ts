/**
 * `npm run bench`: what a newcomer and a formula wait for, measured on this machine. Figures
 * of one run are compared with each other only. `npm run bench -- install` adds a clean
 * install with an empty cache, which takes minutes.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import { buildAddin } from '../build/addin.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const RUNS = 51;

await bundleLoad();
if (process.argv.includes('install')) install();
firstStart();

/** How long each call of a formula waits for the script, and what a menu item or trigger waits for its part besides. */
async function bundleLoad(): Promise<void> {
  const { script, parts } = await buildAddin();
  const front = medianLoadMs(script);
  console.log('Script load in a bare context (median of', RUNS, 'fresh contexts)');
  row('script as pushed', `${kilobytes(script)} KB`, `${front.toFixed(2)} ms`, '1.00');
  for (const { name, text } of parts) {
    const ms = medianLoadMs(text);
    row(`${name}, on demand`, `${kilobytes(text)} KB`, `${ms.toFixed(2)} ms`, (ms / front).toFixed(2));
  }
}

/** Compiled anew each time, as a platform that has never seen the script would. */
function medianLoadMs(source: string): number {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const context = vm.createContext({});
    const start = performance.now();
    // A comment that differs keeps the engine from taking the code out of its cache.
    new vm.Script(`${source}\n//${run}`).runInContext(context);
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[(RUNS - 1) / 2]!;
}

function install(): void {
  const home = mkdtempSync(join(tmpdir(), 'noko-install-'));
  try {
    for (const file of ['package.json', 'package-lock.json']) cpSync(join(root, file), join(home, file));
    const start = performance.now();
    execFileSync('npm', ['ci', '--no-audit', '--no-fund'], {
      cwd: home,
      env: { ...process.env, npm_config_cache: join(home, 'cache') },
      stdio: 'ignore',
      shell: process.platform === 'win32',
    });
    console.log('\nClean install, empty cache');
    row('npm ci', `${(sizeOf(join(home, 'node_modules')) / 2 ** 20).toFixed(0)} MB`, seconds(start), '');
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** `npm start -- --once` on an empty workspace: build, the sample year, all files written. */
function firstStart(): void {
  const data = mkdtempSync(join(tmpdir(), 'noko-start-'));
  try {
    const start = performance.now();
    execFileSync(process.execPath, [join(root, 'build/start.mjs'), '--once', '--data', data], { stdio: 'ignore' });
    console.log('\nSample year from nothing');
    row('npm start -- --once', `${(sizeOf(data) / 2 ** 20).toFixed(1)} MB`, seconds(start), '');
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

function row(...[what, size, time, ratio]: [string, string, string, string]): void {
  console.log(`  ${what.padEnd(28)} ${size.padStart(10)} ${time.padStart(12)} ${ratio.padStart(8)}`);
}

function kilobytes(text: string): string {
  return (Buffer.byteLength(text) / 1024).toFixed(1);
}

function seconds(start: number): string {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}

function sizeOf(directory: string): number {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((total, entry) => total + statSync(join(entry.parentPath, entry.name)).size, 0);
}
