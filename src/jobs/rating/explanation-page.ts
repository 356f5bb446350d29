/** What the side panel «Откуда это число» shows, as plain data: the page only lays it out. */
import { points } from '../../domain/documents/blocks.ts';
import type { EmptyPolicy, Rounding } from '../../domain/methodology/method.ts';
import { type ExplainedValue, explainScore } from '../../domain/rating/explanation.ts';
import { HIDDEN_BELOW, MARKED_BELOW, type Visibility, visibilityAlone } from '../../domain/rating/suppression.ts';
import { questionChange } from '../../domain/rating/year-change.ts';
import type { Question } from '../../domain/survey/questionnaire.ts';
import type { Assessed } from '../../functions/assessed-cells.ts';
import { ERROR_TEXT, ROUNDING_TEXT, sourceText } from '../../texts/rating-explanation.ts';
import { EMPTY_POLICY_TEXT } from '../../texts/rating-words.ts';
import { indicatorChangeWords, questionChangeWords, totalChangeWords } from '../../texts/year-change-words.ts';
import type { InstitutionChange } from './former-results.ts';

/** Answers to one question; the counts are absent where there are too few to show. */
export interface ShownAnswers {
  readonly question: string;
  readonly text: string;
  /** «да 45, нет 15», or why there is nothing to see. */
  readonly words: string;
  /** Length of the bar, %; null where it is hidden or nobody answered. */
  readonly percent: number | null;
  /** Against the former year; '' where there is nothing to compare or it is hidden. */
  readonly change: string;
}

export interface ShownValue {
  readonly code: string;
  readonly title: string;
  readonly points: string;
  readonly formula: string;
  readonly sources: readonly string[];
  readonly answers: readonly ShownAnswers[];
  readonly change: string;
}

export interface ExplanationPage {
  readonly name: string;
  readonly total: string;
  readonly formula: string;
  /** The total against the former year, or what prevents it; '' where there is no former year. */
  readonly change: string;
  readonly criteria: readonly (ShownValue & { readonly indicators: readonly ShownValue[] })[];
  /** Name and value, in the order of reading. */
  readonly facts: readonly (readonly [string, string])[];
}

export interface ExplanationSettings {
  readonly rounding: Rounding;
  readonly empty: EmptyPolicy;
  /** Confidence, 0–1. */
  readonly level: number;
  readonly change: InstitutionChange;
  /** By question: what the report's appendix shows; a question that is not there is judged by itself. */
  readonly inReport: ReadonlyMap<string, Visibility>;
  /** «Методика: приказ № 15 от 20.02.2026». */
  readonly methods: string;
  /** Reasons for excluding answers of this institution, with how many. */
  readonly exclusions: readonly { readonly why: string; readonly answers: number }[];
}

const HIDDEN_POINTS = 'скрыто';
const HIDDEN_FORMULA = 'показатели не показаны: по ним можно было бы вычислить долю, где ответов слишком мало';
const HIDDEN_WITH = 'не показано: по этой доле можно было бы вычислить другую, где ответов слишком мало';
const HIDDEN_WHY = `ответов меньше ${HIDDEN_BELOW}: доля скрыта, чтобы нельзя было узнать ответивших`;

export function explanationPage(
  assessed: Assessed,
  questions: readonly Question[],
  settings: ExplanationSettings,
): ExplanationPage {
  const { rounding, empty, level, change, inReport } = settings;
  const { method, evidence, assessment, error } = assessed;
  const explained = explainScore(method, evidence, assessment, { rounding, empty, error });
  const visibility = (question: string): Visibility =>
    inReport.get(question) ?? visibilityAlone(evidence.counts[question]?.answered ?? 0);
  const isHidden = ({ sources }: ExplainedValue): boolean =>
    sources.some(({ kind, id }) => kind === 'question' && visibility(id) !== 'shown' && visibility(id) !== 'marked');

  const whyHidden = ({ sources }: ExplainedValue): string =>
    sources.some(({ kind, id }) => kind === 'question' && visibility(id) === 'hidden') ? HIDDEN_WHY : HIDDEN_WITH;

  const since = changeWords(assessed, change, level);
  const shown = (value: ExplainedValue, hide: boolean): ShownValue => ({
    code: value.code,
    title: value.title,
    points: hide ? HIDDEN_POINTS : value.points === null ? 'н/д' : points(value.points),
    formula: hide ? whyHidden(value) : value.formula,
    sources: value.sources.filter(({ kind }) => kind !== 'question').map(sourceText),
    answers: value.sources
      .filter(({ kind }) => kind === 'question')
      .map(({ id, counts }) => {
        const given = counts ?? { yes: 0, answered: 0 };
        const shownAnswers = answersTo(id, questions, visibility(id), given);
        const isVisible = shownAnswers.percent !== null && !hide;
        return { ...shownAnswers, change: isVisible ? since.question(id, given) : '' };
      }),
    change: hide || value.points === null ? '' : since.indicator(value.code, value.points),
  });

  return {
    name: assessed.name,
    total: explained.total.points === null ? 'н/д' : points(explained.total.points),
    formula: explained.total.formula,
    change: since.total,
    criteria: explained.criteria.map((criterion) => {
      const own = explained.indicators.filter((_, at) => method.indicators[at]!.criterion === criterion.code);
      // With the criterion and its other indicators a hidden one is found by subtraction.
      const hide = own.some(isHidden);
      return {
        ...shown(criterion, false),
        ...(hide ? { formula: HIDDEN_FORMULA } : {}),
        indicators: own.map((indicator) => {
          const value = shown(indicator, hide);
          return hide && !isHidden(indicator) ? { ...value, formula: HIDDEN_WITH, answers: [] } : value;
        }),
      };
    }),
    facts: factsOf(assessed, settings),
  };
}

