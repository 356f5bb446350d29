import { confirm, sayProgress } from '../../ui/say.ts';
import { localDay } from '../../workbook/cells.ts';
import { keyOf, readTable, replaceRows, writeColumn } from '../../workbook/records.ts';
import { SETTINGS } from '../../workbook/settings.ts';
import type { RowOf } from '../../workbook/table.ts';
import { duesHistoryTable, duesTable, plansTable, planTable } from '../../workbook/tables/plan.ts';
import { settingsTable } from '../../workbook/tables/start.ts';
import type { Outcome } from '../guarded.ts';
import { isYearNotClosed } from '../rating/former-years.ts';
import { type DueRow, isAwaited } from './due-row.ts';
import { NO_DATE } from './line-dates.ts';
import { layPlanViews } from './plan-views.ts';
import { readingOf } from './read-deadline.ts';
import { CARRIED, recountDues } from './recount-dues.ts';
import { yearCalendar } from './year-calendar.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type HistoryRow = RowOf<typeof duesHistoryTable>;

/** Lines listed one by one in the preview. */
const SHOWN = 8;

/**
 * «Перенести на следующий год»: the oldest plans get the next year, their dates are worked out anew, and what became
 * of the old ones goes to «Архив сроков». What is still open stays among the dates and is reminded of as before.
 * Cut off in the middle, it may be run again: the archive takes a date once.
 */
export function changeYear(book: Spreadsheet): Outcome | undefined {
  const plans = readTable(book, plansTable);
  const years = plans.rows.map(({ year }) => year).filter((year): year is number => year !== null);
  if (years.length === 0) {
    return {
      on: plansTable.sheet,
      outcome: 'Переносить нечего: на листе «Планы» нет плана с годом.',
      mustBeRead: true,
    };
  }
  const from = Math.min(...years);
  const moving = plans.rows.filter(({ year }) => year === from);
  const codes = new Set(moving.map(({ plan }) => plan));
  const dues = readTable(book, duesTable);
  const own = dues.rows.filter(({ plan }) => codes.has(plan));
  const carried = own.filter(isOpen);
  const past = own.filter((row) => !isOpen(row) && (row.due !== NO_DATE || row.doneOn || row.evidence));
  const lines = readTable(book, planTable);
  const doubtful = doubtsOfYear(
    lines.rows.filter(({ plan }) => codes.has(plan)),
    from,
  );
  const question = preview({
    moving: [...codes],
    from,
    past,
    carried,
    doubtful,
    hasCalendar: yearCalendar(book).covers(from + 1),
    isRatingOpen: isYearNotClosed(book, from),
  });
  if (!confirm(`Перенести план на ${from + 1} год`, question)) return undefined;

  sayProgress('Переношу план…');
  keep(book, past, from);
  replaceRows(dues, [
    ...dues.rows.filter(({ plan }) => !codes.has(plan)),
    ...carried.map((row) => ({ ...row, kind: CARRIED })),
  ]);
  for (const { row, doubts } of doubtful) row.doubts = doubts.join('\n');
  writeColumn(lines, 'doubts');
  for (const row of moving) row.year = from + 1;
  writeColumn(plans, 'year');
  moveSetting(book, from);
  const { outcome } = recountDues(book);
  layPlanViews(book);
  return {
    on: duesTable.sheet,
    outcome: `Планы ${[...codes].join(', ')} перенесены на ${from + 1} год. В архиве сроков: ${past.length}, не закрыто с прошлого года: ${carried.length}. ${outcome}`,
    mustBeRead: true,
  };
}

/** A date that somebody still has to keep. Control points are not kept, they are looked at. */
function isOpen(row: DueRow): boolean {
  return isAwaited(row) && row.kind !== 'контроль';
}

interface Doubtful {
  row: RowOf<typeof planTable>;
  /** All doubts of the line for the next year. */
  doubts: string[];
  /** Those that this year did not have. */
  fresh: string[];
}

