import { makeApp } from '../../../workspace/server/app.ts';
import { responsesOf } from '../../../workspace/services/forms/response-log.ts';
import { cleanUpAfterTests, givenWorkspace, type PublishedForm, pagePath } from './form-workspace.ts';

cleanUpAfterTests();

test('behind the server’s guards a form is open to everybody, keeps its own content policy and takes answers', async () => {
  const workspace = await givenWorkspace();
  const formId = await workspace.script(() => {
    const form = (FormApp.create('Анкета') as PublishedForm).setPublished(true);
    form.addTextItem().setTitle('Имя');
    return form.getId();
  });
  const { app } = await makeApp(workspace, { host: '0.0.0.0', accessKey: 'ключ длиннее шестнадцати' });
  const origin = 'http://example.ru';
  const path = pagePath(workspace, formId);
  const shown = await app.request(origin + path);
  expect(shown.status).toBe(200);
  expect(shown.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
  const html = await shown.text();
  const token = /name="token" value="([^"]*)"/.exec(html)?.[1] ?? '';
  const field = /name="(entry\.\d+)"/.exec(html)?.[1] ?? '';
  const body = new URLSearchParams({ token, page: '0', [field]: 'Анна', action: 'next' });
  const headers = { origin, 'content-type': 'application/x-www-form-urlencoded' };
  const sent = await app.request(origin + path.replace('viewform', 'formResponse'), { method: 'POST', body, headers });
  expect(await sent.text()).toContain('Ваш ответ записан.');
  expect(responsesOf(workspace.kernel, formId)).toHaveLength(1);
  // Everything else asks for the key.
  expect((await app.request(`${origin}/forms/d/${formId}/edit`)).status).toBe(401);
});
