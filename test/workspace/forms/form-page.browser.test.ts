import type { AddressInfo } from 'node:net';
import { AxeBuilder } from '@axe-core/playwright';
import { type ServerType, serve } from '@hono/node-server';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { formPages } from '../../../workspace/server/form-pages.ts';
import { responsesOf } from '../../../workspace/services/forms/response-log.ts';
import { launchBrowser } from '../../browser.ts';
import {
  cleanUpAfterTests,
  type FormWorkspace,
  givenWorkspace,
  itemIds,
  type PublishedForm,
  pagePath,
} from './form-workspace.ts';

cleanUpAfterTests();

/** Every kind of question, two branches and a progress bar. */
function makeSurvey(): string {
  const form = (FormApp.create('Оценка условий оказания услуг (пример)') as PublishedForm).setPublished(true);
  form.setDescription('Опрос анонимный и займёт пять минут.\nПодробнее: https://example.ru/nok').setProgressBar(true);
  form.setAllowResponseEdits(true).setCollectEmail(true);
  form
    .addListItem()
    .setTitle('Учреждение')
    .setChoiceValues(['Дом культуры «Заря»', 'Районная библиотека'])
    .setRequired(true);
  const visited = form.addMultipleChoiceItem().setTitle('Вы обращались к сайту организации?').setRequired(true);
  visited.setHelpText('За последний год.');
  const site = form.addPageBreakItem().setTitle('О сайте').setHelpText('Ответьте, как было в последний раз.');
  form.addMultipleChoiceItem().setTitle('Нашли то, что искали?').setChoiceValues(['Да', 'Нет']).showOtherOption(true);
  form.addScaleItem().setTitle('Насколько удобен сайт?').setBounds(0, 10).setLabels('совсем неудобен', 'очень удобен');
  form
    .addCheckboxItem()
    .setTitle('Чем пользовались?')
    .setChoiceValues(['Расписание', 'Запись', 'Обратная связь'])
    .setValidation(FormApp.createCheckboxValidation().requireSelectAtMost(2).build())
    .showOtherOption(true);
  form
    .addGridItem()
    .setTitle('Что вас устроило?')
    .setRows(['Вежливость', 'Чистота'])
    .setColumns(['Да', 'Скорее да', 'Нет']);
  const rest = form.addPageBreakItem().setTitle('Ещё немного');
  form
    .addTextItem()
    .setTitle('Сколько раз вы были у нас?')
    .setValidation(FormApp.createTextValidation().requireNumberBetween(1, 99).build());
  form.addParagraphTextItem().setTitle('Ваши предложения');
  form.addDateItem().setTitle('Когда были в последний раз?');
  form.addTimeItem().setTitle('В какое время?');
  form.addDurationItem().setTitle('Сколько ждали?');
  form
    .addCheckboxGridItem()
    .setTitle('Когда вам удобно?')
    .setRows(['Будни', 'Выходные'])
    .setColumns(['Утром', 'Вечером']);
  visited.setChoices([visited.createChoice('Да', site), visited.createChoice('Нет', rest)]);
  return form.getId();
}

let browser: Browser;
let server: ServerType;
let workspace: FormWorkspace;
let formId: string;
let address: string;

beforeAll(async () => {
  workspace = await givenWorkspace([makeSurvey]);
  formId = (await workspace.run('makeSurvey')).value as string;
  server = serve({ fetch: formPages(workspace).fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}${pagePath(workspace, formId)}`;
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await new Promise((resolve) => server.close(resolve));
  workspace.close();
});

/** A small phone; scripts are off, since the page must do without. */
async function onPhone<T>(work: (page: Page, context: BrowserContext) => Promise<T>, scripts = false): Promise<T> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 640 },
    deviceScaleFactor: 2,
    hasTouch: true,
    isMobile: true,
    locale: 'ru-RU',
    javaScriptEnabled: scripts,
  });
  try {
    return await work(await context.newPage(), context);
  } finally {
    await context.close();
  }
}

async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.PICTURES;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

/** What axe finds by WCAG 2.2 AA, and what is smaller than a finger or wider than the phone. */
async function complaints(page: Page): Promise<unknown[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  const small = await page.evaluate(() => {
    const found: string[] = [];
    for (const target of document.querySelectorAll('label.choice, button, a.button, select, textarea, input')) {
      const { width, height } = target.getBoundingClientRect();
      const inLabel = target.matches('label input[type=radio], label input[type=checkbox]');
      if (!inLabel && height > 0 && (height < 44 || width < 44))
        found.push(`${target.outerHTML.slice(0, 80)} ${width}×${height}`);
    }
    if (document.documentElement.scrollWidth > innerWidth)
      found.push(`page is ${document.documentElement.scrollWidth} px wide`);
    return found;
  });
  return [...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`), ...small];
}

