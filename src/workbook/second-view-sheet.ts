/**
 * «Второй взгляд»: totals weighted by the composition of recipients, on a sheet that cannot be
 * taken for the official rating: another name and colour, no places and no grades, the word in
 * every row, the official total beside. Values, not formulas: it takes the answers themselves.
 */
import { INK, QUIET, WHITE } from './look.ts';
import { makeRoom } from './sheet-rows.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

export const SECOND_VIEW = 'Второй взгляд: не рейтинг';

/** White on it has a contrast of 6:1, ink on the band of 13:1. */
const COLOUR = '#6B4E9B';
const SECOND_BAND = '#F2EEF8';

export interface SecondViewRow {
  readonly name: string;
  readonly sphere: string;
  readonly official: number | null;
  readonly answers: number;
  /** Weighted; null where it is not computed or not shown, and the note says why. */
  readonly total: number | null;
  readonly weighted: number | null;
  readonly effectiveSize: number | null;
  readonly weights: readonly [low: number, high: number] | null;
  readonly note: string;
}

export interface SecondViewBlock {
  /** «пол», «возраст». */
  readonly title: string;
  readonly rows: readonly SecondViewRow[];
}

const COLUMNS = [
  ['Это', 80],
  ['Учреждение', 260],
  ['Сфера', 200],
  ['Официальный итог (без весов)', 110],
  ['Итог с весами', 90],
  ['Разница', 80],
  ['Анкет', 70],
  ['Из них взвешено', 90],
  ['Стоят как (n_eff)', 90],
  ['Вес от', 70],
  ['Вес до', 70],
  ['Примечание', 460],
] as const;
const FORMATS = ['@', '@', '@', '0.00', '0.00', '+0.00;−0.00;0.00', '#,##0', '#,##0', '0.0', '0.00', '0.00', '@'];
const MARK = 'не рейтинг';
/** 1-based. */
const NAME = 2;

export function laySecondView(book: Spreadsheet, blocks: readonly SecondViewBlock[], day: string): void {
  const sheet = book.getSheetByName(SECOND_VIEW) ?? book.insertSheet(SECOND_VIEW, book.getNumSheets());
  sheet.clear();
  sheet.setTabColor(COLOUR);
  COLUMNS.forEach(([, width], at) => {
    sheet.setColumnWidth(at + 1, width);
  });
  banner(sheet, 1).setFontSize(14);
  sheet.getRange('A1').setValue('ВТОРОЙ ВЗГЛЯД ПО СОСТАВУ ПОЛУЧАТЕЛЕЙ. ЭТО НЕ РЕЙТИНГ И НЕ РЕЗУЛЬТАТ ОЦЕНКИ');
  const notes = [
    `Посчитано ${day} по листам «Ответы» и «Состав получателей»; само не меняется. Официальный итог весов не имеет, он стоит рядом; мест и оценок здесь нет.`,
    'Итог с весами — каким был бы итог, если бы пол или возраст ответивших были такими, как у всех получателей. Вес ответа — получателей в группе на одного ответившего из неё; средний вес 1.',
    'Веса не обрезаются: чем они неравнее, тем меньше n_eff — скольким ответам с равными весами соответствуют эти ответы.',
    'По полу и по возрасту считается отдельно. Взвешивание не делает ответивших случайной выборкой: оно не знает, чем они отличаются внутри своей группы.',
  ];
  sheet
    .getRange(2, 1, notes.length, 1)
    .setValues(notes.map((note) => [note]))
    .setFontColor(QUIET);
  let row = notes.length + 3;
  makeRoom(
    sheet,
    blocks.reduce((sum, block) => sum + block.rows.length + 3, row),
  );
  for (const block of blocks) {
    layBlock(sheet, block, row);
    row += block.rows.length + 3;
  }
  sheet.setFrozenRows(1);
}

function layBlock(sheet: Sheet, { title, rows }: SecondViewBlock, row: number): void {
  sheet.getRange(row, 1).setValue(`Признак: ${title}`).setFontWeight('bold').setFontSize(12).setFontColor(COLOUR);
  banner(sheet, row + 1)
    .setValues([COLUMNS.map(([name]) => name)])
    .setWrap(true)
    .setVerticalAlignment('middle');
  sheet
    .getRange(row + 2, 1, rows.length, COLUMNS.length)
    .setNumberFormats(rows.map(() => FORMATS))
    .setValues(rows.map(cells))
    .setBackground(SECOND_BAND)
    .setFontColor(INK)
    .setVerticalAlignment('top');
  for (const column of [NAME, COLUMNS.length]) sheet.getRange(row + 2, column, rows.length, 1).setWrap(true);
}

function cells(row: SecondViewRow): (string | number)[] {
  const { name, sphere, official, total, answers, weighted, effectiveSize, weights, note } = row;
  const exact = official === null || total === null ? null : total - official;
  // Less than what is shown is no difference, and no «−0,00».
  const difference = exact !== null && Math.abs(exact) < 0.005 ? 0 : (exact ?? '');
  return [
    ...[MARK, name, sphere, official ?? 'н/д', total ?? '—', difference, answers],
    ...[weighted ?? '', effectiveSize ?? '', weights?.[0] ?? '', weights?.[1] ?? '', note],
  ];
}

function banner(sheet: Sheet, row: number): GoogleAppsScript.Spreadsheet.Range {
  return sheet.getRange(row, 1, 1, COLUMNS.length).setBackground(COLOUR).setFontColor(WHITE).setFontWeight('bold');
}
