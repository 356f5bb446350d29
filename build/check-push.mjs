/**
 * Fails unless exactly the expected files would be pushed, with a valid manifest that asks for
 * no scope the code does not need, in a script that uses no global Apps Script lacks, has each
 * function that its menu and pages name, and is within its size. `clasp` itself passes silently
 * on each of these.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { analyze } from 'eslint-scope';
import * as espree from 'espree';
import * as z from 'zod';
import { buildAddin, distDirectory } from './addin.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Bytes. Each call of a custom function loads the script; a part of the jobs is loaded by its menu items and triggers only. */
const SCRIPT_BUDGET = 150 * 1024;
const PART_BUDGET = 200 * 1024;

const SCOPE = 'https://www.googleapis.com/auth/';

/** What the code uses → the scope it needs. https://developers.google.com/apps-script/guides/services/authorization */
const SCOPES = {
  // A web app has no current spreadsheet and opens it by its id; without one the narrower right is enough.
  SpreadsheetApp: { withWebApp: 'spreadsheets', otherwise: 'spreadsheets.currentonly' },
  FormApp: 'forms',
  DocumentApp: 'documents',
  // Reading takes this one; what changes files is looked for below.
  DriveApp: 'drive.readonly',
  MailApp: 'script.send_mail',
  GmailApp: 'gmail.compose',
  CalendarApp: 'calendar',
  UrlFetchApp: 'script.external_request',
  ScriptApp: 'script.scriptapp',
};

