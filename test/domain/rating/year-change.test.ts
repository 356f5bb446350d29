import fc from 'fast-check';
import { order344 } from '../../../src/domain/methodology/order-344.ts';
import { scoreDifference, scoreInterval } from '../../../src/domain/rating/comparison.ts';
import { standAfterHolm } from '../../../src/domain/rating/holm.ts';
import { standardError } from '../../../src/domain/rating/standard-error.ts';
import {
  changeOf,
  type FormerResult,
  formerOf,
  type PresentResult,
  questionChange,
  rulesMark,
} from '../../../src/domain/rating/year-change.ts';
import type { Answer } from '../../../src/domain/survey/answer.ts';
import { type TallyLayout, tallyOf } from '../../../src/domain/survey/tally.ts';

const former = (change: Partial<FormerResult> = {}): FormerResult => ({
  ...{ year: 2025, code: 'ш1', name: 'Школа № 1', total: 80, error: 2, shift: 0, answers: 20, rules: 'а' },
  ...change,
});
const present = (score: number, error: number | null = 1.5, n = 30, shift = 0): PresentResult => ({
  ...{ score, max: 100, error: { error, df: n - 1, shift }, rules: 'а' },
});

describe('the interval of a change', () => {
  test('by hand: 95 (91,4–96,2) after 88 (84–91) is 7 − √(3,6² + 3²) … 7 + √(1,2² + 4²)', () => {
    const { difference, low, high } = scoreDifference(
      { score: 95, low: 91.4, high: 96.2 },
      { score: 88, low: 84, high: 91 },
    );
    expect([difference, low, high]).toEqual([
      7,
      expect.closeTo(7 - Math.sqrt(12.96 + 9), 9),
      expect.closeTo(7 + Math.sqrt(1.44 + 16), 9),
    ]);
  });

  test('by hand: 84 ± 2,0452 · 1,5 of 30 after 80 ± 2,0930 · 2 of 20 is 4 ± √(3,0678² + 4,1860²) = 4 ± 5,1899', () => {
    // Student's table: 2.0452296 with 29 degrees, 2.0930241 with 19.
    const { interval, direction } = changeOf(present(84), former(), 0.95)!;
    expect([interval!.low, interval!.high]).toEqual([expect.closeTo(4 - 5.1899, 3), expect.closeTo(4 + 5.1899, 3)]);
    expect(direction).toBe('not-significant');
    expect(changeOf(present(86), former(), 0.95)!.direction).toBe('rose');
    expect(changeOf(present(74), former(), 0.95)!.direction).toBe('fell');
  });

  // The same formula over again in Python, quantiles by scipy 1.17.1 (stats.t.ppf).
  test.each([
    [71.65, 2.2, 30, -1.4, 62.92, 1.915, 34, 0.6, 0.95, 1.3125173987, 13.2545095472],
    [98.2, 1.6, 24, -2.9, 91.5, 2.3, 41, -0.8, 0.95, -0.60568351, 12.1638668699],
    [95, 0.4, 200, 0, 94, 0.3, 600, 0, 0.9, 0.1746518574, 1.8253481426],
  ])('%d ± %d of %i, shifted by %d, after %d ± %d of %i, shifted by %d', (...row) => {
    const [score, error, n, shift, total, was, answers, moved, level, low, high] = row;
    const before = former({ total, error: was, answers, shift: moved });
    const { interval } = changeOf(present(score, error, n, shift), before, level)!;
    expect([interval!.low, interval!.high]).toEqual([expect.closeTo(low, 7), expect.closeTo(high, 7)]);
  });

  test('two scores by checklists alone have no chance in them: any difference is one', () => {
    const before = former({ error: 0 });
    expect(changeOf(present(82, 0), before, 0.95)).toMatchObject({ difference: 2, direction: 'rose' });
    expect(changeOf(present(80, 0), before, 0.95)).toMatchObject({ difference: 0, direction: 'not-significant' });
  });

  /** Two years of one share: the scores with their intervals as the rating has them, added four included. */
  test('covers the true difference of two shares at least 94 times of 100, also of ten answers near 100 %', () => {
    const layout: TallyLayout = { counted: ['q15'], scored: ['q15'], chosen: [], worded: [] };
    const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n, k - 1) * (n - k + 1)) / k);
    const results = (n: number) =>
      Array.from({ length: n + 1 }, (_, yes) => {
        const answers = Array.from({ length: n }, (_, i): Answer => ({ institution: 'а', values: { q15: i < yes } }));
        const own = tallyOf(layout, answers).institutions.get('а')!;
        const score = (100 * yes) / n;
        const error = standardError(layout, own, [{ question: 'q15', points: 100, top: 1 }]);
        return { score, ...scoreInterval(score, error, 0.95)! };
      });
    for (const [n, m] of [
      [10, 10],
      [20, 40],
      [40, 40],
    ] as const) {
      const [now, before] = [results(n), results(m)];
      for (const [p, q] of [
        [0.5, 0.5],
        [0.9, 0.9],
        [0.95, 0.8],
        [0.98, 0.98],
        [0.98, 0.6],
      ] as const) {
        let covered = 0;
        now.forEach((one, i) => {
          before.forEach((other, j) => {
            const { low, high } = scoreDifference(one, other);
            const chance = choose(n, i) * p ** i * (1 - p) ** (n - i) * choose(m, j) * q ** j * (1 - q) ** (m - j);
            if (low <= 100 * (p - q) + 1e-9 && high >= 100 * (p - q) - 1e-9) covered += chance;
          });
        });
        expect({ n, m, p, q, isCovered: covered >= 0.94 }).toMatchObject({ isCovered: true });
      }
    }
  });
});

