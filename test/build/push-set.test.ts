import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '../..');

/** The check is an ES module with ES-module dependencies, so it is asked in a process of its own. */
function problemsOf(change: Record<string, unknown>): string[] {
  const set = {
    script: 'function onOpen() { SpreadsheetApp.getActiveSpreadsheet(); }',
    parts: [],
    manifest: {
      timeZone: 'Europe/Moscow',
      runtimeVersion: 'V8',
      exceptionLogging: 'STACKDRIVER',
      oauthScopes: ['https://www.googleapis.com/auth/spreadsheets.currentonly'],
    },
    pushed: ['Code.js', 'appsscript.json'],
    expected: ['Code.js', 'appsscript.json'],
    pages: [],
    ...change,
  };
  const code = `import { problemsOfPushSet } from './build/check-push.mjs';
    console.log(JSON.stringify(problemsOfPushSet(${JSON.stringify(set)})));`;
  return JSON.parse(
    execFileSync(process.execPath, ['--input-type=module'], { cwd: root, encoding: 'utf8', input: code }),
  );
}

test('a push set that is in order has no problems', () => {
  expect(problemsOf({})).toEqual([]);
});

test('a file that would not be pushed and one that would be by mistake are named', () => {
  expect(problemsOf({ pushed: ['appsscript.json', 'notes.html'] })).toEqual([
    'not in the push set: Code.js',
    'in the push set by mistake: notes.html',
  ]);
});

test.each(['setTimeout', 'fetch', 'URL', 'process', 'require', 'TextEncoder', 'performance', 'crypto', 'window'])(
  'the global %s, which Apps Script lacks, is found in a part of the jobs',
  (name) => {
    expect(
      problemsOf({
        parts: [{ name: 'jobs-plan', text: `var NOKO_JOBS_ = (function () { return typeof ${name}; })();` }],
      }),
    ).toEqual([`Apps Script has no such globals: ${name}`]);
  },
);

test('a local variable with the name of a browser global is no global', () => {
  const script = 'function onOpen() { SpreadsheetApp.flush(); var fetch = 1; return fetch; }';
  expect(problemsOf({ script })).toEqual([]);
});

test('a scope that no code needs and a scope that the manifest lacks are both refused', () => {
  const script = 'function onOpen() { SpreadsheetApp.flush(); MailApp.getRemainingDailyQuota(); }';
  const manifest = {
    timeZone: 'Europe/Moscow',
    runtimeVersion: 'V8',
    exceptionLogging: 'STACKDRIVER',
    oauthScopes: ['https://www.googleapis.com/auth/spreadsheets.currentonly', 'https://www.googleapis.com/auth/drive'],
  };
  expect(problemsOf({ script, manifest })).toEqual([
    'the manifest lacks the scope https://www.googleapis.com/auth/script.send_mail',
    'the manifest asks for https://www.googleapis.com/auth/drive, which no code needs',
  ]);
});

test('reading a file of Drive takes the right to read, making or copying one the right to all of it', () => {
  const manifest = {
    timeZone: 'Europe/Moscow',
    runtimeVersion: 'V8',
    exceptionLogging: 'STACKDRIVER',
    oauthScopes: ['https://www.googleapis.com/auth/drive.readonly'],
  };
  const script = (call: string) => `function onOpen() { ${call}; }`;
  expect(problemsOf({ script: script("DriveApp.getFileById('1').getBlob()"), manifest })).toEqual([]);
  for (const call of ["DriveApp.createFile('a', 'b')", "DriveApp.getFileById('1').makeCopy('b')"]) {
    expect(problemsOf({ script: script(call), manifest })).toContain(
      'the manifest lacks the scope https://www.googleapis.com/auth/drive',
    );
  }
});

test('a web app opens its spreadsheet by id, which takes the right to all; without one the narrower right is all that is asked', () => {
  const withScope = (scope: string, webapp?: object) => ({
    timeZone: 'Europe/Moscow',
    runtimeVersion: 'V8',
    exceptionLogging: 'STACKDRIVER',
    oauthScopes: [`https://www.googleapis.com/auth/${scope}`],
    ...(webapp ? { webapp } : {}),
  });
  const webapp = { access: 'ANYONE_ANONYMOUS', executeAs: 'USER_DEPLOYING' };
  expect(problemsOf({ manifest: withScope('spreadsheets', webapp) })).toEqual([]);
  expect(problemsOf({ manifest: withScope('spreadsheets.currentonly', webapp) })[0]).toContain('auth/spreadsheets');
  expect(problemsOf({ manifest: withScope('spreadsheets') })).toContain(
    'the manifest asks for https://www.googleapis.com/auth/spreadsheets, which no code needs',
  );
});

test('a manifest with a key that Google does not know is invalid', () => {
  const [problem] = problemsOf({
    manifest: {
      timeZone: 'Europe/Moscow',
      runtimeVersion: 'V8',
      exceptionLogging: 'STACKDRIVER',
      oauthScopes: ['https://www.googleapis.com/auth/spreadsheets.currentonly'],
      oauthScope: [],
    },
  });
  expect(problem).toContain('oauthScope');
});

test('a script over 150 KB is refused', () => {
  const script = `function onOpen() { SpreadsheetApp.flush(); return '${'я'.repeat(80_000)}'; }`;
  expect(problemsOf({ script })).toEqual([expect.stringMatching(/^Code\.js is \d+ bytes, the budget is 153600$/)]);
});

test('a page that loads something from outside is refused', () => {
  const pages = [{ name: 'letter.html', text: '<script src="https://cdn.example/x.js"></script>' }];
  expect(problemsOf({ pages })).toEqual([expect.stringMatching(/^letter\.html loads something from outside/)]);
});

test('an item of the menu needs a function of the script, not one inside another', () => {
  const script = `function onOpen() { SpreadsheetApp.getUi().createMenu('НОКО').addItem('План', 'menuPlan'); }`;
  const manifest = {
    timeZone: 'Europe/Moscow',
    runtimeVersion: 'V8',
    exceptionLogging: 'STACKDRIVER',
    oauthScopes: ['spreadsheets.currentonly', 'script.container.ui'].map(
      (scope) => `https://www.googleapis.com/auth/${scope}`,
    ),
  };
  expect(problemsOf({ script: `${script} function menuPlan() {}`, manifest })).toEqual([]);
  for (const elsewhere of ['', 'function other() { function menuPlan() {} }', 'var x = { menuPlan: 1 };']) {
    expect(problemsOf({ script: `${script} ${elsewhere}`, manifest })).toEqual([
      'the menu names what is no function of the script: menuPlan',
    ]);
  }
});

test.each([
  ['with its handlers', 'google.script.run.withSuccessHandler(show).withFailureHandler(say).panelDues(name.value);'],
  ['alone', 'google.script.run.panelDues();'],
  ['through a function of the page', 'ask(google.script.run); ask(function (run) { run.panelDues(1); });'],
])('what a page asks of the script %s must be a function of it', (_how, call) => {
  const pages = [{ name: 'my-dues.html', text: `<p>Сроки</p><script>${call}</script>` }];
  expect(problemsOf({ pages })).toEqual(['my-dues.html names what is no function of the script: panelDues']);
  const script = 'function panelDues() { SpreadsheetApp.flush(); }';
  expect(problemsOf({ pages, script })).toEqual([]);
});
