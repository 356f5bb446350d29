import { openBench } from './fake-execution.ts';

const sheetOf = (settings = {}) => openBench(settings).spreadsheet().getActiveSheet();

describe('values of cells', () => {
  test('numbers, text, booleans and empty cells are read as they were written', () => {
    const sheet = sheetOf();
    sheet.getRange('A1:D1').setValues([[1.5, 'текст', true, '']]);
    expect(sheet.getRange('A1:D1').getValues()).toEqual([[1.5, 'текст', true, '']]);
  });

  test('null and undefined empty a cell', () => {
    const sheet = sheetOf();
    sheet.getRange('A1:B1').setValues([['было', 'было']]);
    sheet.getRange('A1:B1').setValues([[null, undefined]]);
    expect(sheet.getRange('A1:B1').getValues()).toEqual([['', '']]);
    expect(sheet.getLastRow()).toBe(0);
  });

  test.each([
    ['1,5', 1.5, '1,5'],
    ['-0,25', -0.25, '-0,25'],
    ['10%', 0.1, '10%'],
    ['1\u00a0000,50', 1000.5, '1000,5'],
    ['007', 7, '7'],
    ['ИСТИНА', true, 'TRUE'],
    ["'123", '123', '123'],
    ['Школа № 1', 'Школа № 1', 'Школа № 1'],
    ['1.2.3.4', '1.2.3.4', '1.2.3.4'],
  ])('in a Russian spreadsheet «%s» becomes %p', (written, value, shown) => {
    const cell = sheetOf().getRange('A1');
    cell.setValue(written);
    expect(cell.getValue()).toBe(value);
    expect(cell.getDisplayValue()).toBe(shown);
  });

  test('in an American spreadsheet a point is decimal and the month comes first', () => {
    const sheet = sheetOf({ locale: 'en', timeZone: 'Etc/GMT' });
    sheet.getRange('A1:B1').setValues([['1.5', '2/3/2026']]);
    expect(sheet.getRange('A1:B1').getValues()).toEqual([[1.5, new Date('2026-02-03T00:00:00Z')]]);
  });

  test('a date that is typed in gets the date format of the locale and is read as a Date of the sheet’s zone', () => {
    const cell = sheetOf().getRange('A1');
    cell.setValue('01.02.2026');
    expect(cell.getValue()).toEqual(new Date('2026-01-31T21:00:00Z'));
    expect(cell.getDisplayValue()).toBe('01.02.2026');
    expect(cell.getNumberFormat()).toBe('dd.mm.yyyy');
  });

  test('a Date is written as what the clocks of the spreadsheet show, whatever the script’s zone', () => {
    const cell = sheetOf({ timeZone: 'Asia/Vladivostok', scriptTimeZone: 'Europe/Moscow' }).getRange('A1');
    cell.setValue(new Date('2026-01-30T09:15:00Z'));
    expect(cell.getDisplayValue()).toBe('30.01.2026 19:15:00');
    expect(cell.getValue()).toEqual(new Date('2026-01-30T09:15:00Z'));
  });

  test('a time alone is a moment of 30 December 1899, in the zone’s old mean time, as on Google', () => {
    const cell = sheetOf().getRange('A1');
    cell.setValue('12:30');
    // Moscow was 2:30:17 ahead of Greenwich.
    expect(cell.getValue()).toEqual(new Date('1899-12-30T09:59:43Z'));
  });
});

