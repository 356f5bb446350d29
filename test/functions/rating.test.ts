import fc from 'fast-check';
import {
  NOKO_CRITERIA,
  NOKO_GRADE,
  NOKO_INDICATOR,
  NOKO_RANKS,
  NOKO_RATING,
  NOKO_SAMPLE,
  NOKO_SHARE,
  NOKO_TALLY,
  NOKO_TERRITORY,
} from '../../src/functions/rating.ts';

const CODES = ['1.1', '1.2', '1.3', '2.1', '2.2', '2.3', '3.1', '3.2', '3.3', '4.1', '4.2', '4.3', '5.1', '5.2', '5.3'];
/** The club of the hand-worked example: К1 86,2 К2 74,5 К3 59,1 К4 95,2 К5 91,4, total 81,28. */
const CLUB = ['Клуб', 86, 90, 83.5, 80, '', 69, 40, 60, 77, 97, 95, 92, 91, 88, 93];
const HEADER = ['Учреждение', ...CODES];
const withCell = (row: readonly unknown[], code: string, value: unknown) =>
  row.map((cell, k) => (k === CODES.indexOf(code) + 1 ? value : cell)) as never[];

describe('NOKO_INDICATOR', () => {
  test.each([
    ['1.1', 'культура', [8, 10, 12, 13], 86.1538461538],
    ['1.2', 'культура', [2], 60],
    ['1.3', 'культура', [45, 50, 28, 40], 80],
    ['2.1', 'образование', [4], 80],
    ['2.2', 'образование', [80, 69], 74.5],
    ['2.2', 'здравоохранение, амбулаторно', [60, 72, 80], 75],
    ['2.3', 'социальное обслуживание', [45, 60], 75],
    ['3.3', 'исполнительские искусства', [7, 8], 87.5],
    ['5.3', 'здравоохранение, стационар', [1, 3], 33.3333333333],
  ])('%s, %s, %j → %d', (code, sphere, inputs, expected) => {
    expect(NOKO_INDICATOR(code, sphere, ...inputs)).toBeCloseTo(expected, 9);
  });

  test('the code may be a number, text with a comma, or the date a Russian spreadsheet makes of «1.3»', () => {
    for (const code of [1.3, '1,3', ' 1.3 ', new Date(2026, 2, 1)]) {
      expect(NOKO_INDICATOR(code, 'культура', 45, 50, 28, 40)).toBe(80);
    }
  });

  test('columns give a column', () => {
    expect(NOKO_INDICATOR('5.3', 'культура', [[45], [30], ['']], [[50], [40], ['']])).toEqual([[90], [75]]);
  });

  test('nobody answered: «н/д», which NOKO_CRITERIA takes back', () => {
    expect(NOKO_INDICATOR('3.3', 'культура', 0, 0)).toBe('н/д');
    expect(NOKO_INDICATOR('2.2', 'культура', 80, 'н/д')).toBe('н/д');
  });

  test('codes and spheres may be columns: each row by its own', () => {
    const [waiting, timely, answered] = [
      [[80], [60]],
      [[69], [72]],
      [[''], [80]],
    ];
    // Culture (80 + 69) / 2; social service (60 + 72/80 · 100) / 2.
    const spheres = [['культура'], ['социальное обслуживание'], ['']];
    expect(NOKO_INDICATOR('2.2', spheres, waiting, timely, answered)).toEqual([[74.5], [75]]);
    expect(NOKO_INDICATOR([['1.2'], ['2.1']], 'культура', [[2], [2]])).toEqual([[60], [40]]);
    expect(() => NOKO_INDICATOR('5.3', [['культура'], ['спорт']], [[1], [1]], [[1], [1]])).toThrow(
      'Сфера, строка 2: неизвестная сфера «спорт»',
    );
  });

  test.each([
    [['9.9', 'культура', 1], 'Код показателя: неизвестный показатель «9.9»'],
    [['1.2', 'спорт', 1], 'Сфера: неизвестная сфера «спорт». Выберите одну из: образование; культура;'],
    [['2.1', 'исполнительские искусства', 1], 'Показатель 2.1 для сферы «исполнительские искусства» не установлен'],
    [['5.3', 'культура', 51, 50], 'удовлетворены 51, а ответили только 50'],
    [['5.3', 'культура', -1, 50], 'Показатель 5.3, удовлетворены: нужно целое число не меньше 0, а стоит «-1»'],
    [['5.3', 'культура', 'много', 50], 'Показатель 5.3, удовлетворены: нужно целое число не меньше 0, а стоит «много»'],
    [['5.3', 'культура', '', 50], 'Показатель 5.3, удовлетворены: пустая ячейка'],
    [['5.3', 'культура', true, 50], 'нужно целое число не меньше 0, а стоит «ИСТИНА»'],
    // What a Russian spreadsheet makes of a typed «1.5».
    [['5.3', 'культура', new Date(2026, 4, 1), 50], 'нужно целое число не меньше 0, а стоит «01.05.2026»'],
    [['5.3', '', 1, 50], 'Сфера: пустая ячейка, нужно указать сферу (образование; культура;'],
    [['5.3', 'культура'], 'не хватает значений. Нужно: удовлетворены, ответили'],
    [['1.1', 'культура', 11, 10, 5, 13], 'найдено 11 единиц информации при нормативе 10'],
    [['2.2', 'социальное обслуживание', 120, 5, 10], 'баллы за время ожидания: баллы: 120 вне пределов 0–100'],
    [['5.3', 'культура', [[5], [6]], [[5], ['']]], 'строка 2, столбец «ответили»: пустая ячейка'],
    [
      ['5.3', 'культура', [[5], [6]], [[5], [5]]],
      'строка 2, столбец «удовлетворены»: удовлетворены 6, а ответили только 5',
    ],
  ])('%j is refused: %s', (args, message) => {
    expect(() => (NOKO_INDICATOR as (...some: unknown[]) => unknown)(...args)).toThrow(message);
  });
});

