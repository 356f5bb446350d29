/**
 * «Свод», «Наблюдения» and the register in cells → each institution assessed. One institution
 * without data never spoils the others: its note says what is missing.
 */
import { OBSERVATION_WORDS } from '../domain/methodology/checklists.ts';
import type { EmptyPolicy, Method, Rounding } from '../domain/methodology/method.ts';
import { EMPTY_POLICIES } from '../domain/methodology/setting-words.ts';
import type { SphereId } from '../domain/methodology/sphere.ts';
import {
  type Assessment,
  assess,
  type CheckedList,
  type Evidence,
  type QuestionCount,
  totalError,
} from '../domain/rating/assessment.ts';
import type { StandardError } from '../domain/rating/standard-error.ts';
import { WHOLE_INSTITUTION } from '../domain/survey/tally-rows.ts';
import { decodeTally } from '../domain/survey/tally-text.ts';
import { noteText } from '../texts/rating-notes.ts';
import {
  at,
  type Cell,
  type CellRange,
  countAt,
  isBlank,
  numberAt,
  readNumber,
  refuse,
  rowsOf,
  single,
  sphereAt,
  textOf,
  wordOf,
} from './cells.ts';
import { methodsBySphere } from './method-cells.ts';

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
    if (code === '' || (k === 0 && readNumber(row[4]) === undefined)) return;
    const own = tallied.get(code) ?? { counts: {}, answers: 0, encoded: '' };
    tallied.set(code, own);
    const place = (column: number) => ({ argument: 'Свод', row: k + 1, column });
    const answered = countAt(row[4], place(5));
    if (question === WHOLE_INSTITUTION) {
      own.answers = answered;
      own.encoded = textOf(row[5]);
    } else {
      const yes = countAt(row[2], place(3));
      // A question with marks, m1, has their sum here.
      if (question[0] === 'q' && yes > answered) {
        refuse({ code: 'rating.more-yes-than-answered', yes, answered }, place(3));
      }
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

export interface Assessed {
  readonly code: string;
  readonly name: string;
  readonly sphere: SphereId;
  readonly method: Method;
  readonly evidence: Evidence;
  readonly assessment: Assessment;
  readonly error: StandardError | null;
  readonly answers: number;
  readonly recipients: number | undefined;
  readonly note: string;
}

export interface Register {
  readonly codes: CellRange;
  readonly names: CellRange;
  readonly spheres: CellRange;
  readonly recipients: CellRange;
  readonly takesPart: CellRange;
  readonly types?: CellRange;
}

/** An unticked box or «нет»; a column that is not given leaves nobody out. */
const isNotAssessed = (cell: Cell): boolean => cell === false || textOf(cell).toLowerCase() === OBSERVATION_WORDS.no;

/**
 * The two official tables and the register, assessed row by row.
 *
 * @param otherwise the method of a sphere that `methods` has none of; by default the rules of order 344н
 */
export function assessAll(
  tally: CellRange,
  observations: CellRange,
  register: Register,
  settings: {
    readonly rounding: Rounding;
    readonly empty: EmptyPolicy;
    readonly only?: SphereId;
    readonly type?: string;
  },
  methods: CellRange,
  otherwise?: (sphere: SphereId) => Method,
): Assessed[] {
  const tallied = readTally(tally);
  const observed = readObservations(observations);
  const methodOf = methodsBySphere(methods, otherwise);
  const [codes, names, spheres, recipients, takesPart, types] = [
    register.codes,
    register.names,
    register.spheres,
    register.recipients,
    register.takesPart,
    register.types,
  ].map((range) => rowsOf(range ?? '').map((row) => row[0]));
  const assessed: Assessed[] = [];
  codes!.forEach((cell, k) => {
    const code = textOf(cell);
    if (code === '' || isNotAssessed(takesPart![k])) return;
    const sphere = sphereAt(spheres![k], { argument: 'сферы', row: k + 1 });
    if (settings.only && sphere !== settings.only) return;
    if (assessed.some((other) => other.code === code && other.sphere === sphere)) {
      refuse({ code: 'rating.doubled', what: `код «${code}»` }, { argument: 'коды', row: k + 1 });
    }
    if (settings.type && textOf(types![k]).toLowerCase() !== settings.type.toLowerCase()) return;
    const evidence = { counts: tallied.get(code)?.counts ?? {}, lists: observed.get(code) ?? {} };
    const served = isBlank(recipients![k])
      ? undefined
      : countAt(recipients![k], { argument: 'получатели', row: k + 1 });
    const own = assessOne(code, methodOf(sphere), evidence, tallied.get(code), served, settings);
    assessed.push({ ...own, code, name: textOf(names![k]) || code, sphere });
  });
  return assessed;
}

/** @param recipients of the last year; undefined where they are not written */
function assessOne(
  code: string,
  method: Method,
  evidence: Assessed['evidence'],
  own: TalliedInstitution | undefined,
  recipients: number | undefined,
  settings: { readonly rounding: Rounding; readonly empty: EmptyPolicy },
): Omit<Assessed, 'code' | 'name' | 'sphere'> {
  const place = { argument: `учреждение ${code}` };
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
      : totalError(method, evidence, assessment, settings.empty, decoded, recipients || undefined);
  const { lists } = evidence;
  const answers = own?.answers ?? 0;
  const note = noteText({
    missing: assessment.missing,
    policies: assessment.score.empty,
    unfinished: Object.keys(lists).filter((list) => lists[list]!.recorded < lists[list]!.listed),
    isEdited,
    isMoreThanRecipients: recipients !== undefined && recipients > 0 && answers > recipients,
  });
  return { method, evidence, assessment, error, answers, recipients, note };
}

/** What to do with an indicator that nobody answered. */
export function policyOf(range: CellRange): EmptyPolicy {
  return wordOf(range, 'показатель без ответов', EMPTY_POLICIES);
}

/** The sphere asked for, or undefined for all. */
export function onlySphere(range: CellRange): SphereId | undefined {
  const cell = single(range);
  return isBlank(cell) ? undefined : sphereAt(cell, { argument: 'сфера' });
}
