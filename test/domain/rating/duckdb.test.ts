/**
 * Ratings against an implementation that shares nothing with ours: plain SQL over raw answers,
 * written from the text of order 344н, run by DuckDB. The rounded modes are done there in whole
 * numbers, so a half is a half.
 */
import { DuckDBInstance } from '@duckdb/node-api';
import { checklistOf } from '../../../src/domain/methodology/checklists.ts';
import { SPHERES, type SphereId, sphereOf } from '../../../src/domain/methodology/sphere.ts';
import { readAnswer } from '../../../src/domain/survey/answer.ts';
import { officialQuestionnaire } from '../../../src/domain/survey/official-questionnaire.ts';
import { tallyLayout, tallyOf } from '../../../src/domain/survey/tally.ts';
import { tallyRows } from '../../../src/domain/survey/tally-rows.ts';
import { NOKO_CRITERIA } from '../../../src/functions/rating.ts';
import { NOKO_INDICATORS } from '../../../src/functions/rating-sheet.ts';
import { lehmer } from '../survey/respondents.ts';

const INSTITUTIONS = 90;
const WAITING = [0, 10, 20, 40, 60, 100];
const LISTS = ['стенд', 'сайт', 'канал', 'комфорт', 'доступ', 'услуга'];

interface Institution {
  code: string;
  sphere: SphereId;
  /** Found and norm by list. */
  found: Record<string, number>;
  norm: Record<string, number>;
  waiting: number;
  /** «Да», «Нет» or '' for q1 … q15, also where the branch passes over. */
  answers: string[][];
}

function randomYear(seed: number): Institution[] {
  const next = lehmer(seed);
  const upTo = (max: number) => Math.floor(next() * (max + 1));
  return Array.from({ length: INSTITUTIONS }, (_, k) => {
    const sphere = SPHERES[k % SPHERES.length]!.id;
    const norm = Object.fromEntries(
      LISTS.map((list) => [list, checklistOf(sphere).filter((one) => one.list === list).length]),
    );
    const pleased = 0.5 + next() / 2;
    return {
      code: `у${k}`,
      sphere,
      norm,
      found: Object.fromEntries(LISTS.map((list) => [list, upTo(norm[list]!)])),
      waiting: WAITING[upTo(5)]!,
      answers: Array.from({ length: 8 + upTo(60) }, () =>
        Array.from({ length: 15 }, () => (next() < 0.04 ? '' : next() < pleased ? 'Да' : 'Нет')),
      ),
    };
  });
}

/** Our chain, from raw cells to the criteria: forms → tally → «Свод» → functions. */
function ours(year: readonly Institution[], rounding: string): (string | number)[][] {
  const rows = SPHERES.flatMap(({ id }) => {
    const questionnaire = officialQuestionnaire(id);
    const asked = questionnaire.questions.map((question) => question.id);
    const answers = year
      .filter(({ sphere }) => sphere === id)
      .flatMap(({ code, answers: raw }) =>
        raw.map((cells) => {
          const values = cells
            .map((cell, k) => [`q${k + 1}`, cell] as const)
            .filter(([question]) => asked.includes(question));
          return readAnswer(questionnaire, code, Object.fromEntries(values)).answer;
        }),
      );
    return tallyRows(tallyOf(tallyLayout(questionnaire), answers)).map((row) => [...row]);
  });
  const observations = year.flatMap(({ code, sphere, found, waiting }) =>
    checklistOf(sphere).map((item) => {
      const place = Number(item.code.split('-')[1]);
      return [
        code,
        item.code,
        item.text,
        item.answer === 'points' ? waiting : place <= found[item.list]! ? 'да' : 'нет',
      ];
    }),
  );
  const codes = year.map(({ code }) => [code]);
  const spheres = year.map(({ sphere }) => [sphereOf(sphere).name]);
  return NOKO_CRITERIA(NOKO_INDICATORS(rows, observations, codes, codes, spheres), spheres, rounding).slice(1);
}

const COUNTED = [2, 4, 5, 6, 8, 9, 10, 12, 13, 14, 15];
/** Question → the filter before it. */
const FILTER: Record<number, number> = { 2: 1, 4: 3, 8: 7, 12: 11 };

/** Half up of num/den in whole numbers. */
const nearest = (num: string, den: string) => `((2 * (${num}) + (${den})) // (2 * (${den})))`;

