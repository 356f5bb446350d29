import type { EmptyPolicy } from '../domain/methodology/method.ts';

/** How a document or a note names what was done about questions that nobody answered. */
export const EMPTY_POLICY_TEXT: Readonly<Record<EmptyPolicy, string>> = {
  'not-available': 'не рассчитывается (н/д)',
  hundred: 'принимается за 100',
  mean: 'принимается среднее остальных показателей критерия',
  exclude: 'исключается, веса остальных увеличены',
};