describe('a change', () => {
  const score = fc.double({ min: 0, max: 100, noNaN: true });
  const error = fc.double({ min: 0.01, max: 20, noNaN: true });
  const size = fc.integer({ min: 2, max: 600 });

  test('changes its sign when the years are swapped, and its significance stays', () => {
    fc.assert(
      fc.property(score, error, size, score, error, size, (a, ea, n, b, eb, m) => {
        const there = changeOf(present(a, ea, n), former({ total: b, error: eb, answers: m }), 0.95)!;
        const back = changeOf(present(b, eb, m), former({ total: a, error: ea, answers: n }), 0.95)!;
        expect(there.difference).toBeCloseTo(-back.difference, 9);
        expect(there.interval!.low).toBeCloseTo(-back.interval!.high, 6);
        const swapped = { rose: 'fell', fell: 'rose', 'not-significant': 'not-significant', unknown: 'unknown' };
        expect(back.direction).toBe(swapped[there.direction]);
      }),
    );
  });

  test('of a year against itself is never significant', () => {
    fc.assert(
      fc.property(score, error, size, (a, ea, n) => {
        const same = changeOf(present(a, ea, n), former({ total: a, error: ea, answers: n }), 0.95)!;
        expect([same.difference, same.direction]).toEqual([0, 'not-significant']);
      }),
    );
  });

  test('lies inside its interval, and the word follows the interval alone', () => {
    fc.assert(
      fc.property(score, error, size, score, error, size, (a, ea, n, b, eb, m) => {
        const { difference, interval, direction } = changeOf(
          present(a, ea, n),
          former({ total: b, error: eb, answers: m }),
          0.95,
        )!;
        expect(interval!.low <= difference && difference <= interval!.high).toBe(true);
        const coversNothing = interval!.low <= 0 && interval!.high >= 0;
        expect(direction === 'not-significant').toBe(coversNothing);
      }),
    );
  });

  test('typed without the number of answers takes its error as known exactly: 1,96 of them', () => {
    const { interval } = changeOf(present(90, 0), former({ answers: null }), 0.95)!;
    expect(interval!.low).toBeCloseTo(10 - 1.959964 * 2, 5);
  });

  test('with an error of either year not known has no significance', () => {
    expect(changeOf(present(90), former({ error: null }), 0.95)).toMatchObject({
      ...{ difference: 10, interval: null, direction: 'unknown' },
    });
    expect(changeOf(present(90, null), former(), 0.95)!.direction).toBe('unknown');
    expect(changeOf({ ...present(90), error: null }, former(), 0.95)!.direction).toBe('unknown');
  });

  test('83,35 after 80,05 is 3,3 and not 3,2999…', () => {
    expect(changeOf(present(83.35), former({ total: 80.05 }), 0.95)!.difference).toBe(3.3);
  });

  test('without a former total there is none', () => {
    expect(changeOf(present(90), former({ total: null }), 0.95)).toBeNull();
  });

  test('by other rules, or by rules that nobody wrote down, says so', () => {
    const rules = (written: string) => changeOf(present(90), former({ rules: written }), 0.95)!.rules;
    expect([rules('а'), rules('б'), rules('')]).toEqual(['same', 'other', 'not-known']);
  });
});

describe('the former result of an institution', () => {
  const own = { code: 'ш1', name: 'Школа № 1' };

  test('is the nearest earlier year: an assessment is due once in three years (392-ФЗ)', () => {
    const rows = [former({ year: 2023 }), former({ year: 2024, total: 75 }), former({ year: 2026 })];
    expect(formerOf(rows, own, 2026)).toEqual({ kind: 'found', row: rows[1] });
    expect(formerOf(rows, own, 2023)).toEqual({ kind: 'none' });
  });

  test('is found by its code, and by its name only where no code was written', () => {
    const renamed = former({ name: 'Школа имени Пушкина' });
    const another = former({ code: 'ш2' });
    const typed = former({ code: '' });
    expect(formerOf([another, renamed], own, 2026)).toEqual({ kind: 'found', row: renamed });
    expect(formerOf([another], own, 2026)).toEqual({ kind: 'none' });
    expect(formerOf([typed], own, 2026)).toEqual({ kind: 'found', row: typed });
  });

  test('written twice for one year is not guessed', () => {
    expect(formerOf([former(), former({ total: 60 })], own, 2026)).toEqual({ kind: 'doubled', year: 2025 });
  });
});