const SQL = (mode: 'exact' | 'whole' | 'tenths'): string => {
  const counts = COUNTED.flatMap((q) => {
    const asked = FILTER[q] ? `q${FILTER[q]} IS DISTINCT FROM 'Нет' AND ` : '';
    return [
      `count(*) FILTER (${asked}q${q} = 'Да')::HUGEINT AS y${q}`,
      `count(*) FILTER (${asked}q${q} IN ('Да', 'Нет'))::HUGEINT AS d${q}`,
    ];
  });
  // Each indicator as numerator and denominator, in points.
  const fractions = `
    50 * (stand * site_norm + site * stand_norm) AS n11, stand_norm * site_norm AS m11,
    CASE WHEN channels > 3 THEN 100 ELSE 30 * channels END AS n12, 1::HUGEINT AS m12,
    50 * (y2 * d4 + y4 * d2) AS n13, d2 * d4 AS m13,
    least(20 * comfort, 100) AS n21, 1::HUGEINT AS m21, 100 * y6 AS n23, d6 AS m23,
    waiting * d5 + 100 * y5 AS n22, 2 * d5 AS m22,
    least(20 * access, 100) AS n31, 1::HUGEINT AS m31, least(20 * services, 100) AS n32, 1::HUGEINT AS m32, 100 * y8 AS n33, d8 AS m33,
    100 * y9 AS n41, d9 AS m41, 100 * y10 AS n42, d10 AS m42, 100 * y12 AS n43, d12 AS m43,
    100 * y13 AS n51, d13 AS m51, 100 * y14 AS n52, d14 AS m52, 100 * y15 AS n53, d15 AS m53`;
  const codes = ['11', '12', '13', '21', '22', '23', '31', '32', '33', '41', '42', '43', '51', '52', '53'];
  const WEIGHTS: Record<string, [string, number][]> = {
    1: [
      ['11', 3],
      ['12', 3],
      ['13', 4],
    ],
    2: [
      ['21', 3],
      ['22', 4],
      ['23', 3],
    ],
    3: [
      ['31', 3],
      ['32', 4],
      ['33', 3],
    ],
    4: [
      ['41', 4],
      ['42', 4],
      ['43', 2],
    ],
    5: [
      ['51', 3],
      ['52', 2],
      ['53', 5],
    ],
  };
  // К × 10 as a fraction of whole numbers.
  const sum = (k: string, value: (code: string) => [string, string]) => {
    const parts = WEIGHTS[k]!.map(([code, weight]) => [...value(code), weight] as const);
    const den = parts.map(([, d]) => d).join(' * ');
    const num = parts.map(
      ([n], i) => `${parts[i]![2]} * (${[n, ...parts.filter((_, j) => j !== i).map(([, d]) => d)].join(' * ')})`,
    );
    return [num.join(' + '), den] as const;
  };
  const measured =
    mode === 'whole'
      ? codes.map((c) => `${nearest(`n${c}`, `m${c}`)} AS p${c}`)
      : codes.map((c) => `n${c} AS p${c}, m${c} AS r${c}`);
  const one = (c: string): [string, string] => (mode === 'whole' ? [`p${c}`, '1'] : [`p${c}`, `r${c}`]);
  // 2.2 where it is not established: the mean of 2.1 and 2.3; whole numbers: a half goes down.
  const k2 = (): [string, string] => {
    if (mode === 'whole') return [`(3 * p21 + 4 * CASE WHEN waits THEN p22 ELSE (p21 + p23) // 2 END + 3 * p23)`, '1'];
    const [num, den] = sum('2', one);
    return [
      `CASE WHEN waits THEN ${num} ELSE 5 * (p21 * r23 + p23 * r21) END`,
      `CASE WHEN waits THEN ${den} ELSE r21 * r23 END`,
    ];
  };
  const k = (at: string) => {
    const [num, den] = at === '2' ? k2() : sum(at, one);
    if (mode === 'exact') return `((${num})::DOUBLE / ((${den})::DOUBLE * 10))`;
    return mode === 'whole' ? nearest(num, `10 * (${den})`) : nearest(num, den);
  };
  const theatre = mode === 'exact' ? '(k1 + k3) / 2' : mode === 'whole' ? '(k1 + k3) // 2' : '((k1 + k3) + 1) // 2';
  const total =
    mode === 'exact'
      ? '(k1 + k2 + k3 + k4 + k5) / 5'
      : mode === 'whole'
        ? nearest('k1 + k2 + k3 + k4 + k5', '5')
        : '2 * (k1 + k2 + k3 + k4 + k5)';
  return `
    WITH counts AS (SELECT code, ${counts.join(', ')} FROM answers GROUP BY code),
    fractions AS (SELECT code, theatre, waits, ${fractions} FROM counts JOIN register USING (code)),
    -- Nobody asked: the criterion is not available; NULLIF carries that through.
    filled AS (SELECT * REPLACE (${codes.map((c) => `NULLIF(m${c}, 0) AS m${c}`).join(', ')}) FROM fractions),
    points AS (SELECT code, theatre, waits, ${measured.join(', ')} FROM filled),
    first AS (SELECT *, ${k('1')} AS k1, ${k('3')} AS k3 FROM points),
    criteria AS (SELECT code, k1, k3,
      CASE WHEN theatre THEN ${theatre} ELSE ${k('2')} END AS k2,
      CASE WHEN theatre THEN ${theatre} ELSE ${k('4')} END AS k4,
      CASE WHEN theatre THEN ${theatre} ELSE ${k('5')} END AS k5 FROM first)
    SELECT code, k1, k2, k3, k4, k5, ${total} AS total FROM criteria`;
};