/** Title and text of what holds for the whole score. */
function factsOf(
  { method, error, answers, recipients, note }: Assessed,
  { rounding, empty, methods, exclusions }: ExplanationSettings,
): [string, string][] {
  return [
    ['Методика', methods.replace(/^Методика: /, '')],
    ['Акт', method.act],
    ['Округление', ROUNDING_TEXT[rounding]],
    ['Показатель без ответов', EMPTY_POLICY_TEXT[empty]],
    [
      'Погрешность итога',
      error?.error == null ? 'не известна' : `${points(error.error)} балла; ${ERROR_TEXT[error.way]}`,
    ],
    ['Анкет учтено', `${answers}${recipients === undefined ? '' : ` при ${recipients} получателях услуг`}`],
    [
      'Анкет исключено',
      exclusions.length === 0
        ? 'нет'
        : exclusions.map(({ why, answers: count }) => `${count}: ${why || 'причина не указана'}`).join('; '),
    ],
    ...method.assumptions.map((text): [string, string] => ['Допущение', text]),
    ...(note ? [['Примечание', note] as [string, string]] : []),
  ];
}

/** What is said of the change of the total, a question, an indicator or a criterion; '' where there is nothing to say. */
function changeWords(
  { method, recipients }: Assessed,
  { change, words, details }: InstitutionChange,
  level: number,
): {
  total: string;
  question(id: string, now: { readonly yes: number; readonly answered: number }): string;
  indicator(code: string, now: number): string;
} {
  if (!details) return { total: words, question: () => '', indicator: () => '' };
  const { year } = details.row;
  return {
    total: change ? totalChangeWords(year, change, words) : words,
    question(id, now) {
      const before = details.counts[id];
      // Typed by hand there may be counts that are too small to be shown.
      if (!before || before.answered < HIDDEN_BELOW) return '';
      const interval = questionChange({ ...now, recipients }, { ...before, recipients: details.recipients }, level);
      return questionChangeWords(year, before, interval);
    },
    indicator(code, now) {
      const before = details.points[code];
      const formula = method.indicators.find((one) => one.code === code)?.formula;
      if (before === undefined) return '';
      const isChecked = formula !== undefined && CHECKED_FORMULAS.indexOf(formula.kind) >= 0;
      return indicatorChangeWords(year, before, now, isChecked);
    },
  };
}

/** Kinds of formula that depend on the expert's checklist alone. */
const CHECKED_FORMULAS = ['checklist', 'norm', 'bands', 'entered'];

function answersTo(
  id: string,
  questions: readonly Question[],
  visibility: Visibility,
  { yes, answered }: { readonly yes: number; readonly answered: number },
): Omit<ShownAnswers, 'change'> {
  const question = questions.find((each) => each.id === id);
  const text = question?.text ?? `вопрос ${id}`;
  if (answered === 0) return { question: id, text, words: 'никто не ответил', percent: null };
  if (visibility === 'hidden') return { question: id, text, words: HIDDEN_WHY, percent: null };
  if (visibility === 'hidden-with-another') return { question: id, text, words: HIDDEN_WITH, percent: null };
  if (question?.kind === 'mark') {
    return {
      question: id,
      text,
      words: `средняя оценка ${points(yes / answered)}, ответили ${answered}`,
      percent: null,
    };
  }
  const few = visibility === 'marked' ? `; ответов меньше ${MARKED_BELOW}, доля неустойчива` : '';
  const percent = (100 * yes) / answered;
  const words = `да — ${yes}, нет — ${answered - yes} (${points(percent, 1)} % «да»)${few}`;
  return { question: id, text, words, percent: Math.round(percent) };
}