/** Calls that need the whole Drive: `drive` instead of `drive.readonly`. */
const DRIVE_CHANGES = /DriveApp\.(?:create|add|remove)|\.(?:makeCopy|setTrashed|setSharing|setStarred)\(/;

/** Google's globals that need no scope of their own. */
const FREE_GLOBALS = [
  'PropertiesService',
  'CacheService',
  'LockService',
  'Utilities',
  'XmlService',
  'Session',
  'HtmlService',
  'ContentService',
  'Logger',
  'console',
  'Charts',
];

const manifestSchema = z.strictObject({
  timeZone: z.string().refine((zone) => Intl.supportedValuesOf('timeZone').includes(zone), 'not a time zone'),
  runtimeVersion: z.literal('V8'),
  exceptionLogging: z.enum(['STACKDRIVER', 'NONE']),
  oauthScopes: z.array(z.string().startsWith(SCOPE)).min(1),
  webapp: z
    .strictObject({
      access: z.enum(['MYSELF', 'DOMAIN', 'ANYONE', 'ANYONE_ANONYMOUS']),
      executeAs: z.enum(['USER_ACCESSING', 'USER_DEPLOYING']),
    })
    .optional(),
});

/**
 * @param {string} name of a global
 * @param {{ webapp?: unknown }} manifest
 */
function scopeOf(name, manifest) {
  const scope = SCOPES[name];
  if (typeof scope === 'string') return scope;
  return manifest.webapp ? scope.withWebApp : scope.otherwise;
}

/** @param {string} script @returns {string[]} names the script takes from outside itself */
function globalsUsed(script) {
  const tree = espree.parse(script, { ecmaVersion: 2019, range: true });
  const scopes = analyze(tree, { ecmaVersion: 2019 });
  const declared = new Set(scopes.globalScope.set.keys());
  const names = scopes.globalScope.through.map((reference) => reference.identifier.name);
  return [...new Set(names)].filter((name) => !declared.has(name)).sort();
}

/** @param {string} script @returns {string[]} functions that Google may call: those at the top level */
function functionsOf(script) {
  const { body } = espree.parse(script, { ecmaVersion: 2019 });
  return body.filter(({ type }) => type === 'FunctionDeclaration').map(({ id }) => id.name);
}

/** @param {string} text of a script @returns {object[]} the nodes of its tree */
function nodesOf(text) {
  const inside = (node) =>
    Object.values(node)
      .flatMap((value) => (value && typeof value === 'object' ? inside(value) : []))
      .concat(node);
  return inside(espree.parse(text, { ecmaVersion: 'latest' }));
}

/**
 * Functions of the script that a page asks for: `google.script.run` with handlers between, or what a
 * page passes on under the name `run`.
 *
 * @param {string} page HTML
 * @returns {string[]}
 */
function functionsAskedBy(page) {
  const asksServer = (node) =>
    node.type === 'CallExpression'
      ? node.callee.type === 'MemberExpression' && asksServer(node.callee.object)
      : node.type === 'MemberExpression'
        ? node.object.property?.name === 'script' && node.property.name === 'run'
        : node.type === 'Identifier' && node.name === 'run';
  return [...page.matchAll(/<script>([\s\S]*?)<\/script>/g)]
    .filter(([, text]) => text.includes('google.script.run'))
    .flatMap(([, text]) => nodesOf(text))
    .filter(({ type, callee }) => type === 'CallExpression' && callee.type === 'MemberExpression')
    .filter(({ callee }) => asksServer(callee.object) && !/^with[A-Z]/.test(callee.property.name))
    .map(({ callee }) => callee.property.name);
}

/** Names that ECMAScript itself gives every script. */
function languageGlobals() {
  const { runInNewContext } = createRequire(import.meta.url)('node:vm');
  const names = runInNewContext('Object.getOwnPropertyNames(globalThis)');
  // A bare V8 context has these two beside the language; Apps Script does not promise them.
  return new Set([
    ...names.filter((name) => !['WebAssembly', 'SharedArrayBuffer'].includes(name)),
    'arguments',
    'undefined',
  ]);
}

/**
 * @param {{ script: string, parts: { name: string, text: string }[], manifest: unknown, pushed: string[], expected: string[], pages: { name: string, text: string }[] }} set
 * @returns {string[]} what is wrong
 */
export function problemsOfPushSet({ script, parts, manifest, pushed, expected, pages }) {
  const problems = [];
  const missing = expected.filter((file) => !pushed.includes(file));
  const extra = pushed.filter((file) => !expected.includes(file));
  if (missing.length > 0) problems.push(`not in the push set: ${missing.join(', ')}`);
  if (extra.length > 0) problems.push(`in the push set by mistake: ${extra.join(', ')}`);

  const known = languageGlobals();
  const texts = [script, ...parts.map(({ text }) => text)];
  const used = [...new Set(texts.flatMap(globalsUsed))].filter((name) => !known.has(name));
  const foreign = used.filter((name) => !(name in SCOPES) && !FREE_GLOBALS.includes(name));
  if (foreign.length > 0) problems.push(`Apps Script has no such globals: ${foreign.join(', ')}`);

  const checked = manifestSchema.safeParse(manifest);
  if (!checked.success) problems.push(`appsscript.json: ${z.prettifyError(checked.error)}`);
  else {
    const needed = new Set(used.filter((name) => name in SCOPES).map((name) => SCOPE + scopeOf(name, checked.data)));
    if (texts.some((text) => /\.getUi\(\)/.test(text))) needed.add(`${SCOPE}script.container.ui`);
    if (texts.some((text) => /Session\.get(Active|Effective)User/.test(text))) needed.add(`${SCOPE}userinfo.email`);
    if (texts.some((text) => DRIVE_CHANGES.test(text))) {
      needed.delete(`${SCOPE}drive.readonly`);
      needed.add(`${SCOPE}drive`);
    }
    const asked = new Set(checked.data.oauthScopes);
    for (const scope of needed) if (!asked.has(scope)) problems.push(`the manifest lacks the scope ${scope}`);
    for (const scope of asked)
      if (!needed.has(scope)) problems.push(`the manifest asks for ${scope}, which no code needs`);
  }

  for (const { name, text, budget } of [
    { name: 'Code.js', text: script, budget: SCRIPT_BUDGET },
    ...parts.map((part) => ({ ...part, budget: PART_BUDGET })),
  ]) {
    const size = Buffer.byteLength(text);
    if (size > budget) problems.push(`${name} is ${size} bytes, the budget is ${budget}`);
  }

  const there = functionsOf(script);
  const named = [{ name: 'the menu', asked: script.match(/(?<=["'`])menu[A-Z]\w*(?=["'`])/g) ?? [] }].concat(
    pages.map(({ name, text }) => ({ name, asked: functionsAskedBy(text) })),
  );
  for (const { name, asked } of named) {
    const lacking = [...new Set(asked)].filter((each) => !there.includes(each));
    if (lacking.length > 0) problems.push(`${name} names what is no function of the script: ${lacking.join(', ')}`);
  }
  for (const { name, text } of pages) {
    const outside = text.match(/(?:src|href)\s*=\s*["']?(?:https?:)?\/\//gi);
    if (outside) problems.push(`${name} loads something from outside: ${outside.join(' ')}`);
  }
  return problems;
}

/** @returns {string[]} paths inside dist/ that clasp would push */
function pushedFiles() {
  const clasp = join(root, 'node_modules/@google/clasp');
  const { bin } = JSON.parse(readFileSync(join(clasp, 'package.json'), 'utf8'));
  const printed = execFileSync(process.execPath, [join(clasp, bin.clasp), 'show-file-status', '--json'], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return JSON.parse(printed).filesToPush.map((/** @type {string} */ file) => file.replace(/^dist\//, ''));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { script, parts, files } = await buildAddin();
  const pages = files.filter((file) => file.endsWith('.html'));
  const problems = problemsOfPushSet({
    script,
    parts,
    manifest: JSON.parse(readFileSync(join(distDirectory, 'appsscript.json'), 'utf8')),
    pushed: pushedFiles(),
    expected: files,
    pages: pages.map((name) => ({ name, text: readFileSync(join(distDirectory, name), 'utf8') })),
  });
  for (const problem of problems) console.error(`push set: ${problem}`);
  if (problems.length > 0) process.exit(1);
  const kilobytes = (text) => (Buffer.byteLength(text) / 1024).toFixed(1);
  const largest = parts.reduce((most, part) => (part.text.length > most.text.length ? part : most));
  console.log(
    `push set: ${files.length} files, ${functionsOf(script).length} functions, script ${kilobytes(script)} of ${SCRIPT_BUDGET / 1024} KB, largest part ${largest.name} ${kilobytes(largest.text)} of ${PART_BUDGET / 1024} KB`,
  );
}
