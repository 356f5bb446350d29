import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { type RunningServer, serve } from '../../../workspace/server/serve.ts';
import type { Workspace } from '../../../workspace/workspace-api.ts';
import { launchBrowser } from '../../browser.ts';
import { closeWorkspacesAfterTests, givenWorkspace, NOON } from './served-workspace.ts';

closeWorkspacesAfterTests();
jest.setTimeout(60_000);

const HOUR_MS = 3_600_000;
let browser: Browser;
let workspace: Workspace;
let server: RunningServer;
let documentId: string;
let formId: string;

beforeAll(async () => {
  browser = await launchBrowser();
  workspace = await givenWorkspace();
  const schedule = { kind: 'once' as const, atMs: NOON + 5 * HOUR_MS };
  const trigger = { handler: 'daily', source: 'CLOCK' as const, sourceId: null, eventType: 'CLOCK' as const, schedule };
  workspace.kernel.triggers.create(trigger, NOON);
  documentId = (await workspace.run('makeDocument')).value as string;
  formId = (await workspace.run('makeForm')).value as string;
  await workspace.run('writeLetter');
  await workspace.run('fail');
  server = await serve(workspace, { port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await browser.close();
  await server.close();
});
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));

async function open(path: string, options: object = {}): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })).newPage();
  await page.goto(server.url + path);
  return page;
}

/** Not AxeBuilder: it waits for ever for frames in which no script may run. */
async function violations(page: Page): Promise<{ id: string; at: string[] }[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run({ iframes: false }));
  return found.violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html) }));
}

const PAGES: [string, () => string][] = [
  ['the first page', () => '/'],
  ['a message', () => '/outbox/1'],
  ['all messages', () => '/outbox'],
  ['a document', () => `/document/d/${documentId}/edit`],
  ['the answers of a form', () => `/forms/d/${formId}/edit`],
  ['a page that is not there', () => '/nothing'],
];

describe.each([
  [1280, 800],
  [390, 844],
])('at %i × %i', (width, height) => {
  test.each(PAGES)('%s has no accessibility violations and does not scroll sideways', async (_, path) => {
    const page = await open(path(), { viewport: { width, height } });
    for (const summary of await page.locator('summary').all()) await summary.click();
    expect(await violations(page)).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });
});

test('the document is shown with its words, in a frame that runs nothing', async () => {
  const page = await open(`/document/d/${documentId}/edit`);
  await page.frameLocator('iframe').getByText('Школа № 1').waitFor();
  const download = page.waitForEvent('download');
  await page.getByText('Скачать .docx').click();
  expect((await download).suggestedFilename()).toBe('Отчёт Общественному совету.docx');
});

test('the script that a message carries does not run', async () => {
  const page = await open('/outbox/1');
  await page.frameLocator('iframe').getByText('30.01.2026').waitFor();
  expect(await page.evaluate(() => 'stolen' in window)).toBe(false);
});

test('a change elsewhere shows on the open page without loading it again', async () => {
  const page = await open('/');
  await page.getByText('Срок через три дня').first().waitFor();
  await page.evaluate(() => Object.assign(window, { sameWindow: true }));
  await workspace.run('writeLetter');
  await page.locator('#outbox .count', { hasText: '2' }).waitFor();
  expect(await page.evaluate(() => 'sameWindow' in window)).toBe(true);
});

test('the clock is moved by keyboard, without JavaScript too, and the page says what ran', async () => {
  const page = await open('/', { javaScriptEnabled: false });
  await page.getByRole('button', { name: 'На день вперёд' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Запусков: 1.').waitFor();
  expect(await page.locator('#clock .ran').textContent()).toContain('daily');
});

describe('the script as a web app', () => {
  const path = async () => new URL((await workspace.run('address')).value as string).pathname;

  test('answers doGet with a page that may call the script', async () => {
    const page = await open(await path());
    expect(await page.title()).toBe('Приложение');
    await page.frameLocator('iframe').getByText('Сумма: 42').waitFor();
  });

  test('answers doGet with data, every value of a parameter included', async () => {
    const answer = await fetch(`${server.url}${await path()}?as=json&x=1&x=2`);
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(await answer.json()).toEqual({ as: ['json'], x: ['1', '2'] });
  });

  test('answers doPost from anywhere, as on Google', async () => {
    const answer = await fetch(server.url + (await path()), {
      method: 'POST',
      headers: { origin: 'https://example.org' },
      body: new URLSearchParams({ name: 'Анна' }),
    });
    expect(await answer.text()).toBe('application/x-www-form-urlencoded;charset=UTF-8 Анна 29');
  });

  test('is not there under another id', async () => {
    expect((await fetch(`${server.url}/macros/s/other/exec`)).status).toBe(404);
  });
});
