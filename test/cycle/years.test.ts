/** Year on year on the built bundle: a year is frozen, the next one is compared with it. */
import { HIDDEN_BELOW } from '../../src/domain/rating/suppression.ts';
import type { ExplanationPage } from '../../src/jobs/rating/explanation-page.ts';
import { CULTURE, type RatedDesk, sitAtRatedDesk } from './rated-desk.ts';

const FORMER = 'Прошлые рейтинги';
const RATING = 'Рейтинг';

let desk: RatedDesk;

beforeAll(async () => {
  desk = await sitAtRatedDesk(600);
  setYear('2026');
  await desk.choose(['Рейтинг', 'Обновить лист «Рейтинг»']);
}, 120_000);

afterAll(() => desk?.leave());

function setYear(year: string): void {
  const row = desk.sheet('Настройки').findIndex(([name]) => name === 'Год') + 1;
  desk.type('Настройки', row, 2, [[year]]);
}

/** Rows of a sheet as records by column title. */
function records(name: string): Record<string, string>[] {
  const [header, ...rows] = desk.sheet(name);
  return rows.map((row) => Object.fromEntries(header!.map((title, at) => [title, row[at] ?? ''])));
}

/** The rating's rows by institution, with the titles of their own block. */
function rated(): Record<string, Record<string, string>> {
  const sheet = desk.sheet(RATING);
  const found: Record<string, Record<string, string>> = {};
  let header: string[] = [];
  for (const cells of sheet) {
    if (cells[0] === 'Место') header = cells;
    const own = CULTURE.find(({ name }) => name === cells[1]);
    if (own && header.length > 0 && !found[own.code]) {
      found[own.code] = Object.fromEntries(header.map((title, at) => [title, cells[at] ?? '']));
    }
  }
  return found;
}

const number = (shown: string): number => Number(shown.replace('−', '-').replace(',', '.'));
const columnOf = (sheet: string, title: string): number => desk.sheet(sheet)[0]!.indexOf(title) + 1;

/** Runs a menu function; @returns what was asked or told, answering each with the same button. */
async function asked(handler: string, button: 'YES' | 'NO' | 'OK'): Promise<string[]> {
  const said: string[] = [];
  const { error } = await desk.workspace.run(handler, [], {
    onQuestion: async ({ message }) => {
      said.push(message);
      return { button };
    },
  });
  expect(error).toBeUndefined();
  await desk.workspace.settle();
  return said;
}

/** What «Код»-«Год» rows of the sheet hold, without those that were left blank. */
const formerRows = () => records(FORMER).filter((row) => row.Год !== '');

describe('«Закрепить итоги года»', () => {
  test('without the year in the settings says where to write it and freezes nothing', async () => {
    setYear('');
    const [said] = await asked('menuCloseYear', 'OK');
    expect(said).toContain('на листе «Настройки» не указан «Год»');
    expect(formerRows()).toEqual([]);
    setYear('2026');
  });

  test('asks with the number of institutions and answers; «Нет» changes nothing', async () => {
    const [said] = await asked('menuCloseYear', 'NO');
    expect(said).toContain(`Итоги за 2026 год: учреждений ${CULTURE.length}, анкет ${desk.answers.length}.`);
    expect(said).toContain('Методика не утверждена');
    expect(formerRows()).toEqual([]);
  });

  test('writes down what the rating shows, with the day and the rules', async () => {
    await asked('menuCloseYear', 'YES');
    const shown = rated();
    expect(formerRows().map((row) => row.Код)).toEqual(CULTURE.map(({ code }) => code));
    for (const row of formerRows()) {
      const { Итог, Анкет, К3 } = shown[row.Код!]!;
      expect([row.Год, row.Итог, row.Анкет, row.Закреплено]).toEqual(['2026', Итог, Анкет, '20.05.2026']);
      expect(number(row.К3!)).toBeCloseTo(number(К3!), 1);
      expect(number(row['Ошибка итога']!)).toBeGreaterThan(0);
      expect(row.Методика).toMatch(/: культура; по умолчанию.*не утверждена; округление «точно»; без ответов «н\/д»$/);
    }
    expect(desk.lastOutcome()).toBe(
      `Итоги за 2026 год закреплены 20.05.2026: учреждений ${CULTURE.length}, анкет ${desk.answers.length}.`,
    );
  });

  test('keeps no share of fewer than ten answers and nothing that would give it away', () => {
    let left = 0;
    for (const row of formerRows()) {
      for (const [, answered] of row.Ответы!.matchAll(/\/(\d+)/g)) {
        expect(Number(answered)).toBeGreaterThanOrEqual(HIDDEN_BELOW);
      }
      const few = desk.sheet('Свод').find(([code, question]) => code === row.Код && question === 'q8')!;
      if (Number(few[4]) > 0 && Number(few[4]) < HIDDEN_BELOW) {
        left += 1;
        expect(row.Показатели).not.toMatch(/(^|; )3\./);
      }
    }
    expect(left).toBeGreaterThan(0);
  });

  test('done again asks, replaces the rows of the same year and leaves other years and notes alone', async () => {
    const before = formerRows();
    const typed = ['2024', CULTURE[0]!.code, CULTURE[0]!.name, '', '', '', '', '', '', '70,5'];
    desk.type(FORMER, before.length + 2, 1, [typed]);
    desk.type(FORMER, 2, columnOf(FORMER, 'Примечание'), [['сверено с отчётом']]);
    const [said] = await asked('menuCloseYear', 'YES');
    expect(said).toContain(`уже есть строки за 2026 год: ${CULTURE.length}, закреплены 20.05.2026. Они будут заменены`);
    const after = formerRows();
    expect(after.filter((row) => row.Год === '2026')).toEqual(
      before.map((row, at) => (at === 0 ? { ...row, Примечание: 'сверено с отчётом' } : row)),
    );
    expect(after.filter((row) => row.Год !== '2026').map((row) => [row.Год, row.Код, row.Итог])).toEqual([
      ['2024', CULTURE[0]!.code, '70,50'],
    ]);
  });
});

