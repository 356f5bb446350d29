/**
 * Which shares of a published table may be seen, when К1–К5 of each institution and the total of
 * each question are published beside it. Both give a hidden share away: the criterion with its
 * other shares, the total with the other institutions, or all of them together as equations. So
 * each is closed until none does:
 *   - a share of fewer than ten answers is hidden, and with it the other shares of its criterion;
 *   - under a published total the hidden cells are at least two and hold at least ten answers,
 *     since the total less what is shown is their common share;
 *   - what still follows from all equations together closes the total it follows from.
 *
 * Checklist points are taken as known: anyone may look at the stand and the site. Out of reach is
 * what the law itself publishes: К2 and К3 hold one share each, and К3 with 3.1 and 3.2 gives 3.3.
 *
 * @source L. Willenborg, T. de Waal, Elements of Statistical Disclosure Control (2001), 6
 *   (linear relations of a table, secondary suppression)
 */
import { determined, type Equation } from './linear-leaks.ts';
import { HIDDEN_BELOW, type Visibility, visibilityAlone } from './suppression.ts';

export interface PublishedShare {
  readonly institution: string;
  readonly question: string;
  /** Criterion that the question feeds. */
  readonly criterion: string;
  /** Points of the criterion for each point of the share. */
  readonly weight: number;
  readonly yes: number;
  readonly answered: number;
}

export interface ShareTotal {
  readonly question: string;
  readonly yes: number;
  readonly answered: number;
  readonly visibility: Visibility;
}

/** Places of cells that an equation joins, and its coefficients. */
type Group = readonly number[];

const isHidden = (word: Visibility | undefined): boolean => word === 'hidden' || word === 'hidden-with-another';

/** @returns one word a cell, in the same order, and the totals of the questions */
export function publishedShares(cells: readonly PublishedShare[]): { words: Visibility[]; totals: ShareTotal[] } {
  const words = cells.map(({ answered }) => visibilityAlone(answered));
  const criteria = groupsBy(cells, ({ institution, criterion }) => `${institution}|${criterion}`);
  const columns = groupsBy(cells, ({ question }) => question);
  const closed = new Set<string>();
  const hidden = (group: Group): Group => group.filter((at) => isHidden(words[at]));
  // Only ever closes more, so it comes to an end.
  for (let before = -1, now = 0; before !== now; ) {
    before = now;
    for (const group of Array.from(criteria.values())) {
      if (hidden(group).length > 0) hideAll(words, group);
    }
    columns.forEach((column, question) => {
      if (closed.has(question) || !isTooOpen(cells, hidden(column))) return;
      const [smallest] = column
        .filter((at) => !isHidden(words[at]))
        .sort((a, b) => cells[a]!.answered - cells[b]!.answered);
      if (smallest === undefined) closed.add(question);
      else hideAll(words, [smallest]);
    });
    now = words.filter(isHidden).length + closed.size;
  }
  closeLeaks(cells, words, { criteria, columns, closed });
  return { words, totals: totalsOf(cells, closed) };
}

function hideAll(words: Visibility[], group: Group): void {
  for (const at of group) if (!isHidden(words[at])) words[at] = 'hidden-with-another';
}

/** A total less what is shown is the common share of what is hidden. */
function isTooOpen(cells: readonly PublishedShare[], hidden: Group): boolean {
  if (hidden.length === 0) return false;
  return hidden.length === 1 || hidden.reduce((sum, at) => sum + cells[at]!.answered, 0) < HIDDEN_BELOW;
}

/** Cells that anyone answered, by key; the others have no share to hide. */
function groupsBy(cells: readonly PublishedShare[], key: (cell: PublishedShare) => string): Map<string, Group> {
  const groups = new Map<string, number[]>();
  cells.forEach((cell, at) => {
    if (cell.answered > 0) groups.set(key(cell), [...(groups.get(key(cell)) ?? []), at]);
  });
  return groups;
}

interface Published {
  readonly criteria: ReadonlyMap<string, Group>;
  readonly columns: ReadonlyMap<string, Group>;
  /** Questions whose total is not published; more are added. */
  readonly closed: Set<string>;
}

/** Closes totals until no hidden share follows from criteria and open totals together. */
function closeLeaks(
  cells: readonly PublishedShare[],
  words: readonly Visibility[],
  { criteria, columns, closed }: Published,
): void {
  const unknown = cells.map((_, at) => at).filter((at) => cells[at]!.answered > 0 && isHidden(words[at]));
  const place = new Map(unknown.map((at, k) => [at, k]));
  const equation = (group: Group, coefficient: (cell: PublishedShare) => number): Equation =>
    new Map(group.filter((at) => place.has(at)).map((at) => [place.get(at)!, coefficient(cells[at]!)]));
  // A criterion of one share gives it away by itself, and the law publishes the criterion.
  const ofCriteria = Array.from(criteria.values())
    .filter((group) => group.length > 1)
    .map((group) => equation(group, ({ weight }) => weight));
  for (;;) {
    const open = Array.from(columns.keys()).filter((question) => !closed.has(question));
    const ofTotals = open.map((question) => equation(columns.get(question)!, ({ answered }) => answered));
    const leaks = determined([...ofCriteria, ...ofTotals], unknown.length).map((k) => cells[unknown[k]!]!);
    const [smallest] = leaks.filter(({ question }) => !closed.has(question)).sort((a, b) => a.answered - b.answered);
    if (smallest) closed.add(smallest.question);
    else if (leaks.length > 0 && open.length > 0) for (const question of open) closed.add(question);
    else return;
  }
}

function totalsOf(cells: readonly PublishedShare[], closed: ReadonlySet<string>): ShareTotal[] {
  return Array.from(new Set(cells.map(({ question }) => question))).map((question): ShareTotal => {
    const own = cells.filter((cell) => cell.question === question);
    const sum = (of: (cell: PublishedShare) => number): number => own.reduce((all, cell) => all + of(cell), 0);
    const answered = sum((cell) => cell.answered);
    const visibility = closed.has(question) ? 'hidden-with-another' : visibilityAlone(answered);
    return { ...{ question, answered, yes: sum((cell) => cell.yes) }, visibility };
  });
}
