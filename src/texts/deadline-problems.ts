/** Problems of deadlines and of the calendar: those that formulas can meet. The script that formulas load has little room. */
import type { DeadlineProblem } from '../domain/plan/plan-problem.ts';
import type { Texts } from './words.ts';

export const where = (place: string): string => (place ? `${place}: ` : '');

const UNIT_NAMES: Readonly<Record<string, string>> = {
  quarter: 'квартала',
  half: 'полугодия',
  decade: 'декады',
  'half-month': 'половины месяца',
  week: 'недели месяца',
  day: 'числа месяца',
  workday: 'рабочего дня месяца',
  weekday: 'такого дня недели в месяце',
  mon: 'месяца периода',
};

const MONTHS_OF = 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' ');

const QUESTIONS = {
  'second-weekday':
    'Имеется в виду через неделю или второй в месяце? Напишите «раз в 2 недели» или «второй понедельник месяца».',
  'times-in-period': 'К каким дням? Назовите даты, например «до 1 марта, до 1 июня».',
  'day-of-what': 'Какого месяца? Допишите месяц, например «до 15 марта», или «15 числа каждого месяца».',
} as const;

/** Every text says where, what and how to mend it. */
export const deadlineProblemTexts: Texts<DeadlineProblem> = {
  'deadline.not-understood': ({ phrase, word, guess }, place) =>
    `${where(place)}срок «${phrase}» не понят: непонятно «${word}». ${guess ? `Возможно, «${guess}»? ` : ''}Напишите дату, период или событие, например «до 30 января», «ежеквартально», «в течение 10 дней после заседания».`,
  'deadline.no-such-date': ({ phrase, day, month }, place) =>
    `${where(place)}в сроке «${phrase}» нет такой даты: ${month >= 1 && month <= 12 ? `${day} ${MONTHS_OF[month - 1]} не бывает` : `месяца ${month} не бывает`}. Какая дата имелась в виду?`,
  'deadline.no-such-year': ({ phrase, year, guess }, place) =>
    `${where(place)}в сроке «${phrase}» год ${year}. ${guess === undefined ? 'Какой год имелся в виду?' : `Имелся в виду ${guess}?`}`,
  'deadline.no-such-number': ({ phrase, unit, number, max }, place) =>
    `${where(place)}в сроке «${phrase}» нет ${number}-го ${UNIT_NAMES[unit] ?? unit}: бывает от 1 до ${max}. Какой имелся в виду?`,
  'deadline.range-reversed': ({ phrase }, place) =>
    `${where(place)}в сроке «${phrase}» конец раньше начала. Какие даты имелись в виду?`,
  'deadline.ambiguous': ({ phrase, question }, place) =>
    `${where(place)}срок «${phrase}» можно понять по-разному. ${QUESTIONS[question]}`,
  'deadline.not-relative': (_, place) =>
    `${where(place)}этот срок не зависит от события: дату события вносить не нужно.`,
  'calendar.bad-row': ({ row, value, expected }, place) =>
    `${where(place)}строка ${row} календаря: «${value}» — ${expected === 'date' ? 'не дата. Нужна дата, например 12.06.2026' : 'непонятно, рабочий ли день. Напишите «рабочий» или «выходной»'}.`,
};

/** The sentence a person reads for a problem found at a place. */
export function deadlineProblemText(problem: DeadlineProblem, place = ''): string {
  // The union of functions is called with its own member: the code is the key.
  const text = deadlineProblemTexts[problem.code] as (problem: DeadlineProblem, place: string) => string;
  const sentence = text(problem, place);
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
