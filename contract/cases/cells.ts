import { type Case, guide, REFUSED, reference, refusedOr } from '../case.ts';
import { inRussian } from '../russian-book.ts';
import { hasMark, wipeMark } from '../trigger-marks.ts';

const service = 'SpreadsheetApp';

/** Long enough for Google to start a trigger, were there one. */
const TRIGGER_TIME_MS = 4_000;

/** The mark of literal text may come back or not; the add-in takes it off in either case. */
const unmarked = (value: unknown): string => String(value).replace(/^'(?=[=+\-@])/, '');

/** What cells take, keep and give back. */
export const cellCases: readonly Case[] = [
  {
    name: 'Текст с апострофом впереди в ячейке с форматом «Обычный текст» остаётся текстом, даже если похож на формулу',
    service,
    source: reference('spreadsheet/range#setValues(Object)'),
    expected: { texts: ['=1+1', '+7 900', '-5', '@имя'], formulas: ['', '', '', ''] },
    observe(bench) {
      const range = bench.sheet().getRange('A1:D1').setNumberFormat('@');
      range.setValues([["'=1+1", "'+7 900", "'-5", "'@имя"]]);
      return { texts: range.getValues()[0]!.map(unmarked), formulas: range.getFormulas()[0] };
    },
  },
  {
    name: 'Текст с апострофом впереди в ячейке с обычным форматом не становится формулой, апостроф не возвращается',
    service,
    source: reference('spreadsheet/range#setValue(Object)'),
    expected: { value: '=1+1', formula: '' },
    observe(bench) {
      const range = bench.sheet().getRange('A1').setValue("'=1+1");
      return { value: range.getValue(), formula: range.getFormula() };
    },
  },
  {
    name: 'Похожее на число и на дату остаётся текстом, если формат столбца «Обычный текст» задан до записи',
    service,
    source: 'https://developers.google.com/workspace/sheets/api/guides/formats',
    expected: ['007', '2.1', '30.01.2026', '12-05', '1e5'],
    observe(bench) {
      const range = bench.sheet().getRange('A1:E1').setNumberFormat('@');
      range.setValues([['007', '2.1', '30.01.2026', '12-05', '1e5']]);
      return range.getValues()[0];
    },
  },
  {
    name: 'appendRow пишет после последней заполненной строки и соблюдает формат столбцов, заданный заранее',
    service,
    source: reference('spreadsheet/sheet#appendRow(Object)'),
    expected: { last: 2, values: [['007', 12.5, '30.01.2026']], formula: '' },
    observe(bench) {
      const sheet = bench.sheet();
      sheet.getRange('A1:C1').setValues([['Код', 'Число', 'Срок']]);
      const rows = sheet.getMaxRows() - 1;
      sheet.getRange(2, 1, rows, 1).setNumberFormat('@');
      sheet.getRange(2, 2, rows, 1).setNumberFormat('0.00').setBackground('#eeeeee');
      sheet.getRange(2, 3, rows, 1).setNumberFormat('@');
      sheet.appendRow(['007', 12.5, '30.01.2026']);
      const range = sheet.getRange('A2:C2');
      return { last: sheet.getLastRow(), values: range.getValues(), formula: range.getFormulas()[0]!.join('') };
    },
  },
  {
    name: 'appendRow с апострофом перед знаком равенства не делает формулы',
    service,
    source: reference('spreadsheet/sheet#appendRow(Object)'),
    expected: { text: '=HYPERLINK("http://example.com")', formula: '' },
    observe(bench) {
      const sheet = bench.sheet();
      sheet.getRange(1, 1, sheet.getMaxRows(), 1).setNumberFormat('@');
      sheet.appendRow(['\'=HYPERLINK("http://example.com")']);
      const range = sheet.getRange('A1');
      return { text: unmarked(range.getValue()), formula: range.getFormula() };
    },
  },
  {
    name: 'setValues со знаком равенства впереди делает живую формулу',
    service,
    source: reference('spreadsheet/range#setValues(Object)'),
    expected: { value: 5, formula: true },
    observe(bench) {
      const sheet = bench.sheet();
      sheet.getRange('A1:B1').setValues([[2, 3]]);
      const range = sheet.getRange('C1');
      range.setValues([['=A1+B1']]);
      SpreadsheetApp.flush();
      return { value: range.getValue(), formula: range.getFormula() !== '' };
    },
  },
  {
    name: 'Формула с точкой с запятой считается в таблице с русскими настройками',
    service,
    source: 'https://support.google.com/docs/answer/58515',
    expected: [7, 'н/д', 'школа'],
    observe(bench) {
      const before = bench.book.getSpreadsheetLocale();
      bench.book.setSpreadsheetLocale('ru_RU');
      try {
        const sheet = bench.sheet();
        sheet.getRange('A1:B3').setValues([
          ['школа', 3],
          ['школа', 4],
          ['музей', 5],
        ]);
        sheet.getRange('D1').setFormula('=SUMIFS(B1:B3;A1:A3;"школа")');
        sheet.getRange('E1:F1').setFormulas([['=IFERROR(AVERAGE(G1:G3);"н/д")', '="школа"']]);
        SpreadsheetApp.flush();
        return sheet.getRange('D1:F1').getValues()[0];
      } finally {
        bench.book.setSpreadsheetLocale(before);
      }
    },
  },
  {
    name: 'Дата без времени стоит в ячейке как этот день и возвращается датой того же дня, если пояса сценария и таблицы одинаковы',
    service,
    source: reference('spreadsheet/range#getValues()'),
    expected: { shown: '30.01.2026', isDate: true, day: '2026-1-30', midnight: true },
    observe(bench) {
      return inZone(bench.book, Session.getScriptTimeZone(), () => {
        const range = bench.sheet().getRange('A1').setNumberFormat('dd.mm.yyyy');
        range.setValue(new Date(2026, 0, 30));
        const value = range.getValue() as Date;
        return {
          shown: range.getDisplayValue(),
          isDate: Object.prototype.toString.call(value) === '[object Date]',
          day: `${value.getFullYear()}-${value.getMonth() + 1}-${value.getDate()}`,
          midnight: value.getTime() === new Date(2026, 0, 30).getTime(),
        };
      });
    },
  },
  {
    name: 'Дата из сценария в московском поясе показана в таблице с владивостокским поясом на семь часов позже',
    service,
    source: reference('spreadsheet/spreadsheet#setSpreadsheetTimeZone(String)'),
    expected: { shown: '30.01.2026 07:00', sameMoment: true },
    observe(bench) {
      return inZone(bench.book, 'Asia/Vladivostok', () => {
        const range = bench.sheet().getRange('A1').setNumberFormat('dd.mm.yyyy hh:mm');
        const moment = new Date(Date.UTC(2026, 0, 29, 21));
        range.setValue(moment);
        return {
          shown: range.getDisplayValue(),
          sameMoment: (range.getValue() as Date).getTime() === moment.getTime(),
        };
      });
    },
  },
  {
    name: 'Пустая ячейка читается пустой строкой, пустой лист кончается на строке 0',
    service,
    source: reference('spreadsheet/sheet#getLastRow()'),
    expected: { values: [['']], rows: 0, columns: 0 },
    observe(bench) {
      const sheet = bench.sheet();
      return { values: sheet.getDataRange().getValues(), rows: sheet.getLastRow(), columns: sheet.getLastColumn() };
    },
  },
  {
    name: 'Оформление, проверка данных и рамка не делают строку заполненной',
    service,
    source: reference('spreadsheet/sheet#getLastRow()'),
    expected: 1,
    observe(bench) {
      const sheet = bench.sheet();
      sheet.getRange('A1').setValue('заголовок');
      const rule = SpreadsheetApp.newDataValidation().requireValueInList(['да', 'нет'], true).build();
      sheet.getRange('A2:A9').setBackground('#eeeeee').setDataValidation(rule);
      sheet.getRange('A2:A9').setBorder(true, true, true, true, true, true);
      return sheet.getLastRow();
    },
  },
  {
    name: 'Правило со списком и запретом не пускает в ячейку другое значение, с разрешением — пускает',
    service,
    source: reference('spreadsheet/data-validation-builder#setAllowInvalid(Boolean)'),
    expected: { strict: REFUSED, open: 'иное' },
    observe(bench) {
      const sheet = bench.sheet();
      const rule = (open: boolean) =>
        SpreadsheetApp.newDataValidation().requireValueInList(['да', 'нет'], true).setAllowInvalid(open).build();
      sheet.getRange('A1').setDataValidation(rule(false));
      sheet.getRange('A2').setDataValidation(rule(true));
      const write = (address: string) =>
        refusedOr(() => {
          sheet.getRange(address).setValue('иное');
          SpreadsheetApp.flush();
          return sheet.getRange(address).getValue();
        });
      return { strict: write('A1'), open: write('A2') };
    },
  },
  {
    name: 'Поиск по столбцу находит ячейку целиком и с учётом регистра, иначе ничего',
    service,
    source: reference('spreadsheet/text-finder#matchEntireCell(Boolean)'),
    expected: { whole: 'A3', part: null, otherCase: null },
    observe(bench) {
      const sheet = bench.sheet();
      sheet.getRange('A1:A3').setValues([['id-12'], ['ID-1'], ['id-1']]);
      const find = (text: string) => {
        const finder = sheet.getRange('A1:A3').createTextFinder(text).matchEntireCell(true).matchCase(true);
        return finder.findNext()?.getA1Notation() ?? null;
      };
      return { whole: find('id-1'), part: find('id'), otherCase: find('Id-1') };
    },
  },
  {
    name: 'Запись сценария не вызывает onEdit',
    service,
    source: guide('triggers#restrictions'),
    expected: false,
    observe(bench) {
      wipeMark('onEdit');
      bench.sheet().getRange('A1').setValue('записал сценарий');
      SpreadsheetApp.flush();
      Utilities.sleep(TRIGGER_TIME_MS);
      return hasMark('onEdit');
    },
  },
  {
    name: 'Своя функция получает диапазон строками, одну ячейку — значением, дату — датой, а её массив занимает соседние ячейки',
    service,
    source: guide('sheets/functions#arguments'),
    expected: [
      ['массив', '[["а",1],["",2]]'],
      ['number', '7'],
      ['дата', '2026-1-30'],
    ],
    observe(bench) {
      return inZone(bench.book, Session.getScriptTimeZone(), () => {
        const sheet = bench.sheet();
        sheet.getRange('A1:D2').setValues([
          ['а', 1, 7, ''],
          ['', 2, '', ''],
        ]);
        sheet
          .getRange('D1')
          .setNumberFormat('dd.mm.yyyy')
          .setValue(new Date(2026, 0, 30));
        return described(sheet, '=CONTRACT_ARGUMENTS(A1:B2;C1;D1)');
      });
    },
  },
  {
    name: 'Столбцы, поставленные рядом через HSTACK, своя функция получает одним массивом и считается заново, когда в них меняется ячейка',
    service,
    source: 'https://support.google.com/docs/answer/13190756',
    expected: [
      ['массив', '[["б",1],["",2]]'],
      ['number', '7'],
      ['string', 'да'],
    ],
    observe(bench) {
      const sheet = bench.sheet();
      sheet.getRange('A1:D2').setValues([
        [7, 1, 'а', 'да'],
        ['', 2, '', ''],
      ]);
      return inRussian(bench.book, () => {
        described(sheet, '=CONTRACT_ARGUMENTS(HSTACK(C1:C2;B1:B2);A1;D1)');
        sheet.getRange('C1').setValue('б');
        return whenCounted(sheet, (values) => String(values[0]![1]).indexOf('б') >= 0);
      });
    },
  },
  {
    name: 'Пропущенный в середине аргумент своей функции остаётся на своём месте пустым',
    service,
    source: guide('sheets/functions#arguments'),
    expected: [
      ['string', 'а'],
      ['пусто', ''],
      ['string', 'б'],
    ],
    observe(bench) {
      const sheet = bench.sheet();
      sheet.getRange('A1:B1').setValues([['а', 'б']]);
      return described(sheet, '=CONTRACT_ARGUMENTS(A1;;B1)');
    },
  },
];

function described(sheet: GoogleAppsScript.Spreadsheet.Sheet, formula: string): unknown[][] {
  sheet.getRange('F1').setFormula(formula);
  return whenCounted(sheet, (values) => values[2]![0] !== '');
}

/** Sheets counts script functions by itself, in its own time: the cells are looked at until they are there. */
function whenCounted(
  sheet: GoogleAppsScript.Spreadsheet.Sheet,
  isReady: (values: unknown[][]) => boolean,
): unknown[][] {
  const range = sheet.getRange('F1:G3');
  for (let tries = 0; tries < 10; tries += 1) {
    SpreadsheetApp.flush();
    const values = range.getValues();
    if (isReady(values)) return values;
    Utilities.sleep(2_000);
  }
  return range.getDisplayValues();
}

function inZone<T>(book: GoogleAppsScript.Spreadsheet.Spreadsheet, zone: string, work: () => T): T {
  const before = book.getSpreadsheetTimeZone();
  book.setSpreadsheetTimeZone(zone);
  try {
    return work();
  } finally {
    book.setSpreadsheetTimeZone(before);
  }
}
