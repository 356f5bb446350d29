/**
 * What an official does wrong, on the built bundle: each mistake gives a sentence in Russian that
 * says what, where and how to mend it, nothing is lost and the rest goes on.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MIME } from '../../workspace/kernel/files.ts';
import { outbox } from '../../workspace/services/mail/outbox.ts';
import { readSheet, typeCells } from '../../workspace/services/spreadsheet/person.ts';
import { openWorkspace } from '../../workspace/workspace.ts';
import type { Workspace } from '../../workspace/workspace-api.ts';

const data = mkdtempSync(join(tmpdir(), 'noko-bad-input-'));
let workspace: Workspace;

beforeAll(async () => {
  workspace = await openWorkspace({
    directory: data,
    script: join(__dirname, '../../dist'),
    container: { name: 'НОКО' },
    startAt: Date.UTC(2026, 0, 12, 6),
    clockRunning: false,
  });
  await workspace.openContainer();
}, 60_000);

afterAll(() => {
  workspace.close();
  rmSync(data, { recursive: true, force: true });
});

const type = (sheet: string, row: number, column: number, cells: string[][]): void =>
  typeCells(workspace.kernel, workspace.containerId, sheet, row, column, cells);
const sheet = (name: string): string[][] => readSheet(workspace.kernel, workspace.containerId, name);
const lastJournal = (): string => sheet('Журнал').at(-1)![3]!;

/** Chooses a menu item; every question is answered with «Да», every message read. */
async function choose(...path: string[]): Promise<void> {
  const yes = { button: 'YES' } as const;
  const { error } = await workspace.click(['НОКО', ...path], [yes, yes, yes, yes]);
  expect(error).toBeUndefined();
}

describe('before the table is prepared', () => {
  test('a menu item says which sheet is missing and what to choose, and fails at nothing', async () => {
    const asked: string[] = [];
    const { error } = await workspace.run('menuCreateForms', [], {
      onQuestion: async (question) => {
        asked.push(question.message);
        return { button: 'OK' };
      },
    });
    expect(error).toBeUndefined();
    expect(asked).toEqual([
      'Нет листа «Учреждения». Выберите в меню «НОКО → Подготовить таблицу»: он будет создан, остальные листы не изменятся.',
    ]);
  }, 60_000);
});

describe('on a prepared table', () => {
  beforeAll(() => choose('Подготовить таблицу'), 60_000);

  test('loading a plan from an empty sheet says where to paste it', async () => {
    await choose('План', 'Загрузить из листа «Вставка плана»');
    expect(lastJournal()).toContain('Лист «Вставка плана» пуст');
  });

  test('a text that is no plan is refused in words, and stays where it was pasted', async () => {
    type('Вставка плана', 1, 1, [['Уважаемые коллеги!'], ['Направляем план.']]);
    await choose('План', 'Загрузить из листа «Вставка плана»');
    expect(lastJournal()).toMatch(/^Не получилось\. .+таблиц/);
    expect(sheet('Вставка плана')[0]![0]).toBe('Уважаемые коллеги!');
    expect(sheet('План')).toHaveLength(1);
  });

  test('a phrase that cannot be read is kept, marked and listed; the other lines have their dates', async () => {
    type('Вставка плана', 1, 1, [
      ['План мероприятий на 2026 год', '', '', ''],
      ['№', 'Мероприятие', 'Срок', 'Ответственный'],
      ['1.', 'Первое', 'до 30 февраля', 'Отдел'],
      ['2.', 'Второе', 'когда рак свистнет', 'Отдел'],
      ['3.', 'Третье', 'до 1 марта', 'Отдел'],
    ]);
    await choose('План', 'Загрузить из листа «Вставка плана»');
    const [header, ...rows] = sheet('План');
    const column = (title: string): string[] => rows.map((row) => row[header!.indexOf(title)]!);
    expect(column('Срок, как написан')).toEqual(['до 30 февраля', 'когда рак свистнет', 'до 1 марта']);
    expect(column('Прочитано как').map((reading) => reading !== '')).toEqual([false, false, true]);
    expect(column('Сомнения')[0]).toContain('30 февраля');
    expect(column('Сомнения')[1]).toContain('рак');
    const dues = sheet('Сроки');
    expect(dues.some((row) => row[1] === '3' && row[2] === '01.03.2026')).toBe(true);
  });

  test('the phrase mended in the sheet gives its date at once', async () => {
    const [header, first] = sheet('План');
    type('План', 2, header!.indexOf('Срок, как написан') + 1, [['до 27 февраля']]);
    await workspace.settle();
    expect(first![header!.indexOf('Прочитано как')]).toBe('');
    expect(sheet('Сроки').some((row) => row[1] === '1' && row[2] === '27.02.2026')).toBe(true);
  });

  test('a word where a date belongs is named with its cell by «Проверить и починить»; the other rows are read', async () => {
    const done = sheet('Сроки')[0]!.indexOf('Исполнено') + 1;
    type('Сроки', 2, done, [['вчера']]);
    await choose('Проверить и починить');
    expect(lastJournal()).toMatch(/Здесь нужна дата, а стоит «вчера»\. Где: Сроки![A-Z]+2\./);
  });

  test('without institutions no form is made', async () => {
    await choose('Опрос', 'Создать анкеты');
    expect(lastJournal()).toContain('Заполните лист «Учреждения»');
    expect(workspace.kernel.files.all().filter(({ mimeType }) => mimeType === MIME.form)).toEqual([]);
  });

  test('«Нет» to a question changes nothing', async () => {
    type('Учреждения', 2, 1, [['клуб', 'Клуб', '', 'культура', '', '100', '', '', 'да']]);
    await workspace.click(['НОКО', 'Опрос', 'Создать анкеты'], [{ button: 'NO' }]);
    expect(workspace.kernel.files.all().filter(({ mimeType }) => mimeType === MIME.form)).toEqual([]);
    expect(sheet('Формы')).toHaveLength(1);
  });

  test('people without an address are named, and no letter goes astray', async () => {
    await workspace.advanceTo(Date.UTC(2026, 1, 26, 6));
    expect(outbox(workspace.kernel)).toEqual([]);
    await choose('План', 'Отправить напоминания сейчас');
    expect(lastJournal()).toContain('нет адреса: Отдел');
  }, 60_000);
});
