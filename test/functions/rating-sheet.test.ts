import { checklistOf } from '../../src/domain/methodology/checklists.ts';
import { METHOD_COLUMNS, methodRows } from '../../src/domain/methodology/method-rows.ts';
import { order344 } from '../../src/domain/methodology/order-344.ts';
import { officialQuestionnaire } from '../../src/domain/survey/official-questionnaire.ts';
import { tallyLayout, tallyOf } from '../../src/domain/survey/tally.ts';
import { tallyRows } from '../../src/domain/survey/tally-rows.ts';
import { NOKO_CRITERIA, NOKO_RATING } from '../../src/functions/rating.ts';
import { NOKO_INDICATORS, NOKO_RESULTS } from '../../src/functions/rating-sheet.ts';
import { correlatedSample, lehmer } from '../domain/survey/respondents.ts';

const questionnaire = officialQuestionnaire('culture');
const layout = tallyLayout(questionnaire);
type Cells = (string | number | boolean)[][];

/** «Свод» of institutions of culture: code → number of answers and how pleased they are. */
function givenTally(samples: Record<string, [size: number, pleased: number]>): Cells {
  const next = lehmer(17);
  const answers = Object.entries(samples).flatMap(([code, [size, pleased]]) =>
    correlatedSample(questionnaire, code, size, pleased, next),
  );
  return tallyRows(tallyOf(layout, answers)).map((row) => [...row]);
}

/** Everything found, as an expert would mark it. */
const givenObservations = (...codes: string[]): Cells =>
  codes.flatMap((code) => checklistOf('culture').map((item) => [code, item.code, item.text, 'да']));

const register = (...codes: string[]) =>
  [
    codes.map((code) => [code]),
    codes.map((code) => [`Дом культуры ${code}`]),
    codes.map(() => ['культура']),
    codes.map(() => [1000]),
  ] as const;

const THREE = { а: [200, 0.9], б: [200, 0.6], в: [200, 0.88] } as Record<string, [number, number]>;
const column = (table: (string | number)[][], title: string) =>
  table.slice(1).map((row) => row[table[0]!.indexOf(title)]);

test('indicators, criteria and rating of the rating sheet agree with the single functions', () => {
  const tally = givenTally(THREE);
  const args = [tally, givenObservations('а', 'б', 'в'), ...register('а', 'б', 'в')] as const;
  const indicators = NOKO_INDICATORS(...args);
  const criteria = NOKO_CRITERIA(indicators, 'культура');
  const errors = column(indicators, 'Ошибка');
  const answers = column(indicators, 'Анкет');
  const rating = NOKO_RATING(criteria.slice(1).map((row, k) => [row[0]!, row[6]!, errors[k]!, answers[k]!]));
  const results = NOKO_RESULTS(...args);
  expect(column(results, 'Учреждение')).toEqual(['Дом культуры а', 'Дом культуры в', 'Дом культуры б']);
  for (const [name, score, rank, low, high, first, last, grade] of rating) {
    const row = results.find((one) => one[1] === name)!;
    expect([row[0], ...row.slice(7, 13)]).toEqual([rank, score, grade, low, high, first, last]);
    expect(row.slice(2, 7)).toEqual(criteria.find((one) => one[0] === name)!.slice(1, 6));
  }
  expect(column(results, 'Требуется')).toEqual([400, 400, 400]);
});

test('points come from the counts that «Свод» shows', () => {
  const tally = givenTally({ а: [100, 0.8] });
  const of = (question: string) => tally.find((row) => row[1] === question)!;
  const indicators = NOKO_INDICATORS(tally, givenObservations('а'), ...register('а'));
  const [yes, , answered] = of('q15').slice(2) as number[];
  expect(column(indicators, '5.3')).toEqual([expect.closeTo((100 * yes!) / answered!, 9)]);
  expect([column(indicators, '1.1'), column(indicators, '1.2'), column(indicators, '2.2')]).toEqual([
    [100],
    [100],
    [''],
  ]);
});

test('before any answer the table stands, with «н/д» and the reason in each row', () => {
  const results = NOKO_RESULTS([['', '', '', '', '', '']], [['', '', '', '']], ...register('а', 'б'));
  expect(results).toHaveLength(3);
  expect(column(results, 'Место')).toEqual(['н/д', 'н/д']);
  expect(column(results, 'Итог')).toEqual(['н/д', 'н/д']);
  expect(results[1]![results[1]!.length - 1]).toMatch(
    /не проверено экспертом: 1\.1, 1\.2, 2\.1, 3\.1, 3\.2; никто не ответил: 1\.3/,
  );
  expect(NOKO_RESULTS('', '', '', '', '')).toHaveLength(1);
});

