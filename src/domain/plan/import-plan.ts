import { ProblemError } from '../problem.ts';
import { splitParties } from './parties.ts';
import { headerOf, type PlanColumn, type PlanHeader } from './plan-columns.ts';
import type { PlanDoubt, PlanDraft, PlanLine, PlanSection } from './plan-line.ts';
import type { PlanProblem } from './plan-problem.ts';
import { oneLine, rowsOfTable, rowsOfText, type SourceRow } from './plan-rows.ts';
import { readTitle } from './plan-title.ts';
import { romanNumber, romanNumeral } from './roman.ts';
import { rowsOfDocument, type SourceDocument } from './source-document.ts';

/** A line while its cells are still being gathered. */
interface OpenLine {
  number: string | null;
  parent: OpenLine | null;
  section: PlanSection | null;
  cells: Record<PlanColumn, string>;
  from: number;
  to: number;
  key: string;
}

interface Reading {
  header: PlanHeader | undefined;
  headerText: string;
  /** The table that the header stands in, and its columns. */
  table: number | undefined;
  width: number;
  titleLines: string[];
  sections: PlanSection[];
  lines: OpenLine[];
  doubts: PlanDoubt[];
  /** Doubts whose line gets its key only at the end. */
  lineDoubts: { line: OpenLine; code: PlanDoubt['code']; level: PlanDoubt['level']; about: string }[];
}

const EMPTY_CELLS = { number: '', measure: '', deadline: '', result: '', responsible: '' };
const LINE_NUMBER = /^(\d{1,3}(?:\.\d{1,3}){0,3})[.)]{0,2}$/;
const SECTION_START = /^(?:раздел|глава)?\s*([IVXІӀХУПШl]{1,6})(?:[.)]\s*|\s+[–—-]?\s*|$)(.*)$/i;
const NAMED_SECTION = /^(?:раздел|глава)\s+(\d+)[.)]?\s*(.*)$/i;

/**
 * A plan from its plain text: cells parted by tabs, headers repeated on each page, cells broken over pages.
 * @throws ProblemError 'plan.no-table', 'plan.no-lines'
 */
export function importPlan(text: string): PlanDraft {
  return readPlan(rowsOfText(text));
}

/** The same from a document, in which tables and the text between them are told apart. */
export function importDocument(document: SourceDocument): PlanDraft {
  const draft = readPlan(rowsOfDocument(document));
  const unread = document.unread.map(
    ({ what, text }): PlanDoubt => ({ code: what, level: 'check', line: null, about: text }),
  );
  return { ...draft, doubts: [...draft.doubts, ...unread] };
}

/** The same from cells: a pasted range or a document's table; `before` is the text above the table. */
export function importTable(cells: readonly (readonly unknown[])[], before = ''): PlanDraft {
  const above = before === '' ? [] : rowsOfText(before).map((row) => ({ ...row, from: 0, to: 0 }));
  return readPlan([...above, ...rowsOfTable(cells)]);
}

/** @throws ProblemError 'plan.no-table', 'plan.no-lines' */
export function readPlan(rows: readonly SourceRow[]): PlanDraft {
  const reading: Reading = {
    header: undefined,
    headerText: '',
    table: undefined,
    width: 0,
    titleLines: [],
    sections: [],
    lines: [],
    doubts: [],
    lineDoubts: [],
  };
  let afterBreak = false;
  for (const row of rows) {
    const isHeader = readHeader(reading, row);
    if (isHeader) afterBreak = true;
    else if (reading.header && isForeign(reading, row)) tellOutside(reading, oneLine(row.cells.join(' ')));
    else if (reading.header) {
      readTableRow(reading, row, reading.header, afterBreak || row.afterBreak);
      afterBreak = false;
    } else reading.titleLines.push(oneLine(row.cells.join(' ')));
  }
  if (!reading.header) throw new ProblemError<PlanProblem>({ code: 'plan.no-table' });
  if (reading.lines.length === 0) throw new ProblemError<PlanProblem>({ code: 'plan.no-lines' });
  return finished(reading);
}

