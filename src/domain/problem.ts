/**
 * A problem is data: a code and values. Where it happened is added by whoever knows the
 * place (a sheet and a cell); the words are in `texts/`, one per code.
 *
 * Each topic declares its own union: `type RatingProblem = { code: 'rating.out-of-range'; got: number } | …`.
 */
export interface ProblemData {
  readonly code: string;
}

export class ProblemError<P extends ProblemData = ProblemData> extends Error {
  readonly problem: P;

  constructor(problem: P) {
    super(problem.code);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}
