import { type Case, reference } from '../case.ts';
import { inRussian } from '../russian-book.ts';

const service = 'SpreadsheetApp';
const functions = 'https://support.google.com/docs/table/25273';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const DUES = [
  ['П1', '1', new Date(2026, 0, 12), '✓ выполнено', '|Отдел|Совет|'],
  ['П1', '1', new Date(2026, 0, 9), '▲ просрочено', '|Отдел культуры|'],
  ['П1', '2', new Date(2026, 3, 22), 'ожидается', '|Совет|УСЗН|'],
  ['П2', '1', '', '– без срока', ''],
];

/** The dates of a small plan in A2:E5: plan, line, day, state, parties between bars. The rows under them are empty. */
function withDues(sheet: Sheet): void {
  sheet.getRange('A1:E1').setValues([['План', 'Строка', 'Срок', 'Состояние', 'Для счёта']]);
  sheet.getRange('A2:B9').setNumberFormat('@');
  sheet.getRange('A2:E5').setValues(DUES);
}

/** What the formulas give, each written into a cell of column G. */
function worked(sheet: Sheet, formulas: readonly string[]): unknown[] {
  const range = sheet.getRange(1, 7, formulas.length, 1);
  // A plain number stays one, whatever format Sheets would give it for the dates it is made of.
  range.setNumberFormat('0').setFormulas(formulas.map((formula) => [formula]));
  SpreadsheetApp.flush();
  return range.getValues().map(([value]) => value);
}

