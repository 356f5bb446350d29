import fc from 'fast-check';
import { roundDown, roundHalfDown, roundHalfUp, sameScore } from '../../../src/domain/rating/rounding.ts';

describe('rounding as a person does, whatever the binary fraction', () => {
  test.each([
    [83.35, 1, 83.4], // stored as 83.349999999999994
    [1.005, 2, 1.01], // stored as 1.00499999999999989
    [0.285, 2, 0.29],
    [74.5, 0, 75],
    [58.89, 0, 59], // the ministry's worked examples: 58,89 → 59
    [54.2, 0, 54], // 54,2 → 54
    [71.6, 0, 72], // 71,6 → 72
    [99.994, 2, 99.99],
    [0, 1, 0],
    [1e-9, 2, 0],
  ])('%d to %i digits is %d', (value, digits, expected) => {
    expect(roundHalfUp(value, digits)).toBe(expected);
  });

  test('0.1 + 0.2 + … noise is not a reason to round another way', () => {
    // 0.3 × 90 + 0.3 × 85 + 0.4 × 77.125 = 27 + 25.5 + 30.85 = 83.35
    expect(roundHalfUp(0.3 * 90 + 0.3 * 85 + 0.4 * 77.125, 1)).toBe(83.4);
  });

  test('a half goes down in the calculated 2.2, the fraction is dropped in the performing arts', () => {
    expect([roundHalfDown(74.5, 0), roundHalfDown(74.51, 0), roundHalfDown(74.49, 0)]).toEqual([74, 75, 74]);
    expect([roundDown(61.5, 0), roundDown(99.5, 0), roundDown(99.35, 0), roundDown(95.8, 0)]).toEqual([61, 99, 99, 95]);
  });

  test('every two-decimal number rounds to one decimal as its digits say', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10000 }), (hundredths) => {
        const tenths = Math.floor(hundredths / 10) + (hundredths % 10 >= 5 ? 1 : 0);
        expect(roundHalfUp(hundredths / 100, 1)).toBe(tenths / 10);
      }),
    );
  });

  test('scores that differ by noise only are the same score', () => {
    expect(sameScore(0.1 + 0.2, 0.3)).toBe(true);
    expect(sameScore(83.35, 83.36)).toBe(false);
  });
});
