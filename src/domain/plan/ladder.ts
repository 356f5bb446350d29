import { ProblemError } from '../problem.ts';
import type { PlanProblem } from './plan-problem.ts';

/** A plan is of one year: nobody is told earlier than a year ahead. */
const MOST_DAYS = 366;

/** Words that may stand around the numbers: «за 30 и 7 дней». */
const FILLERS = ['за', 'и', 'день', 'дня', 'дней', 'дн', 'дн.'];

/**
 * «Напоминать за, дней» of a line or of the settings.
 *
 * @returns whole days before the working day, the most first, each once; [] for «нет»; undefined where nothing is written
 * @throws ProblemError 'reminders.bad-ladder' naming the word that is no number of days 0–366
 * @example readLadder('60, 30 и 7 дней') // [60, 30, 7]
 */
export function readLadder(written: string): readonly number[] | undefined {
  const words = written
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter((word) => word !== '' && FILLERS.indexOf(word) < 0);
  if (words.length === 0) return undefined;
  if (words.length === 1 && words[0] === 'нет') return [];
  const days = words.map((word) => {
    if (/^\d{1,3}$/.test(word) && Number(word) <= MOST_DAYS) return Number(word);
    throw new ProblemError<PlanProblem>({ code: 'reminders.bad-ladder', written, word });
  });
  return days.filter((each, at) => days.indexOf(each) === at).sort((a, b) => b - a);
}
