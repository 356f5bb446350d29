import type { AnswerProblem } from '../domain/survey/answer.ts';
import type { Texts } from './words.ts';

/** Why a part of an answer is not counted; nothing is lost, the raw answer stays in «Ответы». */
export const answerProblemTexts: Texts<AnswerProblem> = {
  'survey.skipped-answer': ({ question, filter }, place) =>
    `${place}: ответ на ${question} не учтён: после «Нет» на ${filter} этот вопрос не задаётся. Исправлять ничего не нужно.`,
  'survey.unknown-choice': ({ question, got }, place) =>
    `${place}: ответ «${got}» на ${question} не учтён: такого варианта в анкете нет. Исправьте ответ или оставьте как есть.`,
  'survey.unknown-question': ({ question }, place) =>
    `${place}: вопроса ${question} в анкете этой сферы нет, ответ не учтён. Проверьте сферу учреждения.`,
};

export function answerProblemText(problem: AnswerProblem, place: string): string {
  const text = answerProblemTexts[problem.code] as (problem: AnswerProblem, place: string) => string;
  return text(problem, place);
}
