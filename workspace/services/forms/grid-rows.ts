import type { Answers, AnswerValue, GridRecord, ItemRecord, ResponseRecord } from './form-record.ts';

/** The rows of the answered grids as they stand: kept with a response, since rows may change afterwards. */
export function rowsOfGrids(items: readonly ItemRecord[], answers: Answers): Record<number, number[]> | undefined {
  const answered = items.filter((item) => isGrid(item) && answers[item.id] !== undefined) as GridRecord[];
  return answered.length > 0 ? Object.fromEntries(answered.map(({ id, entryIds }) => [id, entryIds])) : undefined;
}

/** A response's answers with those of grids put to the rows of today; a row that is new has no answer. */
export function answersToday(items: readonly ItemRecord[], response: ResponseRecord): Answers {
  const { answers, gridRows } = response;
  if (!gridRows) return answers;
  const today: Record<number, AnswerValue> = { ...answers };
  for (const item of items) {
    const then = gridRows[item.id];
    const answer = answers[item.id];
    if (!isGrid(item) || !then || !Array.isArray(answer)) continue;
    const cells = item.entryIds.map((entryId) => answer[then.indexOf(entryId)] ?? null);
    today[item.id] = cells as AnswerValue;
  }
  return today;
}

function isGrid(item: ItemRecord): item is GridRecord {
  return item.type === 'GRID' || item.type === 'CHECKBOX_GRID';
}
