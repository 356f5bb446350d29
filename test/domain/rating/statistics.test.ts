import fc from 'fast-check';
import { bandOf, scoreDifference, scoreInterval } from '../../../src/domain/rating/comparison.ts';
import { normalQuantile, studentQuantile } from '../../../src/domain/rating/distributions.ts';
import { effectiveSize, shareDifference, shareInterval } from '../../../src/domain/rating/share-interval.ts';
import { visibilityAlone } from '../../../src/domain/rating/suppression.ts';

describe('quantiles against published tables', () => {
  test.each([
    [0.5, 0],
    [0.9, 1.2815515655446004],
    [0.975, 1.959963984540054],
    [0.995, 2.5758293035489004],
    [0.025, -1.959963984540054],
    [1e-10, -6.361340902404056],
  ])('normal, p = %d', (p, expected) => {
    expect(normalQuantile(p)).toBeCloseTo(expected, 12);
  });

  // Student's table: R's qt(0.975, df) and qt(0.95, df), as every textbook prints them.
  test.each([
    [0.975, 1, 12.7062047],
    [0.975, 2, 4.3026527],
    [0.975, 5, 2.5705818],
    [0.975, 19, 2.0930241],
    [0.975, 29, 2.0452296],
    [0.975, 1000, 1.9623391],
    [0.95, 10, 1.8124611],
    [0.995, 4, 4.6040949],
  ])('Student, p = %d, df = %i', (p, df, expected) => {
    expect(studentQuantile(p, df)).toBeCloseTo(expected, 6);
  });

  test('Student with very many degrees of freedom is normal', () => {
    expect(studentQuantile(0.975, 1e7)).toBeCloseTo(1.959964, 5);
    expect(studentQuantile(0.975, Number.POSITIVE_INFINITY)).toBeCloseTo(1.959964, 6);
  });
});

describe("Wilson's interval", () => {
  // R. G. Newcombe, Statistics in Medicine 17 (1998), 857–872, table I, method 3.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%i of %i', (yes, answered, low, high) => {
    const interval = shareInterval(yes, answered, undefined, 0.95);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  test('18 of 20 from 100 recipients: n* = 20 · 99 / 80 = 24,75 narrows it', () => {
    expect(effectiveSize(20, 100)).toBe(24.75);
    const [finite, endless] = [shareInterval(18, 20, 100, 0.95), shareInterval(18, 20, undefined, 0.95)];
    // Centre (0.9 + z²/49.5) / (1 + z²/24.75) = (0.9 + 0.0776057) / 1.1552114 = 0.8462499;
    // half z·√(0.09/24.75 + z²/(4·24.75²)) / 1.1552114 = 1.959964·√(0.0036364 + 0.0015678) / 1.1552114 = 0.1223936
    expect(finite.low).toBeCloseTo(0.8462499 - 0.1223936, 4);
    expect(finite.high).toBeCloseTo(0.8462499 + 0.1223936, 4);
    expect(finite.high - finite.low).toBeLessThan(endless.high - endless.low);
  });

  test('when everyone answered there is nothing left to chance', () => {
    expect(shareInterval(7, 20, 20, 0.95)).toEqual({ share: 0.35, low: 0.35, high: 0.35 });
  });

  test('more answers than recipients are refused', () => {
    expect(() => shareInterval(7, 21, 20, 0.95)).toThrow('rating.more-answered-than-recipients');
  });

  test('the share lies inside, the ends lie within 0–1, and more confidence is wider', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 600 }), fc.double({ min: 0, max: 1, noNaN: true }), (answered, part) => {
        const yes = Math.round(part * answered);
        const [ninety, ninetyNine] = [0.9, 0.99].map((level) => shareInterval(yes, answered, undefined, level));
        expect(ninety!.low >= 0 && ninety!.low <= ninety!.share + 1e-12).toBe(true);
        expect(ninety!.high <= 1 && ninety!.high >= ninety!.share - 1e-12).toBe(true);
        expect(ninetyNine!.high - ninetyNine!.low).toBeGreaterThan(ninety!.high - ninety!.low);
      }),
    );
  });
});

describe("Newcombe's interval of a difference", () => {
  // R. G. Newcombe, Statistics in Medicine 17 (1998), 873–890, table II, method 10.
  test.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ])('%i/%i − %i/%i', (a, m, b, n, low, high) => {
    const found = shareDifference(shareInterval(a, m, undefined, 0.95), shareInterval(b, n, undefined, 0.95));
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
    expect(found.isSignificant).toBe(low > 0);
  });
});

describe('scores compared', () => {
  test('interval of a score: 83,5 ± 2,093 · 2 with 19 degrees of freedom, never beyond 0–100', () => {
    expect(scoreInterval(83.5, { error: 2, df: 19 }, 0.95)).toEqual({
      low: expect.closeTo(79.314, 3),
      high: expect.closeTo(87.686, 3),
    });
    expect(scoreInterval(99, { error: 2, df: 19 }, 0.95)!.high).toBe(100);
    expect(scoreInterval(99, { error: null, df: 0 }, 0.95)).toBeNull();
  });

  test('an institution differs from the average only when its interval leaves it outside', () => {
    expect(bandOf({ low: 81, high: 90 }, 80)).toBe('better');
    expect(bandOf({ low: 79, high: 90 }, 80)).toBe('as-average');
    expect(bandOf({ low: 60, high: 79.9 }, 80)).toBe('worse');
  });

  test('year on year: 84 ± 2,94 against 80 ± 3,92 differ by 4 ± √(2,94² + 3,92²) = 4 ± 4,9, which covers 0', () => {
    const around = (score: number, half: number) => ({ score, low: score - half, high: score + half });
    const { difference, low, high, isSignificant } = scoreDifference(around(84, 2.94), around(80, 3.92));
    expect([difference, low, high]).toEqual([4, expect.closeTo(-0.9, 9), expect.closeTo(8.9, 9)]);
    expect(isSignificant).toBe(false);
    expect(scoreDifference(around(86, 2.94), around(80, 3.92)).isSignificant).toBe(true);
  });
});

test('fewer than 10 answers are hidden, fewer than 30 marked; where nobody answered there is nobody to name', () => {
  expect([0, 1, 9, 10, 29, 30].map(visibilityAlone)).toEqual([
    'shown',
    'hidden',
    'hidden',
    'marked',
    'marked',
    'shown',
  ]);
});
