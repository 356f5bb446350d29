/**
 * The rating sheet in one call: from «Свод», «Наблюдения» and the register to indicators and
 * to the finished table. One institution without data never spoils the others: it says «н/д»
 * and why.
 */

import { OBSERVATION_WORDS } from '../domain/methodology/checklists.ts';
import type { EmptyPolicy, Method, Rounding } from '../domain/methodology/method.ts';
import { order344 } from '../domain/methodology/order-344.ts';
import { EMPTY_POLICIES, ROUNDINGS } from '../domain/methodology/setting-words.ts';
import type { SphereId } from '../domain/methodology/sphere.ts';
import {
  type Assessment,
  assess,
  type CheckedList,
  type QuestionCount,
  totalError,
} from '../domain/rating/assessment.ts';
import { scoreInterval } from '../domain/rating/comparison.ts';
import { gradeOf } from '../domain/rating/grade.ts';
import { RANK_DEFAULTS, ranksOf, simultaneousRankSets } from '../domain/rating/ranks.ts';
import { requiredSample } from '../domain/rating/sample-size.ts';
import { highestTotal } from '../domain/rating/score.ts';
import type { StandardError } from '../domain/rating/standard-error.ts';
import { WHOLE_INSTITUTION } from '../domain/survey/tally-rows.ts';
import { decodeTally } from '../domain/survey/tally-text.ts';
import { noteText } from '../texts/rating-notes.ts';
import {
  at,
  type Cell,
  type CellRange,
  isBlank,
  levelOf,
  NOT_AVAILABLE,
  numberAt,
  optionalNumberAt,
  refuse,
  rowsOf,
  single,
  textOf,
  wordOf,
} from './cells.ts';
import { methodsBySphere } from './method-cells.ts';
import { sphereAt } from './rating.ts';

type Row = (string | number)[];

/** Counts of one institution as «Свод» shows them. */
interface TalliedInstitution {
  readonly counts: Record<string, QuestionCount>;
  answers: number;
  encoded: string;
}

/** Rows of «Свод»: institution, question, yes, no, answered, products; a header row is passed over. */
function readTally(range: CellRange): Map<string, TalliedInstitution> {
  const tallied = new Map<string, TalliedInstitution>();
  rowsOf(range).forEach((row, k) => {
    const [code, question] = [textOf(row[0]), textOf(row[1])];
    if (code === '' || (k === 0 && typeof row[4] !== 'number')) return;
    const own = tallied.get(code) ?? { counts: {}, answers: 0, encoded: '' };
    tallied.set(code, own);
    const place = (column: number) => ({ argument: 'Свод', row: k + 1, column });
    const answered = numberAt(row[4], place(5), 'число ответивших');
    if (question === WHOLE_INSTITUTION) {
      own.answers = answered;
      own.encoded = textOf(row[5]);
    } else {
      const yes = numberAt(row[2], place(3), 'число ответивших «да»');
      if (!(answered >= 0)) refuse({ code: 'rating.not-a-count', input: 'ответили', got: answered }, place(5));
      own.counts[question] = { yes, answered };
    }
  });
  return tallied;
}

/** «стенд-3» is an item of the list «стенд». */
const listName = (item: string): string => item.replace(/-\d+$/, '');

/** What one cell of `found` says. */
function readFound(cell: Cell, row: number, column: number): 'found' | 'absent' | 'not-required' | number {
  const written = textOf(cell).toLowerCase();
  if (cell === true || written === OBSERVATION_WORDS.yes) return 'found';
  if (cell === false || written === OBSERVATION_WORDS.no) return 'absent';
  if (written === OBSERVATION_WORDS.notRequired) return 'not-required';
  return numberAt(cell, { argument: 'Наблюдения', row, column }, '«да», «нет», «не требуется» или баллы');
}

type Lists = Record<string, CheckedList>;

