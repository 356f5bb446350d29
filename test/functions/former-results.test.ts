/** `NOKO_RESULTS` beside results of former years: what the three columns say, and what bad rows do to them. */
import { checklistOf } from '../../src/domain/methodology/checklists.ts';
import { order344 } from '../../src/domain/methodology/order-344.ts';
import { rulesMark } from '../../src/domain/rating/year-change.ts';
import { officialQuestionnaire } from '../../src/domain/survey/official-questionnaire.ts';
import { tallyLayout, tallyOf } from '../../src/domain/survey/tally.ts';
import { tallyRows } from '../../src/domain/survey/tally-rows.ts';
import { NOKO_INDICATORS, NOKO_RESULTS } from '../../src/functions/rating-sheet.ts';
import { FORMER_TITLES } from '../../src/texts/former-results.ts';
import { correlatedSample, lehmer } from '../domain/survey/respondents.ts';

type Cells = (string | number | boolean)[][];
const questionnaire = officialQuestionnaire('culture');
const CODES = ['а', 'б', 'в'];
const next = lehmer(20260522);
const tally: Cells = tallyRows(
  tallyOf(
    tallyLayout(questionnaire),
    CODES.flatMap((code, at) => correlatedSample(questionnaire, code, 200, [0.9, 0.6, 0.8][at]!, next)),
  ),
).map((row) => [...row]);
const observations: Cells = CODES.flatMap((code) =>
  checklistOf('culture').map((item) => [code, item.code, item.text, 'да']),
);
const column = (values: (string | number)[]): Cells => values.map((value) => [value]);
const sheets = [
  tally,
  observations,
  column(CODES),
  column(CODES.map((code) => `Дом культуры ${code}`)),
  column(CODES.map(() => 'культура')),
  column(CODES.map(() => 1000)),
] as const;

const indicators = NOKO_INDICATORS(...sheets);
const errorOf = (name: string): number =>
  Number(indicators.find((row) => row[0] === name)![indicators[0]!.indexOf('Ошибка')]);
const plain = NOKO_RESULTS(...sheets);
const totalOf = (name: string): number => Number(plain.find((row) => row[1] === name)![7]);
const SAME = rulesMark(order344('culture'), 'exact', 'not-available');

interface Typed {
  year?: string | number;
  code?: string;
  name?: string;
  total?: string | number;
  error?: string | number;
  answers?: string | number;
  rules?: string;
}
const TITLES = Object.values(FORMER_TITLES);
/** Rows of the sheet as a person could have typed them. */
const written = (...rows: Typed[]): Cells => [
  [...TITLES],
  ...rows.map((row) => Object.keys(FORMER_TITLES).map((key) => (row as Record<string, string | number>)[key] ?? '')),
];

/** «Прошлый год», «Изменение», «Значимо ли» of an institution. */
function changeOf(name: string, former: Cells, year: string | number = 2026): unknown[] {
  const results = NOKO_RESULTS(...sheets, '', '', '', '', '', '', former, year);
  const at = results[0]!.indexOf('Прошлый год');
  return results.find((row) => row[1] === name)!.slice(at, at + 3);
}

const A = 'Дом культуры а';

test('the three columns stand before the note, and only where former results are given', () => {
  const [header] = NOKO_RESULTS(...sheets, '', '', '', '', '', '', written(), 2026);
  expect(header!.slice(-4)).toEqual(['Прошлый год', 'Изменение', 'Значимо ли', 'Примечание']);
  expect(plain[0]!.slice(-2)).toEqual(['Требуется', 'Примечание']);
  expect(plain.map((row) => row.slice(0, 15))).toEqual(
    NOKO_RESULTS(...sheets, '', '', '', '', '', '', written(), 2026).map((row) => row.slice(0, 15)),
  );
});

test('says that it rose, fell or did not change, by the same rules', () => {
  const now = totalOf(A);
  const before = (total: number) => written({ year: 2025, code: 'а', total, error: 1, answers: 150, rules: SAME });
  expect(errorOf(A)).toBeLessThan(2);
  expect(changeOf(A, before(now - 12))).toEqual([now - 12, expect.closeTo(12, 9), '↑ выросло']);
  expect(changeOf(A, before(now + 12))).toEqual([now + 12, expect.closeTo(-12, 9), '↓ снизилось']);
  expect(changeOf(A, before(now - 1))).toEqual([now - 1, expect.closeTo(1, 9), 'значимого изменения нет']);
});

