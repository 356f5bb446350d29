/**
 * Which shares of a published table may be seen, when К1–К5 of each institution and the total of
 * each question are published beside it. Both give a lone hidden share away: the criterion with
 * its other indicators, the total with the other institutions. So each is closed until neither does.
 */
import { HIDDEN_BELOW, MARKED_BELOW, type Visibility, visibilityOf } from './suppression.ts';

export interface PublishedShare {
  readonly institution: string;
  readonly question: string;
  /** Criterion that the question feeds. */
  readonly criterion: string;
  readonly yes: number;
  readonly answered: number;
}

export interface ShareTotal {
  readonly question: string;
  readonly yes: number;
  readonly answered: number;
  readonly visibility: Visibility;
}

const isHidden = (word: Visibility | undefined): boolean => word === 'hidden' || word === 'hidden-with-another';

/** @returns one word a cell, in the same order, and the totals of the questions */
export function publishedShares(cells: readonly PublishedShare[]): { words: Visibility[]; totals: ShareTotal[] } {
  const words = visibilityOf(cells, true);
  const known = cells.map((_, at) => at).filter((at) => cells[at]!.answered > 0);
  const groupsBy = (key: (cell: PublishedShare) => string): number[][] => {
    const groups = new Map<string, number[]>();
    for (const at of known) groups.set(key(cells[at]!), [...(groups.get(key(cells[at]!)) ?? []), at]);
    return Array.from(groups.values());
  };
  const criteria = groupsBy(({ institution, criterion }) => `${institution}|${criterion}`);
  const columns = groupsBy(({ question }) => question);
  const hide = (at: number): void => {
    words[at] = 'hidden-with-another';
  };
  // Only ever hides more, so it comes to an end.
  for (let before = -1, now = 0; before !== now; ) {
    before = now;
    for (const group of criteria) {
      if (group.some((at) => isHidden(words[at]))) group.filter((at) => !isHidden(words[at])).forEach(hide);
    }
    for (const column of columns) {
      if (column.filter((at) => isHidden(words[at])).length !== 1) continue;
      const [smallest] = column
        .filter((at) => !isHidden(words[at]))
        .sort((a, b) => cells[a]!.answered - cells[b]!.answered);
      if (smallest !== undefined) hide(smallest);
    }
    now = words.filter(isHidden).length;
  }
  const questions = Array.from(new Set(cells.map(({ question }) => question)));
  const totals = questions.map((question): ShareTotal => {
    const own = cells.map((_, at) => at).filter((at) => cells[at]!.question === question);
    const sum = (of: (cell: PublishedShare) => number): number => own.reduce((all, at) => all + of(cells[at]!), 0);
    const answered = sum((cell) => cell.answered);
    // A lone institution's hidden share would be the total itself.
    const givesAway = own.filter((at) => cells[at]!.answered > 0 && isHidden(words[at])).length === 1;
    const alone: Visibility =
      answered === 0 || answered >= MARKED_BELOW ? 'shown' : answered < HIDDEN_BELOW ? 'hidden' : 'marked';
    return {
      ...{ question, answered, yes: sum((cell) => cell.yes) },
      visibility: givesAway ? 'hidden-with-another' : alone,
    };
  });
  return { words, totals };
}
