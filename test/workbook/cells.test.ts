import fc from 'fast-check';
import { russianDay } from '../../src/domain/plan/dates.ts';
import { literal, localDay, readCell, sheetDate, writeCell } from '../../src/workbook/cells.ts';
import { check, choice, date, number, text } from '../../src/workbook/table.ts';

const name = text('Название', '');
const day = date('День', '');

describe('text from people is never a formula', () => {
  test.each(['=1+1', '+7 900', '-5', '@import', '=HYPERLINK("http://x")'])(
    '«%s» is written with the mark of text and read without it',
    (written) => {
      const cell = writeCell(name, written);
      expect(cell).toBe(`'${written}`);
      expect(readCell(name, cell)).toEqual({ value: written });
    },
  );

  test('no text that Sheets could take for a formula is written bare', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (written) => {
        const cell = literal(written);
        expect(cell === written || cell === `'${written}`).toBe(true);
        expect(/^[=+\-@]/.test(cell)).toBe(false);
      }),
    );
  });

  test('plain words are written as they are', () => {
    expect(writeCell(name, 'Школа № 1')).toBe('Школа № 1');
  });
});

describe('dates are calendar days', () => {
  test('a day goes into a cell and comes back the same, in every month and in leap years', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date(1900, 0, 1), max: new Date(2199, 11, 31), noInvalidDate: true }),
        (moment) => {
          const written = localDay(moment);
          expect(readCell(day, sheetDate(written))).toEqual({ value: written });
        },
      ),
    );
  });

  test('30.01.2026 and 2026-01-30 typed as text are read as the date', () => {
    expect(readCell(day, '30.01.2026')).toEqual({ value: '2026-01-30' });
    expect(readCell(day, '2026-01-30')).toEqual({ value: '2026-01-30' });
    expect(russianDay('2026-01-30')).toBe('30.01.2026');
  });

  test('30 February is reported, not guessed', () => {
    expect(readCell(day, '30.02.2026')).toEqual({ problem: { code: 'cell.not-a-date', got: '30.02.2026' } });
  });
});

describe('numbers, choices and ticks as officials write them', () => {
  test('«1 200,5» is a number with a comma and a space', () => {
    expect(readCell(number('Число', ''), '1 200,5')).toEqual({ value: 1200.5 });
    expect(readCell(number('Число', ''), '1\u00a0200')).toEqual({ value: 1200 });
  });

  test('a word where a number belongs is reported', () => {
    expect(readCell(number('Число', ''), 'много')).toEqual({ problem: { code: 'cell.not-a-number', got: 'много' } });
  });

  test('a choice is found whatever its case; another word is reported with what may stand', () => {
    const role = choice('Роль', '', { choices: ['секретарь', 'руководитель'] });
    expect(readCell(role, 'Секретарь')).toEqual({ value: 'секретарь' });
    expect(readCell(role, 'сторож')).toEqual({
      problem: { code: 'cell.not-a-choice', got: 'сторож', choices: ['секретарь', 'руководитель'] },
    });
  });

  test('«да», true and ИСТИНА are a tick; an empty cell is none', () => {
    const takesPart = check('Оценивается', '');
    for (const yes of ['да', 'Да', true, 'ИСТИНА']) expect(readCell(takesPart, yes)).toEqual({ value: true });
    for (const no of ['', 'нет', false]) expect(readCell(takesPart, no)).toEqual({ value: false });
    expect(readCell(takesPart, 'может быть')).toEqual({
      problem: { code: 'cell.not-yes-or-no', got: 'может быть' },
    });
  });
});
