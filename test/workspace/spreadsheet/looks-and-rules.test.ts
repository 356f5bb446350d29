import * as enums from '../../../workspace/services/spreadsheet/enums.ts';
import { type Bench, openBench } from './fake-execution.ts';

const google = (value: unknown) => value as never;
const activeSheet = (bench: Bench) => bench.spreadsheet().getActiveSheet();

describe('number formats', () => {
  test.each([
    ['0.00', 1234.5, '1234,50'],
    ['#,##0.00 ₽', 1234.5, '1\u00a0234,50 ₽'],
    ['0.0"%"', 5, '5,0%'],
    ['0%', 0.256, '26%'],
    ['d mmmm yyyy "г."', 46_000, '9 декабря 2025 г.'],
    ['dd.MM.yyyy HH:mm', 46_000.5, '09.12.2025 12:00'],
    ['[h]:mm', 1.5, '36:00'],
    ['0.00;[Red]-0.00', -2, '-2,00'],
    ['yyyy-mm-dd', 46_000, '2025-12-09'],
    ['"Да";"Нет";"Ноль"', 0, 'Ноль'],
  ])('%s shows %p as «%s», and is given back as it was set', (format, value, shown) => {
    const cell = activeSheet(openBench()).getRange('A1').setNumberFormat(format).setValue(value);
    expect(cell.getDisplayValue()).toBe(shown);
    expect(cell.getNumberFormat()).toBe(format);
  });

  test('a page has a format near to each of them, never an error', () => {
    const sheet = activeSheet(openBench());
    const formats = [
      '#,##0.00 ₽',
      '[h]:mm',
      'dd.MM.yyyy HH:mm',
      '0.00;[Red]-0.00',
      '# ?/?',
      '0.00E+00',
      'd mmmm yyyy г.',
    ];
    sheet.getRange(1, 1, 1, formats.length).setNumberFormats([formats]).setValue(2.5);
    const { getters } = sheet._book;
    formats.forEach((_, col) => {
      const { formattedValue } = getters.getEvaluatedCell({ sheetId: '0', col, row: 0 });
      expect(formattedValue).toMatch(/\d/);
      expect(formattedValue).not.toContain('#');
    });
  });
});

