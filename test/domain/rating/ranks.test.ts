import fc from 'fast-check';
import { normalDraws } from '../../../src/domain/rating/normal-draws.ts';
import {
  indistinguishableGroups,
  RANK_DEFAULTS,
  rankSets,
  ranksOf,
  simultaneousRankSets,
} from '../../../src/domain/rating/ranks.ts';
import { PISA_2018 } from './pisa-2018.ts';

const scores = fc.array(
  fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10),
  { minLength: 1, maxLength: 12 },
);
const table = scores.chain((values) =>
  fc.tuple(
    fc.constant(values),
    fc.array(fc.option(fc.double({ min: 0, max: 8, noNaN: true }), { freq: 8 }), {
      minLength: values.length,
      maxLength: values.length,
    }),
  ),
);
const few = { level: 0.95, draws: 200 };

test('ties share a rank and the next is passed over: 1, 2, 2, 4', () => {
  expect(ranksOf([90, 80, 80, 70])).toEqual([1, 2, 2, 4]);
  expect(ranksOf([0.1 + 0.2, 0.3])).toEqual([1, 1]);
});

test('normal draws are the same each time, with mean 0, variance 1 and 5 % beyond 1,96', () => {
  const draws = Array.from(normalDraws(100_000));
  expect(draws.slice(0, 5)).toEqual(Array.from(normalDraws(5)));
  const mean = draws.reduce((a, b) => a + b, 0) / draws.length;
  const variance = draws.reduce((sum, z) => sum + (z - mean) ** 2, 0) / draws.length;
  expect(Math.abs(mean)).toBeLessThan(0.01);
  expect(Math.abs(variance - 1)).toBeLessThan(0.02);
  expect(Math.abs(draws.filter((z) => Math.abs(z) > 1.96).length / draws.length - 0.05)).toBeLessThan(0.003);
});