/** Takes the row as the header or a repetition of it. Columns may stand otherwise on another page. */
function readHeader(reading: Reading, row: SourceRow): boolean {
  if (row.cells.some((cell) => LINE_NUMBER.test(cell))) return false;
  const header = headerOf(row.cells);
  if (!header) return false;
  const text = row.cells.map(oneLine).join('|').toLowerCase();
  if (reading.header && text !== reading.headerText && Object.keys(header.at).length < 3) return false;
  if (!reading.header) {
    for (const column of ['deadline', 'responsible', 'result'] as const) {
      if (header.at[column] === undefined) {
        // Official plans often have no column of results; without deadlines or owners a plan is of little use.
        const level = column === 'result' ? 'note' : 'check';
        reading.doubts.push({ code: 'column-missing', level, line: null, about: column });
      }
    }
    for (const about of header.unknown) {
      reading.doubts.push({ code: 'column-unknown', level: 'check', line: null, about });
    }
  }
  if (!reading.header) takeFirstHeading(reading);
  reading.header = header;
  reading.headerText = text;
  reading.table = row.table;
  reading.width = row.cells.length;
  return true;
}

/** The heading of the first section may stand between the title and the table; «у школ…» is no numeral. */
function takeFirstHeading(reading: Reading): void {
  const line = reading.titleLines[reading.titleLines.length - 1] ?? '';
  const heading = /^(раздел|глава)\s/i.test(line) || /^[IVXІХ]{1,5}[.)]/.test(line) ? headingOf(line) : undefined;
  if (!heading) return;
  reading.titleLines.pop();
  reading.sections.push(heading);
}

/** Another table of another shape, with no header of a plan: signatures, a list of approvals. */
function isForeign(reading: Reading, { table, cells }: SourceRow): boolean {
  return table !== undefined && table !== reading.table && cells.length !== reading.width;
}

function tellOutside(reading: Reading, text: string): void {
  reading.doubts.push({ code: 'text-outside', level: 'check', line: null, about: text });
}

function readTableRow(reading: Reading, row: SourceRow, header: PlanHeader, afterBreak: boolean): void {
  const last = reading.lines[reading.lines.length - 1];
  if (row.loose) {
    readLooseText(reading, row, afterBreak, last);
    return;
  }
  if (row.cells.length > 2 && row.cells.every((cell, i) => cell === String(i + 1))) return; // numbers of columns
  const section = sectionOf(row.cells, header);
  if (section) {
    reading.sections.push(section);
    return;
  }
  const cells = { ...EMPTY_CELLS };
  for (const column of Object.keys(cells) as PlanColumn[]) {
    const at = header.at[column];
    if (at !== undefined) cells[column] = row.cells[at] ?? '';
  }
  const number = LINE_NUMBER.exec(cells.number)?.[1] ?? null;
  if (number === null && last && continues(last, cells, afterBreak)) join(reading, last, cells, row.to);
  else openLine(reading, number, cells, row, afterBreak, header);
}

/** Text without cell borders inside the table: the rest of the last cell, or a page number, or a foot line. */
function readLooseText(reading: Reading, row: SourceRow, afterBreak: boolean, last: OpenLine | undefined): void {
  const text = oneLine(row.cells.join(' '));
  const heading = headingOf(text);
  if (heading) {
    reading.sections.push(heading);
  } else if (!afterBreak && last && !/^\d+$/.test(text)) {
    join(reading, last, { ...EMPTY_CELLS, responsible: text }, row.to);
  } else if (!/^[\s\d.,–—-]*$/.test(text)) {
    tellOutside(reading, text);
  }
}

/** A line of text that opens a section: «II. Название», «Раздел 2. Название». */
function headingOf(text: string): PlanSection | undefined {
  const roman = SECTION_START.exec(text);
  const number = roman ? romanNumber((roman[1] as string).toUpperCase()) : undefined;
  if (roman?.[2] && number !== undefined) return { number: romanNumeral(number), title: roman[2] };
  const named = NAMED_SECTION.exec(text);
  return named?.[2] ? { number: named[1] as string, title: named[2] } : undefined;
}

/** «I. Название» in one cell, «II» and «Название» in two, or a row with nothing but a first cell of words. */
function sectionOf(cells: readonly string[], header: PlanHeader): PlanSection | undefined {
  const filled = cells.map(oneLine).filter((cell) => cell !== '');
  const first = filled[0] ?? '';
  const match = SECTION_START.exec(first);
  const roman = match ? romanNumber((match[1] as string).replace(/[ivx]/g, (c) => c.toUpperCase())) : undefined;
  if (match && roman !== undefined && filled.length <= 2) {
    const title = oneLine(`${match[2] ?? ''} ${filled[1] ?? ''}`);
    // «I квартал» in a deadline cell is not a section.
    if (title !== '' && cells.findIndex((cell) => cell !== '') !== header.at.deadline) {
      return { number: romanNumeral(roman), title };
    }
  }
  const at = cells.findIndex((cell) => cell !== '');
  const named = NAMED_SECTION.exec(first);
  if (named && filled.length <= 2)
    return { number: named[1] as string, title: oneLine(`${named[2]} ${filled[1] ?? ''}`) };
  if (filled.length === 1 && at === header.at.number && !LINE_NUMBER.test(first) && /[а-яё]{3}/i.test(first)) {
    return { number: '', title: first };
  }
  return undefined;
}

