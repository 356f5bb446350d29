/**
 * Custom functions of the plan of measures. They read nothing but their arguments; what they
 * refuse they refuse with an Error in Russian that says what is wrong and how to mend it.
 */
import { dateOf, dateOfSerial, type IsoDate, isIsoDate, isRealDate, russianDay } from '../domain/plan/dates.ts';
import type { Deadline } from '../domain/plan/deadline.ts';
import { dueDates } from '../domain/plan/due-dates.ts';
import { parseDeadline } from '../domain/plan/parse-deadline.ts';
import type { DeadlineProblem } from '../domain/plan/plan-problem.ts';
import {
  calendarRow,
  calendarWithRows,
  type ProductionCalendar,
  type Shift,
  shiftToWorkingDay,
  shippedCalendar,
  workdaysAfter,
} from '../domain/plan/production-calendar.ts';
import { ProblemError } from '../domain/problem.ts';
import { deadlineProblemText } from '../texts/deadline-problems.ts';
import { describeDeadline } from '../texts/deadline-words.ts';
import { isDate, localDay, sheetDate } from '../workbook/cells.ts';
import { type Cell, type CellRange, isBlank, rowsOf } from './cells.ts';

/** A problem becomes an Error whose message a person can act on. */
function inWords<T>(compute: () => T, place = ''): T {
  try {
    return compute();
  } catch (error) {
    if (error instanceof ProblemError) throw new Error(deadlineProblemText(error.problem as DeadlineProblem, place));
    throw error;
  }
}

function single(argument: CellRange, name: string): Cell {
  if (!Array.isArray(argument)) return argument;
  const cells = argument.reduce<Cell[]>((all, row) => all.concat(row), []);
  if (cells.length !== 1)
    throw new Error(`${name}: нужна одна ячейка, а дано ${cells.length}. Протяните формулу по строкам.`);
  return cells[0];
}

/** One result for one cell; for a range as many as it has cells, with the row named where one cannot be computed. */
function eachCell<T>(argument: CellRange, compute: (cell: Cell) => T): T | T[][] {
  if (!Array.isArray(argument)) return inWords(() => compute(argument));
  if (argument.length === 1 && argument[0]!.length === 1) return inWords(() => compute(argument[0]![0]));
  return argument.map((cells, i) => cells.map((cell) => named(`Строка ${i + 1}`, () => compute(cell))));
}

function named<T>(row: string, compute: () => T): T {
  try {
    return inWords(compute);
  } catch (error) {
    throw new Error(`${row}: ${(error as Error).message}`);
  }
}

/** What was typed, as a person sees it in the cell. */
function shown(cell: Cell): string {
  return isDate(cell) && !Number.isNaN(cell.getTime()) ? russianDay(localDay(cell)) : String(cell ?? '');
}

/**
 * A phrase as it stands in the cell. A date that the spreadsheet made of «01.03.2026» is that very day:
 * custom functions get it as a Date at midnight of the script's time zone.
 */
function phraseOf(cell: Cell): string {
  return isBlank(cell) ? '' : shown(cell);
}

function deadlineOf(phrase: string, year?: number): Deadline {
  const reading = parseDeadline(phrase, year);
  if (reading.problem) throw new Error(deadlineProblemText(reading.problem as DeadlineProblem));
  return reading.deadline;
}

/** Serial days of 1990–2099, as a formula gives a date that no cell has formatted. */
const FIRST_SERIAL = 32874;
const LAST_SERIAL = 73050;
/** Serial day of 1970-01-01. */
const EPOCH_SERIAL = 25569;

/** ISO or `dd.mm.yyyy` text, a Date, or its serial number; undefined when it is none of them. */
function readDate(cell: Cell): IsoDate | undefined {
  if (isDate(cell)) return Number.isNaN(cell.getTime()) ? undefined : localDay(cell);
  if (typeof cell === 'number' && cell >= FIRST_SERIAL && cell < LAST_SERIAL + 1) {
    return dateOfSerial(Math.floor(cell) - EPOCH_SERIAL);
  }
  const text = String(cell ?? '').trim();
  if (isIsoDate(text)) return text;
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  if (!dotted) return undefined;
  const [day, month, year] = dotted.slice(1).map(Number) as [number, number, number];
  return isRealDate(year, month, day) ? dateOf(year, month, day) : undefined;
}

