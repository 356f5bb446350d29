import { importTable } from '../../domain/plan/import-plan.ts';
import type { PlanDraft } from '../../domain/plan/plan-line.ts';
import { planDoubtTexts } from '../../texts/plan-doubts.ts';
import { confirm, sayProgress } from '../../ui/say.ts';
import { clearPlanSource, PLAN_SOURCE, readPlanSource } from '../../workbook/plan-source-sheet.ts';
import { readSettings } from '../../workbook/settings.ts';
import type { Outcome } from '../guarded.ts';
import { freePlanName, keptPlan, type PlanImport, prepareImport, readPlanSheets, writeImport } from './plan-import.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** Doubts shown in the preview; the rest are in the sheet. */
const SHOWN = 8;

/**
 * Loads the plan that was pasted into its sheet. Everything doubtful is shown before anything
 * is written; loading the same plan again updates its lines and never doubles them.
 */
export function loadPlan(book: Spreadsheet): Outcome | undefined {
  const cells = readPlanSource(book);
  if (cells.length === 0) {
    return {
      on: PLAN_SOURCE,
      outcome: 'Лист «Вставка плана» пуст. Скопируйте план в Word целиком и вставьте его в ячейку A1 этого листа.',
      mustBeRead: true,
    };
  }
  const draft = importTable(cells);
  const settings = readSettings(book);
  const year = chooseYear(draft, settings.year);
  const sheets = readPlanSheets(book);
  const found = prepareImport(sheets, draft, keptPlan(sheets, draft)?.plan ?? freePlanName(sheets), year);
  if (!confirm(`План: ${draft.title}`, preview(found))) return undefined;

  sayProgress('Записываю план…');
  const outcome = writeImport(book, sheets, found);
  clearPlanSource(book);
  return outcome;
}

/**
 * The year that the dates are for. A plan of another year is not taken to this one, nor left
 * in the past, without asking.
 */
function chooseYear(draft: PlanDraft, written: string): number {
  const set = Number(written) || undefined;
  if (!draft.year || !set || draft.year === set) return draft.year ?? set ?? new Date().getFullYear();
  const toSet = confirm(
    'Какой год?',
    `План составлен на ${draft.year} год, а в настройках стоит ${set}. Рассчитать сроки на ${set} год?\n\n«Нет» — оставить ${draft.year} год, как в заголовке.`,
  );
  return toSet ? set : draft.year;
}

function preview({ draft, rows, merge, unread, year }: PlanImport): string {
  const numbered = draft.lines.filter(({ number }) => number !== null).length;
  const check = draft.doubts.filter(({ level }) => level === 'check');
  const doubts = check
    .slice(0, SHOWN)
    .map(({ code, line, about }) => `• ${line ? `п. ${line}: ` : ''}${planDoubtTexts[code](about)}`);
  const unreadRows = rows.filter(({ reading }) => reading === '').slice(0, SHOWN);
  return [
    `Строк: ${numbered}, подстрок: ${draft.lines.length - numbered}, разделов: ${draft.sections.length}. Сроки — на ${year} год.`,
    `Новых: ${merge.added.length}, изменённых: ${merge.changed.length}, без изменений: ${merge.same.length}${merge.missing.length > 0 ? `, нет в новом тексте (останутся): ${merge.missing.length}` : ''}.`,
    unread > 0
      ? `\nНе прочитаны сроки (${unread}):\n${unreadRows.map((row) => `• п. ${row.line}: «${row.deadline}»`).join('\n')}`
      : 'Все сроки прочитаны.',
    check.length > 0 ? `\nПроверьте (${check.length}):\n${doubts.join('\n')}` : '',
    '\nЗаписать на лист «План»?',
  ]
    .filter((part) => part !== '')
    .join('\n');
}