describe('sets of ranks (Mogstad, Romano, Shaikh, Wilhelm)', () => {
  test('two institutions are told apart when they differ by more than 1,96 errors of the difference', () => {
    // Of two, the greatest of ±Z is |Z|, and its 95 % quantile is 1.96; error √2.
    const many = { level: 0.95, draws: 20_000 };
    const apart = (difference: number) => simultaneousRankSets([difference, 0], [1, 1], many)[0]!.high === 1;
    expect(apart(1.92 * Math.SQRT2)).toBe(false);
    expect(apart(2 * Math.SQRT2)).toBe(true);
  });

  // With equal errors the greatest difference of p institutions is the studentised range;
  // its 95 % points q(p, ∞) are in every table (e.g. Pearson and Hartley, Biometrika Tables I, 29).
  test.each([
    [3, 3.314],
    [5, 3.858],
    [10, 4.474],
  ])('of %i equal ones the critical value is q/√2, q = %d', (p, q) => {
    const many = { level: 0.95, draws: 20_000 };
    const isFound = (lead: number) => {
      const values = [lead, ...new Array<number>(p - 1).fill(0)];
      return simultaneousRankSets(values, new Array<number>(p).fill(1), many)[0]!.high === 1;
    };
    // A lead of t·√2 has the statistic t against each of the others.
    expect(isFound(q - 0.06)).toBe(false);
    expect(isFound(q + 0.06)).toBe(true);
  });

  test('a set of one institution alone is not wider than its set within the table', () => {
    fc.assert(
      fc.property(table, ([values, errors]) => {
        for (const { simultaneous, marginal } of rankSets(values, errors, { level: 0.95, draws: 1000 })) {
          expect(marginal.high - marginal.low).toBeLessThanOrEqual(simultaneous.high - simultaneous.low);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('every set contains the rank and lies within 1…p', () => {
    fc.assert(
      fc.property(table, ([values, errors]) => {
        for (const { rank, simultaneous, marginal } of rankSets(values, errors, few)) {
          for (const { low, high } of [simultaneous, marginal]) {
            expect(1 <= low && low <= rank && rank <= high && high <= values.length).toBe(true);
          }
        }
      }),
    );
  });

  test('the order of rows does not matter: a table sorted another way has the same sets', () => {
    const errors = fc.integer({ min: 5, max: 45 }).map((tenths) => tenths / 10);
    const close = fc.array(fc.tuple(fc.integer({ min: 600, max: 950 }), fc.option(errors, { freq: 8 })), {
      minLength: 2,
      maxLength: 15,
    });
    const setsOf = (rows: readonly (readonly [number, number | null])[]): string[] => {
      const [values, spread] = [rows.map(([score]) => score / 10), rows.map(([, error]) => error)];
      const found = rankSets(values, spread, few);
      return rows.map((row, k) => JSON.stringify([row, found[k]])).sort();
    };
    fc.assert(
      fc.property(close, (rows) => {
        const best = [...rows].sort((a, b) => b[0] - a[0]);
        for (const other of [[...rows].reverse(), best]) expect(setsOf(other)).toEqual(setsOf(rows));
      }),
      { numRuns: 25 },
    );
  });

  test('the same data give the same sets', () => {
    const [values, errors] = [
      [90, 85, 84, 60],
      [2, 2, 2, 2],
    ];
    expect(rankSets(values, errors)).toEqual(rankSets(values, errors));
  });

  test('far apart institutions have one rank each, alike ones have all', () => {
    expect(simultaneousRankSets([90, 60, 30], [1, 1, 1])).toEqual([1, 2, 3].map((rank) => ({ low: rank, high: rank })));
    expect(simultaneousRankSets([60.1, 60, 59.9], [3, 3, 3])).toEqual(Array(3).fill({ low: 1, high: 3 }));
  });

  test('without sampling error only equal scores share ranks', () => {
    expect(simultaneousRankSets([90, 80, 80], [0, 0, 0])).toEqual([
      { low: 1, high: 1 },
      { low: 2, high: 3 },
      { low: 2, high: 3 },
    ]);
  });

  test('an institution whose error is not known cannot be told from any other', () => {
    expect(simultaneousRankSets([90, 60, 30], [1, null, 1])).toEqual([
      { low: 1, high: 2 },
      { low: 1, high: 3 },
      { low: 2, high: 3 },
    ]);
  });

  test('stepping down finds at least what one step finds', () => {
    // 100 and 0 leave after the first step; then 52 and 46 are compared less strictly.
    const step = simultaneousRankSets([100, 52, 46, 0], [1.5, 1.5, 1.5, 1.5], { ...RANK_DEFAULTS, draws: 5000 });
    // One step: 6 / (1.5·√2) = 2.83 against q(4)/√2 = 3.633/√2 = 2.57 is found at once; 5.3 only after.
    expect(step[1]).toEqual({ low: 2, high: 2 });
    const near = simultaneousRankSets([100, 52, 46.8, 0], [1.5, 1.5, 1.5, 1.5], { ...RANK_DEFAULTS, draws: 5000 });
    expect(near[1]).toEqual({ low: 2, high: 2 }); // 2.45 < 2.57, but 2.45 > 1.96 once only they are left
  });

  test('the sets hold all true ranks in about 95 tables of 100 or more', () => {
    const truth = [80, 80, 78, 75, 75, 70];
    const trueRank = ranksOf(truth);
    const noise = normalDraws(truth.length * 200 + 1).slice(1);
    let held = 0;
    for (let run = 0; run < 200; run += 1) {
      const seen = truth.map((value, j) => value + 2 * noise[run * truth.length + j]!);
      const sets = simultaneousRankSets(
        seen,
        truth.map(() => 2),
        { level: 0.95, draws: 400 },
      );
      // With equal true scores any order of theirs is true: a set must meet the range of their ranks.
      held += sets.every(({ low, high }, j) => {
        const ties = truth.filter((value) => value === truth[j]).length;
        return low <= trueRank[j]! && high >= trueRank[j]! + ties - 1;
      })
        ? 1
        : 0;
    }
    expect(held / 200).toBeGreaterThan(0.94);
  });
});

describe('the mathematics of PISA 2018, the example of csranks', () => {
  const scores = PISA_2018.map(([, score]) => score);
  const errors = PISA_2018.map(([, , error]) => error);
  const found = rankSets(scores, errors, { level: 0.95, draws: 20_000 });

  test('ranks are those that csranks prints: Japan 1, Korea 2, Estonia 3 … Colombia 37', () => {
    expect(ranksOf(scores)).toEqual(PISA_2018.map(([, , , rank]) => rank));
  });

  test('simultaneous sets are those of an independent computation with 200,000 draws', () => {
    expect(found.map(({ simultaneous: { low, high } }) => [low, high])).toEqual(
      PISA_2018.map(([, , , , simultaneous]) => simultaneous),
    );
  });

  test('marginal sets too, but for one place where a pair stands on the critical value', () => {
    const differences = found.filter(({ marginal }, k) => {
      const [low, high] = PISA_2018[k]![5];
      expect(Math.abs(marginal.low - low) + Math.abs(marginal.high - high)).toBeLessThanOrEqual(1);
      return marginal.low !== low || marginal.high !== high;
    });
    expect(differences.length).toBeLessThanOrEqual(1);
  });
});

describe('«нельзя различить»', () => {
  const set = (low: number, high: number) => ({ low, high });
  test('largest groups of overlapping sets; one who differs from all is in none', () => {
    expect(indistinguishableGroups([set(1, 1), set(2, 4), set(2, 3), set(3, 4), set(5, 5)])).toEqual([[1, 2, 3]]);
    expect(indistinguishableGroups([set(1, 2), set(1, 3), set(3, 4), set(3, 4)])).toEqual([
      [0, 1],
      [1, 2, 3],
    ]);
    expect(indistinguishableGroups([set(1, 1), set(2, 2)])).toEqual([]);
  });
});
