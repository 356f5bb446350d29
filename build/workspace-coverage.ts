/**
 * Writes workspace/COVERAGE.md: each class and method of Google's services that the workspace
 * has or refuses by name, from the types on one side and the classes themselves on the other;
 * which functions of Sheets its formulas lack; and the totals into workspace/README.md and README.md.
 *
 * Run it with: npx tsx build/workspace-coverage.ts
 * With --check it writes nothing and fails when a file is not as it would write it.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { GoogleEnum, GoogleObject } from '../workspace/kernel/google-object.ts';
import { engine } from '../workspace/services/spreadsheet/engine.ts';
import { sheetsFunctions } from '../workspace/services/spreadsheet/sheets-functions.ts';
import { SHEETS_FUNCTIONS } from './sheets-function-names.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Namespaces of the types that the workspace takes on, in the order of the table. */
const NAMESPACES: Readonly<Record<string, string>> = {
  Spreadsheet: 'Sheets',
  Forms: 'Forms',
  Document: 'Docs',
  Drive: 'Drive',
  Mail: 'Mail',
  Gmail: 'Gmail',
  Calendar: 'Calendar',
  Script: 'Script and triggers',
  Base: 'Base: user interface, blobs, session, logs',
  Properties: 'Properties',
  Cache: 'Cache',
  Lock: 'Lock',
  Utilities: 'Utilities',
  HTML: 'HTML',
  Content: 'Content',
  URL_Fetch: 'URL fetch',
  Charts: 'Charts',
  XML_Service: 'XML',
};

/** Folders of workspace/services whose classes belong to a namespace; others are looked through after them. */
const FOLDERS: Readonly<Record<string, readonly string[]>> = {
  Spreadsheet: ['spreadsheet'],
  Forms: ['forms'],
  Document: ['documents'],
  Drive: ['drive'],
  Mail: ['mail'],
  Gmail: ['mail'],
  Calendar: ['calendar'],
  Script: ['script'],
  Base: ['session', 'logger', 'browser', 'mime-type', 'utilities', 'spreadsheet', 'documents', 'forms'],
  Properties: ['properties'],
  Cache: ['cache'],
  Lock: ['lock'],
  Utilities: ['utilities'],
  HTML: ['html'],
  Content: ['content'],
  URL_Fetch: ['url-fetch'],
  Charts: ['charts'],
  XML_Service: ['xml'],
};

/** Shapes of arguments and results in the types, not objects with methods of their own; and what only types have. */
const NOT_CLASSES =
  /^(BlobSource|Date|DateConstructor|ScriptProperties|UserProperties|.*(Options|Parameters|Request))$/;

interface GoogleClass {
  name: string;
  methods: string[];
  parents: string[];
}

/** Interfaces of one namespace of @types/google-apps-script with the methods they declare. */
function googleClasses(namespace: string): GoogleClass[] {
  const folder = join(root, 'node_modules/@types/google-apps-script');
  const classes: GoogleClass[] = [];
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.d.ts'))) {
    let inside = '';
    let current: GoogleClass | undefined;
    for (const line of readFileSync(join(folder, file), 'utf8').split('\n')) {
      const opened = /^ {4}namespace (\w+) \{/.exec(line)?.[1];
      if (opened) inside = opened;
      if (inside !== namespace) continue;
      const head = /^ {8}interface (\w+)(?: extends ([\w., ]+))? \{/.exec(line);
      if (head) {
        current = {
          name: head[1] as string,
          methods: [],
          parents: head[2]?.split(',').map((name) => name.trim()) ?? [],
        };
        classes.push(current);
      }
      const method = /^ {12}(?:\/\*\*.*?\*\/ )?(\w+)\(/.exec(line)?.[1];
      if (method && current && !current.methods.includes(method)) current.methods.push(method);
      if (/^ {8}\}/.test(line)) current = undefined;
    }
  }
  return classes.filter(({ name, methods }) => methods.length > 0 && !NOT_CLASSES.test(name));
}

/** Methods of the workspace's classes by folder and class name. */
async function workspaceClasses(): Promise<Map<string, Map<string, Set<string>>>> {
  const services = join(root, 'workspace/services');
  const found = new Map<string, Map<string, Set<string>>>();
  const files = readdirSync(services, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  for (const file of files) {
    const module = (await import(pathToFileURL(join(services, file)).href)) as Record<string, unknown>;
    const folder = file.split(/[\\/]/)[0] as string;
    const classes = found.get(folder) ?? new Map<string, Set<string>>();
    found.set(folder, classes);
    for (const exported of Object.values(module)) {
      const prototype: unknown = typeof exported === 'function' ? exported.prototype : undefined;
      if (!(prototype instanceof GoogleObject) || prototype instanceof GoogleEnum) continue;
      classes.set(classNameOf(prototype), methodsOf(prototype));
    }
  }
  return found;
}

function classNameOf(prototype: GoogleObject): string {
  try {
    return prototype._className;
  } catch {
    return prototype.constructor.name;
  }
}

function methodsOf(prototype: object): Set<string> {
  const names = new Set<string>();
  for (let level = prototype; level !== GoogleObject.prototype; level = Object.getPrototypeOf(level)) {
    for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(level))) {
      if (typeof value === 'function' && !name.startsWith('_')) names.add(name);
    }
  }
  return names;
}

