/**
 * `npm test`: builds the add-in, checks types, lint and the push set, then runs every test.
 * The first step that fails ends the run; the tests end with a line «N passed, N failed».
 * Words after `npm test --` are passed to Jest.
 */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(import.meta.url);

/** The program a package brings, run by this Node: no shell, the same on every system. */
function program(packageName, name = packageName.split('/').pop()) {
  const manifest = require.resolve(`${packageName}/package.json`);
  const { bin } = require(manifest);
  return fileURLToPath(new URL(typeof bin === 'string' ? bin : bin[name], `file://${manifest}`));
}

const tsc = program('typescript', 'tsc');
const steps = [
  ['types of the domain, with no Google in scope', tsc, '-p', 'src/domain'],
  ['types of the add-in', tsc, '-p', 'src'],
  ['types of the contract', tsc, '-p', 'contract'],
  ['types of the workspace', tsc, '-p', 'workspace'],
  ["types of the workspace's pages", tsc, '-p', 'workspace/page'],
  ['types of the tests, the sample year and the benchmark', tsc, '-p', 'test'],
  ['lint, format and the direction of imports', program('@biomejs/biome', 'biome'), 'ci', '--error-on-warnings', '.'],
  ['push set', 'build/check-push.mjs'],
  ['tests', program('jest'), ...process.argv.slice(2)],
];

for (const [name, ...command] of steps) {
  const start = Date.now();
  const { status } = spawnSync(process.execPath, command, { cwd: root, stdio: 'inherit' });
  if (status !== 0) {
    if (name !== 'tests') console.error(`\n✗ ${name}`);
    process.exit(status ?? 1);
  }
  if (name !== 'tests') console.log(`✓ ${name} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
}
