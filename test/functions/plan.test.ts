import { planDeadline, planDues, planWorkday, planWorkdaysAfter } from '../../src/functions/plan.ts';

const day = (year: number, month: number, date: number) => new Date(year, month - 1, date);

describe('NOKO_DUES', () => {
  test('gives a column of dates without time', () => {
    expect(planDues('Ежеквартально', 2026)).toEqual([
      [day(2026, 3, 31)],
      [day(2026, 6, 30)],
      [day(2026, 9, 30)],
      [day(2026, 12, 31)],
    ]);
  });

  test('gives the dates that fall into the next year, before any shift', () => {
    expect(planDues('до 15 числа месяца, следующего за отчетным кварталом', 2026)).toEqual([
      [day(2026, 4, 15)],
      [day(2026, 7, 15)],
      [day(2026, 10, 15)],
      [day(2027, 1, 15)],
    ]);
    expect(planDues('ежегодно до 12 июня', 2026)).toEqual([[day(2026, 6, 12)]]);
  });

  test.each(['постоянно', '', '-', 'по графику', 'в течение 10 дней после заседания', 'до 15 пункта включительно'])(
    'gives one empty cell for «%s»',
    (phrase) => {
      expect(planDues(phrase, 2026)).toEqual([['']]);
    },
  );

  test('refuses what is impossible with the reason and a question', () => {
    expect(() => planDues('до 30 февраля', 2026)).toThrow(
      'В сроке «до 30 февраля» нет такой даты: 30 февраля не бывает. Какая дата имелась в виду?',
    );
    expect(() => planDues('26.04.1016 г.', 2026)).toThrow('Имелся в виду 2016?');
    expect(() => planDues('5 квартал', 2026)).toThrow('нет 5-го квартала: бывает от 1 до 4');
  });

  test('refuses what it does not understand and names the word', () => {
    expect(() => planDues('когда получится', 2026)).toThrow('Срок «когда получится» не понят: непонятно «когда»');
  });

  test('takes cells as the spreadsheet gives them: a range of one, a date made of «01.03.2026», a year as text', () => {
    expect(planDues([['май']], [['2026']])).toEqual([[day(2026, 5, 31)]]);
    expect(planDues(day(2026, 3, 1), 2026)).toEqual([[day(2026, 3, 1)]]);
  });

  test('refuses a wrong year and a range of several cells', () => {
    expect(() => planDues('май', 'год')).toThrow(
      'Год: «год» — не год плана. Нужен год от 1990 до 2099, например 2026.',
    );
    for (const year of [26, 20266, '', '2026 год', [['']], null])
      expect(() => planDues('май', year)).toThrow('не год плана');
    expect(() => planDues('май', day(1905, 7, 18))).toThrow('Год: «18.07.1905» — не год плана');
    expect(() => planDues([['май'], ['июнь']], 2026)).toThrow('нужна одна ячейка, а дано 2');
  });
});

describe('NOKO_DEADLINE', () => {
  test.each([
    ['ежегодно до 05 июня', 'ежегодно до 5 июня'],
    ['4 КВ.2012', 'IV квартал 2012 года'],
    [
      'Постоянно, отчет ежеквартально до 10 числа',
      'ежеквартально, до 10 числа месяца, следующего за отчётным кварталом; постоянно',
    ],
    ['не позднее, чем за три дня до его проведения', 'не позднее чем за 3 дня до его проведения'],
    ['', 'без срока'],
  ])('«%s» → «%s»', (phrase, words) => {
    expect(planDeadline(phrase)).toBe(words);
  });

  test('reads each cell of a range and names the row that it does not understand', () => {
    expect(planDeadline([['до 05 июня'], [''], ['4 КВ.2012']])).toEqual([
      ['до 5 июня'],
      ['без срока'],
      ['IV квартал 2012 года'],
    ]);
    expect(() => planDeadline([['до 05 июня'], ['хз']])).toThrow('Строка 2: Срок «хз» не понят');
  });
});

