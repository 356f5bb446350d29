/**
 * Builds what is pushed to Google into `dist/`: one script, the HTML files and the manifest.
 * Run by `npm run build`; imported by the start and check scripts.
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
export const distDirectory = join(root, 'dist');
const ENTRY = join(root, 'src/main.ts');
const HTML = join(root, 'src/ui');
const PARTS = join(root, 'src/jobs/parts');
/** Names that end in `_` are hidden from the list of runnable functions. */
const FRONT = 'NOKO_FRONT_';
const JOBS = 'NOKO_JOBS_';

/**
 * Apps Script, its formula completion and its trigger list see only top-level `function NAME()`
 * declarations with their JSDoc, so each export of the front door gets one.
 *
 * @param {string} file path of a TypeScript source: its own exports and those it passes on by name
 * @returns {{ name: string, comment: string, parameters: string[] }[]}
 */
export function entryPoints(file = ENTRY) {
  const source = readFileSync(file, 'utf8');
  const own = /((?:\/\*\*(?:[^*]|\*(?!\/))*\*\/)\s*)?export function (\w+)\(([^)]*)\)/g;
  const found = [...source.matchAll(own)].map(([, comment = '', name, parameters]) => ({
    name,
    comment: comment.trim(),
    parameters: parameters
      .split(',')
      .map((parameter) => /^\s*(\w+)/.exec(parameter)?.[1])
      .filter((parameter) => parameter !== undefined),
  }));
  for (const [, names, from] of source.matchAll(/export \{([^}]*)\} from '([^']+)'/g)) {
    const passed = entryPoints(join(dirname(file), from));
    for (const name of names
      .split(',')
      .map((word) => word.trim())
      .filter(Boolean)) {
      const entry = passed.find((each) => each.name === name);
      if (!entry) throw new Error(`${file} passes on ${name}, which is no function of ${from}`);
      found.push(entry);
    }
  }
  return found;
}

/**
 * @param {string} entry path of a TypeScript source
 * @param {string} name of the variable that holds what it exports
 * @param {Record<string, string>} [define] names in the source → the expressions that they stand for
 */
async function bundle(entry, name, define = {}) {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: name,
    target: 'es2019',
    charset: 'utf8',
    minify: true,
    legalComments: 'inline',
    define,
    logLevel: 'warning',
  });
  return result.outputFiles[0].text;
}

/**
 * A whole script for Google: the front door's functions at the top level, everything else in one variable.
 *
 * @param {string} entry path of the front door
 * @param {string} variable what holds its exports
 * @param {Record<string, string>} [define] as `bundle` takes it
 */
export async function scriptOf(entry, variable, define) {
  const text = await bundle(entry, variable, define);
  const stubs = entryPoints(entry).map(
    ({ name, comment, parameters }) =>
      `${comment}\nfunction ${name}(${parameters.join(', ')}) {\n  return ${variable}.${name}(${parameters.join(', ')});\n}\n`,
  );
  return `${stubs.join('\n')}\n${text}`;
}

/**
 * @returns {Promise<{ script: string, parts: { name: string, text: string }[], files: string[] }>} the script's
 * text, the parts of the jobs that it loads on demand, and the names of the files made
 */
export async function buildAddin({ outDirectory = distDirectory } = {}) {
  const [script, ...parts] = await Promise.all([
    scriptOf(ENTRY, FRONT),
    ...readdirSync(PARTS).map(async (file) => ({
      name: `jobs-${basename(file, '.ts')}`,
      text: await bundle(join(PARTS, file), JOBS),
    })),
  ]);
  rmSync(outDirectory, { recursive: true, force: true });
  mkdirSync(outDirectory, { recursive: true });
  writeFileSync(join(outDirectory, 'Code.js'), script);
  for (const { name, text } of parts) {
    // The page is cut at the last closing tag, and a tag inside a text would end it earlier in a browser.
    if (text.includes('</script')) throw new Error(`a text of ${name} has a closing script tag`);
    writeFileSync(join(outDirectory, `${name}.html`), `<script>\n${text}</script>\n`);
  }
  cpSync(join(root, 'appsscript.json'), join(outDirectory, 'appsscript.json'));
  const pages = readdirSync(HTML).filter((file) => file.endsWith('.html'));
  for (const page of pages) cpSync(join(HTML, page), join(outDirectory, page));
  const files = ['Code.js', 'appsscript.json', ...parts.map(({ name }) => `${name}.html`), ...pages].sort();
  return { script, parts, files };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { script, parts, files } = await buildAddin();
  const sizes = [{ name: 'Code.js', text: script }, ...parts].map(
    ({ name, text }) => `${name} ${(Buffer.byteLength(text) / 1024).toFixed(1)} KB`,
  );
  console.log(`dist/: ${files.join(', ')}\n${sizes.join(', ')}`);
}
