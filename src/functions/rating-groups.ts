import { indistinguishableGroups, type RankSet } from '../domain/rating/ranks.ts';
import { groupsText } from '../texts/rating-groups.ts';
import { type CellRange, countAt, isBlank, refuse, rowsOf, textOf } from './cells.ts';

/**
 * Какие учреждения нельзя различить, словами: по множествам мест из NOKO_RESULTS или NOKO_RANKS.
 *
 * @param {B2:B20} names названия
 * @param {L2:M20} places место от и место до; строки без мест пропускаются
 * @return предложение: какие учреждения нельзя различить
 * @customfunction
 */
export function NOKO_GROUPS(names: CellRange, places: CellRange): string {
  const known = rowsOf(names).map(([cell]) => textOf(cell));
  const sets: (RankSet & { name: string })[] = [];
  rowsOf(places).forEach(([low, high], k) => {
    if (isBlank(low) && isBlank(high)) return;
    const place = (column: number) => ({ argument: 'места', row: k + 1, column });
    const [from, to] = [countAt(low, place(1)), countAt(high, place(2))];
    if (from > to) {
      refuse({ code: 'rating.out-of-range', input: 'место до', got: to, min: from, max: known.length }, place(2));
    }
    sets.push({ name: known[k] ?? '', low: from, high: to });
  });
  const groups = indistinguishableGroups(sets).map((group) => group.map((at) => sets[at]!.name));
  return groupsText(groups, sets.length);
}
