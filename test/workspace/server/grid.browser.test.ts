import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { type RunningServer, serve } from '../../../workspace/server/serve.ts';
import { openBook } from '../../../workspace/services/spreadsheet/book.ts';
import { readSheet } from '../../../workspace/services/spreadsheet/person.ts';
import type { Workspace } from '../../../workspace/workspace-api.ts';
import { launchBrowser } from '../../browser.ts';
import { closeWorkspacesAfterTests, fill, givenWorkspace } from './served-workspace.ts';

closeWorkspacesAfterTests();
jest.setTimeout(60_000);

let browser: Browser;
let workspace: Workspace;
let server: RunningServer;
/** What pages have complained about; none may. */
let complaints: string[];

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  complaints = [];
  workspace = await givenWorkspace();
  fill(workspace, {
    A1: 'Учреждение',
    B1: 'Балл',
    A2: 'Школа № 1',
    B2: '87.5',
    B3: '=DOUBLE(B2)',
    D1: '=DOUBLE(B2:B3)',
  });
  server = await serve(workspace, { port: 0, host: '127.0.0.1' });
});
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
  await server.close();
  expect(complaints).toEqual([]);
});

async function openGrid(viewport = { width: 1280, height: 800 }): Promise<Page> {
  const page = await (await browser.newContext({ viewport })).newPage();
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(`${server.url}/spreadsheets/d/${workspace.containerId}/edit`);
  await page.waitForSelector('body[data-ready]');
  return page;
}

/** What a cell of the first sheet shows in one window: 'B2' → '87,5'. */
function shown(page: Page, address: string): Promise<string> {
  return page.evaluate((xc) => {
    const { getters } = (globalThis as unknown as { workbook: GridModel }).workbook;
    const [, letter, row] = /^([A-Z])(\d+)$/.exec(xc) as unknown as [string, string, string];
    const sheetId = getters.getSheetIds()[0] as string;
    return getters.getEvaluatedCell({ sheetId, col: letter.charCodeAt(0) - 65, row: Number(row) - 1 }).formattedValue;
  }, address);
}

interface GridModel {
  selection: { selectZone(anchor: object): void };
  getters: {
    getSheetIds(): string[];
    getSheetName(id: string): string;
    getEvaluatedCell(position: object): { formattedValue: string; message?: string };
  };
}

/** From the top left cell. */
async function typeInto(page: Page, downs: number, text: string): Promise<void> {
  await page.keyboard.press('Control+Home');
  for (let step = 0; step < downs; step += 1) await page.keyboard.press('ArrowDown');
  // At the pace of a quick hand; the engine loses its place in a burst without any pause.
  await page.keyboard.type(text, { delay: 20 });
  await page.keyboard.press('Enter');
}

