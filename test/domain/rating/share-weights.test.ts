import { order344 } from '../../../src/domain/methodology/order-344.ts';
import { determined } from '../../../src/domain/rating/linear-leaks.ts';
import { shareWeights } from '../../../src/domain/rating/share-weights.ts';

test('order 344н, education: 1.3 is two halves of 0,4; 2.3 counts by itself and in 2.2; criteria 4 and 5 as written', () => {
  const { q2, q4, q6, q8, q9, q10, q12, q13, q14, q15 } = shareWeights(order344('education'));
  expect([q2, q4, q6]).toEqual([0.2, 0.2, expect.closeTo(0.3 + 0.2, 12)]);
  expect([q8, q9, q10, q12, q13, q14, q15]).toEqual([0.3, 0.4, 0.4, 0.2, 0.3, 0.2, 0.5]);
});

test('health, ambulatory: the share served in time is half of 2.2', () => {
  expect(shareWeights(order344('health-ambulatory')).q5).toBeCloseTo(0.2, 12);
});

test('x + y and x − y give both away, 3x + 3y beside x + y gives nothing, z alone is itself', () => {
  const equation = (...coefficients: number[]) => new Map(coefficients.map((value, at) => [at, value]));
  expect(determined([equation(1, 1), equation(1, -1)], 2)).toEqual([0, 1]);
  expect(determined([equation(1, 1), equation(3, 3)], 2)).toEqual([]);
  expect(determined([equation(1, 1, 0), equation(0, 0, 5)], 3)).toEqual([2]);
  // x + y + z and x + y: z is what is between them.
  expect(determined([equation(1, 1, 1), equation(1, 1, 0)], 3)).toEqual([2]);
});
