/** «Откуда это число» on the built bundle: its data, and its page in a browser. */
import { AxeBuilder } from '@axe-core/playwright';
import { officialQuestionnaire } from '../../src/domain/survey/official-questionnaire.ts';
import type { ExplanationPage, ShownValue } from '../../src/jobs/rating/explanation-page.ts';
import { serve } from '../../workspace/server/serve.ts';
import { withBrowser } from '../browser.ts';
import { CULTURE, type RatedDesk, sitAtRatedDesk } from './rated-desk.ts';

let desk: RatedDesk;

beforeAll(async () => {
  desk = await sitAtRatedDesk(300);
}, 120_000);

afterAll(() => desk?.leave());

async function explain(code: string): Promise<ExplanationPage> {
  const { value, error } = await desk.workspace.run('explainInstitution', [code], { kind: 'html' });
  if (error) throw new Error(error);
  return value as ExplanationPage;
}

const indicator = (page: ExplanationPage, code: string): ShownValue =>
  page.criteria.flatMap(({ indicators }) => indicators).find((each) => each.code === code)!;

/** Answers of an institution to a question, counted here from what was typed. */
function given(code: string, id: string): { yes: number; answered: number } {
  const { text } = officialQuestionnaire('culture').questions.find((question) => question.id === id)!;
  const said = desk.answers.filter(({ institution }) => institution.code === code).map(({ values }) => values[text]);
  const answered = said.filter((value) => value !== undefined && value !== '');
  return { yes: answered.filter((value) => value === 'Да').length, answered: answered.length };
}

test('shows the score of the rating sheet with the formula, its numbers and the counts behind them', async () => {
  for (const { code, name } of CULTURE) {
    const page = await explain(code);
    const row = desk.sheet('Рейтинг').find((cells) => cells[1] === name)!;
    expect([page.name, page.total]).toEqual([name, row[7]]);
    expect(page.criteria.map(({ code: own }) => own)).toEqual(['К1', 'К2', 'К3', 'К4', 'К5']);
    const { yes, answered } = given(code, 'q15');
    const last = indicator(page, '5.3');
    expect(answered).toBeGreaterThanOrEqual(10);
    expect(last.formula).toMatch(new RegExp(`^${yes} / ${answered} × 100 = `));
    expect(last.answers[0]!.words).toContain(`да — ${yes}, нет — ${answered - yes}`);
    expect(last.answers[0]!.percent).toBe(Math.round((100 * yes) / answered));
  }
});

test('a share of fewer than ten answers is hidden with the other indicators of its criterion, of fewer than thirty marked', async () => {
  const seen = { hidden: 0, marked: 0 };
  for (const { code } of CULTURE) {
    const page = await explain(code);
    const { yes, answered } = given(code, 'q8');
    const disabled = indicator(page, '3.3');
    if (answered > 0 && answered < 10) {
      seen.hidden += 1;
      expect(JSON.stringify(page)).not.toContain(`${yes} / ${answered} × 100`);
      expect(disabled.points).toBe('скрыто');
      expect([indicator(page, '3.1').points, indicator(page, '3.2').points]).toEqual(['скрыто', 'скрыто']);
      expect(page.criteria[2]!.points).toMatch(/^\d/);
      expect(page.criteria[2]!.formula).not.toMatch(/\d × /);
    }
    const whole = given(code, 'q15').answered;
    if (whole < 30) {
      seen.marked += 1;
      expect(indicator(page, '5.3').answers[0]!.words).toContain('ответов меньше 30');
    }
  }
  expect(seen.hidden).toBeGreaterThan(0);
  expect(seen.marked).toBeGreaterThan(0);
});

test('names the answers that were excluded and why', async () => {
  const { institution } = desk.answers[0]!;
  desk.type('Ответы', 2, 5, [['да', 'заполнено дважды']]);
  await desk.choose(['Опрос', 'Пересчитать свод']);
  const { facts } = await explain(institution.code);
  expect(facts).toContainEqual(['Анкет исключено', '1: заполнено дважды']);
  desk.type('Ответы', 2, 5, [['нет', '']]);
  await desk.choose(['Опрос', 'Пересчитать свод']);
  expect((await explain(institution.code)).facts).toContainEqual(['Анкет исключено', 'нет']);
});

test('an answer that is none of the choices is in no count, and the recount says where it stands', async () => {
  const before = desk.sheet('Ответы')[1]!;
  desk.type('Ответы', 2, 7, [['Дда']]);
  const said: string[] = [];
  await desk.choose(['Опрос', 'Пересчитать свод'], [{ button: 'OK' }]);
  said.push(desk.lastOutcome());
  desk.type('Ответы', 2, 7, [[before[6]!]]);
  await desk.choose(['Опрос', 'Пересчитать свод']);
  said.push(desk.lastOutcome());
  expect(said[0]).toMatch(
    /^Свод пересчитан: учтено анкет \d+, исключено 0\.\n▲ Не учтено отдельных ответов: 1\.\nОтветы, строка 2: ответ «Дда» на вопрос 1 не учтён: /,
  );
  expect(said[1]).toMatch(/^Свод пересчитан: учтено анкет \d+, исключено 0\.$/);
});

test('an institution that the register does not have is refused in words', async () => {
  await expect(explain('нет такого')).rejects.toThrow('Такого учреждения нет на листе «Учреждения»');
});

test('the panel opens on the institution of the active row', async () => {
  const row = desk.sheet('Рейтинг').findIndex((cells) => cells[1] === CULTURE[1]!.name) + 1;
  const pages: string[] = [];
  desk.workspace.onAnnounce((topic, detail) => topic === 'dialog' && pages.push(JSON.stringify(detail)));
  const body = `() => {
    SpreadsheetApp.getActiveSpreadsheet().getSheetByName('Рейтинг').getRange(${row}, 4).activate();
    menuExplain();
  }`;
  const { error } = await desk.workspace.run('testDoor', [body]);
  expect(error).toBeUndefined();
  expect(pages.join()).toContain(`<option value=\\"${CULTURE[1]!.code}\\" selected>`);
});

test('the panel works by keyboard alone and has no accessibility violations', async () => {
  const served = await serve(desk.workspace, { port: 0, host: '127.0.0.1' });
  desk.workspace.kernel.baseUrl = served.url;
  try {
    await withBrowser(async (browser) => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
      const page = await context.newPage();
      await page.goto(`${served.url}/spreadsheets/d/${desk.workspace.containerId}/edit`);
      await page.waitForSelector('body[data-ready]', { timeout: 60_000 });
      await page.getByText('НОКО', { exact: true }).first().click();
      await page.locator('.o-menu-item', { hasText: 'Рейтинг' }).first().click();
      await page.locator('.o-menu-item', { hasText: 'Откуда это число' }).first().click();
      const frame = page.frameLocator('#sidebar iframe');
      const chooser = frame.getByLabel('Учреждение');
      await chooser.focus();
      await page.keyboard.press('ArrowDown');
      await frame.getByText(/^Готово: /).waitFor({ state: 'attached' });
      const first = await frame.getByRole('heading', { level: 1 }).textContent();
      await page.keyboard.press('ArrowDown');
      await frame.locator('h1', { hasNotText: first! }).waitFor();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      expect(await frame.locator('details[open]').count()).toBe(2);
      const { violations, passes } = await new AxeBuilder({ page }).include(['#sidebar iframe', 'body']).analyze();
      expect(violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html) }))).toEqual([]);
      // axe was really inside the frame: it saw the page's own chooser.
      expect(JSON.stringify(passes)).toContain('institution');
    });
  } finally {
    await served.close();
  }
}, 120_000);
