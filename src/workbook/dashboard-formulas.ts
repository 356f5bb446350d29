/**
 * What «Пульт» counts: formulas over the other sheets, so that it is alive with no run of the script. Everything
 * that is sorted is first found by its row number, in columns out of sight: each list is sorted once.
 */
import { FORMULA_WORDS, wordFor } from '../domain/methodology/setting-words.ts';
import type { StepKey } from '../texts/steps.ts';
import { type ColumnOf, columnRange, columnsOf } from './column-ranges.ts';
import { type OpenTable, openTable } from './records.ts';
import { settingFormulas } from './setting-formula.ts';
import { documentsTable } from './tables/journal.ts';
import { duesTable, plansTable, planTable, remindersTable } from './tables/plan.ts';
import { methodTable } from './tables/rating.ts';
import { institutionsTable, peopleTable, stepsTable } from './tables/start.ts';
import { formsTable, observationsTable } from './tables/survey.ts';
import type { shownState } from './view-sheet.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** Rows of each list. */
export const LISTED = { dues: 10, forms: 10, indicators: 5 } as const;
/** Columns of «Показатели» that may hold an indicator. */
const INDICATOR_COLUMNS = 20;
export const HELPER_ROWS = INDICATOR_COLUMNS;
const BAR_CHARACTERS = 10;

/** Columns out of sight, and the row in which their lists begin. */
export interface Helpers {
  row: number;
  dues: string;
  forms: string;
  codes: string;
  means: string;
  weakest: string;
  chosen: string;
  /** Address of the cell of the last daily run. */
  dailyRun: string;
}

export interface DashboardFormulas {
  title: string;
  territory: string;
  /** Caption and number. */
  tiles: [caption: string, formula: string][];
  /** Step, state, how much, bar. */
  steps: string[][];
  /** Date, state, measure with link, parties. */
  dues: string[][];
  collected: string;
  /** Name, how much, share, bar. */
  forms: string[][];
  /** Mean, code, title, the weakest institution. */
  indicators: string[][];
  /** Name and value. */
  health: string[][];
  /** By columns `dues`, `forms`, `codes`, `means`, `weakest`, `chosen`. */
  helpers: string[][];
}

/** @param steps as «Начните здесь» lists them */
export function dashboardFormulas(book: Spreadsheet, steps: readonly StepKey[], at: Helpers): DashboardFormulas {
  const columns = dashboardColumns(book);
  const { setting } = columns;
  return {
    title: `="Пульт: независимая оценка"&IF(${setting('year')}="";"";", "&${setting('year')}&" год")`,
    territory: `=${setting('territory')}&""`,
    tiles: tiles(columns, at),
    steps: steps.map((step, index) => stepRow(columns, step, index)),
    dues: Array.from({ length: LISTED.dues }, (_, index) =>
      dueRow(book, columns, `$${at.dues}${at.row + index}`, index),
    ),
    collected: `="Сбор анкет: всего "&SUM(${columns.forms('answers')})`,
    forms: Array.from({ length: LISTED.forms }, (_, index) => formRow(columns, `$${at.forms}${at.row + index}`, index)),
    indicators: Array.from({ length: LISTED.indicators }, (_, index) => indicatorRow(columns, at, index)),
    health: health(columns, at),
    helpers: helpers(columns, at),
  };
}

/** As many as the two columns of text show; the whole text stands on its own sheet. */
const WIDE_CHARACTERS = 58;
const NARROW_CHARACTERS = 38;

function shortened(text: string, characters: number): string {
  return `IF(LEN(${text})>${characters};LEFT(${text};${characters - 1})&"…";${text})`;
}

interface DashboardColumns {
  steps: ColumnOf<typeof stepsTable>;
  institutions: ColumnOf<typeof institutionsTable>;
  people: ColumnOf<typeof peopleTable>;
  plans: ColumnOf<typeof plansTable>;
  plan: ColumnOf<typeof planTable>;
  dues: ColumnOf<typeof duesTable>;
  duesSheet: OpenTable<typeof duesTable>['sheet'];
  reminders: ColumnOf<typeof remindersTable>;
  forms: ColumnOf<typeof formsTable>;
  observations: ColumnOf<typeof observationsTable>;
  method: ColumnOf<typeof methodTable>;
  documents: ColumnOf<typeof documentsTable>;
  setting: ReturnType<typeof settingFormulas>;
}

function dashboardColumns(book: Spreadsheet): DashboardColumns {
  const dues = openTable(book, duesTable);
  return {
    steps: columnsOf(book, stepsTable),
    institutions: columnsOf(book, institutionsTable),
    people: columnsOf(book, peopleTable),
    plans: columnsOf(book, plansTable),
    plan: columnsOf(book, planTable),
    dues: (key) => columnRange(dues, key),
    duesSheet: dues.sheet,
    reminders: columnsOf(book, remindersTable),
    forms: columnsOf(book, formsTable),
    observations: columnsOf(book, observationsTable),
    method: columnsOf(book, methodTable),
    documents: columnsOf(book, documentsTable),
    setting: settingFormulas(book),
  };
}

