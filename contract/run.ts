import { openBench } from './bench.ts';
import type { Case } from './case.ts';

const RESULTS_SHEET = 'Договор';
const TITLES = ['Случай', 'Служба', 'Ожидалось', 'Получено', 'Итог', 'Источник'];

/** What one case gave, as the rows of the sheet show it. */
interface Finding {
  readonly case: Case;
  readonly got: string;
  readonly mark: '✓' | '✗' | '—';
}

/** Runs every case and writes the sheet. @returns a sentence for the person */
export function runContract(
  book: GoogleAppsScript.Spreadsheet.Spreadsheet,
  cases: readonly Case[],
  letterAllowed: boolean,
): string {
  const bench = openBench(book);
  bench.putAway();
  const findings = cases.map((each): Finding => {
    if (each.sendsLetter && !letterAllowed) return { case: each, got: 'не проверялось', mark: '—' };
    const got = observed(() => each.observe(bench));
    bench.putAway();
    return { case: each, got, mark: got === JSON.stringify(each.expected) ? '✓' : '✗' };
  });
  writeFindings(book, findings);
  const count = (mark: Finding['mark']): number => findings.filter((finding) => finding.mark === mark).length;
  const skipped = count('—') > 0 ? `, не проверялось: ${count('—')}` : '';
  return `Случаев: ${findings.length}, как в договоре: ${count('✓')}, иначе: ${count('✗')}${skipped}.`;
}

function observed(observe: () => unknown): string {
  try {
    return JSON.stringify(observe());
  } catch (error) {
    return `ошибка: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function writeFindings(book: GoogleAppsScript.Spreadsheet.Spreadsheet, findings: readonly Finding[]): void {
  const before = book.getSheetByName(RESULTS_SHEET);
  if (before) before.clear();
  const sheet = before ?? book.insertSheet(RESULTS_SHEET, 0);
  const rows = findings.map(({ case: { name, service, expected, source }, got, mark }) => [
    name,
    service,
    JSON.stringify(expected),
    got,
    mark,
    source,
  ]);
  const missing = rows.length + 1 - sheet.getMaxRows();
  if (missing > 0) sheet.insertRowsAfter(sheet.getMaxRows(), missing);
  sheet
    .getRange(1, 1, rows.length + 1, TITLES.length)
    .setNumberFormat('@')
    .setValues([TITLES, ...rows])
    .setWrap(true)
    .setVerticalAlignment('top');
  sheet.getRange(1, 1, 1, TITLES.length).setFontWeight('bold');
  sheet.setFrozenRows(1);
  [360, 120, 260, 260, 60, 320].forEach((width, at) => {
    sheet.setColumnWidth(at + 1, width);
  });
  book.setActiveSheet(sheet);
}