interface Row {
  name: string;
  done: string[];
  refused: string[];
}

function rowsOf(namespace: string, ours: Map<string, Map<string, Set<string>>>): Row[] {
  const own = FOLDERS[namespace] ?? [];
  return googleClasses(namespace).map(({ name, methods }) => {
    const implemented = own.map((folder) => ours.get(folder)?.get(name)).filter((each) => each !== undefined);
    const has = (method: string): boolean => implemented.some((each) => each.has(method));
    return { name, done: methods.filter(has), refused: methods.filter((method) => !has(method)) };
  });
}

const sum = (rows: readonly Row[], part: 'done' | 'refused'): number =>
  rows.reduce((total, row) => total + row[part].length, 0);
const listed = (names: readonly string[]): string => names.join(', ') || '–';

const ours = await workspaceClasses();
const sections = Object.entries(NAMESPACES).map(([namespace, title]) => ({ title, rows: rowsOf(namespace, ours) }));
const all = sections.flatMap(({ rows }) => rows);
const totals = `${sum(all, 'done')} of ${sum(all, 'done') + sum(all, 'refused')} methods in ${all.filter(({ done }) => done.length > 0).length} of ${all.length} classes`;

const added = sheetsFunctions(engine.helpers);
const understands = (name: string): boolean => name in added || engine.registries.functionRegistry.contains(name);
const functions = Object.entries(SHEETS_FUNCTIONS).map(([category, names]) => {
  const split = names.split(' ');
  return { category, total: split.length, absent: split.filter((name) => !understands(name)) };
});
const functionsTotal = functions.reduce((total, each) => total + each.total, 0);
const functionsDone = functionsTotal - functions.reduce((total, each) => total + each.absent.length, 0);

const text = [
  '# What the local workspace covers',
  '',
  `Generated by \`build/workspace-coverage.ts\` from \`@types/google-apps-script\` and the classes in \`services/\`. ${totals}. A method that is not there refuses by name when a script reads it.`,
  '',
  '| Service | Methods done | Refused |',
  '|---|---|---|',
  ...sections.map(({ title, rows }) => `| ${title} | ${sum(rows, 'done')} | ${sum(rows, 'refused')} |`),
  ...sections.flatMap(({ title, rows }) => [
    '',
    `## ${title}`,
    '',
    '| Class | Done | Refused |',
    '|---|---|---|',
    ...rows.map(({ name, done, refused }) => `| ${name} | ${listed(done)} | ${listed(refused)} |`),
  ]),
  '',
  '## Functions of formulas',
  '',
  `${functionsDone} of ${functionsTotal} functions of Google Sheets. An absent one shows \`#NAME?\`.`,
  '',
  '| Category | Done | Absent |',
  '|---|---|---|',
  ...functions.map(
    ({ category, total, absent }) => `| ${category} | ${total - absent.length} of ${total} | ${listed(absent)} |`,
  ),
  '',
].join('\n');
const quoted = (file: string): string =>
  readFileSync(join(root, file), 'utf8')
    .replace(/(<!-- totals -->).*?(<!-- \/totals -->)/s, `$1${totals}$2`)
    .replace(/(<!-- functions -->).*?(<!-- \/functions -->)/s, `$1${functionsDone} of ${functionsTotal}$2`);
const wanted: Readonly<Record<string, string>> = {
  'workspace/COVERAGE.md': text,
  'workspace/README.md': quoted('workspace/README.md'),
  'README.md': quoted('README.md'),
};
const stale = Object.keys(wanted).filter((file) => {
  const path = join(root, file);
  return !existsSync(path) || readFileSync(path, 'utf8') !== wanted[file];
});
if (process.argv.includes('--check')) {
  for (const file of stale) process.stderr.write(`${file} is not up to date: npx tsx build/workspace-coverage.ts\n`);
  process.exit(stale.length > 0 ? 1 : 0);
}
for (const file of stale) writeFileSync(join(root, file), wanted[file] as string);
process.stdout.write(`${totals}; ${functionsDone} of ${functionsTotal} functions of formulas\n`);
// Services may hold the process open (fonts, workers).
process.exit(0);
