/**
 * The whole line on the built bundle: the sample year of `npm start`, killed in the middle and
 * started again, then looked at through its sheets, files and pages.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import JSZip from 'jszip';
import type { Browser, Page } from 'playwright-core';
import { type SampleAnswer, sampleAnswers } from '../../demo/sample/answers.ts';
import { INSTITUTIONS } from '../../demo/sample/institutions.ts';
import { sampleFound } from '../../demo/sample/observations.ts';
import { officialQuestionnaire } from '../../src/domain/survey/official-questionnaire.ts';
import { serve } from '../../workspace/server/serve.ts';
import { readSheet } from '../../workspace/services/spreadsheet/person.ts';
import { openWorkspace } from '../../workspace/workspace.ts';
import type { Workspace } from '../../workspace/workspace-api.ts';
import { launchBrowser } from '../browser.ts';

const root = join(__dirname, '../..');
const data = mkdtempSync(join(tmpdir(), 'noko-year-'));
const ANSWERS = 600;

let workspace: Workspace;
let served: Awaited<ReturnType<typeof serve>>;
let browser: Browser;

/** Starts the sample year; `until` stops it with SIGKILL when a line has this text. */
function startYear(until?: string): Promise<{ code: number | null; printed: string }> {
  return new Promise((resolve) => {
    const year: ChildProcess = spawn(process.execPath, ['build/start.mjs', '--once', '--data', data], { cwd: root });
    let printed = '';
    const hear = (chunk: Buffer): void => {
      printed += chunk.toString();
      if (until && printed.includes(until)) year.kill('SIGKILL');
    };
    year.stdout!.on('data', hear);
    year.stderr!.on('data', hear);
    year.on('close', (code) => resolve({ code, printed }));
  });
}

let killed: { code: number | null; printed: string };
let finished: { code: number | null; printed: string };

beforeAll(async () => {
  // Killed twice: while the sheets are being made, and among the answers.
  await startYear('Реестр и настройки');
  killed = await startYear('часть 7 из 20');
  finished = await startYear();
  workspace = await openWorkspace({
    directory: data,
    script: join(root, 'dist'),
    container: { name: 'НОКО' },
    clockRunning: false,
    ownThreads: true,
    user: { email: 'secretary@example.org', locale: 'ru', timeZone: 'Europe/Moscow' },
  });
  await workspace.openContainer();
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await served?.close();
  workspace?.close();
  rmSync(data, { recursive: true, force: true });
}, 60_000);

const sheet = (name: string): string[][] => readSheet(workspace.kernel, workspace.containerId, name);

/** Rows of a sheet as records by column title. */
function records(name: string): Record<string, string>[] {
  const [header, ...rows] = sheet(name);
  return rows.map((row) => Object.fromEntries(header!.map((title, at) => [title, row[at] ?? ''])));
}

describe('a year that was killed twice and started again', () => {
  test('was really cut off, and came to its end', () => {
    expect(killed.code).not.toBe(0);
    expect(killed.printed).toContain('часть 7 из 20');
    expect(killed.printed).not.toContain('часть 8 из 20');
    expect(finished.printed).not.toContain('часть 6 из 20');
    expect(finished.printed).toContain('часть 20 из 20');
    expect(finished.code).toBe(0);
  });

  test('lost no answer and doubled none: 600 were sent, 600 different ones are in the sheet', () => {
    const ids = records('Ответы').map((row) => row.Ответ);
    expect(ids).toHaveLength(ANSWERS);
    expect(new Set(ids).size).toBe(ANSWERS);
  });

  test('counted each answer once for its institution', () => {
    const expected: Record<string, number> = {};
    for (const { institution } of sampleAnswers(ANSWERS)) {
      expected[institution.code] = (expected[institution.code] ?? 0) + 1;
    }
    const counted = Object.fromEntries(records('Формы').map((row) => [row.Код, Number(row.Ответов)]));
    expect(counted).toEqual(expected);
  });

  test('sent no letter twice: each person has one letter a day, each an .eml file', () => {
    const letters = records('Напоминания');
    const keys = letters.map((row) => row.Письмо);
    expect(new Set(keys).size).toBe(keys.length);
    expect(letters.every((row) => row.Состояние === 'отправлено' || row.Состояние === 'заменено')).toBe(true);
    const sent = letters.filter((row) => row.Состояние === 'отправлено').length;
    expect(readdirSync(join(data, 'outbox')).filter((name) => name.endsWith('.eml'))).toHaveLength(sent);
    expect(sent).toBeGreaterThan(20);
  });
});

