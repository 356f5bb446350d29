/** What the panel «Откуда это число» says of a change since a former year. */
import { points } from '../domain/documents/blocks.ts';
import { signedPoints } from '../domain/documents/changes-table.ts';
import type { DifferenceInterval } from '../domain/rating/share-interval.ts';
import type { YearChange } from '../domain/rating/year-change.ts';

const span = ({ low, high }: { low: number; high: number }, unit: number): string =>
  `от ${signedPoints(low * unit, 1)} до ${signedPoints(high * unit, 1)}`;

/** @param words what the sheet says: «↑ выросло» */
export function totalChangeWords(year: number, { before, difference, interval }: YearChange, words: string): string {
  const ends = interval ? ` (${span(interval, 1)})` : '';
  return `${year} год: ${points(before)}. Изменение ${signedPoints(difference)}${ends}: ${words}.`;
}

export function questionChangeWords(
  year: number,
  { yes, answered }: { readonly yes: number; readonly answered: number },
  interval: DifferenceInterval,
): string {
  const word = !interval.isSignificant
    ? 'значимого изменения нет'
    : interval.difference > 0
      ? '↑ выросло'
      : '↓ снизилось';
  return `${year} год: да — ${yes} из ${answered} (${points((100 * yes) / answered, 1)} %). Изменение ${signedPoints(100 * interval.difference, 1)} п. п. (${span(interval, 100)}): ${word}.`;
}

/** @param isChecked whether the points come from a checklist, which has no sampling error */
export function indicatorChangeWords(year: number, before: number, now: number, isChecked: boolean): string {
  const why = isChecked ? '; по осмотру, случайной погрешности нет' : '';
  return `${year} год: ${points(before)}, изменение ${signedPoints(now - before)}${why}.`;
}
