/**
 * `npm run pictures`: the pictures of the README and the guide, taken anew from the sample
 * year in `.workspace/` (run `npm start -- --once` before).
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../test/browser.ts';
import { MIME } from '../workspace/kernel/files.ts';
import { serve } from '../workspace/server/serve.ts';
import { readSheet } from '../workspace/services/spreadsheet/person.ts';
import { openWorkspace } from '../workspace/workspace.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const pictures = join(root, 'docs/pictures');

const workspace = await openWorkspace({
  directory: join(root, '.workspace'),
  script: join(root, 'dist'),
  container: { name: 'НОКО' },
  clockRunning: false,
});
await workspace.openContainer();
const server = await serve(workspace, { port: 0, host: '127.0.0.1' });
const browser = await launchBrowser();

const grid = await newPage(browser, 1360, 800);
await grid.goto(`${server.url}/spreadsheets/d/${workspace.containerId}/edit`);
await grid.waitForSelector('body[data-ready]');
for (const [sheet, name] of [
  ['Начните здесь', 'start'],
  ['Пульт', 'dashboard'],
  ['Лента сроков', 'timeline'],
  ['Рейтинг', 'rating'],
  ['Сроки', 'dues'],
  ['План', 'plan'],
  ['Формы', 'forms'],
] as const) {
  await showSheet(grid, sheet);
  await grid.screenshot({ path: join(pictures, `${name}.png`) });
}
await showSheet(grid, 'Начните здесь');
await grid.getByText('НОКО', { exact: true }).last().click();
await grid.waitForTimeout(400);
await grid.screenshot({ path: join(pictures, 'menu.png'), clip: { x: 0, y: 0, width: 900, height: 420 } });

await grid.locator('.o-menu-item', { hasText: 'План' }).first().click();
await grid.locator('.o-menu-item', { hasText: 'Загрузить план…' }).first().click();
const importWindow = grid.frameLocator('dialog.script-window iframe');
await importWindow.locator('#pasted').fill(readFileSync(join(root, 'demo/seeds/proletarsky-2016.txt'), 'utf8'));
await importWindow.getByRole('button', { name: 'Прочитать вставленное' }).click();
await importWindow.getByText(/^7 строк, /).waitFor();
await grid.locator('dialog.script-window').screenshot({ path: join(pictures, 'import.png') });

const home = await newPage(browser, 1100, 760);
await home.goto(server.url);
await home.screenshot({ path: join(pictures, 'home.png') });

const [header, first] = readSheet(workspace.kernel, workspace.containerId, 'Формы');
const link = new URL(first![header!.indexOf('Ссылка на анкету')]!);
const phone = await newPage(browser, 390, 760);
await phone.goto(`${server.url}${link.pathname}${link.search}`);
await phone.screenshot({ path: join(pictures, 'form.png') });

const report = workspace.kernel.files
  .all()
  .find(({ mimeType, name }) => mimeType === MIME.document && name.startsWith('Отчёт Общественному совету'));
const paper = await newPage(browser, 900, 1000);
await paper.goto(`${server.url}/documents/${report!.id}`);
await paper.screenshot({ path: join(pictures, 'report.png') });

await browser.close();
await server.close();
workspace.close();

async function newPage(from: Browser, width: number, height: number): Promise<Page> {
  const context = await from.newContext({ viewport: { width, height }, locale: 'ru-RU' });
  return context.newPage();
}

/** Opens a sheet and waits until its formulas have come from the server. */
async function showSheet(page: Page, name: string): Promise<void> {
  await page.evaluate((wanted) => {
    const { workbook } = window as unknown as {
      workbook: {
        getters: { getSheetIds(): string[]; getSheetName(id: string): string; getActiveSheetId(): string };
        dispatch(type: string, payload: unknown): void;
      };
    };
    const sheetIdTo = workbook.getters.getSheetIds().find((id) => workbook.getters.getSheetName(id) === wanted);
    workbook.dispatch('ACTIVATE_SHEET', { sheetIdFrom: workbook.getters.getActiveSheetId(), sheetIdTo });
  }, name);
  await page.waitForTimeout(2500);
}
