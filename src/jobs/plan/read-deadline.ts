import { parseDeadline } from '../../domain/plan/parse-deadline.ts';
import { deadlineWarningText, describeDeadline } from '../../texts/deadline-words.ts';
import { planProblemText } from '../../texts/plan-problems.ts';

/** How a phrase was read, in words, and what is doubtful about it. `reading` is '' when it was not understood. */
export function readingOf(phrase: string, year: number): { reading: string; doubts: string[] } {
  const read = parseDeadline(phrase, year);
  if (read.problem) return { reading: '', doubts: [planProblemText(read.problem)] };
  return { reading: describeDeadline(read.deadline), doubts: read.warnings.map(deadlineWarningText) };
}