/** Lines whose phrase is doubted in the next year otherwise than in this one: a year named in words, 29 February. */
function doubtsOfYear(rows: readonly RowOf<typeof planTable>[], from: number): Doubtful[] {
  return rows
    .map((row): Doubtful => {
      const before = readingOf(row.deadline, from).doubts;
      const after = readingOf(row.deadline, from + 1).doubts;
      const others = row.doubts.split('\n').filter((doubt) => doubt !== '' && before.indexOf(doubt) < 0);
      const doubts = [...after, ...others];
      return {
        row,
        doubts: doubts.filter((doubt, at) => doubts.indexOf(doubt) === at),
        fresh: after.filter((doubt) => before.indexOf(doubt) < 0),
      };
    })
    .filter(({ row, doubts }) => doubts.join('\n') !== row.doubts);
}

interface Preview {
  moving: readonly string[];
  from: number;
  past: readonly DueRow[];
  carried: readonly DueRow[];
  doubtful: readonly Doubtful[];
  hasCalendar: boolean;
  /** The year's rating was not frozen. */
  isRatingOpen: boolean;
}

function preview({ moving, from, past, carried, doubtful, hasCalendar, isRatingOpen }: Preview): string {
  const today = localDay(new Date());
  const done = past.filter(({ doneOn }) => doneOn).length;
  const open = carried.slice(0, SHOWN).map(({ plan, line, due }) => `• ${plan}, п. ${line}: ${due}`);
  const fresh = doubtful.filter((each) => each.fresh.length > 0);
  const doubts = fresh
    .slice(0, SHOWN)
    .map(({ row, fresh: words }) => `• ${row.plan}, п. ${row.line}: ${words.join(' ')}`);
  return [
    `Планы ${moving.join(', ')}: ${from} год → ${from + 1} год. Строки плана не изменятся, даты пересчитаются.`,
    today < `${from}-12-01` ? `▲ ${from} год ещё не заканчивается.` : '',
    `В «Архив сроков» уйдёт: ${past.length}, из них исполнено ${done}.`,
    carried.length > 0
      ? `\nНе закрыты (${carried.length}): останутся на листе «Сроки» с видом «прошлый год», напоминания продолжатся.\n${open.join('\n')}`
      : 'Незакрытых сроков нет.',
    fresh.length > 0 ? `\nПроверьте сроки (${fresh.length}):\n${doubts.join('\n')}` : '',
    hasCalendar
      ? ''
      : `\n▲ Производственного календаря на ${from + 1} год ещё нет: рабочие дни посчитаются без переносов, пока он не появится на листе «Календарь».`,
    isRatingOpen
      ? `\n▲ Итоги рейтинга за ${from} год не закреплены. Сначала выберите «НОКО → Рейтинг → Закрепить итоги года», иначе следующий год не с чем будет сравнить.`
      : '',
    '\nПеренести?',
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function keep(book: Spreadsheet, past: readonly DueRow[], year: number): void {
  const history = readTable(book, duesHistoryTable);
  const known = new Set(history.rows.map((row) => keyOf(duesHistoryTable, row)));
  const rows = past.map(
    ({ plan, line, due, workingDay, state, measure, responsible, doneOn, doneBy, evidence }): HistoryRow => ({
      plan,
      year,
      line,
      due,
      workingDay,
      state,
      measure,
      responsible,
      doneOn,
      doneBy,
      evidence,
    }),
  );
  replaceRows(history, [...history.rows, ...rows.filter((row) => !known.has(keyOf(duesHistoryTable, row)))]);
}

/** The year of the settings goes along with the plans where it was theirs. */
function moveSetting(book: Spreadsheet, from: number): void {
  const settings = readTable(book, settingsTable);
  const row = settings.rows.find(({ name }) => name === SETTINGS.year.name);
  if (!row || row.value !== String(from)) return;
  row.value = String(from + 1);
  writeColumn(settings, 'value');
}
