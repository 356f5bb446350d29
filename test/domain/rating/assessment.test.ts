/** What holds for every shipped method, rounding and empty policy, whatever the counts. */
import fc from 'fast-check';
import type { EmptyPolicy, Method, Rounding } from '../../../src/domain/methodology/method.ts';
import { methodPresets } from '../../../src/domain/methodology/presets.ts';
import { assess, type Evidence } from '../../../src/domain/rating/assessment.ts';
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
    { numRuns: 500 },
  );
});
