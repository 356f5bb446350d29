/**
 * A second view of a share: what it would be if the age (or sex, or district) of those who
 * answered were that of all recipients. The official score is never weighted.
 */

export interface Stratum {
  readonly yes: number;
  readonly answered: number;
  /** Recipients in the stratum, or any numbers in their proportion. */
  readonly recipients: number;
}

export interface WeightedShare {
  /** 0–1. */
  readonly share: number;
  /** (Σw)²/Σw² over respondents, w = recipients ÷ answered of the stratum. @source L. Kish (1965), 11.7 */
  readonly effectiveSize: number;
  /** Share of recipients in strata where nobody answered; their opinion is not in the result. */
  readonly uncovered: number;
}

/** null where nobody answered. */
export function postStratifiedShare(strata: readonly Stratum[]): WeightedShare | null {
  const filled = strata.filter(({ answered }) => answered > 0);
  const sum = (of: (stratum: Stratum) => number): number => filled.reduce((total, stratum) => total + of(stratum), 0);
  const covered = sum(({ recipients }) => recipients);
  if (covered === 0) return null;
  const all = strata.reduce((total, { recipients }) => total + recipients, 0);
  return {
    share: sum(({ yes, answered, recipients }) => (recipients * yes) / answered) / covered,
    effectiveSize: covered ** 2 / sum(({ answered, recipients }) => recipients ** 2 / answered),
    uncovered: 1 - covered / all,
  };
}
