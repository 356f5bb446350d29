/** «Загрузить план» through the built bundle: .docx, Google documents, pasted text; preview, loading, loading again. */
import { readFileSync } from 'node:fs';
import type { PreviewLine } from '../../src/jobs/plan/import-preview.ts';
import { DOCX, type ImportDesk, importDesk } from './import-desk.ts';
import {
  carefulPaper,
  oneTablePaper,
  pagedPaper,
  SEEDS,
  type Seed,
  seedPages,
  seedText,
  trickyPaper,
} from './plan-papers.ts';

let desk: ImportDesk;

beforeAll(async () => {
  desk = await importDesk();
}, 120_000);

afterAll(() => desk?.leave());

/** What of a shown line must be the same whatever the plan was read from. */
const shownAs = ({ line, section, measure, deadline, reading, dates, result, responsible }: PreviewLine): unknown => ({
  line,
  section,
  measure,
  deadline,
  reading,
  dates,
  result,
  responsible,
});

const LINES: Readonly<Record<Seed, number>> = { 'polyarnye-zori': 16, 'proletarsky-2016': 11 };

async function fromText(seed: Seed): Promise<unknown> {
  const { preview } = await desk.show({ step: 'show', source: { text: seedText(seed) } });
  expect(preview.lines).toHaveLength(LINES[seed]);
  return { title: preview.title, approved: preview.approved, lines: preview.lines.map(shownAs) };
}

async function fromLink(link: string): Promise<unknown> {
  const { preview } = await desk.show({ step: 'link', link });
  return { title: preview.title, approved: preview.approved, lines: preview.lines.map(shownAs) };
}

const fromDocx = (bytes: Uint8Array): Promise<unknown> => fromLink(desk.upload('План.docx', DOCX, bytes));

describe.each(SEEDS)('the plan of %s reads from .docx as from its pasted text, with nothing corrected', (seed) => {
  test('a table a page, cells broken over pages', async () => {
    expect(await fromDocx(await pagedPaper(seed))).toEqual(await fromText(seed));
  });

  test.each(['Срок реализации', 'Срок исполнения', 'Сроки'])('one table with repeated headers, «%s»', async (title) => {
    expect(await fromDocx(await oneTablePaper(seed, title))).toEqual(await fromText(seed));
  });

  test('numbers counted by Word, merged section rows, one tall cell of parties', async () => {
    expect(await fromDocx(await carefulPaper(seed))).toEqual(await fromText(seed));
  });

  test.each(['careful', 'paged'])('as LibreOffice writes it: %s', async (variant) => {
    expect(await fromDocx(readFileSync(`test/seeds/plans/${seed}-${variant}.docx`))).toEqual(await fromText(seed));
  });

  test('a Google document: paragraphs, a table a page', async () => {
    const { before, pages } = seedPages(seed);
    const id = await desk.inScript(`() => {
      const document = DocumentApp.create('План');
      const body = document.getBody();
      ${JSON.stringify(before)}.forEach((line) => body.appendParagraph(line));
      ${JSON.stringify(pages)}.forEach((page) => { body.appendTable(page); body.appendParagraph(''); });
      document.saveAndClose();
      return document.getId();
    }`);
    const expected = await fromText(seed);
    expect(await fromLink(`https://docs.google.com/document/d/${id}/edit?tab=t.0`)).toEqual(expected);
    // The same file by a link that says nothing of its kind.
    expect(await fromLink(`https://drive.google.com/open?id=${id}`)).toEqual(expected);
  });
});

describe('what Word can put into a cell (ECMA-376, part 1, §17)', () => {
  test('struck-out and hidden text is not read, inserted text, tabs and line breaks are; a tall deadline holds for each line', async () => {
    const { preview } = await desk.show({ step: 'link', link: desk.upload('План.docx', DOCX, await trickyPaper()) });
    expect(preview.lines.map(({ line, measure, dates }) => [line, measure, dates])).toEqual([
      ['1', 'Подготовить отчёт о качестве работы', '30.01.2026'],
      ['2', 'Разместить его', '30.01.2026'],
    ]);
    expect(preview.lines[1]!.doubts).toEqual([{ level: 'note', text: expect.stringContaining('объединена') }]);
  });

  test('a table inside a cell, a text box and a table of signatures are told and not loaded', async () => {
    const { preview } = await desk.show({ step: 'link', link: desk.upload('План.docx', DOCX, await trickyPaper()) });
    const told = preview.doubts.filter(({ level }) => level === 'check').map(({ text }) => text);
    expect(told).toEqual([
      'Текст вне таблицы не загружен: «Начальник отдела И.И. Иванов».',
      'Надпись (текстовое поле) не загружена: «Печать». Если она нужна, перенесите её в таблицу.',
      'Таблица внутри ячейки не загружена: «внутри таблица». Если она нужна, перенесите её в саму ячейку.',
    ]);
  });

  test('a Google document’s counted numbers are read too', async () => {
    const id = await desk.inScript(`() => {
      const document = DocumentApp.create('План');
      const body = document.getBody();
      body.appendParagraph('План на 2026 год');
      const table = body.appendTable([['№', 'Мероприятие', 'Срок'], ['', 'Отчёт', 'май'], ['', 'Приказ', 'июнь']]);
      [1, 2].forEach((row) => {
        const cell = table.getCell(row, 0);
        cell.appendListItem('').setGlyphType(DocumentApp.GlyphType.NUMBER);
        cell.removeChild(cell.getChild(0));
      });
      const items = body.getListItems();
      items[1].setListId(items[0]);
      document.saveAndClose();
      return document.getId();
    }`);
    const { preview } = await desk.show({ step: 'link', link: `https://docs.google.com/document/d/${id}/edit` });
    expect(preview.lines.map(({ line, measure }) => [line, measure])).toEqual([
      ['1', 'Отчёт'],
      ['2', 'Приказ'],
    ]);
  });
});

