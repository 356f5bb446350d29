/**
 * Every row of `demo/seeds/deadlines.tsv`, with the dates of the plan year 2026 worked out by hand from the
 * default readings of deadlines (a month → its last day, «до» inclusive, and so on), not from the program's output.
 */
import { readFileSync } from 'node:fs';
import { dueDates } from '../../../src/domain/plan/due-dates.ts';
import { parseDeadline } from '../../../src/domain/plan/parse-deadline.ts';

const QUARTERS = '31.03 30.06 30.09 31.12';
const MONTHS = '31.01 28.02 31.03 30.04 31.05 30.06 31.07 31.08 30.09 31.10 30.11 31.12';
const HALVES = '30.06 31.12';
const NONE = '';

/** Phrase → dates as `dd.mm` of 2026 or `dd.mm.yyyy`, or the code of the refusal. */
const EXPECTED: Readonly<Record<string, string | { refused: string }>> = {
  'ежегодно до 30 января': '30.01',
  'ежегодно до 20 февраля': '20.02',
  'ежегодно до 30 марта': '30.03',
  'ежегодно до 30 апреля': '30.04',
  'ежегодно до 29 мая': '29.05',
  'ежегодно до 05 июня': '05.06',
  'ежегодно до 12 июня': '12.06',
  'ежегодно до 12 июля': '12.07',
  'ежегодно до 12 сентября': '12.09',
  'ежегодно до 08 октября': '08.10',
  'ежегодно до 10 октября': '10.10',
  'ежегодно\\nдо 10 октября': '10.10',
  'до 15 пункта включительно': NONE,
  'Ежегодно, до 1 апреля соответствующего календарного года': '01.04',
  'Ежегодно, не позднее 1 февраля текущего года': '01.02',
  'Ежегодно, в течение I квартала текущего года': '31.03',
  'ежегодно, до 1 марта года, следующего за отчетным': '01.03.2027',
  'ежегодно в срок до 25 декабря': '25.12',
  'ежегодно, IV квартал': '31.12',
  'ежегодно, ноябрь': '30.11',
  '2 раза в год (до 1 июня, до 1 декабря)': '01.06 01.12',
  Ежегодно: '31.12',
  'Раз в год': '31.12',
  '1 раз в год': '31.12',
  'не чаще одного раза в год и не реже одного раза в три года': NONE,
  Ежеквартально: QUARTERS,
  '1 раз в квартал': QUARTERS,
  'раз в квартал': QUARTERS,
  'до 15 числа месяца, следующего за отчетным кварталом': '15.04 15.07 15.10 15.01.2027',
  'не реже одного раза в квартал': QUARTERS,
  Ежемесячно: MONTHS,
  'ежемесячно до 5 числа': '05.01 05.02 05.03 05.04 05.05 05.06 05.07 05.08 05.09 05.10 05.11 05.12',
  'ежемесячно, не позднее последнего календарного дня месяца': MONTHS,
  'Раз в полгода, не позднее 15 числа месяца, следующего за отчетным периодом': '15.07 15.01.2027',
  '1 раз в полугодие': HALVES,
  '1 раз в 2 месяца': '28.02 30.04 30.06 31.08 31.10 31.12',
  // Two occurrences a quarter: its middle and its end, as «2 раза в месяц» is the 15th and the last day.
  '2 раза в квартал': '15.02 31.03 15.05 30.06 15.08 30.09 15.11 31.12',
  // Every 14 days from the plan's start on 1 January.
  '1 раз в 2 недели':
    '15.01 29.01 12.02 26.02 12.03 26.03 09.04 23.04 07.05 21.05 04.06 18.06 02.07 16.07 30.07 13.08 27.08 10.09 24.09 08.10 22.10 05.11 19.11 03.12 17.12 31.12',
  ежедневно: NONE,
  постоянно: NONE,
  Постоянно: NONE,
  'По мере необходимости': NONE,
  'по мере поступления': NONE,
  'при наличии финансирования': NONE,
  своевременно: NONE,
  // Once in the plan year: due at its end, with a warning.
  единожды: '31.12',
  Декабрь: '31.12',
  Сентябрь: '30.09',
  ноябрь: '30.11',
  'март-апрель': '30.04',
  'III квартал 2014 года': '30.09.2014',
  '4 КВ.2012': '31.12.2012',
  '2,3,4 квартал': '30.06 30.09 31.12',
  'IV квартал 2016': '31.12.2016',
  'I-II квартал 2017 г.': '30.06.2017',
  '1 полугодие 2017 года': '30.06.2017',
  'первый квартал': '31.03',
  'с 13 февраля 2017 г.': NONE,
  '26.04.1016 г.': { refused: 'deadline.no-such-year' },
  '06.09.': '06.09',
  '20-24.11': '24.11',
  '26.09.14г': '26.09.2014',
  'до 15.09': '15.09',
  'до10.10': '10.10',
  'в срок до 01.07.2016': '01.07.2016',
  'до 15-го октября': '15.10',
  '2016-2018 годы': '31.12.2018',
  'в течение\\nгода': '31.12',
  'в течение учебного года': '31.05.2027',
  'в течение всего периода': NONE,
  'в течение 10 рабочих дней после заседания Общественного совета': NONE,
  'не позднее, чем за три дня до его проведения': NONE,
  'в месячный срок': NONE,
  'в двухнедельный срок': NONE,
  'в течение 30 календарных дней': NONE,
  'по итогам проведения НОК': NONE,
  'по окончании отчетного периода': NONE,
  'по плануРОО': NONE,
  'по положен.': NONE,
  'по графику': NONE,
  'в установленные сроки': NONE,
  '': NONE,
  '-': NONE,
  'Постоянно, отчет ежеквартально до 10 числа': '10.04 10.07 10.10 10.01.2027',
};

