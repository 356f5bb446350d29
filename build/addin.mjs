/**
 * Builds what is pushed to Google into `dist/`: one script, the HTML files and the manifest.
 * Run by `npm run build`; imported by the start and check scripts.
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
export const distDirectory = join(root, 'dist');
const ENTRY = join(root, 'src/main.ts');
const HTML = join(root, 'src/ui');
const BUNDLE = 'NOKO_BUNDLE_';

/**
 * Apps Script, its formula completion and its trigger list see only top-level `function NAME()`
 * declarations with their JSDoc, so each export of the front door gets one. The name of the
 * bundle ends in `_`, which hides it from the list of runnable functions.
 *
 * @param {string} source text of src/main.ts
 */
export function entryPoints(source) {
  const found = [];
  const pattern = /((?:\/\*\*(?:[^*]|\*(?!\/))*\*\/)\s*)?export function (\w+)\(([^)]*)\)/g;
  for (const [, comment = '', name, parameters] of source.matchAll(pattern)) {
    const names = parameters
      .split(',')
      .map((parameter) => /^\s*(\w+)/.exec(parameter)?.[1])
      .filter(Boolean);
    found.push({ name, comment: comment.trim(), parameters: names });
  }
  return found;
}

/** @returns {Promise<{ script: string, files: string[] }>} the script's text and the names of the files made */
export async function buildAddin({ outDirectory = distDirectory } = {}) {
  const result = await build({
    entryPoints: [ENTRY],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: BUNDLE,
    target: 'es2019',
    charset: 'utf8',
    minify: true,
    legalComments: 'inline',
    logLevel: 'warning',
  });
  const stubs = entryPoints(readFileSync(ENTRY, 'utf8')).map(
    ({ name, comment, parameters }) =>
      `${comment}\nfunction ${name}(${parameters.join(', ')}) {\n  return ${BUNDLE}.${name}(${parameters.join(', ')});\n}\n`,
  );
  const script = `${stubs.join('\n')}\n${result.outputFiles[0].text}`;
  rmSync(outDirectory, { recursive: true, force: true });
  mkdirSync(outDirectory, { recursive: true });
  writeFileSync(join(outDirectory, 'Code.js'), script);
  cpSync(join(root, 'appsscript.json'), join(outDirectory, 'appsscript.json'));
  const pages = readdirSync(HTML).filter((file) => file.endsWith('.html'));
  for (const page of pages) cpSync(join(HTML, page), join(outDirectory, page));
  return { script, files: ['Code.js', 'appsscript.json', ...pages].sort() };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { script, files } = await buildAddin();
  console.log(`dist/: ${files.join(', ')}; the script is ${(Buffer.byteLength(script) / 1024).toFixed(1)} KB`);
}
