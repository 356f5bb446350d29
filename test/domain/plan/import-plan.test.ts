import { readFileSync } from 'node:fs';
import { importPlan, importTable } from '../../../src/domain/plan/import-plan.ts';
import { mergeImport } from '../../../src/domain/plan/merge-import.ts';
import { partyKey, splitParties } from '../../../src/domain/plan/parties.ts';
import type { PlanDraft } from '../../../src/domain/plan/plan-line.ts';

const zori = importPlan(readFileSync('demo/seeds/polyarnye-zori.txt', 'utf8'));
const proletarsky = importPlan(readFileSync('demo/seeds/proletarsky-2016.txt', 'utf8'));

function line(draft: PlanDraft, key: string) {
  const found = draft.lines.find((l) => l.key === key);
  if (!found) throw new Error(`no line ${key}`);
  return found;
}

describe('plan of Polyarnye Zori', () => {
  test('has 16 lines: 1–13, 15–17; the missing 14 is noticed', () => {
    expect(zori.lines.map(({ number }) => number)).toEqual('1 2 3 4 5 6 7 8 9 10 11 12 13 15 16 17'.split(' '));
    expect(zori.doubts).toContainEqual({ code: 'number-gap', level: 'note', line: '15', about: '14' });
  });

  test('has four roman sections, with and without a full stop, without tags', () => {
    expect(zori.sections).toEqual([
      { number: 'I', title: 'Организационные мероприятия' },
      { number: 'II', title: 'Подготовка к проведению независимой оценки качества работы муниципальных учреждений' },
      { number: 'III', title: 'Проведение независимой оценки качества работы муниципальных учреждений' },
      { number: 'IV', title: 'Применение результатов независимой оценки качества работы муниципальных учреждений' },
    ]);
    expect(zori.lines.map(({ section }) => section?.number).join(' ')).toBe(
      'I I I II III III III III III IV IV IV IV IV IV IV',
    );
  });

  test('each line has its deadline phrase; the one broken by a page is joined', () => {
    expect(zori.lines.map(({ key, deadline }) => `${key}: ${deadline}`)).toEqual([
      '1: ежегодно до 30 января',
      '2: постоянно',
      '3: постоянно',
      '4: ежегодно до 20 февраля',
      '5: ежегодно до 30 марта',
      '6: ежегодно до 30 апреля',
      '7: ежегодно до 30 апреля',
      '8: ежегодно до 29 мая',
      '9: ежегодно до 05 июня',
      '10: ежегодно до 12 июня',
      '11: ежегодно до 12 июля',
      '12: ежегодно до 12 сентября',
      '13: ежегодно до 08 октября',
      '15: ежегодно до 10 октября',
      '16: постоянно',
      '17: ежегодно до 10 октября',
    ]);
  });

  test('a cell broken over pages is joined in its own column, a link keeps its text', () => {
    const third = line(zori, '3');
    expect(third.measure).toBe(
      'Контроль за размещением муниципальными учреждениями, оказывающими социальные услуги, информации на официальных сайтах в сети Интернет',
    );
    expect(third.expectedResult).toBe(
      'Актуализация информации для размещения (официальный сайт www.bus.gov.ru , официальные сайты учреждений, СМИ, прочие открытые источники информации)',
    );
    expect(third.responsible).toEqual([
      'Отдел образования администрации города Полярные Зори с подведомственной территорией',
      'МБУО ИМК РО',
      'образовательные организации',
    ]);
    expect([third.sourceFrom, third.sourceTo]).toEqual([11, 14]);
  });

  test('a reference to items inside a measure stays there', () => {
    expect(line(zori, '17').measure).toContain('до 15 пункта включительно');
  });

  test('a participle after a comma does not begin a new party', () => {
    expect(line(zori, '15').responsible).toEqual([
      'Учреждения в сферах образования, определенные для проведения независимой оценки качества',
    ]);
  });

  test('its title has no year, which is said', () => {
    expect(zori.title).toMatch(/^План мероприятий по проведению ежегодной .* с подведомственной территорией$/);
    expect(zori.year).toBeNull();
    expect(zori.doubts.map(({ code }) => code)).toContain('no-year');
  });
});

