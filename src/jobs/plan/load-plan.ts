import { importTable } from '../../domain/plan/import-plan.ts';
import { mergeImport } from '../../domain/plan/merge-import.ts';
import type { PlanDraft, PlanLine } from '../../domain/plan/plan-line.ts';
import { planDoubtTexts } from '../../texts/plan-doubts.ts';
import { confirm, sayProgress } from '../../ui/say.ts';
import { russianDay } from '../../workbook/cells.ts';
import { clearPlanSource, PLAN_SOURCE, readPlanSource } from '../../workbook/plan-source-sheet.ts';
import { readTable, replaceRows } from '../../workbook/records.ts';
import { settingsFrom } from '../../workbook/settings.ts';
import type { RowOf } from '../../workbook/table.ts';
import { plansTable, planTable, settingsTable } from '../../workbook/tables.ts';
import type { Outcome } from '../guarded.ts';
import { refreshSteps } from '../workbook/refresh-steps.ts';
import { addParties } from './people.ts';
import { layPlanViews } from './plan-views.ts';
import { readingOf } from './read-deadline.ts';
import { recountDues } from './recount-dues.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type PlanRow = RowOf<typeof planTable>;

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
  const settings = settingsFrom(readTable(book, settingsTable).rows);
  const year = chooseYear(draft, settings.year);
  if (year === undefined) return undefined;
  const plans = readTable(book, plansTable);
  const known = plans.rows.find(({ title }) => title === draft.title);
  const plan = known ? known.plan : `П${plans.rows.length + 1}`;
  const table = readTable(book, planTable);
  const own = table.rows.filter((row) => row.plan === plan);
  const merge = mergeImport(own.map(lineOf), draft.lines);
  // What people wrote against a line stays with it.
  const ladders = new Map(own.map(({ line, ladder }) => [line, ladder]));
  const rows = merge.lines.map((line) => planRow(plan, line, draft, year, ladders.get(line.key) ?? ''));
  const unread = rows.filter(({ reading }) => reading === '').length;
  if (!confirm(`План: ${draft.title}`, preview(draft, rows, merge, unread, year))) return undefined;

  sayProgress('Записываю план…');
  replaceRows(table, [...table.rows.filter((row) => row.plan !== plan), ...rows]);
  const record = {
    plan,
    title: draft.title,
    year,
    approved: [draft.approval, draft.approvedOn ? russianDay(draft.approvedOn) : ''].filter((part) => part).join(', '),
    lines: draft.lines.filter(({ number }) => number !== null).length,
    unread,
  };
  replaceRows(plans, [...plans.rows.filter((row) => row.plan !== plan), record]);
  const people = addParties(
    book,
    distinct(draft.lines.reduce((all, line) => all.concat(line.responsible), [] as string[])),
  );
  clearPlanSource(book);
  recountDues(book);
  layPlanViews(book);
  refreshSteps(book);
  return {
    on: planTable.sheet,
    outcome:
      `План ${plan} загружен: строк ${record.lines}, подстрок ${rows.length - record.lines}, новых ответственных ${people}` +
      `${unread > 0 ? `, не прочитано сроков: ${unread} — см. столбец «Сомнения»` : ''}.`,
  };
}

/**
 * The year that the dates are for. A plan of another year is not taken to this one, nor left
 * in the past, without asking.
 *
 * @returns undefined when the official chose to stop
 */
function chooseYear(draft: PlanDraft, written: string): number | undefined {
  const set = Number(written) || undefined;
  if (!draft.year || !set || draft.year === set) return draft.year ?? set ?? new Date().getFullYear();
  const toSet = confirm(
    'Какой год?',
    `План составлен на ${draft.year} год, а в настройках стоит ${set}. Рассчитать сроки на ${set} год?\n\n«Нет» — оставить ${draft.year} год, как в заголовке.`,
  );
  return toSet ? set : draft.year;
}

function preview(
  draft: PlanDraft,
  rows: readonly PlanRow[],
  merge: ReturnType<typeof mergeImport>,
  unread: number,
  year: number,
): string {
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

function planRow(plan: string, line: PlanLine, draft: PlanDraft, year: number, ladder: string): PlanRow {
  const { reading, doubts } = readingOf(line.deadline, year);
  const imported = draft.doubts
    .filter((doubt) => doubt.line === line.key)
    .map(({ code, about }) => planDoubtTexts[code](about));
  return {
    plan,
    line: line.key,
    number: line.number ?? '',
    measure: line.measure,
    section: line.section ? [line.section.number, line.section.title].filter((part) => part).join('. ') : '',
    deadline: line.deadline,
    reading,
    result: line.expectedResult,
    responsible: line.responsible.join('\n'),
    ladder,
    doubts: distinct([...doubts, ...imported]).join('\n'),
  };
}

/** The line as the sheet holds it now, to be compared with the source. */
function lineOf(row: PlanRow): PlanLine {
  const [number = '', ...title] = row.section.split('. ');
  return {
    key: row.line,
    number: row.number || null,
    parent: row.line.indexOf('.') > 0 ? row.line.slice(0, row.line.lastIndexOf('.')) : null,
    section: row.section ? { number, title: title.join('. ') } : null,
    measure: row.measure,
    deadline: row.deadline,
    expectedResult: row.result,
    responsible: row.responsible.split('\n').filter((party) => party !== ''),
    sourceFrom: 0,
    sourceTo: 0,
  };
}

function distinct(words: readonly string[]): string[] {
  return words.filter((word, at) => words.indexOf(word) === at);
}
