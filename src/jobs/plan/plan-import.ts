import { russianDay } from '../../domain/plan/dates.ts';
import { type ImportMerge, mergeImport } from '../../domain/plan/merge-import.ts';
import { partiesInCell } from '../../domain/plan/parties.ts';
import type { PlanDraft, PlanLine } from '../../domain/plan/plan-line.ts';
import { planDoubtTexts } from '../../texts/plan-doubts.ts';
import { type Records, readTable, replaceRows } from '../../workbook/records.ts';
import type { RowOf } from '../../workbook/table.ts';
import { plansTable, planTable } from '../../workbook/tables/plan.ts';
import type { Outcome } from '../guarded.ts';
import { refreshSteps } from '../workbook/refresh-steps.ts';
import { addParties } from './people.ts';
import { layPlanViews } from './plan-views.ts';
import { readingOf } from './read-deadline.ts';
import { recountDues } from './recount-dues.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
export type PlanRow = RowOf<typeof planTable>;
export type PlansRow = RowOf<typeof plansTable>;

/** A plan that was read, beside what the sheets hold of it: everything that loading it would write. */
export interface PlanImport {
  readonly draft: PlanDraft;
  /** The plan's short name. */
  readonly plan: string;
  readonly year: number;
  /** The plan with this short name as «Планы» has it; undefined for a new one. */
  readonly known: PlansRow | undefined;
  readonly merge: ImportMerge;
  /** Rows of «План», in the order of `merge.lines`. */
  readonly rows: readonly PlanRow[];
  /** Lines whose deadline was not understood. */
  readonly unread: number;
}

/** The sheets that plans are kept in, as they stand. */
export interface PlanSheets {
  readonly plans: Records<typeof plansTable>;
  readonly lines: Records<typeof planTable>;
}

export function readPlanSheets(book: Spreadsheet): PlanSheets {
  return { plans: readTable(book, plansTable), lines: readTable(book, planTable) };
}

/** Share of lines that must stand in a kept plan word for word for the text to be taken as a new edition of it. */
const SAME_PLAN_SHARE = 0.5;

/**
 * The kept plan that the draft is a new edition of: by its title, or by its lines, since a title is
 * changed sooner than they are. The same lines for another year are another plan.
 */
export function keptPlan({ plans, lines }: PlanSheets, draft: PlanDraft): PlansRow | undefined {
  const byTitle = draft.title === '' ? undefined : plans.rows.find(({ title }) => title === draft.title);
  if (byTitle) return byTitle;
  return plans.rows.find(({ plan, year }) => {
    if (draft.year !== null && year !== null && draft.year !== year) return false;
    const kept = new Map(lines.rows.filter((row) => row.plan === plan).map((row) => [row.line, row.measure]));
    const same = draft.lines.filter(({ key, measure }) => kept.get(key) === measure).length;
    return same > draft.lines.length * SAME_PLAN_SHARE;
  });
}

/** The first of П1, П2… that no plan has. */
export function freePlanName({ plans }: PlanSheets): string {
  const taken = new Set(plans.rows.map(({ plan }) => plan));
  let n = 1;
  while (taken.has(`П${n}`)) n += 1;
  return `П${n}`;
}

export function prepareImport(sheets: PlanSheets, draft: PlanDraft, plan: string, year: number): PlanImport {
  const own = new Map(sheets.lines.rows.filter((row) => row.plan === plan).map((row) => [row.line, row]));
  const keys = new Set(own.keys());
  const merge = mergeImport(
    [...own.values()].map((row) => lineOf(row, keys)),
    draft.lines,
  );
  const rows = merge.lines.map((line) => planRow(plan, line, draft, year, own.get(line.key)));
  return {
    draft,
    plan,
    year,
    known: sheets.plans.rows.find((row) => row.plan === plan),
    merge,
    rows,
    unread: rows.filter(({ reading }) => reading === '').length,
  };
}

/**
 * Writes the plan over what is kept of it. Cut off and run again it comes to the same: lines go by
 * their keys, the dates are worked out from the lines.
 *
 * @param removeMissing whether kept lines that the draft lacks go; their closed dates stay in «Сроки»
 */
export function writeImport(
  book: Spreadsheet,
  sheets: PlanSheets,
  { draft, plan, year, merge, rows, unread }: PlanImport,
  removeMissing = false,
): Outcome {
  const gone = new Set(removeMissing ? merge.missing.map(({ key }) => key) : []);
  const kept = rows.filter(({ line }) => !gone.has(line));
  replaceRows(sheets.lines, inPlace(sheets.lines.rows, plan, kept));
  const record = {
    plan,
    title: draft.title,
    year,
    approved: approvalOf(draft),
    lines: draft.lines.filter(({ number }) => number !== null).length,
    unread,
  };
  replaceRows(sheets.plans, inPlace(sheets.plans.rows, plan, [record]));
  const people = addParties(
    book,
    distinct(draft.lines.reduce((all, line) => all.concat(line.responsible), [] as string[])),
  );
  recountDues(book);
  layPlanViews(book);
  refreshSteps(book);
  return {
    on: planTable.sheet,
    outcome:
      `План ${plan} загружен: строк ${record.lines}, подстрок ${draft.lines.length - record.lines}, новых ответственных ${people}` +
      `${gone.size > 0 ? `, убрано строк: ${gone.size}` : ''}` +
      `${unread > 0 ? `, не прочитано сроков: ${unread} — см. столбец «Сомнения»` : ''}.`,
  };
}

/** The plan's rows anew where they stood; a new plan comes last. Links that were sent lead to rows of other plans too. */
function inPlace<Row extends { readonly plan: string }>(
  rows: readonly Row[],
  plan: string,
  fresh: readonly Row[],
): Row[] {
  const first = rows.findIndex((row) => row.plan === plan);
  const others = (row: Row): boolean => row.plan !== plan;
  if (first < 0) return [...rows, ...fresh];
  return [...rows.slice(0, first), ...fresh, ...rows.slice(first).filter(others)];
}

/** «Утвержден Общественным советом, 19.01.2016», '' where the source does not say. */
export function approvalOf(draft: PlanDraft): string {
  return [draft.approval, draft.approvedOn ? russianDay(draft.approvedOn) : ''].filter((part) => part).join(', ');
}

/** @param kept the row that the sheet has now: what people wrote against the line stays with it */
function planRow(plan: string, line: PlanLine, draft: PlanDraft, year: number, kept: PlanRow | undefined): PlanRow {
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
    ladder: kept?.ladder ?? '',
    doubts: distinct([...doubts, ...imported]).join('\n'),
  };
}

/** The line as the sheet holds it now, to be compared with the source. */
function lineOf(row: PlanRow, keys: ReadonlySet<string>): PlanLine {
  const above = row.line.slice(0, Math.max(0, row.line.lastIndexOf('.')));
  const [, number = '', title = row.section] = /^([IVX]+|\d+)\. (.*)$/.exec(row.section) ?? [];
  return {
    key: row.line,
    number: row.number || null,
    parent: keys.has(above) ? above : null,
    section: row.section ? { number, title } : null,
    measure: row.measure,
    deadline: row.deadline,
    expectedResult: row.result,
    responsible: partiesInCell(row.responsible),
    sourceFrom: 0,
    sourceTo: 0,
  };
}

export function distinct(words: readonly string[]): string[] {
  return words.filter((word, at) => words.indexOf(word) === at);
}
