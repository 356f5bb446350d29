import { openBench } from './fake-execution.ts';

describe('values of cells', () => {
  test('numbers, text, booleans and empty cells are read as they were written', () => {
    const sheet = openBench().spreadsheet().getActiveSheet();
    sheet.getRange('A1:D1').setValues([[1.5, 'текст', true, '']]);
    expect(sheet.getRange('A1:D1').getValues()).toEqual([[1.5, 'текст', true, '']]);
  });

  test('a formula is calculated when it is read', () => {
    const sheet = openBench().spreadsheet().getActiveSheet();
    sheet.getRange('A1:A3').setValues([[1], [2], ['=SUM(A1:A2)']]);
    expect(sheet.getRange('A3').getValue()).toBe(3);
    sheet.getRange('A1').setValue(10);
    expect(sheet.getRange('A3').getValue()).toBe(12);
  });
});
