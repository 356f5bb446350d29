/** The script as a web app, without a browser: what Google documents of addresses, redirects and surroundings. */
import { closeWorkspacesAfterTests, givenApp, givenWorkspace, NOON, postJson } from './served-workspace.ts';

closeWorkspacesAfterTests();

async function givenWebApp(access?: Parameters<typeof givenApp>[1]) {
  const workspace = await givenWorkspace();
  const app = await givenApp(workspace, access);
  const path = new URL((await workspace.run('address')).value as string).pathname;
  return { workspace, app, path };
}

test('text is not served but redirected to an address that works once (guide “Content service”, Redirects)', async () => {
  const { app, path } = await givenWebApp();
  const first = await app.request(`${path}?as=json&x=1`);
  expect([first.status, await first.text()]).toEqual([302, '']);
  const address = first.headers.get('location')!;
  expect(await (await app.request(address)).json()).toEqual({ as: ['json'], x: ['1'] });
  expect((await app.request(address)).status).toBe(404);
});

test('a web app knows neither the spreadsheet of its script nor its visitor (guide “Container-bound scripts”)', async () => {
  const { app, path, workspace } = await givenWebApp();
  const call = await postJson(app, path.replace('/exec', '/run'), { functionName: 'surroundings', args: [] });
  expect(await call.json()).toEqual({
    value: { active: null, lock: null, user: '', ui: 'Cannot call SpreadsheetApp.getUi() from this context.' },
  });
  const { value } = await workspace.run('surroundings', [], { kind: 'html' });
  expect(value).toEqual({ active: 'spreadsheet', lock: 'lock', user: 'ivanova@example.ru', ui: 'Ui' });
});

test('a page of a web app may call every function but those whose names end in “_”', async () => {
  const { app, path } = await givenWebApp();
  const call = async (functionName: string) =>
    (await postJson(app, path.replace('/exec', '/run'), { functionName, args: [2, 3] })).json();
  expect(await call('addUp')).toEqual({ value: 5 });
  expect(await call('secret_')).toMatchObject({ error: expect.stringContaining('secret_') });
});

test('only the web app is open to everybody when the workspace has a key', async () => {
  const { app, path } = await givenWebApp({ host: '0.0.0.0', accessKey: 'ключ-не-короче-16-знаков' });
  expect((await app.request(path)).status).toBe(200);
  expect((await app.request('/')).status).toBe(401);
});

test('a script without `webapp` in its manifest is not deployed: no address, no page', async () => {
  const { app, path, workspace } = await givenWebApp();
  delete workspace.kernel.project.manifest.webapp;
  expect((await workspace.run('address')).value).toBeNull();
  expect((await app.request(path)).status).toBe(404);
});

test('a clock’s trigger has the spreadsheet but no Ui: nothing is open in front of anybody', async () => {
  const { workspace } = await givenWebApp();
  const schedule = { kind: 'once' as const, atMs: NOON + 60_000 };
  const trigger = { source: 'CLOCK' as const, sourceId: null, eventType: 'CLOCK' as const, schedule };
  workspace.kernel.triggers.create({ ...trigger, handler: 'showPanel' }, NOON);
  workspace.kernel.triggers.create({ ...trigger, handler: 'nameSheet' }, NOON);
  await workspace.advanceTo(NOON + 120_000);
  const ended = workspace.executions().map(({ functionName, error }) => [functionName, error]);
  expect(ended).toContainEqual(['showPanel', 'Exception: Cannot call SpreadsheetApp.getUi() from this context.']);
  expect(ended).toContainEqual(['nameSheet', undefined]);
});
