/**
 * `node --import tsx bench/spreadsheet.ts [rows]`: how the local workspace bears a sheet of
 * answers, 100,000 rows of eight columns by default, with a hundred formulas of two criteria
 * over it. Host objects are called directly: the cost of the script's thread is not in it.
 */
import { performance } from 'node:perf_hooks';
import { openBench } from '../test/workspace/spreadsheet/fake-execution.ts';

const ROWS = Number(process.argv[2] ?? 100_000);
const DATA_ROW = 2;
const MINUTE_MS = 60_000;

const bench = openBench();
const spreadsheet = bench.spreadsheet();
const answers = spreadsheet.getActiveSheet();
const values = Array.from({ length: ROWS }, (_, row) => [
  `Учреждение ${row % 600}`,
  row % 5,
  `ответ ${row}`,
  new Date(Date.UTC(2026, 0, 1) + row * MINUTE_MS),
  row % 2 === 0,
  'текст',
  row,
  row * 1.5,
]);

measure('rows are added', () => {
  answers.insertRowsAfter(answers.getMaxRows(), ROWS);
  spreadsheet._book.flush();
});
measure('setValues, written to the store', () => {
  answers.getRange(DATA_ROW, 1, ROWS, values[0]!.length).setValues(values);
  spreadsheet._book.flush();
});
const totals = spreadsheet.insertSheet('Итоги').getRange(1, 1, 100, 1);
totals.setFormulas(
  Array.from({ length: 100 }, (_, row) => [`=COUNTIFS('Лист1'!A2:A;"Учреждение ${row}";'Лист1'!B2:B;${row % 5})`]),
);
measure('first calculation', () => totals.getValues());
answers.getRange('B5').setValue('другое');
measure('second, after one change', () => totals.getValues());
measure('getValues of everything', () => answers.getRange(DATA_ROW, 1, ROWS, values[0]!.length).getValues());
measure('600 appendRow, each flushed', () => {
  for (let row = 0; row < 600; row += 1) {
    answers.appendRow(['Учреждение 1', 1]);
    spreadsheet._book.flush();
  }
});
const again = bench.reopened();
measure('opened again', () => again.spreadsheet().getActiveSheet().getRange('A2').getValue());

function measure(what: string, work: () => unknown): void {
  const start = performance.now();
  work();
  const megabytes = (process.memoryUsage().rss / 2 ** 20).toFixed(0);
  console.log(
    `  ${what.padEnd(34)} ${(performance.now() - start).toFixed(0).padStart(8)} ms ${megabytes.padStart(6)} MB`,
  );
}
