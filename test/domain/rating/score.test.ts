import fc from 'fast-check';
import type { EmptyPolicy, Rounding } from '../../../src/domain/methodology/method.ts';
import {
  banded,
  blankMethod,
  culture2515,
  education1547,
  meanMarks,
} from '../../../src/domain/methodology/older-methods.ts';
import { order344 } from '../../../src/domain/methodology/order-344.ts';
import { SPHERES, type SphereId } from '../../../src/domain/methodology/sphere.ts';
import { gradeOf } from '../../../src/domain/rating/grade.ts';
import { indicatorPoints, type Measured } from '../../../src/domain/rating/indicator-points.ts';
import { requiredSample } from '../../../src/domain/rating/sample-size.ts';
import { scoreOf } from '../../../src/domain/rating/score.ts';
import { territoryScore } from '../../../src/domain/rating/territory.ts';

const points = (sphere: SphereId, code: string, measured: Measured) =>
  indicatorPoints(order344(sphere).indicators.find((one) => one.code === code)!, measured);
const share = (...parts: [number, number][]): Measured => ({
  kind: 'share',
  parts: parts.map(([yes, answered]) => ({ yes, answered })),
});

describe('indicators of 344н, worked by hand', () => {
  test('1.1: stand 8 of 10, site 12 of 13 → (0,8 + 0,923077) / 2 × 100 = 86,153846', () => {
    const parts = [
      { found: 8, norm: 10 },
      { found: 12, norm: 13 },
    ];
    expect(points('culture', '1.1', { kind: 'norm', parts })).toBeCloseTo(86.1538461538, 9);
  });

  test('1.1 with equal norms is (stand + site) / (2 × norm) × 100: (7 + 9) / 20 = 80', () => {
    const parts = [
      { found: 7, norm: 10 },
      { found: 9, norm: 10 },
    ];
    expect(points('culture', '1.1', { kind: 'norm', parts })).toBe(80);
  });

  test.each([
    [0, 0],
    [1, 30],
    [2, 60],
    [3, 90],
    [4, 100],
    [6, 100],
  ])('1.2: %i channels give %i points', (met, expected) => {
    expect(points('education', '1.2', { kind: 'checklist', met })).toBe(expected);
  });

  test('1.3 has two denominators: 45 of 50 and 28 of 40 → (90 + 70) / 2 = 80', () => {
    expect(points('culture', '1.3', share([45, 50], [28, 40]))).toBe(80);
  });

  test.each([
    [0, 0],
    [4, 80],
    [5, 100],
    [7, 100],
  ])('2.1, 3.1, 3.2: %i conditions give %i points', (met, expected) => {
    for (const code of ['2.1', '3.1', '3.2']) {
      expect(points('culture', code, { kind: 'checklist', met })).toBe(expected);
    }
  });

  test('2.2 in health: waiting 60 points, 72 of 80 in time → (60 + 90) / 2 = 75', () => {
    const measured: Measured = { kind: 'waiting', waitingPoints: 60, timely: 72, answered: 80 };
    expect(points('health-ambulatory', '2.2', measured)).toBe(75);
    expect(points('social-service', '2.2', measured)).toBe(75);
  });

  test('2.2 in education is the mean of 2.1 and 2.3: (80 + 69) / 2 = 74,5', () => {
    expect(points('education', '2.2', { kind: 'mean-of', points: [80, 69] })).toBe(74.5);
  });

  test('a third of three is 33,333… and is not rounded', () => {
    expect(points('culture', '5.3', share([1, 3]))).toBeCloseTo(100 / 3, 10);
  });

  test('nobody answered: there are no points, not zero', () => {
    expect(points('culture', '3.3', share([0, 0]))).toBeNull();
    expect(points('culture', '1.3', share([5, 5], [0, 0]))).toBeNull();
  });

  test.each([
    ['more yes than answered', share([6, 5]), 'rating.more-yes-than-answered'],
    ['a negative count', share([-1, 5]), 'rating.not-a-count'],
    ['half a person', share([1.5, 5]), 'rating.not-a-count'],
    ['not a number', share([Number.NaN, 5]), 'rating.not-a-count'],
  ])('%s is refused', (_, measured, code) => {
    expect(() => points('culture', '5.3', measured)).toThrow(code);
  });

  test('more information than the norm, and no norm, are refused', () => {
    const of = (found: number, norm: number): Measured => ({
      kind: 'norm',
      parts: [
        { found, norm },
        { found: 1, norm: 1 },
      ],
    });
    expect(() => points('culture', '1.1', of(11, 10))).toThrow('rating.above-norm');
    expect(() => points('culture', '1.1', of(0, 0))).toThrow('rating.zero-norm');
  });
});

