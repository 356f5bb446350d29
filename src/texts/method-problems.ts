import type { MethodProblem } from '../domain/methodology/validate-method.ts';
import { METHOD_COLUMN_TITLES } from './method-columns.ts';
import type { Texts } from './words.ts';

const ru = (value: number): string => String(value).replace('.', ',');

/** Every text says what, where and how to mend it; the place is the row, the column is added here. */
export const methodProblemTexts: Texts<MethodProblem> = {
  'method.weights-do-not-sum': ({ row, sum }, place) =>
    `${place}: веса показателей критерия ${row} дают ${ru(sum)}, а должны давать 1. Исправьте веса.`,
  'method.bad-weight': ({ row, got }, place) =>
    `${place}: вес показателя ${row} — «${got}». Нужно число больше 0 и не больше 1.`,
  'method.bad-max': ({ row, got }, place) =>
    `${place}: максимум показателя ${row} — «${got}». Нужно число больше 0, в критерии по весам одно для всех показателей.`,
  'method.doubled-code': ({ row }, place) => `${place}: код ${row} встречается дважды. Дайте показателям разные коды.`,
  'method.unknown-criterion': ({ got }, place) =>
    `${place}: нет критерия «${got}». Добавьте его строку или исправьте код.`,
  'method.empty-criterion': ({ row }, place) =>
    `${place}: у критерия ${row} нет показателей. Добавьте их или удалите критерий.`,
  'method.unknown-question': ({ got }, place) => `${place}: в анкете нет вопроса «${got}». Исправьте код вопроса.`,
  'method.unknown-list': ({ got }, place) => `${place}: нет контрольного списка «${got}». Исправьте название списка.`,
  'method.unknown-indicator': ({ got }, place) => `${place}: нет показателя «${got}». Исправьте код.`,
  'method.cycle': ({ path }, place) => `${place}: показатель считается сам через себя: ${path}. Разорвите круг.`,
  'method.bad-formula': ({ row, expected }, place) => `${place}: показатель ${row || 'без кода'}: нужно — ${expected}.`,
  'method.unknown-word': ({ got, known }, place) => `${place}: «${got}» не подходит. Выберите: ${known}.`,
  'method.unknown-sphere': ({ got, known }, place) => `${place}: нет сферы «${got}». Выберите: ${known}.`,
  'method.doubled-sphere': ({ got }, place) => `${place}: для сферы «${got}» уже есть методика выше. Оставьте одну.`,
  'method.no-indicators': (_, place) => `${place}: в методике нет ни одного показателя. Добавьте строки показателей.`,
  'method.bad-grades': (_, place) =>
    `${place}: оценки идут от высшей к низшей: «81 = отлично; 61 = хорошо…». Исправьте строку.`,
};

/** The sentence for a mistake in a method found in a row. */
export function methodProblemText(problem: MethodProblem, place: string): string {
  const text = methodProblemTexts[problem.code] as (problem: MethodProblem, place: string) => string;
  return text(problem, `${place}, столбец «${METHOD_COLUMN_TITLES[problem.field]}»`);
}
