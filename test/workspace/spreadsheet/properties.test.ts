import fc from 'fast-check';
import { columnIndex, columnLetters, parseA1, zoneToA1 } from '../../../workspace/services/spreadsheet/a1.ts';
import type { Zone } from '../../../workspace/services/spreadsheet/engine.ts';
import { findLocale, formulaFromLocale, formulaInLocale } from '../../../workspace/services/spreadsheet/locale.ts';
import { display, isDateFormat, numberFormat } from '../../../workspace/services/spreadsheet/number-format.ts';
import { msToSerial, serialToMs } from '../../../workspace/services/spreadsheet/serial-date.ts';
import { contains, without, zonesOfCells } from '../../../workspace/services/spreadsheet/zones.ts';
import { openBench } from './fake-execution.ts';

const SIZE = { rows: 1_000_000, columns: 18_278 };
const DAY_MS = 86_400_000;
const EPOCH_MS = Date.UTC(1899, 11, 30);

const zoneIn = (columns: number, rows: number): fc.Arbitrary<Zone> =>
  fc.tuple(fc.nat(columns - 1), fc.nat(columns - 1), fc.nat(rows - 1), fc.nat(rows - 1)).map(([a, b, c, d]) => ({
    left: Math.min(a, b),
    right: Math.max(a, b),
    top: Math.min(c, d),
    bottom: Math.max(c, d),
  }));

describe('A1 notation', () => {
  test('letters of columns and their numbers are one to one', () => {
    fc.assert(fc.property(fc.nat(SIZE.columns - 1), (column) => columnIndex(columnLetters(column)) === column));
    expect([0, 25, 26, 701, 702, 18_277].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA', 'ZZZ']);
  });

  test('an address that is written is read back, whichever corner comes first', () => {
    fc.assert(
      fc.property(zoneIn(SIZE.columns, SIZE.rows), (zone) => {
        expect(parseA1(zoneToA1(zone), SIZE)!.zone).toEqual(zone);
        const backwards = `${columnLetters(zone.right)}${zone.bottom + 1}:${columnLetters(zone.left)}${zone.top + 1}`;
        expect(parseA1(backwards, SIZE)!.zone).toEqual(zone);
      }),
    );
  });

  test.each([
    ['A:A', { left: 0, right: 0, top: 0, bottom: 999_999 }],
    ['2:3', { left: 0, right: 18_277, top: 1, bottom: 2 }],
    ['B2:B', { left: 1, right: 1, top: 1, bottom: 999_999 }],
    ["'Лист ''1'''!$B$2", { left: 1, right: 1, top: 1, bottom: 1 }],
  ])('%s is read', (text, zone) => {
    expect(parseA1(text, SIZE)!.zone).toEqual(zone);
  });

  test.each(['', 'A', '1', 'A0', 'A1:B2:C3', 'Имя', 'A1B2'])('«%s» is no address', (text) => {
    expect(parseA1(text, SIZE)).toBeUndefined();
  });
});

describe('serial dates from 30 December 1899 to the end of 9999', () => {
  const LAST_SERIAL = 2_958_465;
  const zones = ['Etc/GMT', 'Europe/Moscow', 'Asia/Vladivostok', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Apia'];

  test('a moment becomes a serial and comes back, to the millisecond', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: EPOCH_MS + 2 * DAY_MS, max: Date.UTC(9999, 11, 30) }),
        (zone, ms) => {
          const back = serialToMs(msToSerial(ms, zone), zone);
          // An hour that the clocks show twice is one serial: its first or its second passing may come back.
          const gap = Math.abs(back - ms);
          return gap === 0 || msToSerial(back, zone) === msToSerial(ms, zone);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('a whole serial is midnight of its calendar day in the zone', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: LAST_SERIAL }), (zone, serial) => {
        const shown = msToSerial(serialToMs(serial, zone), zone);
        // Where the clocks skip midnight the day begins later.
        return shown >= serial && shown < serial + 1;
      }),
      { numRuns: 300 },
    );
  });

  test('in GMT a serial is days since 30 December 1899', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: LAST_SERIAL }), (serial) => {
        expect(serialToMs(serial, 'Etc/GMT')).toBe(EPOCH_MS + serial * DAY_MS);
      }),
    );
    expect(new Date(serialToMs(LAST_SERIAL, 'Etc/GMT')).toISOString()).toBe('9999-12-31T00:00:00.000Z');
  });

  test('any day that is written as text is read back as that day', () => {
    const sheet = openBench().spreadsheet().getActiveSheet();
    const days = fc.sample(fc.integer({ min: 61, max: LAST_SERIAL }), { numRuns: 200, seed: 7 });
    const texts = days.map((serial) => {
      const [year, month, day] = new Date(EPOCH_MS + serial * DAY_MS).toISOString().slice(0, 10).split('-');
      return [`${day}.${month}.${year}`];
    });
    const range = sheet.getRange(1, 1, days.length, 1).setValues(texts);
    expect(range.getDisplayValues()).toEqual(texts);
    expect(range.setNumberFormat('0').getValues().flat()).toEqual(days);
  });
});