describe('what is no .docx is refused with the remedy', () => {
  const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
  const wide = (text: string): number[] => [...Buffer.from(text, 'utf16le')];
  test.each([
    ['an old .doc by its type', 'План.doc', 'application/msword', OLE, /старого вида \(\.doc\).*сохраните как \.docx/],
    ['an old .doc under a new name', 'План.docx', DOCX, OLE, /старого вида \(\.doc\)/],
    [
      'a file with a password',
      'План.docx',
      DOCX,
      [...OLE, ...wide('EncryptedPackage')],
      /закрыт паролем.*Снимите пароль/,
    ],
    ['a PDF', 'План.pdf', 'application/pdf', [...Buffer.from('%PDF-1.7')], /PDF: в нём нет таблицы/],
    ['a PDF under another name', 'План.docx', DOCX, [...Buffer.from('%PDF-1.7')], /PDF: в нём нет таблицы/],
    ['a picture', 'План.png', 'image/png', [0x89, 0x50, 0x4e, 0x47], /картинка/],
    ['half a file', 'План.docx', DOCX, [0x50, 0x4b, 3, 4, 20, 0], /файл повреждён/],
  ])('%s', async (_, name, mimeType, bytes, words) => {
    const link = desk.upload(name, mimeType, Uint8Array.from(bytes));
    await expect(desk.show({ step: 'link', link })).rejects.toThrow(words);
  });

  test('what is no link, and a link to nothing', async () => {
    await expect(desk.show({ step: 'link', link: 'план на год' })).rejects.toThrow('не ссылка на файл Google Диска');
    await expect(
      desk.show({ step: 'link', link: 'https://docs.google.com/document/d/1aBcDeFgHiJkLmNoPqRsTuVwXyZ/edit' }),
    ).rejects.toThrow('Проверьте, что он не удалён');
  });

  test('no file chosen, nothing pasted, no table, a year and a name that cannot be', async () => {
    await expect(desk.show({ step: 'file', file: '' })).rejects.toThrow('Плана нет');
    await expect(desk.show({ step: 'show', source: { text: ' ' } })).rejects.toThrow('Плана нет');
    await expect(desk.show({ step: 'show', source: { text: 'просто текст' } })).rejects.toThrow(
      'таблица плана не найдена',
    );
    const source = { text: seedText('polyarnye-zori') };
    await expect(desk.show({ step: 'show', source, year: '26' })).rejects.toThrow('«26» — не год плана');
    await expect(desk.show({ step: 'show', source, plan: 'П|1' })).rejects.toThrow('не годится как короткое имя');
  });

  test('more rows than one load may hold', async () => {
    const rows = Array.from({ length: 2100 }, (_, n) => `${n + 1}.\tДело\tмай`);
    const source = { text: ['№\tМероприятие\tСрок', ...rows].join('\n') };
    await expect(desk.show({ step: 'show', source })).rejects.toThrow('В источнике 2101 строк');
  });
});

