/**
 * Custom functions of ratings. They read nothing but their arguments, return values or tables
 * that spill, and refuse what they cannot read with its row and column.
 */
import type { Indicator } from '../domain/methodology/method.ts';
import { GRADES_344, rules344 } from '../domain/methodology/rules-344.ts';
import { BOUNDARIES, EMPTY_POLICIES, ROUNDINGS } from '../domain/methodology/setting-words.ts';
import { type SphereId, sphereNamed, sphereOf } from '../domain/methodology/sphere.ts';
import { scoreInterval } from '../domain/rating/comparison.ts';
import { gradeOf } from '../domain/rating/grade.ts';
import { indicatorPoints } from '../domain/rating/indicator-points.ts';
import { RANK_DEFAULTS, rankSets, ranksOf, simultaneousRankSets } from '../domain/rating/ranks.ts';
import { withoutNoise } from '../domain/rating/rounding.ts';
import { requiredSample } from '../domain/rating/sample-size.ts';
import { scoreOf } from '../domain/rating/score.ts';
import { shareInterval } from '../domain/rating/share-interval.ts';
import { territoryScore } from '../domain/rating/territory.ts';
import {
  at,
  type Cell,
  type CellRange,
  columnOf,
  countAt,
  indicatorCode,
  isBlank,
  isNotAvailable,
  levelOf,
  listOf,
  NOT_AVAILABLE,
  numberAt,
  optionalNumberAt,
  type Place,
  pointsAt,
  readNumber,
  refuse,
  rowsOf,
  single,
  sphereAt,
  textOf,
  wordOf,
} from './cells.ts';
import { INPUTS, indicatorColumns, measuredFromCells } from './indicator-cells.ts';
import { tallyOfCells } from './raw-answers.ts';

type Row = (string | number)[];

/** Values of several arguments row by row; a single value stands in every row. */
function inRows(ranges: readonly CellRange[]): { rows: Cell[][]; isTable: boolean } {
  const columns = ranges.map(listOf);
  const isTable = ranges.some((range) => Array.isArray(range) && range.length > 1);
  const height = Math.max(...columns.map((column) => column.length), 1);
  const rows: Cell[][] = [];
  for (let row = 0; row < height; row += 1) {
    rows.push(ranges.map((range, k) => (Array.isArray(range) && range.length > 1 ? columns[k]![row] : single(range))));
  }
  return { rows, isTable };
}

/**
 * Баллы одного показателя по приказу Минтруда № 344н, без округления.
 *
 * @param {"1.3"} code код показателя: 1.1 … 5.3; можно столбец
 * @param {"культура"} sphere сфера; можно столбец
 * @param {18} a 1.1 — единиц на стенде; 1.2, 2.1, 3.1, 3.2 — выполнено условий; 2.2 — баллы за ожидание (образование, культура: баллы 2.1); остальные — удовлетворены
 * @param {20} b 1.1 — норматив стенда; 2.2 — обслужены своевременно (образование, культура: баллы 2.3); остальные — ответили
 * @param {15} c 1.1 — единиц на сайте; 1.3 — удовлетворены сайтом; 2.2 — ответили
 * @param {20} d 1.1 — норматив сайта; 1.3 — ответили о сайте
 * @return баллы 0–100 или «н/д», если никто не ответил; для столбцов — столбец баллов
 * @customfunction
 */
export function NOKO_INDICATOR(
  code: CellRange,
  sphere: CellRange,
  a?: CellRange,
  b?: CellRange,
  c?: CellRange,
  d?: CellRange,
): number | string | Row[] {
  const all = rules344('health-ambulatory').indicators.map((indicator) => indicator.code);
  const { rows, isTable } = inRows([code, sphere, a, b, c, d]);
  const points = rows.map(([codeCell, sphereCell, ...cells], k) => {
    const row = isTable ? k + 1 : undefined;
    const sphereId = sphereAt(sphereCell, { argument: 'сфера', row });
    const wanted = indicatorCode(codeCell);
    if (!wanted || all.indexOf(wanted) < 0) {
      refuse(
        { code: 'rating.unknown-indicator', got: textOf(codeCell), known: '1.1 … 5.3' },
        { argument: 'код показателя', row },
      );
    }
    const indicator = rules344(sphereId).indicators.find((one) => one.code === wanted);
    if (!indicator) {
      return refuse({ code: 'rating.not-established', indicator: wanted, sphere: sphereOf(sphereId).name }, { row });
    }
    if (indicator.formula.kind === 'mean-of' && cells.slice(0, 2).some(isNotAvailable)) return NOT_AVAILABLE;
    // What is left to refuse here is a pair of numbers that contradict each other.
    return at(
      { argument: `показатель ${wanted}`, row, column: isTable ? INPUTS[indicator.formula.kind][0] : undefined },
      () => {
        return indicatorPoints(indicator, measuredFromCells(indicator, cells, row)) ?? NOT_AVAILABLE;
      },
    );
  });
  return isTable ? points.map((value) => [value]) : points[0]!;
}

