/** The panel «Мои сроки» in a browser: by keyboard, as wide as a side panel, and for those who do not see it. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { type RunningServer, serve } from '../../workspace/server/serve.ts';
import { launchBrowser } from '../browser.ts';
import { type PlanDesk, planDesk } from './plan-desk.ts';

jest.setTimeout(120_000);

const PARTY = 'Отдел культуры, спорта и молодёжной политики';
let desk: PlanDesk;
let server: RunningServer;
let browser: Browser;
let page: Page;
let panel: FrameLocator;

beforeAll(async () => {
  desk = await planDesk('План мероприятий на 2026 год', [
    { number: '1.', measure: 'Приказ', deadline: 'до 12 января', responsible: PARTY },
    { number: '2.', measure: 'Отчёт за год', deadline: 'до 22 января', responsible: PARTY },
    { number: '3.', measure: 'Сводка', deadline: 'ежеквартально', responsible: PARTY },
    { number: '4.', measure: 'Сайт', deadline: 'по мере необходимости', responsible: PARTY },
  ]);
  server = await serve(desk.workspace, { port: 0, host: '127.0.0.1' });
  desk.workspace.kernel.baseUrl = server.url;
  browser = await launchBrowser();
  page = await (await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'ru-RU' })).newPage();
  await page.goto(`${server.url}/spreadsheets/d/${desk.workspace.containerId}/edit`);
  await page.waitForSelector('body[data-ready]', { timeout: 60_000 });
  await page.getByText('НОКО', { exact: true }).last().click();
  await page.locator('.o-menu-item', { hasText: 'План' }).first().click();
  await page.locator('.o-menu-item', { hasText: 'Мои сроки' }).first().click();
  panel = page.frameLocator('#sidebar iframe');
  await panel.getByLabel('Чьи сроки показать').selectOption({ label: PARTY });
  await panel.getByRole('heading', { name: '▲ просрочено: 1' }).waitFor();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  desk?.leave();
});

const headings = () => panel.getByRole('heading', { level: 2 }).allTextContents();

test('what is overdue comes first, each date with how long it is to it', async () => {
  expect(await headings()).toEqual(['▲ просрочено: 1', '● скоро: 1', 'ожидается: 4', '– без срока: 1']);
  expect(await panel.locator('.state').first().textContent()).toBe('12.01.2026 · просрочено на 3 дня');
});

test('a state is chosen and left again', async () => {
  await panel.getByRole('button', { name: '● скоро: 1' }).click();
  expect(await headings()).toEqual(['● скоро: 1']);
  await panel.getByRole('button', { name: 'все открытые: 7' }).click();
  expect(await headings()).toHaveLength(4);
});

test('it fits the width of a side panel and has no accessibility violations, with the form open too', async () => {
  await panel.getByRole('button', { name: 'Исполнено… П1, п. 1, срок 12.01.2026' }).click();
  const { violations, passes } = await new AxeBuilder({ page }).include(['#sidebar iframe', 'body']).analyze();
  expect(violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html) }))).toEqual([]);
  // axe was really inside the frame: it saw the page's own chooser.
  expect(JSON.stringify(passes)).toContain('person');
  const cutOff = await panel.locator('html').evaluate((html: Element) => html.scrollWidth > html.clientWidth);
  expect(cutOff).toBe(false);
});

test('by keyboard alone: refused without evidence, then marked, and the focus goes to what is said', async () => {
  const form = panel.locator('form');
  await form.getByLabel('День исполнения').focus();
  await page.keyboard.press('Enter');
  await form.getByRole('alert').filter({ hasText: 'чем подтверждается' }).waitFor();
  await form.getByLabel('Или словами').focus();
  await page.keyboard.type('приказ № 1');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await panel.getByRole('status').filter({ hasText: 'Отмечено исполненным: П1, п. 1' }).waitFor();
  expect(await panel.locator(':focus').getAttribute('id')).toBe('said');
  expect(await headings()).toEqual(['● скоро: 1', 'ожидается: 4', '– без срока: 1']);
  expect(desk.records('Сроки')[0]).toMatchObject({ Исполнено: '15.01.2026', 'Чем подтверждается': 'приказ № 1' });
  await panel.getByRole('button', { name: '✓ выполнено: 1' }).click();
  expect(await panel.locator('.state').allTextContents()).toEqual(['12.01.2026 · исполнено 15.01.2026']);
});

test('«В таблице» leads to the row on «Сроки»', async () => {
  await panel.getByRole('button', { name: 'В таблице: П1, п. 1, срок 12.01.2026' }).click();
  const shown = () =>
    page.evaluate(() => {
      const { workbook } = window as unknown as {
        workbook: { getters: { getActiveSheetName(): string; getActivePosition(): { row: number } } };
      };
      return `${workbook.getters.getActiveSheetName()} ${workbook.getters.getActivePosition().row + 1}`;
    });
  await page.waitForFunction(
    () =>
      (
        window as unknown as { workbook: { getters: { getActiveSheetName(): string } } }
      ).workbook.getters.getActiveSheetName() === 'Сроки',
  );
  expect(await shown()).toBe('Сроки 2');
});