/** A club, worked by hand; 2.2 = (80 + 69) / 2 = 74,5. */
const CLUB = {
  ...{ '1.1': 86, '1.2': 90, '1.3': 83.5, '2.1': 80, '2.3': 69, '3.1': 40, '3.2': 60, '3.3': 77 },
  ...{ '4.1': 97, '4.2': 95, '4.3': 92, '5.1': 91, '5.2': 88, '5.3': 93 },
};

describe('criteria and total of 344н, worked by hand', () => {
  test('exactly: К1 86,2 К2 74,5 К3 59,1 К4 95,2 К5 91,4, total 81,28', () => {
    const { criteria, total } = scoreOf(order344('culture'), CLUB, 'exact');
    expect(criteria).toEqual({
      К1: 86.2, // 0.3·86 + 0.3·90 + 0.4·83.5 = 25.8 + 27 + 33.4
      К2: 74.5, // 0.3·80 + 0.4·74.5 + 0.3·69 = 24 + 29.8 + 20.7
      К3: 59.1, // 0.3·40 + 0.4·60 + 0.3·77 = 12 + 24 + 23.1
      К4: 95.2, // 0.4·97 + 0.4·95 + 0.2·92 = 38.8 + 38 + 18.4
      К5: 91.4, // 0.3·91 + 0.2·88 + 0.5·93 = 27.3 + 17.6 + 46.5
    });
    expect(total).toBe(81.28); // (86.2 + 74.5 + 59.1 + 95.2 + 91.4) / 5 = 406.4 / 5
  });

  test('«минтруд»: whole numbers at each step, the calculated 2.2 goes down at a half', () => {
    const { indicators, criteria, total } = scoreOf(order344('culture'), CLUB, 'ministry');
    expect(indicators['1.3']).toBe(84); // 83.5 → 84
    expect(indicators['2.2']).toBe(74); // 74.5 → 74
    expect(criteria).toEqual({
      К1: 86, // 25.8 + 27 + 33.6 = 86.4
      К2: 74, // 24 + 29.6 + 20.7 = 74.3
      К3: 59, // 59.1
      К4: 95, // 95.2
      К5: 91, // 91.4
    });
    expect(total).toBe(81); // 405 / 5
  });

  test('«практика»: criteria to 0,1, the total from those to 0,01', () => {
    const { criteria, total } = scoreOf(order344('culture'), { ...CLUB, '1.3': 83.625, '5.3': 93.3 }, 'practice');
    expect(criteria.К1).toBe(86.3); // 25.8 + 27 + 33.45 = 86.25
    expect(criteria.К5).toBe(91.6); // 27.3 + 17.6 + 46.65 = 91.55
    expect(total).toBe(81.34); // (86.3 + 74.5 + 59.1 + 95.2 + 91.6) / 5 = 406.7 / 5
  });

  test('performing arts: К2 = К4 = К5 = (К1 + К3) / 2, and the ministry drops the fraction', () => {
    const theatre = { '1.1': 90, '1.2': 100, '1.3': 95, '3.1': 20, '3.2': 20, '3.3': 40 };
    // К1 = 27 + 30 + 38 = 95; К3 = 6 + 8 + 12 = 26; mean 60.5
    expect(scoreOf(order344('performing-arts'), theatre, 'exact')).toMatchObject({
      criteria: { К1: 95, К2: 60.5, К3: 26, К4: 60.5, К5: 60.5 },
      total: 60.5, // (95 + 26 + 3 · 60.5) / 5 = 302.5 / 5
    });
    expect(scoreOf(order344('performing-arts'), theatre, 'ministry')).toMatchObject({
      criteria: { К2: 60, К4: 60, К5: 60 },
      total: 60, // (95 + 26 + 180) / 5 = 60.2
    });
  });

  test('health measures 2.2: К2 = 0,3·100 + 0,4·75 + 0,3·90 = 87', () => {
    const { criteria } = scoreOf(order344('health-inpatient'), { ...CLUB, '2.1': 100, '2.2': 75, '2.3': 90 }, 'exact');
    expect(criteria.К2).toBe(87);
  });

  test('the territory is the mean of sphere means, not of institutions', () => {
    const scores = [
      { sphere: 'культура', score: 80 },
      { sphere: 'культура', score: 90 },
      { sphere: 'образование', score: 70 },
    ];
    // means 85 and 70 → 77.5; the mean of institutions would be 80
    expect(territoryScore(scores).total).toBe(77.5);
    expect(territoryScore([...scores, { sphere: 'социальное обслуживание', score: null }]).total).toBe(77.5);
  });
});

