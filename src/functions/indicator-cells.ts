/** Inputs of indicators in cells: what each takes, and a table of indicators by its header. */
import type { Indicator } from '../domain/methodology/method.ts';
import type { Measured } from '../domain/rating/indicator-points.ts';
import { type Cell, countAt, indicatorCode, pointsAt, refuse, textOf } from './cells.ts';

/** What each kind of formula takes, in the order of the arguments a, b, c, d. */
export const INPUTS: Readonly<Record<Indicator['formula']['kind'], readonly string[]>> = {
  norm: ['единиц на стенде', 'норматив стенда', 'единиц на сайте', 'норматив сайта'],
  share: ['удовлетворены', 'ответили', 'удовлетворены (сайт)', 'ответили (сайт)'],
  checklist: ['выполнено условий'],
  waiting: ['баллы за время ожидания', 'обслужены своевременно', 'ответили'],
  'mean-of': ['баллы 2.1', 'баллы 2.3'],
  bands: ['значение'],
  'mean-mark': ['сумма оценок', 'ответили'],
  entered: ['баллы'],
};

export function measuredFromCells(indicator: Indicator, cells: readonly Cell[], row: number | undefined): Measured {
  const { formula } = indicator;
  const needed = formula.kind === 'share' ? formula.questions.length * 2 : INPUTS[formula.kind].length;
  const names = INPUTS[formula.kind].slice(0, needed);
  if (cells.slice(0, needed).every((cell) => cell === undefined)) {
    refuse(
      { code: 'rating.missing-input', inputs: names.join(', ') },
      { argument: `показатель ${indicator.code}`, row },
    );
  }
  const argument = `показатель ${indicator.code}`;
  const [a, b, c, d] = names.map((name, k) => {
    const place = row === undefined ? { argument: `${argument}, ${name}` } : { argument, row, column: name };
    const isPoints = formula.kind === 'mean-of' || (formula.kind === 'waiting' && k === 0);
    return isPoints ? pointsAt(cells[k], place) : countAt(cells[k], place);
  });
  switch (formula.kind) {
    case 'norm':
      return {
        kind: 'norm',
        parts: [
          { found: a!, norm: b! },
          { found: c!, norm: d! },
        ],
      };
    case 'share':
      return {
        kind: 'share',
        parts:
          needed === 4
            ? [
                { yes: a!, answered: b! },
                { yes: c!, answered: d! },
              ]
            : [{ yes: a!, answered: b! }],
      };
    case 'waiting':
      return { kind: 'waiting', waitingPoints: a!, timely: b!, answered: c! };
    case 'mean-of':
      return { kind: 'mean-of', points: [a!, b!] };
    default:
      return { kind: 'checklist', met: a! };
  }
}

/** Columns of a table of indicators, by code; `name` is the first one that is neither a code nor «№». */
export function indicatorColumns(header: readonly Cell[]): Record<string, number> {
  const columns: Record<string, number> = {};
  header.forEach((cell, column) => {
    const code = indicatorCode(cell) ?? (/^№/.test(textOf(cell)) ? '№' : 'name');
    if (columns[code] === undefined) columns[code] = column;
    else if (/\d/.test(code)) refuse({ code: 'rating.doubled', what: `столбец «${code}»` }, { row: 1 });
  });
  // A table without its header: the first institution would be taken for it and lost.
  if (!/\d/.test(Object.keys(columns).join())) refuse({ code: 'rating.missing-column', column: '1.1' }, { row: 1 });
  return columns;
}
