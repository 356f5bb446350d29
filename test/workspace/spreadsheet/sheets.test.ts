import { Dimension, ProtectionType } from '../../../workspace/services/spreadsheet/enums.ts';
import type { Sheet } from '../../../workspace/services/spreadsheet/sheet.ts';
import { openBench } from './fake-execution.ts';

const names = (sheets: Sheet[]) => sheets.map((sheet) => sheet.getName());

describe('sheets', () => {
  test('a new spreadsheet has one sheet of 1,000 rows and 26 columns, numbered 0', () => {
    const [sheet] = openBench().spreadsheet().getSheets();
    expect([sheet!.getName(), sheet!.getMaxRows(), sheet!.getMaxColumns(), sheet!.getSheetId()]).toEqual([
      'Лист1',
      1000,
      26,
      0,
    ]);
  });

  test('a sheet is inserted where it is told to, otherwise after the active one, and becomes active', () => {
    const spreadsheet = openBench().spreadsheet();
    spreadsheet.insertSheet('Второй');
    spreadsheet.insertSheet('Первый', 0);
    expect(names(spreadsheet.getSheets())).toEqual(['Первый', 'Лист1', 'Второй']);
    expect(spreadsheet.getActiveSheet().getName()).toBe('Первый');
  });

  test('moving counts hidden sheets too', () => {
    const spreadsheet = openBench().spreadsheet();
    for (const name of ['Б', 'В', 'Г']) spreadsheet.insertSheet(name);
    spreadsheet.getSheetByName('В')!.hideSheet();
    spreadsheet.setActiveSheet(spreadsheet.getSheetByName('Лист1')!);
    spreadsheet.moveActiveSheet(4);
    expect(names(spreadsheet.getSheets())).toEqual(['Б', 'В', 'Г', 'Лист1']);
  });

  test('two sheets cannot have one name', () => {
    const spreadsheet = openBench().spreadsheet();
    const taken = 'A sheet with the name "Лист1" already exists. Please enter another name.';
    expect(() => spreadsheet.insertSheet('Лист1')).toThrow(taken);
    expect(() => spreadsheet.insertSheet('Другой').setName('Лист1')).toThrow(taken);
  });

  test('the last visible sheet can be neither hidden nor deleted, a hidden one can be deleted', () => {
    const spreadsheet = openBench().spreadsheet();
    const [first] = spreadsheet.getSheets();
    expect(() => spreadsheet.deleteSheet(first!)).toThrow("You can't remove all the sheets in a document.");
    expect(() => first!.hideSheet()).toThrow("You can't hide all the sheets in a document.");
    const hidden = spreadsheet.insertSheet('Скрытый').hideSheet();
    expect(hidden.isSheetHidden()).toBe(true);
    spreadsheet.deleteSheet(hidden);
    expect(names(spreadsheet.getSheets())).toEqual(['Лист1']);
  });

  test('what the engine cannot do is said in words, and the rest of the batch is done', () => {
    const spreadsheet = openBench().spreadsheet();
    const sheet = spreadsheet.getActiveSheet();
    sheet.setFrozenRows(1);
    sheet.getRange('A1').setValue('шапка');
    sheet.getRange('A1:A2').merge();
    expect(() => sheet.getRange('A1').getValue()).toThrow("you can't merge frozen and non-frozen rows");
    expect(sheet.getRange('A1').getValue()).toBe('шапка');
  });

  test('a filter over merged cells works, though the page shows no arrows', () => {
    const sheet = openBench().spreadsheet().getActiveSheet();
    sheet.getRange('A1:B1').merge();
    expect(sheet.getRange('A1:B3').createFilter().getRange().getA1Notation()).toBe('A1:B3');
  });

  test('formulas follow a renamed sheet', () => {
    const spreadsheet = openBench().spreadsheet();
    const data = spreadsheet.insertSheet('Данные');
    data.getRange('A1').setValue(5);
    const total = spreadsheet.getSheetByName('Лист1')!.getRange('A1').setFormula('=Данные!A1*2');
    data.setName('Ответы 2026');
    expect(total.getValue()).toBe(10);
    expect(total.getFormula()).toBe("='Ответы 2026'!A1*2");
  });

  test('a copy within the spreadsheet and to another one keeps cells, formats, rules and notes', () => {
    const bench = openBench();
    const spreadsheet = bench.spreadsheet();
    const sheet = spreadsheet.getActiveSheet();
    sheet
      .getRange('A1:B1')
      .setValues([[2, '=A1*3']])
      .setBackground('#ff0000');
    sheet.getRange('A1').setNote('заметка');
    sheet.setColumnWidth(1, 222).setFrozenRows(1);
    const other = bench.app().create('Другая');
    for (const copy of [sheet.copyTo(spreadsheet), sheet.copyTo(other)]) {
      expect(copy.getName()).toBe('Лист1 (копия)');
      expect(copy.getRange('A1:B1').getValues()).toEqual([[2, 6]]);
      expect(copy.getRange('B1').getBackground()).toBe('#ff0000');
      expect(copy.getRange('A1').getNote()).toBe('заметка');
      expect([copy.getColumnWidth(1), copy.getFrozenRows()]).toEqual([222, 1]);
    }
  });
});

