/**
 * Methods before 2018 and the blank one against plain SQL over raw answers and the expert's
 * marks, run by DuckDB. Fractions are kept as whole numbers there, so a half is a half.
 */
import { DuckDBInstance } from '@duckdb/node-api';
import type { Method, Rounding } from '../../../src/domain/methodology/method.ts';
import {
  banded,
  blankMethod,
  culture2515,
  education1547,
  meanMarks,
} from '../../../src/domain/methodology/older-methods.ts';
import { assess, countsOf } from '../../../src/domain/rating/assessment.ts';
import type { Answer } from '../../../src/domain/survey/answer.ts';
import { type TallyLayout, tallyOf } from '../../../src/domain/survey/tally.ts';
import { lehmer } from '../survey/respondents.ts';

const INSTITUTIONS = 60;
const ASKED = ['q6', 'q9', 'q10', 'q13', 'q15'];
const MARKED = ['m1', 'm2', 'm3', 'm4', 'm5'];
/** Lists of the expert and the most each may get; points go by tenths. */
const EXPERT: Readonly<Record<string, number>> = {
  ...Object.fromEntries(['I.1', 'I.2', 'I.3', 'I.4'].map((list) => [list, 10])),
  ...Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((k) => [`II.${k}`, 10])),
  ...{ 'Б.1': 7, 'С.1': 40, '1.1': 100, '1.2': 100, '1.3': 100 },
};
const layout: TallyLayout = { counted: [...ASKED, ...MARKED], scored: [...ASKED, ...MARKED], chosen: [], worded: [] };

interface Institution {
  code: string;
  answers: Answer[];
  /** Tenths of a point by list; a list that nobody marked is absent. */
  tenths: Record<string, number>;
}

function randomYear(seed: number): Institution[] {
  const next = lehmer(seed);
  const upTo = (max: number) => Math.floor(next() * (max + 1));
  return Array.from({ length: INSTITUTIONS }, (_, k) => {
    const code = `у${k}`;
    const size = k % 12 === 0 ? upTo(1) : 1 + upTo(40);
    const answers = Array.from({ length: size }, (): Answer => {
      const values: Record<string, boolean | number> = {};
      for (const id of ASKED) if (next() < 0.85) values[id] = next() < 0.8;
      for (const id of MARKED) if (next() < 0.85) values[id] = upTo(5);
      return { institution: code, values };
    });
    const marked = Object.entries(EXPERT).filter(() => next() < 0.99);
    // Halves and whole numbers often, so that roundings meet ties.
    const tenths = marked.map(([list, most]) => [list, next() < 0.5 ? 5 * upTo(most * 2) : upTo(most * 10)]);
    return { code, answers, tenths: Object.fromEntries(tenths) };
  });
}

function ours(year: readonly Institution[], method: Method, rounding: Rounding): (number | null)[][] {
  const tally = tallyOf(
    layout,
    year.flatMap(({ answers }) => answers),
  );
  return year.map(({ code, tenths }) => {
    const own = tally.institutions.get(code);
    const lists = Object.fromEntries(
      Object.entries(tenths).map(([list, given]) => [
        list,
        { found: 0, recorded: 1, listed: 1, notRequired: 0, points: given / 10 },
      ]),
    );
    const evidence = { counts: own ? countsOf(layout, own) : {}, lists };
    const { criteria, total } = assess(method, evidence, { rounding, empty: 'not-available' }).score;
    return [...method.criteria.map(({ code: criterion }) => criteria[criterion]!), total];
  });
}

type Fraction = readonly [numerator: string, denominator: string];
const share = (question: string, most: number): Fraction => [`${most} * yes_${question}`, `n_${question}`];
const meanMark = (question: string): Fraction => [`sum_${question}`, `n_${question}`];
const byExpert = (list: string): Fraction => [`"${list}"`, '10'];
const bySteps = (list: string): Fraction => [
  `CASE WHEN "${list}" IS NULL THEN NULL WHEN "${list}" >= 900 THEN 5 WHEN "${list}" >= 800 THEN 4
    WHEN "${list}" >= 700 THEN 3 WHEN "${list}" >= 600 THEN 2 WHEN "${list}" >= 500 THEN 1 ELSE 0 END`,
  '1',
];

/** What each criterion adds up, from the texts of the acts (methodology §4); the total is the sum of criteria. */
const ACTS: readonly (readonly [Method, readonly (readonly Fraction[])[]])[] = [
  [
    education1547(),
    [
      [1, 2, 3, 4].map((k) => byExpert(`I.${k}`)),
      [1, 2, 3, 4, 5, 6, 7].map((k) => byExpert(`II.${k}`)),
      [share('q9', 10), share('q10', 10)],
      [share('q6', 10), share('q15', 10), share('q13', 10)],
    ],
  ],
  [culture2515(), [['m1', 'm2', 'm3', 'm4'].map(meanMark), [byExpert('Б.1')], [byExpert('С.1')]]],
  [meanMarks(), [MARKED.map(meanMark)]],
  [banded(), [['1.1', '1.2', '1.3'].map(bySteps)]],
  [blankMethod(), [[share('q15', 100)]]],
];