describe('how cells look', () => {
  test('what is not set is what Sheets says of a new cell', () => {
    const cell = activeSheet(openBench()).getRange('A1');
    expect([
      cell.getBackground(),
      cell.getFontColor(),
      cell.getFontFamily(),
      cell.getFontSize(),
      cell.getFontWeight(),
      cell.getHorizontalAlignment(),
      cell.getVerticalAlignment(),
      String(cell.getWrapStrategy()),
      cell.getNumberFormat(),
    ]).toEqual(['#ffffff', '#000000', 'Arial', 10, 'normal', 'general', 'bottom', 'OVERFLOW', 'General']);
  });

  test('properties are set one beside the other, cell by cell or for all, and null takes one away', () => {
    const range = activeSheet(openBench()).getRange('A1:B1');
    range
      .setBackgrounds([['red', '#00ff00']])
      .setFontWeight('bold')
      .setFontSizes([[8, 14]])
      .setWrap(true);
    range.setFontColor('#123456').setFontColor(null);
    expect(range.getBackgrounds()).toEqual([['#ff0000', '#00ff00']]);
    expect(range.getFontSizes()).toEqual([[8, 14]]);
    expect(range.getFontColors()).toEqual([['#000000', '#000000']]);
    expect([range.getFontWeight(), range.getWrap()]).toEqual(['bold', true]);
  });

  test('text is turned by degrees', () => {
    const cell = activeSheet(openBench()).getRange('A1').setTextRotation(90);
    expect(cell.getTextRotation().getDegrees()).toBe(90);
    expect(cell.setTextRotation(0).getTextRotation().getDegrees()).toBe(0);
    expect(() => cell.setTextRotation(91)).toThrow('between -90 and 90');
  });

  test('clearing formats leaves values and notes, clearing contents leaves formats', () => {
    const cell = activeSheet(openBench()).getRange('A1').setValue(5).setBackground('#ff0000').setNote('заметка');
    cell.clearContent();
    expect([cell.getValue(), cell.getBackground()]).toEqual(['', '#ff0000']);
    cell.setValue(6).clearFormat();
    expect([cell.getValue(), cell.getBackground(), cell.getNote()]).toEqual([6, '#ffffff', 'заметка']);
  });

  test('a note or a named range may stand lower than the sheet that is being looked at is high', () => {
    const book = openBench().spreadsheet();
    const [low, high] = [book.getActiveSheet(), book.insertSheet('Выше')];
    book.setActiveSheet(low);
    low.deleteRows(11, low.getMaxRows() - 10);
    high.getRange('A12').setNote('двенадцатая');
    book.setNamedRange('low', high.getRange('B12'));
    book.setNamedRange('low', high.getRange('C12'));
    expect(book.getRangeByName('low')!.getA1Notation()).toBe('C12');
    expect(high.getRange('A12').getNote()).toBe('двенадцатая');
  });

  test('a border is drawn on true, taken away on false, left on null', () => {
    const sheet = activeSheet(openBench());
    const border = () => sheet._book.getters.getCellBorder({ sheetId: '0', col: 0, row: 0 });
    sheet.getRange('A1:B2').setBorder(true, true, true, true, true, true);
    expect(Object.keys(border()!).sort()).toEqual(['bottom', 'left', 'right', 'top']);
    sheet.getRange('A1').setBorder(null, false, null, null, null, null);
    expect(Object.keys(border()!).filter((side) => border()![side as 'left'])).not.toContain('left');
    expect(border()!.top).toEqual({ style: 'thin', color: '#000000' });
  });

  test('merged cells keep the first value, and a merge cannot be cut through', () => {
    const sheet = activeSheet(openBench());
    sheet
      .getRange('A1:C1')
      .setValues([[1, 2, 3]])
      .merge();
    expect(sheet.getRange('A1:C1').getValues()).toEqual([[1, '', '']]);
    expect(sheet.getRange('B1').getMergedRanges()[0]!.getA1Notation()).toBe('A1:C1');
    expect(() => sheet.getRange('A1:B1').breakApart()).toThrow('You must select all cells in a merged range');
    sheet.getRange('A1:C1').breakApart();
    expect(sheet.getRange('B1').isPartOfMerge()).toBe(false);
  });

  test('a link over the whole text is the cell’s link, a link in a part is kept for scripts', () => {
    const bench = openBench();
    const sheet = activeSheet(bench);
    const builder = () => bench.app().newRichTextValue();
    sheet.getRange('A1').setRichTextValue(builder().setText('форма').setLinkUrl('https://example.org/').build());
    sheet
      .getRange('A2')
      .setRichTextValue(builder().setText('см. форму').setLinkUrl(4, 9, 'https://example.org/').build());
    expect(sheet.getRange('A1:A2').getValues()).toEqual([['форма'], ['см. форму']]);
    expect(sheet.getRange('A1').getRichTextValue()!.getLinkUrl()).toBe('https://example.org/');
    const runs = sheet.getRange('A2').getRichTextValue()!.getRuns();
    expect(runs.map((run) => [run.getText(), run.getLinkUrl()])).toEqual([
      ['см. ', null],
      ['форму', 'https://example.org/'],
    ]);
  });
});

describe('validation', () => {
  test('a rule is read as it was built, and a hole is cut out of it', () => {
    const bench = openBench();
    const sheet = activeSheet(bench);
    const rule = bench.app().newDataValidation().requireValueInList(['да', 'нет']).setAllowInvalid(false);
    sheet.getRange('A1:A3').setDataValidation(rule.setHelpText('Выберите').build());
    sheet.getRange('A2').clearDataValidations();
    const [[first], [second]] = sheet.getRange('A1:A2').getDataValidations() as never as [[never], [null]];
    const read = first as ReturnType<typeof rule.build>;
    expect(String(read.getCriteriaType())).toBe('VALUE_IN_LIST');
    expect(read.getCriteriaValues()).toEqual([['да', 'нет'], true]);
    expect([read.getHelpText(), read.getAllowInvalid()]).toEqual(['Выберите', false]);
    expect(second).toBeNull();
  });

  test('a list from a range follows its rows', () => {
    const bench = openBench();
    const spreadsheet = bench.spreadsheet();
    const lists = spreadsheet.insertSheet('Списки');
    const cell = spreadsheet.getSheetByName('Лист1')!.getRange('A1');
    cell.setDataValidation(bench.app().newDataValidation().requireValueInRange(lists.getRange('A1:A5')).build());
    const [range] = cell.getDataValidation()!.getCriteriaValues() as [{ getA1Notation(): string }];
    expect(range.getA1Notation()).toBe('A1:A5');
  });

  test('a rule that rejects input refuses a script’s value too, names the cell and writes nothing', () => {
    const bench = openBench();
    const sheet = activeSheet(bench);
    const rules = () => bench.app().newDataValidation().setAllowInvalid(false);
    sheet.getRange('A1:A5').setDataValidation(rules().requireValueInList(['да', 'нет']).build());
    sheet.getRange('B1:B5').setDataValidation(rules().requireNumberBetween(0, 100).build());
    sheet.getRange('A1:B2').setValues([
      ['да', 100],
      ['', '=50+50'],
    ]);
    expect(() =>
      sheet.getRange('A3:B4').setValues([
        ['нет', 1],
        ['может быть', 2],
      ]),
    ).toThrow(
      'The data you entered in cell A4 violates the data validation rules set on this cell. Please enter one of the following values: да, нет.',
    );
    expect(() => sheet.getRange('B3').setValue(101)).toThrow('cell B3 violates');
    expect(() => sheet.getRange('B3').setValue('сто')).toThrow('cell B3 violates');
    expect(sheet.getRange('A3:B4').getValues()).toEqual([
      ['', ''],
      ['', ''],
    ]);
  });

  test('checkboxes start unchecked', () => {
    const range = activeSheet(openBench()).getRange('A1:A2').insertCheckboxes();
    expect(range.getValues()).toEqual([[false], [false]]);
    expect(range.check().isChecked()).toBe(true);
  });
});