/**
 * Rows of «Наблюдения»: institution, item, [what is checked], found. A list is as long as the
 * sheet makes it, marked or not; one with no mark at all has not been checked.
 */
function readObservations(range: CellRange): Map<string, Lists> {
  const observed = new Map<string, Lists>();
  rowsOf(range).forEach((row, k) => {
    const [code, item] = [textOf(row[0]), textOf(row[1])];
    const column = Math.min(row.length - 1, 3);
    if (code === '' || item === '' || (k === 0 && !/-\d+$/.test(item))) return;
    const lists = observed.get(code) ?? {};
    observed.set(code, lists);
    const before = lists[listName(item)] ?? { found: 0, recorded: 0, listed: 0, notRequired: 0 };
    const mark = isBlank(row[column]) ? 'unmarked' : readFound(row[column], k + 1, column + 1);
    lists[listName(item)] = {
      found: before.found + (mark === 'found' ? 1 : 0),
      notRequired: before.notRequired + (mark === 'not-required' ? 1 : 0),
      recorded: before.recorded + (mark === 'unmarked' ? 0 : 1),
      listed: before.listed + 1,
      points: typeof mark === 'number' ? mark : before.points,
    };
  });
  observed.forEach((lists) => {
    for (const list of Object.keys(lists)) if (lists[list]!.recorded === 0) delete lists[list];
  });
  return observed;
}

interface Assessed {
  readonly code: string;
  readonly name: string;
  readonly sphere: SphereId;
  readonly method: Method;
  readonly assessment: Assessment;
  readonly error: StandardError | null;
  readonly answers: number;
  readonly recipients: number | undefined;
  readonly note: string;
}

interface Register {
  readonly codes: CellRange;
  readonly names: CellRange;
  readonly spheres: CellRange;
  readonly recipients: CellRange;
  readonly takesPart: CellRange;
}

/** An unticked box or «нет»; a column that is not given leaves nobody out. */
const isNotAssessed = (cell: Cell): boolean => cell === false || textOf(cell).toLowerCase() === OBSERVATION_WORDS.no;

/** The two official tables and the register, assessed row by row. */
function assessAll(
  tally: CellRange,
  observations: CellRange,
  register: Register,
  settings: { readonly rounding: Rounding; readonly empty: EmptyPolicy; readonly only?: SphereId },
  methods: CellRange,
): Assessed[] {
  const tallied = readTally(tally);
  const observed = readObservations(observations);
  const methodOf = methodsBySphere(methods);
  const [codes, names, spheres, recipients, takesPart] = [
    register.codes,
    register.names,
    register.spheres,
    register.recipients,
    register.takesPart,
  ].map((range) => rowsOf(range ?? '').map((row) => row[0]));
  const assessed: Assessed[] = [];
  codes!.forEach((cell, k) => {
    const code = textOf(cell);
    if (code === '' || isNotAssessed(takesPart![k])) return;
    const sphere = sphereAt(spheres![k], { argument: 'сферы', row: k + 1 });
    if (settings.only && sphere !== settings.only) return;
    const method = methodOf(sphere);
    const own = tallied.get(code);
    const lists = observed.get(code) ?? {};
    const evidence = { counts: own?.counts ?? {}, lists };
    const place = { argument: `учреждение ${code}` };
    const served = optionalNumberAt(recipients![k], { argument: 'получатели', row: k + 1 }, 'число получателей');
    const assessment = at(place, () => assess(method, evidence, settings));
    const decoded = own?.encoded ? at(place, () => decodeTally(code, own.encoded)) : undefined;
    const isEdited =
      decoded?.layout.counted.some((question, i) => {
        const shown = own!.counts[question];
        return shown?.yes !== decoded.own.sums[i] || shown?.answered !== decoded.own.answered[i];
      }) ?? false;
    const error =
      assessment.score.total === null || !decoded || isEdited
        ? null
        : totalError(method, evidence, assessment, settings.empty, decoded, served || undefined);
    assessed.push({
      code,
      name: textOf(names![k]) || code,
      sphere,
      method,
      assessment,
      error,
      answers: own?.answers ?? 0,
      recipients: served,
      note: noteText({
        missing: assessment.missing,
        policies: assessment.score.empty,
        unfinished: Object.keys(lists).filter((list) => lists[list]!.recorded < lists[list]!.listed),
        isEdited,
        isMoreThanRecipients: served !== undefined && served > 0 && (own?.answers ?? 0) > served,
      }),
    });
  });
  return assessed;
}