describe('rows and columns', () => {
  test('appendRow writes after the last row with content and grows a full sheet', () => {
    const bench = openBench();
    const sheet = bench.app().create('Малая', 2, 2).getActiveSheet();
    sheet.appendRow(['а']).appendRow(['б']).appendRow(['в', 1, 2]);
    expect([sheet.getMaxRows(), sheet.getMaxColumns(), sheet.getLastRow(), sheet.getLastColumn()]).toEqual([
      3, 3, 3, 3,
    ]);
    expect(sheet.getRange('A3:C3').getValues()).toEqual([['в', 1, 2]]);
  });

  test('a formula with an empty result counts as content, a format alone does not', () => {
    const sheet = openBench().spreadsheet().getActiveSheet();
    sheet.getRange('A5').setFormula('=""');
    sheet.getRange('C9').setBackground('#00ff00');
    expect([sheet.getLastRow(), sheet.getLastColumn()]).toEqual([5, 1]);
  });

  test('what is kept beside the cells follows inserted, deleted and moved rows', () => {
    const spreadsheet = openBench().spreadsheet();
    const sheet = spreadsheet.getActiveSheet();
    sheet.getRange('B3').setNote('заметка').protect().setDescription('защита');
    sheet.getRange('3:3').addDeveloperMetadata('ключ', 'значение');
    spreadsheet.setNamedRange('Имя', sheet.getRange('B3'));
    sheet.insertRowsBefore(1, 2);
    sheet.deleteRow(1);
    sheet.moveRows(sheet.getRange('4:4'), 8);
    const [protection] = spreadsheet.getProtections(ProtectionType._of('RANGE') as never);
    expect(sheet.getRange('B7').getNote()).toBe('заметка');
    expect(spreadsheet.getRangeByName('Имя')!.getA1Notation()).toBe('B7');
    expect([protection!.getRange().getA1Notation(), protection!.getDescription()]).toEqual(['B7', 'защита']);
    const [found] = sheet.createDeveloperMetadataFinder().withKey('ключ').find();
    expect(found!.getLocation().getRow()!.getRow()).toBe(7);
    expect(String(found!.getLocation().getLocationType())).toBe('ROW');
  });

  test('a deleted row takes its note with it', () => {
    const sheet = openBench().spreadsheet().getActiveSheet();
    sheet.getRange('A2').setNote('заметка');
    sheet.deleteRow(2);
    expect(sheet.getRange('A1:A5').getNotes().flat().join('')).toBe('');
  });

  test('not all rows can be deleted, nor all that are not frozen', () => {
    const sheet = openBench().spreadsheet().getActiveSheet();
    expect(() => sheet.deleteRows(1, 1000)).toThrow("You can't delete all the rows on the sheet.");
    sheet.setFrozenRows(1);
    expect(() => sheet.deleteRows(2, 999)).toThrow('Sorry, it is not possible to delete all non-frozen rows.');
    expect(() => sheet.deleteRow(1001)).toThrow('Those rows are out of bounds.');
  });

  test('cells are inserted and deleted with a shift, and formulas follow', () => {
    const sheet = openBench().spreadsheet().getActiveSheet();
    sheet.getRange('A1:A2').setValues([[1], [2]]);
    sheet.getRange('C1').setFormula('=A2');
    sheet.getRange('A1').insertCells(Dimension._of('ROWS') as never);
    expect(sheet.getRange('A1:A3').getValues()).toEqual([[''], [1], [2]]);
    expect(sheet.getRange('C1').getFormula()).toBe('=A3');
    sheet.getRange('A1').deleteCells(Dimension._of('ROWS') as never);
    expect(sheet.getRange('A1:A2').getValues()).toEqual([[1], [2]]);
  });

  test('a workbook holds no more than ten million cells', () => {
    const sheet = openBench().spreadsheet().getActiveSheet();
    expect(() => sheet.insertRowsAfter(1, 400_000)).toThrow('above the limit of 10000000 cells');
  });
});

