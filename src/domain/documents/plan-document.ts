import type { Block, TableBlock } from './blocks.ts';

/** A line of a plan as it goes into the document: texts as they were written. */
export interface PlanDocumentLine {
  /** '' for a sub-line without a number. */
  number: string;
  measure: string;
  /** «II. Проведение оценки», '' where the plan has no sections. */
  section: string;
  deadline: string;
  result: string;
  /** In the order of the plan. */
  responsible: readonly string[];
}

export interface PlanDocument {
  title: string;
  /** «Утвержден Общественным советом, 19.01.2016»; '' where it is not known. */
  approved: string;
  lines: readonly PlanDocumentLine[];
}

/**
 * The plan as officials print it: who approved it at the right, the title in the middle, one table with the sections
 * as rows of their own. The column of results is there only if some line has one, as in the plan it came from.
 */
export function planDocument({ title, approved, lines }: PlanDocument): Block[] {
  const blocks: Block[] = [];
  if (approved !== '') blocks.push({ kind: 'paragraph', text: approved, align: 'right' });
  blocks.push({ kind: 'title', text: title }, tableOf(lines));
  return blocks;
}

function tableOf(lines: readonly PlanDocumentLine[]): TableBlock {
  const hasResults = lines.some(({ result }) => result !== '');
  const cells = (number: string, measure: string, deadline: string, result: string, responsible: string): string[] =>
    hasResults ? [number, measure, deadline, result, responsible] : [number, measure, deadline, responsible];
  const rows: string[][] = [];
  const headings: number[] = [];
  let section = '';
  for (const line of lines) {
    if (line.section !== section && line.section !== '') {
      headings.push(rows.length);
      const [, number, words] = /^(?:([IVXLCDM\d]+)\. )?(.*)$/s.exec(line.section)!;
      rows.push(cells(number ?? '', words!, '', '', ''));
    }
    section = line.section;
    const number = /^\d+$/.test(line.number) ? `${line.number}.` : line.number;
    rows.push(cells(number, line.measure, line.deadline, line.result, line.responsible.join(';\n')));
  }
  return {
    kind: 'table',
    header: cells(
      '№ п/п',
      'Наименование мероприятий',
      'Срок исполнения',
      'Ожидаемый результат',
      'Ответственный исполнитель',
    ),
    rows,
    headings,
    widths: hasResults ? [0.07, 0.36, 0.15, 0.22, 0.2] : [0.07, 0.45, 0.18, 0.3],
  };
}
