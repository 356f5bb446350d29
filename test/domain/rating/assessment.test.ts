/** What holds for every shipped method, rounding and empty policy, whatever the counts. */
import fc from 'fast-check';
import type { EmptyPolicy, Method, Rounding } from '../../../src/domain/methodology/method.ts';
import { methodPresets } from '../../../src/domain/methodology/presets.ts';
import { assess, type Evidence, questionWeights } from '../../../src/domain/rating/assessment.ts';
import { explainScore } from '../../../src/domain/rating/explanation.ts';
import { highestTotal } from '../../../src/domain/rating/score.ts';

/** Questions and the highest y of each; lists and the most points of each. */
function partsOf(method: Method): { questions: [string, number][]; lists: [string, number][] } {
  const questions: [string, number][] = [];
  const lists: [string, number][] = [];
  for (const { formula, maxPoints } of method.indicators) {
    if (formula.kind === 'share') questions.push(...formula.questions.map((id): [string, number] => [id, 1]));
    else if (formula.kind === 'mean-mark') questions.push([formula.question, maxPoints]);
    else if (formula.kind === 'norm')
      lists.push(...formula.lists.map((one): [string, number] => [one.list, maxPoints]));
    else if (formula.kind !== 'mean-of') lists.push([formula.list, maxPoints]);
    if (formula.kind === 'waiting') questions.push([formula.question, 1]);
  }
  return { questions, lists };
}

const given = fc.constantFrom(...methodPresets()).chain((method) => {
  const { questions, lists } = partsOf(method);
  const count = fc.tuple(fc.nat(40), fc.double({ min: 0, max: 1, noNaN: true }));
  const mark = fc.tuple(fc.nat(8), fc.integer({ min: 0, max: 10 }));
  return fc.record({
    method: fc.constant(method),
    rounding: fc.constantFrom<Rounding>('exact', 'ministry', 'practice'),
    empty: fc.constantFrom<EmptyPolicy>('not-available', 'hundred', 'mean', 'exclude'),
    more: fc.nat(questions.length === 0 ? 0 : questions.length - 1),
    evidence: fc
      .tuple(
        fc.array(count, { minLength: questions.length, maxLength: questions.length }),
        fc.array(mark, { minLength: lists.length, maxLength: lists.length }),
      )
      .map(
        ([counts, marks]): Evidence => ({
          counts: Object.fromEntries(
            questions.map(([id, top], k) => {
              const [answered, part] = counts[k]!;
              return [id, { yes: Math.round(answered * top * part), answered }];
            }),
          ),
          lists: Object.fromEntries(
            lists.map(([id, most], k) => {
              const [found, tenth] = marks[k]!;
              return [id, { found, listed: 8, recorded: 8, notRequired: 0, points: (most * tenth) / 10 }];
            }),
          ),
        }),
      ),
  });
});

test('the total and each criterion lie between 0 and the most that the method can give', () => {
  fc.assert(
    fc.property(given, ({ method, evidence, ...settings }) => {
      const { criteria, total } = assess(method, evidence, settings).score;
      for (const value of [total, ...Object.values(criteria)]) {
        if (value !== null) expect(value >= 0 && value <= highestTotal(method)).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});

describe('half of an indicator that nobody answered goes by the policy, not the whole of it', () => {
  const method = methodPresets().find(({ sphere }) => sphere === 'social-service')!;
  const list = { found: 4, listed: 8, recorded: 8, notRequired: 0, points: 40 };
  const lists = Object.fromEntries(partsOf(method).lists.map(([id]) => [id, list]));
  const counts = Object.fromEntries(partsOf(method).questions.map(([id]) => [id, { yes: 3, answered: 4 }]));
  const nobody = { yes: 0, answered: 0 };
  // Nobody read the stand, nobody was pleased with the site; nobody told whether he was served in time.
  const evidence = { lists, counts: { ...counts, q2: nobody, q4: { yes: 0, answered: 4 }, q5: nobody } };

  test.each([
    ['not-available', null, null],
    ['hundred', 50, 70], // (100 + 0) / 2 and (40 + 100) / 2
    ['exclude', 0, 40], // the site alone; the waiting points alone
    ['mean', 0, 40],
  ] as const)('«%s»: 1.3 is %s, 2.2 is %s, and both are named', (empty, openness, waiting) => {
    const { points, missing, score } = assess(method, evidence, { rounding: 'exact', empty });
    expect([points['1.3'], points['2.2']]).toEqual([openness, waiting]);
    expect(missing).toEqual(['1.3', '2.2'].map((indicator) => ({ indicator, why: 'nobody-answered' })));
    expect(score.empty).toEqual(['1.3', '2.2'].map((indicator) => ({ indicator, policy: empty })));
  });

  test('the formula shows what was counted', () => {
    const formulas = (empty: EmptyPolicy) => {
      const assessment = assess(method, evidence, { rounding: 'exact', empty });
      const { indicators } = explainScore(method, evidence, assessment, { rounding: 'exact', empty, error: null });
      return indicators.filter(({ code }) => code === '1.3' || code === '2.2').map(({ formula }) => formula);
    };
    expect(formulas('hundred')).toEqual(['(1 + 0 / 4) / 2 × 100 = 50', '(40 + 100) / 2 = 70']);
    expect(formulas('exclude')).toEqual(['0 / 4 × 100 = 0', '40 = 40']);
  });

  test('a question weighs what it is worth: half of 1.3 beside a half that counts as full, all of it alone', () => {
    const worth = (empty: EmptyPolicy) => {
      const { points } = assess(method, evidence, { rounding: 'exact', empty });
      return questionWeights(method, evidence, points, empty).find(({ question }) => question === 'q4')!.points;
    };
    // 0.4 of К1, К1 is a fifth: 0.4 · 100 / 5 = 8 points for the whole indicator.
    expect([worth('hundred'), worth('exclude')]).toEqual([expect.closeTo(4, 9), expect.closeTo(8, 9)]);
  });
});

test('one more satisfied respondent never lowers the total, nor does one dissatisfied who changes the answer', () => {
  fc.assert(
    fc.property(given, ({ method, evidence, more, ...settings }) => {
      const { questions } = partsOf(method);
      if (questions.length === 0) return;
      const [id, top] = questions[more]!;
      const before = assess(method, evidence, settings).score.total;
      const { yes, answered } = evidence.counts[id]!;
      const changed = [{ yes: yes + top, answered: answered + 1 }];
      if (yes < answered * top) changed.push({ yes: yes + 1, answered });
      for (const count of changed) {
        const { total } = assess(method, { ...evidence, counts: { ...evidence.counts, [id]: count } }, settings).score;
        if (before !== null) expect(total).toBeGreaterThanOrEqual(before - 1e-9);
      }
    }),
    { numRuns: 2000 },
  );
});
