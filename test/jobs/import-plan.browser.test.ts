/** The window «Загрузить план» in a browser: paste → preview → load, by keyboard, on a phone, with axe. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Frame, Page } from 'playwright-core';
import { importDocument } from '../../src/domain/plan/import-plan.ts';
import type { SourceDocument } from '../../src/domain/plan/source-document.ts';
import { type RunningServer, serve } from '../../workspace/server/serve.ts';
import { launchBrowser } from '../browser.ts';
import { type ImportDesk, importDesk } from './import-desk.ts';
import { docsClipboard, libreOfficeClipboard, wordClipboard } from './plan-clipboard.ts';
import { carefulPaper, essence, SEEDS, seedDraft, seedText } from './plan-papers.ts';

let desk: ImportDesk;
let served: RunningServer;
let browser: Browser;
let folder: string;

beforeAll(async () => {
  desk = await importDesk();
  served = await serve(desk.workspace, { port: 0, host: '127.0.0.1' });
  desk.workspace.kernel.baseUrl = served.url;
  browser = await launchBrowser();
  folder = mkdtempSync(join(tmpdir(), 'import-files-'));
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await served?.close();
  desk?.leave();
  rmSync(folder, { recursive: true, force: true });
});

/** The menu of the spreadsheet is there on a wide screen only, so the screen is made narrow afterwards. */
async function openWindow(width = 1280, height = 900): Promise<{ page: Page; frame: Frame }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${served.url}/spreadsheets/d/${desk.workspace.containerId}/edit`);
  await page.waitForSelector('body[data-ready]', { timeout: 60_000 });
  await page.getByText('НОКО', { exact: true }).first().click();
  await page.locator('.o-menu-item', { hasText: 'План' }).first().click();
  await page.locator('.o-menu-item', { hasText: 'Загрузить план…' }).first().click();
  const element = await page.waitForSelector('dialog.script-window iframe');
  const frame = (await element.contentFrame())!;
  await frame.waitForFunction(() => document.readyState === 'complete');
  await page.setViewportSize({ width, height });
  return { page, frame };
}

/** What Ctrl+V does: the page gets both forms of what was copied. */
async function paste(frame: Frame, html: string, text = 'План'): Promise<void> {
  await frame.evaluate(
    ([page, plain]) => {
      const data = new DataTransfer();
      if (page) data.setData('text/html', page);
      data.setData('text/plain', plain!);
      const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
      document.getElementById('pasted')!.dispatchEvent(event);
    },
    [html, text],
  );
}

async function violations(page: Page): Promise<unknown[]> {
  const { violations: found, passes } = await new AxeBuilder({ page })
    .include(['dialog.script-window iframe', 'body'])
    .analyze();
  // axe was really inside the frame.
  expect(JSON.stringify(passes)).toContain('pasted');
  return found.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html) }));
}

test('both plans read from the clipboard of Word, Google Docs and LibreOffice as from plain text', async () => {
  const { page, frame } = await openWindow();
  for (const seed of SEEDS) {
    const expected = essence(seedDraft(seed));
    for (const html of [
      wordClipboard(seed),
      docsClipboard(seed),
      libreOfficeClipboard(seed, 'careful'),
      libreOfficeClipboard(seed, 'paged'),
    ]) {
      // A function of the page's own script.
      const found = (await frame.evaluate(
        (text) => Reflect.get(window, 'documentOfHtml')(text),
        html,
      )) as SourceDocument;
      expect(essence(importDocument(found))).toEqual(expected);
      expect(found.unread).toEqual([]);
    }
  }
  expect(await frame.evaluate(() => Reflect.get(window, 'documentOfHtml')('<p>без таблицы</p>'))).toBeNull();
  await page.context().close();
}, 120_000);

test('paste, look, choose the year, load: by keyboard alone; nothing is written before', async () => {
  const { page, frame } = await openWindow();
  // Line 7 loses its deadline: one doubt to be found among eleven lines.
  const clipboard = wordClipboard('proletarsky-2016');
  const at = clipboard.lastIndexOf('По мере');
  await paste(frame, clipboard.slice(0, at) + clipboard.slice(at).replace(/По мере\s+необходимости/, '30 февраля'));
  await frame.getByText(/^7 строк, 4 подстроки, /).waitFor();
  expect(desk.records('План')).toEqual([]);
  expect(await frame.evaluate(() => document.activeElement!.id)).toBe('summary');
  const heading = frame.getByRole('heading', { name: 'п. 2', exact: true });
  const second = frame.locator('ol.lines > li', { has: heading });
  expect(await second.locator('.source').textContent()).toContain('│ Ежеквартально │');
  expect(await second.textContent()).toContain('31.03.2016, 30.06.2016, 30.09.2016, 31.12.2016');
  expect(await violations(page)).toEqual([]);
  // What comes of a click is seen from the end of the list too.
  const isSaid = await frame.evaluate(() => {
    window.scrollTo(0, document.body.scrollHeight);
    const { top, bottom } = document.getElementById('status')!.getBoundingClientRect();
    return window.scrollY > 300 && top >= 0 && bottom <= window.innerHeight;
  });
  expect(isSaid).toBe(true);
  await frame.getByLabel('Год сроков').focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('2026');
  await page.keyboard.press('Tab');
  await frame.getByText('сроки будут рассчитаны на 2026').waitFor();
  await frame.getByLabel('Показать только строки').focus();
  await page.keyboard.press('Space');
  expect(await frame.locator('ol.lines h3').allTextContents()).toEqual(['п. 7']);
  expect(await frame.locator('ol.lines li.check').allTextContents()).toEqual([
    expect.stringContaining('30 февраля не бывает'),
  ]);
  await frame.getByRole('button', { name: 'Загрузить' }).focus();
  await page.keyboard.press('Enter');
  await frame.getByText(/^✓ План П1 загружен: строк 7, подстрок 4/).waitFor({ timeout: 60_000 });
  expect(desk.records('Планы').map(({ План: plan, Год: year }) => [plan, year])).toEqual([['П1', '2026']]);
  expect(await frame.evaluate(() => document.activeElement!.id)).toBe('close');
  await page.keyboard.press('Enter');
  await page.waitForSelector('dialog.script-window', { state: 'detached' });
  await page.context().close();
}, 120_000);

test('a file of the computer, a file that is none, plain text typed over it; a phone’s width without sideways scrolling', async () => {
  const { page, frame } = await openWindow(390, 800);
  const docx = join(folder, 'План.docx');
  const wrong = join(folder, 'Скан.docx');
  writeFileSync(docx, await carefulPaper('polyarnye-zori'));
  writeFileSync(wrong, '%PDF-1.7 …');
  await frame.locator('#file').setInputFiles(wrong);
  await frame.getByText('«Скан.docx» — PDF').waitFor();
  await frame.locator('#file').setInputFiles(docx);
  await frame.getByText(/^16 строк, /).waitFor();
  expect(await frame.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(
    0,
  );
  expect(await violations(page)).toEqual([]);
  await frame.getByRole('button', { name: 'Взять другой план' }).click();
  await frame.locator('#pasted').fill(seedText('polyarnye-zori'));
  await frame.getByRole('button', { name: 'Прочитать вставленное' }).click();
  await frame.getByText(/^16 строк, /).waitFor();
  await frame.getByText(/^Новый план П\d\.$/).waitFor();
  await page.context().close();
}, 120_000);
