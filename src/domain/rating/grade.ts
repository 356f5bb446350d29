import type { Grade } from '../methodology/method.ts';
import { roundHalfUp } from './rounding.ts';

/**
 * The official word for a total.
 *
 * @param boundary where 80.5 goes: `exact` keeps the lower grade until 81 is reached,
 *   `rounded` rounds to a whole number first. The act is silent; the default is `exact`.
 * @returns undefined where the method has no grades
 */
export function gradeOf(
  score: number,
  grades: readonly Grade[],
  boundary: 'exact' | 'rounded' = 'exact',
): string | undefined {
  // Ten digits: 81 that came out as 80.99999999999999 is 81.
  const compared = roundHalfUp(score, boundary === 'rounded' ? 0 : 10);
  return grades.find(({ from }) => compared >= from)?.word;
}
