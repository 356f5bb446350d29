import * as fc from 'fast-check';
import { type PublishedShare, publishedShares } from '../../../src/domain/rating/published-shares.ts';

const cell = (
  institution: string,
  question: string,
  answered: number,
  criterion = 'К4',
  weight = 1,
): PublishedShare => ({
  ...{ institution, question, criterion, answered, weight },
  yes: Math.floor(answered / 2),
});

test('a share of fewer than ten is hidden, and the next smallest with it, or the total would give it away', () => {
  const { words, totals } = publishedShares([
    cell('А', 'q8', 9),
    cell('Б', 'q8', 29),
    cell('В', 'q8', 30),
    cell('Г', 'q8', 28),
  ]);
  expect(words).toEqual(['hidden', 'marked', 'shown', 'hidden-with-another']);
  expect(totals).toEqual([{ question: 'q8', yes: 47, answered: 96, visibility: 'shown' }]);
});

test('with it go the other shares of its criterion, which would give it away together with К4', () => {
  const { words } = publishedShares([
    cell('А', 'q9', 50),
    cell('А', 'q12', 5),
    cell('А', 'q13', 50, 'К5'),
    ...['Б', 'В'].flatMap((name) => [cell(name, 'q9', 60), cell(name, 'q12', 40), cell(name, 'q13', 60, 'К5')]),
  ]);
  // А: q12 hidden, so q9 too; in each column a second one, Б, and К5 is nobody's business.
  expect(words.slice(0, 3)).toEqual(['hidden-with-another', 'hidden', 'shown']);
  expect(words.slice(3, 6)).toEqual(['hidden-with-another', 'hidden-with-another', 'shown']);
  expect(words.slice(6)).toEqual(['shown', 'shown', 'shown']);
});

test('two hidden shares of ten answers and more protect each other, and no third is hidden', () => {
  const { words } = publishedShares([cell('А', 'q8', 5), cell('Б', 'q8', 7), cell('В', 'q8', 12)]);
  expect(words).toEqual(['hidden', 'hidden', 'marked']);
});

test('of one institution alone the total is the share itself, so it is hidden too', () => {
  const { totals } = publishedShares([cell('А', 'q8', 5), cell('Б', 'q8', 0)]);
  expect(totals[0]!.visibility).toBe('hidden-with-another');
});

test('under a total the hidden cells hold ten answers or more: their common share is the total less the rest', () => {
  // 3 and 4 hidden would leave «the share of these seven» to be worked out.
  const column = (...answered: number[]) => publishedShares(answered.map((n, at) => cell(`У${at}`, 'q8', n)));
  expect(column(3, 4, 40, 50).words).toEqual(['hidden', 'hidden', 'hidden-with-another', 'shown']);
  expect(column(5, 6, 40, 50).words).toEqual(['hidden', 'hidden', 'shown', 'shown']);
  // No third to hide: the total itself goes.
  expect(column(3, 4).totals[0]!.visibility).toMatch(/^hidden/);
  expect(column(3, 4, 0).totals[0]!.visibility).toMatch(/^hidden/);
});

test('two institutions with the two shares of 1.3 hidden: four equations in four unknowns, so a total is closed', () => {
  // К1: half of each share; stand: 5x + 40y; site: 30x + 60y. Their determinant is not 0.
  const cells = [
    ...[cell('А', 'стенд', 5, 'К1', 0.2), cell('А', 'сайт', 30, 'К1', 0.2)],
    ...[cell('Б', 'стенд', 40, 'К1', 0.2), cell('Б', 'сайт', 60, 'К1', 0.2)],
  ];
  const { words, totals } = publishedShares(cells);
  expect(words).toEqual(['hidden', 'hidden-with-another', 'hidden-with-another', 'hidden-with-another']);
  expect(totals.map(({ visibility }) => visibility)).toContain('hidden-with-another');
});

