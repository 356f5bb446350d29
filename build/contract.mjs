/**
 * Builds the contract suite into `dist-contract/`, a push set of its own, and refuses one that
 * Google would not run. Run by `npm run build:contract`; docs/install.md says what to do with it.
 */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { scriptOf } from './addin.mjs';
import { problemsOfPushSet } from './check-push.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const source = join(root, 'contract');
const PAGES = ['part.html', 'template.html'];
/** As long as a part of the add-in may be. */
const LONG_PART = { name: 'long-part.html', text: `<script>/*${'x'.repeat(200 * 1024)}*/</script>` };
const FILES = ['Code.js', 'appsscript.json', ...PAGES, LONG_PART.name];

/** @returns {Promise<{ files: string[], problems: string[] }>} */
export async function buildContract({ outDirectory = join(root, 'dist-contract') } = {}) {
  const script = await scriptOf(join(source, 'main.ts'), 'CONTRACT_', {
    // The suite compares the file that the service gives back with what was built.
    CONTRACT_PART_TEXT: JSON.stringify(readFileSync(join(source, 'part.html'), 'utf8')),
  });
  rmSync(outDirectory, { recursive: true, force: true });
  mkdirSync(outDirectory, { recursive: true });
  writeFileSync(join(outDirectory, 'Code.js'), script);
  for (const file of ['appsscript.json', ...PAGES]) cpSync(join(source, file), join(outDirectory, file));
  writeFileSync(join(outDirectory, LONG_PART.name), LONG_PART.text);
  const problems = problemsOfPushSet({
    script,
    parts: [],
    manifest: JSON.parse(readFileSync(join(source, 'appsscript.json'), 'utf8')),
    pushed: FILES,
    expected: FILES,
    pages: [...PAGES.map((name) => ({ name, text: readFileSync(join(source, name), 'utf8') })), LONG_PART],
  });
  return { files: FILES, problems };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { files, problems } = await buildContract();
  for (const problem of problems) console.error(`contract: ${problem}`);
  if (problems.length > 0) process.exit(1);
  console.log(`dist-contract/: ${files.join(', ')}`);
}
