/**
 * Every shipped method worked by hand, from counts and marks of the expert to the total.
 * Formulas: приказ Минтруда 344н; maxima of 1547 and 2515 from their published texts.
 */
import type { Method, Rounding } from '../../../src/domain/methodology/method.ts';
import {
  banded,
  blankMethod,
  culture2515,
  education1547,
  meanMarks,
} from '../../../src/domain/methodology/older-methods.ts';
import { order344 } from '../../../src/domain/methodology/order-344.ts';
import { methodPresets } from '../../../src/domain/methodology/presets.ts';
import { assess, type CheckedList, type Evidence } from '../../../src/domain/rating/assessment.ts';
import { gradeOf } from '../../../src/domain/rating/grade.ts';
import { highestTotal } from '../../../src/domain/rating/score.ts';

const list = (found: number, listed = found, notRequired = 0): CheckedList => ({
  ...{ found, listed, notRequired, recorded: listed },
});
const points = (given: number): CheckedList => ({ found: 0, listed: 1, notRequired: 0, recorded: 1, points: given });
const counts = (given: Record<string, [yes: number, answered: number]>): Evidence['counts'] =>
  Object.fromEntries(Object.entries(given).map(([id, [yes, answered]]) => [id, { yes, answered }]));

/** The same sixty respondents everywhere: eight of them disabled, twenty used remote ways. */
const SIXTY = counts({
  ...{ q2: [45, 50], q4: [28, 40] }, // 90 and 70: 1.3 = 80
  q6: [54, 60], // 2.3 = 90
  q8: [6, 8], // 3.3 = 75
  ...{ q9: [57, 60], q10: [54, 60], q12: [16, 20] }, // 4.1 = 95, 4.2 = 90, 4.3 = 80
  ...{ q13: [48, 60], q14: [42, 60], q15: [51, 60] }, // 5.1 = 80, 5.2 = 70, 5.3 = 85
});
/** К3 = 0.3·40 + 0.4·60 + 0.3·75 = 12 + 24 + 22.5 = 58.5; three channels: 1.2 = 90. */
const HALF_ACCESSIBLE = { доступ: list(2, 5), услуга: list(3, 6), канал: list(3, 6) };
const К4 = 90; // 0.4·95 + 0.4·90 + 0.2·80 = 38 + 36 + 16
const К5 = 80.5; // 0.3·80 + 0.2·70 + 0.5·85 = 24 + 14 + 42.5

interface Example {
  readonly method: Method;
  readonly evidence: Evidence;
  readonly criteria: Record<string, number>;
  readonly total: number;
}