describe('nobody answered 3.3 (К3 of 3.1 = 40, 3.2 = 60)', () => {
  const without = { ...CLUB, '3.3': null };
  test.each([
    ['not-available', null],
    ['hundred', 66], // 12 + 24 + 30
    ['mean', 51], // 12 + 24 + 0.3 · 50
    ['exclude', 51.428571428571], // (12 + 24) / 0.7
  ] as [EmptyPolicy, number | null][])('policy «%s» gives К3 = %s', (policy, expected) => {
    const { criteria, total, empty } = scoreOf(order344('culture'), without, 'exact', policy);
    expect(criteria.К3).toBe(expected);
    expect(total === null).toBe(expected === null);
    expect(criteria.К1).toBe(86.2);
    expect(empty).toEqual([{ indicator: '3.3', policy }]);
  });

  test('nobody answered 2.3 either: the calculated 2.2 follows the policy of its source', () => {
    const none = { ...CLUB, '2.3': null };
    const k2 = (policy: EmptyPolicy) => scoreOf(order344('culture'), none, 'exact', policy).criteria.К2;
    expect(k2('not-available')).toBeNull();
    expect(k2('hundred')).toBe(90); // 24 + 0.4 · 90 + 30
    expect(k2('exclude')).toBe(80); // only 2.1 is left
    expect(k2('mean')).toBe(80);
  });

  test('a policy of one indicator overrides that of the method', () => {
    const method = order344('culture');
    const indicators = method.indicators.map((one) =>
      one.code === '3.3' ? { ...one, empty: 'exclude' as const } : one,
    );
    expect(scoreOf({ ...method, indicators }, without).criteria.К3).toBeCloseTo(36 / 0.7, 9);
  });
});

describe('older methods', () => {
  test('1547: points of 16 indicators are added, a share of 85 % gives 8,5 of 10', () => {
    const method = education1547();
    const satisfied = method.indicators.find(({ code }) => code === 'III.1')!;
    expect(indicatorPoints(satisfied, share([85, 100]))).toBe(8.5);
    const all = Object.fromEntries(method.indicators.map(({ code }) => [code, 8]));
    expect(scoreOf(method, { ...all, 'III.1': 8.5 }).total).toBe(128.5); // 15 · 8 + 8.5
    expect(scoreOf(method, all).criteria).toEqual({ I: 32, II: 56, III: 16, IV: 24 });
  });

  test('2515: satisfaction + bus.gov.ru + site', () => {
    const given = { 'У.1': 4.5, 'У.2': 4, 'У.3': 5, 'У.4': 4.2, 'Б.1': 6, 'С.1': 35 };
    expect(scoreOf(culture2515(), given).total).toBe(58.7); // 17.7 + 6 + 35
  });

  test('mean marks: 42 points of ten answers is 4,2; the total is a plain sum', () => {
    const [first] = meanMarks().indicators;
    expect(indicatorPoints(first!, { kind: 'mean-mark', sum: 42, answered: 10 })).toBe(4.2);
    expect(scoreOf(meanMarks(), { '1.1': 4.2, '1.2': 3.9, '1.3': 5, '1.4': 4, '1.5': 4.4 }).total).toBe(21.5);
  });

  test.each([
    [88.6, 4],
    [80, 4],
    [79.9, 3],
    [0, 0],
    [100, 5],
  ])('bands: %d %% gives %i points', (value, expected) => {
    expect(indicatorPoints(banded().indicators[0]!, { kind: 'bands', value })).toBe(expected);
  });

  test('a blank method computes from its one question', () => {
    expect(scoreOf(blankMethod(), { '1.1': 64 }).total).toBe(64);
  });
});