/** Formulas of the sheets that follow «Сроки» and «Формы» by themselves, as the add-in writes them. */
export const formulaCases: readonly Case[] = [
  {
    name: 'Знак самого срочного из отобранных сроков находится одной формулой; где сроков нет, пусто',
    service,
    source: functions,
    expected: ['▲', '✓', '○2', ''],
    observe: (bench) =>
      inRussian(bench.book, () => {
        const sheet = bench.sheet();
        withDues(sheet);
        const sign = (line: string, from: string, to: string, count = '') =>
          `=IFERROR(MID("▲●●○✓×–";MIN(ARRAYFORMULA(FIND(LEFT(FILTER($D$2:$D;$A$2:$A="П1";$B$2:$B="${line}";$C$2:$C>=${from};$C$2:$C<=${to});1);"▲●●о✓н–")));1)${count};"")`;
        return worked(sheet, [
          sign('1', 'DATE(2026;1;1)', 'DATE(2026;1;20)'),
          sign('1', 'DATE(2026;1;11)', 'DATE(2026;1;20)'),
          sign('2', 'DATE(2026;4;21)', 'DATE(2026;4;30)', '&"2"'),
          sign('3', 'DATE(2026;1;1)', 'DATE(2026;12;31)'),
        ]);
      }),
  },
  {
    name: 'Строки отобранного по порядку даты: SMALL по FILTER с условием REGEXMATCH; где строк не хватает, пусто',
    service,
    source: functions,
    expected: [3, 4, ''],
    observe: (bench) =>
      inRussian(bench.book, () => {
        const sheet = bench.sheet();
        withDues(sheet);
        const nth = (k: number) =>
          `=IFERROR(MOD(SMALL(FILTER($C$2:$C*100000+ROW($C$2:$C);$C$2:$C>0;REGEXMATCH($D$2:$D;"просрочено|ожидается"));${k});100000);"")`;
        return worked(sheet, [nth(1), nth(2), nth(3)]);
      }),
  },
  {
    name: 'FILTER, которому нечего отдать, — ошибка, и её ловит IFERROR, даже внутри других функций',
    service,
    source: 'https://support.google.com/docs/answer/3093197',
    expected: ['нет', 'нет', 'нет'],
    observe: (bench) =>
      inRussian(bench.book, () => {
        const sheet = bench.sheet();
        withDues(sheet);
        const none = 'FILTER(ROW($A$2:$A);$A$2:$A="П9")';
        return worked(sheet, [
          `=IFERROR(${none};"нет")`,
          `=IFERROR(MIN(${none});"нет")`,
          `=IFERROR(INDEX(SORT(${none});1);"нет")`,
        ]);
      }),
  },
  {
    name: 'COUNTIFS считает по концу слова, по имени между чертами, по датам месяца и по пустым ячейкам',
    service,
    source: functions,
    expected: [1, 2, 1, 2, 3, 1],
    observe: (bench) =>
      inRussian(bench.book, () => {
        const sheet = bench.sheet();
        withDues(sheet);
        sheet.getRange('F1').setValue('Совет');
        return worked(sheet, [
          '=COUNTIF($D$2:$D;"*выполнено")',
          '=COUNTIFS($E$2:$E;"*|"&$F$1&"|*")',
          '=COUNTIFS($E$2:$E;"*|"&"Отдел"&"|*")',
          '=COUNTIFS($C$2:$C;">="&DATE(2026;1;1);$C$2:$C;"<"&DATE(2026;2;1))',
          '=COUNTIF($C$2:$C;">0")',
          '=COUNTIFS($A$2:$A;"?*";$C$2:$C;"")',
        ]);
      }),
  },
  {
    name: 'Ссылка с вычисленной строкой показывает свой текст; TEXT пишет дату по-русски; NOW сравнивается с датой',
    service,
    source: 'https://support.google.com/docs/answer/3093313',
    expected: ['П1, 2', '12.01.2026', 'давно', '██████░░░░', '85,5'],
    observe: (bench) =>
      inRussian(bench.book, () => {
        const sheet = bench.sheet();
        withDues(sheet);
        return worked(sheet, [
          '=IFERROR(HYPERLINK("https://example.org/#gid=0&range=A"&MIN(FILTER(ROW($A$2:$A);$A$2:$A="П1";$B$2:$B="2"));"П1, 2");"нет")',
          '=TEXT(C2;"dd.mm.yyyy")',
          '=IF(NOW()-C2>2;"давно";"недавно")',
          '=IFERROR(REPT("█";ROUND(10*MIN(1;3/5);0))&REPT("░";10-ROUND(10*MIN(1;3/5);0));"")',
          '=SUBSTITUTE(ROUND(855/10;1);".";",")',
        ]);
      }),
  },
  {
    name: 'Пустая строка вместо формулы оставляет ячейку пустой',
    service,
    source: reference('spreadsheet/range#setFormulas(String)'),
    expected: { values: [3, '', 4], formulas: [true, false, true] },
    observe(bench) {
      const range = bench.sheet().getRange('A1:C1');
      range.setFormulas([['=1+2', '', '=2+2']]);
      SpreadsheetApp.flush();
      return { values: range.getValues()[0], formulas: range.getFormulas()[0]!.map((formula) => formula !== '') };
    },
  },
  {
    name: 'Числа показаны по-русски: целое без запятой, ноль прочерком пустоты, изменение со знаком, доля в процентах',
    service,
    source: 'https://developers.google.com/workspace/sheets/api/guides/formats',
    expected: ['100', '0,3', '', '7', '+1,50', '−1,50', '45%', '30.01.2026'],
    observe: (bench) =>
      inRussian(bench.book, () => {
        const range = bench.sheet().getRange('A1:H1');
        range.setNumberFormats([
          ['General', 'General', '0;-0;;@', '0;-0;;@', '+0.00;−0.00;0.00', '+0.00;−0.00;0.00', '0%', 'dd.mm.yyyy'],
        ]);
        range.setValues([[100, 0.3, 0, 7, 1.5, -1.5, 0.45, new Date(2026, 0, 30)]]);
        return range.getDisplayValues()[0];
      }),
  },
  {
    name: 'Правило цвета по формуле хранит её такой, какой она написана',
    service,
    source: reference('spreadsheet/conditional-format-rule-builder#whenFormulaSatisfied(String)'),
    expected: { kind: 'CUSTOM_FORMULA', formula: ['=($A6<>"")*(C$3="▼")'], ranges: ['C6:F9'] },
    observe(bench) {
      const sheet = bench.sheet();
      sheet.getRange('C3').setFormula('=IF(TODAY()>0;"▼";"")');
      const rule = SpreadsheetApp.newConditionalFormatRule()
        .whenFormulaSatisfied('=($A6<>"")*(C$3="▼")')
        .setBackground('#fff4d6')
        .setRanges([sheet.getRange('C6:F9')])
        .build();
      sheet.setConditionalFormatRules([rule]);
      const [kept] = sheet.getConditionalFormatRules();
      const condition = kept!.getBooleanCondition()!;
      return {
        kind: String(condition.getCriteriaType()),
        formula: condition.getCriteriaValues(),
        ranges: kept!.getRanges().map((range) => range.getA1Notation()),
      };
    },
  },
];
