import { checklistOf } from '../../../src/domain/methodology/checklists.ts';
import type { Indicator, Method } from '../../../src/domain/methodology/method.ts';
import { methodRows, readMethod } from '../../../src/domain/methodology/method-rows.ts';
import { methodsInRows } from '../../../src/domain/methodology/methods-in-rows.ts';
import { education1547 } from '../../../src/domain/methodology/older-methods.ts';
import { order344 } from '../../../src/domain/methodology/order-344.ts';
import { methodPresets } from '../../../src/domain/methodology/presets.ts';
import { SPHERES, sphereNamed } from '../../../src/domain/methodology/sphere.ts';
import { validateMethod } from '../../../src/domain/methodology/validate-method.ts';
import { highestTotal } from '../../../src/domain/rating/score.ts';
import { officialQuestionnaire } from '../../../src/domain/survey/official-questionnaire.ts';

const sourcesFor = (method: Method) => ({
  questions: [
    ...officialQuestionnaire('health-ambulatory').questions.map(({ id }) => id),
    ...['m1', 'm2', 'm3', 'm4', 'm5'],
  ],
  lists: [
    ...SPHERES.flatMap(({ id }) => checklistOf(id).map(({ list }) => list)),
    ...method.indicators.map(({ code }) => code),
  ],
});

const culture = order344('culture');
const withIndicator = (code: string, change: Partial<Indicator>): Method => ({
  ...culture,
  indicators: culture.indicators.map((one) => (one.code === code ? { ...one, ...change } : one)),
});
const problemsOf = (method: Method) => validateMethod(method, sourcesFor(culture));

test.each(methodPresets().map((method) => [method.id, method] as const))(
  'shipped method «%s» has no mistake',
  (_, method) => {
    expect(validateMethod(method, sourcesFor(method))).toEqual([]);
  },
);

test.each(methodPresets().map((method) => [method.id, method] as const))(
  'shipped method «%s» comes back from its rows word for word',
  (_, method) => {
    const read = readMethod(methodRows(method), sourcesFor(method));
    expect(read.problems).toEqual([]);
    expect(read.method).toEqual(method);
  },
);

test('the approved date and order survive the sheet', () => {
  const approved = { ...culture, approved: { date: '2026-02-18', order: 'приказ № 41' } };
  expect(readMethod(methodRows(approved), sourcesFor(culture)).method.approved).toEqual(approved.approved);
});

test('weights are those of 344н: 0,3 0,3 0,4 · 0,3 0,4 0,3 · 0,3 0,4 0,3 · 0,4 0,4 0,2 · 0,3 0,2 0,5', () => {
  expect(culture.indicators.map(({ weight }) => weight)).toEqual([
    0.3, 0.3, 0.4, 0.3, 0.4, 0.3, 0.3, 0.4, 0.3, 0.4, 0.4, 0.2, 0.3, 0.2, 0.5,
  ]);
});

test('waiting time is measured in health and social service, calculated in education and culture', () => {
  const kind = (sphere: Parameters<typeof order344>[0]) =>
    order344(sphere).indicators.find(({ code }) => code === '2.2')?.formula.kind;
  expect(SPHERES.map(({ id }) => kind(id))).toEqual(['mean-of', 'mean-of', undefined, 'waiting', 'waiting', 'waiting']);
});

test('performing arts measure К1 and К3 only; К2 = К4 = К5 = (К1 + К3) / 2', () => {
  const { criteria, indicators } = order344('performing-arts');
  expect(new Set(indicators.map(({ criterion }) => criterion))).toEqual(new Set(['К1', 'К3']));
  expect(criteria.filter(({ value }) => typeof value === 'object').map(({ code }) => code)).toEqual(['К2', 'К4', 'К5']);
});

test('order 1547 has 16 indicators and 40 + 70 + 20 + 30 = 160 points', () => {
  const method = methodPresets().find(({ id }) => id.startsWith('1547'))!;
  expect(method.indicators).toHaveLength(16);
  const maximum = (criterion: string) =>
    method.indicators.filter((one) => one.criterion === criterion).reduce((sum, one) => sum + one.maxPoints, 0);
  expect(['I', 'II', 'III', 'IV'].map(maximum)).toEqual([40, 70, 20, 30]);
  expect(highestTotal(method)).toBe(160);
});