test('an institution without answers does not disturb the ranks of the others', () => {
  const tally = givenTally(THREE);
  const observations = givenObservations('а', 'б', 'в', 'г');
  const whole = NOKO_RESULTS(tally, observations, ...register('а', 'б', 'в'));
  const withEmpty = NOKO_RESULTS(tally, observations, ...register('г', 'а', 'б', 'в'));
  expect(withEmpty.slice(0, 4)).toEqual(whole);
  expect(withEmpty[4]!.slice(0, 2)).toEqual(['н/д', 'Дом культуры г']);
});

test('the empty policy is applied and named in the note', () => {
  const tally = givenTally(THREE).map((row) => (row[0] === 'а' && row[1] === 'q8' ? ['а', 'q8', 0, 0, 0, ''] : row));
  const args = [tally, givenObservations('а', 'б', 'в'), ...register('а', 'б', 'в')] as const;
  const noteOf = (results: (string | number)[][]) =>
    String(results.find((row) => row[1] === 'Дом культуры а')!.slice(-1)[0]);
  expect(noteOf(NOKO_RESULTS(...args))).toContain('никто не ответил: 3.3 — не рассчитывается (н/д)');
  const excluded = NOKO_RESULTS(...args, '', '', 'исключить');
  expect(noteOf(excluded)).toContain('никто не ответил: 3.3 — исключается, веса остальных увеличены');
  expect(column(excluded, 'Итог')).not.toContain('н/д');
});

test('counts changed by hand keep their points, lose their error, and say so', () => {
  const tally = givenTally(THREE);
  const edited = tally.map((row) => (row[0] === 'а' && row[1] === 'q15' ? ['а', 'q15', 100, 0, 100, ''] : row));
  const indicators = NOKO_INDICATORS(edited, givenObservations('а', 'б', 'в'), ...register('а', 'б', 'в'));
  expect(column(indicators, '5.3')[0]).toBe(100);
  expect(column(indicators, 'Ошибка')[0]).toBe('н/д');
  expect(column(indicators, 'Примечание')[0]).toMatch(/изменён вручную/);
});

test('a count typed as text is a count in the first row too', () => {
  const tally = givenTally(THREE);
  const text = tally.map((row) => row.map((cell) => (typeof cell === 'number' ? String(cell) : cell)));
  const rest = [givenObservations('а', 'б', 'в'), ...register('а', 'б', 'в')] as const;
  expect(NOKO_RESULTS(text, ...rest)).toEqual(NOKO_RESULTS(tally, ...rest));
});

test.each([
  [[120, 0, 100], 'столбец 3: удовлетворены 120, а ответили только 100'],
  [[-1, 0, 100], 'столбец 3: нужно целое число не меньше 0, а стоит «-1»'],
  [[5, 0, ''], 'столбец 5: пустая ячейка'],
  [[5, 0, 'много'], 'столбец 5: нужно целое число не меньше 0, а стоит «много»'],
])('counts %j of «Свод» are refused with their row and column', (counts, message) => {
  const tally = givenTally(THREE);
  const at = tally.findIndex((row) => row[0] === 'б' && row[1] === 'q6');
  tally[at] = ['б', 'q6', ...counts, ''];
  const call = () => NOKO_RESULTS(tally, givenObservations('а', 'б', 'в'), ...register('а', 'б', 'в'));
  expect(call).toThrow(`Свод, строка ${at + 1}, ${message}`);
});

test('a code listed twice and recipients that are no count are refused with their row', () => {
  const [codes, names, spheres] = register('а', 'а');
  const args = [givenTally(THREE), givenObservations('а')] as const;
  expect(() => NOKO_RESULTS(...args, codes, names, spheres)).toThrow('Коды, строка 2: код «а» встречается дважды');
  const one = register('а').slice(0, 3) as [Cells, Cells, Cells];
  expect(() => NOKO_RESULTS(...args, ...one, [[-5]])).toThrow('Получатели, строка 1: нужно целое число не меньше 0');
});

test('«не требуется» lowers the norm: 8 of 8 on the stand and 11 of 11 on the site are 100', () => {
  const observations = checklistOf('culture').map((item) => [
    'а',
    item.code,
    item.text,
    item.mayBeAbsent ? 'не требуется' : 'да',
  ]);
  const indicators = NOKO_INDICATORS(givenTally({ а: [50, 0.8] }), observations, ...register('а'));
  expect(column(indicators, '1.1')).toEqual([100]);
});

