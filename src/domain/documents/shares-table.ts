/** Shares of satisfied answers by institution, with small counts hidden, for a document that is published. */
import { type PublishedShare, publishedShares } from '../rating/published-shares.ts';
import { HIDDEN_BELOW, MARKED_BELOW, type Visibility } from '../rating/suppression.ts';
import { type Block, points } from './blocks.ts';

export interface ShareColumn {
  readonly question: string;
  /** «4.1», «1.3 стенд». */
  readonly label: string;
}

export interface SphereShares {
  readonly sphere: string;
  readonly columns: readonly ShareColumn[];
  /** Every institution with every column's question. */
  readonly cells: readonly PublishedShare[];
}

/** Share of the page for the names; the columns of figures divide the rest, and «стенд» fits in a twelfth of it. */
const NAME_WIDTH = 0.17;

function shareText({ yes, answered }: { yes: number; answered: number }, word: Visibility): string {
  if (answered === 0) return '—';
  if (word === 'hidden' || word === 'hidden-with-another') return '×';
  return `${points((100 * yes) / answered, 0)}${word === 'marked' ? '*' : ''}`;
}

export function sharesAppendix(spheres: readonly SphereShares[]): Block[] {
  const filled = spheres.filter(({ cells }) => cells.some(({ answered }) => answered > 0));
  if (filled.length === 0) return [];
  const blocks: Block[] = [{ kind: 'heading', level: 1, text: 'Приложение. Доли удовлетворённых, %' }];
  for (const { sphere, columns, cells } of filled) {
    const { words, totals } = publishedShares(cells);
    const names = Array.from(new Set(cells.map(({ institution }) => institution)));
    const at = (institution: string, question: string): string => {
      const place = cells.findIndex((cell) => cell.institution === institution && cell.question === question);
      return place < 0 ? '—' : shareText(cells[place]!, words[place]!);
    };
    const total = (question: string): string => {
      const found = totals.find((one) => one.question === question);
      return found ? shareText(found, found.visibility) : '—';
    };
    blocks.push(
      { kind: 'heading', level: 2, text: sphere },
      {
        kind: 'table',
        header: ['Учреждение', ...columns.map(({ label }) => label)],
        widths: [NAME_WIDTH, ...columns.map(() => (1 - NAME_WIDTH) / columns.length)],
        numeric: columns.map((_, column) => column + 1),
        rows: [
          ...names.map((name) => [name, ...columns.map(({ question }) => at(name, question))]),
          ['Все учреждения сферы', ...columns.map(({ question }) => total(question))],
        ],
      },
    );
  }
  blocks.push({
    kind: 'note',
    text: `* — ответивших меньше ${MARKED_BELOW}, доля неустойчива. × — ответивших меньше ${HIDDEN_BELOW}, либо по показанной доле можно было бы вычислить такую: значение скрыто, чтобы нельзя было узнать ответивших. Прочерк — никто не ответил.`,
  });
  return blocks;
}