/** The codes of the official table, then those that only a method of one's own has. */
function withOthers(official: readonly string[], ...others: (readonly string[])[]): string[] {
  const codes = ([] as string[]).concat(official, ...others);
  return codes.filter((code, k) => codes.indexOf(code) === k);
}

const shown = (value: number | null | undefined): number | string => value ?? NOT_AVAILABLE;

/**
 * Показатели 1.1 … 5.3 всех учреждений по «Своду» и «Наблюдениям».
 *
 * @param {'Свод'!A2:F} tally свод: учреждение, вопрос, да, нет, ответили, служебный столбец
 * @param {'Наблюдения'!A2:D} observations наблюдения: учреждение, пункт, [что проверяется], найдено
 * @param {'Учреждения'!A2:A} codes коды учреждений
 * @param {'Учреждения'!B2:B} names названия
 * @param {'Учреждения'!D2:D} spheres сферы
 * @param {'Учреждения'!G2:G} recipients получателей услуг за прошлый год
 * @param {"н/д"} empty показатель без ответов: «н/д», «100», «среднее» или «исключить»
 * @param {"культура"} sphere только эта сфера; пусто — все
 * @param {'Учреждения'!I2:I} takesPart оценивается ли: без отметки учреждение не входит
 * @param {'Методика'!A2:K} methods строки листа «Методика»; пусто — приказ № 344н
 * @return таблица с заголовком: название, 1.1 … 5.3, анкет, ошибка итога, примечание; её принимает NOKO_CRITERIA
 * @customfunction
 */
export function NOKO_INDICATORS(
  tally: CellRange,
  observations: CellRange,
  codes: CellRange,
  names: CellRange,
  spheres: CellRange,
  recipients?: CellRange,
  empty?: CellRange,
  sphere?: CellRange,
  takesPart?: CellRange,
  methods?: CellRange,
): Row[] {
  const settings = { rounding: 'exact' as const, empty: policyOf(empty), only: onlySphere(sphere) };
  const rows = assessAll(tally, observations, { codes, names, spheres, recipients, takesPart }, settings, methods);
  const official = order344('health-ambulatory').indicators.map(({ code }) => code);
  const titles = withOthers(official, ...rows.map(({ method }) => method.indicators.map(({ code }) => code)));
  return [
    ['Учреждение', ...titles, 'Анкет', 'Ошибка', 'Примечание'],
    ...rows.map(({ name, method, assessment, answers, error, note }): Row => {
      const cells = titles.map((code) => {
        const indicator = method.indicators.find((one) => one.code === code);
        // Not established, or calculated by NOKO_CRITERIA in the chosen rounding.
        return !indicator || indicator.formula.kind === 'mean-of' ? '' : shown(assessment.points[code]);
      });
      return [name, ...cells, answers, shown(error?.error), note];
    }),
  ];
}