/** How much of how much. */
interface Share {
  count: string;
  of: string;
}

function words({ count, of }: Share): string {
  return `=IF(${of}=0;"";${count}&" из "&${of})`;
}

function share({ count, of }: Share): string {
  return `=IF(${of}=0;"";MIN(1;${count}/${of}))`;
}

/** A bar of characters: prints, and looks the same everywhere. @param part 0–1 or more; an error leaves the cell empty */
function bar(part: string): string {
  const full = `ROUND(${BAR_CHARACTERS}*MIN(1;${part});0)`;
  return `=IFERROR(REPT("█";${full})&REPT("░";${BAR_CHARACTERS}-${full});"")`;
}

function executed({ dues }: DashboardColumns): Share {
  const state = dues('state');
  return {
    count: `COUNTIF(${state};"*выполнено")`,
    of: `(COUNTIF(${dues('workingDay')};">0")-COUNTIFS(${state};"*не применимо";${dues('workingDay')};">0"))`,
  };
}

/** Answers over what an institution needs do not make up for another's lack. */
function collected({ forms }: DashboardColumns): Share {
  const [answers, required, part] = [forms('answers'), forms('required'), forms('share')];
  return {
    count: `(SUMIF(${part};">=1";${required})+SUMIF(${part};"<1";${answers}))`,
    of: `SUM(${required})`,
  };
}

function tiles(columns: DashboardColumns, at: Helpers): [string, string][] {
  const state = columns.dues('state');
  const counted = (...states: Parameters<typeof shownState>[0][]): string =>
    states.map((one) => `COUNTIF(${state};"*${one}")`).join('+');
  return [
    ['Сроков исполнено', share(executed(columns))],
    ['Собрано нужных анкет', share(collected(columns))],
    ['▲ Просрочено', `=IF(COUNTA(${state})=0;"";${counted('просрочено')})`],
    ['● Сегодня и в ближайшие две недели', `=IF(COUNTA(${state})=0;"";${counted('сегодня', 'скоро')})`],
    ['Ежедневная проверка', `=IF(${at.dailyRun}="";"";TEXT(${at.dailyRun};"dd.mm.yyyy"))`],
  ];
}

function stepRow(columns: DashboardColumns, step: StepKey, index: number): string[] {
  const progress: Partial<Record<StepKey, Share | string>> = {
    register: `=COUNTA(${columns.institutions('code')})&" учр."`,
    plan: `=COUNTA(${columns.plan('line')})&" строк"`,
    forms: {
      count: `COUNTA(${columns.forms('code')})`,
      of: `COUNTIF(${columns.institutions('takesPart')};"да")`,
    },
    observe: {
      count: `COUNTIF(${columns.observations('found')};"?*")`,
      of: `COUNTA(${columns.observations('item')})`,
    },
    collect: collected(columns),
    report: `=COUNTIF(${columns.documents('kind')};"отчёт")&" док."`,
    execute: executed(columns),
  };
  const own = progress[step];
  const [name, state] = (['step', 'state'] as const).map(
    (key) => `=IFERROR(INDEX(${columns.steps(key)};${index + 1});"")`,
  ) as [string, string];
  if (own === undefined) return [name, state, '', ''];
  return typeof own === 'string' ? [name, state, own, ''] : [name, state, words(own), bar(`${own.count}/${own.of}`)];
}

function dueRow(book: Spreadsheet, { dues, plan, duesSheet }: DashboardColumns, row: string, index: number): string[] {
  const value = (key: Parameters<typeof dues>[0]): string => `INDEX(${dues(key)};${row}-1)`;
  const text = `${value('plan')}&", "&${value('line')}&". "&${value('measure')}`;
  const link = `"${book.getUrl()}#gid=${duesSheet.getSheetId()}&range=A"&${row}`;
  const nothing = `IF(COUNTA(${plan('line')})=0;"План ещё не загружен: выберите «НОКО → План».";"Открытых сроков нет.")`;
  const or = (filled: string, empty = '""'): string => `=IF(${row}="";${empty};${filled})`;
  return [
    or(value('workingDay')),
    or(value('state')),
    or(`HYPERLINK(${link};${shortened(text, WIDE_CHARACTERS)})`, index === 0 ? nothing : '""'),
    or(shortened(`SUBSTITUTE(${value('responsible')};CHAR(10);", ")`, NARROW_CHARACTERS)),
  ];
}

function formRow({ forms }: DashboardColumns, row: string, index: number): string[] {
  const value = (key: Parameters<typeof forms>[0]): string => `INDEX(${forms(key)};${row}-1)`;
  const nothing = index === 0 ? '"Анкет ещё нет: «НОКО → Опрос → Создать анкеты»."' : '""';
  return [
    `=IF(${row}="";${nothing};${value('name')})`,
    `=IF(${row}="";"";${value('answers')}&" из "&${value('required')})`,
    `=IF(${row}="";"";${value('share')})`,
    bar(value('share')),
  ];
}

