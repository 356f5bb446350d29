import { openBook } from '../../../workspace/services/spreadsheet/book.ts';
import { openBench } from './fake-execution.ts';

describe('the script’s functions in formulas', () => {
  test('a range comes as rows of cells, a cell as its value, an empty one as an empty string', () => {
    const bench = openBench({ functions: { SHAPE: (...args: unknown[]) => JSON.stringify(args) } });
    const sheet = bench.spreadsheet().getActiveSheet();
    sheet.getRange('A1:C2').setValues([
      [1, 'а', true],
      [2, '', false],
    ]);
    expect(sheet.getRange('E1').setFormula('=SHAPE(A1:C2;A1;Z9)').getValue()).toBe(
      '[[[1,"а",true],[2,"",false]],1,""]',
    );
  });

  test('an argument left out in the middle is empty in its place, one left out at the end is not given', () => {
    const bench = openBench({ functions: { SHAPE: (...args: unknown[]) => JSON.stringify(args) } });
    const sheet = bench.spreadsheet().getActiveSheet();
    sheet.getRange('A1:B1').setFormulas([['=SHAPE(1;;2)', '=SHAPE(1)']]);
    expect(sheet.getRange('A1:B1').getValues()).toEqual([['[1,"",2]', '[1]']]);
  });

  test('a date comes as a Date of the spreadsheet’s zone and may be returned', () => {
    const bench = openBench({
      functions: {
        NEXT_DAY: (day: Date) => new Date(day.getTime() + 86_400_000),
        ISO: (day: Date) => day.toISOString(),
      },
    });
    const sheet = bench.spreadsheet().getActiveSheet();
    sheet.getRange('A1').setValue('28.02.2026');
    sheet.getRange('B1:C1').setFormulas([['=NEXT_DAY(A1)', '=ISO(A1)']]);
    expect(sheet.getRange('B1').getDisplayValue()).toBe('01.03.2026');
    expect(sheet.getRange('B1').getValue()).toEqual(new Date('2026-02-28T21:00:00Z'));
    expect(sheet.getRange('C1').getValue()).toBe('2026-02-27T21:00:00.000Z');
  });

  test('rows that are returned spread over the sheet', () => {
    const bench = openBench({
      functions: {
        TABLE: () => [
          ['а', 1],
          ['б', 2],
        ],
      },
    });
    const sheet = bench.spreadsheet().getActiveSheet();
    sheet.getRange('B2').setFormula('=TABLE()');
    expect(sheet.getRange('B2:C3').getValues()).toEqual([
      ['а', 1],
      ['б', 2],
    ]);
  });

  test('an exception shows as #ERROR!, and its message is kept', () => {
    const bench = openBench({
      functions: {
        FAIL: () => {
          throw new Error('Показатель вне шкалы');
        },
      },
    });
    const sheet = bench.spreadsheet().getActiveSheet();
    expect(sheet.getRange('A1').setFormula('=FAIL()').getValue()).toBe('#ERROR!');
    const evaluated = openBook(bench.kernel, bench.fileId).getters.getEvaluatedCell({ sheetId: '0', col: 0, row: 0 });
    expect(evaluated.message).toBe('Показатель вне шкалы');
  });

  test('it is called again only when its arguments have changed', () => {
    const bench = openBench({ functions: { DOUBLE: (number: number) => number * 2 } });
    const sheet = bench.spreadsheet().getActiveSheet();
    sheet.getRange('A1').setValue(1);
    sheet.getRange('B1').setFormula('=DOUBLE(A1)');
    expect(sheet.getRange('B1').getValue()).toBe(2);
    sheet.getRange('C9').setValue('другое');
    sheet.insertRowBefore(5);
    expect(sheet.getRange('B1').getValue()).toBe(2);
    expect(bench.calls).toHaveLength(1);
    sheet.getRange('A1').setValue(2);
    expect(sheet.getRange('B1').getValue()).toBe(4);
    expect(bench.calls).toHaveLength(2);
  });

  test('six hundred appended rows calculate nothing until somebody reads', () => {
    const bench = openBench({ functions: { COUNT_ROWS: (rows: unknown[][]) => rows.length } });
    const spreadsheet = bench.spreadsheet();
    const sheet = spreadsheet.getActiveSheet();
    const totals = spreadsheet.insertSheet('Итоги');
    totals.getRange('A1').setFormula("=COUNT_ROWS('Лист1'!A1:A600)");
    for (let row = 0; row < 600; row += 1) {
      sheet.appendRow([row]);
      spreadsheet._book.flush();
    }
    expect(bench.calls).toHaveLength(0);
    expect(totals.getRange('A1').getValue()).toBe(600);
    expect(bench.calls).toHaveLength(1);
  });

  test('it may read its spreadsheet and not change it', () => {
    const bench = openBench();
    const sheet = bench.spreadsheet().getActiveSheet();
    sheet.getRange('A1').setValue(5);
    const inside = bench.app({ kind: 'custom-function' }).getActiveSpreadsheet().getActiveSheet();
    expect(inside.getRange('A1').getValue()).toBe(5);
    expect(() => inside.getRange('A1').setValue(6)).toThrow('You do not have permission');
    expect(() => bench.app({ kind: 'custom-function' }).openById(bench.fileId)).toThrow(
      'You do not have permission to call SpreadsheetApp.openById',
    );
    expect(() => bench.app({ kind: 'custom-function' }).getUi()).toThrow('Cannot call SpreadsheetApp.getUi()');
  });

  test('a Cyrillic name is no function name, as on Google', () => {
    const bench = openBench({ functions: { УДВОИТЬ: (number: number) => number * 2 } });
    const cell = bench.spreadsheet().getActiveSheet().getRange('A1');
    expect(cell.setFormula('=УДВОИТЬ(2)').getValue()).toBe('#ERROR!');
    expect(bench.calls).toEqual([]);
  });
});
