import { createHash } from 'node:crypto';
import type { ItemRecord } from '../services/forms/form-record.ts';
import { isQuestion } from '../services/forms/form-record.ts';
import type { FormPage } from '../services/forms/navigation.ts';

/**
 * Questions of each page in a random order that stays the same for one respondent, whose
 * token is the seed. Headings keep their places, and questions change places among themselves.
 */
export function shuffledPages(pages: readonly FormPage[], token: string): FormPage[] {
  return pages.map((page) => {
    const shuffled = page.items.filter(isQuestion).sort((a, b) => compare(rank(a, token), rank(b, token)));
    const items = page.items.map((item) => (isQuestion(item) ? (shuffled.shift() as ItemRecord) : item));
    return { ...page, items };
  });
}

function rank(item: ItemRecord, token: string): string {
  return createHash('sha256').update(`${token}:${item.id}`).digest('hex');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : 1;
}