describe('the mark of the rules', () => {
  const culture = order344('culture');
  const mark = rulesMark(culture, 'exact', 'not-available');
  const changed = (change: (indicator: (typeof culture.indicators)[number]) => object) =>
    rulesMark(
      { ...culture, indicators: culture.indicators.map((one) => ({ ...one, ...change(one) })) },
      ...(['exact', 'not-available'] as const),
    );

  test('stays when only a title, the act or the order of approval is another', () => {
    const retitled = changed(({ code }) => ({ title: `Показатель ${code}` }));
    const approved = { ...culture, act: 'приказ', approved: { date: '01.02.2026', order: '7' } };
    expect([retitled, rulesMark(approved, 'exact', 'not-available')]).toEqual([mark, mark]);
  });

  test('does not depend on the order in which the fields were written', () => {
    const turned = culture.indicators.map(
      (one) => Object.fromEntries(Object.entries(one).reverse()) as unknown as typeof one,
    );
    expect(rulesMark({ ...culture, indicators: turned }, 'exact', 'not-available')).toBe(mark);
  });

  test('is another one with another weight, norm, source, rounding or policy', () => {
    const others = [
      changed(({ code, weight }) => ({ weight: code === '5.1' ? weight + 0.1 : weight })),
      changed(({ formula }) =>
        formula.kind === 'norm' ? { formula: { ...formula, lists: [{ list: 'стенд', norm: 20 }] } } : {},
      ),
      changed(({ code, formula }) => (code === '5.3' ? { formula: { ...formula, questions: ['q14'] } } : {})),
      changed(({ code }) => (code === '3.3' ? { empty: 'exclude' } : {})),
      rulesMark(culture, 'practice', 'not-available'),
      rulesMark(culture, 'exact', 'exclude'),
      rulesMark(order344('education'), 'exact', 'not-available'),
    ];
    expect(new Set([mark, ...others]).size).toBe(others.length + 1);
  });
});

test('a question: 45 of 60 after 30 of 60 is +25 points, from +7,9 to +40,4 (Newcombe)', () => {
  // Wilson: 45/60 → 0,6277–0,8422; 30/60 → 0,3774–0,6226.
  // low 0,25 − √(0,1223² + 0,1226²) = 0,0768; high 0,25 + √(0,0922² + 0,1226²) = 0,4034
  const { difference, low, high, isSignificant } = questionChange(
    { yes: 45, answered: 60, recipients: undefined },
    { yes: 30, answered: 60, recipients: undefined },
    0.95,
  );
  expect([difference, low, high]).toEqual([0.25, expect.closeTo(0.0768, 3), expect.closeTo(0.4034, 3)]);
  expect(isSignificant).toBe(true);
});

test('a question with more answers than the register counts people is taken as of an endless population', () => {
  const now = { yes: 45, answered: 60, recipients: undefined };
  const before = { yes: 30, answered: 60, recipients: undefined };
  expect(questionChange({ ...now, recipients: 50 }, before, 0.95)).toEqual(questionChange(now, before, 0.95));
});

describe("Holm's correction", () => {
  /** Findings by how often chance alone would give them: found at a level where that is rare enough. */
  const standing = (chances: readonly number[], level = 0.95) =>
    standAfterHolm(chances.length, (at, shared) => chances[at]! <= 1 - shared + 1e-15, level);

  test('0,01; 0,04; 0,03; 0,005 at 5 %: 0,005 ≤ 0,0125 and 0,01 ≤ 0,0167 stand, 0,03 > 0,025 stops', () => {
    expect(standing([0.01, 0.04, 0.03, 0.005])).toEqual([true, false, false, true]);
  });

  test('one finding alone needs no correction', () => {
    expect([standing([0.049]), standing([0.051]), standing([])]).toEqual([[true], [false], []]);
  });

  test('is the step-down of ordered probabilities that Holm wrote', () => {
    const chance = fc.double({ min: 0, max: 0.1, noNaN: true });
    fc.assert(
      fc.property(fc.array(chance, { minLength: 1, maxLength: 20 }), (chances) => {
        const ordered = [...chances].sort((a, b) => a - b);
        const stop = ordered.findIndex((one, step) => one > 0.05 / (chances.length - step) + 1e-15);
        const allowed = stop < 0 ? Number.POSITIVE_INFINITY : ordered[stop]!;
        expect(standing(chances)).toEqual(chances.map((one) => one < allowed));
      }),
    );
  });
});