describe('«Рейтинг» beside former years', () => {
  test('the frozen year is not compared with itself, but with the one before it', () => {
    const [first, ...others] = CULTURE;
    const shown = rated();
    expect(shown[first!.code]).toMatchObject({
      'Прошлый год': '70,50',
      'Значимо ли': 'значимость неизвестна; к 2024 году; методика не сверена',
    });
    for (const { code } of others) expect(shown[code]).toMatchObject({ 'Прошлый год': '', 'Значимо ли': '' });
  });

  test('the same answers a year later are no significant change anywhere', () => {
    setYear('2027');
    for (const { code } of CULTURE) {
      const row = rated()[code]!;
      expect(row).toMatchObject({ 'Прошлый год': row.Итог, 'Значимо ли': 'значимого изменения нет' });
      expect(number(row.Изменение!)).toBe(0);
    }
  });

  test('next year’s answers show who rose and who fell, by how much, and who did not change', async () => {
    const frozen = Object.fromEntries(
      formerRows()
        .filter((row) => row.Год === '2026')
        .map((row) => [row.Код, number(row.Итог!)]),
    );
    const answers = desk.sheet('Ответы');
    const firstQuestion = answers[0]!.indexOf('Вопрос 1');
    // Filters stay as they were, so that the same people are asked: q1, q3, q7 and q11 branch.
    const isFilter = (at: number): boolean => [0, 2, 6, 10].includes(at - firstQuestion);
    const changed = answers.slice(1).map((row) =>
      row.map((cell, at) => {
        if (at < firstQuestion || isFilter(at) || !/^(Да|Нет)$/.test(cell)) return cell;
        if (row[1] === 'village') return 'Да';
        return row[1] === 'library' ? 'Нет' : cell;
      }),
    );
    desk.type('Ответы', 2, 1, changed);
    await desk.choose(['Опрос', 'Пересчитать свод']);
    const shown = rated();
    for (const { code } of CULTURE) {
      expect(shown[code]!['Прошлый год']).toBe(frozen[code]!.toFixed(2).replace('.', ','));
      expect(number(shown[code]!.Изменение!)).toBeCloseTo(number(shown[code]!.Итог!) - frozen[code]!, 1);
    }
    const words = Object.fromEntries(Object.entries(shown).map(([code, row]) => [code, row['Значимо ли']]));
    expect(words).toEqual({
      village: '↑ выросло',
      library: '↓ снизилось',
      club: 'значимого изменения нет',
      museum: 'значимого изменения нет',
    });
    expect(shown.village!.Изменение).toMatch(/^\+\d/);
    expect(shown.library!.Изменение).toMatch(/^−\d/);
  });

  test('the panel shows the change of the total, of each indicator and of each question', async () => {
    const { value, error } = await desk.workspace.run('explainInstitution', ['village'], { kind: 'html' });
    expect(error).toBeUndefined();
    const page = value as ExplanationPage;
    expect(page.change).toMatch(/^2026 год: \d+,\d\d\. Изменение \+\d+,\d\d \(от \+\d.* до \+\d.*\): ↑ выросло\.$/);
    const indicators = page.criteria.flatMap((criterion) => criterion.indicators);
    const last = indicators.find(({ code }) => code === '5.3')!;
    expect(last.change).toMatch(/^2026 год: \d+,\d\d, изменение \+\d/);
    expect(last.answers[0]!.change).toMatch(
      /^2026 год: да — \d+ из \d+ \(.* %\)\. Изменение \+.* п\. п\. \(от .* до .*\): /,
    );
    expect(indicators.find(({ code }) => code === '2.1')!.change).toContain('по осмотру, случайной погрешности нет');
    // What is hidden has no change either.
    for (const one of indicators.filter(({ points }) => points === 'скрыто')) {
      expect([one.change, ...one.answers.map(({ change }) => change)].join('')).toBe('');
    }
  });

  test('other weights since then are said beside the word', async () => {
    const method = desk.sheet('Методика');
    const weight = method[0]!.indexOf('Вес') + 1;
    const row = (code: string): number => method.findIndex((cells) => cells[1] === code) + 1;
    const [was, also] = ['5.1', '5.2'].map((code) => method[row(code) - 1]![weight - 1]!);
    desk.type('Методика', row('5.1'), weight, [['0,2']]);
    desk.type('Методика', row('5.2'), weight, [['0,3']]);
    expect(rated().museum!['Значимо ли']).toBe('значимого изменения нет; методика другая, сравнение условно');
    desk.type('Методика', row('5.1'), weight, [[was!]]);
    desk.type('Методика', row('5.2'), weight, [[also!]]);
    expect(rated().museum!['Значимо ли']).toBe('значимого изменения нет');
  });
});