test('a form of two pages is answered by keyboard alone, on a phone, without scripts', async () => {
  await onPhone(async (page) => {
    await page.goto(address);
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    await page.getByLabel('Адрес электронной почты').focus();
    await page.keyboard.type('ivanova@mail.ru');
    await press('Tab', 'ArrowDown'); // the institution: first of the list
    await press('Tab', 'Space', 'ArrowDown'); // radio buttons: down to «Нет»
    await press('Tab', 'Enter');
    await page.getByRole('heading', { name: 'Ещё немного' }).waitFor();
    await page.getByLabel('Сколько раз вы были у нас?').focus();
    await page.keyboard.type('3');
    await press('Enter'); // Enter in a field sends the page
    await page.getByText('Ваш ответ записан.').waitFor();
  });
  const ids = itemIds(workspace, formId);
  const [response] = responsesOf(workspace.kernel, formId);
  expect(response?.email).toBe('ivanova@mail.ru');
  expect(response?.answers).toEqual({
    [ids.Учреждение as number]: 'Дом культуры «Заря»',
    [ids['Вы обращались к сайту организации?'] as number]: 'Нет',
    [ids['Сколько раз вы были у нас?'] as number]: '3',
  });
});

test('each kind of page has nothing that axe finds, nothing too small to touch, nothing wider than the phone', async () => {
  await onPhone(async (page) => {
    const found: Record<string, unknown[]> = {};
    const look = async (name: string) => {
      await picture(page, name);
      found[name] = await complaints(page);
    };
    await page.goto(address);
    await look('first');
    await page.getByRole('button', { name: 'Далее' }).click();
    await look('first-with-errors');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('errors');
    await page.getByLabel('Адрес электронной почты').fill('ivanova@mail.ru');
    await page.getByLabel('Учреждение').selectOption('Районная библиотека');
    await page.getByRole('radio', { name: 'Да' }).check();
    await page.getByRole('button', { name: 'Далее' }).click();
    await page.getByRole('heading', { name: 'О сайте' }).waitFor();
    for (const name of ['Расписание', 'Запись', 'Обратная связь']) await page.getByRole('checkbox', { name }).check();
    await page.getByRole('radio', { name: '10', exact: true }).check();
    await look('choices');
    await page.getByRole('button', { name: 'Далее' }).click();
    await page.getByText('Отметьте не больше 2 ответов.').first().waitFor();
    await look('choices-with-errors');
    await page.getByRole('checkbox', { name: 'Запись' }).uncheck();
    await page.getByRole('button', { name: 'Далее' }).click();
    await page.getByRole('heading', { name: 'Ещё немного' }).waitFor();
    await look('texts-and-dates');
    await page.getByRole('button', { name: 'Отправить' }).click();
    await page.getByText('Ваш ответ записан.').waitFor();
    await look('thanks');
    await page.getByRole('link', { name: 'Изменить ответ' }).click();
    await look('changing');
    await page.goto(address.replace('1FAIpQLS', '1FAIpQLSx'));
    await look('not-found');
    await workspace.script((id) => FormApp.openById(id).setAcceptingResponses(false).getId(), formId);
    await page.goto(address);
    await look('closed');
    await workspace.script((id) => FormApp.openById(id).setAcceptingResponses(true).getId(), formId);
    const clean = Object.fromEntries(Object.keys(found).map((name) => [name, []]));
    expect(found).toEqual(clean);
  }, true);
});
