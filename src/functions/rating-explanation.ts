/** «Откуда это число»: one institution's score with every formula and count behind it. */
import { ROUNDINGS } from '../domain/methodology/setting-words.ts';
import { type ExplainedValue, explainScore } from '../domain/rating/explanation.ts';
import {
  ERROR_TEXT,
  EXPLANATION_HEADER,
  EXPLANATION_SETTINGS,
  ROUNDING_TEXT,
  sourceText,
} from '../texts/rating-explanation.ts';
import { EMPTY_POLICY_TEXT } from '../texts/rating-words.ts';
import { assessAll, policyOf } from './assessed-cells.ts';
import { type CellRange, NOT_AVAILABLE, refuse, single, textOf, wordOf } from './cells.ts';

type Row = (string | number)[];

/**
 * Откуда взялся балл учреждения: итог, критерии и показатели с формулами, числами и источниками.
 *
 * @param {"ш1"} institution код или название учреждения
 * @param {'Свод'!A2:F} tally свод: учреждение, вопрос, да, нет, ответили, служебный столбец
 * @param {'Наблюдения'!A2:D} observations наблюдения: учреждение, пункт, [что проверяется], найдено
 * @param {'Учреждения'!A2:A} codes коды учреждений
 * @param {'Учреждения'!B2:B} names названия
 * @param {'Учреждения'!D2:D} spheres сферы
 * @param {'Учреждения'!G2:G} recipients получателей услуг за прошлый год
 * @param {"точно"} rounding округление: «точно», «минтруд» или «практика»
 * @param {"н/д"} empty показатель без ответов: «н/д», «100», «среднее» или «исключить»
 * @param {'Методика'!A2:K} methods строки листа «Методика»; пусто — приказ № 344н
 * @return таблица с заголовком: код, что это, баллы, как получено, откуда
 * @customfunction
 */
export function NOKO_EXPLAIN(
  institution: CellRange,
  tally: CellRange,
  observations: CellRange,
  codes: CellRange,
  names: CellRange,
  spheres: CellRange,
  recipients?: CellRange,
  rounding?: CellRange,
  empty?: CellRange,
  methods?: CellRange,
): Row[] {
  const settings = { rounding: wordOf(rounding, 'округление', ROUNDINGS), empty: policyOf(empty) };
  const wanted = textOf(single(institution));
  const register = { codes, names, spheres, recipients, takesPart: undefined };
  const all = assessAll(tally, observations, register, settings, methods);
  const found = all.find(({ code }) => code === wanted) ?? all.find(({ name }) => name === wanted);
  if (!found) {
    const known = all.map(({ code, name }) => `${code} (${name})`).join('; ');
    return refuse({ code: 'rating.unknown-word', input: 'учреждение', got: wanted, known }, {});
  }
  const { method, evidence, assessment, error, answers, note } = found;
  const explained = explainScore(method, evidence, assessment, { ...settings, error });
  const line = ({ code, title, points, formula, sources }: ExplainedValue): Row => [
    code,
    title,
    points ?? NOT_AVAILABLE,
    formula,
    sources.map(sourceText).join('; '),
  ];
  const words = EXPLANATION_SETTINGS;
  const setting = (what: string, value: string): Row => ['', what, '', value, ''];
  const { approved, assumptions } = explained.settings;
  return [
    [...EXPLANATION_HEADER],
    line({ ...explained.total, code: words.total, title: found.name }),
    ...explained.criteria.map(line),
    ...explained.indicators.map(line),
    ['', words.error, error?.error ?? NOT_AVAILABLE, error ? ERROR_TEXT[error.way] : '', ''],
    ['', words.answers, answers, '', ''],
    setting(words.method, `${method.title}; ${method.act}`),
    ...(approved ? [setting(words.approved, `${approved.date}, ${approved.order}`)] : []),
    setting(words.rounding, ROUNDING_TEXT[settings.rounding]),
    setting(words.empty, EMPTY_POLICY_TEXT[settings.empty]),
    ...assumptions.map((text) => setting(words.assumption, text)),
    ...(note ? [setting(words.note, note)] : []),
  ];
}