/**
 * Критерии и итог по таблице показателей (приказ Минтруда № 344н).
 *
 * @param {A1:P20} indicators таблица с заголовком: название, 1.1 … 5.3
 * @param {"культура"} sphere сфера: одно слово или столбец той же высоты без заголовка
 * @param {"точно"} rounding округление: «точно», «минтруд» или «практика»
 * @param {"н/д"} empty показатель без ответов: «н/д», «100», «среднее» или «исключить»
 * @return таблица с заголовком: название, К1 … К5, итог
 * @customfunction
 */
export function NOKO_CRITERIA(
  indicators: CellRange,
  sphere: CellRange,
  rounding?: CellRange,
  empty?: CellRange,
): Row[] {
  const [header = [], ...rows] = rowsOf(indicators);
  if (header.length === 0) refuse({ code: 'rating.no-data' }, { argument: 'таблица показателей' });
  const columns = indicatorColumns(header);
  const { name: named = 0 } = columns;
  const mode = wordOf(rounding, 'округление', ROUNDINGS);
  const policy = wordOf(empty, 'показатель без ответов', EMPTY_POLICIES);
  const spheres = spheresOfRows(sphere, rows.length);
  const titles = rules344('culture').criteria.map((criterion) => criterion.code);
  const table = rows.map((row, k): Row => {
    const place = { row: k + 2 };
    const name = textOf(row[named]);
    if (name === '') refuse({ code: 'rating.empty', expected: 'название учреждения' }, { ...place, column: named + 1 });
    const method = rules344(spheres[k]!);
    const points: Record<string, number | null> = {};
    for (const { code, formula } of method.indicators) {
      const column = columns[code];
      const cell = column === undefined ? undefined : row[column];
      if (formula.kind === 'mean-of' && isBlank(cell)) continue;
      if (column === undefined) refuse({ code: 'rating.missing-column', column: code }, {});
      points[code] = isNotAvailable(cell) ? null : pointsAt(cell, { ...place, column: code });
    }
    const score = scoreOf(method, points, mode, policy);
    const shown = (value: number | null | undefined): string | number => value ?? NOT_AVAILABLE;
    return [name, ...titles.map((code) => shown(score.criteria[code])), shown(score.total)];
  });
  return [[textOf(header[named]) || 'Учреждение', ...titles, 'Итог'], ...table];
}

function spheresOfRows(range: CellRange, height: number): SphereId[] {
  // One word for all is a value or a range of one cell; a column with one word filled in is not.
  if ((!Array.isArray(range) || range.length <= 1) && listOf(range).length <= 1) {
    const sphere = sphereAt(single(range), { argument: 'сфера' });
    return new Array<SphereId>(height).fill(sphere);
  }
  return columnOf(range, height, 'столбец сфер: строк').map((word, k) =>
    sphereAt(word, { argument: 'сфера', row: k + 1, column: 1 }),
  );
}

function errorAt(cell: Cell, place: Place): number | undefined {
  const value = isNotAvailable(cell) ? undefined : optionalNumberAt(cell, place, 'число, стандартная ошибка');
  if (value !== undefined && value < 0) {
    refuse({ code: 'rating.out-of-range', input: 'стандартная ошибка', got: value, min: 0, max: 100 }, place);
  }
  return value;
}

/**
 * Рейтинг: места, доверительные интервалы, множества мест и оценки.
 *
 * @param {A2:C20} scores строки: название, балл, стандартная ошибка (может быть пустой), число ответов (не обязательно)
 * @param {0.95} level уровень доверия, по умолчанию 0,95
 * @return название, балл, место, интервал балла от и до, множество мест от и до, оценка
 * @customfunction
 */
