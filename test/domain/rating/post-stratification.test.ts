import { DuckDBInstance } from '@duckdb/node-api';
import * as fc from 'fast-check';
import { order344 } from '../../../src/domain/methodology/order-344.ts';
import { type PostStratified, postStratify, type Stratum } from '../../../src/domain/rating/post-stratification.ts';
import { readGroups } from '../../../src/domain/rating/recipient-groups.ts';
import { secondView } from '../../../src/domain/rating/second-view.ts';
import type { Answer } from '../../../src/domain/survey/answer.ts';
import { officialQuestionnaire } from '../../../src/domain/survey/official-questionnaire.ts';
import { tallyLayout } from '../../../src/domain/survey/tally.ts';
import { secondViewText } from '../../../src/texts/second-view.ts';
import { lehmer } from '../survey/respondents.ts';

const stratum = (name: string, recipients: number, respondents: number, yes: number): Stratum => ({
  ...{ name, recipients, respondents },
  counts: { q15: { yes, answered: respondents } },
});

type Weighted = Extract<PostStratified, { kind: 'weighted' }>;
const share = ({ counts }: Weighted): number => counts.q15!.yes / counts.q15!.answered;

test('women 80 of 100, men 5 of 10, half of recipients each: 0,65 with n_eff 36,4', () => {
  const found = postStratify([stratum('ж', 500, 100, 80), stratum('м', 500, 10, 5)]) as Weighted;
  expect(share(found)).toBeCloseTo(0.65, 12); // (0.8 + 0.5) / 2
  // w = 5 (×100) and 50 (×10): (500 + 500)² / (25·100 + 2500·10) = 1000000 / 27500
  expect(found.effectiveSize).toBeCloseTo(1000000 / 27500, 9);
  // The mean weight of 110 respondents is 1000 / 110; 5 and 50 of that are 0.55 and 5.5.
  expect(found.weights).toEqual([expect.closeTo(0.55, 12), expect.closeTo(5.5, 12)]);
});

test('a composition like that of those who answered changes nothing: weights 1, n_eff = n', () => {
  const found = postStratify([stratum('ж', 300, 60, 48), stratum('м', 150, 30, 21)]) as Weighted;
  expect(share(found)).toBeCloseTo(69 / 90, 12);
  expect(found.effectiveSize).toBeCloseTo(90, 9);
  expect(found.weights).toEqual([expect.closeTo(1, 12), expect.closeTo(1, 12)]);
});

test('a stratum where nobody answered is named and nothing is computed: no silent zero', () => {
  const found = postStratify([stratum('ж', 300, 60, 48), stratum('м', 150, 0, 0)]);
  expect(found).toEqual({ kind: 'nobody-answered', strata: [{ name: 'м', recipients: 150 }] });
  expect(secondViewText({ result: found, total: null, unsaid: 0, outside: 0 })).toContain('«м» (150 получателей)');
});

test('fewer than 10 in a stratum close the total: with the official one it would give their opinion', () => {
  // Official (48 + 3)/69 and weighted (0.5·48/60 + 0.5·3/9) are two equations in 48/60 and 3/9.
  const found = postStratify([stratum('ж', 300, 60, 48), stratum('м', 300, 9, 3)]);
  expect(found).toEqual({ kind: 'few-answered', strata: ['м'] });
});

test('one group is no composition', () => {
  expect(postStratify([stratum('ж', 300, 60, 48)]).kind).toBe('one-stratum');
});

test('n_eff is never above n and weights never move a share outside those of the strata', () => {
  const size = fc.integer({ min: 10, max: 200 });
  const strata = fc.array(
    fc.tuple(fc.integer({ min: 1, max: 5000 }), size, fc.double({ min: 0, max: 1, noNaN: true })),
    {
      minLength: 2,
      maxLength: 7,
    },
  );
  fc.assert(
    fc.property(strata, (rows) => {
      const given = rows.map(([recipients, n, part], at) => stratum(`с${at}`, recipients, n, Math.round(part * n)));
      const found = postStratify(given) as Weighted;
      const n = given.reduce((sum, { respondents }) => sum + respondents, 0);
      expect(found.respondents).toBe(n);
      expect(found.effectiveSize).toBeLessThanOrEqual(n + 1e-9);
      const own = given.map(({ counts, respondents }) => counts.q15!.yes / respondents);
      expect(share(found)).toBeGreaterThanOrEqual(Math.min(...own) - 1e-9);
      expect(share(found)).toBeLessThanOrEqual(Math.max(...own) + 1e-9);
    }),
  );
});

describe('groups as an official writes them', () => {
  const choices = ['до 18', '18–24', '25–34'];

  test('several answers make one group; a hyphen is as good as a dash; a group of 0 recipients is none', () => {
    const written = [
      { group: '18-24; 25–34', recipients: 300 },
      { group: 'До 18', recipients: 0 },
    ];
    expect(readGroups(written, choices)).toEqual({
      kind: 'groups',
      groups: [{ name: '18–24; 25–34', choices: ['18–24', '25–34'], recipients: 300 }],
    });
  });

  test.each([
    [[{ group: '18–24', recipients: null }], { kind: 'blank' }],
    [[], { kind: 'blank' }],
    [
      [
        { group: '18–24', recipients: 3 },
        { group: '25–34', recipients: null },
      ],
      { kind: 'wrong', problem: { code: 'composition.no-number', groups: '25–34' } },
    ],
    [
      [{ group: '18–25', recipients: 3 }],
      {
        kind: 'wrong',
        problem: { code: 'composition.unknown-choice', group: '18–25', got: '18–25', known: 'до 18; 18–24; 25–34' },
      },
    ],
    [
      [
        { group: '18–24', recipients: 3 },
        { group: '18–24; 25–34', recipients: 5 },
      ],
      { kind: 'wrong', problem: { code: 'composition.doubled-choice', choice: '18–24' } },
    ],
    [
      [{ group: '18–24', recipients: -1 }],
      { kind: 'wrong', problem: { code: 'composition.negative', group: '18–24', got: -1 } },
    ],
  ])('%j is read as it is or refused with the reason', (written, expected) => {
    expect(readGroups(written, choices)).toEqual(expected);
  });
});