describe('plan of Proletarsky district', () => {
  test('has 7 lines, the first with four sub-lines without number', () => {
    expect(proletarsky.lines.map(({ key }) => key)).toEqual('1 1.1 1.2 1.3 1.4 2 3 4 5 6 7'.split(' '));
    expect(
      proletarsky.lines.filter(({ parent }) => parent === '1').map(({ number, measure }) => [number, measure]),
    ).toEqual([
      [null, 'МБУЗ «ЦРБ» Пролетарского района'],
      [null, 'Учреждения культуры'],
      [null, 'Учреждения образования'],
      [null, 'МБУ «ЦСО» Пролетарского района'],
    ]);
  });

  test('its deadlines stand where they are written', () => {
    expect(proletarsky.lines.map(({ deadline }) => deadline)).toEqual([
      '',
      'Декабрь',
      'Декабрь',
      'Декабрь',
      'Декабрь',
      'Ежеквартально',
      'Раз в год',
      'Ежегодно',
      'По мере необходимости',
      'Постоянно',
      'По мере необходимости',
    ]);
  });

  test('year from the title, approval and its date from above it', () => {
    expect(proletarsky.title).toBe(
      'План мероприятий по формированию независимой оценки качества работы муниципальных учреждений Пролетарского района, оказывающих социальные услуги населению на 2016 год',
    );
    expect([proletarsky.year, proletarsky.approvedOn, proletarsky.approval]).toEqual([
      2016,
      '2016-01-19',
      'Утвержден Общественным советом',
    ]);
  });

  const everyone = [
    'Общественный совет',
    'Районный отдел образования Администрации Пролетарского района',
    'Отдел культуры Администрации Пролетарского района',
    'МБУ «ЦСО»',
    'МБУЗ «ЦРБ» Пролетарского района',
    'УСЗН Пролетарского района',
  ];

  test('the list that runs down beside the sub-lines is one list for the line and each sub-line, and is shown as a doubt', () => {
    for (const key of ['1', '1.1', '1.2', '1.3', '1.4']) {
      expect(line(proletarsky, key).responsible).toEqual(everyone);
      expect(proletarsky.doubts.some((doubt) => doubt.code === 'list-shared' && doubt.line === key)).toBe(true);
    }
  });

  test('a party broken over pages is one party', () => {
    expect(line(proletarsky, '2').responsible).toEqual(everyone.slice(1));
    expect(line(proletarsky, '6').responsible).toEqual(everyone);
  });

  test('the same parties over all lines are few people', () => {
    const keys = new Set(proletarsky.lines.flatMap(({ responsible }) => responsible.map(partyKey)));
    expect(keys.size).toBe(7); // the six and the heads of working groups
  });
});

describe('parties', () => {
  test.each([
    ['ОУСЗН, УСЗН', ['ОУСЗН', 'УСЗН']],
    ['Отдел культуры, спорта и молодежной политики', ['Отдел культуры, спорта и молодежной политики']],
    ['Отдел по делам ГО, ЧС и мобилизации', ['Отдел по делам ГО, ЧС и мобилизации']],
    ['Отдел культуры Администрации \n Пролетарского района', ['Отдел культуры Администрации Пролетарского района']],
    ['Общественный совет;\nОтдел образования', ['Общественный совет', 'Отдел образования']],
    ['Общественный совет; общественный совет.', ['Общественный совет']],
    ['Иванова А.Б., директор; Петров В.Г.', ['Иванова А.Б., директор', 'Петров В.Г.']],
    ['Учреждения (школы, детские сады), УСЗН', ['Учреждения (школы, детские сады)', 'УСЗН']],
    ['МБУ ДО «ДШИ», МБУК «ЦБС».', ['МБУ ДО «ДШИ»', 'МБУК «ЦБС»']],
    ['', []],
    [' ; , .', []],
  ])('«%s» → %j', (cell, parties) => {
    expect(splitParties(cell)).toEqual(parties);
  });

  test('letter case, quotes and spaces do not make another party', () => {
    expect(partyKey('МБУ «ЦСО»')).toBe(partyKey('мбу  "ЦСО".'));
  });
});