describe('what a person may have typed wrong', () => {
  test('text instead of a number and two rows of a year are said in the row, the other rows go on', async () => {
    const rows = desk.sheet(FORMER);
    const at = (code: string): number => rows.findIndex((cells) => cells[0] === '2026' && cells[1] === code) + 1;
    const total = columnOf(FORMER, 'Итог');
    const [club, museum] = [at('club'), at('museum')];
    const was = rows[club - 1]![total - 1]!;
    desk.type(FORMER, club, total, [['восемьдесят']]);
    desk.type(FORMER, rows.length + 1, 1, [rows[museum - 1]!.slice(0, 10), ['2026', 'закрыто', 'Закрытый клуб']]);
    const shown = rated();
    expect(shown.club!['Значимо ли']).toBe(`«Прошлые рейтинги», строка ${club}, «Итог»: нужно число`);
    expect(shown.museum!['Значимо ли']).toBe('две строки за 2026 год на листе «Прошлые рейтинги»');
    expect(shown.village!['Значимо ли']).toBe('↑ выросло');
    const health = (await asked('menuCheckHealth', 'OK')).join('\n');
    expect(health).toContain(`«восемьдесят». Где: Прошлые рейтинги!J${club}`);
    expect(health).toContain(`строка ${rows.length + 1}: 2026 год для «museum» уже есть в строке ${museum}`);
    expect(health).toContain(`строка ${rows.length + 2}: учреждения «закрыто» нет на листе «Учреждения»`);
    desk.type(FORMER, club, total, [[was]]);
    const blank = rows[0]!.map(() => '');
    desk.type(FORMER, rows.length + 1, 1, [blank, blank]);
    expect(rated().club!['Значимо ли']).toBe('значимого изменения нет');
  });
});

test('the Council’s report has the table of changes, with the same words and figures as the sheet', async () => {
  await desk.choose(['Документы', 'Отчёт Общественному совету']);
  const { value, error } = await desk.workspace.run('testDoor', [
    `() => DocumentApp.openById(/[-\\w]{25,}|d\\/([^/]+)/.exec(SpreadsheetApp.getActiveSpreadsheet()
      .getSheetByName('Документы').getDataRange().getValues().slice(-1)[0][2])[1]).getBody().getText()`,
  ]);
  expect(error).toBeUndefined();
  const text = String(value);
  const section = text.slice(text.indexOf('Изменение к прошлой оценке'));
  const shown = rated();
  for (const { code, name } of CULTURE) {
    const row = shown[code]!;
    const lines = section.slice(section.indexOf(name)).split('\n');
    expect(lines.slice(1, 4)).toEqual([`${row['Прошлый год']} (2026)`, row.Итог, row.Изменение]);
    expect(lines[5]).toBe(row['Значимо ли']);
  }
  const sentence = section.split('\n').find((line) => line.startsWith('Итог значимо вырос'))!;
  const name = (code: string): string => CULTURE.find((one) => one.code === code)!.name;
  expect(sentence).toContain(`Итог значимо вырос: ${name('village')}. Итог значимо снизился: ${name('library')}.`);
  expect(sentence).toContain('У остальных, которые можно сравнить (2), значимого изменения нет.');
  expect(sentence).toContain('С поправкой Холма на число сравнений вывод сохраняется');
}, 60_000);