async function inDuckDb(
  year: readonly Institution[],
  mode: 'exact' | 'whole' | 'tenths',
): Promise<Map<string, (number | null)[]>> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const questions = Array.from({ length: 15 }, (_, k) => `q${k + 1}`);
  await connection.run(`CREATE TABLE answers (code TEXT, ${questions.map((q) => `${q} TEXT`).join(', ')})`);
  const rows = year.flatMap(({ code, answers }) =>
    answers.map((cells) => `('${code}', ${cells.map((cell) => `'${cell}'`).join(', ')})`),
  );
  await connection.run(`INSERT INTO answers VALUES ${rows.join(', ')}`);
  const numbers = ['stand', 'stand_norm', 'site', 'site_norm', 'channels', 'comfort', 'access', 'services', 'waiting'];
  await connection.run(
    `CREATE TABLE register (code TEXT, theatre BOOLEAN, waits BOOLEAN, ${numbers.map((n) => `${n} HUGEINT`).join(', ')})`,
  );
  const register = year.map(({ code, sphere, found, norm, waiting }) => {
    const waits = sphere === 'health-ambulatory' || sphere === 'health-inpatient' || sphere === 'social-service';
    const values = [
      ...[found.стенд, norm.стенд, found.сайт, norm.сайт, found.канал],
      ...[found.комфорт, found.доступ, found.услуга, waiting],
    ];
    return `('${code}', ${sphere === 'performing-arts'}, ${waits}, ${values.join(', ')})`;
  });
  await connection.run(`INSERT INTO register VALUES ${register.join(', ')}`);
  const result = (await connection.runAndReadAll(SQL(mode))).getRowsJS();
  connection.closeSync();
  const [unit, totalUnit] = mode === 'tenths' ? [10, 100] : [1, 1];
  return new Map(
    result.map(([code, ...values]) => [
      String(code),
      values.map((value, k) => (value === null ? null : Number(value) / (k === 5 ? totalUnit : unit))),
    ]),
  );
}

describe.each([1, 2, 3])('a random year no. %i of 90 institutions in the six spheres', (seed) => {
  const year = randomYear(seed * 7919);
  test.each([
    ['точно', 'exact'],
    ['минтруд', 'whole'],
    ['практика', 'tenths'],
  ] as const)('«%s»: SQL gives the same criteria and totals, zero differences', async (rounding, mode) => {
    const theirs = await inDuckDb(year, mode);
    const table = ours(year, rounding);
    const differences = table.flatMap(([code, ...values]) =>
      values
        .map((value, k) => ({
          code,
          column: k + 1,
          ours: value === 'н/д' ? null : Number(value),
          theirs: theirs.get(String(code))![k]!,
        }))
        // Exact values are fractions: SQL's double differs in the last bits.
        .filter((one) =>
          one.ours === null || one.theirs === null
            ? one.ours !== one.theirs
            : Math.abs(one.ours - one.theirs) > (mode === 'exact' ? 1e-9 : 0),
        ),
    );
    expect(differences).toEqual([]);
    expect(table.filter((row) => row[6] !== 'н/д').length).toBeGreaterThan(INSTITUTIONS * 0.8);
  });
});
