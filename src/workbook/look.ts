/**
 * One palette for sheets, documents and pages, chosen for contrast (4.5:1 or better on white)
 * and for people who do not tell red from green: a state is always a word and a sign too.
 */
export const INK = '#1F2A37';
export const QUIET = '#5F6B7A';
export const LINE = '#D5DBE3';
export const HEADER = '#12506B';
export const BAND = '#F3F7FA';
export const DONE = '#1B7F4D';
export const SOON = '#9A6700';
export const OVERDUE = '#B3261E';
export const NONE = '#6B7280';
export const WHITE = '#FFFFFF';

/** Tab colours by stage of the year, in the order of the tabs. */
export const STAGE_COLOURS = {
  start: HEADER,
  plan: '#3B5BA5',
  survey: '#1B7F4D',
  rating: '#9A6700',
  documents: '#6B4E9B',
  technical: NONE,
} as const;

export type Stage = keyof typeof STAGE_COLOURS;