describe('conditional formats', () => {
  test('rules keep their order, their condition and their look', () => {
    const bench = openBench();
    const sheet = activeSheet(bench);
    const build = () =>
      bench
        .app()
        .newConditionalFormatRule()
        .setRanges([sheet.getRange('A1:A5')]);
    sheet.setConditionalFormatRules([
      build().whenNumberLessThan(80).setBackground('#f4cccc').build(),
      build().whenFormulaSatisfied('=$A1>100').setBold(true).build(),
      build().setGradientMinpoint('#ffffff').setGradientMaxpoint('#00ff00').build(),
    ]);
    const rules = sheet.getConditionalFormatRules();
    expect(rules.map((rule) => String(rule.getBooleanCondition()?.getCriteriaType()))).toEqual([
      'NUMBER_LESS_THAN',
      'CUSTOM_FORMULA',
      'undefined',
    ]);
    expect(rules[0]!.getBooleanCondition()!.getBackground()).toBe('#f4cccc');
    expect(rules[2]!.getGradientCondition()!.getMaxColor()).toBe('#00ff00');
  });
});

describe('order, filter, search', () => {
  test('numbers come before text, text before FALSE and TRUE; empty cells are last both ways', () => {
    const sheet = activeSheet(openBench());
    const values = [['б'], [true], [''], [10], ['А'], [2], [false]];
    const range = sheet.getRange('A1:A7').setValues(values);
    expect(range.sort(1).getValues().flat()).toEqual([2, 10, 'А', 'б', false, true, '']);
    expect(range.sort({ column: 1, ascending: false }).getValues().flat()).toEqual([true, false, 'б', 'А', 10, 2, '']);
  });

  test('a row moves with its formats, its notes and the formulas along it', () => {
    const sheet = activeSheet(openBench());
    sheet.getRange('A1:B2').setValues([
      [2, '=A1*10'],
      [1, '=A2*10'],
    ]);
    sheet.getRange('A1').setBackground('#ff0000').setNote('двойка');
    sheet.getRange('A1:B2').sort(1);
    expect(sheet.getRange('A1:B2').getValues()).toEqual([
      [1, 10],
      [2, 20],
    ]);
    expect([sheet.getRange('A2').getBackground(), sheet.getRange('A2').getNote()]).toEqual(['#ff0000', 'двойка']);
  });

  test('a filter hides rows for everybody and shows them again', () => {
    const bench = openBench();
    const sheet = activeSheet(bench);
    sheet.getRange('A1:B4').setValues([
      ['Имя', 'Балл'],
      ['а', 1],
      ['б', 5],
      ['в', 9],
    ]);
    const filter = sheet.getRange('A1:B4').createFilter();
    filter.setColumnFilterCriteria(2, bench.app().newFilterCriteria().whenNumberGreaterThan(4).build());
    expect([1, 2, 3, 4].map((row) => sheet.isRowHiddenByFilter(row))).toEqual([false, true, false, false]);
    filter.remove();
    expect(sheet.getFilter()).toBeNull();
    expect(sheet.isRowHiddenByUser(2)).toBe(false);
  });

  test('the finder finds what is shown, and replaces text but no results of formulas', () => {
    const sheet = activeSheet(openBench());
    sheet.getRange('A1:A4').setValues([['Школа № 1'], ['школа № 2'], ['="школа"'], [46_000]]);
    sheet.getRange('A4').setNumberFormat('d mmmm yyyy');
    expect(
      sheet
        .createTextFinder('школа')
        .findAll()
        .map((cell) => cell.getA1Notation()),
    ).toEqual(['A1', 'A2', 'A3']);
    expect(sheet.createTextFinder('школа').matchCase(true).findNext()!.getA1Notation()).toBe('A2');
    expect(sheet.createTextFinder('декабря').findAll()).toHaveLength(1);
    expect(sheet.createTextFinder('школа').replaceAllWith('Лицей')).toBe(2);
    expect(sheet.getRange('A1:A3').getValues().flat()).toEqual(['Лицей № 1', 'Лицей № 2', 'школа']);
  });

  test('duplicates are removed by the columns that are named, without regard to case', () => {
    const sheet = activeSheet(openBench());
    const range = sheet.getRange('A1:B4').setValues([
      ['а', 1],
      ['А', 2],
      ['б', 3],
      ['а', 4],
    ]);
    expect(range.removeDuplicates([1]).getA1Notation()).toBe('A1:B2');
    expect(sheet.getRange('A1:B4').getValues()).toEqual([
      ['а', 1],
      ['б', 3],
      ['', ''],
      ['', ''],
    ]);
  });

  test('Ctrl and an arrow lead to the edge of data', () => {
    const sheet = activeSheet(openBench());
    sheet.getRange('B2:C4').setValue(1);
    const down = google(enums.Direction._of('DOWN'));
    expect(sheet.getRange('B2').getNextDataCell(down).getA1Notation()).toBe('B4');
    expect(sheet.getRange('B4').getNextDataCell(down).getA1Notation()).toBe('B1000');
    expect(sheet.getRange('A1').getNextDataCell(down).getA1Notation()).toBe('A1000');
    expect(sheet.getRange('C3').getDataRegion().getA1Notation()).toBe('B2:C4');
  });
});