export function NOKO_RATING(scores: CellRange, level?: CellRange): Row[] {
  const confidence = levelOf(level);
  const given = rowsOf(scores);
  if (given.length === 0) refuse({ code: 'rating.no-data' }, { argument: 'баллы' });
  const rows = given.map((cells, k) => {
    const place = (column: number): Place => ({ row: k + 1, column });
    const name = textOf(cells[0]);
    if (name === '') refuse({ code: 'rating.empty', expected: 'название' }, place(1));
    const score = isNotAvailable(cells[1]) ? null : pointsAt(cells[1], place(2));
    const error = errorAt(cells[2], place(3));
    const answers = isBlank(cells[3]) ? undefined : countAt(cells[3], place(4));
    return { name, score, error, answers };
  });
  const ranked = rows.filter((row) => row.score !== null);
  const values = ranked.map((row) => row.score!);
  const ranks = ranksOf(values);
  const sets = simultaneousRankSets(
    values,
    ranked.map((row) => row.error ?? null),
    { ...RANK_DEFAULTS, level: confidence },
  );
  return rows.map((row): Row => {
    const place = ranked.indexOf(row);
    if (row.score === null) return [row.name, NOT_AVAILABLE, '', '', '', '', '', NOT_AVAILABLE];
    // Student's where the number of answers is given, the normal one where it is not.
    const df = row.answers === undefined ? Number.POSITIVE_INFINITY : Math.max(1, row.answers - 1);
    const interval = scoreInterval(row.score, { error: row.error ?? null, df }, confidence);
    const { low: first, high: last } = sets[place]!;
    return [
      ...[row.name, row.score, ranks[place]!, interval?.low ?? '', interval?.high ?? ''],
      ...[first, last, gradeOf(row.score, GRADES_344) ?? ''],
    ];
  });
}

/**
 * Места и множества мест по баллам и их стандартным ошибкам (Mogstad, Romano, Shaikh, Wilhelm).
 *
 * @param {B2:B20} scores столбец баллов
 * @param {C2:C20} errors столбец стандартных ошибок
 * @param {0.95} level уровень доверия, по умолчанию 0,95
 * @param {1000} draws число случайных розыгрышей, по умолчанию 1000; одни данные — один ответ
 * @return место, общее множество от и до, отдельное множество от и до
 * @customfunction
 */
export function NOKO_RANKS(scores: CellRange, errors: CellRange, level?: CellRange, draws?: CellRange): Row[] {
  const confidence = levelOf(level);
  const drawn = optionalNumberAt(single(draws), { argument: 'число розыгрышей' }) ?? RANK_DEFAULTS.draws;
  if (!(drawn >= 100 && drawn <= 20000 && Math.floor(drawn) === drawn)) {
    refuse({ code: 'rating.out-of-range', input: 'число розыгрышей', got: drawn, min: 100, max: 20000 }, {});
  }
  const read = (cells: Cell[], argument: string): number[] =>
    cells.map((cell, k) => {
      const place = { argument, row: k + 1, column: 1 };
      const value = numberAt(cell, place);
      if (value < 0) refuse({ code: 'rating.out-of-range', input: argument, got: value, min: 0, max: 100 }, place);
      return value;
    });
  const values = read(listOf(scores), 'баллы');
  if (values.length === 0) refuse({ code: 'rating.no-data' }, { argument: 'баллы' });
  const spread = read(columnOf(errors, values.length, 'столбец ошибок: строк'), 'ошибки');
  return rankSets(values, spread, { level: confidence, draws: drawn }).map(({ rank, simultaneous, marginal }) => [
    rank,
    simultaneous.low,
    simultaneous.high,
    marginal.low,
    marginal.high,
  ]);
}

/**
 * Доля «да» в процентах с доверительным интервалом Уилсона.
 *
 * @param {18} yes ответили «да»
 * @param {20} answered ответили всего
 * @param {400} recipients получателей услуг за прошлый год, если известно
 * @param {0.95} level уровень доверия, по умолчанию 0,95
 * @return доля, нижняя и верхняя границы, %
 * @customfunction
 */
export function NOKO_SHARE(yes: CellRange, answered: CellRange, recipients?: CellRange, level?: CellRange): Row[] {
  const confidence = levelOf(level);
  const { rows, isTable } = inRows([yes, answered, recipients]);
  const indicator: Indicator = {
    code: 'доля',
    criterion: '',
    title: '',
    weight: 1,
    maxPoints: 100,
    formula: { kind: 'share', questions: [''] },
  };
  return rows.map((cells, k): Row => {
    const place = (column: string): Place => (isTable ? { row: k + 1, column } : { argument: column });
    const counts = {
      yes: countAt(cells[0], place('ответили «да»')),
      answered: countAt(cells[1], place('ответили всего')),
    };
    const population = isBlank(cells[2]) ? undefined : countAt(cells[2], place('получатели'));
    return at(isTable ? { row: k + 1, column: 'ответили «да»' } : {}, () => {
      if (indicatorPoints(indicator, { kind: 'share', parts: [counts] }) === null) {
        return [NOT_AVAILABLE, NOT_AVAILABLE, NOT_AVAILABLE];
      }
      const { share, low, high } = shareInterval(counts.yes, counts.answered, population, confidence);
      return [share, low, high].map((part) => withoutNoise(part * 100));
    });
  });
}

