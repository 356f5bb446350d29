import type { RatingProblem } from '../domain/rating/rating-problem.ts';
import type { TallyProblem } from '../domain/survey/tally.ts';
import type { Texts } from './words.ts';

/** 83.5 → «83,5». */
const ru = (value: number): string => String(value).replace('.', ',');
const where = (place: string): string => (place ? `${place}: ` : '');

/** Every text says where, what and how to mend it. */
export const ratingProblemTexts: Texts<RatingProblem | TallyProblem> = {
  'rating.empty': ({ expected }, place) =>
    `${where(place)}пустая ячейка, нужно ${expected}. Заполните её или сократите диапазон.`,
  'rating.not-a-number': ({ got, expected }, place) =>
    `${where(place)}нужно ${expected}, а стоит «${got}». Исправьте ячейку.`,
  'rating.not-a-count': ({ input, got }, place) =>
    `${where(place)}${input}: нужно целое число не меньше 0, а стоит ${ru(got)}. Исправьте ячейку.`,
  'rating.out-of-range': ({ input, got, min, max }, place) =>
    `${where(place)}${input}: ${ru(got)} вне пределов ${ru(min)}–${ru(max)}. Исправьте ячейку.`,
  'rating.more-yes-than-answered': ({ yes, answered }, place) =>
    `${where(place)}удовлетворены ${ru(yes)}, а ответили только ${ru(answered)}. Проверьте оба числа.`,
  'rating.more-answered-than-recipients': ({ answered, recipients }, place) =>
    `${where(place)}ответили ${ru(answered)}, а получателей услуг только ${ru(recipients)}. Проверьте численность получателей.`,
  'rating.above-norm': ({ found, norm }, place) =>
    `${where(place)}найдено ${ru(found)} единиц информации при нормативе ${ru(norm)}. Проверьте норматив.`,
  'rating.zero-norm': (_, place) => `${where(place)}норматив равен 0. Укажите, сколько единиц информации требуется.`,
  'rating.below-bands': ({ got, min }, place) =>
    `${where(place)}${ru(got)} ниже первой ступени шкалы (${ru(min)}). Исправьте значение или шкалу.`,
  'rating.unknown-sphere': ({ got, known }, place) =>
    `${where(place)}неизвестная сфера «${got}». Выберите одну из: ${known}.`,
  'rating.unknown-indicator': ({ got, known }, place) =>
    `${where(place)}неизвестный показатель «${got}». Есть показатели ${known}.`,
  'rating.not-established': ({ indicator, sphere }, place) =>
    `${where(place)}показатель ${indicator} для сферы «${sphere}» не установлен. Уберите его или проверьте сферу.`,
  'rating.unknown-word': ({ input, got, known }, place) =>
    `${where(place)}${input}: «${got}» не подходит. Выберите: ${known}.`,
  'rating.missing-column': ({ column }, place) =>
    `${where(place)}нет столбца «${column}». Добавьте его в таблицу вместе с заголовком.`,
  'rating.doubled': ({ what }, place) => `${where(place)}${what} встречается дважды. Оставьте один.`,
  'rating.different-sizes': ({ input, got, expected }, place) =>
    `${where(place)}${input} ${got}, а нужно ${expected}. Возьмите диапазоны одного размера.`,
  'rating.missing-input': ({ inputs }, place) => `${where(place)}не хватает значений. Нужно: ${inputs}.`,
  'rating.not-yes-or-no': ({ got }, place) => `${where(place)}«${got}» — не «Да» и не «Нет». Исправьте ячейку.`,
  'rating.no-data': (_, place) => `${where(place)}нет ни одной заполненной строки. Проверьте диапазон.`,
  'survey.different-questions': (_, place) =>
    `${where(place)}подсчёты сделаны по разным анкетам. Соберите «Свод» заново из меню «НОКО».`,
  'survey.unreadable-tally': ({ got }, place) =>
    `${where(place)}служебная ячейка «Свода» испорчена («${got}»). Соберите «Свод» заново из меню «НОКО».`,
};

/** The sentence a person reads for a problem found at a place. */
export function ratingProblemText(problem: RatingProblem | TallyProblem, place: string): string {
  // The union of functions is called with its own member: the code is the key.
  const text = ratingProblemTexts[problem.code] as (problem: RatingProblem | TallyProblem, place: string) => string;
  const sentence = text(problem, place);
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