async function eventually(check: () => Promise<void>): Promise<void> {
  const end = Date.now() + 10_000;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

test('the grid shows values as a Russian reads them, and formulas of the script', async () => {
  const page = await openGrid();
  await eventually(async () => {
    expect(await shown(page, 'A2')).toBe('Школа № 1');
    expect(await shown(page, 'B2')).toBe('87,5');
    expect(await shown(page, 'B3')).toBe('175');
    // The 2-D result spills.
    expect(await shown(page, 'D1')).toBe('175');
    expect(await shown(page, 'D2')).toBe('350');
  });
});

test('a function is asked once for the same arguments, and its error is told by the cell', async () => {
  const page = await openGrid();
  let questions = 0;
  page.on('request', (request) => {
    if (request.url().endsWith('/script/formulas')) questions += 1;
  });
  await typeInto(page, 4, '=DOUBLE(A2)');
  await eventually(async () => {
    expect(await shown(page, 'A5')).toBe('#ERROR');
    expect(await page.evaluate(messageOfA5)).toContain('Нужно число, а не «Школа № 1»');
  });
  expect(questions).toBe(1);
  await typeInto(page, 5, '=DOUBLE(B2)');
  await typeInto(page, 6, 'ещё что-то');
  await eventually(async () => expect(await shown(page, 'A6')).toBe('175'));
  expect(questions).toBe(1);
});

function messageOfA5(): string | undefined {
  const { getters } = (globalThis as unknown as { workbook: GridModel }).workbook;
  return getters.getEvaluatedCell({ sheetId: getters.getSheetIds()[0], col: 0, row: 4 }).message;
}

test('what one window types, the other shows, formulas of the script included', async () => {
  const one = await openGrid();
  const other = await openGrid();
  await typeInto(one, 3, 'Школа № 2');
  await eventually(async () => expect(await shown(other, 'A4')).toBe('Школа № 2'));
  await other.keyboard.press('Control+Home');
  await typeInto(other, 4, '=DOUBLE(2,5)');
  await eventually(async () => {
    expect(await shown(one, 'A5')).toBe('5');
    expect(await shown(other, 'A5')).toBe('5');
  });
});

test('what looks like a formula stays text in a cell of plain text, and so does a number typed after it', async () => {
  const book = openBook(workspace.kernel, workspace.containerId);
  book.write({ type: 'UPDATE_CELL', sheetId: '0', col: 0, row: 4, format: '@' });
  book.flush();
  const page = await openGrid();
  await typeInto(page, 4, '=SUM(2,5;1)');
  await eventually(async () => {
    expect(await shown(page, 'A5')).toBe('=SUM(2,5;1)');
    expect(readSheet(workspace.kernel, workspace.containerId, 'Лист1')[4]?.[0]).toBe('=SUM(2,5;1)');
  });
  await typeInto(page, 4, '007');
  await eventually(async () => {
    expect(await shown(page, 'A5')).toBe('007');
    expect(readSheet(workspace.kernel, workspace.containerId, 'Лист1')[4]?.[0]).toBe('007');
  });
});

test('a page that was cut off catches up, and what was typed meanwhile arrives', async () => {
  const one = await openGrid();
  const other = await openGrid();
  await one.context().setOffline(true);
  await typeInto(other, 3, 'пока нет связи');
  await typeInto(one, 4, 'набрано без связи');
  await one.context().setOffline(false);
  await eventually(async () => {
    expect(await shown(one, 'A4')).toBe('пока нет связи');
    expect(await shown(other, 'A5')).toBe('набрано без связи');
    expect(await shown(one, 'A5')).toBe('набрано без связи');
  });
  // The browser itself reports requests that it could not send.
  complaints = complaints.filter((text) => !text.includes('ERR_INTERNET_DISCONNECTED'));
});

test('a note is written by Shift+F2 and seen in the other window', async () => {
  const one = await openGrid();
  const other = await openGrid();
  await one.keyboard.press('Shift+F2');
  await one.keyboard.type('Полное имя по уставу');
  await one.keyboard.press('Tab');
  await one.keyboard.press('Enter');
  await eventually(async () => {
    const notes = await other.evaluate(() => {
      const { getters } = (globalThis as unknown as { workbook: { getters: NoteGetters } }).workbook;
      return getters.getExtras('note').map(({ data }) => data);
    });
    expect(notes).toEqual(['Полное имя по уставу']);
  });
});

interface NoteGetters {
  getExtras(kind: string): { data: unknown }[];
}

test('cells protected with a warning are changed only after «ОК»', async () => {
  const { kernel, containerId } = workspace;
  openBook(kernel, containerId).write({
    type: 'PUT_EXTRA',
    extraId: '0/p',
    kind: 'protection',
    sheetId: '0',
    ranges: [{ _sheetId: '0', _zone: { left: 0, right: 0, top: 0, bottom: 0 } }],
    data: { warningOnly: true, unprotected: [], description: '', editors: [], domainEdit: false },
  });
  openBook(kernel, containerId).flush();
  const page = await openGrid();
  await typeInto(page, 0, 'другое');
  const question = page.getByRole('dialog');
  await question.waitFor();
  expect(await question.textContent()).toContain('Вы пытаетесь изменить часть листа, которую не следует менять');
  await page.keyboard.press('Escape');
  expect(await shown(page, 'A1')).toBe('Учреждение');
  await typeInto(page, 0, 'другое');
  await question.waitFor();
  await page.keyboard.press('Enter');
  await eventually(async () => expect(await shown(page, 'A1')).toBe('другое'));
});

describe('menus of the script', () => {
  test('are reached by keyboard; a prompt is asked and answered; a toast is shown', async () => {
    const page = await openGrid();
    await page.keyboard.press('F10');
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowDown');
    await page.locator('.o-menu-item-active', { hasText: 'Назвать лист' }).waitFor();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Новое имя' });
    await dialog.waitFor();
    expect(await page.locator('#run-state').textContent()).toContain('Выполняется скрипт «Назвать лист»');
    await page.keyboard.type('Сводка');
    await page.keyboard.press('Enter');
    await page.getByText('Лист назван').waitFor();
    await eventually(async () => {
      const name = await page.evaluate(() => {
        const { getters } = (globalThis as unknown as { workbook: GridModel }).workbook;
        return getters.getSheetName(getters.getSheetIds()[0] as string);
      });
      expect(name).toBe('Сводка');
    });
    await page.getByText('Скрипт «Назвать лист» завершён').waitFor();
  });

  test('an error of the script is told in its words', async () => {
    const page = await openGrid();
    await page.getByText('Проверка', { exact: true }).click();
    await page.getByText('Окна').click();
    await page.getByText('Ошибка', { exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Ошибка скрипта' });
    await dialog.waitFor();
    expect(await dialog.textContent()).toContain('Не заполнена графа «Срок»');
  });

  test('a script is told what the person has selected on the page', async () => {
    const page = await openGrid();
    await page.evaluate(() => {
      const { workbook } = globalThis as unknown as { workbook: GridModel };
      const zone = { left: 1, right: 1, top: 1, bottom: 2 };
      workbook.selection.selectZone({ cell: { col: 1, row: 1 }, zone });
    });
    await page.getByText('Проверка', { exact: true }).click();
    await page.getByText('Окна').click();
    await page.getByText('Что выделено').click();
    await page.getByText(/^Выделено .+!B2:B3$/).waitFor();
  });

  test('a sidebar calls functions of the script and closes itself', async () => {
    const page = await openGrid();
    await page.getByText('Проверка', { exact: true }).click();
    await page.getByText('Окна').click();
    await page.getByText('Сайдбар').click();
    const frame = page.frameLocator('#sidebar iframe');
    await frame.getByText('Сложить').click();
    await frame.getByText('Сумма: 5').waitFor();
    // Whatever runs in the frame has no origin, so neither the page nor the workspace is in its reach.
    expect(await frame.locator('body').evaluate(() => self.origin)).toBe('null');
    await frame.getByText('Закрыть').click();
    await page.locator('#sidebar').waitFor({ state: 'hidden' });
  });
});

test.each([
  [1280, 800],
  [390, 844],
])('the grid page has no accessibility violations at %i × %i', async (width, height) => {
  const page = await openGrid({ width, height });
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html) }))).toEqual([]);
});
