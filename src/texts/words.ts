import type { ProblemData } from '../domain/problem.ts';

/** Words for every code of a topic's problems; a code without words does not compile. */
export type Texts<P extends ProblemData> = {
  readonly [Code in P['code']]: (problem: Extract<P, { code: Code }>, place: string) => string;
};