describe('NOKO_CRITERIA', () => {
  const result = ['Клуб', 86.2, 74.5, 59.1, 95.2, 91.4, 81.28];

  test('gives a header and a row an institution', () => {
    expect(NOKO_CRITERIA([HEADER, CLUB], 'культура')).toEqual([
      ['Учреждение', 'К1', 'К2', 'К3', 'К4', 'К5', 'Итог'],
      result,
    ]);
  });

  test('codes may be numbers and columns may stand in any order, with others between', () => {
    const order = [...CODES.keys()].reverse();
    const header = ['Имя', 'район', ...order.map((k) => Number(CODES[k]))];
    const row = ['Клуб', 'Центр', ...order.map((k) => CLUB[k + 1]!)];
    expect(NOKO_CRITERIA([header, row], 'культура')[1]).toEqual(result);
  });

  test('the name stands in the first column that is neither a code nor «№»', () => {
    expect(
      NOKO_CRITERIA(
        [
          [...CODES, 'Учреждение'],
          [...CLUB.slice(1), 'Клуб'],
        ],
        'культура',
      )[1],
    ).toEqual(result);
    const numbered = NOKO_CRITERIA(
      [
        ['№ п/п', ...HEADER],
        [1, ...CLUB],
      ],
      'культура',
    );
    expect(numbered).toEqual([['Учреждение', 'К1', 'К2', 'К3', 'К4', 'К5', 'Итог'], result]);
    expect(() =>
      NOKO_CRITERIA(
        [
          ['№', ...HEADER],
          [1, '', ...CLUB.slice(1)],
        ],
        'культура',
      ),
    ).toThrow('Строка 2, столбец 2');
  });

  test('2.2 is computed where its column is absent too, and used where given', () => {
    const without = (row: readonly unknown[]) => row.filter((_, k) => k !== 5) as never[];
    expect(NOKO_CRITERIA([without(HEADER), without(CLUB)], 'культура')[1]).toEqual(result);
    // 0.3 · 80 + 0.4 · 50 + 0.3 · 69 = 64.7
    expect(NOKO_CRITERIA([HEADER, withCell(CLUB, '2.2', 50)], 'культура')[1]![2]).toBe(64.7);
  });

  test('«минтруд» and «практика» round on the way', () => {
    expect(NOKO_CRITERIA([HEADER, CLUB], 'культура', 'минтруд')[1]).toEqual(['Клуб', 86, 74, 59, 95, 91, 81]);
    expect(NOKO_CRITERIA([HEADER, withCell(CLUB, '1.3', 83.625)], 'культура', 'практика')[1]).toEqual([
      ...['Клуб', 86.3, 74.5, 59.1, 95.2, 91.4, 81.3],
    ]);
  });

  test('spheres may be a column of the same height; performing arts need К1 and К3 only', () => {
    const theatre = ['Театр', 90, 100, 95, '', '', '', 20, 20, 40, '', '', '', '', '', ''];
    const table = NOKO_CRITERIA(
      [HEADER, CLUB, theatre, Array(16).fill('')],
      [['культура'], ['исполнительские искусства'], ['']],
    );
    expect(table.slice(1)).toEqual([result, ['Театр', 95, 60.5, 26, 60.5, 60.5, 60.5]]);
  });

  test('«н/д» of one indicator leaves its criterion and total «н/д», and other rows alone', () => {
    const [, hidden, whole] = NOKO_CRITERIA([HEADER, withCell(CLUB, '3.3', 'н/д'), CLUB], 'культура');
    expect(hidden).toEqual(['Клуб', 86.2, 74.5, 'н/д', 95.2, 91.4, 'н/д']);
    expect(whole).toEqual(result);
    expect(NOKO_CRITERIA([HEADER, withCell(CLUB, '3.3', 'н/д')], 'культура', '', 'исключить')[1]![3]).toBeCloseTo(
      36 / 0.7,
      9,
    );
  });

  test.each([
    ['', 'Строка 3, столбец «4.1»: пустая ячейка'],
    ['нет', 'Строка 3, столбец «4.1»: нужно число от 0 до 100, а стоит «нет»'],
    [-1, 'Строка 3, столбец «4.1»: баллы: -1 вне пределов 0–100'],
    [100.5, 'Строка 3, столбец «4.1»: баллы: 100,5 вне пределов 0–100'],
  ])('a cell «%s» is refused with its row and column', (cell, message) => {
    expect(() => NOKO_CRITERIA([HEADER, CLUB, withCell(CLUB, '4.1', cell)], 'культура')).toThrow(message);
  });

  test('a missing or doubled column, a wrong word or height are refused', () => {
    const cut = (row: readonly unknown[]) => row.slice(0, -1) as never[];
    expect(() => NOKO_CRITERIA([cut(HEADER), cut(CLUB)], 'культура')).toThrow('Нет столбца «5.3»');
    expect(() =>
      NOKO_CRITERIA(
        [
          [...HEADER, '5,3'],
          [...CLUB, 1],
        ],
        'культура',
      ),
    ).toThrow('столбец «5.3» встречается дважды');
    expect(() => NOKO_CRITERIA([HEADER, CLUB], 'культура', 'округло')).toThrow(
      '«округло» не подходит. Выберите: «точно»',
    );
    expect(() => NOKO_CRITERIA([HEADER, CLUB], [['культура'], ['культура']])).toThrow('строк 2, а нужно 1');
    expect(() => NOKO_CRITERIA([HEADER, CLUB, CLUB], [['культура'], ['спорт']])).toThrow('Сфера, строка 2');
    // A column with only its first row filled in is not one word for all.
    expect(() => NOKO_CRITERIA([HEADER, CLUB, CLUB], [['культура'], ['']])).toThrow(
      'Сфера, строка 2, столбец 1: пустая ячейка, нужно указать сферу',
    );
    expect(() => NOKO_CRITERIA([CLUB], 'культура')).toThrow(
      'Строка 1: нет столбца «1.1». Добавьте его в таблицу вместе с заголовком.',
    );
  });

  test('the order of rows does not matter', () => {
    const cell = fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10);
    const table = fc.array(fc.array(cell, { minLength: 15, maxLength: 15 }), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(table, (rows) => {
        const named = rows.map((row, k) => [`у${k}`, ...row]);
        const forward = NOKO_CRITERIA([HEADER, ...named], 'образование').slice(1);
        expect(
          NOKO_CRITERIA([HEADER, ...[...named].reverse()], 'образование')
            .slice(1)
            .reverse(),
        ).toEqual(forward);
      }),
    );
  });
});

