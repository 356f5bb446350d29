/**
 * `node --import tsx bench/rating.ts`: counting answers and computing a rating, beside what
 * people use instead, on the same 100,000 answers × 20 questions × 50 institutions.
 * Every way gives the same 2,000 numbers, or the run stops. Figures of one run are compared
 * with each other only. `… bench/rating.ts 10` also counts ten million answers by merging.
 */
import 'core-js/actual/object/group-by';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { DuckDBInstance } from '@duckdb/node-api';
import * as spreadsheet from '@odoo/o-spreadsheet';
import { checklistOf } from '../src/domain/methodology/checklists.ts';
import { readAnswer } from '../src/domain/survey/answer.ts';
import { officialQuestionnaire } from '../src/domain/survey/official-questionnaire.ts';
import type { Question, Questionnaire } from '../src/domain/survey/questionnaire.ts';
import { addAnswer, emptyTally, mergeTallies, type Tally, tallyLayout } from '../src/domain/survey/tally.ts';
import { tallyRows } from '../src/domain/survey/tally-rows.ts';
import { NOKO_RESULTS } from '../src/functions/rating-sheet.ts';

const ANSWERS = 100_000;
const INSTITUTIONS = 50;
/** COUNTIFS is timed on this many questions and scaled up: all 2,000 formulas would take minutes. */
const COUNTIFS_QUESTIONS = 2;
/** Of the workspace's latency model: one `getRange` and one `getValue`. */
const CELL_READ_MS = 0.5 + 3.5;

/** The official yes-no questions and five more, so that there are twenty. */
const questionnaire: Questionnaire = (() => {
  const official = officialQuestionnaire('health-ambulatory');
  const yesNo = official.questions.filter(({ kind }) => kind === 'yes-no');
  const more = Array.from(
    { length: 20 - yesNo.length },
    (_, k): Question => ({ ...yesNo[0]!, id: `x${k}`, onNoGoTo: undefined }),
  );
  return { ...official, questions: [...yesNo, ...more] };
})();
const QUESTIONS = questionnaire.questions.map(({ id }) => id);
const layout = tallyLayout(questionnaire);

type Cells = string[][];

/** Rows as the sheet of answers holds them: institution, then «Да», «Нет» or nothing where the branch passes over. */
function answersOf(batch: number): Cells {
  let state = 1 + batch;
  const next = (): number => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  const order = questionnaire.questions;
  return Array.from({ length: ANSWERS }, (_, i) => {
    const row = [`у${i % INSTITUTIONS}`];
    let askedFrom = 0;
    order.forEach(({ onNoGoTo }, k) => {
      const isAsked = k >= askedFrom;
      const yes = isAsked && next() < 0.8;
      if (isAsked && !yes && onNoGoTo) askedFrom = order.findIndex(({ id }) => id === onNoGoTo);
      row.push(isAsked ? (yes ? 'Да' : 'Нет') : '');
    });
    return row;
  });
}

function ours(rows: Cells): Tally {
  const tally = emptyTally(layout);
  for (const [institution, ...cells] of rows) {
    const raw: Record<string, string> = {};
    QUESTIONS.forEach((id, k) => {
      raw[id] = cells[k]!;
    });
    addAnswer(tally, readAnswer(questionnaire, institution!, raw).answer);
  }
  return tally;
}

/** [yes, answered] by institution and question, as one comparable list. */
function numbersOf(tally: Tally): number[] {
  return Array.from({ length: INSTITUTIONS }, (_, i) => tally.institutions.get(`у${i}`)!).flatMap((own) =>
    QUESTIONS.flatMap((_, k) => [own.sums[k]!, own.answered[k]!]),
  );
}

/** What a first script looks like: each number walks the rows again; each cell is a call. */
function naive(rows: Cells): number[] {
  const numbers: number[] = [];
  for (let i = 0; i < INSTITUTIONS; i += 1) {
    for (let k = 1; k <= QUESTIONS.length; k += 1) {
      let [yes, answered] = [0, 0];
      for (const row of rows) {
        if (row[0] !== `у${i}`) continue;
        if (row[k] !== '') answered += 1;
        if (row[k] === 'Да') yes += 1;
      }
      numbers.push(yes, answered);
    }
  }
  return numbers;
}

