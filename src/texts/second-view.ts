import type { GroupsProblem } from '../domain/rating/recipient-groups.ts';
import type { SecondView } from '../domain/rating/second-view.ts';
import { HIDDEN_BELOW } from '../domain/rating/suppression.ts';

const SHEET = 'Состав получателей';

export function groupsProblemText(problem: GroupsProblem): string {
  switch (problem.code) {
    case 'composition.unknown-choice':
      return `не считается: на листе «${SHEET}» в группе «${problem.group}» стоит «${problem.got}», а в анкете такого ответа нет. Возможные: ${problem.known}. Несколько ответов одной группы пишутся через точку с запятой`;
    case 'composition.doubled-choice':
      return `не считается: «${problem.choice}» стоит на листе «${SHEET}» в двух группах; оставьте в одной`;
    case 'composition.no-number':
      return `не считается: на листе «${SHEET}» не указано число получателей: ${problem.groups}. Впишите число; если получателей нет — 0`;
    case 'composition.negative':
      return `не считается: на листе «${SHEET}» у группы «${problem.group}» число получателей ${problem.got}; нужно 0 или больше`;
  }
}

/** Why there is no weighted total, or what a reader must know about it. */
export function secondViewText({ result, total, unsaid, outside }: SecondView): string {
  const left = [
    unsaid > 0 ? `не ответили на этот вопрос и не взвешены: ${unsaid}` : '',
    outside > 0 ? `в группах без получателей и не взвешены: ${outside}` : '',
  ].filter((part) => part !== '');
  switch (result.kind) {
    case 'one-stratum':
      return 'не считается: нужны хотя бы две группы с получателями';
    case 'nobody-answered':
      return `не считается: никто не ответил из групп: ${result.strata
        .map(({ name, recipients }) => `«${name}» (${recipients} получателей)`)
        .join(
          ', ',
        )}. Объедините их с соседними на листе «${SHEET}»: одна строка «45–54; 55–64» с общим числом получателей`;
    case 'few-answered':
      return `скрыто: ответивших меньше ${HIDDEN_BELOW} в группах: ${result.strata
        .map((name) => `«${name}»`)
        .join(', ')}. По двум итогам можно было бы вычислить их мнение. Объедините их с соседними на листе «${SHEET}»`;
    case 'weighted':
      return [total === null ? 'у одного из критериев нет данных' : '', ...left]
        .filter((part) => part !== '')
        .join('; ');
  }
}
