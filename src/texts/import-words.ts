import { plural } from '../domain/documents/plural.ts';
import type { ChangedLine } from '../domain/plan/merge-import.ts';

export interface ImportCounts {
  /** Lines with a number. */
  readonly lines: number;
  readonly subLines: number;
  readonly doubts: number;
  /** The plan is kept already; what loading it again does to its lines. */
  readonly again: { readonly changed: number; readonly added: number; readonly missing: number } | null;
}

/** «16 строк, 2 сомнения, 3 строки обновятся, 1 новая, 1 строки нет в новом тексте». */
export function importSummary({ lines, subLines, doubts, again }: ImportCounts): string {
  const parts = [`${lines} ${plural(lines, 'строка', 'строки', 'строк')}`];
  if (subLines > 0) parts.push(`${subLines} ${plural(subLines, 'подстрока', 'подстроки', 'подстрок')}`);
  parts.push(doubts > 0 ? `${doubts} ${plural(doubts, 'сомнение', 'сомнения', 'сомнений')}` : 'сомнений нет');
  if (again) {
    const { changed, added, missing } = again;
    if (changed > 0) {
      parts.push(`${changed} ${plural(changed, 'строка обновится', 'строки обновятся', 'строк обновятся')}`);
    }
    if (added > 0) parts.push(`${added} ${plural(added, 'новая', 'новые', 'новых')}`);
    if (missing > 0) parts.push(`${missing} ${plural(missing, 'строки', 'строк', 'строк')} нет в новом тексте`);
    if (changed + added + missing === 0) parts.push('всё как в таблице');
  }
  return parts.join(', ');
}

export const FIELD_NAMES: Readonly<Record<ChangedLine['fields'][number], string>> = {
  number: '№ п/п',
  parent: 'место среди строк',
  section: 'раздел',
  measure: 'мероприятие',
  deadline: 'срок',
  expectedResult: 'результат',
  responsible: 'ответственные',
};
