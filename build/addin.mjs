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
 * Items of the menu and questions of panels need nothing but their part of the jobs, so a stub that
 * names both is made of each that a part exports, unless the front door has one of its own.
 *
 * @param {string[]} own names that the front door exports
 * @returns {{ part: string, name: string }[]}
 */
function partEntryPoints(own) {
  return readdirSync(PARTS).flatMap((file) => {
    const source = readFileSync(join(PARTS, file), 'utf8');
    return [...source.matchAll(/export (?:const|function) ((?:menu|panel)[A-Z]\w*)/g)]
      .map(([, name]) => ({ part: basename(file, '.ts'), name }))
      .filter(({ name }) => !own.includes(name));
  });
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
      `${comment && `\n${comment}\n`}function ${name}(${parameters.join(', ')}) { return ${variable}.${name}(${parameters.join(', ')}); }`,
  );
  return `${stubs.join('\n')}\n${text}`;
}

/**
 * @returns {Promise<{ script: string, parts: { name: string, text: string }[], files: string[] }>} the script's
 * text, the parts of the jobs that it loads on demand, and the names of the files made
 */
export async function buildAddin({ outDirectory = distDirectory } = {}) {
  const [front, ...parts] = await Promise.all([
    scriptOf(ENTRY, FRONT),
    ...readdirSync(PARTS).map(async (file) => ({
      name: `jobs-${basename(file, '.ts')}`,
      text: await bundle(join(PARTS, file), JOBS),
    })),
  ]);
  const stubs = partEntryPoints(entryPoints().map(({ name }) => name)).map(
    ({ part, name }) => `function ${name}() { return ${FRONT}.callPart('${part}', '${name}', arguments); }\n`,
  );
  const script = stubs.join('') + front;
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
