import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TableBlock } from '../../../src/domain/documents/blocks.ts';
import { planDocument } from '../../../src/domain/documents/plan-document.ts';
import { importTable } from '../../../src/domain/plan/import-plan.ts';
import type { PlanLine } from '../../../src/domain/plan/plan-line.ts';

const SEEDS = join(__dirname, '../../../demo/seeds');

function draftOf(seed: string) {
  const text = readFileSync(join(SEEDS, `${seed}.txt`), 'utf8');
  return importTable(text.split(/\r?\n/).map((line) => line.split('\t')));
}

const written = (line: PlanLine) => ({
  number: line.number ?? '',
  measure: line.measure,
  section: line.section ? [line.section.number, line.section.title].filter((part) => part).join('. ') : '',
  deadline: line.deadline,
  result: line.expectedResult,
  responsible: line.responsible,
});

describe.each(['polyarnye-zori', 'proletarsky-2016'])('the plan %s', (seed) => {
  const draft = draftOf(seed);
  const blocks = planDocument({ title: draft.title, approved: draft.approval, lines: draft.lines.map(written) });
  const table = blocks.find((block): block is TableBlock => block.kind === 'table')!;

  test('made into a document and read again is the same plan: sections, numbers, sub-lines, dates and parties as written', () => {
    const again = importTable([[draft.title], [...table.header], ...table.rows.map((row) => [...row])]);
    expect(again.lines.map(written)).toEqual(draft.lines.map(written));
    expect(again.sections).toEqual(draft.sections);
  });

  test('each section stands once, before its lines', () => {
    expect(table.headings).toHaveLength(draft.sections.length);
    for (const at of table.headings!) expect(table.rows[at]!.slice(2).join('')).toBe('');
  });

  test('every row has as many cells as the header, and the widths fill the page', () => {
    expect(table.rows.every((row) => row.length === table.header.length)).toBe(true);
    expect(table.widths).toHaveLength(table.header.length);
    expect(table.widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(1);
  });
});

test('a plan without expected results has no column for them', () => {
  const line = { number: '1', measure: 'Приказ', section: '', deadline: 'Декабрь', result: '', responsible: ['Отдел'] };
  const [, table] = planDocument({ title: 'План', approved: '', lines: [line] });
  expect((table as TableBlock).header).toHaveLength(4);
  expect((table as TableBlock).rows).toEqual([['1.', 'Приказ', 'Декабрь', 'Отдел']]);
});