describe('a mistake is named with its row, column and reason', () => {
  test('weights that do not sum to one', () => {
    expect(problemsOf(withIndicator('1.1', { weight: 0.2 }))).toEqual([
      { code: 'method.weights-do-not-sum', row: 'К1', field: 'weight', sum: 0.9 },
    ]);
  });
  test('a question that is not in the questionnaire', () => {
    expect(problemsOf(withIndicator('5.3', { formula: { kind: 'share', questions: ['q99'] } }))).toEqual([
      { code: 'method.unknown-question', row: '5.3', field: 'inputs', got: 'q99' },
    ]);
  });
  test('an indicator calculated through itself', () => {
    const cyclic: Method = {
      ...culture,
      indicators: culture.indicators.map((one) =>
        one.code === '2.1' ? { ...one, formula: { kind: 'mean-of', of: ['2.2'] } } : one,
      ),
    };
    expect(problemsOf(cyclic)).toEqual([
      { code: 'method.cycle', row: '2.1', field: 'inputs', path: '2.1 → 2.2 → 2.1' },
    ]);
  });
  test('a code used twice', () => {
    expect(problemsOf(withIndicator('1.2', { code: '1.1' })).map(({ code }) => code)).toEqual(['method.doubled-code']);
  });
  test('a criterion used twice: its points would count twice in the total', () => {
    const twice = { ...culture, criteria: [...culture.criteria, culture.criteria[0]!] };
    expect(problemsOf(twice)).toEqual([{ code: 'method.doubled-code', row: 'К1', field: 'code' }]);
    // The place is that of the second row.
    const rows = methodRows(culture);
    const again = { ...rows.find(({ code }) => code === 'К1')! };
    expect(readMethod([...rows, again], sourcesFor(culture)).problems[0]).toMatchObject({ row: 'К1', at: rows.length });
  });
  test('an indicator without a code', () => {
    expect(problemsOf(withIndicator('4.1', { code: '' }))).toEqual([
      { code: 'method.bad-formula', row: '', field: 'code', expected: 'код' },
    ]);
  });
  test('an indicator of another scale among weighted ones: the criterion would go beyond 100', () => {
    expect(problemsOf(withIndicator('2.1', { maxPoints: 200 }))).toEqual([
      { code: 'method.bad-max', row: '2.1', field: 'max', got: '200' },
    ]);
  });
  test.each(['десять; 13', '10', '10; 13; 5', '0; 13', '10,5; 13'])('norms «%s» of two lists', (norm) => {
    const rows = methodRows(culture).map((row) => (row.code === '1.1' ? { ...row, norm } : row));
    expect(readMethod(rows, sourcesFor(culture)).problems).toMatchObject([
      { code: 'method.bad-formula', row: '1.1', field: 'norm' },
    ]);
  });
  test('a setting that is no word of the list, in the cell where it stands', () => {
    const rows = methodRows(culture).map((row) => (row.code === 'итог' ? { ...row, title: 'произведение' } : row));
    expect(readMethod(rows, sourcesFor(culture)).problems).toMatchObject([
      { code: 'method.unknown-word', row: 'итог', field: 'title', got: 'произведение' },
    ]);
  });
  test('a row that lost its method’s name stays with the method above it', () => {
    const rows = methodRows(education1547()).map((row) => (row.code === 'II.3' ? { ...row, method: '' } : row));
    const [found] = methodsInRows(rows);
    expect(found!.problems).toEqual([]);
    expect(found!.method.indicators).toHaveLength(16);
  });
  test('an unknown criterion leaves the sum of its old one short', () => {
    expect(problemsOf(withIndicator('4.1', { criterion: 'К9' })).map(({ code }) => code)).toEqual([
      'method.unknown-criterion',
      'method.weights-do-not-sum',
    ]);
  });
  test('a word that is no formula, in the row where it stands', () => {
    const rows = methodRows(culture);
    const at = rows.findIndex(({ code }) => code === '3.1');
    const broken = rows.map((row, k) => (k === at ? { ...row, kind: 'списочек' } : row));
    expect(readMethod(broken, sourcesFor(culture)).problems[0]).toMatchObject({
      code: 'method.unknown-word',
      row: '3.1',
      field: 'kind',
      at,
    });
  });
  test('bands that do not rise', () => {
    const formula = {
      kind: 'bands',
      list: 'канал',
      bands: [
        { from: 50, points: 1 },
        { from: 40, points: 2 },
      ],
    } as const;
    expect(problemsOf(withIndicator('1.2', { formula })).map(({ code }) => code)).toEqual(['method.bad-formula']);
  });
});

test('a sphere is read whatever its letter case and spacing', () => {
  expect(sphereNamed(' Здравоохранение , АМБУЛАТОРНО')?.id).toBe('health-ambulatory');
  expect(sphereNamed('спорт')).toBeUndefined();
});

test('the checklist of culture has 10 units on the stand and 13 on the site, two of each may be absent', () => {
  const items = checklistOf('culture');
  const of = (list: string) => items.filter((item) => item.list === list);
  expect([of('стенд').length, of('сайт').length]).toEqual([10, 13]);
  expect([of('стенд'), of('сайт')].map((list) => list.filter(({ mayBeAbsent }) => mayBeAbsent).length)).toEqual([2, 2]);
});
