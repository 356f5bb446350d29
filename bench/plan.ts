/**
 * `node --import tsx bench/plan.ts [lines] [people] [days]`: a year of a plan of 200 lines and 50 responsible
 * parties, run day by day on the local workspace with the built add-in. Says how many service calls a daily run
 * makes, how long it would take on Google by the workspace's model of latency, and how many letters a day go out,
 * each beside Google's own limit (a personal account's: the smaller one).
 *
 * November 2026, with a Google calendar kept: 650 dates, 5,985 letters in 365 runs. A daily run makes 142 calls
 * (median; 1,788 at most) in 3.8 s by the model (40 s at most, of 360); 50 letters at most on a day, of 100.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { buildAddin } from '../build/addin.mjs';
import { calendars, eventsOf } from '../workspace/services/calendar/calendar-store.ts';
import { outbox } from '../workspace/services/mail/outbox.ts';
import { readSheet, typeCells } from '../workspace/services/spreadsheet/person.ts';
import { openWorkspace } from '../workspace/workspace.ts';

const [LINES = 200, PEOPLE = 50, DAYS = 365] = process.argv.slice(2).map(Number);
/** Source: https://developers.google.com/apps-script/guides/services/quotas */
const LETTERS_A_DAY = 100;
const RUN_LIMIT_S = 6 * 60;
const DAY_MS = 86_400_000;
/** Thursday, 1 January 2026, 10:00 in Moscow. */
const START_MS = Date.UTC(2026, 0, 1, 7);
/** Days after which an official sits down and marks what was due; every tenth date is forgotten each time. */
const MARKING_DAYS = 14;

const MONTHS = 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' ');
const PHRASES = [
  (at: number) => `ежегодно до ${1 + (at % 28)} ${MONTHS[at % 12]}`,
  () => 'ежеквартально',
  (at: number) => `ежегодно до ${1 + ((at * 5) % 28)} ${MONTHS[(at * 7) % 12]}`,
  () => 'постоянно',
  () => 'ежемесячно до 5 числа',
  () => '2 раза в год (до 1 июня, до 1 декабря)',
  (at: number) => `${(at % 4) + 1} квартал`,
  () => 'по мере необходимости',
];

const folder = mkdtempSync(join(tmpdir(), 'noko-plan-bench-'));
const script = join(folder, 'script');
await buildAddin({ outDirectory: script });
const workspace = await openWorkspace({
  directory: join(folder, 'workspace'),
  script,
  container: { name: 'НОКО' },
  startAt: START_MS,
  clockRunning: false,
  user: { email: 'secretary@example.org', locale: 'ru', timeZone: 'Europe/Moscow' },
});
const { kernel, containerId } = workspace;
const read = (sheet: string): string[][] => readSheet(kernel, containerId, sheet);
const type = (sheet: string, row: number, column: number, cells: string[][]): void =>
  typeCells(kernel, containerId, sheet, row, column, cells);

try {
  await workspace.openContainer();
  await choose(['Подготовить таблицу']);
  const party = (at: number): string => `Отдел № ${1 + (at % PEOPLE)}`;
  type('Вставка плана', 1, 1, [
    ['План мероприятий на 2026 год', '', '', ''],
    ['№ п/п', 'Наименование мероприятий', 'Срок исполнения', 'Ответственный исполнитель'],
    ...Array.from({ length: LINES }, (_, at) => [
      `${at + 1}.`,
      `Мероприятие ${at + 1}: подготовка и размещение сведений на официальном сайте`,
      PHRASES[at % PHRASES.length]!(at),
      [...new Set([party(at), party(at * 3 + 1)])].join('; '),
    ]),
  ]);
  await choose(['План', 'Загрузить из листа «Вставка плана»']);
  const people = read('Люди');
  const email = people[0]!.indexOf('Эл. почта') + 1;
  type(
    'Люди',
    2,
    email,
    people.slice(1).map((_, at) => [`p${at + 1}@example.org`]),
  );
  // The dearest mornings are those that keep a Google calendar too.
  await choose(['План', 'Календарь Google: включить или обновить']);
  console.log(`Plan of ${LINES} lines, ${people.length - 1} parties, ${read('Сроки').length - 1} dates; ${DAYS} days`);

  const started = performance.now();
  const runs: { calls: number; seconds: number }[] = [];
  for (let day = 0; day < DAYS; day += MARKING_DAYS) {
    await workspace.advanceTo(START_MS + Math.min(day + MARKING_DAYS, DAYS) * DAY_MS);
    for (const { functionName, startedMs, calls, estimatedMs } of workspace.executions()) {
      if (functionName !== 'everyMorning' || startedMs < START_MS + day * DAY_MS) continue;
      const total = Object.values(calls).reduce((sum, count) => sum + count, 0);
      runs.push({ calls: total, seconds: estimatedMs / 1000 });
    }
    markDone();
    await workspace.settle();
  }
  const byDay = new Map<string, number>();
  for (const { sentMs } of outbox(kernel)) {
    const sentOn = new Date(sentMs).toISOString().slice(0, 10);
    byDay.set(sentOn, (byDay.get(sentOn) ?? 0) + 1);
  }
  row('', 'median', 'most', 'limit');
  row('calls of a daily run', ...spread(runs.map(({ calls }) => calls)), '–');
  row('seconds of a daily run, estimated', ...spread(runs.map(({ seconds }) => seconds)), String(RUN_LIMIT_S));
  row('letters on a day with letters', ...spread([...byDay.values()]), String(LETTERS_A_DAY));
  const events = calendars(kernel).reduce((sum, { id }) => sum + eventsOf(kernel, id).length, 0);
  console.log(`  ${events} events in the Google calendar at the end`);
  console.log(`  ${outbox(kernel).length} letters in ${runs.length} runs; ${seconds(started)} s here`);
} finally {
  workspace.close();
  rmSync(folder, { recursive: true, force: true });
}

async function choose(path: string[]): Promise<void> {
  const { error } = await workspace.click(['НОКО', ...path], [{ button: 'YES' }, { button: 'OK' }]);
  if (error) throw new Error(error);
}

/** Writes today against every open date that has come, but for every tenth. */
function markDone(): void {
  const [header, ...rows] = read('Сроки');
  const [state, done] = ['Состояние', 'Исполнено'].map((title) => header!.indexOf(title));
  const today = new Date(kernel.clock.now()).toISOString().slice(0, 10).split('-').reverse().join('.');
  const cells = rows.map((cellsOfRow, at) => {
    const came = /сегодня|просрочено/.test(cellsOfRow[state!]!) && at % 10 !== 0;
    return [came ? today : cellsOfRow[done!]!];
  });
  type('Сроки', 2, done! + 1, cells);
}

function spread(values: readonly number[]): [string, string] {
  const sorted = [...values].sort((a, b) => a - b);
  const shown = (value: number | undefined): string => (value === undefined ? '–' : value.toFixed(value < 100 ? 1 : 0));
  return [shown(sorted[Math.floor(sorted.length / 2)]), shown(sorted.at(-1))];
}

function row(...[what, median, most, limit]: [string, string, string, string]): void {
  console.log(`  ${what.padEnd(36)} ${median.padStart(10)} ${most.padStart(10)} ${limit.padStart(8)}`);
}

function seconds(since: number): string {
  return ((performance.now() - since) / 1000).toFixed(0);
}