interface Engine {
  new (
    data: object,
  ): {
    exportData(): { version: string };
    getters: { getEvaluatedCell(at: object): { value: unknown } };
  };
}

/** The engine tells of each step on the console. */
function quietly<T>(compute: () => T): T {
  const { log, debug, info, group } = console;
  const silent = () => {};
  Object.assign(console, { log: silent, debug: silent, info: silent, group: silent });
  try {
    return compute();
  } finally {
    Object.assign(console, { log, debug, info, group });
  }
}

/** One COUNTIFS a number, in the engine of the local workspace: first calculation, loading apart. */
function countifs(rows: Cells): { loadMs: number; formulasMs: number; numbers: number[] } {
  const answers: Record<string, string> = {};
  const counts: Record<string, string> = {};
  rows.forEach((row, r) => {
    for (let c = 0; c <= COUNTIFS_QUESTIONS; c += 1) if (row[c]) answers[`${'ABC'[c]}${r + 1}`] = row[c]!;
  });
  const formulas: [col: number, row: number][] = [];
  for (let i = 0; i < INSTITUTIONS; i += 1) {
    for (let q = 0; q < COUNTIFS_QUESTIONS; q += 1) {
      const [column, from] = ['BC'[q], `A1:A${ANSWERS}`];
      const range = `${column}1:${column}${ANSWERS}`;
      ['"Да"', '"<>"'].forEach((wanted, k) => {
        const at = q * 2 + k;
        counts[`${'EFGH'[at]}${i + 1}`] = `=COUNTIFS(${from},"у${i}",${range},${wanted})`;
        formulas.push([4 + at, i]);
      });
    }
  }
  const Model = (spreadsheet as unknown as { Model: Engine }).Model;
  const { version } = quietly(() => new Model({}).exportData());
  const load = (given: Record<string, string>) => {
    const sheets = [{ id: 's', name: 'Ответы', colNumber: 8, rowNumber: ANSWERS, cells: given }];
    return timed(() => quietly(() => new Model({ version, sheets })));
  };
  const [, loadMs] = load(answers);
  const [model, allMs] = load({ ...answers, ...counts });
  const numbers = formulas.map(([col, row]) =>
    Number(model.getters.getEvaluatedCell({ sheetId: 's', col, row }).value),
  );
  return { loadMs, formulasMs: allMs - loadMs, numbers };
}