function indicatorRow({ method }: DashboardColumns, at: Helpers, index: number): string[] {
  const place = `$${at.chosen}${at.row + index}`;
  const last = at.row + INDICATOR_COLUMNS - 1;
  const of = (column: string): string => `INDEX($${column}$${at.row}:$${column}$${last};${place})`;
  const or = (filled: string, empty = '""'): string => `=IF(${place}="";${empty};${filled})`;
  const nothing = index === 0 ? '"Рейтинга ещё нет: он появится с первыми ответами."' : '""';
  // Where a sphere only takes the mean of others, «Показатели» has no figure: the title is of those who measure it.
  const measured = `${method('code')}=${of(at.codes)};${method('kind')}<>"${wordFor(FORMULA_WORDS, 'mean-of')}"`;
  const title = `IFERROR(INDEX(FILTER(${method('title')};${measured});1);"")`;
  return [
    or(of(at.means)),
    or(of(at.codes)),
    or(shortened(title, WIDE_CHARACTERS), nothing),
    or(shortened(of(at.weakest), NARROW_CHARACTERS)),
  ];
}

/** Two days: a day off and a late trigger are no silence yet, as in the daily run's own check. */
const SILENCE_DAYS = 2;

function health({ reminders, people, plans, setting }: DashboardColumns, { dailyRun }: Helpers): string[][] {
  const state = reminders('state');
  const letters = (word: string): string => `COUNTIF(${state};"${word}")`;
  const noAddress = `COUNTIFS(${people('who')};"?*";${people('email')};"")`;
  const unread = `SUM(${plans('unread')})`;
  const on = setting('remindersOn');
  const late = `NOW()-${dailyRun}>${SILENCE_DAYS}`;
  const clean = (count: string, trouble: string): string => `=IF(${count}=0;"✓ нет";"▲ "&${count}&"${trouble}")`;
  return [
    [
      'Ежедневная проверка',
      `=IF(${dailyRun}="";"– ещё не было: пройдёт утром";IF(${late};"▲ не запускалась с ";"✓ прошла ")&TEXT(${dailyRun};"dd.mm.yyyy"))`,
    ],
    ['Напоминания', `=IF(${on}="остановлены";"▲ остановлены в настройках";"✓ "&${on})`],
    [
      'Письма',
      `=IF(${letters('не ушло')}>0;"▲ не ушло: "&${letters('не ушло')}&", ";"")&"отправлено: "&${letters('отправлено')}&", ждут лимита: "&${letters('ждёт')}`,
    ],
    ['Без адреса на листе «Люди»', clean(noAddress, '')],
    ['Не прочитано сроков', clean(unread, ': лист «План», «Сомнения»')],
  ];
}

/** More than a sheet of these has rows. */
const KEY_ROWS = 100_000;

/**
 * Place of the n-th value upwards among those that meet the conditions, empty where there are fewer. Value and place
 * go into one number, so equal values stay in their order; a function that sorts takes no list that may be empty.
 *
 * @param whole the value as a whole number; days, or hundredths of a percent
 */
function nthPlace(whole: string, place: string, conditions: string, index: number): string {
  return `=IFERROR(MOD(SMALL(FILTER(${whole}*${KEY_ROWS}+${place};${conditions});${index + 1});${KEY_ROWS});"")`;
}

function helpers({ dues, forms }: DashboardColumns, at: Helpers): string[][] {
  const [day, state, part] = [dues('workingDay'), dues('state'), forms('share')];
  const last = at.row + INDICATOR_COLUMNS - 1;
  const means = `$${at.means}$${at.row}:$${at.means}$${last}`;
  const isOpen = `REGEXMATCH(${state};"просрочено|сегодня|скоро|ожидается")`;
  const listed = (count: number, index: number, formula: string): string => (index < count ? formula : '');
  return Array.from({ length: INDICATOR_COLUMNS }, (_, index) => {
    const letter = String.fromCharCode('B'.charCodeAt(0) + index);
    const title = `'Показатели'!${letter}$1`;
    const values = `'Показатели'!${letter}$2:${letter}`;
    const isIndicator = `ISNUMBER(SEARCH(".";${title}))`;
    const lowest = `MIN(${values})`;
    return [
      listed(LISTED.dues, index, nthPlace(day, `ROW(${day})`, `${day}>0;${isOpen}`, index)),
      listed(LISTED.forms, index, nthPlace(`ROUND(${part}*10000;0)`, `ROW(${part})`, `ISNUMBER(${part})`, index)),
      `=IF(${isIndicator};${title};"")`,
      `=IF(${isIndicator};IFERROR(AVERAGE(${values});"");"")`,
      `=IF(${isIndicator};IFERROR(INDEX('Показатели'!$A$2:$A;MATCH(${lowest};${values};0))&": "&SUBSTITUTE(ROUND(${lowest};1);".";",");"");"")`,
      listed(
        LISTED.indicators,
        index,
        nthPlace(`ROUND(${means}*1000;0)`, `ROW(${means})-${at.row - 1}`, `ISNUMBER(${means})`, index),
      ),
    ];
  });
}
