/** Words that people write as settings in cells and arguments; the first of each is the default. */
import type { EmptyPolicy, Formula, Rounding } from './method.ts';

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

export const FORMULA_WORDS: readonly (readonly [string, Formula['kind']])[] = [
  ['доля', 'share'],
  ['перечень', 'checklist'],
  ['норматив', 'norm'],
  ['ожидание', 'waiting'],
  ['среднее', 'mean-of'],
  ['шкала', 'bands'],
  ['средняя оценка', 'mean-mark'],
  ['баллы эксперта', 'entered'],
];

/** The value a word stands for, or undefined. */
export function meaningOf<T>(words: readonly (readonly [string, T])[], word: string): T | undefined {
  const found = words.find(([known]) => known === word.trim().toLowerCase());
  return found?.[1];
}

/** The word for a value. */
export function wordFor<T>(words: readonly (readonly [string, T])[], value: T): string {
  return words.find(([, meaning]) => meaning === value)![0];
}
