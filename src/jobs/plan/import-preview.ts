import { russianDay } from '../../domain/plan/dates.ts';
import { dueDates } from '../../domain/plan/due-dates.ts';
import type { ChangedLine } from '../../domain/plan/merge-import.ts';
import { parseDeadline } from '../../domain/plan/parse-deadline.ts';
import type { PlanDoubt, PlanDraft, PlanLine } from '../../domain/plan/plan-line.ts';
import type { SourceRow } from '../../domain/plan/plan-rows.ts';
import { type ProductionCalendar, withGaps } from '../../domain/plan/production-calendar.ts';
import { FIELD_NAMES, importSummary } from '../../texts/import-words.ts';
import { planDoubtTexts } from '../../texts/plan-doubts.ts';
import { planProblemText } from '../../texts/plan-problems.ts';
import { approvalOf, type PlanImport } from './plan-import.ts';
import { readingOf } from './read-deadline.ts';

/** Something to look at, with its sign in words: `check` asks to be checked, `note` says what was done. */
export interface PreviewDoubt {
  level: PlanDoubt['level'];
  text: string;
}

/** A line as the panel shows it: every field is text to be put in as text. */
export interface PreviewLine {
  /** «3», or «1, подстрока 2» as its key says. */
  line: string;
  state: 'added' | 'changed' | 'same' | 'missing';
  /** What stands in the source, cell by cell, a row under a row. */
  source: string[][];
  section: string;
  measure: string;
  deadline: string;
  reading: string;
  /** «31.03.2026, 30.06.2026», '' where no date can be worked out. */
  dates: string;
  result: string;
  responsible: string[];
  /** For a line that will change: «срок: было «…»». */
  changes: string[];
  doubts: PreviewDoubt[];
}

export interface ImportPreview {
  title: string;
  approved: string;
  plan: string;
  year: number;
  isNew: boolean;
  /** «Обновится план П1» or «Новый план П2». */
  target: string;
  summary: string;
  /** Lines of the kept plan that the source lacks. */
  missing: string[];
  /** About the plan as a whole. */
  doubts: PreviewDoubt[];
  lines: PreviewLine[];
}

/** Dates of one line that are shown; a weekly one has fifty. */
const SHOWN_DATES = 6;

/** What loading would do, in words, beside the rows of the source that each line was read from. */
export function previewOf(
  found: PlanImport,
  source: readonly SourceRow[],
  calendar: ProductionCalendar,
  years: KnownYears,
): ImportPreview {
  const { draft, merge, year } = found;
  const changed = new Map(merge.changed.map((change) => [change.after.key, change]));
  const added = new Set(merge.added.map(({ key }) => key));
  const lines = draft.lines.map((line): PreviewLine => {
    const change = changed.get(line.key);
    return {
      ...shownLine(line, draft, year, calendar),
      state: change ? 'changed' : added.has(line.key) ? 'added' : 'same',
      source: source
        .filter(({ from, to }) => from >= line.sourceFrom && to <= line.sourceTo)
        .map(({ cells }) => [...cells]),
      changes: change ? changesOf(change) : [],
    };
  });
  const gone = merge.missing.map(
    (line): PreviewLine => ({ ...shownLine(line, draft, year, calendar), state: 'missing', source: [], changes: [] }),
  );
  const doubts = wholeDoubts(found, years);
  const isCheck = ({ level }: PreviewDoubt) => level === 'check';
  const numbered = draft.lines.filter(({ number }) => number !== null).length;
  return {
    title: draft.title,
    approved: approvalOf(draft),
    plan: found.plan,
    year,
    isNew: !found.known,
    target: found.known ? `Обновится план ${found.plan}.` : `Новый план ${found.plan}.`,
    summary: importSummary({
      lines: numbered,
      subLines: draft.lines.length - numbered,
      doubts: lines.reduce((sum, line) => sum + line.doubts.filter(isCheck).length, doubts.filter(isCheck).length),
      again: found.known
        ? { changed: merge.changed.length, added: merge.added.length, missing: merge.missing.length }
        : null,
    }),
    missing: merge.missing.map(({ key }) => key),
    doubts,
    lines: [...lines, ...gone],
  };
}

/** The years that the plan's own may be at odds with. */
export interface KnownYears {
  readonly current: number;
  /** Of the settings; null where it is not filled in. */
  readonly set: number | null;
}

function wholeDoubts({ draft, year }: PlanImport, { current, set }: KnownYears): PreviewDoubt[] {
  const doubts = draft.doubts
    .filter(({ line }) => line === null)
    .map(({ code, level, about }): PreviewDoubt => ({ level, text: planDoubtTexts[code](about) }));
  const check = (text: string) => doubts.push({ level: 'check', text });
  if (draft.year !== null && draft.year !== year) {
    check(`В заголовке — ${draft.year} год, а сроки будут рассчитаны на ${year}. Так и нужно?`);
  }
  if (set !== null && set !== year)
    check(`В настройках — ${set} год, а сроки будут рассчитаны на ${year}. Так и нужно?`);
  else if (year < current) check(`Сроки будут рассчитаны на ${year} год, а он уже прошёл. Так и нужно?`);
  return doubts;
}

function shownLine(
  line: PlanLine,
  draft: PlanDraft,
  year: number,
  calendar: ProductionCalendar,
): Omit<PreviewLine, 'state' | 'source' | 'changes'> {
  const { reading, doubts } = readingOf(line.deadline, year);
  const own = draft.doubts.filter((doubt) => doubt.line === line.key);
  const heads = line.deadline === '' && draft.lines.some(({ parent }) => parent === line.key);
  const asked = (heads || line.deadline === '' ? [] : doubts).map((text): PreviewDoubt => ({ level: 'check', text }));
  const dates = datesOf(line.deadline, year, calendar);
  return {
    line: line.key,
    section: line.section ? [line.section.number, line.section.title].filter((part) => part).join('. ') : '',
    measure: line.measure,
    deadline: line.deadline,
    reading: heads ? 'сроки — у подстрок' : reading,
    dates: dates.words,
    result: line.expectedResult,
    responsible: [...line.responsible],
    doubts: [
      ...asked,
      ...dates.problems.map((text): PreviewDoubt => ({ level: 'check', text })),
      ...own.map(({ code, level, about }): PreviewDoubt => ({ level, text: planDoubtTexts[code](about) })),
    ],
  };
}

/** The dates of the year as written, before any shift to a working day. */
function datesOf(phrase: string, year: number, calendar: ProductionCalendar): { words: string; problems: string[] } {
  const read = parseDeadline(phrase, year);
  if (read.problem) return { words: '', problems: [] };
  const { result, gaps } = withGaps(calendar, (asked) => dueDates(read.deadline, year, asked));
  const dates = result.map(russianDay);
  const more = dates.length > SHOWN_DATES ? `… всего ${dates.length}` : '';
  return {
    words: dates.slice(0, SHOWN_DATES).join(', ') + more,
    problems: gaps.map((gap) => planProblemText(gap)),
  };
}

function changesOf({ before, after, fields }: ChangedLine): string[] {
  return fields.map((field) => {
    const [was, is] = [before, after].map((line) => fieldText(line, field));
    return `${FIELD_NAMES[field]}: было «${was}», станет «${is}»`;
  });
}

function fieldText(line: PlanLine, field: ChangedLine['fields'][number]): string {
  if (field === 'section') return line.section ? `${line.section.number} ${line.section.title}`.trim() : 'нет';
  if (field === 'responsible') return line.responsible.join('; ');
  return line[field] ?? 'нет';
}
