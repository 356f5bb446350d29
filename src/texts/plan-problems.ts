import { russianDay } from '../domain/plan/dates.ts';
import type { PlanProblem } from '../domain/plan/plan-problem.ts';
import { deadlineProblemTexts, where } from './deadline-problems.ts';
import type { Texts } from './words.ts';

/** Every text says where, what and how to mend it. */
export const planProblemTexts: Texts<PlanProblem> = {
  ...deadlineProblemTexts,
  'calendar.year-missing': ({ year }, place) =>
    `${where(place)}нет производственного календаря на ${year} год: выходными взяты субботы, воскресенья и праздники по закону, переносы неизвестны. Внесите их на лист «Календарь».`,
  'calendar.year-incomplete': ({ year, missing }, place) =>
    `${where(place)}в календаре ${year} года нет праздничных дней: ${missing.map(russianDay).join(', ')}. Они взяты по закону; внесите их и переносы на лист «Календарь».`,
  'reminders.bad-ladder': ({ written, word }, place) =>
    `${where(place)}«${written}» не прочитано: непонятно «${word}». Впишите, за сколько дней напоминать, через запятую, например «60, 30, 7», или «нет». До исправления действуют обычные дни.`,
  'quiet-days.not-understood': ({ piece }, place) =>
    `${where(place)}в тихих днях не прочитано «${piece}». Напишите дни недели, даты или промежутки через точку с запятой, например «пт; 01.05–10.05; 09.03.2026». Остальные тихие дни действуют.`,
  'quiet-days.reversed': ({ piece }, place) =>
    `${where(place)}в тихих днях «${piece}» конец раньше начала. Исправьте даты; остальные тихие дни действуют.`,
  'quiet-days.too-long': ({ piece, days }, place) =>
    `${where(place)}тихие дни «${piece}» — это ${days} дней подряд, напоминания потеряли бы смысл. Укажите не больше 100 дней или остановите напоминания: «НОКО → План → Остановить напоминания».`,
  'quiet-days.whole-week': (_, place) =>
    `${where(place)}тихими названы все дни с понедельника по пятницу: письма не уходили бы никогда. Уберите хотя бы один день или остановите напоминания: «НОКО → План → Остановить напоминания».`,
  'plan.no-table': (_, place) =>
    `${where(place)}таблица плана не найдена: нет строки заголовков со столбцами «Мероприятие» и «Срок». Скопируйте план вместе с шапкой таблицы.`,
  'plan.no-lines': (_, place) => `${where(place)}под шапкой таблицы нет ни одной строки. Скопируйте план целиком.`,
};

/** The sentence a person reads for a problem found at a place. */
export function planProblemText(problem: PlanProblem, place = ''): string {
  // The union of functions is called with its own member: the code is the key.
  const text = planProblemTexts[problem.code] as (problem: PlanProblem, place: string) => string;
  const sentence = text(problem, place);
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