describe('charts', () => {
  test('a chart is inserted, read, changed and removed by Google’s options', () => {
    const sheet = activeSheet(openBench());
    sheet.getRange('A1:B3').setValues([
      ['Месяц', 'Ответы'],
      ['янв', 5],
      ['фев', 7],
    ]);
    const builder = sheet.newChart().asColumnChart().addRange(sheet.getRange('A1:B3')).setPosition(5, 2, 10, 20);
    sheet.insertChart(builder.setOption('title', 'Ответы по месяцам').setOption('vAxis.title', 'шт.').build());
    const [chart] = sheet.getCharts();
    expect(chart!.getOptions().get('title')).toBe('Ответы по месяцам');
    expect([chart!.getContainerInfo().getAnchorRow(), chart!.getContainerInfo().getAnchorColumn()]).toEqual([5, 2]);
    const definition = sheet._book.getters.getChartDefinition(chart!._chartId!);
    expect(definition).toMatchObject({
      type: 'bar',
      title: { text: 'Ответы по месяцам' },
      dataSource: {
        dataSets: [{ dataRange: 'B1:B3' }],
        labelRange: expect.stringMatching(/A2:A3$/),
        dataSetsHaveTitle: true,
      },
    });
    sheet.updateChart(chart!.modify().setOption('title', 'Иначе').build());
    expect(sheet.getCharts()[0]!.getOptions().get('title')).toBe('Иначе');
    sheet.removeChart(sheet.getCharts()[0]!);
    expect(sheet.getCharts()).toEqual([]);
  });
});

describe('menus, questions, dialogs', () => {
  test('a menu with a submenu goes to the board of menus', () => {
    const bench = openBench();
    const ui = bench.app().getUi();
    ui.createMenu('НОКО')
      .addItem('Собрать', 'collect')
      .addSeparator()
      .addSubMenu(ui.createMenu('Ещё').addItem('Всё', 'all'))
      .addToUi();
    expect(bench.menus).toEqual([
      {
        kind: 'menu',
        caption: 'НОКО',
        items: [
          { kind: 'item', caption: 'Собрать', functionName: 'collect' },
          { kind: 'separator' },
          { kind: 'menu', caption: 'Ещё', items: [{ kind: 'item', caption: 'Всё', functionName: 'all' }] },
        ],
      },
    ]);
  });

  test('a question is put with its buttons, and what was written before is there', () => {
    const bench = openBench();
    const app = bench.app({ answers: [{ button: 'YES' }, { button: 'OK', text: 'имя' }] });
    app.getActiveSheet().getRange('A1').setValue(1);
    const ui = app.getUi();
    expect(String(ui.alert('Заголовок', 'Продолжить?', google(enums.ButtonSet._of('YES_NO'))))).toBe('YES');
    expect(ui.prompt('Как зовут?').getResponseText()).toBe('имя');
    expect(app._questions[0]).toEqual({ kind: 'alert', title: 'Заголовок', message: 'Продолжить?', buttons: 'YES_NO' });
  });

  test('a toast reaches the page of this spreadsheet', () => {
    const bench = openBench();
    bench.spreadsheet().toast('Готово', 'НОКО', 3);
    expect(bench.announcements.at(-1)).toEqual({
      topic: 'toast',
      detail: { fileId: bench.fileId, message: 'Готово', title: 'НОКО', timeoutSeconds: 3 },
    });
  });
});
