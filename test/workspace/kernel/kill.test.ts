import { spawn } from 'node:child_process';
import { type GivenScript, givenScript } from '../given-script.ts';

/**
 * A real kill (SIGKILL) of a real process in the middle of writing. Each run of `step` makes two
 * changes that belong together in separate calls, and counts itself in one.
 */
const SCRIPT = `
  function step() {
    const properties = PropertiesService.getScriptProperties();
    const n = Number(properties.getProperty('n') || 0) + 1;
    properties.setProperties({ n: String(n), twin: String(n) });
    return n;
  }
  function read() { return PropertiesService.getScriptProperties().getProperties(); }`;

/** Steps for ever and prints the number of each that has returned. */
const PROGRAM = `
  const { openWorkspace } = await import(process.argv[1]);
  const workspace = await openWorkspace(JSON.parse(process.argv[2]));
  for (;;) { const { value } = await workspace.run('step'); process.stdout.write(value + '\\n'); }`;

let given: GivenScript;
afterEach(() => given?.remove());

test('what a script was told is written is there after a kill, and no call is half there', async () => {
  given = await givenScript(SCRIPT);
  given.workspace.close();
  for (let kill = 0; kill < 3; kill += 1) {
    const lastSeen = await stepUntilKilled();
    const workspace = await given.reopenAfterKill();
    const { n, twin } = (await workspace.run('read')).value as Record<string, string>;
    expect(twin).toBe(n);
    expect(Number(n)).toBeGreaterThanOrEqual(lastSeen);
    workspace.close();
  }
}, 60_000);

/** @returns the last step that was reported as done */
function stepUntilKilled(): Promise<number> {
  const options = {
    directory: `${given.directory}/workspace`,
    script: `${given.directory}/script`,
    container: { name: 'Book' },
  };
  const program = spawn(
    process.execPath,
    [
      '--import',
      'tsx',
      '--input-type=module',
      '-e',
      PROGRAM,
      require.resolve('../../../workspace/workspace.ts'),
      JSON.stringify(options),
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let printed = '';
  program.stdout.on('data', (text) => {
    const isFirst = printed === '';
    printed += text;
    if (isFirst) setTimeout(() => program.kill('SIGKILL'), 30 + Math.random() * 100);
  });
  return new Promise((resolve) => {
    program.once('close', () => {
      const whole = printed.slice(0, printed.lastIndexOf('\n'));
      resolve(Number(whole.slice(whole.lastIndexOf('\n') + 1)));
    });
  });
}
