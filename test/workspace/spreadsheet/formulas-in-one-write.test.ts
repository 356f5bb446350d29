import { openBench } from './fake-execution.ts';

test.each([
  [
    ['=SUM(A1)', '=SUM(A1:A2)'],
    [1, 3],
  ],
  [
    ['=SUM(A1:A2)', '=SUM(A1)'],
    [3, 1],
  ],
  [
    ['=SUM(A1:A1)', '=SUM(A2:A2)', '=SUM(A1:A3)'],
    [1, 2, 6],
  ],
])(
  '%p are written by one setFormulas, are worked out and are there when the spreadsheet is read again',
  (formulas, values) => {
    const bench = openBench({});
    const sheet = bench.spreadsheet().getActiveSheet();
    sheet.getRange('A1:A3').setValues([[1], [2], [3]]);
    const range = sheet.getRange(1, 3, formulas.length, 1);
    range.setFormulas(formulas.map((formula) => [formula]));
    expect(range.getValues().map(([value]) => value)).toEqual(values);
    expect(range.getFormulas()).toHaveLength(formulas.length);
  },
);
