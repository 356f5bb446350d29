import type { MethodField } from '../domain/methodology/validate-method.ts';

/** Titles of the columns of «Методика», for naming the cell. */
export const METHOD_COLUMN_TITLES: Readonly<Record<MethodField, string>> = {
  code: 'Код',
  criterion: 'Критерий',
  title: 'Название',
  weight: 'Вес',
  kind: 'Формула',
  inputs: 'Откуда',
  norm: 'Норматив',
  points: 'Баллы',
  max: 'Максимум',
  empty: 'Без ответов',
};
