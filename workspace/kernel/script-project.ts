import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Script } from 'node:vm';
import type { CustomFunctionInfo, ScriptManifest, ScriptProject } from './kernel.ts';

/** A script's file as Google keeps it: no folders, no extension. */
export interface ScriptFile {
  name: string;
  code: string;
}

export interface LoadedProject extends ScriptProject {
  readonly files: readonly ScriptFile[];
  /** Each file compiled once; run in every execution's fresh context. */
  readonly compiled: readonly Script[];
  readonly customFunctions: readonly CustomFunctionInfo[];
}

/**
 * Reads a built script project: `.js`/`.gs`, `.html`, `appsscript.json`.
 *
 * Why not gas-local: it reads and compiles every file anew for every execution, and a workspace
 * has hundreds of them in a minute (each custom function call is one). What it does beside that
 * is these few lines.
 *
 * @throws Error naming the folder or the file that cannot be read
 */
export function loadProject(directory: string): LoadedProject {
  if (!existsSync(directory)) throw new Error(`no script project at ${directory}: build it first`);
  const paths = readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
  const read = (extensions: RegExp): ScriptFile[] =>
    paths
      .filter((path) => extensions.test(path))
      .map((path) => ({
        name: relative(directory, path).replaceAll('\\', '/').replace(extensions, ''),
        code: readFileSync(path, 'utf8'),
      }));
  const files = read(/\.(js|gs)$/);
  if (files.length === 0) throw new Error(`no script file in ${directory}: build the project first`);
  const html = new Map(read(/\.html$/).map(({ name, code }) => [name, code]));
  return {
    files,
    compiled: files.map(({ name, code }) => new Script(code, { filename: name })),
    customFunctions: files.flatMap(({ code }) => customFunctionsOf(code)),
    manifest: readManifest(join(directory, 'appsscript.json')),
    html: (name) => html.get(name.replace(/\.html$/, '')),
  };
}

function readManifest(path: string): ScriptManifest {
  if (!existsSync(path)) return {};
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as ScriptManifest;
  } catch (error) {
    throw new Error(`${path} is not JSON: ${(error as Error).message}`);
  }
}

/** Has a file a function of this name? Read from the text, so that an edit need not load the script to learn it has none. */
export function declaresFunction(project: LoadedProject, name: string): boolean {
  const declaration = new RegExp(
    `^\\s*(?:(?:async\\s+)?function\\s+${name}\\s*\\(|(?:var|globalThis\\.)\\s*${name}\\s*=)`,
    'm',
  );
  return project.files.some(({ code }) => declaration.test(code));
}

/**
 * Functions marked `@customfunction` in the JSDoc right before `function NAME(`.
 * @source Google's guide "Custom functions": a name may not end in `_`; JSDoc with the tag shows in autocomplete
 */
export function customFunctionsOf(code: string): CustomFunctionInfo[] {
  const found: CustomFunctionInfo[] = [];
  for (const [, comment = '', name = ''] of code.matchAll(
    /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*function\s+([A-Za-z][A-Za-z0-9_]*)\s*\(/g,
  )) {
    if (!/@customfunction\b/i.test(comment) || name.endsWith('_')) continue;
    found.push(describe(name, comment));
  }
  return found;
}

function describe(name: string, comment: string): CustomFunctionInfo {
  const text = comment
    .split('\n')
    .map((line) => line.replace(/^\s*\*? ?/, '').trimEnd())
    .join('\n');
  const [head = '', ...tags] = text.split(/^(?=@)/m);
  const parameters = tags
    .map((tag) => /^@param\s+(?:\{([^}]*)\}\s+)?(\[?)([\p{L}\w$]+)(?:=[^\]]*)?\]?\s*(?:-\s*)?([\s\S]*)$/u.exec(tag))
    .filter((match) => match !== null)
    .map(([, type = '', bracket, parameter = '', description = '']) => ({
      name: parameter,
      description: oneLine(description),
      optional: bracket === '[' || type.endsWith('='),
    }));
  const returns = tags.find((tag) => /^@returns?\b/.test(tag)) ?? '';
  return {
    name,
    description: oneLine(head.startsWith('@') ? '' : head),
    parameters,
    returns: oneLine(returns.replace(/^@returns?\s*(\{[^}]*\})?/, '')),
  };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
