/** The web app is open to the world, and its page may call any function of the script by name. */
import type { LoadedProject } from '../../workspace/kernel/script-project.ts';
import { type PlanDesk, planDesk } from './plan-desk.ts';

let desk: PlanDesk;

beforeAll(async () => {
  desk = await planDesk('План мероприятий на 2026 год', [
    { number: '1.', measure: 'Приказ', deadline: 'до 15 января', responsible: 'Отдел культуры' },
  ]);
  await desk.type('Люди', 2, 'Эл. почта', 'culture@example.org');
}, 60_000);

afterAll(() => desk.leave());

/** For everybody: they check the token. */
const OPEN_TO_ALL = ['doGet', 'confirmDone'];

/** Arguments that somebody may send: nothing, plain text, and data shaped like Google's events. */
const SENT: unknown[][] = [
  [],
  ['о1'],
  [{ triggerUid: '1', response: {}, range: {}, source: {}, authMode: 'FULL' }],
  [{ response: { getId: 'x' }, range: { getSheet: null } }],
];

test('no function of a menu, a panel or a trigger does anything for a visitor of the web app', async () => {
  const { code } = (desk.workspace.kernel.project as LoadedProject).files[0]!;
  const names = [...code.matchAll(/^function (\w+)\(/gm)].map(([, name]) => name!);
  const closed = names.filter((name) => !name.startsWith('NOKO_') && !OPEN_TO_ALL.includes(name));
  expect(closed.length).toBeGreaterThan(20);
  expect(closed).toContain('everyMorning');
  for (const name of closed) {
    for (const args of SENT) {
      const { value, record } = await desk.workspace.run(name, args, { kind: 'web-app' });
      const touched = Object.keys(record.calls).filter(
        (call) =>
          !/^(HtmlService|SpreadsheetApp\.getUi|ScriptApp\.getProjectTriggers|Trigger\.getUniqueId|HtmlOutput)/.test(
            call,
          ),
      );
      expect([name, touched, value ?? null]).toEqual([name, [], null]);
    }
  }
  expect(desk.letters()).toHaveLength(0);
});

test('the daily trigger and a person in the script editor still run the daily check', async () => {
  expect((await desk.workspace.run('everyMorning')).error).toBeUndefined();
  expect(desk.letters()).toHaveLength(1);
  await desk.wait(7);
  expect(desk.letters().length).toBeGreaterThan(1);
});