describe('NOKO_RATING', () => {
  test('rank, interval ±1,96 errors, rank set and grade; ties share a rank', () => {
    const table = NOKO_RATING([
      ['А', 90, 1],
      ['Б', 80, 1],
      ['В', 80, 1],
      ['Г', 55, 1],
      ['', '', ''],
    ]);
    expect(table).toEqual([
      ['А', 90, 1, expect.closeTo(88.04, 3), expect.closeTo(91.96, 3), 1, 1, 'отлично'],
      ['Б', 80, 2, expect.closeTo(78.04, 3), expect.closeTo(81.96, 3), 2, 3, 'хорошо'],
      ['В', 80, 2, expect.closeTo(78.04, 3), expect.closeTo(81.96, 3), 2, 3, 'хорошо'],
      ['Г', 55, 4, expect.closeTo(53.04, 3), expect.closeTo(56.96, 3), 4, 4, 'удовлетворительно'],
    ]);
  });

  test('an empty error means unknown: no interval, any rank', () => {
    expect(
      NOKO_RATING([
        ['А', 90, ''],
        ['Б', 80, 0],
      ]),
    ).toEqual([
      ['А', 90, 1, '', '', 1, 2, 'отлично'],
      ['Б', 80, 2, 80, 80, 1, 2, 'хорошо'],
    ]);
  });

  test('with the number of answers the interval is Student’s: 20 answers, 2,093 errors', () => {
    expect(NOKO_RATING([['А', 80, 1, 20]])[0]![3]).toBeCloseTo(80 - 2.0930241, 6);
  });

  test('«н/д» stays in its row and takes no rank', () => {
    expect(
      NOKO_RATING([
        ['А', 'н/д', ''],
        ['Б', 80, 1],
      ]),
    ).toEqual([
      ['А', 'н/д', '', '', '', '', '', 'н/д'],
      ['Б', 80, 1, expect.any(Number), expect.any(Number), 1, 1, 'хорошо'],
    ]);
  });

  test('the level may be 0,95, 95 or «95 %»', () => {
    const low = (level: number | string) => NOKO_RATING([['А', 80, 1]], level)[0]![3];
    expect([95, '95 %', '0,95'].map(low)).toEqual([low(0.95), low(0.95), low(0.95)]);
    expect(low(0.99)).toBeCloseTo(80 - 2.5758, 3);
    expect(() => low(0)).toThrow('Уровень доверия');
    expect(() => low(1)).toThrow('1 вне пределов 0,5–0,9999');
  });

  test.each([
    [['', 90, 1], 'Строка 2, столбец 1: пустая ячейка'],
    [['А', '', 1], 'Строка 2, столбец 2: пустая ячейка'],
    [['А', 'девяносто', 1], 'Строка 2, столбец 2: нужно число от 0 до 100, а стоит «девяносто»'],
    [['А', -5, 1], 'Строка 2, столбец 2: баллы: -5'],
    [['А', 90, -1], 'Строка 2, столбец 3: стандартная ошибка: -1'],
    [['А', 90, 'мала'], 'Строка 2, столбец 3: нужно число, стандартная ошибка, а стоит «мала»'],
    [['А', 90, 1, -5], 'Строка 2, столбец 4: нужно целое число не меньше 0, а стоит «-5»'],
  ])('%j is refused with its row and column', (row, message) => {
    expect(() => NOKO_RATING([['Б', 80, 1], row])).toThrow(message);
  });
});

