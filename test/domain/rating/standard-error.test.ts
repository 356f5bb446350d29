import { order344 } from '../../../src/domain/methodology/order-344.ts';
import type { SphereId } from '../../../src/domain/methodology/sphere.ts';
import { assess, countsOf, type Evidence, totalError } from '../../../src/domain/rating/assessment.ts';
import { scoreInterval } from '../../../src/domain/rating/comparison.ts';
import { standardError } from '../../../src/domain/rating/standard-error.ts';
import type { Answer } from '../../../src/domain/survey/answer.ts';
import { officialQuestionnaire } from '../../../src/domain/survey/official-questionnaire.ts';
import { type TallyLayout, tallyLayout, tallyOf } from '../../../src/domain/survey/tally.ts';
import { correlatedSample, lehmer } from '../survey/respondents.ts';

const LISTS = Object.fromEntries(
  ['стенд', 'сайт', 'канал', 'комфорт', 'ожидание', 'доступ', 'услуга'].map((list) => [
    list,
    { found: 3, recorded: 10, listed: 10, notRequired: 0, points: 40 },
  ]),
);
const RULES = { rounding: 'exact', empty: 'not-available' } as const;

function assessed(sphere: SphereId, answers: readonly Answer[]) {
  const method = order344(sphere);
  const layout = tallyLayout(officialQuestionnaire(sphere));
  const own = tallyOf(layout, answers).institutions.get('а')!;
  const evidence: Evidence = { counts: countsOf(layout, own), lists: LISTS };
  return { method, layout, own, evidence, assessment: assess(method, evidence, RULES) };
}

const totalOf = (sphere: SphereId, answers: readonly Answer[]) => assessed(sphere, answers).assessment.score.total!;

function errorOf(sphere: SphereId, answers: readonly Answer[], recipients?: number) {
  const { method, evidence, assessment, layout, own } = assessed(sphere, answers);
  return totalError(method, evidence, assessment, RULES.empty, { layout, own }, recipients);
}

/** Weights of the questions in the total of culture, from 344н by hand, × 100 ÷ 5. */
const CULTURE_WEIGHTS: Record<string, number> = {
  ...{ q2: 0.4 / 2, q4: 0.4 / 2 }, // 1.3 is the mean of two shares
  q6: 0.5, // К2 = 0.5·2.1 + 0.5·2.3, since 2.2 = (2.1 + 2.3) / 2
  ...{ q8: 0.3, q9: 0.4, q10: 0.4, q12: 0.2, q13: 0.3, q14: 0.2, q15: 0.5 },
};

/** The same linearisation straight from respondents, with no sums of products. */
function errorFromRespondents(
  answers: readonly Answer[],
  weights: Record<string, number>,
  recipients?: number,
): number {
  const n = answers.length;
  const scores = answers.map(() => 0);
  for (const [question, weight] of Object.entries(weights)) {
    const asked = answers.map(({ values }) => values[question] !== undefined);
    const d = asked.filter(Boolean).length;
    const ratio = answers.filter(({ values }) => values[question] === true).length / d;
    answers.forEach(({ values }, i) => {
      if (asked[i]) scores[i]! += (20 * weight * (Number(values[question]) - ratio)) / (d / n);
    });
  }
  const mean = scores.reduce((a, b) => a + b, 0) / n;
  const variance = scores.reduce((sum, u) => sum + (u - mean) ** 2, 0) / (n - 1);
  return Math.sqrt(((recipients ? 1 - n / recipients : 1) * variance) / n);
}

/** Delete-one jackknife: another method altogether, equal to linearisation up to terms of order 1/n. */
function jackknifeError(sphere: SphereId, answers: readonly Answer[]): number {
  const n = answers.length;
  const without = answers.map((_, i) =>
    totalOf(
      sphere,
      answers.filter((__, k) => k !== i),
    ),
  );
  const mean = without.reduce((a, b) => a + b, 0) / n;
  return Math.sqrt(((n - 1) / n) * without.reduce((sum, value) => sum + (value - mean) ** 2, 0));
}

