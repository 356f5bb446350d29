/** From the letter in the outbox to the filled cell, in a browser, on a telephone's width. */
import axe from 'axe-core';
import type { Browser, Frame, Page } from 'playwright-core';
import { type RunningServer, serve } from '../../workspace/server/serve.ts';
import { launchBrowser } from '../browser.ts';
import { type PlanDesk, planDesk } from './plan-desk.ts';

jest.setTimeout(90_000);

const PHONE = { width: 360, height: 740 };
let desk: PlanDesk;
let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  desk = await planDesk('План мероприятий на 2026 год', [
    {
      number: '1.',
      measure: 'Размещение на официальном сайте администрации результатов независимой оценки и плана по устранению',
      deadline: 'до 24 января',
      responsible: 'Отдел культуры, спорта и молодёжной политики',
    },
    { number: '2.', measure: 'Отчёт за год', deadline: 'до 22 января', responsible: 'Архив' },
  ]);
  await desk.type('Люди', 2, 'Эл. почта', 'culture@example.org');
  server = await serve(desk.workspace, { port: 0, host: '127.0.0.1' });
  await desk.choose(['План', 'Отправить напоминания сейчас']);
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  desk?.leave();
});

async function phone(): Promise<Page> {
  return (await browser.newContext({ viewport: PHONE, hasTouch: true, isMobile: true })).newPage();
}

/** The script's page inside the one that Google (here: the workspace) puts around it. */
async function scriptFrame(page: Page): Promise<Frame> {
  const frame = await (await page.waitForSelector('iframe')).contentFrame();
  await frame!.waitForSelector('h1');
  return frame!;
}

async function violations(frame: Frame): Promise<string[]> {
  await frame.evaluate(axe.source);
  const found = await frame.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

const isCutOff = (frame: Frame) =>
  frame.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

test('the letter leads to the page, the page by keyboard to the filled cell; the second time it is closed', async () => {
  const outbox = await phone();
  await outbox.goto(`${server.url}/outbox/1`);
  const letter = await (await outbox.waitForSelector('iframe')).contentFrame();
  const opening = outbox.context().waitForEvent('page');
  await letter!.getByRole('link', { name: 'Отметить исполнение' }).first().click();
  const page = await opening;
  const frame = await scriptFrame(page);

  expect(await page.title()).toBe('Отметить исполнение – план мероприятий');
  expect(await frame.getByText('Размещение на официальном сайте').isVisible()).toBe(true);
  expect(await frame.locator('dl').innerText()).toContain('23.01.2026');
  expect(await violations(frame)).toEqual([]);
  expect(await isCutOff(frame)).toBe(false);

  await frame.getByLabel('Ссылка').focus();
  await page.keyboard.type('приказ');
  await page.keyboard.press('Enter');
  await frame.getByText('Это не похоже на ссылку').waitFor();
  expect(await violations(frame)).toEqual([]);
  expect(desk.records('Сроки')[0]!.Исполнено).toBe('');

  await frame.getByLabel('Ссылка').fill('https://example.ru/приказ');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Приказ № 5');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await frame.getByRole('heading', { name: 'Отмечено' }).waitFor();
  expect(await frame.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  expect(await violations(frame)).toEqual([]);

  expect(desk.records('Сроки')[0]).toMatchObject({
    Состояние: '✓ выполнено',
    Исполнено: '15.01.2026',
    'Кто отметил': 'Отдел культуры, спорта и молодёжной политики, по ссылке из письма',
    'Чем подтверждается': 'https://example.ru/приказ\nПриказ № 5',
  });
  expect(desk.records('Журнал').at(-1)!.Действие).toBe('Исполнение по ссылке из письма');

  await page.reload();
  const again = await scriptFrame(page);
  expect(await again.locator('h1').innerText()).toBe('Уже исполнено');
  expect(await again.locator('form').count()).toBe(0);
});

test('a bad link is a page that can be read on a telephone', async () => {
  const page = await phone();
  const path = new URL(/Отметить исполнение: (\S+)/.exec(desk.letters()[0]!.text!)![1]!).pathname;
  await page.goto(`${server.url}${path}?done=abc`);
  const frame = await scriptFrame(page);
  expect(await frame.locator('h1').innerText()).toBe('Ссылка не подошла');
  expect(await violations(frame)).toEqual([]);
  expect(await isCutOff(frame)).toBe(false);
});

test('a calendar program that follows redirects gets the dates as text/calendar', async () => {
  const feed = new URL(/подписка\): (\S+)/.exec(desk.letters()[0]!.text!)![1]!);
  const answer = await fetch(`${server.url}${feed.pathname}${feed.search}`);
  expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  expect(await answer.text()).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*✓ Срок: П1[\s\S]*END:VCALENDAR\r\n$/);
});