describe('the other functions', () => {
  test('NOKO_RANKS gives rank, simultaneous set and marginal set a row', () => {
    expect(NOKO_RANKS([[90], [60], [30], ['']], [[1], [1], [1], ['']])).toEqual([
      [1, 1, 1, 1, 1],
      [2, 2, 2, 2, 2],
      [3, 3, 3, 3, 3],
    ]);
    expect(() => NOKO_RANKS([[90], [60]], [[1]])).toThrow('строк 1, а нужно 2');
    expect(() => NOKO_RANKS([[90], [60]], [[1], ['']])).toThrow('Ошибки, строка 2, столбец 1: пустая ячейка');
    expect(() => NOKO_RANKS([[''], ['']], [[''], ['']])).toThrow('нет ни одной заполненной строки');
    expect(() => NOKO_RATING([['', '', '']])).toThrow('нет ни одной заполненной строки');
    expect(() => NOKO_RANKS([[90], [60]], [[1], ['мало']])).toThrow('Ошибки, строка 2, столбец 1');
    expect(() => NOKO_RANKS([[90]], [[1]], 0.95, 5)).toThrow('Число розыгрышей: 5');
  });

  test('NOKO_SHARE: 0 of 20 is 0 % with 0–16,1 % (Newcombe 1998); columns give rows', () => {
    expect(NOKO_SHARE(0, 20)).toEqual([[0, 0, expect.closeTo(16.11, 2)]]);
    expect(NOKO_SHARE([[81], [15]], [[263], [148]])).toEqual([
      [expect.closeTo(30.798, 3), expect.closeTo(25.53, 2), expect.closeTo(36.62, 2)],
      [expect.closeTo(10.135, 3), expect.closeTo(6.24, 2), expect.closeTo(16.05, 2)],
    ]);
    expect(NOKO_SHARE(20, 20, 20)).toEqual([[100, 100, 100]]);
    expect(NOKO_SHARE(0, 0)).toEqual([['н/д', 'н/д', 'н/д']]);
    expect(() => NOKO_SHARE(5, 20, 10)).toThrow('Ответили 20, а получателей услуг только 10');
    expect(() => NOKO_SHARE(21, 20)).toThrow('Удовлетворены 21, а ответили только 20');
  });

  test('NOKO_SAMPLE and NOKO_GRADE take a value or a column', () => {
    expect(NOKO_SAMPLE(1000)).toBe(400);
    expect(NOKO_SAMPLE([[100], [''], [1501], ['']])).toEqual([[40], [''], [600]]);
    // An open range that has nothing yet shows nothing.
    expect([NOKO_SAMPLE([[''], ['']]), NOKO_GRADE([['']])]).toEqual(['', '']);
    expect(() => NOKO_SAMPLE('')).toThrow('Пустая ячейка');
    expect(() => NOKO_SAMPLE([[5], [-1]])).toThrow('Строка 2, столбец 1');
    expect(NOKO_GRADE(80.5)).toBe('хорошо');
    expect(NOKO_GRADE(80.5, 'округлить')).toBe('отлично');
    expect(NOKO_GRADE([[95], ['н/д'], [12]])).toEqual([['отлично'], ['н/д'], ['неудовлетворительно']]);
    expect(() => NOKO_GRADE(101)).toThrow('вне пределов 0–100');
  });

  test('NOKO_TALLY counts raw answers with the branches of the official questions', () => {
    const answers = [
      ['ш1', 'Да', 'Да'],
      ['ш1', 'Нет', 'Да'], // after «Нет» question 8 is not asked, so its answer is not counted
      ['ш2', '', 'Нет'],
      ['', '', ''],
    ];
    expect(NOKO_TALLY(answers, [['Вопрос 7', 'вопрос 8']]).map((row) => row.slice(2))).toEqual(
      NOKO_TALLY(answers, [['q7', 'q8']]).map((row) => row.slice(2)),
    );
    expect(NOKO_TALLY(answers, [['q7', 'q8']])).toEqual([
      ['Учреждение', 'Вопрос', 'Да', 'Нет', 'Ответили'],
      ['ш1', 'q7', 1, 1, 2],
      ['ш1', 'q8', 1, 0, 1],
      ['ш2', 'q7', 0, 0, 0],
      ['ш2', 'q8', 0, 1, 1],
    ]);
  });

  test('NOKO_TALLY counts any yes-no questions, and refuses other words with their cell', () => {
    const cells = [['да'], ['Нет'], [true], ['Нет (с опозданием)'], ['']];
    expect(NOKO_TALLY(cells, 'Понравилось?')).toEqual([
      ['Вопрос', 'Да', 'Нет', 'Ответили'],
      ['Понравилось?', 2, 2, 4],
    ]);
    expect(() =>
      NOKO_TALLY(
        [
          ['Да', 'Да'],
          ['Да', 'наверное'],
        ],
        [['а', 'б']],
      ),
    ).toThrow('Строка 2, столбец 2: «наверное»');
  });

  test('NOKO_TALLY passes over empty columns of open ranges, and refuses answers without a question', () => {
    const counted = [
      ['Вопрос', 'Да', 'Нет', 'Ответили'],
      ['q7', 1, 0, 1],
      ['q9', 0, 1, 1],
    ];
    expect(NOKO_TALLY([['Да', 'Нет', '', '']], [['q7', 'q9', '', '']])).toEqual(counted);
    expect(NOKO_TALLY([['Да', 'Нет', '', '']], [['q7', 'q9']])).toEqual(counted);
    expect(NOKO_TALLY([['ш1', 'Да', '']], [['q7', 'q9']])[1]).toEqual(['ш1', 'q7', 1, 0, 1]);
    expect(() => NOKO_TALLY([['Да', 'Да']], [['q7', '']])).toThrow('Ответы: столбцов 2, а нужно 1');
    expect(() => NOKO_TALLY([['Да', 'Да']], [['q7', '7']])).toThrow(
      'Вопросы, столбец 2: вопрос «7» встречается дважды',
    );
    expect(() => NOKO_TALLY([['Да', 'Да', 'Да']], [['q7', '', 'q9']])).toThrow('Вопросы, столбец 2: пустая ячейка');
    expect(() => NOKO_TALLY([['']], [['q7']])).toThrow('нет ни одной заполненной строки');
  });

  test('NOKO_TERRITORY is the mean of sphere means, in any order of columns', () => {
    const expected = [
      ['культура', 85, 2],
      ['образование', 70, 1],
      ['Территория', 77.5, 2],
    ];
    const rows: [string, number, string][] = [
      ['А', 80, 'культура'],
      ['Б', 90, 'культура'],
      ['В', 70, 'образование'],
    ];
    expect(NOKO_TERRITORY(rows)).toEqual(expected);
    expect(NOKO_TERRITORY(rows.map(([, score, sphere]) => [score, sphere]))).toEqual(expected);
    expect(NOKO_TERRITORY(rows.map(([, score, sphere]) => [sphere, score]))).toEqual(expected);
    expect(NOKO_TERRITORY(rows.map(([name, score, sphere]) => [name, sphere, score]))).toEqual(expected);
    expect(() =>
      NOKO_TERRITORY([
        ['А', 80, 'культура'],
        ['Б', '', 'культура'],
      ]),
    ).toThrow('Строка 2, столбец 2');
  });

  test('NOKO_TERRITORY: one sphere however it is spelt; a name that begins with a number is no score', () => {
    const spelt = [
      'здравоохранение, амбулаторно',
      'Здравоохранение , Амбулаторно',
      'здравоохранение,\u00a0амбулаторно',
    ];
    expect(NOKO_TERRITORY(spelt.map((sphere) => [60, sphere]))).toEqual([
      ['здравоохранение, амбулаторно', 60, 3],
      ['Территория', 60, 1],
    ]);
    expect(
      NOKO_TERRITORY([
        ['образование', 80, '5-я школа'],
        ['образование', 70, '2 школа'],
      ]),
    ).toEqual([
      ['образование', 75, 2],
      ['Территория', 75, 1],
    ]);
    // Both kinds of health care as one, as the order allows: a word of one's own.
    expect(NOKO_TERRITORY([['А', 80, 'здравоохранение']])).toEqual([
      ['здравоохранение', 80, 1],
      ['Территория', 80, 1],
    ]);
  });

  test.each([
    [['А', '', 'культура'], 'Строка 1, столбец 2: пустая ячейка'],
    [['А', 'нет', 'культура'], 'Строка 1, столбец 2: нужно число от 0 до 100, а стоит «нет»'],
    [['Название', 'Итог', 'Сфера'], 'Строка 1, столбец 2: нужно число от 0 до 100, а стоит «Итог»'],
    [['А', 80, ''], 'Строка 1, столбец 3: пустая ячейка, нужно указать сферу'],
  ])('NOKO_TERRITORY refuses a first row %j with its row and column', (row, message) => {
    expect(() => NOKO_TERRITORY([row, ['Б', 80, 'культура']])).toThrow(message);
  });
});