describe('text stays text', () => {
  test('in a cell with the text format nothing is parsed, a formula neither', () => {
    const range = sheetOf().getRange('A1:D1');
    range.setNumberFormat('@').setValues([['=1+2', '007', '01.02.2026', 'TRUE']]);
    expect(range.getValues()).toEqual([['=1+2', '007', '01.02.2026', 'TRUE']]);
    expect(range.getFormulas()).toEqual([['', '', '', '']]);
    expect(range.getNumberFormats()).toEqual([['@', '@', '@', '@']]);
  });

  test('a text cell that held a formula-like text takes a number-like one as text too', () => {
    const cell = sheetOf().getRange('A1');
    cell.setNumberFormat('@').setValue('=1+2');
    cell.setValue('42');
    expect(cell.getValue()).toBe('42');
    expect(cell.getNumberFormat()).toBe('@');
  });

  test('it survives the copy of a row and a reopening', () => {
    const bench = openBench();
    const sheet = bench.spreadsheet().getActiveSheet();
    sheet.getRange('A1').setNumberFormat('@').setValue('=СЕКРЕТ()');
    sheet.getRange('A1').copyTo(sheet.getRange('A2'));
    sheet._book.flush();
    const again = bench.reopened().spreadsheet().getActiveSheet();
    expect(again.getRange('A1:A2').getValues()).toEqual([['=СЕКРЕТ()'], ['=СЕКРЕТ()']]);
  });
});