describe('other tables', () => {
  test('columns in another order and under other titles are found', () => {
    const draft = importTable([
      ['Ответственные исполнители', 'Сроки', 'Содержание работы', '№'],
      ['Отдел', 'до 1 марта', 'Сделать', '1'],
    ]);
    expect(draft.lines).toMatchObject([
      { key: '1', measure: 'Сделать', deadline: 'до 1 марта', responsible: ['Отдел'], expectedResult: '' },
    ]);
  });

  test('a column that is missing is told, and a column that is not known', () => {
    const draft = importTable([
      ['№ п/п', 'Мероприятие', 'Срок исполнения', 'Примечание'],
      ['1', 'Сделать', 'май', 'важно'],
    ]);
    const told = draft.doubts.map(({ code, about }) => `${code} ${about}`);
    expect(told).toEqual(expect.arrayContaining(['column-missing responsible', 'column-unknown Примечание']));
  });

  test('a row of column numbers and an empty row are not lines', () => {
    const draft = importTable([
      ['№', 'Наименование мероприятий', 'Срок', 'Ответственный'],
      ['1', '2', '3', '4'],
      ['', '', '', ''],
      ['1.', 'Сделать', 'май', 'Отдел'],
    ]);
    expect(draft.lines.map(({ measure }) => measure)).toEqual(['Сделать']);
  });

  test('numbers that begin anew in each section get the section’s number into their keys', () => {
    const draft = importTable([
      ['№', 'Мероприятие', 'Срок'],
      ['I. Первый', '', ''],
      ['1', 'А', 'май'],
      ['II. Второй', '', ''],
      ['1', 'Б', 'июнь'],
    ]);
    expect(draft.lines.map(({ key }) => key)).toEqual(['I-1', 'II-1']);
  });

  test('a numbered sub-line belongs to the line of its number', () => {
    const draft = importTable([
      ['№', 'Мероприятие', 'Срок'],
      ['1', 'А', ''],
      ['1.1', 'Б', 'май'],
      ['1.2.', 'В', 'июнь'],
    ]);
    expect(draft.lines.map(({ key, parent }) => [key, parent])).toEqual([
      ['1', null],
      ['1.1', '1'],
      ['1.2', '1'],
    ]);
  });

  test('a cell in quotes with line breaks, as spreadsheets copy it, is one cell', () => {
    const draft = importPlan('№\tМероприятие\tСрок\tОтветственный\n1\t"Сделать\nдело"\tмай\t"Отдел ""А"""\n');
    expect(draft.lines).toMatchObject([{ measure: 'Сделать дело', responsible: ['Отдел "А"'] }]);
  });

  test('text without a table is refused, and a table without lines', () => {
    expect(() => importPlan('просто текст')).toThrow('plan.no-table');
    expect(() => importPlan('№\tМероприятие\tСрок\n')).toThrow('plan.no-lines');
  });

  test('text after the table is not imported, and is told', () => {
    const draft = importPlan('№\tМероприятие\tСрок\n1\tСделать\tмай\n\nНачальник отдела И.И. Иванов\n');
    expect(draft.lines).toHaveLength(1);
    expect(draft.doubts.map(({ code }) => code)).toContain('text-outside');
  });

  test('a signature in the first cell of a pasted range is not a section', () => {
    const draft = importTable([
      ['№', 'Мероприятие', 'Срок'],
      ['1', 'Сделать', 'май'],
      ['Начальник отдела И.И. Иванов', '', ''],
    ]);
    expect(draft.sections).toEqual([]);
    expect(draft.doubts).toContainEqual({
      code: 'text-outside',
      level: 'check',
      line: null,
      about: 'Начальник отдела И.И. Иванов',
    });
  });

  test('both plans read the same when pasted into a sheet as a range', () => {
    for (const [file, draft] of [
      ['polyarnye-zori', zori],
      ['proletarsky-2016', proletarsky],
    ] as const) {
      const rows = readFileSync(`demo/seeds/${file}.txt`, 'utf8')
        .split('\n')
        .map((row) => row.split('\t'));
      const width = Math.max(...rows.map((row) => row.length));
      const range = rows.map((row) => [...row, ...Array<string>(width - row.length).fill('')]);
      expect(importTable(range)).toEqual(draft);
    }
  });
});

describe('import again', () => {
  test('the same source changes nothing and doubles nothing', () => {
    const merge = mergeImport(zori.lines, zori.lines);
    expect([merge.added.length, merge.changed.length, merge.same.length, merge.missing.length]).toEqual([0, 0, 16, 0]);
    expect(merge.lines).toEqual(zori.lines);
  });

  test('a changed deadline updates its line, a new line is added, a line that is gone is kept and told', () => {
    const [first, second, ...rest] = zori.lines;
    const edited = [{ ...first!, deadline: 'до 1 февраля' }, ...rest, { ...second!, key: '18', number: '18' }];
    const merge = mergeImport(zori.lines, edited);
    expect(merge.changed.map(({ after, fields }) => [after.key, fields])).toEqual([['1', ['deadline']]]);
    expect(merge.added.map(({ key }) => key)).toEqual(['18']);
    expect(merge.missing.map(({ key }) => key)).toEqual(['2']);
    expect(new Set(merge.lines.map(({ key }) => key)).size).toBe(merge.lines.length);
  });
});
