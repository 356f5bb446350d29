import { ProblemError } from '../domain/problem.ts';
import { TableMissing } from '../workbook/records.ts';
import { importProblemTexts } from './import-problems.ts';
import { methodProblemTexts } from './method-problems.ts';
import { planProblemTexts } from './plan-problems.ts';
import { ratingProblemTexts } from './rating-problems.ts';
import { tableProblemTexts } from './table-problems.ts';

type AnyTexts = Readonly<Record<string, ((problem: never, place: string) => string) | undefined>>;

const all = (): AnyTexts => ({
  ...tableProblemTexts,
  ...planProblemTexts,
  ...importProblemTexts,
  ...ratingProblemTexts,
  ...methodProblemTexts,
});

/** A problem in Russian: what happened, where, how to mend it. */
export function problemInWords(problem: { readonly code: string }, place = ''): string {
  const words = all()[problem.code];
  return words ? words(problem as never, place) : `Неизвестная ошибка ${problem.code}. Где: ${place}.`;
}

/** What went wrong, whatever was thrown. Google's own errors keep their words: they name the limit or the right. */
export function wordsOf(error: unknown): string {
  if (error instanceof ProblemError || error instanceof TableMissing) return problemInWords(error.problem);
  const message = error instanceof Error ? error.message : String(error);
  return `Google сообщает: «${message}». Повторите действие; если не помогло — «НОКО → Проверить и починить».`;
}
