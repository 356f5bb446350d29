import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '../..');

test('the table of what the workspace covers, and the totals that both READMEs quote, are up to date', () => {
  const check = spawnSync(process.execPath, ['--import', 'tsx', 'build/workspace-coverage.ts', '--check'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect({ status: check.status, said: check.stderr }).toEqual({ status: 0, said: '' });
});
