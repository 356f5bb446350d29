import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type LaunchOptions } from 'playwright-core';

/**
 * A real browser for tests, whatever the machine has: an installed Chrome, Edge or Chromium,
 * else the Chromium of npm's `@sparticuz/chromium`, which needs nothing from the system
 * (Linux on x64 or arm64). `BROWSER_PATH` names another one; `BROWSER=packaged` skips the
 * installed ones.
 *
 * @throws AggregateError with the reason of each browser that did not start
 */
export async function launchBrowser(): Promise<Browser> {
  const reasons: unknown[] = [];
  for (const candidate of candidates()) {
    try {
      return await chromium.launch({ ...candidate(), args: ARGUMENTS });
    } catch (reason) {
      reasons.push(reason);
    }
  }
  throw new AggregateError(reasons, `no browser could be started:\n${reasons.map(String).join('\n')}`);
}

/** Launches a browser, lends it and closes it whatever happens. */
export async function withBrowser<T>(work: (browser: Browser) => Promise<T>): Promise<T> {
  const browser = await launchBrowser();
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
];

function candidates(): (() => LaunchOptions)[] {
  const named = process.env.BROWSER_PATH;
  if (named) return [() => ({ executablePath: named })];
  if (process.env.BROWSER === 'packaged') return [packagedBrowser];
  return [
    ...INSTALLED_CHROMIUM.filter((path) => existsSync(path)).map((path) => () => ({ executablePath: path })),
    () => ({ channel: 'chrome' }),
    () => ({ channel: 'msedge' }),
    packagedBrowser,
  ];
}

/** Playwright finds Chrome and Edge by itself, a distribution's Chromium not. */
const INSTALLED_CHROMIUM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * Unpacks the browser once per version and lends the unpacked one afterwards. It is unpacked
 * beside and renamed, so that test workers that start together never see half of it.
 */
export function packagedBrowser(): LaunchOptions {
  const manifest = join(process.cwd(), 'node_modules', '@sparticuz', 'chromium', 'package.json');
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  const directory = join(tmpdir(), `packaged-chromium-${version}`);
  if (!existsSync(directory)) unpack(directory);
  return {
    executablePath: join(directory, 'chromium'),
    env: {
      ...process.env,
      LD_LIBRARY_PATH: join(directory, 'al2023', 'lib'),
      FONTCONFIG_FILE: join(directory, 'fonts.conf'),
    },
  };
}

function unpack(directory: string): void {
  const beside = mkdtempSync(join(tmpdir(), 'packaged-chromium-part-'));
  // The package is an ES module, which Jest's module registry cannot load: a child process can.
  const script = `import('@sparticuz/chromium').then((package_) => package_.default.executablePath())`;
  execFileSync(process.execPath, ['-e', script], {
    // The package unpacks its system libraries only where it believes to be on AWS Lambda.
    env: { ...process.env, TMPDIR: beside, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  mkdirSync(join(beside, 'fonts-cache'), { recursive: true });
  writeFileSync(join(beside, 'fonts.conf'), fontsConfiguration(directory));
  try {
    renameSync(beside, directory);
  } catch (error) {
    rmSync(beside, { recursive: true, force: true });
    if (!existsSync(directory)) throw error;
  }
}

/** The package brings Open Sans; the system's fonts and npm's PT Sans are used where they are. */
function fontsConfiguration(directory: string): string {
  const folders = [
    '/usr/share/fonts',
    '/usr/local/share/fonts',
    join(process.cwd(), 'node_modules', '@expo-google-fonts', 'pt-sans'),
    join(directory, 'fonts', 'fonts'),
  ];
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${folders.map((folder) => `  <dir>${folder}</dir>`).join('\n')}
  <cachedir>${join(directory, 'fonts-cache')}</cachedir>
</fontconfig>
`;
}