/** One value for one cell, a table of the same size for a range; empty cells stay empty. */
function overCells(range: CellRange, compute: (cell: Cell, place: Place) => string | number): string | number | Row[] {
  if (!Array.isArray(range)) return compute(range, {});
  const rows = rowsOf(range).map((row, k) =>
    row.map((cell, column) => (isBlank(cell) ? '' : compute(cell, { row: k + 1, column: column + 1 }))),
  );
  if (rows.length === 0) return '';
  return rows.length === 1 && rows[0]!.length === 1 ? rows[0]![0]! : rows;
}

/**
 * Сколько анкет нужно собрать: 40 % получателей услуг за прошлый год, но не больше 600.
 *
 * @param {1200} recipients получателей услуг за прошлый год; можно столбец
 * @return число анкет
 * @customfunction
 */
export function NOKO_SAMPLE(recipients: CellRange): string | number | Row[] {
  return overCells(recipients, (cell, place) => requiredSample(countAt(cell, place)));
}

/**
 * Оценка словом: отлично, хорошо, удовлетворительно, ниже среднего, неудовлетворительно.
 *
 * @param {83.5} score итоговый балл 0–100; можно столбец
 * @param {"точно"} boundary дробный балл на границе: «точно» (80,5 — хорошо) или «округлить» (80,5 — отлично)
 * @return оценка
 * @customfunction
 */
export function NOKO_GRADE(score: CellRange, boundary?: CellRange): string | number | Row[] {
  const rule = wordOf(boundary, 'граница оценки', BOUNDARIES);
  return overCells(score, (cell, place) =>
    isNotAvailable(cell) ? NOT_AVAILABLE : (gradeOf(pointsAt(cell, place), GRADES_344, rule) ?? ''),
  );
}

/**
 * Подсчёт ответов прямо по анкетам — для проверки «Свода».
 *
 * @param {A2:P500} answers ответы без заголовка; первый столбец может быть учреждением
 * @param {B1:P1} questions вопросы тех же столбцов: q1 … q15, «Вопрос 1» или свои названия
 * @return таблица с заголовком: [учреждение], вопрос, да, нет, ответили
 * @customfunction
 */
export function NOKO_TALLY(answers: CellRange, questions: CellRange): Row[] {
  return tallyOfCells(answers, questions);
}

/**
 * Средние по сферам и по территории: территория — среднее средних, а не учреждений.
 *
 * @param {A2:C20} scores строки с баллом и сферой: балл и сфера, сфера и балл или название, балл, сфера
 * @return строки: сфера, среднее, число учреждений; последняя — территория и число сфер
 * @customfunction
 */
export function NOKO_TERRITORY(scores: CellRange): Row[] {
  const rows = rowsOf(scores);
  if (rows.length === 0) refuse({ code: 'rating.no-data' }, { argument: 'баллы со сферами' });
  const isScore = (cell: Cell): boolean => readNumber(cell) !== undefined || isNotAvailable(cell);
  /** The last column with such a cell, for names come first; -1 where there is none. */
  const lastWith = (isSuch: (cell: Cell) => boolean, but = -1): number =>
    Math.max(...rows.map((row) => row.reduce<number>((last, cell, k) => (k !== but && isSuch(cell) ? k : last), -1)));
  const named = lastWith((cell) => sphereNamed(textOf(cell)) !== undefined);
  // Spheres in words of one's own: «здравоохранение» for both kinds of it.
  const sphereColumn = named < 0 ? lastWith((cell) => !isBlank(cell) && !isScore(cell)) : named;
  if (sphereColumn < 0) refuse({ code: 'rating.missing-column', column: 'сфера' }, {});
  const scored = lastWith(isScore, sphereColumn);
  const scoreColumn = scored < 0 ? (sphereColumn || 2) - 1 : scored;
  if (scoreColumn >= rows[0]!.length) refuse({ code: 'rating.missing-column', column: 'балл' }, {});
  const read = rows.map((row, k) => {
    if (isBlank(row[sphereColumn]))
      refuse({ code: 'rating.empty', expected: 'указать сферу' }, { row: k + 1, column: sphereColumn + 1 });
    const cell = row[scoreColumn];
    const score = isNotAvailable(cell) ? null : pointsAt(cell, { row: k + 1, column: scoreColumn + 1 });
    const sphere = textOf(row[sphereColumn]);
    return { sphere: sphereNamed(sphere)?.name ?? sphere, score };
  });
  const { spheres, total } = territoryScore(read);
  return [
    ...spheres.map(({ sphere, mean, institutions }): Row => [sphere, mean ?? NOT_AVAILABLE, institutions]),
    ['Территория', total ?? NOT_AVAILABLE, spheres.filter(({ mean }) => mean !== null).length],
  ];
}