describe('going over to the next year', () => {
  test('reminds of a rating that was not frozen, and only of such a one', async () => {
    desk.type('Планы', 2, 1, [['П1', 'План', '2027']]);
    const [open] = await asked('menuChangeYear', 'NO');
    expect(open).toContain('Итоги рейтинга за 2027 год не закреплены');
    desk.type('Планы', 2, 3, [['2026']]);
    const [closed] = await asked('menuChangeYear', 'NO');
    expect(closed).toContain('2026 год → 2027 год');
    expect(closed).not.toContain('не закреплены');
    const kept = formerRows();
    await asked('menuChangeYear', 'YES');
    expect(formerRows()).toEqual(kept);
  });
});

describe('places within a type', () => {
  test('stand under the districts for types of two institutions or more', async () => {
    const type = columnOf('Учреждения', 'Тип');
    const kinds: Record<string, string> = { club: 'клуб', village: 'клуб', library: 'библиотека', museum: '' };
    desk.type(
      'Учреждения',
      2,
      type,
      CULTURE.map(({ code }) => [kinds[code]!]),
    );
    expect(desk.sheet(RATING).some((cells) => cells[0] === 'Место в типе')).toBe(false);
    await desk.choose(['Рейтинг', 'Обновить лист «Рейтинг»']);
    const sheet = desk.sheet(RATING);
    const title = sheet.findIndex((cells) => cells[0] === 'Культура: клуб');
    const block = sheet.slice(title + 1, title + 4);
    expect(block[0]!.slice(0, 2)).toEqual(['Место в типе', 'Учреждение']);
    const shown = rated();
    const clubs = ['club', 'village'].sort((a, b) => number(shown[b]!.Итог!) - number(shown[a]!.Итог!));
    expect(block.slice(1).map((cells) => [cells[0], cells[7]])).toEqual(
      clubs.map((code, at) => [String(at + 1), shown[code]!.Итог]),
    );
    expect(sheet.some((cells) => cells[0] === 'Культура: библиотека')).toBe(false);
  });

  test('the report does not take a block of a type for a sphere', async () => {
    await desk.choose(['Документы', 'Отчёт Общественному совету']);
    expect(desk.lastOutcome()).not.toContain('Не получилось');
    const { value } = await desk.workspace.run('testDoor', [
      `() => DocumentApp.openById(/d\\/([^/]+)/.exec(SpreadsheetApp.getActiveSpreadsheet()
        .getSheetByName('Документы').getDataRange().getValues().slice(-1)[0][2])[1]).getBody().getText()`,
    ]);
    expect(String(value)).toContain(`Оценивались учреждения: ${CULTURE.length}.`);
  });
});

test('a book made before has neither the sheet nor the column: «Подготовить таблицу» adds them and the rating is the same', async () => {
  setYear('2027');
  const totals = Object.fromEntries(Object.entries(rated()).map(([code, row]) => [code, row.Итог]));
  const type = columnOf('Учреждения', 'Тип');
  const { error } = await desk.workspace.run('testDoor', [
    `() => {
      const book = SpreadsheetApp.getActiveSpreadsheet();
      book.deleteSheet(book.getSheetByName('Прошлые рейтинги'));
      book.getSheetByName('Учреждения').deleteColumn(${type});
    }`,
  ]);
  expect(error).toBeUndefined();
  const [said] = await asked('menuRefreshRating', 'OK');
  expect(said).toContain('На листе «Учреждения» нет столбца «Тип». Выберите в меню «НОКО → Подготовить таблицу»');
  await desk.choose(['Подготовить таблицу']);
  expect(columnOf('Учреждения', 'Тип')).toBe(type);
  expect(desk.sheet('Учреждения')[1]!.slice(0, 4)).toEqual([
    ...[CULTURE[0]!.code, CULTURE[0]!.name, CULTURE[0]!.fullName, CULTURE[0]!.sphere],
  ]);
  await desk.choose(['Рейтинг', 'Обновить лист «Рейтинг»']);
  expect(Object.fromEntries(Object.entries(rated()).map(([code, row]) => [code, row.Итог]))).toEqual(totals);
  expect(rated().museum).toMatchObject({ 'Прошлый год': '', Изменение: '', 'Значимо ли': '' });
}, 60_000);
