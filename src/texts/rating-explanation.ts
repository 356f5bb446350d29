import type { Rounding } from '../domain/methodology/method.ts';
import type { Source } from '../domain/rating/explanation.ts';
import type { StandardError } from '../domain/rating/standard-error.ts';

export const ROUNDING_TEXT: Readonly<Record<Rounding, string>> = {
  exact: 'точно: промежуточных округлений нет',
  ministry: 'минтруд: до целых на каждом шаге',
  practice: 'практика: критерии до 0,1, итог до 0,01',
};

export const ERROR_TEXT: Readonly<Record<StandardError['way'], string>> = {
  linearised: 'линеаризация по совместным суммам «Свода»',
  'plus-four': 'ответов мало или почти все одинаковы: добавлены 2 довольных и 2 недовольных (Агрести — Коул)',
  'no-survey': 'опрос не влияет на итог, случайной погрешности нет',
};

/** «вопрос q15: да 45 из 60». */
export function sourceText({ kind, id, counts }: Source): string {
  if (kind === 'question') return `вопрос ${id}: «да» ${counts?.yes ?? 0} из ${counts?.answered ?? 0}`;
  return kind === 'list' ? `наблюдения, перечень «${id}»` : id;
}