describe('number formats', () => {
  const russian = findLocale('ru_RU')!;

  test('a number is shown with as many decimals as the format says, rounded', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.nat(6), (thousandths, decimals) => {
        const format = decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`;
        const shown = display(thousandths / 1000, format, russian);
        const value = Number(shown.replace(',', '.'));
        expect(shown.split(',')[1]?.length ?? 0).toBe(decimals);
        expect(Math.abs(value - thousandths / 1000)).toBeLessThanOrEqual(0.5 / 10 ** decimals + 1e-9);
      }),
    );
  });

  test('grouping only adds hard spaces', () => {
    fc.assert(
      fc.property(fc.integer(), (number) => {
        expect(display(number, '#,##0', russian).replaceAll('\u00a0', '')).toBe(display(number, '0', russian));
      }),
    );
  });

  test('the page’s format is a date exactly where Google’s is', () => {
    for (const format of ['dd.MM.yyyy', '[h]:mm', 'mmmm', '0.00', '#,##0.00 ₽', '"мая" 0', '@', 'd mmmm yyyy г.']) {
      expect(isDateFormat(numberFormat(format).engine)).toBe(isDateFormat(format));
    }
  });
});

describe('formulas in a locale', () => {
  test('what is written with commas is read in Russian and given back the same', () => {
    const russian = findLocale('ru_RU')!;
    const number = fc.double({ min: 0, max: 1e6, noNaN: true }).map((value) => value.toFixed(3));
    const formula = fc.array(number, { minLength: 1, maxLength: 6 }).map((numbers) => `=SUM(${numbers.join(',')})`);
    fc.assert(
      fc.property(formula, (canonical) => {
        const shown = formulaInLocale(canonical, russian);
        expect(shown).not.toMatch(/\.\d/);
        expect(formulaFromLocale(shown, russian)).toBe(canonical);
      }),
    );
  });
});

describe('zones', () => {
  test('what is left of a zone is exactly its cells that are not in the hole, each once', () => {
    fc.assert(
      fc.property(zoneIn(8, 8), zoneIn(8, 8), (zone, hole) => {
        const parts = without(zone, hole);
        for (let row = 0; row < 8; row += 1) {
          for (let col = 0; col < 8; col += 1) {
            const times = parts.filter((part) => contains(part, col, row)).length;
            expect(times).toBe(contains(zone, col, row) && !contains(hole, col, row) ? 1 : 0);
          }
        }
      }),
    );
  });

  test('cells gathered into zones are the same cells', () => {
    const cells = fc.uniqueArray(fc.record({ col: fc.nat(6), row: fc.nat(6) }), {
      selector: ({ col, row }) => `${col}:${row}`,
    });
    fc.assert(
      fc.property(cells, (given) => {
        const zones = zonesOfCells(given);
        for (let row = 0; row < 7; row += 1) {
          for (let col = 0; col < 7; col += 1) {
            const isGiven = given.some((cell) => cell.col === col && cell.row === row);
            expect(zones.filter((zone) => contains(zone, col, row)).length).toBe(isGiven ? 1 : 0);
          }
        }
      }),
    );
  });
});

describe('ranges', () => {
  const value = fc.oneof(
    fc.integer({ min: -1000, max: 1000 }),
    fc.boolean(),
    fc.string({ minLength: 1, maxLength: 8 }).map((text) => `т${text}`),
    fc.constant(''),
  );

  test('what is written is what is read, whatever its shape', () => {
    const sheet = openBench().spreadsheet().getActiveSheet();
    const matrix = fc
      .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(value, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
      );
    fc.assert(
      fc.property(matrix, (values) => {
        const range = sheet.getRange(3, 2, values.length, values[0]!.length).setValues(values);
        expect(range.getValues()).toEqual(values.map((row) => row.map((item) => (item === '\r' ? '\n' : item))));
      }),
      { numRuns: 100 },
    );
  });

  test('sorting keeps all rows, puts them in order and leaves equal ones as they stood', () => {
    const sheet = openBench().spreadsheet().getActiveSheet();
    const numbers = fc.array(fc.nat(5), { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(numbers, (keys) => {
        const range = sheet.getRange(1, 1, keys.length, 2).setValues(keys.map((key, index) => [key, index]));
        const sorted = range.sort(1).getValues() as [number, number][];
        const expected = keys.map((key, index) => [key, index]).sort((a, b) => a[0]! - b[0]! || a[1]! - b[1]!);
        expect(sorted).toEqual(expected);
        range.clearContent();
      }),
      { numRuns: 50 },
    );
  });

  test('a merge covers exactly its zone, and taking it apart leaves nothing of it', () => {
    const sheet = openBench().spreadsheet().getActiveSheet();
    fc.assert(
      fc.property(zoneIn(5, 5), (zone) => {
        const range = sheet._rangeIn(zone).merge();
        const merges = sheet
          .getRange('A1:F6')
          .getMergedRanges()
          .map((merged) => merged.getA1Notation());
        expect(merges).toEqual(zone.left === zone.right && zone.top === zone.bottom ? [] : [zoneToA1(zone)]);
        range.breakApart();
        expect(sheet.getRange('A1:F6').isPartOfMerge()).toBe(false);
      }),
      { numRuns: 50 },
    );
  });
});
