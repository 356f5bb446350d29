/**
 * What is left of the answers once they are counted: the only thing that ratings depend on.
 * One answer is added in constant time, two tallies merge by addition, and counting again
 * from the answers gives the same numbers in any order.
 *
 * Besides the counts of each question the joint counts of pairs are kept, because the sampling
 * error of a score depends on how answers of one person go together.
 */
import { ProblemError } from '../problem.ts';
import type { Answer, AnswerValue } from './answer.ts';
import { type Questionnaire, scoredQuestions } from './questionnaire.ts';

/** Which questions a tally counts, and how. Equal layouts merge. */
export interface TallyLayout {
  /** Yes-no questions and marks, filters included. */
  readonly counted: readonly string[];
  /** Those of them that become points; joint counts are kept for these. */
  readonly scored: readonly string[];
  /** Questions with a choice: how often each was chosen. */
  readonly chosen: readonly { readonly question: string; readonly choices: readonly string[] }[];
  /** Questions answered in words: only how many answered. */
  readonly worded: readonly string[];
}

/**
 * Counts of one institution; arrays follow the layout. y is 1 for yes, 0 for no, or the mark;
 * d is 1 where the question was answered.
 */
export interface InstitutionTally {
  readonly institution: string;
  /** Respondents. */
  answers: number;
  /** Σy by counted question: the number of «Да», or the sum of marks. */
  readonly sums: number[];
  /** Σd by counted question. */
  readonly answered: number[];
  /** Σ y_k·y_l by pair of scored questions k ≤ l, see `pairIndex`. */
  readonly yy: number[];
  /** Σ d_k·d_l by pair k ≤ l. */
  readonly dd: number[];
  /** Σ y_k·d_l by ordered pair, row k. */
  readonly yd: number[];
  /** By question with a choice, by choice. */
  readonly chosen: number[][];
  /** By worded question. */
  readonly worded: number[];
}

export interface Tally {
  readonly layout: TallyLayout;
  readonly institutions: Map<string, InstitutionTally>;
}

export type TallyProblem =
  | { readonly code: 'survey.different-questions'; readonly ours: string; readonly theirs: string }
  | { readonly code: 'survey.unreadable-tally'; readonly got: string };

/** What is counted of a questionnaire, in its order. */
export function tallyLayout(questionnaire: Questionnaire): TallyLayout {
  const { questions } = questionnaire;
  return {
    counted: questions.filter((q) => q.kind === 'yes-no' || q.kind === 'mark').map((q) => q.id),
    scored: scoredQuestions(questionnaire).map((q) => q.id),
    chosen: questions.filter((q) => q.kind === 'choice').map((q) => ({ question: q.id, choices: q.choices })),
    worded: questions.filter((q) => q.kind === 'text').map((q) => q.id),
  };
}

export function emptyTally(layout: TallyLayout): Tally {
  return { layout, institutions: new Map() };
}

/** Place of the pair (k, l) in the packed upper triangle of a symmetric table of `size` rows. */
export function pairIndex(k: number, l: number, size: number): number {
  const [low, high] = k <= l ? [k, l] : [l, k];
  return low * size - (low * (low - 1)) / 2 + (high - low);
}

const zeros = (length: number): number[] => new Array<number>(length).fill(0);

export function emptyInstitutionTally(institution: string, layout: TallyLayout): InstitutionTally {
  const size = layout.scored.length;
  return {
    institution,
    answers: 0,
    sums: zeros(layout.counted.length),
    answered: zeros(layout.counted.length),
    yy: zeros((size * (size + 1)) / 2),
    dd: zeros((size * (size + 1)) / 2),
    yd: zeros(size * size),
    chosen: layout.chosen.map(({ choices }) => zeros(choices.length)),
    worded: zeros(layout.worded.length),
  };
}

const points = (value: AnswerValue | undefined): number | undefined =>
  typeof value === 'boolean' ? Number(value) : typeof value === 'number' ? value : undefined;

/** Adds one answer, in place. */
export function addAnswer(tally: Tally, answer: Answer): void {
  const { layout, institutions } = tally;
  let own = institutions.get(answer.institution);
  if (!own) {
    own = emptyInstitutionTally(answer.institution, layout);
    institutions.set(answer.institution, own);
  }
  const { values } = answer;
  own.answers += 1;
  layout.counted.forEach((id, k) => {
    const y = points(values[id]);
    if (y === undefined) return;
    own.sums[k]! += y;
    own.answered[k]! += 1;
  });
  const size = layout.scored.length;
  const places: number[] = [];
  const ys: number[] = [];
  layout.scored.forEach((id, k) => {
    const y = points(values[id]);
    if (y === undefined) return;
    places.push(k);
    ys.push(y);
  });
  for (let i = 0; i < places.length; i += 1) {
    const k = places[i]!;
    const row = k * size - (k * (k - 1)) / 2 - k;
    for (let j = 0; j < places.length; j += 1) {
      const l = places[j]!;
      own.yd[k * size + l]! += ys[i]!;
      if (l < k) continue;
      own.dd[row + l]! += 1;
      own.yy[row + l]! += ys[i]! * ys[j]!;
    }
  }
  layout.chosen.forEach(({ question, choices }, at) => {
    const place = choices.indexOf(String(values[question]));
    if (place >= 0) own.chosen[at]![place]! += 1;
  });
  layout.worded.forEach((id, at) => {
    if (values[id] !== undefined) own.worded[at]! += 1;
  });
}

export function tallyOf(layout: TallyLayout, answers: Iterable<Answer>): Tally {
  const tally = emptyTally(layout);
  for (const answer of answers) addAnswer(tally, answer);
  return tally;
}

const plus = (a: readonly number[], b: readonly number[]): number[] => a.map((value, at) => value + b[at]!);

export function mergeInstitutionTallies(a: InstitutionTally, b: InstitutionTally): InstitutionTally {
  return {
    institution: a.institution,
    answers: a.answers + b.answers,
    sums: plus(a.sums, b.sums),
    answered: plus(a.answered, b.answered),
    yy: plus(a.yy, b.yy),
    dd: plus(a.dd, b.dd),
    yd: plus(a.yd, b.yd),
    chosen: a.chosen.map((counts, at) => plus(counts, b.chosen[at]!)),
    worded: plus(a.worded, b.worded),
  };
}

/**
 * A new tally, equal to counting the answers of both.
 *
 * @throws ProblemError 'survey.different-questions' when the two count different questions
 */
export function mergeTallies(a: Tally, b: Tally): Tally {
  const [ours, theirs] = [JSON.stringify(a.layout), JSON.stringify(b.layout)];
  if (ours !== theirs) throw new ProblemError<TallyProblem>({ code: 'survey.different-questions', ours, theirs });
  const institutions = new Map(a.institutions);
  b.institutions.forEach((own, code) => {
    const before = institutions.get(code);
    institutions.set(code, before ? mergeInstitutionTallies(before, own) : own);
  });
  return { layout: a.layout, institutions };
}
