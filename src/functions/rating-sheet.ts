/**
 * The rating sheet in one call: from «Свод», «Наблюдения» and the register to indicators and
 * to the finished table.
 */
import { rules344 } from '../domain/methodology/rules-344.ts';
import { ROUNDINGS } from '../domain/methodology/setting-words.ts';
import { scoreInterval } from '../domain/rating/comparison.ts';
import { gradeOf } from '../domain/rating/grade.ts';
import { RANK_DEFAULTS, ranksOf, simultaneousRankSets } from '../domain/rating/ranks.ts';
import { requiredSample } from '../domain/rating/sample-size.ts';
import { highestTotal } from '../domain/rating/score.ts';
import { CHANGE_TITLES } from '../texts/former-results.ts';
import { type Assessed, assessAll, onlySphere, policyOf } from './assessed-cells.ts';
import { type CellRange, levelOf, NOT_AVAILABLE, readNumber, single, textOf, wordOf } from './cells.ts';
import { compareWithFormer, readFormer } from './former-cells.ts';

type Row = (string | number)[];

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
 * @param {'Учреждения'!F2:F} recipients получателей услуг за прошлый год
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
  const official = rules344('health-ambulatory').indicators.map(({ code }) => code);
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
 * @param {'Учреждения'!F2:F} recipients получателей услуг за прошлый год
 * @param {"культура"} sphere только эта сфера; пусто — все
 * @param {"точно"} rounding округление: «точно», «минтруд» или «практика»
 * @param {"н/д"} empty показатель без ответов: «н/д», «100», «среднее» или «исключить»
 * @param {0.95} level уровень доверия, по умолчанию 0,95
 * @param {'Учреждения'!I2:I} takesPart оценивается ли: без отметки учреждение не входит
 * @param {'Методика'!A2:K} methods строки листа «Методика»; пусто — приказ № 344н
 * @param {'Прошлые рейтинги'!A1:T} former лист «Прошлые рейтинги»: добавит сравнение
 * @param {2026} year год оценки
 * @param {'Учреждения'!K2:K} types типы учреждений
 * @param {"школа"} type только этот тип
 * @return таблица с заголовком: место, учреждение, К1 … К5, итог, оценка, интервал, места, анкет, требуется, [прошлый год, изменение, значимо ли], примечание
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
  former?: CellRange,
  year?: CellRange,
  types?: CellRange,
  type?: CellRange,
): Row[] {
  const settings = {
    rounding: wordOf(rounding, 'округление', ROUNDINGS),
    empty: policyOf(empty),
    only: onlySphere(sphere),
    type: textOf(single(type)),
    level: levelOf(level),
  };
  const confidence = settings.level;
  const register = { codes, names, spheres, recipients, takesPart, types };
  const rows = assessAll(tally, observations, register, settings, methods);
  const compared = Array.isArray(former) ? comparison(former, year, settings) : undefined;
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
    : rules344('culture').criteria.map(({ code }) => code);
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
      ...(compared ? compared(row) : []),
      row.note,
    ];
  };
  const bestFirst = ranked.map((row, place) => ({ row, place })).sort((a, b) => ranks[a.place]! - ranks[b.place]!);
  return [
    [
      ...[settings.type ? 'Место в типе' : 'Место', 'Учреждение', ...criteria, 'Итог', 'Оценка', 'Итог от', 'Итог до'],
      ...['Место от', 'Место до', 'Анкет', 'Требуется', ...(compared ? CHANGE_TITLES : []), 'Примечание'],
    ],
    ...bestFirst.map(({ row, place }) => line(row, place)),
    ...rows.filter((row) => ranked.indexOf(row) < 0).map((row) => line(row, -1)),
  ];
}

/** «Прошлый год», «Изменение», «Значимо ли» of a row; where no year is set, against the last one on record. */
function comparison(
  former: CellRange,
  year: CellRange,
  settings: Parameters<typeof compareWithFormer>[3],
): (row: Assessed) => Row {
  const rows = readFormer(former);
  const now = readNumber(single(year)) ?? Number.POSITIVE_INFINITY;
  return (row) => {
    const { change, words } = compareWithFormer(row, rows, now, settings);
    if (!change) return ['', '', words];
    // A total typed with two decimals differs from the exact one by less: −0,00 would be shown.
    return [change.before, Math.abs(change.difference) < 0.005 ? 0 : change.difference, words];
  };
}

function intervalOf({ method, assessment, error }: Assessed, level: number): [number | string, number | string] {
  const { total } = assessment.score;
  if (total === null || !error) return ['', ''];
  const interval = scoreInterval(total, error, level, highestTotal(method));
  return interval ? [interval.low, interval.high] : ['', ''];
}