/** In whole numbers modulo a large prime, so that a rank is a rank and not a matter of rounding. */
const PRIME = 2_147_483_647n;
function rankOf(rows: readonly (readonly number[])[]): number {
  const left = rows.map((row) => row.map((value) => BigInt(value)));
  const mod = (value: bigint): bigint => ((value % PRIME) + PRIME) % PRIME;
  const power = (base: bigint, times: bigint): bigint => {
    if (times === 0n) return 1n;
    const half = power(base, times / 2n);
    return mod(half * half * (times % 2n === 1n ? base : 1n));
  };
  let rank = 0;
  for (let column = 0; column < (rows[0]?.length ?? 0); column += 1) {
    const at = left.findIndex((row, k) => k >= rank && row[column] !== 0n);
    if (at < 0) continue;
    [left[rank], left[at]] = [left[at]!, left[rank]!];
    const pivot = left[rank]!;
    const inverse = power(pivot[column]!, PRIME - 2n);
    for (let k = rank + 1; k < left.length; k += 1) {
      const share = mod(left[k]![column]! * inverse);
      if (share !== 0n) left[k] = left[k]!.map((value, place) => mod(value - share * pivot[place]!));
    }
    rank += 1;
  }
  return rank;
}

/** Three institutions at most, К1 of two questions, К4 of three; weights in whole parts. */
const WEIGHTS = [
  ['q2', 'К1', 1],
  ['q4', 'К1', 1],
  ['q9', 'К4', 2],
  ['q10', 'К4', 2],
  ['q12', 'К4', 1],
] as const;

test('whatever the counts, no hidden share follows from criteria and totals, alone or together (brute force by ranks)', () => {
  const counts = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 10, max: 60 }));
  const table = fc.array(fc.array(counts, { minLength: 5, maxLength: 5 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(table, (rows) => {
      const cells = rows.flatMap((row, at) =>
        row.map((n, k) => cell(`У${at}`, WEIGHTS[k]![0], n, WEIGHTS[k]![1], WEIGHTS[k]![2])),
      );
      const { words, totals } = publishedShares(cells);
      const known = cells.map((_, at) => at).filter((at) => cells[at]!.answered > 0);
      const isHidden = (at: number): boolean => words[at]!.startsWith('hidden');
      for (const at of known) if (cells[at]!.answered < 10) expect(words[at]).toBe('hidden');

      // Everything that is published, as equations in the shares of all cells; a shown cell is its own equation.
      const row = (of: (at: number) => number): number[] => known.map(of);
      const shown = known.filter((at) => !isHidden(at)).map((one) => row((at) => Number(at === one)));
      const open = totals.filter(({ visibility }) => !visibility.startsWith('hidden'));
      const ofTotals = open.map(({ question }) =>
        row((at) => (cells[at]!.question === question ? cells[at]!.answered : 0)),
      );
      const ofCriteria = rows.flatMap((_, k) =>
        ['К1', 'К4'].map((criterion) =>
          row((at) =>
            cells[at]!.institution === `У${k}` && cells[at]!.criterion === criterion ? cells[at]!.weight : 0,
          ),
        ),
      );
      // A criterion of one share is that share; the law publishes it and no table can help.
      const joined = ofCriteria.filter((equation) => equation.filter((value) => value !== 0).length !== 1);
      const published = [...shown, ...ofTotals, ...joined];
      const rank = rankOf(published);
      for (const one of known.filter(isHidden)) {
        expect(rankOf([...published, row((at) => Number(at === one))])).toBe(rank + 1);
      }
      // What an open total leaves over is never the share of fewer than ten.
      for (const { question } of open) {
        const over = known.filter((at) => cells[at]!.question === question && isHidden(at));
        if (over.length > 0) {
          expect(over.reduce((sum, at) => sum + cells[at]!.answered, 0)).toBeGreaterThanOrEqual(10);
        }
      }
    }),
    { numRuns: 200 },
  );
});

test('where every count is large nothing is hidden: the rule costs nothing where there is nobody to protect', () => {
  const large = fc.array(fc.integer({ min: 30, max: 500 }), { minLength: 5, maxLength: 5 });
  fc.assert(
    fc.property(fc.array(large, { minLength: 1, maxLength: 4 }), (rows) => {
      const { words, totals } = publishedShares(
        rows.flatMap((row, at) => row.map((n, k) => cell(`У${at}`, WEIGHTS[k]![0], n, WEIGHTS[k]![1]))),
      );
      expect(new Set([...words, ...totals.map(({ visibility }) => visibility)])).toEqual(new Set(['shown']));
    }),
  );
});