test('numbers may be typed as «82,5», columns may stand in any order and others between them', () => {
  const [titles, row] = written({ year: '2025', code: 'а', total: '62,5', error: '1,0', answers: '150', rules: SAME });
  const turned: Cells = [
    ['Своё', ...titles!.reverse()],
    ['заметка', ...row!.reverse()],
  ];
  expect(changeOf(A, turned)).toEqual([62.5, expect.closeTo(totalOf(A) - 62.5, 9), '↑ выросло']);
});

test('a total alone gives the change without its significance', () => {
  expect(changeOf(A, written({ year: 2025, code: 'а', total: 70 }))[2]).toBe(
    'значимость неизвестна; методика не сверена',
  );
});

test('an earlier year and other rules are named beside the word', () => {
  const given = { code: 'а', total: 60, error: 1, answers: 150 };
  expect(changeOf(A, written({ ...given, year: 2023, rules: SAME }))[2]).toBe('↑ выросло; к 2023 году');
  expect(changeOf(A, written({ ...given, year: 2025, rules: 'иные' }))[2]).toBe(
    '↑ выросло; методика другая, сравнение условно',
  );
  expect(changeOf(A, written({ ...given, year: 2025, rules: SAME }), '')[2]).toBe('↑ выросло; к 2025 году');
});

test('rows of this year and of later ones are not «the year before»', () => {
  expect(changeOf(A, written({ year: 2026, code: 'а', total: 60 }, { year: 2027, code: 'а', total: 50 }))).toEqual([
    ...['', '', ''],
  ]);
});

describe('a bad row spoils its own comparison only', () => {
  const good = { year: 2025, code: 'б', total: 70, error: 1, answers: 150, rules: SAME };
  const B = 'Дом культуры б';

  test('text instead of a number: the row and the column are named', () => {
    const former = written({ ...good, code: 'а', total: 'восемьдесят' }, good);
    expect(changeOf(A, former)).toEqual(['', '', '«Прошлые рейтинги», строка 2, «Итог»: нужно число']);
    expect(changeOf(B, former)[0]).toBe(70);
    expect(changeOf(A, written({ ...good, code: 'а', error: -1 }))[2]).toBe(
      '«Прошлые рейтинги», строка 2, «Ошибка итога»: нужно число',
    );
    expect(changeOf(A, written({ ...good, code: 'а', year: 'прошлый' }))).toEqual(['', '', '']);
  });

  test('two rows of one year: neither is taken', () => {
    const former = written({ ...good, code: 'а' }, { ...good, code: 'а', total: 60 }, good);
    expect(changeOf(A, former)).toEqual(['', '', 'две строки за 2025 год на листе «Прошлые рейтинги»']);
    expect(changeOf(B, former)[0]).toBe(70);
  });

  test('an institution that is not in the register is passed over', () => {
    const former = written({ ...good, code: 'закрыто' }, good);
    expect([changeOf(A, former), changeOf(B, former)[0]]).toEqual([['', '', ''], 70]);
  });

  test('a year without a total is nothing to compare with', () => {
    expect(changeOf(A, written({ ...good, code: 'а', total: '' }))).toEqual(['', '', '']);
  });
});

test('places within a type are worked out anew; institutions of other types and without one stay out', () => {
  const types: Cells = [['клуб'], [' Клуб '], ['']];
  const results = NOKO_RESULTS(...sheets, '', '', '', '', '', '', '', '', types, 'клуб');
  expect(results[0]![0]).toBe('Место в типе');
  expect(results.slice(1).map((row) => [row[0], row[1]])).toEqual([
    [1, A],
    [2, 'Дом культуры б'],
  ]);
  expect(results.slice(1).map((row) => row[7])).toEqual([totalOf(A), totalOf('Дом культуры б')]);
});
