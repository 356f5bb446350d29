/** Answers at random for property tests: any of the questions, any institution of a few. */
import fc from 'fast-check';
import type { Answer } from '../../../src/domain/survey/answer.ts';
import { readAnswer } from '../../../src/domain/survey/answer.ts';
import type { Questionnaire } from '../../../src/domain/survey/questionnaire.ts';

/** One respondent: each question answered yes, no or not at all, then made to agree with the branches. */
export function respondent(questionnaire: Questionnaire, institutions: readonly string[]): fc.Arbitrary<Answer> {
  const cells: Record<string, fc.Arbitrary<string>> = {};
  for (const { id, kind, choices } of questionnaire.questions) {
    cells[id] = kind === 'text' ? fc.constantFrom('', 'Больше книг') : fc.constantFrom('', ...choices, ...choices);
  }
  return fc
    .tuple(fc.constantFrom(...institutions), fc.record(cells))
    .map(([institution, raw]) => readAnswer(questionnaire, institution, raw).answer);
}

/** Repeatable uniform numbers for larger samples than fast-check is meant for. */
export function lehmer(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

/** A sample where answers of one person go together: a general mood moves every question. */
export function correlatedSample(
  questionnaire: Questionnaire,
  institution: string,
  size: number,
  pleased: number,
  next: () => number,
): Answer[] {
  return Array.from({ length: size }, () => {
    const mood = next() < 0.5 ? 0.08 : -0.08;
    const raw: Record<string, string> = {};
    for (const question of questionnaire.questions) {
      if (question.kind !== 'yes-no') continue;
      const chance = question.onNoGoTo ? 0.6 : Math.min(1, Math.max(0, pleased + mood));
      raw[question.id] = next() < chance ? question.choices[0]! : question.choices[1]!;
    }
    return readAnswer(questionnaire, institution, raw).answer;
  });
}
