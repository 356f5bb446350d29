/**
 * What the add-in relies on from Google, proved on the local workspace: the same built suite
 * that an installer pushes to Google runs here through its menu item, a test for each case.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SUITE } from '../../contract/suite.ts';
import { readSheet } from '../../workspace/services/spreadsheet/person.ts';
import { openWorkspace } from '../../workspace/workspace.ts';
import type { ExecutionResult, Workspace } from '../../workspace/workspace-api.ts';

const root = join(__dirname, '../..');
const directory = mkdtempSync(join(tmpdir(), 'contract-'));
const script = join(directory, 'script');

let workspace: Workspace;
let result: ExecutionResult;
let rows: string[][];

const check = (button: 'YES' | 'NO' | 'CANCEL'): Promise<ExecutionResult> =>
  workspace.click(['Договор', 'Проверить'], [{ button }]);
const findings = (): string[][] => readSheet(workspace.kernel, workspace.containerId, 'Договор');
const letters = (): number =>
  workspace.executions().reduce((sum, { calls }) => sum + (calls['MailApp.sendEmail'] ?? 0), 0);

beforeAll(async () => {
  const build = `import { buildContract } from './build/contract.mjs';
    const { problems } = await buildContract({ outDirectory: ${JSON.stringify(script)} });
    if (problems.length > 0) throw new Error(problems.join('; '));`;
  execFileSync(process.execPath, ['--input-type=module'], {
    cwd: root,
    input: build,
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  workspace = await openWorkspace({
    directory: join(directory, 'workspace'),
    script,
    container: { name: 'Договор' },
    startAt: Date.UTC(2026, 2, 2, 6),
    clockRunning: false,
    user: { email: 'installer@example.org', locale: 'ru', timeZone: 'Europe/Moscow' },
  });
  await workspace.openContainer();
  result = await check('YES');
  rows = findings();
}, 120_000);

afterAll(() => {
  workspace?.close();
  rmSync(directory, { recursive: true, force: true });
});

test('the suite comes to its end within the time that Google gives one run', () => {
  expect(result.error).toBeUndefined();
  expect(result.record.estimatedMs).toBeLessThan(360_000);
});

describe.each([...new Set(SUITE.map((each) => each.service))])('%s', (service) => {
  test.each(SUITE.filter((each) => each.service === service).map((each) => [each.name, each] as const))(
    '%s',
    (name, { expected, source }) => {
      expect(rows.filter((row) => row[0] === name)).toEqual([
        [name, service, JSON.stringify(expected), JSON.stringify(expected), '✓', source],
      ]);
    },
  );
});

test('no trigger was fired by the script’s own writes and answers, even after the run', () => {
  const fired = workspace.executions().map(({ functionName }) => functionName);
  expect(fired.filter((name) => name === 'onEdit' || name === 'onContractAnswer')).toEqual([]);
  expect(workspace.kernel.triggers.all()).toEqual([]);
});

test('a run without consent sends no letter and says that it was not checked', async () => {
  const before = letters();
  expect((await check('NO')).error).toBeUndefined();
  const marks = findings()
    .slice(1)
    .map((row) => row[4]);
  expect(marks.filter((mark) => mark === '—')).toHaveLength(SUITE.filter((each) => each.sendsLetter).length);
  expect(marks.filter((mark) => mark === '✗')).toEqual([]);
  // The one call is the refused address.
  expect(letters() - before).toBe(1);
});

test('«Отмена» makes and writes nothing', async () => {
  const files = workspace.kernel.files.all().length;
  expect((await check('CANCEL')).error).toBeUndefined();
  expect(workspace.kernel.files.all()).toHaveLength(files);
});

test('names of cases are different, so each row can be told', () => {
  expect(new Set(SUITE.map((each) => each.name)).size).toBe(SUITE.length);
});