const EXAMPLES: readonly Example[] = [
  {
    method: order344('education'),
    // 1.1: stand 12 of 15, site 18 of 20 → (0.8 + 0.9) / 2 = 85; 2.1: four → 80; 2.2 = (80 + 90) / 2 = 85
    evidence: {
      counts: SIXTY,
      lists: { ...HALF_ACCESSIBLE, стенд: list(12, 15), сайт: list(18, 20), комфорт: list(4, 5) },
    },
    criteria: {
      К1: 84.5, // 0.3·85 + 0.3·90 + 0.4·80 = 25.5 + 27 + 32
      К2: 85, // 0.3·80 + 0.4·85 + 0.3·90 = 24 + 34 + 27
      ...{ К3: 58.5, К4, К5 },
    },
    total: 79.7, // (84.5 + 85 + 58.5 + 90 + 80.5) / 5 = 398.5 / 5
  },
  {
    method: order344('culture'),
    // Norms 10 and 13, two of each not required: stand 6 of 8, site 11 of 11 → (0.75 + 1) / 2 = 87.5
    evidence: {
      counts: SIXTY,
      lists: { ...HALF_ACCESSIBLE, стенд: list(6, 10, 2), сайт: list(11, 13, 2), комфорт: list(4, 8) },
    },
    criteria: {
      К1: 85.25, // 0.3·87.5 + 27 + 32 = 26.25 + 59
      ...{ К2: 85, К3: 58.5, К4, К5 },
    },
    total: 79.85, // (85.25 + 85 + 58.5 + 90 + 80.5) / 5 = 399.25 / 5
  },
  {
    method: order344('performing-arts'),
    evidence: { counts: SIXTY, lists: { ...HALF_ACCESSIBLE, стенд: list(6, 10, 2), сайт: list(11, 13, 2) } },
    criteria: {
      ...{ К1: 85.25, К3: 58.5 },
      ...{ К2: 71.875, К4: 71.875, К5: 71.875 }, // (85.25 + 58.5) / 2
    },
    total: 71.875, // (85.25 + 58.5 + 3·71.875) / 5 = 359.375 / 5
  },
  {
    method: order344('health-ambulatory'),
    // 1.1: stand 17 of 17, site 16 of 20 → 90; 2.1: five → 100; 2.2: waits 2 days less, 40, in time 54 of 60 → (40 + 90) / 2 = 65
    evidence: {
      counts: { ...SIXTY, ...counts({ q5: [54, 60] }) },
      lists: {
        ...HALF_ACCESSIBLE,
        ...{ стенд: list(17), сайт: list(16, 20), комфорт: list(5, 8), ожидание: points(40) },
      },
    },
    criteria: {
      К1: 86, // 27 + 27 + 32
      К2: 83, // 0.3·100 + 0.4·65 + 0.3·90 = 30 + 26 + 27
      ...{ К3: 58.5, К4, К5 },
    },
    total: 79.6, // (86 + 83 + 58.5 + 90 + 80.5) / 5 = 398 / 5
  },
  {
    method: order344('health-inpatient'),
    // 2.2: half the norm or less, 100, in time 45 of 60 → (100 + 75) / 2 = 87.5
    evidence: {
      counts: { ...SIXTY, ...counts({ q5: [45, 60] }) },
      lists: {
        ...HALF_ACCESSIBLE,
        ...{ стенд: list(17), сайт: list(16, 20), комфорт: list(7, 8), ожидание: points(100) },
      },
    },
    criteria: {
      К1: 86,
      К2: 92, // 30 + 35 + 27
      ...{ К3: 58.5, К4, К5 },
    },
    total: 81.4, // (86 + 92 + 58.5 + 90 + 80.5) / 5 = 407 / 5
  },
  {
    method: order344('social-service'),
    // 1.1: 8 of 10 and 12 of 15 → 80; 2.1: three → 60; 2.2: waits longer than the norm, 0, all in time → 50
    evidence: {
      counts: { ...SIXTY, ...counts({ q5: [60, 60] }) },
      lists: {
        ...HALF_ACCESSIBLE,
        ...{ стенд: list(8, 10), сайт: list(12, 15), комфорт: list(3, 8), ожидание: points(0) },
      },
    },
    criteria: {
      К1: 83, // 24 + 27 + 32
      К2: 65, // 18 + 20 + 27
      ...{ К3: 58.5, К4, К5 },
    },
    total: 75.4, // (83 + 65 + 58.5 + 90 + 80.5) / 5 = 377 / 5
  },
  {
    method: education1547(),
    evidence: {
      counts: SIXTY,
      lists: {
        ...{ 'I.1': points(8), 'I.2': points(7), 'I.3': points(9), 'I.4': points(6) },
        ...{ 'II.1': points(7), 'II.2': points(8), 'II.3': points(6), 'II.4': points(5) },
        ...{ 'II.5': points(9), 'II.6': points(7), 'II.7': points(4) },
      },
    },
    criteria: {
      I: 30, // 8 + 7 + 9 + 6
      II: 46, // 7 + 8 + 6 + 5 + 9 + 7 + 4
      III: 18.5, // politeness 95 % → 9.5, competence 90 % → 9
      IV: 25.5, // 90 % → 9, 85 % → 8.5, 80 % → 8
    },
    total: 120, // of 160
  },
  {
    method: culture2515(),
    evidence: {
      counts: counts({ m1: [90, 20], m2: [80, 20], m3: [95, 20], m4: [84, 20] }),
      lists: { 'Б.1': points(6), 'С.1': points(35) },
    },
    criteria: {
      У: 17.45, // 90/20 + 80/20 + 95/20 + 84/20 = 4.5 + 4 + 4.75 + 4.2
      ...{ Б: 6, С: 35 },
    },
    total: 58.45, // of 20 + 7 + 40 = 67
  },
  {
    method: meanMarks(),
    evidence: { counts: counts({ m1: [42, 10], m2: [39, 10], m3: [50, 10], m4: [40, 10], m5: [44, 10] }), lists: {} },
    criteria: { '1': 21.5 }, // 4.2 + 3.9 + 5 + 4 + 4.4
    total: 21.5,
  },
  {
    method: banded(),
    evidence: { counts: {}, lists: { '1.1': points(88.6), '1.2': points(92.1), '1.3': points(59.9) } },
    criteria: { '1': 10 }, // 80 ≤ 88.6 < 90 → 4; 90 ≤ 92.1 → 5; 50 ≤ 59.9 < 60 → 1
    total: 10,
  },
  {
    method: blankMethod(),
    evidence: { counts: SIXTY, lists: {} },
    criteria: { К1: 85 }, // 51 of 60
    total: 85,
  },
];