function dateArgument(cell: Cell): IsoDate {
  const date = readDate(cell);
  if (date === undefined) throw new Error(`Дата: «${shown(cell)}» — не дата. Нужна дата, например 12.06.2026.`);
  return date;
}

function yearArgument(argument: CellRange): number {
  const cell = single(argument, 'Год');
  const year = isDate(cell) ? cell.getFullYear() : Number(String(cell ?? '').trim());
  if (!Number.isInteger(year) || year < 1990 || year > 2099) {
    throw new Error(`Год: «${shown(cell)}» — не год плана. Нужен год от 1990 до 2099, например 2026.`);
  }
  return year;
}

/** Rows of the calendar sheet: date, working or not, why. A header, which has no digit, and empty rows are left out. */
function calendarArgument(range: CellRange | undefined): ProductionCalendar {
  if (range === undefined || range === null || range === '') return shippedCalendar();
  const rows = rowsOf(range)
    .map((cells, index) => ({ cells, row: index + 1 }))
    .filter(
      ({ cells, row }) => !cells.every(isBlank) && !(row === 1 && cells.length > 1 && !/\d/.test(shown(cells[0]))),
    )
    .map(({ cells, row }) => calendarRow(readDate(cells[0]) ?? shown(cells[0]), cells[1], cells[2], row));
  return calendarWithRows(rows, shippedCalendar());
}

/** The due dates of the phrase in the plan year's cycle: a column of Dates, or one empty cell. */
export function planDues(phrase: CellRange, year: CellRange): (Date | '')[][] {
  return inWords(() => {
    const planYear = yearArgument(year);
    const dates = dueDates(deadlineOf(phraseOf(single(phrase, 'Срок')), planYear), planYear);
    return dates.length > 0 ? dates.map((date) => [sheetDate(date)]) : [['']];
  });
}

/** The reading of the phrase in plain Russian; of a range, of each cell. */
export function planDeadline(phrase: CellRange): string | string[][] {
  return eachCell(phrase, (cell) => describeDeadline(deadlineOf(phraseOf(cell))));
}

/** The working day on which the date counts; of a range, of each date. An empty cell gives an empty cell. */
export function planWorkday(date: CellRange, shift: CellRange, calendar?: CellRange): Date | '' | (Date | '')[][] {
  return inWords(() => {
    const moved = shiftArgument(shift);
    const days = calendarArgument(calendar);
    return eachCell(date, (cell) =>
      isBlank(cell) ? '' : sheetDate(shiftToWorkingDay(dateArgument(cell), moved, days)),
    );
  });
}

function shiftArgument(argument: CellRange): Shift {
  const typed = single(argument, 'Перенос');
  const word = String(typed ?? '')
    .trim()
    .toLowerCase()
    .replace(/ё/g, 'е');
  if (word === 'вперед') return 'вперёд';
  if (word === 'назад' || word === 'без') return word;
  throw new Error(`Перенос: «${shown(typed)}» не подходит. Выберите: вперёд, назад, без.`);
}

const MAX_WORKDAYS = 1000;

/**
 * The n-th working day after the date, which is not counted itself; before it where n is negative, the date where it
 * is 0. Of a range, after each date. An empty date cell gives an empty cell.
 */
export function planWorkdaysAfter(
  date: CellRange,
  workdays: CellRange,
  calendar?: CellRange,
): Date | '' | (Date | '')[][] {
  return inWords(() => {
    const typed = single(workdays, 'Число дней');
    const n = typeof typed === 'number' ? typed : Number(/^-?\d+$/.test(String(typed).trim()) ? typed : Number.NaN);
    if (!Number.isInteger(n) || Math.abs(n) > MAX_WORKDAYS) {
      throw new Error(
        `Число дней: «${shown(typed)}» не подходит. Нужно целое число от −${MAX_WORKDAYS} до ${MAX_WORKDAYS}, например 10.`,
      );
    }
    const days = calendarArgument(calendar);
    return eachCell(date, (cell) => (isBlank(cell) ? '' : sheetDate(workdaysAfter(dateArgument(cell), n, days))));
  });
}
