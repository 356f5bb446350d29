import { requireSafeAccess } from '../../../workspace/server/guard.ts';
import { closeWorkspacesAfterTests, givenApp, givenWorkspace, postForm } from './served-workspace.ts';

closeWorkspacesAfterTests();
const KEY = 'ключ-из-двадцати-знаков';
const LATIN_KEY = 'key-of-twenty-letters';

describe('where the server may listen', () => {
  test.each(['127.0.0.1', 'localhost', '::1'])('on the loopback address %s it needs no key', (host) => {
    expect(() => requireSafeAccess({ host })).not.toThrow();
  });

  test.each(['0.0.0.0', '::', '192.168.0.5'])('on %s it refuses to start without a key', (host) => {
    expect(() => requireSafeAccess({ host })).toThrow('ключ доступа не задан');
    expect(() => requireSafeAccess({ host, accessKey: 'short' })).toThrow('короче 16');
    expect(() => requireSafeAccess({ host, accessKey: KEY })).not.toThrow();
  });
});

describe('with a key', () => {
  const open = async () => givenApp(await givenWorkspace(), { host: '0.0.0.0', accessKey: LATIN_KEY });

  test.each(['/', '/outbox', '/live', '/files/x/docx', '/script/html/x', '/forms/d/x/edit', '/documents/x'])(
    '%s is closed to who does not have it',
    async (path) => {
      const app = await open();
      expect((await app.request(path)).status).toBe(401);
      expect((await app.request(path, { headers: { cookie: 'workspace-key=wrong' } })).status).toBe(401);
    },
  );

  test('changes are closed too', async () => {
    const app = await open();
    expect((await postForm(app, '/clock', { by: 'day' })).status).toBe(401);
  });

  test('forms to answer are open to everybody', async () => {
    const app = await open();
    const answer = await app.request('/forms/d/e/unknown/viewform');
    expect(answer.status).toBe(404);
    expect(await answer.text()).not.toContain('Ключ доступа');
  });

  test('the key is given once and then kept in a cookie that scripts cannot read', async () => {
    const app = await open();
    const first = await app.request(`/?key=${LATIN_KEY}`);
    expect(first.status).toBe(303);
    expect(first.headers.get('location')).toBe('/');
    const cookie = first.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
    const page = await app.request('/', { headers: { cookie: cookie.split(';')[0] as string } });
    expect(page.status).toBe(200);
  });
});

describe('requests from elsewhere', () => {
  test('a name that was made to point here (DNS rebinding) is refused', async () => {
    const app = await givenApp(await givenWorkspace());
    expect((await app.request('/', { headers: { host: 'evil.example:8080' } })).status).toBe(421);
    expect((await app.request('/', { headers: { host: 'localhost:8080' } })).status).toBe(200);
    expect((await app.request('/', { headers: { host: '[::1]:8080' } })).status).toBe(200);
  });

  test.each([
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://localhost:9999' },
    { 'sec-fetch-site': 'cross-site' },
  ])('a change sent by a page of another origin (%j) is refused', async (headers) => {
    const workspace = await givenWorkspace();
    const app = await givenApp(workspace);
    const before = workspace.kernel.clock.now();
    expect((await postForm(app, '/clock', { by: 'day' }, headers as unknown as Record<string, string>)).status).toBe(
      403,
    );
    expect(workspace.kernel.clock.now()).toBe(before);
  });

  test('a change sent by the page itself is taken', async () => {
    const app = await givenApp(await givenWorkspace());
    expect((await postForm(app, '/clock', { by: 'day' }, { origin: 'http://localhost' })).status).toBe(303);
  });

  test('a request that is too large is refused before it is read', async () => {
    const app = await givenApp(await givenWorkspace());
    const answer = await app.request('/forms/d/e/x/formResponse', {
      method: 'POST',
      headers: { host: 'localhost' },
      body: 'a'.repeat(1024 * 1024 + 1),
    });
    expect(answer.status).toBe(413);
  });

  test('answers to forms come no faster than one a second after the first sixty', async () => {
    const app = await givenApp(await givenWorkspace());
    const statuses: number[] = [];
    for (let index = 0; index < 62; index += 1) {
      statuses.push((await postForm(app, '/forms/d/e/x/formResponse', {})).status);
    }
    expect(statuses.slice(0, 60)).not.toContain(429);
    expect(statuses[61]).toBe(429);
  });
});

test('every page forbids scripts and styles of others, and eval', async () => {
  const app = await givenApp(await givenWorkspace());
  const policy = (await app.request('/')).headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toMatch(/unsafe/);
});

test('eval is allowed on the grid page alone', async () => {
  const workspace = await givenWorkspace();
  const app = await givenApp(workspace);
  const grid = await app.request(`/spreadsheets/d/${workspace.containerId}/edit`);
  expect(grid.headers.get('content-security-policy')).toContain("script-src 'self' 'unsafe-eval'");
});
