/**
 * «Прошлые рейтинги» in cells. Columns are found by their titles in the first row, so they may
 * be moved. A cell that cannot be read spoils the comparison of its own row only.
 */

import type { EmptyPolicy, Rounding } from '../domain/methodology/method.ts';
import { highestTotal } from '../domain/rating/score.ts';
import {
  changeOf,
  type Former,
  type FormerResult,
  formerOf,
  type PresentResult,
  rulesMark,
  type YearChange,
} from '../domain/rating/year-change.ts';
import { changeText, FORMER_TITLES, formerProblemText, unreadableText } from '../texts/former-results.ts';
import type { Assessed } from './assessed-cells.ts';
import { type CellRange, isBlank, readNumber, rowsOf, textOf } from './cells.ts';

/** A row of the sheet. */
export interface FormerRow extends FormerResult {
  /** 1-based row of the sheet. */
  readonly row: number;
  /** Which cell of it is no number; '' where all is well. */
  readonly problem: string;
}

/** @param range the sheet with its header row; rows without a year are passed over */
export function readFormer(range: CellRange): FormerRow[] {
  const [header = [], ...body] = rowsOf(range);
  const titles = header.map(textOf);
  return body
    .map((cells, at): FormerRow => {
      const row = at + 2;
      let problem = '';
      const cell = (key: keyof typeof FORMER_TITLES) => cells[titles.indexOf(FORMER_TITLES[key])];
      const text = (key: 'code' | 'name' | 'rules') => textOf(cell(key));
      const number = (key: 'total' | 'error' | 'answers' | 'shift'): number | null => {
        const value = readNumber(cell(key));
        const isBad = value === undefined || (value < 0 && key !== 'shift');
        if (isBad && !isBlank(cell(key))) problem = unreadableText(row, FORMER_TITLES[key]);
        return value ?? null;
      };
      return {
        year: readNumber(cell('year')) ?? Number.NaN,
        ...{ code: text('code'), name: text('name'), rules: text('rules') },
        ...{ total: number('total'), error: number('error'), answers: number('answers'), shift: number('shift') },
        row,
        problem,
      };
    })
    .filter(({ year }) => year > 0);
}

/** One institution against its nearest earlier result. */
export interface Compared {
  readonly former: Former<FormerRow>;
  /** null where there is nothing to compare; `words` says why where something is wrong. */
  readonly change: YearChange | null;
  readonly words: string;
}

export function presentResult(
  method: Assessed['method'],
  score: number,
  error: Assessed['error'],
  { rounding, empty }: { readonly rounding: Rounding; readonly empty: EmptyPolicy },
): PresentResult {
  return { score, error, max: highestTotal(method), rules: rulesMark(method, rounding, empty) };
}

export function compareWithFormer(
  { code, name, method, assessment, error }: Assessed,
  rows: readonly FormerRow[],
  year: number,
  settings: { readonly rounding: Rounding; readonly empty: EmptyPolicy; readonly level: number },
): Compared {
  const former = formerOf(rows, { code, name }, year);
  if (former.kind !== 'found') return { former, change: null, words: formerProblemText(former) };
  const { row } = former;
  if (row.problem) return { former, change: null, words: row.problem };
  const { total } = assessment.score;
  if (total === null) return { former, change: null, words: '' };
  const change = changeOf(presentResult(method, total, error, settings), row, settings.level);
  return { former, change, words: change ? changeText(change, row.year, year) : '' };
}