describe('the total of an institution', () => {
  const questionnaire = officialQuestionnaire('culture');
  const method = order344('culture');
  const asked = ['q2', 'q4', 'q6', 'q8', 'q9', 'q10', 'q12', 'q13', 'q14', 'q15'] as const;
  const full = (found: number) => ({ found, recorded: found, listed: found, notRequired: 0 });
  const lists: Record<string, ReturnType<typeof full>> = {};
  for (const { formula } of method.indicators) {
    if (formula.kind === 'checklist') lists[formula.list] = full(formula.fullFrom);
    if (formula.kind === 'norm') for (const { list, norm } of formula.lists) lists[list] = full(norm ?? 10);
  }
  const groups = [
    { name: 'Мужской', choices: ['Мужской'], recipients: 400 },
    { name: 'Женский', choices: ['Женский'], recipients: 600 },
  ];

  /** Plain SQL over rows of answers: weights, shares and the order's formulas, nothing of ours. */
  const SQL = `
    WITH people AS (SELECT DISTINCT person, sex FROM answers WHERE sex <> ''),
      sizes AS (SELECT sex, count(*) AS n FROM people GROUP BY sex),
      weighted AS (SELECT person, people.sex, CASE people.sex WHEN 'Мужской' THEN 400.0 ELSE 600.0 END / n AS w
        FROM people JOIN sizes ON people.sex = sizes.sex),
      shares AS (SELECT question, 100 * sum(w * yes) / sum(w) AS points
        FROM answers JOIN weighted ON answers.person = weighted.person GROUP BY question),
      p AS (SELECT max(CASE WHEN question = 'q2' THEN points END) AS q2, max(CASE WHEN question = 'q4' THEN points END) AS q4,
        max(CASE WHEN question = 'q6' THEN points END) AS q6, max(CASE WHEN question = 'q8' THEN points END) AS q8,
        max(CASE WHEN question = 'q9' THEN points END) AS q9, max(CASE WHEN question = 'q10' THEN points END) AS q10,
        max(CASE WHEN question = 'q12' THEN points END) AS q12, max(CASE WHEN question = 'q13' THEN points END) AS q13,
        max(CASE WHEN question = 'q14' THEN points END) AS q14, max(CASE WHEN question = 'q15' THEN points END) AS q15 FROM shares)
    SELECT ((0.3 * 100 + 0.3 * 100 + 0.4 * (q2 + q4) / 2)
      + (0.3 * 100 + 0.4 * (100 + q6) / 2 + 0.3 * q6)
      + (0.3 * 100 + 0.4 * 100 + 0.3 * q8)
      + (0.4 * q9 + 0.4 * q10 + 0.2 * q12)
      + (0.3 * q13 + 0.2 * q14 + 0.5 * q15)) / 5 AS total,
      (SELECT sum(w) * sum(w) / sum(w * w) FROM weighted) AS effective FROM p`;

  test('agrees with plain SQL in DuckDB on random answers, total and n_eff', async () => {
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const next = lehmer(20260520);
    const one = <T>(of: readonly T[]): T => of[Math.floor(next() * of.length)]!;
    for (let run = 0; run < 25; run += 1) {
      const people = Array.from({ length: 80 + 5 * run }, (): [string, (boolean | undefined)[]] => [
        one(['Мужской', 'Женский', 'Женский', '']),
        asked.map(() => one([true, true, true, false, undefined])),
      ]);
      const answers = people.map(([sex, values]): Answer => {
        const said: Record<string, boolean | string | undefined> = { q17: sex || undefined };
        asked.forEach((id, at) => {
          said[id] = values[at];
        });
        return { institution: 'а', values: said };
      });
      const view = secondView(
        method,
        { counts: {}, lists },
        { rounding: 'exact', empty: 'not-available' },
        { answers, layout: tallyLayout(questionnaire), question: 'q17', groups },
      );
      await connection.run(
        'CREATE OR REPLACE TABLE answers (person INTEGER, sex VARCHAR, question VARCHAR, yes DOUBLE)',
      );
      const rows = people.flatMap(([sex, values], who) => [
        // Everybody stands in the table, answered or not: weights are by people.
        `(${who}, '${sex}', 'q17', 0)`,
        ...asked.flatMap((id, at) =>
          values[at] === undefined ? [] : [`(${who}, '${sex}', '${id}', ${Number(values[at])})`],
        ),
      ]);
      await connection.run(`INSERT INTO answers VALUES ${rows.join(',')}`);
      const [expected] = (await (await connection.run(SQL)).getRowObjects()) as { total: number; effective: number }[];
      expect(view.result.kind).toBe('weighted');
      expect(view.total).toBeCloseTo(expected!.total, 8);
      expect((view.result as Weighted).effectiveSize).toBeCloseTo(expected!.effective, 8);
      expect(view.unsaid).toBe(people.filter(([sex]) => sex === '').length);
    }
    connection.closeSync();
  });
});