/** Whether a row without number is the rest of the line above and not a line of its own. */
function continues(last: OpenLine, cells: Record<PlanColumn, string>, afterBreak: boolean): boolean {
  if (cells.measure === '') return true;
  const goesOn = /^[а-яё,;)«"]/.test(cells.measure) && !/^[а-яё]\)/.test(cells.measure);
  if (afterBreak) return goesOn || /[,–—-]$/.test(last.cells.measure);
  return goesOn && cells.deadline === '' && !/[.:;]$/.test(last.cells.measure);
}

function join(reading: Reading, line: OpenLine, cells: Record<PlanColumn, string>, to: number): void {
  for (const column of ['measure', 'deadline', 'result', 'responsible'] as const) {
    if (cells[column] === '') continue;
    if (line.cells[column] !== '') {
      reading.lineDoubts.push({ line, code: 'cell-joined', level: 'note', about: column });
    }
    line.cells[column] = `${line.cells[column]}\n${cells[column]}`.trim();
  }
  line.to = to;
}

function openLine(
  reading: Reading,
  number: string | null,
  cells: Record<PlanColumn, string>,
  row: SourceRow,
  afterBreak: boolean,
  header: PlanHeader,
): void {
  const { lines, lineDoubts } = reading;
  const section = reading.sections[reading.sections.length - 1] ?? null;
  const line: OpenLine = { number, parent: null, section, cells, from: row.from, to: row.to, key: '' };
  if (number !== null) {
    const parentNumber = number.includes('.') ? number.slice(0, number.lastIndexOf('.')) : undefined;
    line.parent = findLast(lines, (l) => l.number === parentNumber && l.section === section) ?? null;
  } else if (header.at.number !== undefined && lines.length > 0) {
    line.parent = findLast(lines, (l) => l.number !== null && l.section === section) ?? null;
    if (line.parent) {
      const code = afterBreak ? 'sub-line-after-break' : 'sub-line';
      lineDoubts.push({ line, code, level: afterBreak ? 'check' : 'note', about: oneLine(cells.measure) });
    }
  }
  takeMerged(line, row, header, lineDoubts);
  lines.push(line);
}

/** A cell that covers several lines holds for each of them; a sub-line has its parent's parties anyway. */
function takeMerged(line: OpenLine, row: SourceRow, header: PlanHeader, lineDoubts: Reading['lineDoubts']): void {
  for (const column of ['deadline', 'result', 'responsible'] as const) {
    const merged = row.merged?.[header.at[column] ?? -1] ?? '';
    if (merged === '' || line.cells[column] !== '') continue;
    if (column === 'responsible' && line.number === null && line.parent?.cells.responsible === merged) continue;
    line.cells[column] = merged;
    lineDoubts.push({ line, code: 'cell-merged', level: 'note', about: column });
  }
}

function findLast<T>(items: readonly T[], wanted: (item: T) => boolean): T | undefined {
  for (let i = items.length - 1; i >= 0; i -= 1) if (wanted(items[i] as T)) return items[i];
  return undefined;
}

