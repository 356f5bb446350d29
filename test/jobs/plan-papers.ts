/** The two source plans as people keep them: Word documents of several makes, and pages of a clipboard. */
import { readFileSync } from 'node:fs';
import {
  AlignmentType,
  DeletedTextRun,
  Document,
  type FileChild,
  InsertedTextRun,
  LevelFormat,
  Packer,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableRow,
  Textbox,
  TextRun,
  VerticalMergeType,
} from 'docx';
import { importPlan } from '../../src/domain/plan/import-plan.ts';
import type { PlanDraft, PlanLine } from '../../src/domain/plan/plan-line.ts';

export const SEEDS = ['polyarnye-zori', 'proletarsky-2016'] as const;
export type Seed = (typeof SEEDS)[number];

export const seedText = (seed: Seed): string => readFileSync(`demo/seeds/${seed}.txt`, 'utf8');
export const seedDraft = (seed: Seed): PlanDraft => importPlan(seedText(seed));

/** What of a plan must come out the same whatever it was read from. */
export function essence({ title, year, approvedOn, approval, sections, lines }: PlanDraft): unknown {
  const plain = lines.map(({ sourceFrom: _from, sourceTo: _to, ...line }: PlanLine) => line);
  return { title, year, approvedOn, approval, sections, lines: plain };
}

/** Cells of the seed by pages; the tags that mark bold text in it are no text. */
export function seedPages(seed: Seed): { before: string[]; pages: string[][][] } {
  const before: string[] = [];
  const pages: string[][][] = [];
  let page: string[][] = [];
  for (const line of `${seedText(seed).replace(/<[^>]*>/g, '')}\n\n`.split('\n')) {
    if (line.includes('\t')) page.push(line.split('\t'));
    else if (page.length > 0) {
      pages.push(page);
      page = [];
    } else if (pages.length === 0) before.push(line.trim());
  }
  return { before, pages };
}

const NUMBERING = {
  config: [
    {
      reference: 'rows',
      levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.START }],
    },
    {
      reference: 'sections',
      levels: [{ level: 0, format: LevelFormat.UPPER_ROMAN, text: '%1.', alignment: AlignmentType.START }],
    },
  ],
};

const titleOf = (lines: readonly string[]): Paragraph[] =>
  lines.map((text) => new Paragraph({ text, alignment: AlignmentType.CENTER }));

export function paper(children: readonly FileChild[]): Promise<Buffer> {
  return Packer.toBuffer(new Document({ numbering: NUMBERING, sections: [{ children: [...children] }] }));
}

const cell = (text: string, options: Partial<ConstructorParameters<typeof TableCell>[0]> = {}): TableCell =>
  new TableCell({ children: text.split('\n').map((line) => new Paragraph(line)), ...options });
const row = (cells: readonly string[]): TableRow => new TableRow({ children: cells.map((text) => cell(text)) });

/** As the seed stands: a table a page with its header, cells broken over the pages. */
export function pagedPaper(seed: Seed): Promise<Buffer> {
  const { before, pages } = seedPages(seed);
  const tables = pages.flatMap((page) => [new Table({ rows: page.map(row) }), new Paragraph('')]);
  return paper([...titleOf(before), ...tables]);
}

/** One table for the whole plan, with the header repeated on each page inside it and cells broken all the same. */
export function oneTablePaper(seed: Seed, deadlineTitle: string): Promise<Buffer> {
  const { before, pages } = seedPages(seed);
  const rows = pages
    .flat()
    .map((cells) => row(cells.map((text) => text.replace(/^Срок (реализ|исполн).*$/, deadlineTitle))));
  return paper([...titleOf(before), new Table({ rows })]);
}

/**
 * As a careful typist would make it: numbers that Word counts, section rows merged over the table, parties of a
 * line and its sub-lines in one tall cell, each party on its own line, a header that Word repeats itself.
 */
export function carefulPaper(seed: Seed): Promise<Buffer> {
  const { before } = seedPages(seed);
  const draft = seedDraft(seed);
  const hasResult = draft.lines.some(({ expectedResult }) => expectedResult !== '');
  const titles = [
    '№\nп/п',
    'Наименование\nмероприятий',
    'Срок\nисполнения',
    'Ожидаемый результат',
    'Ответственный исполнитель',
  ];
  const shown = (cells: readonly TableCell[]) => cells.filter((_, at) => hasResult || at !== 3);
  const rows = [
    new TableRow({ tableHeader: true, children: shown(titles.map((title) => cell(title))) }),
    ...draft.lines.flatMap((line, at) => {
      const starts = line.section !== null && line.section !== draft.lines[at - 1]?.section;
      const isParent = draft.lines.some(({ parent, number }) => parent === line.key && number === null);
      const merge =
        line.number === null ? VerticalMergeType.CONTINUE : isParent ? VerticalMergeType.RESTART : undefined;
      const parties = merge === VerticalMergeType.CONTINUE ? '' : line.responsible.join(';\n');
      const cells = [
        new TableCell({ children: [numberParagraph(line)] }),
        cell(line.measure),
        cell(line.deadline),
        cell(line.expectedResult),
        cell(parties, merge ? { verticalMerge: merge } : {}),
      ];
      return [...(starts ? [sectionRow(line, hasResult ? 5 : 4)] : []), new TableRow({ children: shown(cells) })];
    }),
  ];
  return paper([...titleOf(before), new Table({ rows })]);
}

/** Counted by Word where the number follows from the rows; 15 after a missing 14 is typed. */
function numberParagraph({ number }: PlanLine): Paragraph {
  if (number === null) return new Paragraph('');
  return Number(number) < 14
    ? new Paragraph({ numbering: { reference: 'rows', level: 0 } })
    : new Paragraph(`${number}.`);
}

function sectionRow({ section }: PlanLine, columns: number): TableRow {
  const heading = new Paragraph({ text: section!.title, numbering: { reference: 'sections', level: 0 } });
  return new TableRow({ children: [new TableCell({ columnSpan: columns, children: [heading] })] });
}

/** A line of a plan with everything in its cells that Word can put there. */
export function trickyPaper(): Promise<Buffer> {
  const tracked = { id: 1, author: 'А', date: '2026-01-10T00:00:00Z' };
  const measure = new TableCell({
    children: [
      new Paragraph({
        children: [
          new TextRun('Подготовить '),
          new DeletedTextRun({ text: 'приказ', ...tracked }),
          new InsertedTextRun({ text: 'отчёт', ...tracked, id: 2 }),
          new TextRun({ children: [new Tab(), 'о качестве'] }),
          new TextRun({ text: 'работы', break: 1 }),
          new TextRun({ text: ' скрыто', vanish: true }),
        ],
      }),
      new Table({ rows: [row(['внутри', 'таблица'])] }),
    ],
  });
  const header = row(['№', 'Мероприятие', 'Сроки', 'Ответственные']);
  const first = new TableRow({
    children: [cell('1.'), measure, cell('до 30 января', { verticalMerge: VerticalMergeType.RESTART }), cell('УСЗН')],
  });
  const second = new TableRow({
    children: [
      cell('2.'),
      cell('Разместить его'),
      cell('', { verticalMerge: VerticalMergeType.CONTINUE }),
      cell('УСЗН'),
    ],
  });
  const signature = new Table({ rows: [row(['Начальник отдела', 'И.И. Иванов'])] });
  return paper([
    new Paragraph('План на 2026 год'),
    new Textbox({ style: { width: '200pt', height: 'auto' }, children: [new Paragraph('Печать')] }),
    new Table({ rows: [header, first, second] }),
    new Paragraph(''),
    signature,
  ]);
}