describe('sampling error of the total from joint counts', () => {
  test.each([60, 200, 600])('equals the linearisation over %i respondents one by one', (n) => {
    const answers = correlatedSample(officialQuestionnaire('culture'), 'а', n, 0.75, lehmer(n));
    const found = errorOf('culture', answers);
    expect(found.way).toBe('linearised');
    expect(found.error).toBeCloseTo(errorFromRespondents(answers, CULTURE_WEIGHTS), 9);
  });

  test('knows the finite population: 200 of 400 recipients leave √(1 − 1/2) of the error', () => {
    const answers = correlatedSample(officialQuestionnaire('culture'), 'а', 200, 0.75, lehmer(11));
    expect(errorOf('culture', answers, 400).error).toBeCloseTo(errorFromRespondents(answers, CULTURE_WEIGHTS, 400), 9);
    expect(errorOf('culture', answers, 200).error).toBe(0);
  });

  test.each(['culture', 'health-ambulatory', 'performing-arts'] as const)(
    'agrees with the jackknife in %s within 2 %%',
    (sphere) => {
      const answers = correlatedSample(officialQuestionnaire(sphere), 'а', 250, 0.75, lehmer(5));
      expect(errorOf(sphere, answers).error! / jackknifeError(sphere, answers)).toBeCloseTo(1, 1.4);
    },
  );

  test('of one question that all answered it is √(p(1 − p)/(n − 1)): 75 of 100 → 4,352 points', () => {
    const layout: TallyLayout = { counted: ['q15'], scored: ['q15'], chosen: [], worded: [] };
    const answers = Array.from({ length: 100 }, (_, i): Answer => ({ institution: 'а', values: { q15: i < 75 } }));
    const own = tallyOf(layout, answers).institutions.get('а')!;
    // √(0.75 · 0.25 / 99) = 0.0435194
    expect(standardError(layout, own, [{ question: 'q15', points: 100, top: 1 }]).error).toBeCloseTo(4.35194, 5);
  });

  test('of marks 0–5 it is the usual error of a mean: 1…5 twenty times each → √(2 · 100/99)/10', () => {
    const layout: TallyLayout = { counted: ['m1'], scored: ['m1'], chosen: [], worded: [] };
    const answers = Array.from({ length: 100 }, (_, i): Answer => ({ institution: 'а', values: { m1: 1 + (i % 5) } }));
    const own = tallyOf(layout, answers).institutions.get('а')!;
    expect(standardError(layout, own, [{ question: 'm1', points: 1, top: 5 }]).error).toBeCloseTo(
      Math.sqrt(200 / 99) / 10,
      9,
    );
  });

  test('a method of checklists only has no sampling error', () => {
    const { layout, own } = assessed(
      'culture',
      correlatedSample(officialQuestionnaire('culture'), 'а', 40, 0.8, lehmer(2)),
    );
    expect(standardError(layout, own, [])).toMatchObject({ error: 0, way: 'no-survey' });
  });

  test('of a single respondent it is not known', () => {
    const [one] = correlatedSample(officialQuestionnaire('culture'), 'а', 1, 0.8, lehmer(2));
    const layout = tallyLayout(officialQuestionnaire('culture'));
    const own = tallyOf(layout, [one!]).institutions.get('а')!;
    expect(standardError(layout, own, [{ question: 'q15', points: 100, top: 1 }]).error).toBeNull();
  });
});

describe('where the counts say too little', () => {
  const layout: TallyLayout = { counted: ['q15'], scored: ['q15'], chosen: [], worded: [] };
  const ofShare = (yes: number, n: number, recipients?: number) => {
    const answers = Array.from({ length: n }, (_, i): Answer => ({ institution: 'а', values: { q15: i < yes } }));
    const own = tallyOf(layout, answers).institutions.get('а')!;
    return standardError(layout, own, [{ question: 'q15', points: 100, top: 1 }], recipients);
  };

  test('20 of 20 is not certainty: with two yes and two no added, √(22/24 · 2/24 / 23) = 5,763 points', () => {
    const found = ofShare(20, 20);
    expect(found.way).toBe('plus-four');
    expect(found.error).toBeCloseTo(100 * Math.sqrt(((22 / 24) * (2 / 24)) / 23), 9);
  });

  test('the 95 % interval of one share then covers the truth at least 94 times of 100', () => {
    const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n, k - 1) * (n - k + 1)) / k);
    for (const n of [10, 20, 40]) {
      for (const truth of [0.5, 0.8, 0.9, 0.95, 0.98]) {
        let covered = 0;
        for (let yes = 0; yes <= n; yes += 1) {
          const { low, high } = scoreInterval((100 * yes) / n, ofShare(yes, n), 0.95)!;
          const isInside = low <= 100 * truth && 100 * truth <= high;
          if (isInside) covered += choose(n, yes) * truth ** yes * (1 - truth) ** (n - yes);
        }
        expect([n, truth, covered >= 0.94]).toEqual([n, truth, true]);
      }
    }
  });

  test('of a small population only those not asked are left to chance: 20 pleased of all 20 are 100–100', () => {
    const found = ofShare(20, 20, 20);
    expect(found).toMatchObject({ error: 0, shift: 0 });
    expect(scoreInterval(100, found, 0.95)).toEqual({ low: 100, high: 100 });
    expect(scoreInterval(90, ofShare(18, 20, 20), 0.95)).toEqual({ low: 90, high: 90 });
  });

  test('of 25 recipients, 20 asked, one fifth of the four is added: (20 + 0,4) / 20,8 of 20 pleased', () => {
    const share = 20.4 / 20.8;
    const found = ofShare(20, 20, 25);
    // 1 − n/N = 0.2; s² = 20.8·p(1 − p)/19.8
    expect(found.error).toBeCloseTo(100 * Math.sqrt((0.2 * share * (1 - share)) / 19.8), 9);
    expect(found.shift).toBeCloseTo(100 * (share - 1), 9);
  });

  test('the interval covers the truth of a small population too, by the hypergeometric distribution', () => {
    const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n, k - 1) * (n - k + 1)) / k);
    for (const [recipients, n] of [
      [25, 20],
      [50, 40],
      [60, 25],
    ] as const) {
      let covered = 0;
      let tables = 0;
      // The mean over populations of 60–100 % pleased: one population alone gives a lattice of few values.
      for (let pleased = Math.ceil(0.6 * recipients); pleased <= recipients; pleased += 1) {
        tables += 1;
        for (let yes = 0; yes <= Math.min(n, pleased); yes += 1) {
          if (n - yes > recipients - pleased) continue;
          const { low, high } = scoreInterval((100 * yes) / n, ofShare(yes, n, recipients), 0.95)!;
          const truth = (100 * pleased) / recipients;
          if (low > truth + 1e-9 || truth > high + 1e-9) continue;
          covered += (choose(pleased, yes) * choose(recipients - pleased, n - yes)) / choose(recipients, n);
        }
      }
      expect([recipients, n, covered / tables >= 0.93]).toEqual([recipients, n, true]);
    }
  });
});