describe('formulas', () => {
  test('are calculated when a value is read', () => {
    const sheet = sheetOf();
    sheet.getRange('A1:A3').setValues([[1], [2], ['=SUM(A1:A2)']]);
    expect(sheet.getRange('A3').getValue()).toBe(3);
    sheet.getRange('A1').setValue(10);
    expect(sheet.getRange('A3').getValue()).toBe(12);
  });

  test('take semicolons and decimal commas in a Russian spreadsheet, and are given back so', () => {
    const sheet = sheetOf();
    sheet.getRange('A1').setFormula('=SUM(1,5;2)');
    sheet.getRange('B1').setFormula('={1\\2;3\\4}');
    expect(sheet.getRange('A1').getFormula()).toBe('=SUM(1,5;2)');
    expect(sheet.getRange('A1').getValue()).toBe(3.5);
    expect(sheet.getRange('B1:C2').getValues()).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  test('semicolons work in an American spreadsheet as well', () => {
    const sheet = sheetOf({ locale: 'en' });
    sheet.getRange('A1:B1').setFormulas([['=SUM(1;2)', '=SUM(1,2)']]);
    expect(sheet.getRange('A1:B1').getValues()).toEqual([[3, 3]]);
  });

  test('R1C1 references are read from the cell they stand in, and text in quotes is left alone', () => {
    const sheet = sheetOf({ locale: 'en' });
    sheet.getRange('A1:B1').setValues([[2, 3]]);
    const cell = sheet.getRange('C3').setFormulaR1C1('=R1C1*R[-2]C[-1]&" R1C1"');
    expect(cell.getFormula()).toBe('=$A$1*B1&" R1C1"');
    expect(cell.getValue()).toBe('6 R1C1');
    expect(cell.getFormulaR1C1()).toBe('=R1C1*R[-2]C[-1]&" R1C1"');
  });

  test('an array spreads over the cells beside it and makes room for what is written there', () => {
    const sheet = sheetOf();
    sheet.getRange('A1:A2').setValues([[1], [2]]);
    sheet.getRange('B1').setFormula('=ARRAYFORMULA(A1:A2*2)');
    expect(sheet.getRange('B1:B2').getValues()).toEqual([[2], [4]]);
    expect(sheet.getLastColumn()).toBe(2);
    sheet.getRange('B2').setValue('занято');
    expect(sheet.getRange('B1').getValue()).toBe('#REF!');
  });

  // Expected values: the examples of Google's own function list.
  test.each<[string, unknown]>([
    ['=REGEXMATCH("Отчёт 2026","20\\d+")', true],
    ['=REGEXEXTRACT("Школа № 12","\\d+")', '12'],
    ['=REGEXREPLACE("a1b2","[0-9]","-")', 'a-b-'],
    ['=REGEXEXTRACT("нет цифр","\\d+")', '#N/A'],
    ['=REPT("ха",3)', 'хахаха'],
    ['=UNICODE("я")', 1103],
    ['=UNICHAR(1103)', 'я'],
    ['=ISEMAIL("a@example.org")', true],
    ['=ISEMAIL("не адрес")', false],
    ['=MROUND(21,14)', 28],
    ['=N("текст")', 0],
    ['=T("текст")', 'текст'],
    ['=ENCODEURL("а б")', '%D0%B0%20%D0%B1'],
    ['=REPT(1/0,2)', '#DIV/0!'],
    ['=SIGN(-42)', -1],
    ['=EVEN(-3)', -4],
    ['=FACT(5)', 120],
    ['=FACT(200)', '#NUM!'],
    ['=COMBIN(4,2)', 6],
    ['=COMBIN(2,4)', '#NUM!'],
    ['=PERMUT(4,2)', 12],
    ['=QUOTIENT(-10,3)', -3],
    ['=QUOTIENT(1,0)', '#DIV/0!'],
    ['=STANDARDIZE(96,80,6.7)', 16 / 6.7],
    ['=GCD({30,45;60,0})', 15],
    ['=LCM(4,6,10)', 60],
    ['=SUMSQ(3,4)', 25],
    ['=DEVSQ({1,2,3})', 2],
    ['=HARMEAN(4,4,4)', 4],
    ['=HARMEAN(4,-4)', '#NUM!'],
    ['=BIN2DEC("1111111111")', -1],
    ['=HEX2DEC("1f")', 31],
    ['=HEX2DEC("xyz")', '#NUM!'],
    ['=DEC2BIN(100)', '1100100'],
    ['=DEC2HEX(-1)', 'FFFFFFFFFF'],
    ['=SUMSQ(1/0,2)', '#DIV/0!'],
    ['=GCD(A2:A3,6)', 6],
  ])('%s is %p', (formula, value) => {
    const cell = sheetOf({ locale: 'en' }).getRange('A1');
    expect(cell.setFormula(formula).getValue()).toBe(value);
  });

  test.each([
    ['=1/0', '#DIV/0!'],
    ['=НЕТТАКОЙ(1)', '#ERROR!'],
    ['=NOSUCHFUNCTION(1)', '#NAME?'],
    ['=A1', '#REF!'],
  ])('%s shows %s', (formula, shown) => {
    const cell = sheetOf().getRange('A1');
    cell.setFormula(formula);
    expect(cell.getValue()).toBe(shown);
  });

  test('TODAY and NOW follow the clock of the workspace in the spreadsheet’s zone', () => {
    const bench = openBench({ timeZone: 'Asia/Vladivostok' });
    const sheet = bench.spreadsheet().getActiveSheet();
    sheet.getRange('A1:B1').setFormulas([['=TODAY()', '=NOW()']]);
    // Noon in Moscow is seven in the evening in Vladivostok.
    expect(sheet.getRange('A1:B1').getDisplayValues()).toEqual([['15.03.2026', '15.03.2026 19:00:00']]);
    bench.kernel.clock.set(bench.kernel.clock.now() + 6 * 3_600_000);
    expect(sheet.getRange('A1:B1').getDisplayValues()).toEqual([['16.03.2026', '16.03.2026 01:00:00']]);
  });
});

describe('refusals are in Google’s words', () => {
  test.each([
    [
      () =>
        sheetOf()
          .getRange('A1:A2')
          .setValues([[1]]),
      'The number of rows in the data does not match the number of rows in the range. The data has 1 but the range has 2.',
    ],
    [
      () =>
        sheetOf()
          .getRange('A1:B1')
          .setValues([[1]]),
      'The number of columns in the data does not match the number of columns in the range. The data has 1 but the range has 2.',
    ],
    [() => sheetOf().getRange(0, 1), 'The starting row of the range is too small.'],
    [() => sheetOf().getRange(1, 0), 'The starting column of the range is too small.'],
    [() => sheetOf().getRange(1, 1, 0, 1), 'The number of rows in the range must be at least 1.'],
    [() => sheetOf().getRange(1, 1, 1, 0), 'The number of columns in the range must be at least 1.'],
    [() => sheetOf().getRange(1001, 1), 'The coordinates of the range are outside the dimensions of the sheet.'],
    [() => sheetOf().getRange('не адрес'), 'Range not found'],
    [
      () => sheetOf().getRange('A1').setValue('я'.repeat(50_001)),
      'Your input contains more than the maximum of 50000 characters in a single cell.',
    ],
  ])('%#: %s', (call, message) => {
    expect(call).toThrow(message);
  });
});