const scoreOf = ({ method, evidence }: Example, rounding: Rounding) =>
  assess(method, evidence, { rounding, empty: 'not-available' }).score;
const example = (method: Method) => EXAMPLES.find((one) => one.method.id === method.id)!;

test.each(methodPresets().map((method) => [method.id, method] as const))('«%s», worked by hand', (_, method) => {
  const { criteria, total } = scoreOf(example(method), 'exact');
  expect(criteria).toEqual(example(method).criteria);
  expect(total).toBe(example(method).total);
});

test('«минтруд»: 84,5 → 85, 58,5 → 59, 80,5 → 81; (85 + 85 + 59 + 90 + 81) / 5 = 80', () => {
  expect(scoreOf(example(order344('education')), 'ministry')).toMatchObject({
    criteria: { К1: 85, К2: 85, К3: 59, К4: 90, К5: 81 },
    total: 80,
  });
});

test('«минтруд» in the performing arts: 1.1 87,5 → 88, К1 26,4 + 27 + 32 → 85, К3 → 59, (85 + 59) / 2 = 72', () => {
  expect(scoreOf(example(order344('performing-arts')), 'ministry')).toMatchObject({
    criteria: { К1: 85, К2: 72, К3: 59, К4: 72, К5: 72 },
    total: 72,
  });
});

test('«практика»: К1 85,25 → 85,3; (85,3 + 85 + 58,5 + 90 + 80,5) / 5 = 79,86', () => {
  expect(scoreOf(example(order344('culture')), 'practice')).toMatchObject({ criteria: { К1: 85.3 }, total: 79.86 });
});

test('the worked examples of the order: 58,89 → 59, 54,2 → 54, 71,6 → 72, calculated 2.2 of 74,5 → 74', () => {
  const of = (given: Record<string, [number, number]>, comfort: number) => {
    const { method, evidence } = example(order344('culture'));
    const lists = { ...evidence.lists, комфорт: list(comfort, 8) };
    const found = { method, evidence: { counts: { ...evidence.counts, ...counts(given) }, lists } };
    return scoreOf({ ...example(method), ...found }, 'ministry').indicators;
  };
  // 53/90 = 58.89 %; 271/500 = 54.2 %; 179/250 = 71.6 %
  expect(of({ q13: [53, 90], q14: [271, 500], q15: [179, 250] }, 4)).toMatchObject({ '5.1': 59, '5.2': 54, '5.3': 72 });
  expect(of({ q6: [69, 100] }, 4)['2.2']).toBe(74); // (80 + 69) / 2
});

test('bands as published results of 2014–2015 show them: 88,6 → 4; 93, 91,2, 95,6, 92,1, 97,4 → 5; 80,7 → 4', () => {
  const [one] = banded().indicators;
  const given = [88.6, 93, 91.2, 95.6, 92.1, 97.4, 80.7];
  const method = { ...banded(), indicators: [one!] };
  const of = (value: number) =>
    assess(method, { counts: {}, lists: { '1.1': points(value) } }, { rounding: 'exact', empty: 'not-available' });
  expect(given.map((value) => of(value).points['1.1'])).toEqual([4, 5, 5, 5, 5, 5, 4]);
});

test('the words of grades: 79,7 is «хорошо», 81,4 «отлично»; methods before 2018 have none', () => {
  const word = ({ method, total }: Example) => gradeOf(total, method.grades);
  expect(word(example(order344('education')))).toBe('хорошо');
  expect(word(example(order344('health-inpatient')))).toBe('отлично');
  expect(word(example(education1547()))).toBeUndefined();
});

test('the most that each method can give: 100; 160 by 1547; 67 by 2515; 25; 15; 100', () => {
  expect(methodPresets().map(highestTotal)).toEqual([100, 100, 100, 100, 100, 100, 160, 67, 25, 15, 100]);
});
