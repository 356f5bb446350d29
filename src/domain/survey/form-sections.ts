import type { Question, Questionnaire } from './questionnaire.ts';

/**
 * One page of a form. The respondent leaves it by its last question: «Нет» there leads to
 * `onNoGoTo`, anything else to `next`.
 */
export interface FormSection {
  readonly id: string;
  readonly questions: readonly Question[];
  /** Page id, or 'end' to send the form. */
  readonly next: string;
  /** Only where the last question branches. Page id, or 'end'. */
  readonly onNoGoTo?: string;
}

/**
 * The pages of a form: a page ends after a question that branches and before a question that
 * a branch leads to, since forms can only jump from the end of a page to the start of one.
 * The id of a page is the id of its first question.
 */
export function formSections(questionnaire: Questionnaire): FormSection[] {
  const targets = questionnaire.questions.map((q) => q.onNoGoTo).filter((id) => id !== undefined);
  const pages: Question[][] = [];
  let previous: Question | undefined;
  for (const question of questionnaire.questions) {
    if (!previous || previous.onNoGoTo || targets.indexOf(question.id) >= 0) pages.push([]);
    pages[pages.length - 1]!.push(question);
    previous = question;
  }
  return pages.map((questions, at) => {
    const last = questions[questions.length - 1]!;
    const page = { id: questions[0]!.id, questions, next: pages[at + 1]?.[0]?.id ?? 'end' };
    return last.onNoGoTo ? { ...page, onNoGoTo: last.onNoGoTo } : page;
  });
}