function finished(reading: Reading): PlanDraft {
  const { lines, doubts, lineDoubts } = reading;
  // A row of words below the last line is not a section but the signature.
  const sections = reading.sections.filter((section) => lines.some((line) => line.section === section));
  for (const section of reading.sections) {
    if (!sections.includes(section)) {
      doubts.push({
        code: 'text-outside',
        level: 'check',
        line: null,
        about: oneLine(`${section.number} ${section.title}`),
      });
    }
  }
  giveKeys(lines, lineDoubts);
  noticeGaps(lines, doubts);
  const responsible = shareResponsible(lines, lineDoubts);
  const parents = new Set(lines.map((line) => line.parent));
  const title = readTitle(reading.titleLines);
  if (title.year === null) doubts.push({ code: 'no-year', level: 'check', line: null, about: title.title });
  const planLines = lines.map((line): PlanLine => {
    const deadline = oneLine(line.cells.deadline);
    const parties = responsible.get(line) ?? [];
    const doubt = (code: PlanDoubt['code']) => lineDoubts.push({ line, code, level: 'check', about: '' });
    if (line.cells.measure === '') doubt('no-measure');
    if (deadline === '' && !parents.has(line) && reading.header?.at.deadline !== undefined) doubt('no-deadline');
    if (parties.length === 0 && reading.header?.at.responsible !== undefined) doubt('no-responsible');
    return {
      key: line.key,
      number: line.number,
      parent: line.parent?.key ?? null,
      section: line.section,
      measure: oneLine(line.cells.measure),
      deadline,
      expectedResult: oneLine(line.cells.result),
      responsible: parties,
      sourceFrom: line.from,
      sourceTo: line.to,
    };
  });
  for (const { line, code, level, about } of lineDoubts) doubts.push({ code, level, line: line.key, about });
  return { ...title, sections, lines: planLines, doubts };
}

/** Numbers are keys; where they begin anew in each section, the section's number goes before them. */
function giveKeys(lines: readonly OpenLine[], lineDoubts: Reading['lineDoubts']): void {
  const numbered = lines.filter((line) => line.number !== null);
  const distinct = new Set(numbered.map((line) => line.number)).size;
  const inSections = new Set(numbered.map((line) => `${line.section?.number}/${line.number}`)).size;
  const prefix = (line: OpenLine) => (inSections > distinct && line.section ? `${line.section.number}-` : '');
  const taken = new Set<string>();
  const unique = (wanted: string): string => {
    let key = wanted;
    for (let n = 2; taken.has(key); n += 1) key = `${wanted} (${n})`;
    taken.add(key);
    return key;
  };
  for (const line of numbered) {
    const wanted = `${prefix(line)}${line.number}`;
    line.key = unique(wanted);
    if (line.key !== wanted) {
      lineDoubts.push({ line, code: 'number-repeated', level: 'check', about: line.number as string });
    }
  }
  const places = new Map<string, number>();
  for (const line of lines) {
    if (line.number !== null) continue;
    const above = line.parent?.key ?? `${prefix(line)}б/н`;
    const place = (places.get(above) ?? 0) + 1;
    places.set(above, place);
    line.key = unique(`${above}.${place}`);
  }
}

function noticeGaps(lines: readonly OpenLine[], doubts: PlanDoubt[]): void {
  let previous = 0;
  for (const line of lines) {
    if (line.number === null || line.number.includes('.')) continue;
    const n = Number(line.number);
    if (previous > 0 && n > previous + 1) {
      const about = n === previous + 2 ? `${previous + 1}` : `${previous + 1}–${n - 1}`;
      doubts.push({ code: 'number-gap', level: 'note', line: line.key, about });
    }
    previous = n;
  }
}

/**
 * Who answers for each line. Under a line with sub-lines the column is often one list that runs down beside
 * them, a party a row, each but the last ending with «;»: then no row owns its party, and the whole list
 * answers for the line and for every sub-line. A sub-line with an empty cell has its parent's list.
 */
function shareResponsible(lines: readonly OpenLine[], lineDoubts: Reading['lineDoubts']): Map<OpenLine, string[]> {
  const result = new Map<OpenLine, string[]>();
  for (const line of lines) {
    if (line.parent === null) {
      const subLines = lines.filter((l) => l.parent === line && l.number === null);
      const column = [line, ...subLines].map((l) => l.cells.responsible);
      const filled = column.filter((cell) => cell !== '');
      const runsDown = subLines.length > 0 && filled.length > 1 && filled.slice(0, -1).every((c) => /[;,]$/.test(c));
      if (runsDown) {
        const list = splitParties(filled.join('\n'));
        for (const l of [line, ...subLines]) {
          result.set(l, list);
          lineDoubts.push({ line: l, code: 'list-shared', level: 'check', about: list.join('; ') });
        }
        continue;
      }
    }
    if (result.has(line)) continue;
    const own = splitParties(line.cells.responsible);
    const inherited = own.length === 0 && line.parent ? (result.get(line.parent) ?? []) : [];
    if (inherited.length > 0) {
      lineDoubts.push({ line, code: 'responsible-inherited', level: 'note', about: inherited.join('; ') });
    }
    result.set(line, own.length > 0 ? own : inherited);
  }
  return result;
}
