/** Words that people write as settings of the rating functions; the first is the default. */
import type { EmptyPolicy, Rounding } from '../domain/methodology/method.ts';

export const ROUNDINGS: readonly (readonly [string, Rounding])[] = [
  ['точно', 'exact'],
  ['минтруд', 'ministry'],
  ['практика', 'practice'],
];

export const EMPTY_POLICIES: readonly (readonly [string, EmptyPolicy])[] = [
  ['н/д', 'not-available'],
  ['100', 'hundred'],
  ['среднее', 'mean'],
  ['исключить', 'exclude'],
];

export const BOUNDARIES: readonly (readonly [string, 'exact' | 'rounded'])[] = [
  ['точно', 'exact'],
  ['округлить', 'rounded'],
];

/** How a document or a note names a policy. */
export const EMPTY_POLICY_TEXT: Readonly<Record<EmptyPolicy, string>> = {
  'not-available': 'не рассчитывается (н/д)',
  hundred: 'принимается за 100',
  mean: 'принимается среднее остальных показателей критерия',
  exclude: 'исключается, веса остальных увеличены',
};