/**
 * Готовый рейтинг: по «Своду», «Наблюдениям» и списку учреждений, лучшие сверху.
 *
 * @param {'Свод'!A2:F} tally свод: учреждение, вопрос, да, нет, ответили, служебный столбец
 * @param {'Наблюдения'!A2:D} observations наблюдения: учреждение, пункт, [что проверяется], найдено
 * @param {'Учреждения'!A2:A} codes коды учреждений
 * @param {'Учреждения'!B2:B} names названия
 * @param {'Учреждения'!D2:D} spheres сферы
 * @param {'Учреждения'!G2:G} recipients получателей услуг за прошлый год
 * @param {"культура"} sphere только эта сфера; пусто — все
 * @param {"точно"} rounding округление: «точно», «минтруд» или «практика»
 * @param {"н/д"} empty показатель без ответов: «н/д», «100», «среднее» или «исключить»
 * @param {0.95} level уровень доверия, по умолчанию 0,95
 * @param {'Учреждения'!I2:I} takesPart оценивается ли: без отметки учреждение не входит
 * @param {'Методика'!A2:K} methods строки листа «Методика»; пусто — приказ № 344н
 * @return таблица с заголовком: место, учреждение, К1 … К5, итог, оценка, интервал, места, анкет, требуется, примечание
 * @customfunction
 */
export function NOKO_RESULTS(
  tally: CellRange,
  observations: CellRange,
  codes: CellRange,
  names: CellRange,
  spheres: CellRange,
  recipients?: CellRange,
  sphere?: CellRange,
  rounding?: CellRange,
  empty?: CellRange,
  level?: CellRange,
  takesPart?: CellRange,
  methods?: CellRange,
): Row[] {
  const settings = {
    rounding: wordOf(rounding, 'округление', ROUNDINGS),
    empty: policyOf(empty),
    only: onlySphere(sphere),
  };
  const confidence = levelOf(level);
  const rows = assessAll(tally, observations, { codes, names, spheres, recipients, takesPart }, settings, methods);
  const ranked = rows.filter(({ assessment }) => assessment.score.total !== null);
  const totals = ranked.map(({ assessment }) => assessment.score.total!);
  const ranks = ranksOf(totals);
  const sets = simultaneousRankSets(
    totals,
    ranked.map(({ error }) => error?.error ?? null),
    { ...RANK_DEFAULTS, level: confidence },
  );
  const criteria = rows.length
    ? withOthers([], ...rows.map(({ method }) => method.criteria.map(({ code }) => code)))
    : order344('culture').criteria.map(({ code }) => code);
  const line = (row: Assessed, place: number): Row => {
    const { score } = row.assessment;
    const [low, high] = intervalOf(row, confidence);
    return [
      place < 0 ? NOT_AVAILABLE : ranks[place]!,
      row.name,
      ...criteria.map((code) => (code in score.criteria ? shown(score.criteria[code]) : '')),
      shown(score.total),
      score.total === null ? NOT_AVAILABLE : (gradeOf(score.total, row.method.grades) ?? ''),
      low,
      high,
      place < 0 ? '' : sets[place]!.low,
      place < 0 ? '' : sets[place]!.high,
      row.answers,
      row.recipients === undefined ? '' : requiredSample(row.recipients),
      row.note,
    ];
  };
  const bestFirst = ranked.map((row, place) => ({ row, place })).sort((a, b) => ranks[a.place]! - ranks[b.place]!);
  return [
    [
      ...['Место', 'Учреждение', ...criteria, 'Итог', 'Оценка', 'Итог от', 'Итог до'],
      ...['Место от', 'Место до', 'Анкет', 'Требуется', 'Примечание'],
    ],
    ...bestFirst.map(({ row, place }) => line(row, place)),
    ...rows.filter((row) => ranked.indexOf(row) < 0).map((row) => line(row, -1)),
  ];
}

function intervalOf({ method, assessment, error }: Assessed, level: number): [number | string, number | string] {
  const { total } = assessment.score;
  if (total === null || !error) return ['', ''];
  const interval = scoreInterval(total, error, level, highestTotal(method));
  return interval ? [interval.low, interval.high] : ['', ''];
}

function policyOf(range: CellRange): EmptyPolicy {
  return wordOf(range, 'показатель без ответов', EMPTY_POLICIES);
}

function onlySphere(range: CellRange): SphereId | undefined {
  const cell = single(range);
  return isBlank(cell) ? undefined : sphereAt(cell, { argument: 'сфера' });
}
