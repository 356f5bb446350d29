/**
 * Small counts that could name a person are not published: a share of fewer than ten answers is
 * hidden, of fewer than thirty marked. What else must be hidden with it: `published-shares.ts`.
 */

export const HIDDEN_BELOW = 10;
export const MARKED_BELOW = 30;

export type Visibility = 'shown' | 'marked' | 'hidden' | 'hidden-with-another';

/** Of a share by itself, with nothing published beside it. */
export function visibilityAlone(answered: number): Visibility {
  // Nobody answered: there is nobody to name.
  if (answered === 0) return 'shown';
  if (answered < HIDDEN_BELOW) return 'hidden';
  return answered < MARKED_BELOW ? 'marked' : 'shown';
}