/** Half up of num/den in whole numbers. */
const nearest = (num: string, den: string) => `((2 * (${num}) + (${den})) // (2 * (${den})))`;

/** A criterion in the unit of the mode: exact points, whole points, tenths of a point. */
function criterionSql(parts: readonly Fraction[], rounding: Rounding): string {
  if (rounding === 'ministry') return parts.map(([num, den]) => nearest(num, den)).join(' + ');
  const den = parts.map((part) => part[1]).join(' * ');
  const num = parts
    .map(([own], i) => [`(${own})`, ...parts.filter((_, j) => j !== i).map((part) => part[1])].join(' * '))
    .join(' + ');
  return rounding === 'exact' ? `(${num})::DOUBLE / (${den})::DOUBLE` : nearest(`10 * (${num})`, den);
}

async function inDuckDb(year: readonly Institution[], parts: readonly (readonly Fraction[])[], rounding: Rounding) {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const cell = (value: boolean | number | undefined): string => (value === undefined ? 'NULL' : String(value));
  await connection.run(
    `CREATE TABLE answers (code TEXT, ${ASKED.map((id) => `${id} BOOLEAN`).join(', ')}, ${MARKED.map((id) => `${id} HUGEINT`).join(', ')})`,
  );
  const rows = year.flatMap(({ code, answers }) =>
    answers.map(
      ({ values }) => `('${code}', ${[...ASKED, ...MARKED].map((id) => cell(values[id] as number)).join(', ')})`,
    ),
  );
  await connection.run(`INSERT INTO answers VALUES ${rows.join(', ')}`);
  const lists = Object.keys(EXPERT);
  await connection.run(`CREATE TABLE expert (code TEXT, ${lists.map((one) => `"${one}" HUGEINT`).join(', ')})`);
  const marks = year.map(({ code, tenths }) => `('${code}', ${lists.map((one) => cell(tenths[one])).join(', ')})`);
  await connection.run(`INSERT INTO expert VALUES ${marks.join(', ')}`);
  // Nobody answered: 0 becomes NULL, and NULL goes through to the total.
  const counted = [
    ...ASKED.flatMap((id) => [
      `count(*) FILTER (${id})::HUGEINT AS yes_${id}`,
      `NULLIF(count(${id}), 0)::HUGEINT AS n_${id}`,
    ]),
    ...MARKED.flatMap((id) => [`sum(${id})::HUGEINT AS sum_${id}`, `NULLIF(count(${id}), 0)::HUGEINT AS n_${id}`]),
  ];
  const criteria = parts.map((own, k) => `${criterionSql(own, rounding)} AS c${k}`);
  const total = parts.map((_, k) => `c${k}`);
  const result = await connection.runAndReadAll(`
    WITH counts AS (SELECT code, ${counted.join(', ')} FROM answers GROUP BY code),
    criteria AS (SELECT code, ${criteria.join(', ')} FROM expert LEFT JOIN counts USING (code))
    SELECT code, ${total.join(', ')}, ${total.join(' + ')} FROM criteria`);
  connection.closeSync();
  const unit = rounding === 'practice' ? 10 : 1;
  return new Map(
    result
      .getRowsJS()
      .map(([code, ...values]) => [
        String(code),
        values.map((value) => (value === null ? null : Number(value) / unit)),
      ]),
  );
}

describe.each([1, 2, 3])('a random year no. %i of 60 institutions', (seed) => {
  const year = randomYear(seed * 104_729);
  const ways = ACTS.flatMap(([method, parts]) =>
    (['exact', 'ministry', 'practice'] as const).map((rounding) => [method.id, rounding, method, parts] as const),
  );
  test.each(ways)(
    '«%s», %s: SQL gives the same criteria and totals, zero differences',
    async (_, rounding, method, parts) => {
      const theirs = await inDuckDb(year, parts, rounding);
      const table = ours(year, method, rounding);
      const differences = table.flatMap((values, k) => {
        const expected = theirs.get(year[k]!.code)!;
        const isSame = (value: number | null, at: number): boolean => {
          const other = expected[at]!;
          if (value === null || other === null) return value === other;
          // Exact values are fractions: SQL's double differs in the last bits.
          return Math.abs(value - other) <= (rounding === 'exact' ? 1e-9 : 0);
        };
        return values.every(isSame) ? [] : [{ code: year[k]!.code, values, expected }];
      });
      expect(differences).toEqual([]);
      expect(table.filter((values) => values[values.length - 1] !== null).length).toBeGreaterThan(INSTITUTIONS / 2);
    },
  );
});
