import { shortened } from '../../domain/documents/shortened.ts';
import { partiesInCell, partyKey } from '../../domain/plan/parties.ts';
import { problemInWords } from '../../texts/problems.ts';
import { readTable } from '../../workbook/records.ts';
import { duesTable, plansTable, planTable } from '../../workbook/tables/plan.ts';
import { peopleTable } from '../../workbook/tables/start.ts';
import { laddersOf } from '../reminders/reminder-rules.ts';
import { type DueRow, isAwaited, lineKey } from './due-row.ts';
import { yearCalendar } from './year-calendar.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** Named one by one; the rest are counted. */
const NAMED = 5;
/** Enough of a measure to know it by. */
const MEASURE_CHARACTERS = 40;

/** Phrases that were not read, dates that nobody would be reminded of, years without a production calendar. */
export function planHealth(book: Spreadsheet): string[] {
  const plan = readTable(book, planTable);
  const unread = plan.rows.filter(({ deadline, reading }) => deadline !== '' && reading === '');
  const ladders = laddersOf(plan).value;
  const people = readTable(book, peopleTable).rows;
  const addressed = new Set(people.filter(({ email }) => email !== '').map(({ who }) => partyKey(who)));
  const open = readTable(book, duesTable).rows.filter(isAwaited);
  // Of a line with «нет» nobody is to be reminded.
  const reminded = open.filter((row) => ladders.get(lineKey(row))?.length !== 0);
  const ownerless = reminded.filter((row) => partiesOf(row).length === 0);
  const orphans = reminded.filter((row) => {
    const parties = partiesOf(row);
    return parties.length > 0 && !parties.some((party) => addressed.has(partyKey(party)));
  });
  return [
    unread.length > 0
      ? `▲ Не прочитано сроков: ${unread.length}. Лист «План», столбец «Сомнения»: ${named(unread.map((row) => `${row.plan}, п. ${row.line} «${row.deadline}»`))}.`
      : '✓ Все сроки плана прочитаны.',
    ownerless.length > 0
      ? `▲ Открытых сроков без ответственного: ${ownerless.length}. Впишите его на листе «План»: ${named(ownerless.map(lineName))}.`
      : '',
    orphans.length > 0
      ? `▲ Открытых сроков, о которых некому напомнить: ${orphans.length} — ${named(orphans.map(lineName))}. Впишите адреса на листе «Люди»: ${named(withoutAddress(orphans, addressed))}.`
      : '',
    ownerless.length + orphans.length === 0 ? '✓ У каждого открытого срока есть кому напомнить.' : '',
    ...yearsWithoutCalendar(book, open),
  ].filter((line) => line !== '');
}

function partiesOf({ responsible }: DueRow): string[] {
  return partiesInCell(responsible);
}

function lineName({ plan, line, measure }: DueRow): string {
  return `${plan}, п. ${line} «${shortened(measure, MEASURE_CHARACTERS)}»`;
}

function withoutAddress(rows: readonly DueRow[], addressed: ReadonlySet<string>): string[] {
  return rows
    .reduce((all, row) => all.concat(partiesOf(row)), [] as string[])
    .filter((party) => !addressed.has(partyKey(party)));
}

/** «а; б; в и ещё 4», each once. */
function named(names: readonly string[]): string {
  const distinct = names.filter((name, at) => names.indexOf(name) === at);
  const rest = distinct.length - NAMED;
  return `${distinct.slice(0, NAMED).join('; ')}${rest > 0 ? ` и ещё ${rest}` : ''}`;
}

/** Years of the plans and of their open dates: a plan's December may count in January. */
function yearsWithoutCalendar(book: Spreadsheet, open: readonly DueRow[]): string[] {
  const calendar = yearCalendar(book);
  const years = new Set(readTable(book, plansTable).rows.map(({ year }) => year ?? 0));
  for (const { workingDay } of open) years.add(Number(workingDay!.slice(0, 4)));
  years.delete(0);
  const gaps = [...years].sort().map((year) => calendar.gap(year));
  const told = gaps.map((gap) => (gap ? `▲ ${problemInWords(gap)}` : '')).filter((line) => line !== '');
  return told.length > 0 || years.size === 0 ? told : ['✓ Производственный календарь есть на все годы планов.'];
}