describe('loading', () => {
  test('nothing is written before «Загрузить»; then both plans stand in the sheet as when pasted into it', async () => {
    const zori = await desk.show({
      step: 'link',
      link: desk.upload('a.docx', DOCX, await carefulPaper('polyarnye-zori')),
    });
    expect(desk.records('План')).toEqual([]);
    expect(zori.preview).toMatchObject({ plan: 'П1', year: 2026, target: 'Новый план П1.' });
    expect(zori.preview.summary).toMatch(/^16 строк, /);
    await desk.load(zori);
    const rows = desk.records('План');
    expect(rows.map((row) => row.Строка)).toEqual('1 2 3 4 5 6 7 8 9 10 11 12 13 15 16 17'.split(' '));
    expect(rows.every((row) => row['Прочитано как'] !== '')).toBe(true);
    expect(desk.records('Сроки').length).toBeGreaterThanOrEqual(16);
    expect(desk.records('Журнал').map((row) => row.Действие)).toContain('Загрузить план');
  });

  test('the same plan from another source changes nothing and doubles nothing', async () => {
    const before = desk.records('План');
    const again = await desk.show({ step: 'show', source: { text: seedText('polyarnye-zori') } });
    expect(again.preview.target).toBe('Обновится план П1.');
    expect(again.preview.summary).toContain('всё как в таблице');
    expect(again.preview.lines.every(({ state }) => state === 'same')).toBe(true);
    await desk.load(again);
    const plain = (rows: Record<string, string>[]) => rows.map(({ Сомнения: _, ...row }) => row);
    expect(plain(desk.records('План'))).toEqual(plain(before));
    expect(desk.records('Планы')).toHaveLength(1);
  });

  test('a new edition: what changes, what is new, what is gone is told before, and done', async () => {
    const text = seedText('polyarnye-zori')
      .replace('ежегодно до 30 января', 'ежегодно до 5 февраля')
      .replace(/\n16\.\t[^\n]*/, '\n18.\tПровести совещание\tдо 1 декабря\tпротокол\tОтдел образования');
    const shown = await desk.show({ step: 'show', source: { text } });
    expect(shown.preview.summary).toMatch(/1 строка обновится, 1 новая, 1 строки нет в новом тексте$/);
    expect(shown.preview.missing).toEqual(['16']);
    const [first] = shown.preview.lines;
    expect(first).toMatchObject({
      state: 'changed',
      dates: '05.02.2026',
      changes: ['срок: было «ежегодно до 30 января», станет «ежегодно до 5 февраля»'],
    });
    await desk.load(shown);
    expect(desk.records('План').map((row) => row.Строка)).toContain('16');
    const kept = await desk.show({ step: 'show', source: { text } });
    await desk.load(kept, { removeMissing: true });
    const lines = desk.records('План').map((row) => row.Строка);
    expect(lines).toEqual(
      '1 2 3 4 5 6 7 8 9 10 11 12 13 15 18 17'.split(' ').sort((a, b) => lines.indexOf(a) - lines.indexOf(b)),
    );
    expect(desk.records('Сроки').some((row) => row.Строка === '16')).toBe(false);
  });

  test('a plan of another year is asked about; its own short name and year are what is written', async () => {
    const { preview, source } = await desk.show({ step: 'show', source: { text: seedText('proletarsky-2016') } });
    expect(preview).toMatchObject({ plan: 'П2', year: 2016 });
    const wanted = await desk.show({ step: 'show', source, plan: 'Район', year: '2026' });
    expect(wanted.preview.doubts.map(({ text }) => text)).toContain(
      'В заголовке — 2016 год, а сроки будут рассчитаны на 2026. Так и нужно?',
    );
    expect(wanted.preview.lines.find(({ line }) => line === '2')!.dates).toBe(
      '31.03.2026, 30.06.2026, 30.09.2026, 31.12.2026',
    );
    await desk.load(wanted);
    expect(desk.records('Планы').map((row) => [row.План, row.Год])).toEqual([
      ['П1', '2026'],
      ['Район', '2026'],
    ]);
    // Loaded again it is the same plan for the same year, and a second name is asked about.
    const again = await desk.show({ step: 'show', source });
    expect(again.preview).toMatchObject({ plan: 'Район', year: 2026, target: 'Обновится план Район.' });
    // Loaded again, the first of two plans keeps its place: links of sent letters lead to rows of both.
    await desk.load(await desk.show({ step: 'show', source: { text: seedText('polyarnye-zori') } }));
    for (const sheet of ['Планы', 'План', 'Сроки']) {
      const plans = desk.records(sheet).map((row) => row.План);
      expect(plans.filter((plan, at) => plan !== plans[at - 1])).toEqual(['П1', 'Район']);
    }
    const second = await desk.show({ step: 'show', source, plan: 'П7' });
    expect(second.preview.doubts.map(({ text }) => text).join()).toContain('уже загружен под именем Район');
  });

  test('a preview’s calls do not grow with the lines of a pasted plan', async () => {
    const calls = async (count: number): Promise<number> => {
      const rows = Array.from({ length: count }, (_, n) => `${n + 1}.\tДело ${n}\tмай\tУСЗН`);
      await desk.show({ step: 'show', source: { text: ['№\tМероприятие\tСрок\tОтветственный', ...rows].join('\n') } });
      return Object.values(desk.lastRun().calls).reduce((sum, n) => sum + n, 0);
    };
    expect(await calls(400)).toBe(await calls(20));
  });
});
