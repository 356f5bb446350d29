import type { IsoDate } from './dates.ts';

/** A roman section of a plan; `number` as written, in Latin letters («II»), '' where there is none. */
export interface PlanSection {
  readonly number: string;
  readonly title: string;
}

/** A line of a plan as it stands in the source. Texts have single spaces and no line breaks. */
export interface PlanLine {
  /** Stable in the plan: the number («13»), or for a sub-line without number its place («1.3»). */
  readonly key: string;
  /** The number as written without its last full stop; null for a line without number. */
  readonly number: string | null;
  /** Key of the line that this one belongs to. */
  readonly parent: string | null;
  readonly section: PlanSection | null;
  readonly measure: string;
  /** As written, '' where the cell is empty. */
  readonly deadline: string;
  readonly expectedResult: string;
  readonly responsible: readonly string[];
  /** Lines of the source text (or rows of the table) it was read from, from 1, both inclusive. */
  readonly sourceFrom: number;
  readonly sourceTo: number;
}

/** What the official should look at in the preview; `note` only says what was done. */
export interface PlanDoubt {
  readonly code:
    | 'cell-joined'
    | 'cell-merged'
    | 'number-gap'
    | 'number-repeated'
    | 'list-shared'
    | 'responsible-inherited'
    | 'sub-line'
    | 'sub-line-after-break'
    | 'no-deadline'
    | 'no-responsible'
    | 'no-measure'
    | 'column-missing'
    | 'column-unknown'
    | 'text-outside'
    | 'text-box'
    | 'nested-table'
    | 'no-year';
  readonly level: 'note' | 'check';
  /** Key of the line, null for the plan as a whole. */
  readonly line: string | null;
  /** What in the source the doubt is about. */
  readonly about: string;
}

export interface PlanDraft {
  readonly title: string;
  /** From the title: «на 2016 год»; the first year of «на 2016–2018 годы». */
  readonly year: number | null;
  readonly approvedOn: IsoDate | null;
  /** «Утвержден Общественным советом», '' where there is none. */
  readonly approval: string;
  readonly sections: readonly PlanSection[];
  readonly lines: readonly PlanLine[];
  readonly doubts: readonly PlanDoubt[];
}
