/** Share of last year's recipients that the method asks to question, in tenths: 4 of 10. */
const SAMPLE_TENTHS = 4;
const SAMPLE_CEILING = 600;

/**
 * Answers required from one institution.
 *
 * @param recipients people served in the calendar year before, a whole number ≥ 0
 * @source Минтруд 675н: 40 % of recipients, not more than 600
 */
export function requiredSample(recipients: number): number {
  return Math.min(SAMPLE_CEILING, Math.ceil((recipients * SAMPLE_TENTHS) / 10));
}
