import { type Case, REFUSED, reference, refusedOr } from '../case.ts';

const service = 'SpreadsheetApp';

/** Sheets, their columns and their looks. */
export const sheetCases: readonly Case[] = [
  {
    name: 'Метка столбца (developer metadata) идёт за столбцом, когда его переносят и когда перед ним вставляют другой',
    service,
    source: reference('spreadsheet/range#addDeveloperMetadata(String,String)'),
    expected: { marks: [['договор.столбец', 'due']], before: 2, moved: 4, pushed: 5 },
    observe(bench) {
      const sheet = bench.sheet();
      sheet.getRange('A1:D1').setValues([['а', 'б', 'в', 'г']]);
      sheet.getRange('B:B').addDeveloperMetadata('договор.столбец', 'due');
      const find = () => sheet.createDeveloperMetadataFinder().withKey('договор.столбец').find();
      const column = () => find()[0]!.getLocation().getColumn()!.getColumn();
      const before = column();
      sheet.moveColumns(sheet.getRange('B1:B'), 5);
      const moved = column();
      sheet.insertColumnBefore(1);
      return { marks: find().map((mark) => [mark.getKey(), mark.getValue()]), before, moved, pushed: column() };
    },
  },
  {
    name: 'Защита с предупреждением помнит описание и не мешает сценарию писать',
    service,
    source: reference('spreadsheet/protection#setWarningOnly(Boolean)'),
    expected: { warningOnly: true, description: 'заполняет программа', range: 'B1:B9', value: 'записано' },
    observe(bench) {
      const sheet = bench.sheet();
      sheet.getRange('B1:B9').protect().setDescription('заполняет программа').setWarningOnly(true);
      sheet.getRange('B2').setValue('записано');
      const protection = sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE)[0]!;
      return {
        warningOnly: protection.isWarningOnly(),
        description: protection.getDescription(),
        range: protection.getRange().getA1Notation(),
        value: sheet.getRange('B2').getValue(),
      };
    },
  },
  {
    name: 'Условное форматирование добавляется к прежнему и читается обратно',
    service,
    source: reference('spreadsheet/sheet#setConditionalFormatRules(ConditionalFormatRule)'),
    expected: [
      ['A1:A9', 'TEXT_CONTAINS', ['просрочено']],
      ['A1:A9', 'TEXT_CONTAINS', ['скоро']],
    ],
    observe(bench) {
      const sheet = bench.sheet();
      for (const state of ['просрочено', 'скоро']) {
        const rule = SpreadsheetApp.newConditionalFormatRule()
          .whenTextContains(state)
          .setFontColor('#b3261e')
          .setBold(true)
          .setRanges([sheet.getRange('A1:A9')])
          .build();
        sheet.setConditionalFormatRules([...sheet.getConditionalFormatRules(), rule]);
      }
      return sheet.getConditionalFormatRules().map((rule) => {
        const condition = rule.getBooleanCondition()!;
        const ranges = rule.getRanges().map((range) => range.getA1Notation());
        return [ranges.join(), String(condition.getCriteriaType()), condition.getCriteriaValues()];
      });
    },
  },
  {
    name: 'Новые строки в конце листа берут формат последней',
    service,
    source: reference('spreadsheet/sheet#insertRowsAfter(Integer,Integer)'),
    expected: { added: 3, format: '@', background: '#f3f7fa' },
    observe(bench) {
      const sheet = bench.sheet();
      const rows = sheet.getMaxRows();
      sheet.getRange(1, 1, rows, 1).setNumberFormat('@').setBackground('#f3f7fa');
      sheet.insertRowsAfter(rows, 3);
      const range = sheet.getRange(rows + 3, 1);
      return {
        added: sheet.getMaxRows() - rows,
        format: range.getNumberFormat(),
        background: range.getBackground().toLowerCase(),
      };
    },
  },
  {
    name: 'Оформление читается таким, каким задано',
    service,
    source: reference('spreadsheet/range'),
    expected: {
      note: 'что писать',
      background: '#12506b',
      colour: '#ffffff',
      weight: 'bold',
      size: 12,
      wrap: true,
      across: 'left',
      down: 'top',
      format: 'dd.mm.yyyy',
      width: 180,
      frozen: [1, 2],
      tab: '#9a6700',
    },
    observe(bench) {
      const sheet = bench.sheet();
      const range = sheet.getRange('B2');
      range
        .setNotes([['что писать']])
        .setBackground('#12506B')
        .setFontColor('#FFFFFF')
        .setFontWeight('bold');
      range.setFontSize(12).setWrap(true).setHorizontalAlignment('left').setVerticalAlignment('top');
      range.setNumberFormats([['dd.mm.yyyy']]);
      sheet.setColumnWidth(2, 180);
      sheet.setFrozenRows(1);
      sheet.setFrozenColumns(2);
      sheet.setTabColor('#9A6700');
      return {
        note: range.getNote(),
        background: range.getBackground().toLowerCase(),
        colour: range.getFontColorObject().asRgbColor().asHexString().toLowerCase(),
        weight: range.getFontWeight(),
        size: range.getFontSize(),
        wrap: range.getWrap(),
        across: range.getHorizontalAlignment(),
        down: range.getVerticalAlignment(),
        format: range.getNumberFormat(),
        width: sheet.getColumnWidth(2),
        frozen: [sheet.getFrozenRows(), sheet.getFrozenColumns()],
        tab: String(sheet.getTabColor()).toLowerCase(),
      };
    },
  },
  {
    name: 'clearContent стирает значения и оставляет формат, clear стирает и формат',
    service,
    source: reference('spreadsheet/sheet#clear()'),
    expected: { content: ['', '#f3f7fa'], all: ['', '#ffffff'] },
    observe(bench) {
      const sheet = bench.sheet();
      const range = sheet.getRange('A1').setValue('было').setBackground('#f3f7fa');
      range.clearContent();
      const content = [range.getValue(), range.getBackground().toLowerCase()];
      range.setValue('снова');
      sheet.clear();
      return { content, all: [range.getValue(), range.getBackground().toLowerCase()] };
    },
  },
  {
    name: 'Лист встаёт на своё место среди других; второго с тем же именем не бывает; чужое имя не находится',
    service,
    source: reference('spreadsheet/spreadsheet#insertSheet(String,Integer)'),
    expected: { first: true, again: REFUSED, unknown: null },
    observe(bench) {
      const { book } = bench;
      const sheet = book.insertSheet('Договор: второй лист', 0);
      try {
        return {
          first: book.getSheets()[0]!.getName() === 'Договор: второй лист',
          again: refusedOr(() => book.insertSheet('Договор: второй лист').getName()),
          unknown: book.getSheetByName('Договор: такого листа нет'),
        };
      } finally {
        book.deleteSheet(sheet);
      }
    },
  },
  {
    name: 'Лишние строки и столбцы удаляются, лист становится нужного размера',
    service,
    source: reference('spreadsheet/sheet#deleteColumns(Integer,Integer)'),
    expected: [100, 4],
    observe(bench) {
      const sheet = bench.sheet();
      sheet.deleteRows(101, sheet.getMaxRows() - 100);
      sheet.deleteColumns(5, sheet.getMaxColumns() - 4);
      return [sheet.getMaxRows(), sheet.getMaxColumns()];
    },
  },
  {
    name: 'Диапазон знает свой лист и свои края, заметка и подсказка правила остаются при ячейке, у таблицы есть адрес',
    service,
    source: reference('spreadsheet/range#getLastRow()'),
    expected: { sheet: true, last: [4, 3], shown: [['12,50']], note: 'заметка', help: 'да или нет', url: true },
    observe(bench) {
      const sheet = bench.sheet();
      const range = sheet.getRange('B2:C4');
      const cell = sheet.getRange('B2').setNumberFormat('0.00').setValue(12.5).setNote('заметка');
      const rule = SpreadsheetApp.newDataValidation().requireValueInList(['да', 'нет'], true).setHelpText('да или нет');
      sheet.getRange('C2').setDataValidation(rule.build());
      return {
        sheet: range.getSheet().getSheetId() === sheet.getSheetId(),
        last: [range.getLastRow(), range.getLastColumn()],
        shown: cell.getDisplayValues().map((row) => row.map((text) => text.replace('.', ','))),
        note: cell.getNote(),
        help: sheet.getRange('C2').getDataValidation()?.getHelpText(),
        url: /^https?:/.test(bench.book.getUrl()),
      };
    },
  },
  {
    name: 'Объединённые ячейки держат значение первой и разъединяются обратно',
    service,
    source: reference('spreadsheet/range#merge()'),
    expected: { merged: 'A1:C1', value: 'Рейтинг', apart: 0 },
    observe(bench) {
      const range = bench.sheet().getRange('A1:C1');
      range.setValues([['Рейтинг', '', '']]).merge();
      const merged = range.getMergedRanges().map((each) => each.getA1Notation());
      const value = range.getValue();
      range.breakApart();
      return { merged: merged.join(), value, apart: range.getMergedRanges().length };
    },
  },
  {
    name: 'Шкала цвета задаётся двумя числами, правила числа — порогом, и все правила листа снимаются разом',
    service,
    source: reference(
      'spreadsheet/conditional-format-rule-builder#setGradientMaxpointWithValue(String,InterpolationType,String)',
    ),
    expected: { kinds: ['шкала', 'NUMBER_GREATER_THAN'], ends: ['0', '100'], threshold: [80], left: 0 },
    observe(bench) {
      const sheet = bench.sheet();
      const { NUMBER } = SpreadsheetApp.InterpolationType;
      const build = () => SpreadsheetApp.newConditionalFormatRule().setRanges([sheet.getRange('B2:D9')]);
      sheet.setConditionalFormatRules([
        build()
          .setGradientMinpointWithValue('#ffffff', NUMBER, '0')
          .setGradientMaxpointWithValue('#1b7f4d', NUMBER, '100')
          .build(),
        build().whenNumberGreaterThan(80).setBackground('#f3f7fa').build(),
      ]);
      const [gradient, threshold] = sheet.getConditionalFormatRules();
      const scale = gradient!.getGradientCondition()!;
      const condition = threshold!.getBooleanCondition()!;
      sheet.clearConditionalFormatRules();
      return {
        kinds: ['шкала', String(condition.getCriteriaType())],
        ends: [scale.getMinValue(), scale.getMaxValue()],
        threshold: condition.getCriteriaValues(),
        left: sheet.getConditionalFormatRules().length,
      };
    },
  },
  {
    name: 'Защита всего листа с предупреждением, размеры строк и столбцов, цвета и шрифт по ячейкам читаются обратно',
    service,
    source: reference('spreadsheet/sheet#protect()'),
    expected: {
      protected: [true, 'считает программа'],
      widths: [70, 70, 220],
      heights: [30, 40],
      backgrounds: ['#f3f7fa', '#ffffff'],
      font: 'Roboto Mono',
      columns: 2,
      place: true,
    },
    observe(bench) {
      const sheet = bench.sheet();
      sheet.protect().setDescription('считает программа').setWarningOnly(true);
      const protection = sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET)[0]!;
      const before = sheet.getMaxColumns();
      sheet.insertColumnsAfter(before, 2);
      sheet.setColumnWidths(1, 2, 70);
      sheet.setColumnWidth(3, 220);
      sheet.setRowHeight(1, 30);
      sheet.setRowHeights(2, 2, 40);
      const range = sheet
        .getRange('A1:B1')
        .setBackgrounds([['#f3f7fa', '#ffffff']])
        .setFontFamily('Roboto Mono');
      return {
        protected: [protection.isWarningOnly(), protection.getDescription()],
        widths: [1, 2, 3].map((column) => sheet.getColumnWidth(column)),
        heights: [1, 3].map((row) => sheet.getRowHeight(row)),
        backgrounds: range.getBackgrounds()[0]!.map((colour) => colour.toLowerCase()),
        font: range.getFontFamily(),
        columns: sheet.getMaxColumns() - before,
        place: bench.book.getSheets()[sheet.getIndex() - 1]!.getSheetId() === sheet.getSheetId(),
      };
    },
  },
  {
    name: 'Скрытый лист остаётся на месте, защита снимается, перенос текста задаётся способом, сделанный лист — текущий',
    service,
    source: reference('spreadsheet/sheet#hideSheet()'),
    expected: { active: true, hidden: true, found: true, strategy: 'CLIP', protections: 0 },
    observe(bench) {
      const sheet = bench.sheet();
      const active = SpreadsheetApp.getActiveSheet().getSheetId() === sheet.getSheetId();
      const range = sheet.getRange('A1').setWrapStrategy(SpreadsheetApp.WrapStrategy.CLIP);
      range.protect().setWarningOnly(true).remove();
      sheet.hideSheet();
      return {
        active,
        hidden: sheet.isSheetHidden(),
        found: bench.book.getSheetByName(sheet.getName()) !== null,
        strategy: String(range.getWrapStrategy()),
        protections: sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE).length,
      };
    },
  },
  {
    name: 'Диаграмма вставляется на лист по двум диапазонам и снимается с него',
    service,
    source: reference('spreadsheet/sheet#insertChart(EmbeddedChart)'),
    expected: { charts: 1, ranges: ['A1:A3', 'B1:B3'], left: 0 },
    observe(bench) {
      const sheet = bench.sheet();
      sheet.getRange('A1:B3').setValues([
        ['Учреждение', 'Баллы'],
        ['Школа', 80],
        ['Музей', 90],
      ]);
      const chart = sheet
        .newChart()
        .setChartType(Charts.ChartType.BAR)
        .addRange(sheet.getRange('A1:A3'))
        .addRange(sheet.getRange('B1:B3'))
        .setNumHeaders(1)
        .setOption('title', 'Итоговые баллы')
        .setPosition(5, 1, 0, 0)
        .build();
      sheet.insertChart(chart);
      const charts = sheet.getCharts();
      const ranges = charts[0]!.getRanges().map((range) => range.getA1Notation());
      sheet.removeChart(charts[0]!);
      return { charts: charts.length, ranges, left: sheet.getCharts().length };
    },
  },
  {
    name: 'Диаграмма берёт числа со скрытого листа, столбики её составные и нужного цвета',
    service,
    source: reference('spreadsheet/embedded-chart-builder#addRange(Range)'),
    expected: { from: ['Данные', 'Данные'], isStacked: true, colours: ['#ffffff', '#12506b'], left: 0 },
    observe(bench) {
      const sheet = bench.sheet();
      const data = sheet.getParent().insertSheet('Данные');
      data.getRange('A1:C1').setValues([['Школа', 80, 5]]);
      data.hideSheet();
      const chart = sheet
        .newChart()
        .setChartType(Charts.ChartType.BAR)
        .addRange(data.getRange('A1:A1'))
        .addRange(data.getRange('B1:C1'))
        .setNumHeaders(0)
        .setHiddenDimensionStrategy(Charts.ChartHiddenDimensionStrategy.SHOW_BOTH)
        .setOption('isStacked', true)
        .setOption('colors', ['#ffffff', '#12506b'])
        .setPosition(5, 1, 0, 0)
        .build();
      sheet.insertChart(chart);
      const [kept] = sheet.getCharts();
      const observed = {
        from: kept!.getRanges().map((range) => range.getSheet().getName()),
        isStacked: kept!.getOptions().get('isStacked'),
        colours: kept!.getOptions().get('colors'),
      };
      sheet.removeChart(kept!);
      sheet.getParent().deleteSheet(data);
      return { ...observed, left: sheet.getCharts().length };
    },
  },
];
