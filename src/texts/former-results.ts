/** Titles by which formulas find the columns of «Прошлые рейтинги», and what is said of a change. */
import type { Former, FormerResult, YearChange } from '../domain/rating/year-change.ts';

export const FORMER_SHEET = 'Прошлые рейтинги';

export const FORMER_TITLES = {
  year: 'Год',
  code: 'Код',
  name: 'Учреждение',
  total: 'Итог',
  error: 'Ошибка итога',
  shift: 'Сдвиг интервала',
  answers: 'Анкет',
  rules: 'Для программы: правила',
} as const;

/** Columns of «Рейтинг» on the change. */
export const CHANGE_TITLES = ['Прошлый год', 'Изменение', 'Значимо ли'];

const DIRECTION: Readonly<Record<YearChange['direction'], string>> = {
  rose: '↑ выросло',
  fell: '↓ снизилось',
  'not-significant': 'значимого изменения нет',
  unknown: 'значимость неизвестна',
};

const RULES: Readonly<Record<YearChange['rules'], string>> = {
  same: '',
  other: '; методика другая, сравнение условно',
  'not-known': '; методика не сверена',
};

/** «↑ выросло», with the year where it is not the last one and with what weakens the comparison. */
export function changeText({ direction, rules }: YearChange, former: number, year: number): string {
  return `${DIRECTION[direction]}${former === year - 1 ? '' : `; к ${former} году`}${RULES[rules]}`;
}

/** Why there is nothing to compare with; '' where nothing is wrong. */
export function formerProblemText(former: Former<FormerResult>): string {
  return former.kind === 'doubled' ? `две строки за ${former.year} год на листе «${FORMER_SHEET}»` : '';
}

export const unreadableText = (row: number, title: string): string =>
  `«${FORMER_SHEET}», строка ${row}, «${title}»: нужно число`;