function iso(day: string): string {
  const [d, m, y = '2026'] = day.split('.');
  return `${y}-${m}-${d}`;
}

const rows = readFileSync('demo/seeds/deadlines.tsv', 'utf8')
  .split('\n')
  .slice(1)
  .filter((line) => line !== '')
  .map((line) => line.split('\t') as [string, string]);

test('every phrase of the table of deadlines has its dates written here, and no other', () => {
  expect(new Set(rows.map(([phrase]) => phrase))).toEqual(new Set(Object.keys(EXPECTED)));
});

test.each(rows)('«%s» (%s) is read as the table of deadlines says', (phrase) => {
  const expected = EXPECTED[phrase];
  const reading = parseDeadline(phrase, 2026);
  if (typeof expected === 'object') expect(reading.problem?.code).toBe(expected.refused);
  else {
    expect(reading.problem).toBeUndefined();
    expect(reading.deadline && dueDates(reading.deadline, 2026)).toEqual(
      expected === '' ? [] : expected?.split(' ').map(iso),
    );
  }
});

/** What kind a phrase without dates is of, by the table's second column. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  continuous: ['continuous'],
  continuous_vague: ['continuous'],
  daily: ['daily'],
  on_demand: ['on-demand'],
  conditional: ['conditional'],
  by_reference: ['by-reference'],
  rate_limit: ['rate-limit'],
  start_date: ['start-only'],
  empty: ['empty'],
  NOT_A_DEADLINE: ['not-a-deadline'],
  on_event: ['relative', 'on-demand'],
  relative_workdays: ['relative'],
  relative_before: ['relative'],
  relative_month: ['relative'],
  relative_days: ['relative'],
};

test.each(rows.filter(([, kind]) => KINDS[kind]))('«%s» gives no date because it is %s', (phrase, kind) => {
  const [part, ...others] = parseDeadline(phrase).deadline?.parts ?? [];
  expect(others).toEqual([]);
  expect(KINDS[kind]).toContain(part?.kind === 'open' ? part.reason : part?.kind);
});

test.each([
  [
    'в течение 10 рабочих дней после заседания Общественного совета',
    10,
    'workday',
    'after',
    'заседания Общественного совета',
  ],
  ['не позднее, чем за три дня до его проведения', 3, 'day', 'before', 'его проведения'],
  ['в месячный срок', 1, 'month', 'after', ''],
  ['в двухнедельный срок', 2, 'week', 'after', ''],
  ['в течение 30 календарных дней', 30, 'day', 'after', ''],
  ['по итогам проведения НОК', 0, 'day', 'after', 'по итогам проведения НОК'],
  ['по окончании отчетного периода', 1, 'day', 'after', 'окончания отчетного периода'],
])('«%s» waits for its event', (phrase, amount, unit, direction, event) => {
  expect(parseDeadline(phrase).deadline?.parts).toEqual([{ kind: 'relative', amount, unit, direction, event }]);
});

test.each([
  ['26.09.14г', 'year-differs'],
  ['III квартал 2014 года', 'year-differs'],
  ['с 13 февраля 2017 г.', 'start-only'],
  ['2 раза в квартал', 'assumed'],
  ['1 раз в 2 недели', 'assumed'],
  ['единожды', 'assumed'],
  ['до 15 пункта включительно', 'not-a-deadline'],
])('«%s» is read with a warning (%s)', (phrase, code) => {
  expect(parseDeadline(phrase, 2026).warnings?.map((warning) => warning.code)).toContain(code);
});

test('the year 1016 is refused with the likely year', () => {
  expect(parseDeadline('26.04.1016 г.').problem).toEqual({
    code: 'deadline.no-such-year',
    phrase: '26.04.1016 г.',
    year: 1016,
    guess: 2016,
  });
});

test('what is said plainly is read without a warning', () => {
  const plain = [
    'ежегодно до 30 января',
    'Ежеквартально',
    'Декабрь',
    'март-апрель',
    '1 раз в 2 месяца',
    '2 раза в месяц',
    '20-24.11',
  ];
  for (const phrase of plain) expect(parseDeadline(phrase, 2026).warnings).toEqual([]);
});