describe('the plans', () => {
  test('both are there: 16 lines of one, 7 with 4 sub-lines of the other, the missing 14 is not made up', () => {
    const lines = records('План');
    const numbers = (plan: string): string[] => lines.filter((row) => row.План === plan).map((row) => row['№ п/п']!);
    expect(numbers('П1')).toEqual('1 2 3 4 5 6 7 8 9 10 11 12 13 15 16 17'.split(' '));
    expect(numbers('П2')).toEqual(['1', '', '', '', '', '2', '3', '4', '5', '6', '7']);
    expect(lines.every((row) => row['Прочитано как'] !== '' || row['Срок, как написан'] === '')).toBe(true);
  });

  test('dates stand as the plans say, and 12 June, a holiday, counts on the 11th (art. 112 of the Labour code)', () => {
    const dues = records('Сроки');
    const of = (line: string): string[] =>
      dues
        .filter((row) => row.План === 'П1' && row.Строка === line)
        .map((row) => `${row['Срок по плану']} ${row['Рабочий срок']}`);
    expect(of('1')).toEqual(['30.01.2026 30.01.2026']);
    expect(of('10')).toEqual(['12.06.2026 11.06.2026']);
    expect(of('2')).toEqual([
      '31.03.2026 31.03.2026',
      '30.06.2026 30.06.2026',
      '30.09.2026 30.09.2026',
      '31.12.2026 30.12.2026',
    ]);
    const quarterly = dues.filter((row) => row.План === 'П2' && row.Строка === '2').map((row) => row['Срок по плану']);
    expect(quarterly).toEqual(['31.03.2026', '30.06.2026', '30.09.2026', '31.12.2026']);
  });
});

/** Order 344н worked out here from what was sent, with plain arithmetic and nothing of the product. */
function scoreByHand(code: string): { criteria: number[]; total: number } {
  const institution = INSTITUTIONS.find((each) => each.code === code)!;
  const answers: SampleAnswer[] = sampleAnswers(ANSWERS).filter((each) => each.institution.code === code);
  const text = Object.fromEntries(officialQuestionnaire('culture').questions.map(({ id, text: words }) => [id, words]));
  const share = (id: string): number => {
    const given = answers.map(({ values }) => values[text[id]!]).filter((value) => value !== undefined);
    return (100 * given.filter((value) => value === 'Да').length) / given.length;
  };
  const items = records('Наблюдения').filter((row) => row['Код учреждения'] === institution.code);
  const found = (list: string): { yes: number; all: number } => {
    const own = items.filter((row) => row['Код пункта']!.startsWith(`${list}-`));
    return { yes: own.filter((row) => sampleFound(code, row['Код пункта']!) === 'да').length, all: own.length };
  };
  const capped = (points: number): number => Math.min(100, points);
  const [stand, site] = [found('стенд'), found('сайт')];
  const p11 = 50 * (stand.yes / stand.all + site.yes / site.all);
  const channels = found('канал').yes;
  const p12 = channels > 3 ? 100 : 30 * channels;
  const p13 = (share('q2') + share('q4')) / 2;
  const p21 = capped(20 * found('комфорт').yes);
  const p23 = share('q6');
  const p31 = capped(20 * found('доступ').yes);
  const p32 = capped(20 * found('услуга').yes);
  const criteria = [
    0.3 * p11 + 0.3 * p12 + 0.4 * p13,
    0.5 * p21 + 0.5 * p23,
    0.3 * p31 + 0.4 * p32 + 0.3 * share('q8'),
    0.4 * share('q9') + 0.4 * share('q10') + 0.2 * share('q12'),
    0.3 * share('q13') + 0.2 * share('q14') + 0.5 * share('q15'),
  ];
  return { criteria, total: criteria.reduce((sum, each) => sum + each, 0) / 5 };
}

