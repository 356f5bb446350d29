/**
 * A method as rows of the sheet «Методика» and back. One row an indicator or a criterion, and
 * rows of settings whose code is a word: title, act, sphere, total, rounding, empty, grades, approved.
 */
import type { Criterion, EmptyPolicy, Formula, Grade, Indicator, Method } from './method.ts';
import { EMPTY_POLICIES, FORMULA_WORDS, meaningOf, ROUNDINGS, wordFor } from './setting-words.ts';
import { sphereNamed, sphereOf } from './sphere.ts';
import { type MethodField, type MethodProblem, type MethodSources, validateMethod } from './validate-method.ts';

/** Columns of «Методика», in this order. */
export const METHOD_COLUMNS = [
  'method',
  'code',
  'criterion',
  'title',
  'weight',
  'kind',
  'inputs',
  'norm',
  'points',
  'max',
  'empty',
] as const;

export type MethodRow = Record<(typeof METHOD_COLUMNS)[number], string | number>;

/** Codes of the rows that are settings. */
const SETTING = {
  title: 'название',
  act: 'акт',
  sphere: 'сфера',
  total: 'итог',
  rounding: 'округление',
  empty: 'без ответов',
  grades: 'оценки',
  approved: 'утверждена',
  assumption: 'допущение',
} as const;

const CRITERION_WORDS: readonly (readonly [string, 'weighted' | 'sum'])[] = [
  ['критерий: по весам', 'weighted'],
  ['критерий: сумма', 'sum'],
];
const CRITERION_MEAN = 'критерий: среднее';
const WHOLE_LIST = 'весь перечень';
const TOTAL_WORDS: readonly (readonly [string, 'mean' | 'sum'])[] = [
  ['среднее критериев', 'mean'],
  ['сумма критериев', 'sum'],
];

const join = (values: readonly (string | number)[]): string => values.join('; ');
const split = (text: string | number): string[] =>
  String(text)
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
const number = (text: string | number): number =>
  String(text).trim() === '' ? Number.NaN : Number(String(text).trim().replace(',', '.'));

function row(method: Method, part: Partial<MethodRow>): MethodRow {
  const blank: MethodRow = {
    ...{ method: method.id, code: '', criterion: '', title: '', weight: '', kind: '' },
    ...{ inputs: '', norm: '', points: '', max: '', empty: '' },
  };
  return { ...blank, ...part };
}

function formulaCells(formula: Formula): Partial<MethodRow> {
  switch (formula.kind) {
    case 'share':
      return { inputs: join(formula.questions) };
    case 'checklist':
      return { inputs: formula.list, points: formula.pointsPerItem, norm: formula.fullFrom };
    case 'norm':
      return {
        inputs: join(formula.lists.map(({ list }) => list)),
        norm: join(formula.lists.map(({ norm }) => norm ?? WHOLE_LIST)),
      };
    case 'waiting':
      return { inputs: join([formula.list, formula.question]), points: join(formula.steps) };
    case 'mean-of':
      return { inputs: join(formula.of) };
    case 'bands':
      return { inputs: formula.list, points: join(formula.bands.map(({ from, points }) => `${from} = ${points}`)) };
    case 'mean-mark':
      return { inputs: formula.question };
    case 'entered':
      return { inputs: formula.list };
  }
}

/** Rows of one method, in the order of the sheet. */
export function methodRows(method: Method): MethodRow[] {
  const setting = (code: string, title: string, points = ''): MethodRow => row(method, { code, title, points });
  return [
    setting(SETTING.title, method.title),
    setting(SETTING.act, method.act),
    setting(SETTING.sphere, method.sphere ? sphereOf(method.sphere).name : ''),
    setting(SETTING.total, wordFor(TOTAL_WORDS, method.total)),
    setting(SETTING.rounding, wordFor(ROUNDINGS, method.rounding)),
    setting(SETTING.empty, wordFor(EMPTY_POLICIES, method.empty)),
    setting(SETTING.grades, '', join(method.grades.map(({ from, word }) => `${from} = ${word}`))),
    ...(method.approved
      ? [
          row(method, {
            code: SETTING.approved,
            title: join([method.approved.date, method.approved.order]),
            inputs: method.approved.checksum ?? '',
          }),
        ]
      : []),
    ...method.assumptions.map((text) => setting(SETTING.assumption, text)),
    ...method.criteria.map(({ code, title, value }) =>
      row(method, {
        code,
        title,
        kind: typeof value === 'object' ? CRITERION_MEAN : wordFor(CRITERION_WORDS, value),
        inputs: typeof value === 'object' ? join(value.meanOf) : '',
      }),
    ),
    ...method.indicators.map(({ code, criterion, title, weight, maxPoints, formula, empty }) =>
      row(method, {
        ...{ code, criterion, title, weight, kind: wordFor(FORMULA_WORDS, formula.kind), max: maxPoints },
        empty: empty ? wordFor(EMPTY_POLICIES, empty) : '',
        ...formulaCells(formula),
      }),
    ),
  ];
}

/** Short mark of everything in a method but its approval: two that differ in a cell differ in it. */
export function methodChecksum(method: Method): string {
  return textMark(JSON.stringify(methodRows({ ...method, approved: undefined })));
}

/** FNV-1a, 32 bits: it is to show an accidental change, not to withstand a forger. */
export function textMark(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return hash.toString(36);
}