describe('NOKO_WORKDAY', () => {
  test.each([
    [day(2026, 6, 12), 'назад', day(2026, 6, 11)],
    ['12.06.2026', 'вперёд', day(2026, 6, 15)],
    ['2026-06-12', 'Вперед', day(2026, 6, 15)],
    [[['12.06.2026']], 'без', day(2026, 6, 12)],
  ] as const)('%s %s', (date, shift, expected) => {
    expect(planWorkday(date as never, shift)).toEqual(expected);
  });

  test('takes the calendar sheet: header, empty rows at its end, days as dates', () => {
    const sheet = [
      ['Дата', 'Рабочий', 'Почему'],
      [day(2026, 6, 11), 'выходной', 'городской праздник'],
      ['', '', ''],
    ];
    expect(planWorkday('12.06.2026', 'назад', sheet)).toEqual(day(2026, 6, 10));
  });

  test('counts a year without calendar by weekends and the holidays of each year', () => {
    expect(planWorkday('12.06.2027', 'назад')).toEqual(day(2027, 6, 11));
    expect(planWorkday('12.06.2027', 'вперёд')).toEqual(day(2027, 6, 15)); // Monday the 14th instead of Saturday
  });

  test('takes the serial number of a date, as a formula may give it: 46185 is 12 June 2026', () => {
    expect(planWorkday(46185, 'назад')).toEqual(day(2026, 6, 11));
    expect(planWorkday(46185.5, 'без')).toEqual(day(2026, 6, 12));
    expect(() => planWorkday(2026, 'назад')).toThrow('Дата: «2026» — не дата');
  });

  test('gives a day for each cell of a range, empty for an empty one, and names the row it refuses', () => {
    expect(planWorkday([['12.06.2026'], [''], [day(2026, 6, 14)]], 'назад')).toEqual([
      [day(2026, 6, 11)],
      [''],
      [day(2026, 6, 11)],
    ]);
    expect(() => planWorkday([['12.06.2026'], ['31.02.2026']], 'назад')).toThrow(
      'Строка 2: Дата: «31.02.2026» — не дата',
    );
  });

  test('takes the calendar without a header and with empty rows between, and refuses what is not one', () => {
    const sheet = [
      [day(2026, 6, 11), 'выходной', ''],
      ['', '', ''],
      ['10.06.2026', 'нерабочий', ''],
    ];
    expect(planWorkday('12.06.2026', 'назад', sheet)).toEqual(day(2026, 6, 9));
    expect(() => planWorkday('12.06.2026', 'назад', [['31.06.2026', 'выходной', '']])).toThrow(
      'Строка 1 календаря: «31.06.2026» — не дата',
    );
    expect(() => planWorkday('12.06.2026', 'назад', [[day(2026, 6, 11)]])).toThrow('непонятно, рабочий ли день');
    expect(() => planWorkday('12.06.2026', 'назад', 'календарь')).toThrow('Строка 1 календаря: «календарь» — не дата');
  });

  test('refuses a bad date, a bad word, a bad row of the calendar', () => {
    expect(() => planWorkday('31.02.2026', 'назад')).toThrow('Дата: «31.02.2026» — не дата');
    expect(() => planWorkday('12.06.2026', 'вбок')).toThrow(
      'Перенос: «вбок» не подходит. Выберите: вперёд, назад, без.',
    );
    expect(() => planWorkday('12.06.2026', 'назад', [['12.06.2026', 'хз', '']])).toThrow('Строка 1 календаря: «хз»');
  });

  test('an empty date gives an empty cell', () => {
    expect(planWorkday('', 'назад')).toBe('');
  });
});

describe('NOKO_WORKDAYS_AFTER', () => {
  test('three working days after 6 March 2026 are 12 March', () => {
    expect(planWorkdaysAfter(day(2026, 3, 6), 3)).toEqual(day(2026, 3, 12));
    expect(planWorkdaysAfter('06.03.2026', '3')).toEqual(day(2026, 3, 12));
  });

  test('counts back where n is negative, and 0 is the day itself', () => {
    expect(planWorkdaysAfter('12.03.2026', -3)).toEqual(day(2026, 3, 6));
    expect(planWorkdaysAfter('09.03.2026', 0)).toEqual(day(2026, 3, 9));
    expect(planWorkdaysAfter([['06.03.2026', '']], 3)).toEqual([[day(2026, 3, 12), '']]);
  });

  test('refuses a number of days that is not whole or beyond four years', () => {
    expect(() => planWorkdaysAfter('06.03.2026', 1e9)).toThrow('Нужно целое число от −1000 до 1000, например 10.');
    expect(() => planWorkdaysAfter('06.03.2026', true)).toThrow('Число дней: «true» не подходит');
    expect(() => planWorkdaysAfter('06.03.2026', 2.5)).toThrow('Число дней: «2.5» не подходит');
    expect(() => planWorkdaysAfter('06.03.2026', '')).toThrow('Число дней: «» не подходит');
  });
});
