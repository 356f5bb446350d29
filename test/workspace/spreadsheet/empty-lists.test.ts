/** A FILTER that finds nothing is #N/A in Sheets, and a function that takes a list hands the error on: https://support.google.com/docs/answer/3093197 */
import { openBench } from './fake-execution.ts';

const NONE = 'FILTER($A$1:$A$3;$A$1:$A$3="нет такого")';

test.each([
  `SORT(${NONE})`,
  `SORT(${NONE};1;TRUE)`,
  `SORTN(${NONE};2)`,
  `INDEX(SORT(${NONE});1)`,
  `UNIQUE(${NONE})`,
  `TRANSPOSE(${NONE})`,
  `FLATTEN(${NONE})`,
  `TOCOL(${NONE})`,
  `HSTACK(${NONE})`,
  `VSTACK(${NONE})`,
  `CHOOSECOLS(${NONE};1)`,
  `CHOOSEROWS(${NONE};1)`,
  `SUM(${NONE})`,
  `MIN(${NONE})`,
  `SMALL(${NONE};1)`,
  `LARGE(${NONE};1)`,
  `TEXTJOIN(",";TRUE;${NONE})`,
  `SUMPRODUCT(${NONE})`,
])('IFERROR catches that %s has nothing to give', (formula) => {
  const sheet = openBench({}).spreadsheet().getActiveSheet();
  sheet.getRange('A1:A3').setValues([['а'], ['б'], ['в']]);
  sheet.getRange('C1').setFormula(`=${formula}`);
  sheet.getRange('D1').setFormula(`=IFERROR(${formula};"пусто")`);
  expect([sheet.getRange('C1').getDisplayValue(), sheet.getRange('D1').getValue()]).toEqual(['#N/A', 'пусто']);
});

test('SORT of one value is that value', () => {
  const sheet = openBench({}).spreadsheet().getActiveSheet();
  sheet.getRange('A1').setFormula('=SORT(5)');
  expect(sheet.getRange('A1').getValue()).toBe(5);
});
