import { order344 } from '../../../src/domain/methodology/order-344.ts';
import { SPHERES } from '../../../src/domain/methodology/sphere.ts';
import { assess, type Evidence } from '../../../src/domain/rating/assessment.ts';
import { type ExplainedValue, explainScore } from '../../../src/domain/rating/explanation.ts';

const counts = Object.fromEntries(Array.from({ length: 15 }, (_, k) => [`q${k + 1}`, { yes: 40 + k, answered: 60 }]));
const list = (found: number, listed: number) => ({ found, listed, recorded: listed, notRequired: 0, points: 60 });
const lists = {
  ...{ стенд: list(8, 10), сайт: list(12, 13), канал: list(3, 6), комфорт: list(4, 8) },
  ...{ ожидание: list(0, 1), доступ: list(2, 5), услуга: list(5, 6) },
};
const evidence: Evidence = { counts, lists };
const SETTINGS = { rounding: 'exact', empty: 'not-available', error: null } as const;

function explained(
  sphere: Parameters<typeof order344>[0],
  given = evidence,
  empty: 'not-available' | 'hundred' = 'not-available',
) {
  const method = order344(sphere);
  return explainScore(method, given, assess(method, given, { ...SETTINGS, empty }), { ...SETTINGS, empty });
}

/** What the formula itself comes to: «(40 / 60 + 42 / 60) / 2 × 100 = 68,33» → 68.33. */
function worked(formula: string): number {
  const [left] = formula.split(' = ');
  return Number(new Function(`return ${left!.replace(/,/g, '.').replace(/×/g, '*')}`)());
}

const byCode = (values: readonly ExplainedValue[], code: string) => values.find((one) => one.code === code)!;

test('a share shows its counts and the questions they come from', () => {
  const shown = byCode(explained('culture').indicators, '1.3');
  expect(shown.formula).toBe('(41 / 60 + 43 / 60) / 2 × 100 = 70');
  expect(shown.sources).toEqual([
    { kind: 'question', id: 'q2', counts: { yes: 41, answered: 60 } },
    { kind: 'question', id: 'q4', counts: { yes: 43, answered: 60 } },
  ]);
});

test('a checklist shows how many and for how much, or that it is full', () => {
  const { indicators } = explained('culture');
  expect(byCode(indicators, '2.1').formula).toBe('4 × 20 = 80');
  expect(byCode(indicators, '3.2').formula).toBe('5 ≥ 5 = 100');
  expect(byCode(indicators, '1.1').formula).toBe('(8 / 10 + 12 / 13) / 2 × 100 = 86,15');
});

test('a criterion shows its weights', () => {
  const { criteria } = explained('culture');
  expect(byCode(criteria, 'К3').formula).toBe('0,3 × 40 + 0,4 × 100 + 0,3 × 78,33 = 75,5');
});

test.each(SPHERES.map(({ id }) => id))('in %s every shown formula comes to the number beside it', (sphere) => {
  const { indicators, criteria, total } = explained(sphere);
  for (const { code, formula, points } of [...indicators, ...criteria, total]) {
    if (formula.includes('≥')) continue;
    expect([code, worked(formula)]).toEqual([code, expect.closeTo(points!, 1)]);
  }
});

test('a value filled in by the policy has no formula, and the policy is named', () => {
  const without = { ...evidence, counts: { ...counts, q8: { yes: 0, answered: 0 } } };
  const { indicators, settings } = explained('culture', without, 'hundred');
  expect(byCode(indicators, '3.3')).toMatchObject({ points: 100, formula: '' });
  expect(settings).toMatchObject({ empty: 'hundred', emptyIndicators: ['3.3'] });
  expect(explained('culture', without).total).toMatchObject({ points: null, formula: '' });
});

test('the act, what it leaves open and what was chosen stand beside the numbers', () => {
  const { settings } = explained('education');
  expect(settings.act).toBe('приказ Минтруда России от 31.05.2018 № 344н');
  expect(settings.assumptions.join(' ')).toMatch(/408н/);
  expect(settings.assumptions.join(' ')).toMatch(/Норматив единиц информации \(1\.1\) равен длине перечня/);
});
