import { importDocument, importPlan } from '../../domain/plan/import-plan.ts';
import type { ImportProblem } from '../../domain/plan/import-problem.ts';
import { rowsOfText, type SourceRow } from '../../domain/plan/plan-rows.ts';
import {
  rowsOfDocument,
  type SourceBlock,
  type SourceCell,
  type SourceDocument,
} from '../../domain/plan/source-document.ts';
import { ProblemError } from '../../domain/problem.ts';
import { checkSize, documentOfDocx } from '../../google/docx.ts';
import { documentFromLink } from '../../google/plan-file.ts';
import { readSettings } from '../../workbook/settings.ts';
import { planTable } from '../../workbook/tables/plan.ts';
import type { Outcome } from '../guarded.ts';
import { type ImportPreview, type KnownYears, previewOf } from './import-preview.ts';
import { freePlanName, keptPlan, type PlanImport, prepareImport, readPlanSheets, writeImport } from './plan-import.ts';
import { yearCalendar } from './year-calendar.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** What the panel read the plan from; it comes back with each call, so what is loaded is what was shown. */
export type ImportSource = { text: string } | { document: SourceDocument };

/** What the panel asks with; nothing of it is taken for granted. */
export interface ImportRequest {
  step: unknown;
  link?: unknown;
  /** A file of the computer, as a form passes it. */
  file?: unknown;
  source?: unknown;
  /** Short name and year as the person wants them; '' for the program's own choice. */
  plan?: unknown;
  year?: unknown;
  removeMissing?: unknown;
}

export interface ShownImport {
  source: ImportSource;
  preview: ImportPreview;
}

/** Rows of a source in one load: a plan of a year has some twenty, a whole programme a few hundred. */
const MOST_ROWS = 2000;
const WIDTH_PIXELS = 900;
const HEIGHT_PIXELS = 640;

const refuse = (problem: ImportProblem): never => {
  throw new ProblemError<ImportProblem>(problem);
};

/** Opens the panel «Загрузить план»; nothing is written until its button is pressed. */
export function openImport(): Outcome {
  const page = HtmlService.createHtmlOutputFromFile('import-plan').setWidth(WIDTH_PIXELS).setHeight(HEIGHT_PIXELS);
  SpreadsheetApp.getUi().showModalDialog(page, 'Загрузить план');
  return { on: planTable.sheet, outcome: 'Открыто окно загрузки плана.' };
}

export function showFromLink(book: Spreadsheet, link: unknown): ShownImport {
  return show(book, { document: documentFromLink(String(link ?? '')) }, '', '');
}

export function showFromFile(book: Spreadsheet, given: unknown): ShownImport {
  const file = given as GoogleAppsScript.Base.Blob | undefined;
  // A field left empty is a blob without a name; what is no blob did not come from a form.
  if (typeof file?.getName !== 'function' || !file.getName()) return refuse({ code: 'import.empty' });
  checkSize(file.getBytes().length);
  return show(book, { document: documentOfDocx(file) }, '', '');
}

export function showImport(book: Spreadsheet, { source, plan, year }: ImportRequest): ShownImport {
  return show(book, sourceOf(source), plan, year);
}

export function loadImport(book: Spreadsheet, { source, plan, year, removeMissing }: ImportRequest): Outcome {
  const sheets = readPlanSheets(book);
  const { found } = read(book, sheets, sourceOf(source), plan, year);
  return writeImport(book, sheets, found, removeMissing === true);
}

function show(book: Spreadsheet, source: ImportSource, plan: unknown, year: unknown): ShownImport {
  const sheets = readPlanSheets(book);
  const { found, rows, years } = read(book, sheets, source, plan, year);
  const preview = previewOf(found, rows, yearCalendar(book), years);
  const kept = keptPlan(sheets, found.draft);
  if (kept && kept.plan !== found.plan) {
    preview.doubts.push({
      level: 'check',
      text: `Этот план уже загружен под именем ${kept.plan}: под именем ${found.plan} он будет вторым. Чтобы обновить его, впишите ${kept.plan}.`,
    });
  }
  return { source, preview };
}

interface Read {
  found: PlanImport;
  rows: readonly SourceRow[];
  years: KnownYears;
}

function read(
  book: Spreadsheet,
  sheets: ReturnType<typeof readPlanSheets>,
  source: ImportSource,
  plan: unknown,
  year: unknown,
): Read {
  const rows = 'text' in source ? rowsOfText(source.text) : rowsOfDocument(source.document);
  if (rows.length === 0) return refuse({ code: 'import.empty' });
  if (rows.length > MOST_ROWS) {
    return refuse({ code: 'import.too-large', found: rows.length, most: MOST_ROWS, unit: 'rows' });
  }
  const draft = 'text' in source ? importPlan(source.text) : importDocument(source.document);
  const kept = keptPlan(sheets, draft);
  const name = String(plan ?? '').trim() || kept?.plan || freePlanName(sheets);
  if (name.length > 20 || /[|\n\r\t]/.test(name)) return refuse({ code: 'import.bad-name', name });
  const set = Number(readSettings(book).year) || null;
  const years = { set, current: new Date().getFullYear() };
  const wanted = chosenYear(year) ?? kept?.year ?? draft.year ?? set ?? years.current;
  return { found: prepareImport(sheets, draft, name, wanted), rows, years };
}

/** The year that the person wrote; undefined when it was left to the program. */
function chosenYear(written: unknown): number | undefined {
  const year = String(written ?? '').trim();
  if (year === '') return undefined;
  return /^20\d\d$|^2100$/.test(year) ? Number(year) : refuse({ code: 'import.bad-year', year });
}

/** The source as the page sent it back, made of nothing but what a source is made of. */
function sourceOf(given: unknown): ImportSource {
  const { text, document } = (given ?? {}) as { text?: unknown; document?: { blocks?: unknown; unread?: unknown } };
  if (typeof text === 'string') return { text };
  if (!document || !Array.isArray(document.blocks)) return refuse({ code: 'import.empty' });
  const unread = Array.isArray(document.unread) ? (document.unread as { what?: unknown; text?: unknown }[]) : [];
  return {
    document: {
      blocks: (document.blocks as unknown[]).map(blockOf),
      unread: unread.map(({ what, text: about }) => ({
        what: what === 'text-box' ? 'text-box' : 'nested-table',
        text: String(about ?? ''),
      })),
    },
  };
}

function blockOf(given: unknown): SourceBlock {
  const { kind, text, rows } = (given ?? {}) as { kind?: unknown; text?: unknown; rows?: unknown };
  if (kind !== 'table' || !Array.isArray(rows)) return { kind: 'text', text: String(text ?? '') };
  return {
    kind: 'table',
    rows: (rows as unknown[]).map((row) => (Array.isArray(row) ? (row as unknown[]).map(cellOf) : [])),
  };
}

/** Columns and rows that one cell may cover; a page may say anything. */
const WIDEST = 50;

function cellOf(given: unknown): SourceCell {
  const cell = (given ?? {}) as { text?: unknown; columns?: unknown; rows?: unknown; continued?: unknown };
  const span = (value: unknown, most: number) => Math.min(most, Math.max(1, Math.floor(Number(value)) || 1));
  return {
    text: String(cell.text ?? ''),
    columns: span(cell.columns, WIDEST),
    rows: span(cell.rows, MOST_ROWS),
    continued: cell.continued === true,
  };
}
