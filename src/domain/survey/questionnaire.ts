/** A questionnaire as data. What a form, a paper sheet and a tally have in common. */

export type QuestionKind = 'yes-no' | 'mark' | 'choice' | 'text';

export interface Question {
  /** Stable: the same question keeps it in every printed numbering. */
  readonly id: string;
  readonly text: string;
  readonly kind: QuestionKind;
  /** For `yes-no` exactly two: «да», then «нет»; for `mark` the marks themselves, worst first. */
  readonly choices: readonly string[];
  readonly required: boolean;
  /** Where «Нет» leads; the questions between are not asked. */
  readonly onNoGoTo?: string;
  /** What the answer is used for: an indicator and, where it has two, which part of it. */
  readonly feeds?: { readonly indicator: string; readonly part?: string };
}

export interface Questionnaire {
  readonly id: string;
  readonly title: string;
  readonly preamble: string;
  readonly questions: readonly Question[];
}

/** Questions whose answers become points, so their joint counts are kept for the sampling error. */
export function scoredQuestions(questionnaire: Questionnaire): Question[] {
  return questionnaire.questions.filter((q) => q.feeds && (q.kind === 'yes-no' || q.kind === 'mark'));
}