describe('the rating', () => {
  test.each(['library', 'club', 'museum', 'village'])(
    'of «%s» is what order 344н gives when worked out by hand from the answers that were sent',
    (code) => {
      const { name } = INSTITUTIONS.find((each) => each.code === code)!;
      const row = sheet('Рейтинг').find((cells) => cells[1] === name)!;
      const { criteria, total } = scoreByHand(code);
      expect(row.slice(2, 7).map(numberOf)).toEqual(criteria.map((value) => Number(value.toFixed(1))));
      expect(numberOf(row[7]!)).toBe(Number(total.toFixed(2)));
    },
  );

  test('stands beside last year’s results, which a person pasted: risen, fallen, not to be told, not known, new', () => {
    const shown = sheet('Рейтинг');
    const at = shown.find((cells) => cells.includes('Значимо ли'))!.indexOf('Значимо ли');
    const words = (code: string): string => {
      const { name } = INSTITUTIONS.find((each) => each.code === code)!;
      return shown.find((cells) => cells[1] === name)![at]!;
    };
    expect(['village', 'hospital', 'library', 'museum', 'care', 'art'].map(words)).toEqual([
      '↑ выросло',
      '↓ снизилось',
      'значимого изменения нет',
      'значимого изменения нет; к 2023 году',
      'значимость неизвестна; методика не сверена',
      '',
    ]);
    const kept = records('Прошлые рейтинги').filter((row) => row.Год === '2026');
    expect(kept.map((row) => row.Код)).toEqual(INSTITUTIONS.map(({ code }) => code));
  });

  test('«Пульт» names an indicator as those spheres do that measure it, not as one that takes a mean of others', () => {
    const weakest = sheet('Пульт').find((cells) => cells[6] === '2.2')!;
    expect(weakest[7]).toBe('Время ожидания предоставления услуги');
  });

  test('ranks schools among schools and clubs among clubs', () => {
    const titles = sheet('Рейтинг').map((cells) => cells[0]);
    expect(titles.filter((title) => title === 'Место в типе')).toHaveLength(2);
    expect(titles).toEqual(expect.arrayContaining(['Образование: школа', 'Культура: клуб']));
  });
});

function numberOf(shown: string): number {
  return Number(shown.replace(',', '.'));
}

