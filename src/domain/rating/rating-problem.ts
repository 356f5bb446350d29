/** What can be wrong with the numbers of a rating; words: `texts/rating-problems.ts`. */
export type RatingProblem =
  | { readonly code: 'rating.empty'; readonly expected: string }
  | { readonly code: 'rating.not-a-number'; readonly got: string; readonly expected: string }
  | { readonly code: 'rating.not-a-count'; readonly input: string; readonly got: number }
  | {
      readonly code: 'rating.out-of-range';
      readonly input: string;
      readonly got: number;
      readonly min: number;
      readonly max: number;
    }
  | { readonly code: 'rating.more-yes-than-answered'; readonly yes: number; readonly answered: number }
  | { readonly code: 'rating.more-answered-than-recipients'; readonly answered: number; readonly recipients: number }
  | { readonly code: 'rating.above-norm'; readonly found: number; readonly norm: number }
  | { readonly code: 'rating.zero-norm' }
  | { readonly code: 'rating.below-bands'; readonly got: number; readonly min: number }
  | { readonly code: 'rating.unknown-sphere'; readonly got: string; readonly known: string }
  | { readonly code: 'rating.unknown-indicator'; readonly got: string; readonly known: string }
  | { readonly code: 'rating.not-established'; readonly indicator: string; readonly sphere: string }
  | { readonly code: 'rating.unknown-word'; readonly input: string; readonly got: string; readonly known: string }
  | { readonly code: 'rating.missing-column'; readonly column: string }
  | { readonly code: 'rating.doubled'; readonly what: string }
  | {
      readonly code: 'rating.different-sizes';
      /** What was counted: «столбец сфер: строк». */
      readonly input: string;
      readonly got: number;
      readonly expected: number;
    }
  | { readonly code: 'rating.missing-input'; readonly inputs: string }
  | { readonly code: 'rating.not-yes-or-no'; readonly got: string }
  | { readonly code: 'rating.no-data' };
