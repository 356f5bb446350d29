import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { Hono } from 'hono';

/** Entry points of the browser's code: `workspace/page/NAME.ts` is served as `/assets/page/NAME.js`. */
export const PAGE_ENTRIES = ['home', 'spreadsheet', 'script-client', 'web-app'] as const;

/**
 * Files of packages, served as they are. The spreadsheet engine is LGPL: it is a separate,
 * unmodified file with its notice, so that anybody may put another version in its place.
 */
const PACKAGE_FILES: Readonly<Record<string, string>> = {
  'o-spreadsheet/o_spreadsheet.min.iife.js': '@odoo/o-spreadsheet/dist/o_spreadsheet.min.iife.js',
  'o-spreadsheet/o_spreadsheet.css': '@odoo/o-spreadsheet/dist/o_spreadsheet.css',
  'o-spreadsheet/o_spreadsheet.xml': '@odoo/o-spreadsheet/dist/o_spreadsheet.xml',
  'o-spreadsheet/LICENSE.txt': '@odoo/o-spreadsheet/LICENSE',
  'owl/owl.iife.js': '@odoo/owl/dist/owl.iife.min.js',
  'chart/chart.umd.js': 'chart.js/dist/chart.umd.min.js',
  'bootstrap/bootstrap.min.css': 'bootstrap/dist/css/bootstrap.min.css',
  'font-awesome/css/font-awesome.min.css': 'font-awesome/css/font-awesome.min.css',
  'font-awesome/fonts/fontawesome-webfont.woff2': 'font-awesome/fonts/fontawesome-webfont.woff2',
  'font-awesome/fonts/fontawesome-webfont.woff': 'font-awesome/fonts/fontawesome-webfont.woff',
  'pt-sans/regular.ttf': '@expo-google-fonts/pt-sans/400Regular/PTSans_400Regular.ttf',
  'pt-sans/italic.ttf': '@expo-google-fonts/pt-sans/400Regular_Italic/PTSans_400Regular_Italic.ttf',
  'pt-sans/bold.ttf': '@expo-google-fonts/pt-sans/700Bold/PTSans_700Bold.ttf',
  'pt-sans/bold-italic.ttf': '@expo-google-fonts/pt-sans/700Bold_Italic/PTSans_700Bold_Italic.ttf',
  'pt-sans/LICENSE.txt': '@expo-google-fonts/pt-sans/LICENSE_FONT',
};

/** Style sheets of the pages, beside their code. */
const STYLE_SHEETS = ['fonts', 'home', 'spreadsheet', 'web-app'] as const;

const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  ttf: 'font/ttf',
  woff: 'font/woff',
  woff2: 'font/woff2',
};

interface Asset {
  body: Buffer;
  type: string;
  tag: string;
}

/** `GET /assets/…`: nothing is fetched from anywhere else, so the pages work without the internet. */
export async function assetPages(): Promise<Hono> {
  const root = projectRoot();
  const assets = new Map<string, Asset>();
  for (const [name, body] of await bundlePages(root)) assets.set(`page/${name}.js`, asset(body, 'js'));
  for (const name of STYLE_SHEETS) {
    assets.set(`page/${name}.css`, asset(readFileSync(join(root, 'workspace/page', `${name}.css`)), 'css'));
  }
  const app = new Hono();
  app.get('/assets/*', (context) => {
    const path = context.req.path.slice('/assets/'.length);
    const found = assets.get(path) ?? readPackageFile(root, path);
    if (!found) return context.text('Нет такого файла', 404);
    assets.set(path, found);
    const headers = { 'content-type': found.type, etag: found.tag, 'cache-control': 'no-cache' };
    if (context.req.header('if-none-match') === found.tag) return context.body(null, 304, headers);
    return context.body(new Uint8Array(found.body), 200, headers);
  });
  return app;
}

/** Bundles the browser's code; some tens of milliseconds, so it is done at each start. */
export async function bundlePages(root: string = projectRoot()): Promise<Map<string, Buffer>> {
  const result = await build({
    entryPoints: PAGE_ENTRIES.map((name) => join(root, 'workspace/page', `${name}.ts`)),
    outdir: '/',
    bundle: true,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    write: false,
    logLevel: 'silent',
  });
  return new Map(
    result.outputFiles.map((file) => [/([^/\\]+)\.js$/.exec(file.path)?.[1] ?? '', Buffer.from(file.contents)]),
  );
}

function readPackageFile(root: string, path: string): Asset | undefined {
  const file = Object.hasOwn(PACKAGE_FILES, path) ? PACKAGE_FILES[path] : undefined;
  if (!file) return undefined;
  return asset(readFileSync(join(root, 'node_modules', file)), path.slice(path.lastIndexOf('.') + 1));
}

function asset(body: Buffer, extension: string): Asset {
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  return { body, type: TYPES[extension] ?? 'application/octet-stream', tag };
}

/** The folder with `workspace/page` and `node_modules`, wherever this file was bundled to. */
export function projectRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'workspace/page')) || !existsSync(join(folder, 'node_modules'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('the folder with workspace/page and node_modules was not found');
    folder = parent;
  }
  return folder;
}
