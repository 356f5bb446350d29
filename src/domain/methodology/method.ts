/**
 * A method of assessment as data: what is measured, how it becomes points, how points become
 * a total. Nothing here computes; `rating/` does, for any method that `validateMethod` accepts.
 */
import type { SphereId } from './sphere.ts';

/**
 * What to do when nobody answered the question of an indicator. No official text on it was
 * found, so it is a setting, named in every result.
 *
 * - `not-available`: the criterion and the total are not computed («н/д»);
 * - `hundred`: the indicator counts as its maximum;
 * - `mean`: it counts as the plain mean of the other indicators of its criterion;
 * - `exclude`: it is left out and the other weights of its criterion are scaled up to the same sum.
 */
export type EmptyPolicy = 'not-available' | 'hundred' | 'mean' | 'exclude';

/**
 * - `exact` («точно»): nothing is rounded on the way;
 * - `ministry` («минтруд»): whole numbers at each step, to the nearest, a half goes up; as the
 *   ministry's worked examples do, a half goes down in the calculated 2.2 (74,5 → 74), and the
 *   calculated criteria of the performing arts lose their fraction (61,5 → 61; 99,5 → 99);
 * - `practice` («практика»): criteria to 0.1, the total from those to 0.01.
 */
export type Rounding = 'exact' | 'ministry' | 'practice';

export type Formula =
  /** Mean of the shares of satisfied answers to each question, × max points. 1.3 has two questions. */
  | { readonly kind: 'share'; readonly questions: readonly string[] }
  /** Points for each item found, but the maximum from `fullFrom` items on. */
  | { readonly kind: 'checklist'; readonly list: string; readonly pointsPerItem: number; readonly fullFrom: number }
  /** Mean over the lists of (found ÷ norm), × max points. A norm of null is the length of the list. */
  | { readonly kind: 'norm'; readonly lists: readonly { readonly list: string; readonly norm: number | null }[] }
  /** Mean of the expert's waiting points (one of `steps`) and the share of those served in time. */
  | { readonly kind: 'waiting'; readonly list: string; readonly steps: readonly number[]; readonly question: string }
  /** Calculated, not measured: the mean of other indicators of the method. */
  | { readonly kind: 'mean-of'; readonly of: readonly string[] }
  /** A measured value (%, days) turned into points by the highest `from` that it reaches. */
  | {
      readonly kind: 'bands';
      readonly list: string;
      readonly bands: readonly { readonly from: number; readonly points: number }[];
    }
  /** Mean mark of the answers to a question with a scale of marks, in points. */
  | { readonly kind: 'mean-mark'; readonly question: string }
  /** Points that the expert gives, 0 to the maximum. */
  | { readonly kind: 'entered'; readonly list: string };

export interface Indicator {
  readonly code: string;
  readonly criterion: string;
  readonly title: string;
  /** Share of the criterion, 0–1; 1 where the criterion is a plain sum. */
  readonly weight: number;
  readonly maxPoints: number;
  readonly formula: Formula;
  /** Overrides the method's policy for this indicator. */
  readonly empty?: EmptyPolicy;
}

export interface Criterion {
  readonly code: string;
  readonly title: string;
  /**
   * `weighted`: weights make one; `sum`: points are added up;
   * a list: not established for the sphere, the mean of these criteria is taken instead.
   */
  readonly value: 'weighted' | 'sum' | { readonly meanOf: readonly string[] };
}

export interface Grade {
  /** Lowest total of the grade, points. */
  readonly from: number;
  readonly word: string;
}

export interface Method {
  readonly id: string;
  readonly title: string;
  /** The act the method comes from, as a document names it. */
  readonly act: string;
  readonly sphere: SphereId | null;
  readonly criteria: readonly Criterion[];
  readonly indicators: readonly Indicator[];
  readonly total: 'mean' | 'sum';
  readonly rounding: Rounding;
  readonly empty: EmptyPolicy;
  /** Highest first. Empty where the act gives no grades. */
  readonly grades: readonly Grade[];
  /** What the act leaves open and what was chosen, in words for the report. */
  readonly assumptions: readonly string[];
  /** Set when the Council approved it; from then on ratings name it. */
  readonly approved?: {
    readonly date: string;
    readonly order: string;
    /** `methodChecksum` at the time: a later change shows. */
    readonly checksum?: string;
  };
}
