/**
 * Custom functions of the plan of measures. They read nothing but their arguments; what they
 * refuse they refuse with an Error in Russian that says what is wrong and how to mend it.
 */
import { dateOf, type IsoDate, isIsoDate, isRealDate, partsOf } from '../domain/plan/dates.ts';
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

/**
 * A phrase as it stands in the cell. A date that the spreadsheet made of «01.03.2026» is that very day:
 * custom functions get it as a Date at midnight of the script's time zone.
 */
function phraseOf(argument: CellRange): string {
  const cell = single(argument, 'Срок');
  if (isDate(cell)) return dottedDay(isoOf(cell));
  return isBlank(cell) ? '' : String(cell);
}

function deadlineOf(phrase: string, year?: number): Deadline {
  const reading = parseDeadline(phrase, year);
  if (reading.problem) throw new Error(deadlineProblemText(reading.problem as DeadlineProblem));
  return reading.deadline;
}

/** Dates come from another realm when the script runs in a context of its own: `instanceof` would fail. */
function isDate(cell: unknown): cell is Date {
  return Object.prototype.toString.call(cell) === '[object Date]';
}

function isoOf(date: Date): IsoDate {
  return dateOf(date.getFullYear(), date.getMonth() + 1, date.getDate());
}

/** Midnight of the script's time zone, which is the spreadsheet's: Sheets then shows the day without a time. */
function cellOf(date: IsoDate): Date {
  const { year, month, day } = partsOf(date);
  return new Date(year, month - 1, day);
}

function dottedDay(date: IsoDate): string {
  const { year, month, day } = partsOf(date);
  return `${String(day).padStart(2, '0')}.${String(month).padStart(2, '0')}.${year}`;
}

/** ISO or `dd.mm.yyyy` text, or a Date; undefined when it is none of them. */
function readDate(cell: Cell): IsoDate | undefined {
  if (isDate(cell)) return Number.isNaN(cell.getTime()) ? undefined : isoOf(cell);
  const text = String(cell ?? '').trim();
  if (isIsoDate(text)) return text;
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  if (!dotted) return undefined;
  const [day, month, year] = dotted.slice(1).map(Number) as [number, number, number];
  return isRealDate(year, month, day) ? dateOf(year, month, day) : undefined;
}

function dateArgument(argument: CellRange, name: string): IsoDate {
  const cell = single(argument, name);
  const date = readDate(cell);
  if (date === undefined) {
    throw new Error(`${name}: «${String(cell ?? '')}» — не дата. Нужна дата, например 12.06.2026.`);
  }
  return date;
}

function yearArgument(argument: CellRange): number {
  const cell = single(argument, 'Год');
  const year = isDate(cell) ? cell.getFullYear() : Number(String(cell ?? '').trim());
  if (!Number.isInteger(year) || year < 1990 || year > 2099) {
    throw new Error(`Год: «${String(cell ?? '')}» — не год плана. Нужен год от 1990 до 2099, например 2026.`);
  }
  return year;
}

/** Rows of the calendar sheet: date, working or not, why. A header row and empty rows are left out. */
function calendarArgument(range: CellRange | undefined): ProductionCalendar {
  if (range === undefined || range === null || range === '') return shippedCalendar();
  const rows = rowsOf(range)
    .map((cells, index) => ({ cells, row: index + 1 }))
    .filter(({ cells, row }) => !cells.every(isBlank) && !(row === 1 && readDate(cells[0]) === undefined))
    .map(({ cells, row }) => calendarRow(readDate(cells[0]), cells[1], cells[2], row));
  return calendarWithRows(rows, shippedCalendar());
}

/** The due dates of the phrase in the plan year's cycle: a column of Dates, or one empty cell. */
export function planDues(phrase: CellRange, year: CellRange): (Date | '')[][] {
  return inWords(() => {
    const planYear = yearArgument(year);
    const dates = dueDates(deadlineOf(phraseOf(phrase), planYear), planYear);
    return dates.length > 0 ? dates.map((date) => [cellOf(date)]) : [['']];
  });
}

/** The reading of the phrase in plain Russian. */
export function planDeadline(phrase: CellRange): string {
  return inWords(() => describeDeadline(deadlineOf(phraseOf(phrase))));
}

/** The working day on which the date counts. An empty date cell gives an empty cell. */
export function planWorkday(date: CellRange, shift: CellRange, calendar?: CellRange): Date | '' {
  return inWords(() => {
    if (isBlank(single(date, 'Дата'))) return '';
    return cellOf(shiftToWorkingDay(dateArgument(date, 'Дата'), shiftArgument(shift), calendarArgument(calendar)));
  });
}

function shiftArgument(argument: CellRange): Shift {
  const word = String(single(argument, 'Перенос') ?? '')
    .trim()
    .toLowerCase()
    .replace(/ё/g, 'е');
  if (word === 'вперед') return 'вперёд';
  if (word === 'назад' || word === 'без') return word;
  throw new Error(`Перенос: «${word}» не подходит. Выберите: вперёд, назад, без.`);
}

const MAX_WORKDAYS = 1000;

/** The n-th working day after the date, which is not counted itself. An empty date cell gives an empty cell. */
export function planWorkdaysAfter(date: CellRange, workdays: CellRange, calendar?: CellRange): Date | '' {
  return inWords(() => {
    if (isBlank(single(date, 'Дата'))) return '';
    const cell = single(workdays, 'Число дней');
    const n = typeof cell === 'number' ? cell : Number(String(cell ?? '').trim() || Number.NaN);
    if (!Number.isInteger(n) || Math.abs(n) > MAX_WORKDAYS) {
      throw new Error(`Число дней: «${String(cell ?? '')}» не подходит. Нужно целое число, например 10.`);
    }
    return cellOf(workdaysAfter(dateArgument(date, 'Дата'), n, calendarArgument(calendar)));
  });
}