function readFormula(kind: Formula['kind'], cells: MethodRow): Formula {
  const inputs = split(cells.inputs);
  const first = inputs[0] ?? '';
  switch (kind) {
    case 'share':
      return { kind, questions: inputs };
    case 'checklist':
      return { kind, list: first, pointsPerItem: number(cells.points), fullFrom: number(cells.norm) };
    case 'norm': {
      const norms = split(cells.norm).map((text) => (text.toLowerCase() === WHOLE_LIST ? null : number(text)));
      // One norm for two lists is a mistake, not «the whole list» for the second.
      const areAll = norms.length === 0 || norms.length === inputs.length;
      return { kind, lists: inputs.map((list, at) => ({ list, norm: areAll ? (norms[at] ?? null) : Number.NaN })) };
    }
    case 'waiting':
      return { kind, list: first, question: inputs[1] ?? '', steps: split(cells.points).map(number) };
    case 'mean-of':
      return { kind, of: inputs };
    case 'bands':
      return {
        kind,
        list: first,
        bands: pairs(cells.points).map(([from, points]) => ({ from, points: number(points) })),
      };
    case 'mean-mark':
      return { kind, question: first };
    case 'entered':
      return { kind, list: first };
  }
}

/** «81 = отлично; 61 = хорошо» → pairs. */
function pairs(text: string | number): [number, string][] {
  return split(text).map((part) => {
    const [from = '', word = ''] = part.split('=');
    return [number(from), word.trim()];
  });
}

export interface ReadMethod {
  readonly method: Method;
  /** `at` is the place in the rows given, from 0. Empty for a method that may be used. */
  readonly problems: readonly (MethodProblem & { readonly at: number })[];
}

/**
 * One method from its rows.
 *
 * @param rows those of one method, by column key
 */
export function readMethod(rows: readonly MethodRow[], sources: MethodSources): ReadMethod {
  const problems: MethodProblem[] = [];
  const unknownWord = (
    code: string,
    field: MethodField,
    got: string,
    words: readonly (readonly [string, unknown])[],
  ) => {
    problems.push({ code: 'method.unknown-word', row: code, field, got, known: join(words.map(([word]) => word)) });
  };
  const codeOf = (cells: MethodRow): string =>
    String(cells.code)
      .trim()
      .replace(/^(\d),(\d)$/, '$1.$2');
  const setting = (code: string): string => {
    const found = rows.find((cells) => codeOf(cells).toLowerCase() === code);
    return found ? String(found.title || found.points).trim() : '';
  };
  const chosen = <T>(code: string, words: readonly (readonly [string, T])[]): T => {
    const word = setting(code);
    const meaning = word === '' ? words[0]![1] : meaningOf(words, word);
    if (meaning === undefined) unknownWord(code, 'title', word, words);
    return meaning ?? words[0]![1];
  };
  const isSetting = (code: string): boolean => Object.values(SETTING).some((word) => word === code.toLowerCase());

  const criteria: Criterion[] = [];
  const indicators: Indicator[] = [];
  for (const cells of rows) {
    const code = codeOf(cells);
    const kind = String(cells.kind).trim().toLowerCase();
    const title = String(cells.title);
    if (isSetting(code)) continue;
    if (kind === CRITERION_MEAN) criteria.push({ code, title, value: { meanOf: split(cells.inputs) } });
    else if (meaningOf(CRITERION_WORDS, kind)) criteria.push({ code, title, value: meaningOf(CRITERION_WORDS, kind)! });
    else {
      const formula = meaningOf(FORMULA_WORDS, kind);
      if (!formula) {
        unknownWord(code, 'kind', kind, [...FORMULA_WORDS, ...CRITERION_WORDS, [CRITERION_MEAN, '']]);
        continue;
      }
      const empty = String(cells.empty).trim();
      const policy: EmptyPolicy | undefined = meaningOf(EMPTY_POLICIES, empty);
      if (empty !== '' && !policy) unknownWord(code, 'empty', empty, EMPTY_POLICIES);
      indicators.push({
        code,
        criterion: String(cells.criterion).trim(),
        title,
        weight: number(cells.weight),
        maxPoints: number(cells.max),
        formula: readFormula(formula, cells),
        ...(policy ? { empty: policy } : {}),
      });
    }
  }
  const sphere = setting(SETTING.sphere);
  const approved = split(setting(SETTING.approved));
  const checksum = String(rows.find((cells) => codeOf(cells).toLowerCase() === SETTING.approved)?.inputs ?? '').trim();
  const method: Method = {
    id: String(rows[0]?.method ?? ''),
    title: setting(SETTING.title) || String(rows[0]?.method ?? ''),
    act: setting(SETTING.act),
    sphere: sphereNamed(sphere)?.id ?? null,
    criteria,
    indicators,
    total: chosen(SETTING.total, TOTAL_WORDS),
    rounding: chosen(SETTING.rounding, ROUNDINGS),
    empty: chosen(SETTING.empty, EMPTY_POLICIES),
    grades: pairs(setting(SETTING.grades)).map(([from, word]): Grade => ({ from, word })),
    assumptions: rows.filter((cells) => codeOf(cells) === SETTING.assumption).map((cells) => String(cells.title)),
    ...(approved.length > 0
      ? { approved: { date: approved[0]!, order: approved.slice(1).join('; '), ...(checksum ? { checksum } : {}) } }
      : {}),
  };
  const all = [...problems, ...validateMethod(method, sources)];
  const codes = rows.map(codeOf);
  // Of a code used twice the second one is to be changed.
  const placeOf = ({ code, row }: MethodProblem): number =>
    code === 'method.doubled-code' ? codes.lastIndexOf(row) : codes.indexOf(row);
  return { method, problems: all.map((problem) => ({ ...problem, at: placeOf(problem) })) };
}