describe('the documents', () => {
  const file = (start: string, extension: string): Buffer => {
    const folder = join(data, 'files');
    const name = readdirSync(folder).find((each) => each.startsWith(start) && each.endsWith(extension))!;
    return readFileSync(join(folder, name));
  };

  test('the report is a Word file with headings, tables and two charts for each sphere', async () => {
    const zip = await JSZip.loadAsync(file('Отчёт Общественному совету', '.docx'));
    const xml = await zip.file('word/document.xml')!.async('string');
    expect(xml).toContain('2. Рейтинг учреждений');
    expect(xml).toContain('Центральная библиотека (пример)');
    // Ratings of four spheres, changes, two plans, shares of four spheres.
    expect(xml.match(/<w:tbl>/g)!.length).toBe(4 + 1 + 2 + 4);
    // Scores and places of each sphere.
    expect(Object.keys(zip.files).filter((path) => /^word\/media\/.+\.png$/.test(path))).toHaveLength(2 * 4);
  });

  test('what respondents wrote is text in the spreadsheet file, never a formula', async () => {
    const zip = await JSZip.loadAsync(file('НОКО', '.xlsx'));
    const sheets = await Promise.all(
      Object.keys(zip.files)
        .filter((path) => /^xl\/worksheets\/sheet\d+\.xml$/.test(path))
        .map((path) => zip.file(path)!.async('string')),
    );
    expect(sheets.some((xml) => xml.includes('<f>1+1'))).toBe(false);
    // In a plain text column the mark of text may stay in sight.
    expect(records('Ответы').some((row) => /^'?=1\+1 — так тоже пишут \(пример\)$/.test(row['Вопрос 16']!))).toBe(true);
  });
});

describe('service calls', () => {
  /** Calls of one run, without those that each answered question costs. */
  const callsBesideQuestions = ({ calls }: { calls: Record<string, number> }): number =>
    Object.entries(calls)
      .filter(([method]) => !/^(ItemResponse|Item)\./.test(method))
      .reduce((sum, [, count]) => sum + count, 0);

  test('an answer costs as many after hundreds of answers as after the first ones, and no more than 50', () => {
    const answers = workspace.executions().filter(({ functionName }) => functionName === 'onAnswer');
    expect(answers.length).toBeGreaterThan(300);
    const costs = answers.map(callsBesideQuestions);
    const typical = (part: number[]): number => [...part].sort((a, b) => a - b)[Math.floor(part.length / 2)]!;
    expect(typical(costs.slice(-50))).toBe(typical(costs.slice(0, 50)));
    expect(typical(costs)).toBeLessThanOrEqual(50);
  });

  test('a morning with nothing to send costs no more than 80', () => {
    const mornings = workspace.executions().filter(({ functionName }) => functionName === 'everyMorning');
    expect(Math.min(...mornings.map(callsBesideQuestions))).toBeLessThanOrEqual(80);
  });

  test('no run took longer than Google allows, by the latency model: 6 minutes', () => {
    const slowest = Math.max(...workspace.executions().map(({ estimatedMs }) => estimatedMs));
    expect(slowest).toBeLessThan(6 * 60 * 1000);
    expect(workspace.executions().filter(({ status }) => status !== 'completed')).toEqual([]);
  });
});

describe('run again', () => {
  test('reminders sent by hand on the same day send nothing more', async () => {
    const before = records('Напоминания').length;
    for (let run = 0; run < 2; run += 1) {
      const { error } = await workspace.click(['НОКО', 'План', 'Отправить напоминания сейчас'], [{ button: 'OK' }]);
      expect(error).toBeUndefined();
    }
    const after = records('Напоминания');
    const keys = after.map((row) => row.Письмо);
    expect(new Set(keys).size).toBe(keys.length);
    // The first run may send what has become due today; the second has nothing left.
    expect(after.length - before).toBeLessThanOrEqual(15);
  }, 60_000);

  test('«Подготовить таблицу» finds everything in its place and changes nothing', async () => {
    const before = sheet('Сроки');
    const { error } = await workspace.click(['НОКО', 'Подготовить таблицу']);
    expect(error).toBeUndefined();
    expect(records('Журнал').at(-1)!.Итог).toBe('Все листы на месте, изменений не потребовалось.');
    expect(sheet('Сроки')).toEqual(before);
  }, 60_000);

  test('the tally counted anew from the answers is the tally that grew answer by answer', async () => {
    const before = sheet('Свод');
    await workspace.click(['НОКО', 'Опрос', 'Пересчитать свод']);
    expect(sheet('Свод').slice(1).sort()).toEqual(before.slice(1).sort());
  }, 60_000);
});

describe('the page', () => {
  let page: Page;

  beforeAll(async () => {
    served = await serve(workspace, { port: 0, host: '127.0.0.1' });
    workspace.kernel.baseUrl = served.url;
    browser = await launchBrowser();
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    page = await context.newPage();
  }, 120_000);

  /** What the open grid shows in a cell, by sheet, 1-based row and column. */
  const shown = (name: string, row: number, column: number): Promise<string> =>
    page.evaluate(
      ({ name, row, column }) => {
        const { getters } = (
          window as unknown as { workbook: { getters: Record<string, (...args: unknown[]) => unknown> } }
        ).workbook;
        const ids = getters.getSheetIds!() as string[];
        const sheetId = ids.find((id) => getters.getSheetName!(id) === name);
        const cell = getters.getEvaluatedCell!({ sheetId, col: column - 1, row: row - 1 }) as {
          formattedValue: string;
        };
        return cell.formattedValue;
      },
      { name, row, column },
    );

  test('shows the computed rating; an answer given by keyboard changes the counters and the rating while it is open', async () => {
    await page.goto(`${served.url}/spreadsheets/d/${workspace.containerId}/edit`);
    await page.waitForSelector('body[data-ready]');
    const rating = sheet('Рейтинг');
    const row = rating.findIndex((cells) => cells[1] === 'Сельский клуб (пример)') + 1;
    await eventually(
      () => shown('Рейтинг', row, 8),
      (total) => total === rating[row - 1]![7],
    );
    const forms = records('Формы');
    const place = forms.findIndex((each) => each.Код === 'village') + 2;
    const [answersBefore, totalBefore] = [await shown('Формы', place, 5), await shown('Рейтинг', row, 8)];

    const form = await browser.newPage({ viewport: { width: 390, height: 800 } });
    const link = new URL(forms[place - 2]!['Ссылка на анкету']!);
    await form.goto(`${served.url}${link.pathname}${link.search}`);
    await answerByKeyboard(form);
    expect(await form.textContent('body')).toContain('Ваш ответ принят');
    await form.close();

    await eventually(
      () => shown('Формы', place, 5),
      (answers) => Number(answers) === Number(answersBefore) + 1,
    );
    await eventually(
      () => shown('Рейтинг', row, 8),
      (total) => /^\d/.test(total) && total !== totalBefore,
    );
    expect(await shown('Рейтинг', row, 8)).toBe(
      sheet('Рейтинг').find((cells) => cells[1] === 'Сельский клуб (пример)')![7],
    );
  }, 120_000);

  test('the first page lists forms, documents, letters and triggers, and passes axe', async () => {
    await page.goto(served.url);
    const text = await page.textContent('body');
    for (const word of [
      'Отчёт Общественному совету, 2026 год',
      'Анкета для опроса',
      'План мероприятий:',
      'everyMorning',
    ]) {
      expect(text).toContain(word);
    }
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations).toEqual([]);
  }, 60_000);
});

/** Waits until what the page shows is as wanted; a page follows the server within moments. */
async function eventually(read: () => Promise<string>, isWanted: (shown: string) => boolean): Promise<void> {
  let last = '';
  for (let tries = 0; tries < 150; tries += 1) {
    last = await read();
    if (isWanted(last)) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`the page still shows «${last}»`);
}

/** Tab, arrows and Enter only: «Нет» to everything, page after page, until the form is sent. */
async function answerByKeyboard(page: Page): Promise<void> {
  for (let pages = 0; pages < 20; pages += 1) {
    if ((await page.locator('form').count()) === 0) return;
    for (let stops = 0; stops < 80; stops += 1) {
      await page.keyboard.press('Tab');
      const focus = await page.evaluate(() => {
        const element = document.activeElement as HTMLInputElement;
        const group = element.name ? [...document.getElementsByName(element.name)] : [];
        return {
          type: element.type ?? '',
          checked: group.some((each) => (each as HTMLInputElement).checked),
          text: element.textContent ?? '',
          required: element.required || element.getAttribute('aria-required') === 'true',
        };
      });
      if (focus.type === 'radio' && !focus.checked) {
        await page.keyboard.press('Space');
        await page.keyboard.press('ArrowDown');
      } else if (focus.type === 'submit' && !focus.text.includes('Назад')) {
        await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
        break;
      }
    }
  }
  throw new Error('the form was not sent');
}