describe('names of ranges', () => {
  test.each(['1а', 'A1', 'R1C1', 'true', 'с пробелом', ''])('«%s» is refused', (name) => {
    const spreadsheet = openBench().spreadsheet();
    expect(() => spreadsheet.setNamedRange(name, spreadsheet.getActiveSheet().getRange('A1'))).toThrow('not valid');
  });

  test('a name works in a formula', () => {
    const spreadsheet = openBench().spreadsheet();
    const sheet = spreadsheet.getActiveSheet();
    sheet.getRange('A1:A2').setValues([[1], [2]]);
    spreadsheet.setNamedRange('Баллы', sheet.getRange('A1:A2'));
    expect(sheet.getRange('B1').setFormula('=SUM(Баллы)').getValue()).toBe(3);
  });
});

describe('what lasts', () => {
  test('everything is there after a reopening', () => {
    const bench = openBench();
    const spreadsheet = bench.spreadsheet();
    const sheet = spreadsheet.getActiveSheet();
    sheet.getRange('A1:B2').setValues([
      ['а', 1],
      ['б', '=B1+1'],
    ]);
    sheet.getRange('A1').setNote('заметка').setFontFamily('PT Sans').setNumberFormat('#,##0.00 ₽');
    spreadsheet.setSpreadsheetTimeZone('Asia/Omsk');
    spreadsheet._book.flush();
    const again = bench.reopened().spreadsheet();
    const cell = again.getActiveSheet().getRange('A1');
    expect(again.getActiveSheet().getDataRange().getValues()).toEqual([
      ['а', 1],
      ['б', 2],
    ]);
    expect([cell.getNote(), cell.getFontFamily(), cell.getNumberFormat()]).toEqual([
      'заметка',
      'PT Sans',
      '#,##0.00 ₽',
    ]);
    expect(again.getSpreadsheetTimeZone()).toBe('Asia/Omsk');
  });

  test('after a thousand revisions the state is written whole, and nothing is lost', () => {
    const bench = openBench();
    const book = bench.spreadsheet()._book;
    const sheet = bench.spreadsheet().getActiveSheet();
    for (let row = 1; row <= 1005; row += 1) {
      sheet.getRange(((row - 1) % 900) + 1, 1).setValue(row);
      book.flush();
    }
    expect(book.snapshot().revisions.length).toBeLessThan(100);
    const again = bench.reopened().spreadsheet().getActiveSheet();
    expect([again.getRange('A1').getValue(), again.getRange('A106').getValue()]).toEqual([901, 106]);
  });
});