describe('grades and sample', () => {
  const word = (score: number, rule?: 'exact' | 'rounded') => gradeOf(score, order344('culture').grades, rule);
  test('bounds of the scale belong to the higher grade', () => {
    expect([100, 81, 80, 61, 41, 21, 20, 0].map((score) => word(score))).toEqual([
      ...['отлично', 'отлично', 'хорошо', 'хорошо', 'удовлетворительно'],
      ...['ниже среднего', 'неудовлетворительно', 'неудовлетворительно'],
    ]);
  });
  test('80,5 is «хорошо» unless the setting rounds first', () => {
    expect([word(80.5), word(80.5, 'rounded'), word(80.49, 'rounded')]).toEqual(['хорошо', 'отлично', 'хорошо']);
  });
  test('81 that came out as 80,99999999999999 is 81', () => {
    expect(word(80.99999999999999)).toBe('отлично');
  });
  test.each([
    [0, 0],
    [1, 1],
    [10, 4],
    [11, 5],
    [100, 40],
    [1499, 600],
    [1500, 600],
    [9000, 600],
  ])('of %i recipients %i answers are required: min(600; 40 %%)', (recipients, expected) => {
    expect(requiredSample(recipients)).toBe(expected);
  });
});

describe('whatever the numbers', () => {
  const sphere = fc.constantFrom(...SPHERES.map(({ id }) => id));
  const rounding = fc.constantFrom<Rounding>('exact', 'ministry', 'practice');
  const policy = fc.constantFrom<EmptyPolicy>('not-available', 'hundred', 'mean', 'exclude');
  const some = fc.array(fc.option(fc.double({ min: 0, max: 100, noNaN: true }), { freq: 6 }), {
    minLength: 15,
    maxLength: 15,
  });
  const table = (id: SphereId, values: readonly (number | null)[]) =>
    Object.fromEntries(order344(id).indicators.map(({ code }, k) => [code, values[k]!]));

  test('the total lies within 0–100', () => {
    fc.assert(
      fc.property(sphere, rounding, policy, some, (id, mode, empty, values) => {
        const { total, criteria } = scoreOf(order344(id), table(id, values), mode, empty);
        for (const value of [total, ...Object.values(criteria)]) {
          if (value !== null) expect(value >= 0 && value <= 100).toBe(true);
        }
      }),
    );
  });

  test('a better indicator never lowers the total', () => {
    fc.assert(
      fc.property(
        sphere,
        rounding,
        some,
        fc.nat(14),
        fc.double({ min: 0, max: 100, noNaN: true }),
        (id, mode, values, at, more) => {
          const { code } = order344(id).indicators[at % order344(id).indicators.length]!;
          const before = table(id, values);
          const after = { ...before, [code]: Math.max(before[code] ?? 0, more) };
          const known = { ...before, [code]: before[code] ?? 0 };
          const [low, high] = [known, after].map((given) => scoreOf(order344(id), given, mode, 'exclude').total);
          if (low !== null && high !== null) expect(high!).toBeGreaterThanOrEqual(low! - 1e-9);
        },
      ),
    );
  });

  test('one more satisfied answer never lowers the points', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 600 }), fc.nat(599), (answered, yes) => {
        fc.pre(yes < answered);
        expect(points('culture', '5.3', share([yes + 1, answered]))!).toBeGreaterThan(
          points('culture', '5.3', share([yes, answered]))!,
        );
      }),
    );
  });
});