test('where no norm is set, the list of the sheet is the norm, so an item added by hand counts', () => {
  const args = (observations: Cells) => {
    const [codes, names, , recipients] = register('а');
    const spheres: Cells = [['образование']];
    return [givenTally({ а: [50, 0.8] }), observations, codes, names, spheres, recipients] as const;
  };
  const stand = (found: string[]) => found.map((mark, k) => ['а', `стенд-${k + 1}`, '', mark]);
  const site = [['а', 'сайт-1', '', 'да']];
  // (2/4 + 1/1) / 2 and (3/5 + 1/1) / 2
  expect(column(NOKO_INDICATORS(...args([...stand(['да', 'да', 'нет', '']), ...site])), '1.1')).toEqual([75]);
  expect(column(NOKO_INDICATORS(...args([...stand(['да', 'да', 'нет', '', 'да']), ...site])), '1.1')).toEqual([80]);
});

test('a checklist prepared but not begun has not been checked', () => {
  const blank = givenObservations('а').map((row) => [...row.slice(0, 3), '']);
  const indicators = NOKO_INDICATORS(givenTally({ а: [50, 0.8] }), blank, ...register('а'));
  expect(column(indicators, '2.1')).toEqual(['н/д']);
  expect(column(indicators, 'Примечание')[0]).toContain('не проверено экспертом: 1.1, 1.2, 2.1, 3.1, 3.2');
});

test('an unfinished check is said beside the points it gives', () => {
  const observations = givenObservations('а').map((row) => (row[1] === 'сайт-13' ? [...row.slice(0, 3), ''] : row));
  const indicators = NOKO_INDICATORS(givenTally({ а: [50, 0.8] }), observations, ...register('а'));
  expect(column(indicators, '1.1')).toEqual([expect.closeTo((100 + 1200 / 13) / 2, 9)]);
  expect(column(indicators, 'Примечание')[0]).toContain('осмотр не закончен: сайт');
});

test('only the sphere asked for, and only those who take part', () => {
  const [codes, names, , recipients] = register('а', 'б', 'в');
  const spheres = [['культура'], ['образование'], ['культура']];
  const args = [givenTally(THREE), givenObservations('а', 'б', 'в'), codes, names, spheres, recipients] as const;
  expect(column(NOKO_RESULTS(...args, 'культура'), 'Учреждение').sort()).toEqual(['Дом культуры а', 'Дом культуры в']);
  const takesPart = [[true], [true], [false]];
  expect(column(NOKO_RESULTS(...args, 'культура', '', '', '', takesPart), 'Учреждение')).toEqual(['Дом культуры а']);
});

describe('a method from the sheet «Методика»', () => {
  const rowsOf = (change: (row: ReturnType<typeof methodRows>[number]) => object) =>
    methodRows(order344('culture'))
      .map((row) => ({ ...row, ...change(row) }))
      .map((row) => METHOD_COLUMNS.map((key) => row[key]));
  const args = [givenTally(THREE), givenObservations('а', 'б', 'в'), ...register('а', 'б', 'в')] as const;
  const results = (methods: Cells) => NOKO_RESULTS(...args, '', '', '', '', '', methods);

  test('as shipped gives what the order gives', () => {
    expect(results(rowsOf(() => ({})))).toEqual(NOKO_RESULTS(...args));
  });

  test('with another norm changes 1.1 of every institution', () => {
    const norm = rowsOf((row) => (row.code === '1.1' ? { norm: '20; 13' } : {}));
    // (10/20 + 13/13) / 2 = 75 instead of 100: К1 falls by 0.3 · 25 = 7.5
    const [before, after] = [column(NOKO_RESULTS(...args), 'К1'), column(results(norm), 'К1')] as number[][];
    expect(after!.map((value, k) => before![k]! - value)).toEqual(
      [7.5, 7.5, 7.5].map((value) => expect.closeTo(value, 9)),
    );
  });

  test('with weights that do not sum is refused with its cell and where the reason is told', () => {
    const broken = rowsOf((row) => (row.code === '1.2' ? { weight: 0.2 } : {}));
    const row = broken.findIndex((cells) => cells[1] === 'К1') + 1;
    expect(() => results(broken)).toThrow(
      `Методика, строка ${row}, столбец «Вес»: ошибка. Какая и как исправить, скажет «НОКО → Рейтинг → Проверить методику».`,
    );
  });
});
