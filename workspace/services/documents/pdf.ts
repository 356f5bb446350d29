import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { GoogleError } from '../../kernel/google-object.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { type PrintedParts, printedParts } from './page.ts';

/** Names under which Chrome, Chromium and Edge are found on a PATH. */
const COMMANDS = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge'];

/** Where they are when they are on no PATH. */
const PLACES = [
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** A browser that has not printed in this time never will. */
const LONGEST_PRINT_MS = 60_000;

/** @throws GoogleError when there is no browser to print with */
export function printDocument(kernel: Kernel, id: string): Uint8Array {
  return printParts(printedParts(kernel, id));
}

/** Prints to PDF, waiting for it: a script's call has no other way. */
export function printParts({ page, header, footer }: PrintedParts, browser = installedBrowser()): Uint8Array {
  if (!browser) {
    throw new GoogleError(
      'Для PDF нужен браузер Chrome, Edge или Chromium, а на этом компьютере его не нашлось. ' +
        'Установите любой из них или укажите путь к нему в переменной окружения BROWSER_PATH. ' +
        'Файл .docx доступен и без браузера.',
    );
  }
  const directory = mkdtempSync(join(tmpdir(), 'print-'));
  try {
    const [source, target] = [join(directory, 'page.html'), join(directory, 'page.pdf')];
    writeFileSync(source, page);
    const order = {
      browser,
      page: pathToFileURL(source).href,
      target,
      profile: join(directory, 'profile'),
      header,
      footer,
    };
    const printer = fileURLToPath(new URL('print-page.mjs', import.meta.url));
    execFileSync(process.execPath, [printer], {
      input: JSON.stringify(order),
      stdio: ['pipe', 'ignore', 'pipe'],
      timeout: LONGEST_PRINT_MS,
    });
    return readFileSync(target);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** The browser to print with, if there is one. `BROWSER_PATH` names it before all others. */
export function installedBrowser(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  if (environment.BROWSER_PATH) return environment.BROWSER_PATH;
  const folders = (environment.PATH ?? '').split(delimiter);
  const onPath = COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command)));
  return [...onPath, ...PLACES].find((path) => existsSync(path));
}