async function duckdb(rows: Cells): Promise<{ loadMs: number; queryMs: number; numbers: number[] }> {
  const home = mkdtempSync(join(tmpdir(), 'noko-bench-'));
  try {
    const file = join(home, 'answers.csv');
    const columns = ['institution', ...QUESTIONS];
    writeFileSync(file, [columns, ...rows].map((row) => row.join(',')).join('\n'));
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const start = performance.now();
    await connection.run(`CREATE TABLE answers AS SELECT * FROM read_csv('${file}', all_varchar = true)`);
    const loaded = performance.now();
    const counts = QUESTIONS.map((id) => `count(*) FILTER (${id} = 'Да'), count(${id})`).join(', ');
    const result = await connection.runAndReadAll(
      `SELECT ${counts} FROM answers GROUP BY institution ORDER BY substr(institution, 2)::INT`,
    );
    const numbers = result.getRowsJS().flatMap((row) => row.map(Number));
    return { loadMs: loaded - start, queryMs: performance.now() - loaded, numbers };
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

function same(what: string, found: readonly number[], expected: readonly number[]): void {
  const at = found.findIndex((value, k) => value !== expected[k]);
  if (found.length !== expected.length || at >= 0) {
    throw new Error(
      `${what}: number ${at} of ${found.length} is ${found[at]}, expected ${expected[at]} of ${expected.length}`,
    );
  }
}

function line(what: string, ms: number, note = ''): void {
  const time = ms < 1000 ? `${ms.toFixed(ms < 1 ? 3 : 0)} ms` : `${(ms / 1000).toFixed(1)} s`;
  console.log(`  ${what.padEnd(44)} ${time.padStart(10)}  ${note}`);
}

function timed<T>(compute: () => T): [T, number] {
  const start = performance.now();
  const value = compute();
  return [value, performance.now() - start];
}

const rows = answersOf(0);
console.log(`Counting ${ANSWERS} answers × ${QUESTIONS.length} questions × ${INSTITUTIONS} institutions`);
const [tally, oursMs] = timed(() => ours(rows));
const expected = numbersOf(tally);
line('ours: one pass, joint counts included', oursMs);

const database = await duckdb(rows);
same('DuckDB', database.numbers, expected);
line('DuckDB, query (no joint counts)', database.queryMs, `loading the CSV: ${database.loadMs.toFixed(0)} ms`);

const [numbers, naiveMs] = timed(() => naive(rows));
same('naive script', numbers, expected);
const calls = ANSWERS * (QUESTIONS.length + 1);
line(
  'script that reads cell by cell',
  calls * CELL_READ_MS + naiveMs,
  `${calls} calls × ${CELL_READ_MS} ms by the latency model; computing ${naiveMs.toFixed(0)} ms`,
);

const sheet = countifs(rows);
same(
  'COUNTIFS',
  sheet.numbers,
  Array.from({ length: INSTITUTIONS }, (_, i) => expected.slice(i * 40, i * 40 + COUNTIFS_QUESTIONS * 2)).flat(),
);
line(
  'COUNTIFS in the spreadsheet engine',
  (sheet.formulasMs * QUESTIONS.length) / COUNTIFS_QUESTIONS,
  `${sheet.numbers.length} formulas in ${(sheet.formulasMs / 1000).toFixed(1)} s, scaled to ${expected.length}; loading ${(sheet.loadMs / 1000).toFixed(1)} s`,
);

const [, oneMs] = timed(() => addAnswer(tally, readAnswer(questionnaire, 'у1', { q15: 'Да' }).answer));
line('ours: one more answer', oneMs);

console.log('Merging tallies of 100,000 answers');
const millions = Number(process.argv[2] ?? 1);
let merged = emptyTally(layout);
let spent = 0;
for (let batch = 1; batch <= millions * 10; batch += 1) {
  const more = answersOf(batch);
  const [next, ms] = timed(() => mergeTallies(merged, ours(more)));
  merged = next;
  spent += ms;
  if (batch === 10 || batch === 100)
    line(`ours: ${batch / 10} million answers`, spent, `${(spent / batch).toFixed(0)} ms a batch`);
}

console.log('Rating of 100 institutions from «Свод», intervals and rank sets included');
const hundred = Array.from({ length: 100 }, (_, i) => `у${i}`);
const culture = officialQuestionnaire('culture');
const survey = emptyTally(tallyLayout(culture));
rows.slice(0, 30_000).forEach((row, i) => {
  const raw: Record<string, string> = {};
  QUESTIONS.forEach((id, k) => {
    if (culture.questions.some((question) => question.id === id)) raw[id] = row[k + 1]!;
  });
  addAnswer(survey, readAnswer(culture, hundred[i % 100]!, raw).answer);
});
const register = hundred.map((code) => [code]);
const observed = hundred.flatMap((code) => checklistOf('culture').map((item) => [code, item.code, item.text, 'да']));
const cells = tallyRows(survey).map((row) => [...row]);
for (const call of ['first call', 'second call']) {
  const [table, ms] = timed(() =>
    NOKO_RESULTS(
      cells,
      observed,
      register,
      register,
      [...hundred.map(() => ['культура'])],
      hundred.map(() => [2000]),
    ),
  );
  line(`NOKO_RESULTS, ${call}`, ms, `${table.length - 1} rows`);
}
