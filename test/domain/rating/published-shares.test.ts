import * as fc from 'fast-check';
import { type PublishedShare, publishedShares } from '../../../src/domain/rating/published-shares.ts';

const cell = (institution: string, question: string, answered: number, criterion = 'К4'): PublishedShare => ({
  ...{ institution, question, criterion, answered },
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

test('of one institution alone the total is the share itself, so it is hidden too', () => {
  const { totals } = publishedShares([cell('А', 'q8', 5), cell('Б', 'q8', 0)]);
  expect(totals[0]!.visibility).toBe('hidden-with-another');
});

test('whatever the counts, no hidden share can be had by subtraction from the total or from its criterion', () => {
  const counts = fc.integer({ min: 0, max: 60 });
  fc.assert(
    fc.property(fc.array(fc.tuple(counts, counts, counts), { minLength: 1, maxLength: 6 }), (rows) => {
      const cells = rows.flatMap((row, at) => row.map((n, q) => cell(`У${at}`, `q${q}`, n, q < 2 ? 'К4' : 'К5')));
      const { words, totals } = publishedShares(cells);
      const hidden = (at: number): boolean => words[at]!.startsWith('hidden');
      cells.forEach(({ answered }, at) => {
        if (answered > 0 && answered < 10) expect(words[at]).toBe('hidden');
      });
      for (const { question, visibility } of totals) {
        const own = cells.map((_, at) => at).filter((at) => cells[at]!.question === question && hidden(at));
        if (own.length === 1) expect(visibility).toMatch(/^hidden/);
      }
      cells.forEach(({ institution, criterion, answered }, at) => {
        if (!hidden(at) || answered === 0) return;
        cells.forEach((other, place) => {
          const isBeside = other.institution === institution && other.criterion === criterion && other.answered > 0;
          if (isBeside) expect(hidden(place)).toBe(true);
        });
      });
    }),
    { numRuns: 300 },
  );
});
