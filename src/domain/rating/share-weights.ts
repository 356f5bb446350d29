import type { Indicator, Method } from '../methodology/method.ts';

/**
 * How many points of its criterion each point of a question's share is worth, where all of the
 * criterion's questions were answered.
 *
 * @example of order 344н: q9 (4.1) 0.4; q2 (stand, half of 1.3) 0.4 / 2; q6 of education, in 2.3
 *   and through it in 2.2, 0.3 + 0.4 / 2
 */
export function shareWeights({ indicators }: Method): Record<string, number> {
  const weightOf = (indicator: Indicator): number =>
    indicators.reduce((sum, { formula, weight }) => {
      const isPart = formula.kind === 'mean-of' && formula.of.indexOf(indicator.code) >= 0;
      return isPart ? sum + weight / formula.of.length : sum;
    }, indicator.weight);
  const weights: Record<string, number> = {};
  for (const indicator of indicators) {
    const { formula } = indicator;
    const worth = weightOf(indicator);
    if (formula.kind === 'share') for (const id of formula.questions) weights[id] = worth / formula.questions.length;
    if (formula.kind === 'waiting') weights[formula.question] = worth / 2;
    if (formula.kind === 'mean-mark') weights[formula.question] = worth;
  }
  return weights;
}
