import type { AnswerProblem } from '../domain/survey/answer.ts';
import type { Texts } from './words.ts';

/** Why a part of an answer is not counted; nothing is lost, the raw answer stays in «Ответы». */
const answerProblemTexts: Texts<AnswerProblem> = {
  'survey.skipped-answer': ({ question, filter }, place) =>
    `${place}: ответ на ${asked(question)} не учтён: после «Нет» на ${asked(filter)} этот вопрос не задаётся. Исправлять ничего не нужно.`,
  'survey.unknown-choice': ({ question, got }, place) =>
    `${place}: ответ «${got}» на ${asked(question)} не учтён: такого варианта в анкете нет. Исправьте ответ или оставьте как есть.`,
  'survey.unknown-question': ({ question }, place) =>
    `${place}: есть ответ на ${asked(question)}, а в анкете этой сферы такого вопроса нет; ответ не учтён. Проверьте сферу учреждения.`,
};

/** «вопрос 3», as the columns of «Ответы» number them. */
function asked(question: string): string {
  return `вопрос ${question.replace(/^q/, '')}`;
}

export function answerProblemText(problem: AnswerProblem, place: string): string {
  // The union of functions is called with its own member: the code is the key.
  const text = answerProblemTexts[problem.code] as (problem: AnswerProblem, place: string) => string;
  return text(problem, place);
}
